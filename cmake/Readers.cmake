# Input formats: extract/read, with the libraries that parse them.
find_package(LibArchive REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
relata_library(relata_read FOLDERS extract/read
  LINK relata_base PkgConfig::SIMDJSON LibArchive::LibArchive LibXml2::LibXml2 ZLIB::ZLIB
    ICU::uc ICU::i18n)
