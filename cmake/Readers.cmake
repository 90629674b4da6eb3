# Input formats: extract/read, with the libraries that parse them.
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
relata_library(relata_read FOLDERS extract/read
  LINK relata_extract PkgConfig::SIMDJSON ICU::i18n)
