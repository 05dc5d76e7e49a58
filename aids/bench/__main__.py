"""Entry of `python -m aids.bench`, which the command `bench` starts as a process of its own."""

import sys

from aids.bench.report import run
from aids.compiler.bundle_pyc import REPOSITORY

if __name__ == "__main__":
    sys.exit(run(REPOSITORY / "site"))
