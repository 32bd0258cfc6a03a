"""Mutants of the right pairs of the corpus, and whether numpy says that they differ.

    python3 test/bench/mutants/make.py [--sample N] [--seed N] [family | family/file.py ...]

Prints one JSON object a mutant: the file, the label's name and line, the kind, the edit
(character offsets and the text put there), and `outcome`: `differs`, `same` (no difference above
1e-6 at 100 points), `raises`, or `undecided`. The points are drawn by the proof that stands beside the file, with
other seeds than the proof itself: what is written is compared with what the unchanged file gives
there; where the edit also changes the function, with central differences.
"""
import argparse
import ast
import importlib.util
import json
import os
import random
import re
import signal
import sys
import types
import warnings
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "..", "corpus")
sys.path[:0] = [HERE, CORPUS, os.path.join(CORPUS, "standins")]
sys.dont_write_bytecode = True

import numpy as np

import prove
from mutations import mutations

POINTS = 100
RELATIVE = 1e-6
STEP = 2e-3  # the widest of the differences
ROUNDING = 1e-13
PER_KIND = 3
SECONDS = 4
WRITTEN = re.compile(r"back|bwd|grad|deriv|prime|jac|hess|delta|^d[A-Z_]|^_d|vjp|adjoint|_d$|bprop", re.I)


def find(tree, name):
    """The definition that a label's name means."""
    def visit(node, classes):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.ClassDef, ast.FunctionDef)):
                own = "_".join(classes + [child.name])
                if own == name:
                    found.append(child)
                visit(child, classes + [child.name] if isinstance(child, ast.ClassDef) else classes)
            else:
                visit(child, classes)
    found = []
    visit(tree, [])
    return found


def written_parts(tree, name, line):
    """The functions that hold the written gradient of a label."""
    found = find(tree, name)
    near = [d for d in found if d.lineno <= line <= d.body[0].lineno] or found
    if not near:
        return []
    definition = near[0]
    inner = [n for n in ast.walk(definition) if isinstance(n, ast.FunctionDef) and n is not definition]
    named = [n for n in inner if WRITTEN.search(n.name)]
    outer = [n for n in named if not any(n is not o and n in list(ast.walk(o)) for o in named)]
    if isinstance(definition, ast.ClassDef):
        return outer
    return outer or [definition]


class Slow(Exception):
    pass


def on_alarm(*_):
    raise Slow()


def module_of(path, source, name):
    """The file with another text, as a module."""
    module = types.ModuleType(name)
    module.__file__ = os.path.join(CORPUS, path)
    sys.modules[name] = module
    exec(compile(source, path, "exec"), module.__dict__)
    return module


class File:
    def __init__(self, path):
        self.path = path
        with open(os.path.join(CORPUS, path)) as file:
            self.source = file.read()
        self.tree = ast.parse(self.source)
        self.stem = path[:-3].replace("/", "_")
        self.crc = zlib.crc32(path.encode())
        sys.path.insert(0, os.path.join(CORPUS, os.path.dirname(path)))
        self.original = self.load(self.source)
        proof = os.path.join(CORPUS, path[:-3] + ".proof.py")
        self.proofs = prove.load(proof, "proof_" + self.stem)

    def load(self, source):
        np.random.seed(self.crc % 2**32)
        return module_of(self.path, source, "corpus_" + self.stem)

    def at(self, module, name, seed):
        """The entries of a proof at one of its points."""
        np.random.seed(seed)
        random.seed(seed)
        sys.modules["corpus_" + self.stem] = module
        result = getattr(self.proofs, "prove_" + name)(module, np.random.RandomState(seed))
        return [] if isinstance(result, str) else list(result)

    def compare(self, mutant, name):
        """(outcome, ratio): the ratio is that of what is written to the derivative, where it is the same everywhere."""
        start = zlib.crc32((self.path + name + "points").encode()) % 2**31
        raised = unsure = compared = 0
        for point in range(POINTS):
            seed = start + point
            expected = self.at(self.original, name, seed)
            try:
                found = self.at(mutant, name, seed)
                says = self.point(expected, found, compared < 3)
            except prove.NotSmooth:
                says = None
            except Slow:
                raise
            except Exception:
                raised += 1
                if raised > 3:
                    break
                continue
            if says is None:
                unsure += 1
                continue
            compared += 1
            if says[0]:
                return "differs", says[1]
        if raised:
            return "raises", None
        return ("undecided" if unsure else "same"), None

    def reduced(self, written, x):
        """Torch itself sums what an autograd.Function returns to the shape of its input."""
        if "autograd" not in self.source or not hasattr(self.original, "torch") or written is None:
            return written
        extra = np.ndim(written) - np.ndim(x)
        if extra < 0 or any(have not in (1, given) for have, given in zip(np.shape(x), np.shape(written)[extra:])):
            return written
        summed = np.sum(np.asarray(written, float), axis=tuple(range(extra)))
        return np.sum(summed, axis=tuple(i for i, have in enumerate(np.shape(x)) if have == 1), keepdims=True)

    @staticmethod
    def misshapen(right, written, x):
        """Where the unchanged gradient has the shape of x, and this one has so many numbers in another."""
        return (right is not None and written is not None and np.shape(right) == np.shape(x) != np.shape(written)
                and np.size(x) > 1)

    def point(self, expected, found, numeric):
        """(differs, ratio) at one point; None where it cannot be told."""
        if len(expected) != len(found):
            return True, None
        off, ratios, flat = False, set(), False
        # What is nothing beside the largest gradient is rounding.
        largest = max((np.max(np.abs(np.asarray(w, float)), initial=0)
                       for *_, x, w in expected if np.shape(w) == np.shape(x)), default=0)
        for (name, f, x, expected_written), (_, g, y, found_written) in zip(expected, found):
            found_written = self.reduced(found_written, y)
            right, written = prove.fitted(expected_written, x), prove.fitted(found_written, y)
            if self.misshapen(expected_written, found_written, x):
                return True, None
            if written is None or right is None:
                return (True, None) if right is not None else None
            value, other = float(f(np.array(x, float))), float(g(np.array(y, float)))
            if np.shape(x) != np.shape(y) or not np.array_equal(np.asarray(x, float), np.asarray(y, float)):
                return None
            if not np.isfinite(other):
                raise ArithmeticError("the function is not finite")
            if not abs(value - other) <= 1e-9 * max(abs(value), abs(other)):
                if not numeric:
                    continue
                # So large a value hides its slope: what one rounding changes looks like a difference.
                slope = max(np.max(np.abs(each), initial=0) for each in (right, written))
                if np.spacing(abs(other)) / STEP > RELATIVE * slope:
                    return None
                entry = prove.Entry(name, g, y, written)
                if prove.RIGHT <= entry.off <= prove.WRONG:
                    return None
                flat = flat or (np.any(right) and not np.any(prove.numeric(g, y)))
                if entry.off > prove.WRONG:
                    off = True
                    ratios.add(entry.ratio and round(entry.ratio, 6))
                continue
            if not np.all(np.isfinite(right)):
                return None
            top = np.max(np.abs(right), initial=0)
            gap = np.max(np.abs(written - right), initial=0)
            if not gap <= max(RELATIVE * max(top, 1e-9), ROUNDING * largest):
                off = True
                ratio = np.sum(written * right) / max(np.sum(right * right), 1e-300)
                steady = np.max(np.abs(written - ratio * right), initial=0) <= 1e-9 * max(1, abs(ratio)) * top
                ratios.add(round(float(ratio), 6) if steady and np.isfinite(ratio) else None)
        if flat and not off:
            # A function that lost its slope has no gradient that could be right or wrong.
            return None
        return off, (ratios.pop() if len(ratios) == 1 else None)


def mutants_of(file, seed):
    """[(name, line, kind, start, end, text)], at most PER_KIND of each kind for each label."""
    out = []
    for name, kind, line in prove.labels(os.path.join(CORPUS, file.path))[0]:
        if kind != "pass" or not hasattr(file.proofs, "prove_" + name):
            continue
        by_kind = {}
        for part in written_parts(file.tree, name, line):
            for mutation in mutations(file.source, part):
                _, start, end, text = mutation
                if file.source[start:end] != text:
                    by_kind.setdefault(mutation[0], set()).add(mutation)
        for found in by_kind.values():
            keyed = sorted(found, key=lambda m: (zlib.crc32(repr((seed, name, m)).encode()), m))
            out += [(name, line, *m) for m in keyed[:PER_KIND]]
    return out


def judged(file, mutant):
    name, line, kind, start, end, text = mutant
    source = file.source[:start] + text + file.source[end:]
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        outcome, ratio = file.compare(file.load(source), name)
    except Slow:
        outcome, ratio = "raises", None
    except Exception:
        outcome, ratio = "raises", None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {"file": file.path, "name": name, "line": line, "kind": kind, "start": start, "end": end,
            "text": text, "outcome": outcome, "ratio": ratio}


def unset(make):
    """Arrays of floats hold NaN until they are written; numpy itself makes those of whole numbers."""
    def made(*given, **named):
        array = make(*given, **named)
        if np.issubdtype(array.dtype, np.floating):
            array[...] = np.nan
        return array
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="0/1", help="k/n: every n-th file, from the k-th on")
    parser.add_argument("wanted", nargs="*")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    signal.signal(signal.SIGALRM, on_alarm)
    # What is not written shows, whatever the memory holds.
    np.empty, np.empty_like = unset(np.empty), unset(np.empty_like)
    k, n = map(int, given.part.split("/"))
    stdout, sys.stdout = sys.stdout, open(os.devnull, "w")
    files = [p for p in prove.corpus_files(given.wanted)
             if os.path.exists(os.path.join(CORPUS, p[:-3] + ".proof.py"))]
    everything = [(path, m) for path in files for m in mutants_of(File(path), given.seed)]
    if given.sample is not None:
        order = sorted(everything, key=lambda pm: zlib.crc32(repr((given.seed, pm)).encode()))
        everything = sorted(order[:given.sample])
    opened = {}
    for path, mutant in everything:
        if files.index(path) % n != k:
            continue
        if path not in opened:
            opened = {path: File(path)}
        print(json.dumps(judged(opened[path], mutant)), file=stdout, flush=True)


if __name__ == "__main__":
    main()
