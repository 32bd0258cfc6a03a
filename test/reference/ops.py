"""What numpy (and scipy for `sigmoid`) gives for every op of the engine.

Usage: python3 ops.py OUTPUT. Inputs come from a small generator in this file, so
that the output is the same on every run; numbers keep all their digits.
"""

import json
import math
import sys

import numpy as np
from scipy import special
from scipy.special import expit

np.seterr(all="ignore")

CASES = []
STATE = [20240229]


def draw():
    """A number in [0, 1) from a linear congruential generator."""
    STATE[0] = (1664525 * STATE[0] + 1013904223) % 2**32
    return STATE[0] / 2**32


def floats(shape, low=-2.0, high=2.0):
    count = math.prod(shape)
    return np.array([low + (high - low) * draw() for _ in range(count)]).reshape(shape)


def ints(shape, low=-9, high=10):
    return np.floor(floats(shape, low, high)).astype(np.int64)


def bools(shape):
    return floats(shape) > 0


def number(value):
    value = value.item()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def array(value):
    value = np.asarray(value)
    kinds = {"b": "bool", "i": "int", "u": "int", "f": "float"}
    return {
        "shape": list(value.shape),
        "type": kinds[value.dtype.kind],
        "data": [number(element) for element in value.ravel()],
    }


def case(op, inputs, output, parameters=None):
    CASES.append(
        {
            "op": op,
            "inputs": [array(value) for value in inputs],
            "parameters": parameters,
            "output": array(output),
        }
    )


SPECIAL = np.array(
    [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -2.5, 1e-300, -1e300, 1e-9, 36.7, -36.7, 710.5]
    + [math.inf, -math.inf, math.nan]
)

UNARY = {
    "negate": (np.negative, -2, 2),
    "exp": (np.exp, -5, 5),
    "expm1": (np.expm1, -5, 5),
    "log": (np.log, 0, 5),
    "log1p": (np.log1p, -1, 5),
    "log2": (np.log2, 0, 5),
    "log10": (np.log10, 0, 5),
    "sqrt": (np.sqrt, 0, 5),
    "cbrt": (np.cbrt, -5, 5),
    "sin": (np.sin, -50, 50),
    "cos": (np.cos, -50, 50),
    "tan": (np.tan, -50, 50),
    "asin": (np.arcsin, -1, 1),
    "acos": (np.arccos, -1, 1),
    "atan": (np.arctan, -5, 5),
    "sinh": (np.sinh, -5, 5),
    "cosh": (np.cosh, -5, 5),
    "tanh": (np.tanh, -5, 5),
    "asinh": (np.arcsinh, -5, 5),
    "acosh": (np.arccosh, 1, 5),
    "atanh": (np.arctanh, -1, 1),
    "sigmoid": (expit, -50, 50),
    "abs": (np.abs, -2, 2),
    "sign": (np.sign, -2, 2),
    "floor": (np.floor, -9, 9),
    "ceil": (np.ceil, -9, 9),
    "trunc": (np.trunc, -9, 9),
    "round": (np.round, -9, 9),
    "not": (np.logical_not, -2, 2),
    "isnan": (np.isnan, -2, 2),
    "isinf": (np.isinf, -2, 2),
}

for op, (function, low, high) in UNARY.items():
    for values in (floats((3, 4), low, high), SPECIAL):
        case(op, [values], function(values))
for op in ("negate", "abs", "sign", "floor", "ceil", "trunc", "round", "not", "sqrt", "exp"):
    values = ints((5,))
    case(op, [values], UNARY[op][0](values))
for op in ("abs", "not"):
    values = bools((5,))
    case(op, [values], UNARY[op][0](values))
for kind, dtype in (("bool", bool), ("int", np.int64), ("float", np.float64)):
    for values in (floats((6,)), np.array([0.0, -0.0, 2.9, -2.9]), ints((4,)), bools((4,))):
        case("cast", [values], values.astype(dtype), {"type": kind})

SPECIAL_FUNCTIONS = {
    "erf": (special.erf, -3, 3),
    "erfc": (special.erfc, -3, 9),
    "erfcx": (special.erfcx, -3, 9),
    "erfinv": (special.erfinv, -1, 1),
    "erfcinv": (special.erfcinv, 0, 2),
    "logNdtr": (special.log_ndtr, -40, 5),
    "gammaln": (special.gammaln, 0, 9),
    "gamma": (special.gamma, 0, 9),
}

for op, (function, low, high) in SPECIAL_FUNCTIONS.items():
    for values in (floats((3, 4), low, high), np.array([0.0, 1.0, 0.5, math.nan])):
        case(op, [values], function(values))
    values = ints((3,), 0, 2)
    case(op, [values], function(values))
for op in ("erf", "erfc", "erfcx", "erfinv", "logNdtr"):
    values = np.array([-0.5, 1e-300, -1e-9, -1.0, 1e-5])
    case(op, [values], SPECIAL_FUNCTIONS[op][0](values))
for op in ("erf", "erfc", "erfcx", "logNdtr"):
    values = np.array([6.0, 26.0, -6.0, -25.0, 300.0, -300.0, math.inf, -math.inf])
    case(op, [values], SPECIAL_FUNCTIONS[op][0](values))
for op in ("gammaln", "gamma"):
    values = np.array([-0.5, -1.5, -3.3, 1e-9, 2.0, 3.0, 1.0000001, 20.5, 100.0, 150.25, math.inf])
    case(op, [values], SPECIAL_FUNCTIONS[op][0](values))
for order in range(5):
    for values in (floats((6,), 0.1, 30), np.array([1e-3, 1.0, 2.0, 500.0, -0.5, -1.25])):
        result = special.psi(values) if order == 0 else special.polygamma(order, np.abs(values))
        case("polygamma", [values if order == 0 else np.abs(values)], result, {"order": order})
case("polygamma", [np.array([0.0, -1.0])], special.psi([0.0, -1.0]), {"order": 0})
for order, function in ((0, special.i0), (1, special.i1), (2, lambda x: special.iv(2, x))):
    for values in (floats((6,), -9, 9), np.array([0.0, 30.0, -200.0, 700.0, -0.001])):
        case("besselI", [values], function(values), {"order": order})


def signed(vectors):
    """With the sign that the engine gives: a weighted sum of each column is not negative."""
    weights = 1 / (1 + 0.6180339887498949 * np.arange(vectors.shape[-1]))
    return vectors * np.where(np.einsum("i,...ij->...j", weights, vectors) < 0, -1.0, 1.0)[..., None, :]


for shape in ((1, 1), (2, 2), (3, 3), (5, 5), (2, 3, 3)):
    values = floats(shape)
    symmetric = (values + np.swapaxes(values, -1, -2)) / 2
    case("eigenvalues", [values], np.linalg.eigvalsh(symmetric))
    case("eigenvectors", [values], signed(np.linalg.eigh(symmetric)[1]))
case("eigenvalues", [np.eye(3)], np.ones(3))
case("eigenvalues", [np.ones((3, 3))], np.array([0.0, 0.0, 3.0]))
case("eigenvectors", [np.array([[0.0, 1.0], [1.0, 0.0]])], np.array([[1.0, 1.0], [-1.0, 1.0]]) / math.sqrt(2))
for shape in ((2, 2), (4, 2), (2, 3), (2, 3, 2)):
    values = floats(shape)
    case("pseudoInverse", [values], np.linalg.pinv(values, rcond=1e-15), {"cutoff": 1e-15})
case("pseudoInverse", [np.ones((3, 2))], np.full((2, 3), 1 / 6), {"cutoff": 1e-15})

BINARY = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "power": np.power,
    "maximum": np.maximum,
    "minimum": np.minimum,
    "atan2": np.arctan2,
    "hypot": np.hypot,
    "logaddexp": np.logaddexp,
    "floorDivide": np.floor_divide,
    "floorMod": np.mod,
    "remainder": np.fmod,
    "less": np.less,
    "lessEqual": np.less_equal,
    "greater": np.greater,
    "greaterEqual": np.greater_equal,
    "equal": np.equal,
    "notEqual": np.not_equal,
    "and": np.logical_and,
    "or": np.logical_or,
    "xor": np.logical_xor,
}

PAIRS = [((), ()), ((3,), ()), ((2, 3), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((2, 1, 2), (3, 1))]

for op, function in BINARY.items():
    for left, right in PAIRS:
        a, b = floats(left, 0.1, 3) if op == "power" else floats(left), floats(right)
        case(op, [a, b], function(a, b))
    a, b = ints((2, 3)), ints((3,), 1, 6)
    case(op, [a, b], function(a, b))
    a, b = ints((4,)), floats((4,))
    case(op, [a, b], function(a, b))
    if op != "subtract":
        a, b = bools((4,)), np.array([True, False, True, True])
        if op not in ("power", "floorDivide", "floorMod", "remainder"):
            if op not in ("divide", "atan2", "hypot", "logaddexp"):
                case(op, [a, b], function(a, b))
    edge = np.array([0.0, 0.0, 1.0, -1.0, 2.5, -2.5, math.inf, -math.inf, 800.0, -3.0])
    other = np.array([0.0, 1.0, 0.0, 3.0, 2.5, 1.0, 2.0, -math.inf, 799.0, 2.0])
    case(op, [edge, other], function(edge, other))
    case(op, [other, edge], function(other, edge))

for op, function in (
    ("bitAnd", np.bitwise_and),
    ("bitOr", np.bitwise_or),
    ("bitXor", np.bitwise_xor),
):
    a, b = ints((6,), -100, 100), ints((6,), -100, 100)
    case(op, [a, b], function(a, b))
    a, b = ints((4,), -(2**50), 2**50), ints((4,), -(2**50), 2**50)
    case(op, [a, b], function(a, b))
    a, b = ints((4,), -100, 100), ints((4,), 2**40, 2**50)
    case(op, [a, b], function(a, b))
    case(op, [b, a], function(b, a))
    a, b = bools((4,)), bools((4,))
    case(op, [a, b], function(a, b))
for op, function in (("shiftLeft", np.left_shift), ("shiftRight", np.right_shift)):
    a, b = ints((6,), -100, 100), ints((6,), 0, 20)
    case(op, [a, b], function(a, b))

for shapes in (((2, 3), (2, 3), (2, 3)), ((3,), (2, 1), ()), ((), (2,), (2,)), ((2, 1), (), (1, 3))):
    c, a, b = bools(shapes[0]), floats(shapes[1]), floats(shapes[2])
    case("where", [c, a, b], np.where(c, a, b))
c, a, b = bools((4,)), ints((4,)), bools((4,))
case("where", [c, a, b], np.where(c, a, b))

REDUCTIONS = {
    "sum": np.sum,
    "max": np.max,
    "min": np.min,
    "prod": np.prod,
    "any": np.any,
    "all": np.all,
}
AXES = [((5,), (0,)), ((2, 3), (0,)), ((2, 3), (1,)), ((2, 3), (0, 1)), ((2, 3, 4), (0, 2)), ((2, 3, 4), (1,))]

for op, function in REDUCTIONS.items():
    for shape, axes in AXES:
        for keep in (False, True):
            parameters = {"axes": list(axes), "keepDimensions": keep}
            for values in (floats(shape), ints(shape, -1, 3), bools(shape)):
                case(op, [values], function(values, axis=axes, keepdims=keep), parameters)
    values = np.array([[1.0, math.nan], [math.inf, 2.0]])
    case(op, [values], function(values, axis=1), {"axes": [1], "keepDimensions": False})
case("sum", [floats((300,))], 0, {"axes": [0], "keepDimensions": False})
CASES[-1]["output"] = array(np.sum(np.array(CASES[-1]["inputs"][0]["data"])))

for op, function in (("argmax", np.argmax), ("argmin", np.argmin)):
    for shape, axis in (((5,), 0), ((3, 4), 0), ((3, 4), 1), ((2, 3, 4), 1)):
        for values in (floats(shape), ints(shape, 0, 3)):
            result = function(values, axis=axis)
            case(op, [values], result, {"axis": axis, "keepDimensions": False})
    values = np.array([1.0, math.nan, 3.0, math.nan])
    case(op, [values], function(values, axis=0), {"axis": 0, "keepDimensions": False})
for shape, axis in (((5,), 0), ((3, 4), 0), ((3, 4), 1), ((2, 3, 4), 1)):
    for values in (floats(shape), ints(shape), bools(shape)):
        case("cumsum", [values], np.cumsum(values, axis=axis), {"axis": axis})

for left, right in (
    ((2, 3), (3, 4)),
    ((1, 5), (5, 1)),
    ((2, 2, 3), (3, 2)),
    ((4, 1, 2, 3), (2, 3, 2)),
):
    a, b = floats(left), floats(right)
    case("matmul", [a, b], np.matmul(a, b))
a, b = ints((2, 3)), ints((3, 2))
case("matmul", [a, b], np.matmul(a, b))
a, b = bools((3, 3)), bools((3, 3))
case("matmul", [a, b], np.matmul(a, b))

values = floats((2, 3, 4))
case("reshape", [values], values.reshape(4, 6), {"shape": [4, 6]})
case("transpose", [values], values.transpose(2, 0, 1), {"axes": [2, 0, 1]})
case("transpose", [ints((2, 3))], np.zeros((3, 2)), {"axes": [1, 0]})
CASES[-1]["output"] = array(np.array(CASES[-1]["inputs"][0]["data"]).reshape(2, 3).T)
for own, shape in (((), (2, 2)), ((3,), (2, 3)), ((2, 1), (2, 3)), ((1, 3, 1), (2, 3, 2))):
    values = floats(own)
    case("broadcast", [values], np.broadcast_to(values, shape), {"shape": list(shape)})
for shapes, axis in ((((2,), (3,)), 0), (((2, 2), (1, 2), (3, 2)), 0), (((2, 1), (2, 3)), 1)):
    parts = [floats(shape) for shape in shapes]
    case("concatenate", parts, np.concatenate(parts, axis=axis), {"axis": axis})
case("concatenate", [ints((2,)), floats((1,))], np.zeros(3), {"axis": 0})
CASES[-1]["output"] = array(
    np.concatenate([np.array(part["data"]) for part in CASES[-1]["inputs"]])
)

POSITIONS = [3, 0, 3, 5]
values = floats((2, 3))
taken = values.ravel()[POSITIONS].reshape(2, 2)
case("gather", [values], taken, {"positions": POSITIONS, "shape": [2, 2]})
values = floats((2, 2))
scattered = np.zeros(6)
np.add.at(scattered, POSITIONS, values.ravel())
case("scatterAdd", [values], scattered.reshape(2, 3), {"positions": POSITIONS, "shape": [2, 3]})

with open(sys.argv[1], "w", encoding="ascii") as file:
    file.write("[\n")
    file.write(",\n".join(json.dumps(one) for one in CASES))
    file.write("\n]\n")
