# The test of distributed/ in a Spark of two workers; scripts/test-spark makes the Python for it.
option(RELATA_SPARK_TESTS "Test distributed/ with a real Spark, from .venv-spark" OFF)
if(RELATA_SPARK_TESTS)
  add_test(NAME spark COMMAND ${CMAKE_SOURCE_DIR}/.venv-spark/bin/python
    ${CMAKE_SOURCE_DIR}/tests/distributed/build_graph_test.py)
  set_tests_properties(spark PROPERTIES LABELS spark TIMEOUT 3600
    ENVIRONMENT "RELATA=$<TARGET_FILE:relata>")
endif()
