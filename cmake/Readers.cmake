# Input formats: extract/read, with the libraries that parse them.
find_package(LibXml2 REQUIRED)
find_package(BZip2 REQUIRED)
find_package(LibLZMA REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
relata_library(relata_read FOLDERS extract/read
  LINK relata_base PkgConfig::SIMDJSON LibXml2::LibXml2 ZLIB::ZLIB BZip2::BZip2
    LibLZMA::LibLZMA PkgConfig::ZSTD ICU::uc ICU::i18n)
