"""Input checks by exceptions of one's own: hierarchies, chaining, else, finally, clean-up."""
import numpy as np


class CheckError(Exception):
    """The base of all complaints."""

    code = 100


class ShapeError(CheckError, ValueError):
    code = 101

    def __init__(self, expected, got):
        self.expected, self.got = expected, got
        super().__init__(f"expected {expected}, got {got}")


class RangeError(CheckError):
    code = 102


log = []


class Section:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        log.append("open " + self.name)
        return self

    def __exit__(self, kind, value, trace):
        log.append(("fail " if kind else "close ") + self.name)
        return kind is not None and issubclass(kind, RangeError)


def validate(x, W):
    x, W = np.asarray(x, dtype=float), np.asarray(W, dtype=float)
    if x.ndim != 1:
        raise ShapeError("a vector", f"{x.ndim} dimensions")
    if W.shape != (x.size, x.size):
        raise ShapeError((x.size, x.size), W.shape)
    if not np.all(np.isfinite(x)):
        raise RangeError("not finite")
    return x @ W @ x


def guarded(x, W):
    outcome = {}
    try:
        value = validate(x, W)
    except ShapeError as e:
        outcome["error"] = str(e)
        outcome["code"] = e.code
    except CheckError as e:
        outcome["error"] = repr(e.args)
        outcome["code"] = type(e).code
    else:
        outcome["value"] = value
    finally:
        outcome["done"] = True
    return outcome


def nested(n):
    try:
        if n == 0:
            raise KeyError("zero")
        return 10 // (n - 1)
    except ZeroDivisionError as e:
        raise RangeError("one") from e
    finally:
        log.append(n)


outcomes = [
    guarded([1, 2], [[1, 0], [0, 1]]),
    guarded([[1, 2]], [[1]]),
    guarded([1, 2], [[1, 2, 3]]),
    guarded([1, float("nan")], np.eye(2)),
]
with Section("outer"):
    with Section("inner") as section:
        validate([np.inf], [[1.0]])
        log.append("not reached")
    log.append("after " + section.name)
results = []
for n in (2, 0, 1, 6):
    try:
        results.append(nested(n))
    except (KeyError, RangeError) as e:
        results.append(f"{type(e).__name__}{e.args}")
caught_as_value_error = False
try:
    validate([1.0], np.zeros((3, 3)))
except ValueError as e:
    caught_as_value_error = isinstance(e, CheckError)
del section
