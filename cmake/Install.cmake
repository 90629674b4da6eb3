# What `cmake --install` and cpack put where: the program with its manual page and completions, and
# the libraries with headers, CMake package (find_package(Relata)) and pkg-config file (relata).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set_target_properties(relata_base PROPERTIES EXPORT_NAME base)
set_target_properties(relata_rules PROPERTIES EXPORT_NAME rules)
set_target_properties(relata_languages PROPERTIES EXPORT_NAME languages)
set_target_properties(relata_extract_code PROPERTIES EXPORT_NAME extract_code)
set_target_properties(relata_extract PROPERTIES EXPORT_NAME extract)
set_target_properties(relata_graph PROPERTIES EXPORT_NAME graph)
set_target_properties(relata_page PROPERTIES EXPORT_NAME page)
set_target_properties(relata_export PROPERTIES EXPORT_NAME export)
install(TARGETS relata_base relata_rules relata_languages relata_extract_code relata_extract
  relata_graph relata_page relata_export EXPORT RelataTargets COMPONENT development)
install(EXPORT RelataTargets NAMESPACE Relata:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Relata
  COMPONENT development)
foreach(folder base extract graph export)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/relata
    COMPONENT development FILES_MATCHING PATTERN "*.hpp" PATTERN read EXCLUDE PATTERN embed EXCLUDE)
endforeach()
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/RelataConfig.cmake.in
  ${CMAKE_BINARY_DIR}/RelataConfig.cmake INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Relata)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/RelataConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
configure_file(${CMAKE_SOURCE_DIR}/cmake/relata.pc.in ${CMAKE_BINARY_DIR}/relata.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/RelataConfig.cmake ${CMAKE_BINARY_DIR}/RelataConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Relata COMPONENT development)
install(FILES ${CMAKE_BINARY_DIR}/relata.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT development)

# The program prints its own manual page and completions.
set(RELATA_PRINTED "")
function(printed_by_relata file)
  string(JOIN " " arguments ${ARGN})
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/${file} DEPENDS relata VERBATIM
    COMMAND sh -c "\"$1\" $2 > \"$3\"" sh $<TARGET_FILE:relata> "${arguments}"
      ${CMAKE_BINARY_DIR}/${file})
  list(APPEND RELATA_PRINTED ${CMAKE_BINARY_DIR}/${file})
  set(RELATA_PRINTED ${RELATA_PRINTED} PARENT_SCOPE)
endfunction()
printed_by_relata(relata.1 man)
printed_by_relata(relata.bash completion bash)
printed_by_relata(_relata completion zsh)
printed_by_relata(relata.fish completion fish)
add_custom_target(printed ALL DEPENDS ${RELATA_PRINTED})
install(TARGETS relata COMPONENT program)
install(FILES ${CMAKE_BINARY_DIR}/relata.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
  COMPONENT program)
install(FILES ${CMAKE_BINARY_DIR}/relata.bash RENAME relata
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${CMAKE_BINARY_DIR}/_relata
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${CMAKE_BINARY_DIR}/relata.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE RENAME copyright
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/relata COMPONENT program)
install(FILES ${RELATA_PAGE_LICENCES} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/relata
  COMPONENT program)

# cpack -G DEB: relata has the program, relata-dev the libraries.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The Relata authors <relata@relata.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Knowledge graphs of tech-industry news, by rules")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME relata)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME relata-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libre2-dev, libicu-dev, libsqlite3-dev, libboost-dev, nlohmann-json3-dev")
include(CPack)
