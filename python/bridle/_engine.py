"""The program that the wheel brings."""
import os
import pathlib
import sys

PROGRAM = str(pathlib.Path(__file__).parent / "bin" / "bridle")


def main() -> None:
    """What `bridle` on the command line runs."""
    os.execv(PROGRAM, ["bridle", *sys.argv[1:]])
