# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Debian's libuv has no CMake configuration. Defines libuv::libuv.
find_path(libuv_INCLUDE_DIR uv.h)
find_library(libuv_LIBRARY uv)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libuv REQUIRED_VARS libuv_LIBRARY libuv_INCLUDE_DIR)
if(libuv_FOUND AND NOT TARGET libuv::libuv)
  add_library(libuv::libuv UNKNOWN IMPORTED)
  set_target_properties(libuv::libuv PROPERTIES
    IMPORTED_LOCATION ${libuv_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${libuv_INCLUDE_DIR})
endif()
