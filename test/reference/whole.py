"""What whole programs (the folder `whole`) hold in their variables when they end.

Usage: python3 whole.py OUTPUT. One line a program, written as language.py writes
its values; functions, classes, modules and iterators are left out. The programs
draw no random numbers, since generators differ.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

from language import plain, shown


def run(path):
    names = {"__name__": "__main__"}
    exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), names)
    return {
        name: plain(value)
        for name, value in names.items()
        if not name.startswith("__") and shown(value)
    }


def main():
    paths = sorted((pathlib.Path(__file__).parent / "whole").glob("*.py"))
    lines = [json.dumps(path.stem) + ": " + json.dumps(run(path)) for path in paths]
    with open(sys.argv[1], "w", encoding="utf-8") as output:
        output.write("{\n " + ",\n ".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
