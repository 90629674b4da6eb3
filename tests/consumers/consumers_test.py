#!/usr/bin/env python3
"""Real readers read what relata exports: run with the program's path in RELATA and the packages of
requirements.txt. Ends with "N passed, M failed"; the exit status is 1 if anything failed or is
missing.

    RELATA=build-release/relata .venv-test/bin/python tests/consumers/consumers_test.py [PART]
"""

import importlib
import os
import re
import shutil
import sys
import traceback

MODULES = ("networks", "schemas", "triples", "databases", "page")


def tests(wanted):
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except ImportError as error:
            message = f"{error}; install tests/consumers/requirements.txt"

            def missing(message=message):
                raise AssertionError(message)

            yield f"{name}: packages", missing
            continue
        for key, value in list(vars(module).items()):
            if key.startswith("test_") and wanted in f"{name}.{key}":
                yield f"{name}: {key.removeprefix('test_').replace('_', ' ')}", value


def main():
    if shutil.which(os.environ.get("RELATA", "relata")) is None:
        print("no program: set RELATA to the path of relata\n0 passed, 1 failed")
        return 1
    passed = failed = 0
    for name, test in tests(sys.argv[1] if len(sys.argv) > 1 else ""):
        try:
            test()
            passed += 1
        except Exception as error:
            failed += 1
            where = re.search(r"\w+\.py\", line \d+", traceback.format_exc().split("File ")[-1])
            print(
                f"FAILED {name}: {type(error).__name__}: {error} ({where.group() if where else ''})"
            )
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
