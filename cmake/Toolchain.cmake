# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags live in INTERFACE targets, so that a target says what it is built with.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
option(BUILD_SHARED_LIBS "The project's libraries as shared objects: sanitizers make them large, and some sixty programs link them" OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)

# Sources that use a precompiled header are cached only under these terms (ccache's manual, "Precompiled headers").
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(terms CCACHE_SLOPPINESS=pch_defines,time_macros)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fpch-preprocess)
  else()
    list(APPEND terms CCACHE_DEPEND=1) # clang would preprocess without that header, which is a fifth of the time
  endif()
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env ${terms} ${CCACHE_PROGRAM})
endif()

# Joined, a source sees the names of others and is an included file.
set(joined $<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>)
add_library(inferometer_warnings INTERFACE)
target_compile_options(inferometer_warnings INTERFACE
  -Wall -Wextra -Wpedantic $<IF:${joined},-Wshadow=local,-Wshadow> $<${joined}:-Wno-subobject-linkage> -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wno-array-bounds # g++ 12 finds some in its own std::string, once that is precompiled
  $<$<BOOL:${INFEROMETER_WARNINGS_AS_ERRORS}>:-Werror>)

add_library(inferometer_sanitize INTERFACE)
if(INFEROMETER_SANITIZE)
  target_compile_options(inferometer_sanitize INTERFACE
    -fsanitize=${INFEROMETER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>) # scripted libraries are called through other pointer types
  target_link_options(inferometer_sanitize INTERFACE -fsanitize=${INFEROMETER_SANITIZE})
  target_compile_definitions(inferometer_sanitize INTERFACE INFEROMETER_SANITIZED)
endif()
