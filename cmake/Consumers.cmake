# Tests in which other programs read the exports: tests/consumers. The Python part needs the
# packages of tests/consumers/requirements.txt; those with the label `maven` fetch servers from
# Maven Central and are made only where RELATA_MAVEN_TESTS is on.
add_test(NAME consumers
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/consumers/consumers_test.py)
set_tests_properties(consumers PROPERTIES
  LABELS consumers ENVIRONMENT "RELATA=$<TARGET_FILE:relata>")

option(RELATA_MAVEN_TESTS "Test the exports in Neo4j and Gephi, which Maven fetches" OFF)
if(RELATA_MAVEN_TESTS)
  foreach(reader neo4j gephi)
    add_test(NAME consumers_${reader}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/consumers/${reader}
      COMMAND ${CMAKE_COMMAND} -E env RELATA=$<TARGET_FILE:relata>
      mvn -q -B test -DbuildDirectory=${CMAKE_BINARY_DIR}/consumers-${reader})
    set_tests_properties(consumers_${reader} PROPERTIES LABELS maven TIMEOUT 1200)
  endforeach()
endif()
