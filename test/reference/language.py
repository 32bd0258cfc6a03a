"""What Python makes of small programs: their final variables, or what they raise.

Usage: python3 language.py OUTPUT. The programs stand in the folder `programs`,
each under a line `#: title`. Numbers keep all their digits.
"""

import json
import math
import pathlib
import sys

import numpy as np

np.seterr(all="ignore")

KINDS = {"b": "bool", "i": "int", "u": "int", "f": "float"}


def number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def numeric(value):
    """Numbers are arrays of shape []."""
    array = np.asarray(value)
    data = [number(element) for element in array.ravel().tolist()]
    return {"type": KINDS[array.dtype.kind], "shape": list(array.shape), "data": data}


def plain(value):
    """A value as JSON; what the language's own types do not cover keeps its type's name."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (bool, int, float, np.ndarray, np.generic)):
        return numeric(value)
    if isinstance(value, (list, tuple)):
        return {type(value).__name__: [plain(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[plain(key), plain(item)] for key, item in value.items()]}
    if isinstance(value, set):
        return {"set": [plain(item) for item in sorted(value)]}
    attributes = {name: plain(item) for name, item in sorted(vars(value).items())}
    return {"object": type(value).__name__, "attributes": attributes}


def shown(value):
    """Functions, modules, classes and iterators are no results; objects of own classes are."""
    data = (str, bool, int, float, np.ndarray, np.generic, list, tuple, dict, set)
    own = type(value).__module__ == "__main__" and not isinstance(value, type)
    return value is None or isinstance(value, data) or own


def run(title, text):
    names = {"__name__": "__main__"}
    raises = []
    says = None
    try:
        exec(compile(text, title, "exec"), names)
    except Exception as problem:
        line = type(problem).__mro__
        raises = [each.__name__ for each in line[: line.index(Exception)]]
        says = str(problem) if "raise " in text or "assert " in text else None
    # The interpreter goes on below a statement that fails, so that only the exception compares.
    results = {
        name: value
        for name, value in names.items()
        if not raises and not name.startswith("__") and shown(value)
    }
    variables = {name: plain(value) for name, value in results.items()}
    return {"title": title, "text": text, "variables": variables, "raises": raises, "says": says}


def programs(path):
    for part in path.read_text(encoding="utf-8").split("#: ")[1:]:
        title, text = part.split("\n", 1)
        yield title, text.rstrip() + "\n"


def main():
    folder = pathlib.Path(__file__).parent / "programs"
    groups = {
        path.stem: [run(title, text) for title, text in programs(path)]
        for path in sorted(folder.glob("*.py"))
    }
    lines = []
    for subject, cases in groups.items():
        rows = ",\n".join("  " + json.dumps(case) for case in cases)
        lines.append(json.dumps(subject) + ": [\n" + rows + "\n ]")
    with open(sys.argv[1], "w", encoding="utf-8") as output:
        output.write("{\n " + ",\n ".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
