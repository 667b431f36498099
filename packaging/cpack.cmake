# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What a desktop needs beside the programs, and the packages: cpack in build/package makes a .deb and a tarball.
# torch is in neither: inferometer-setup fetches it, and the runner finds it in that environment.
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
set(id io.github.inferometer.Inferometer)
set(made ${PROJECT_BINARY_DIR}/packaging)

install(PROGRAMS ${linux}/environment.sh DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME inferometer-setup)
install(FILES ${PROJECT_SOURCE_DIR}/core/worker/requirements.lock DESTINATION ${CMAKE_INSTALL_DATADIR}/inferometer)
install(FILES ${linux}/completions/inferometer-cli.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME inferometer-cli)
install(FILES ${linux}/completions/_inferometer-cli DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${linux}/completions/inferometer-cli.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
if(INFEROMETER_BUILD_WINDOW)
  install(FILES ${linux}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${linux}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${linux}/${id}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
  install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/${id}.svg
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  foreach(size 16 24 32 48 64 128 256 512)
    install(FILES ${linux}/icons/${size}.png
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME ${id}.png)
  endforeach()
endif()

# gzip without a date: the same sources give the same package.
find_program(GZIP gzip REQUIRED)
function(install_compressed source name folder)
  execute_process(COMMAND ${GZIP} -9nc ${source} OUTPUT_FILE ${made}/${name} COMMAND_ERROR_IS_FATAL ANY)
  install(FILES ${made}/${name} DESTINATION ${folder})
endfunction()
file(MAKE_DIRECTORY ${made})
foreach(page inferometer inferometer-cli inferometer-guard inferometer-runner inferometer-setup)
  install_compressed(${linux}/man/${page}.1 ${page}.1.gz ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
set(documents ${CMAKE_INSTALL_DATADIR}/doc/inferometer)
install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz ${documents})
file(STRINGS ${PROJECT_SOURCE_DIR}/CHANGELOG.md heading REGEX "^## ${PROJECT_VERSION} ")
string(REGEX MATCH "[0-9]+-[0-9]+-[0-9]+" release_day "${heading}")
if(NOT release_day)
  message(FATAL_ERROR "CHANGELOG.md has no heading '## ${PROJECT_VERSION} (YYYY-MM-DD)'")
endif()
execute_process(COMMAND date --utc --rfc-email --date ${release_day} OUTPUT_VARIABLE release_time
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${linux}/changelog.Debian.in ${made}/changelog.Debian @ONLY)
install_compressed(${made}/changelog.Debian changelog.Debian.gz ${documents})
install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${documents})

set(CPACK_PACKAGE_NAME inferometer)
set(CPACK_PACKAGE_VENDOR "Inferometer contributors")
set(CPACK_PACKAGE_CONTACT "Inferometer contributors <inferometer@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "what compiling a PyTorch vision model buys on this machine")
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Runs each vision model without compiling and compiled, side by side, and shows
durations, the improvement, and how far both can be trusted.
.
PyTorch is not part of the package: inferometer-setup downloads it (3 GB)
into the user's cache after asking.")
# Not asked of dpkg-shlibdeps: it would want LibTorch, which no package has. Python needs its headers and a compiler,
# because Inductor writes C++.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libc6 (>= 2.36), libstdc++6 (>= 12), libgcc-s1 (>= 12), libuv1 (>= 1.44), libssl3 (>= 3.0), python3 (>= 3.11), python3-venv, python3-dev, g++")
if(INFEROMETER_BUILD_WINDOW)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS
    ", libqt6core6 (>= 6.4), libqt6gui6 (>= 6.4), libqt6widgets6 (>= 6.4), libqt6printsupport6 (>= 6.4), libqt6svg6 (>= 6.4), libqcustomplot2.1-qt6")
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-cjk | fonts-ipafont-gothic, shared-mime-info")
endif()
include(CPack)
