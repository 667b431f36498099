# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# LibTorch::LibTorch: the LibTorch inside the Python environment that also holds the worker, so that packages are
# compiled and run by the same build. find_package(Torch) is not used: it wants a CUDA toolkit even where none is
# needed. CUDA is compiled in exactly when the wheel has it, from the wheels' own headers.
#
# Sets LibTorch_VERSION, LibTorch_GIT, LibTorch_CUDA (empty: CPU only), LibTorch_LIBRARY_DIR and
# INFEROMETER_WITH_CUDA.

if(NOT INFEROMETER_PYTHON)
  if(DEFINED ENV{INFEROMETER_PYTHON})
    set(INFEROMETER_PYTHON $ENV{INFEROMETER_PYTHON} CACHE FILEPATH "Python of the environment that holds torch" FORCE)
  else()
    find_program(INFEROMETER_DEFAULT_PYTHON python3)
    set(INFEROMETER_PYTHON ${INFEROMETER_DEFAULT_PYTHON} CACHE FILEPATH "Python of the environment that holds torch"
        FORCE)
  endif()
endif()

execute_process(COMMAND ${INFEROMETER_PYTHON} -I ${CMAKE_CURRENT_LIST_DIR}/torch_facts.py
                OUTPUT_VARIABLE torch_facts ERROR_VARIABLE torch_error RESULT_VARIABLE torch_result)
if(NOT torch_result EQUAL 0)
  string(STRIP "${torch_error}" torch_error)
  message(FATAL_ERROR "No LibTorch found with ${INFEROMETER_PYTHON}: ${torch_error}\n"
                      "Run ./quickstart, or point INFEROMETER_PYTHON at a Python that has torch, "
                      "or build without the engine: -DINFEROMETER_BUILD_ENGINE=OFF")
endif()
string(REPLACE ";" "\\;" torch_facts "${torch_facts}")
string(REPLACE "\n" ";" torch_facts "${torch_facts}")
foreach(line IN LISTS torch_facts)
  if(line MATCHES "^([A-Z_]+)=(.*)$")
    set(LibTorch_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
  endif()
endforeach()

set(LibTorch_LIBRARY_DIR ${LibTorch_ROOT}/lib)
set(LibTorch_INCLUDE_DIRS ${LibTorch_ROOT}/include ${LibTorch_ROOT}/include/torch/csrc/api/include)
set(torch_libraries torch torch_cpu c10)
set(INFEROMETER_WITH_CUDA OFF)
if(LibTorch_CUDA)
  # A build that silently measured no GPU would be found out by users only.
  if(NOT LibTorch_NVIDIA_INCLUDE OR NOT LibTorch_CUDART OR NOT EXISTS ${LibTorch_LIBRARY_DIR}/libtorch_cuda.so)
    message(FATAL_ERROR "LibTorch ${LibTorch_VERSION} in ${LibTorch_ROOT} is built for CUDA ${LibTorch_CUDA}, and the "
                        "headers or the libraries for it are missing beside it (nvidia/*/include, libcudart.so, "
                        "libtorch_cuda.so): install torch again with all that it requires")
  endif()
  # What CUDA's headers include and not every set of wheels has. It may lie on this machine by chance.
  foreach(header crt/host_defines.h nv/target)
    find_path(place ${header} PATHS ${LibTorch_NVIDIA_INCLUDE} ${INFEROMETER_DEPENDENCIES}/include
              NO_DEFAULT_PATH NO_CACHE)
    if(NOT place)
      message(FATAL_ERROR "LibTorch ${LibTorch_VERSION} in ${LibTorch_ROOT} is built for CUDA ${LibTorch_CUDA}, and "
                          "${header} is in none of the wheels beside it: install triton and nvidia-cuda-cccl there")
    endif()
    unset(place)
  endforeach()
  set(INFEROMETER_WITH_CUDA ON)
  list(APPEND LibTorch_INCLUDE_DIRS ${LibTorch_NVIDIA_INCLUDE})
  list(APPEND torch_libraries torch_cuda c10_cuda)
endif()

add_library(LibTorch::LibTorch INTERFACE IMPORTED)
target_include_directories(LibTorch::LibTorch INTERFACE ${LibTorch_INCLUDE_DIRS})
# The CUDA libraries register themselves when loaded and are needed though no symbol of theirs is named; what they
# need in turn is found by their own rpath at run time.
target_link_options(LibTorch::LibTorch INTERFACE "LINKER:--no-as-needed,--allow-shlib-undefined")
foreach(name IN LISTS torch_libraries)
  add_library(LibTorch::${name} SHARED IMPORTED)
  set_target_properties(LibTorch::${name} PROPERTIES IMPORTED_LOCATION ${LibTorch_LIBRARY_DIR}/lib${name}.so)
  target_link_libraries(LibTorch::LibTorch INTERFACE LibTorch::${name})
endforeach()
if(INFEROMETER_WITH_CUDA)
  add_library(LibTorch::cudart SHARED IMPORTED)
  set_target_properties(LibTorch::cudart PROPERTIES IMPORTED_LOCATION ${LibTorch_CUDART})
  target_link_libraries(LibTorch::LibTorch INTERFACE LibTorch::cudart)
endif()

set(torch_words "LibTorch ${LibTorch_VERSION} in ${LibTorch_ROOT}")
if(INFEROMETER_WITH_CUDA)
  message(STATUS "${torch_words}, with CUDA ${LibTorch_CUDA} from its own wheels")
else()
  message(STATUS "${torch_words}, CPU only")
endif()
