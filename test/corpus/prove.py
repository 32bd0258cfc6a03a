"""Proves the labels of the corpus by running its code.

    python3 test/corpus/prove.py [family | family/file.py ...]

A label `# expect: ...` stands at the end of a line of a corpus file. Beside the file stands
`<file>.proof.py` with one `prove_<name>(m, rng)` per label: `m` is the imported file, `rng` a seeded
numpy RandomState. It returns a list of `(name, f, x, written)`: a scalar function of one array, the
point, and what the corpus code gives as its gradient there. Labels that are no claim about numbers may
return a string that says why.

The name of a label: the function, the class, or class and method joined with `_`.
"""
import ast
import importlib.util
import os
import sys
import tokenize
import traceback
import warnings
import zlib

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
NOT_FAMILIES = {"standins", "__pycache__"}
RIGHT, WRONG = 1e-5, 1e-4
LABELS = ("pass", "mismatch", "unverified scale", "unverified deliberate", "unverified holds-if",
          "unsupported skeleton", "unverified nondeterministic")


def corpus_files(wanted):
    for family in sorted(os.listdir(HERE)):
        folder = os.path.join(HERE, family)
        if family in NOT_FAMILIES or not os.path.isdir(folder):
            continue
        for file in sorted(os.listdir(folder)):
            path = family + "/" + file
            if not file.endswith(".py") or file.endswith(".proof.py"):
                continue
            if not wanted or any(path in (w, w + ".py") or w.rstrip("/") == family for w in wanted):
                yield path


def comments(path):
    """(line, text) of each `# expect:` comment."""
    with open(path, "rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT and token.string.startswith("# expect:"):
                yield token.start[0], token.string[len("# expect:"):].strip()


def named_lines(tree):
    """The name that a label gets on each line: {line: name}, inner definitions over outer ones."""
    names = {}

    def header(node, name):
        for line in range(node.lineno, max(node.lineno, node.body[0].lineno - 1) + 1):
            names[line] = name

    def visit(node, classes):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                header(child, "_".join(classes + [child.name]))
                visit(child, classes + [child.name])
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                header(child, "_".join(classes + [child.name]))
                visit(child, classes)
            else:
                if isinstance(child, ast.Assign) and isinstance(child.targets[0], (ast.Name, ast.Attribute)):
                    target = child.targets[0]
                    name = target.id if isinstance(target, ast.Name) else target.attr
                    names.update({line: name for line in range(child.lineno, child.end_lineno + 1)})
                elif isinstance(child, ast.Expr) and isinstance(child.value, ast.Call):
                    call = child.value
                    named = [a.id for a in call.args[:1] if isinstance(a, ast.Name)]
                    name = (named or [getattr(call.func, "id", getattr(call.func, "attr", "call"))])[0]
                    names.update({line: name for line in range(child.lineno, child.end_lineno + 1)})
                visit(child, classes)

    visit(tree, [])
    return names


def labels(path):
    """[(name, label, line)], and sentences about labels that cannot be read."""
    with open(path) as file:
        tree = ast.parse(file.read())
    names, found, bad = named_lines(tree), [], []
    for line, text in comments(path):
        kind = next((l for l in LABELS if text == l or text.startswith(l + " ")), None)
        if kind is None:
            bad.append("line %d: there is no label %r" % (line, text))
        elif line not in names:
            bad.append("line %d: the label stands on no definition" % line)
        elif any(names[line] == name for name, _, _ in found):
            bad.append("line %d: a second label for %s" % (line, names[line]))
        else:
            found.append((names[line], kind, line))
    return found, bad


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def difference(f, x, i, h):
    def at(d):
        v = np.array(x, float)
        v[i] += d
        return float(f(v))
    coarse = (at(h) - at(-h)) / (2 * h)
    fine = (at(h / 2) - at(-h / 2)) / h
    return (4 * fine - coarse) / 3


class NotSmooth(Exception):
    pass


def numeric(f, x):
    """Central differences with one Richardson step, at the first width where two of them agree."""
    x = np.array(x, float)
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        width = max(1.0, abs(x[i]))
        best = None
        for h in (2e-3, 5e-4, 1e-4, 2e-5, 4e-6, 1e-6):
            a, b = difference(f, x, i, h * width), difference(f, x, i, h * width / 3)
            gap = abs(a - b) / max(1.0, abs(b))
            if best is None or gap < best[0]:
                best = gap, b
            if gap <= max(1e-9, 4e-15 / h):
                best = gap, b
                break
        if best[0] > 1e-6:
            raise NotSmooth("a kink or noise near entry %s: another point is needed" % (i,))
        out[i] = best[1]
    return out


def fitted(written, x):
    """The written gradient in the shape of x, or None where it has another shape."""
    if written is None:
        return np.zeros(np.shape(x))
    w = np.asarray(written)
    if w.dtype == object:
        return None
    w = w.astype(float)
    if w.shape == np.shape(x):
        return w
    if w.size == np.size(x) and np.squeeze(w).shape == np.squeeze(np.asarray(x)).shape:
        return w.reshape(np.shape(x))
    if w.ndim == 0 and w == 0:
        return np.zeros(np.shape(x))
    return None


class Entry:
    """One differentiated array: how far the written gradient is off, and its ratio to the derivative."""

    def __init__(self, name, f, x, written):
        self.name = name
        written = fitted(written, x)
        first, again = float(f(np.array(x, float))), float(f(np.array(x, float)))
        self.repeatable = first == again
        fd = numeric(f, x)
        top = max(np.max(np.abs(fd), initial=0), 1e-6)
        if written is None:
            self.off, self.ratio = np.inf, None
            return
        self.off = np.max(np.abs(written - fd), initial=0) / top
        if not np.isfinite(self.off):
            self.off = np.inf
        r = np.sum(written * fd) / max(np.sum(fd * fd), 1e-30)
        steady = np.max(np.abs(written - r * fd), initial=0) < RIGHT * max(top, abs(r) * top)
        self.ratio = r if steady else None

    def says(self):
        return "%s off by %.2g" % (self.name, self.off)


def whole(ratio):
    """Is this n or 1/n, n > 1?"""
    for r in (ratio, 1 / ratio if ratio else 0):
        if r > 1.5 and abs(r - round(r)) < 1e-4 * r:
            return True
    return False


def judge(kind, result):
    """A sentence about why the proof does not bear out the label, or None."""
    if isinstance(result, str):
        return None if kind not in ("pass", "mismatch", "unverified scale") else "only a reason where numbers are needed"
    if not isinstance(result, (list, tuple)) or not result:
        return "the proof shows nothing"
    try:
        entries = [Entry(*r) for r in result]
    except NotSmooth as e:
        return "undecided: %s" % e
    for e in entries:
        if not e.repeatable:
            return "%s: the function gives another value each time" % e.name
        if RIGHT <= e.off <= WRONG:
            return "undecided: " + e.says()
    wrong = [e for e in entries if e.off > WRONG]
    if kind == "pass":
        return "wrong: " + ", ".join(e.says() for e in wrong) if wrong else None
    if kind == "unverified scale":
        if not wrong:
            return "right, not scaled"
        odd = [e for e in wrong if e.ratio is None or not whole(e.ratio)]
        return "not a whole multiple: " + ", ".join(e.says() for e in odd) if odd else None
    if kind == "unverified holds-if":
        return None  # a proof may keep the invariant or break it
    return None if wrong else "right: largest " + max(entries, key=lambda e: e.off).says()


def prove(path):
    """[(name, sentence or None)] for the labels of one file."""
    here = os.path.join(HERE, path)
    found, bad = labels(here)
    out = [(path, sentence) for sentence in bad]
    proof_path = here[:-3] + ".proof.py"
    if not os.path.exists(proof_path):
        if found:
            out.append((path, "has labels but no proof"))
        return out
    stem = path[:-3].replace("/", "_")
    sys.path.insert(0, os.path.dirname(here))
    try:
        np.random.seed(zlib.crc32(path.encode()))
        m, proofs = load(here, "corpus_" + stem), load(proof_path, "proof_" + stem)
    except Exception:
        return out + [(path, "cannot be loaded: " + traceback.format_exc().strip().splitlines()[-1])]
    finally:
        sys.path.pop(0)
    names = [name for name, _, _ in found]
    for key in vars(proofs):
        if key.startswith("prove_") and key[len("prove_"):] not in names:
            out.append((path, "%s proves nothing that has a label" % key))
    for name, kind, line in found:
        where = "%s:%d %s (%s)" % (path, line, name, kind)
        fn = getattr(proofs, "prove_" + name, None)
        if fn is None:
            out.append((where, "has no proof"))
            continue
        seed = zlib.crc32((path + name).encode())
        try:
            np.random.seed(seed)
            out.append((where, judge(kind, fn(m, np.random.RandomState(seed)))))
        except Exception:
            trace = traceback.format_exc().strip().splitlines()
            out.append((where, "the proof fails: %s (%s)" % (trace[-1], trace[-3].strip() if len(trace) > 2 else "")))
    return out


def main(wanted):
    sys.path[:0] = [HERE, os.path.join(HERE, "standins")]
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    passed = failed = 0
    for path in corpus_files(wanted):
        for where, sentence in prove(path):
            if sentence is None:
                passed += 1
            else:
                failed += 1
                print("%s: %s" % (where, sentence))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
