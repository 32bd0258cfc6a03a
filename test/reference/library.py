"""What numpy, scipy, math and Python's builtins give for every library name that is supported.

Usage: python3 library.py OUTPUT. A row is a program that sets `r`; it starts from
the inputs below. A row that raises records the classes of its exception.
"""

import json
import math
import sys

import numpy as np

np.seterr(all="ignore")

INPUTS = {
    "x": [[0.5, -1.25, 2.0], [1.5, 0.25, -0.75]],
    "y": [0.3, -0.6, 1.7],
    "z": [
        [[0.1, 0.9, -0.4, 1.2], [0.7, -1.1, 0.6, 0.2], [-0.3, 0.8, 1.4, -0.9]],
        [[1.1, -0.2, 0.5, 0.05], [-1.3, 0.45, 0.35, 1.6], [0.15, 0.95, -0.55, 0.65]],
    ],
    "p": [[0.2, 0.55, 0.9], [0.35, 0.7, 0.15]],
    "q": [[1.5, 2.25, 3.0], [4.5, 1.1, 2.75]],
    "m": [[2.0, 0.5, -0.3], [0.1, 1.5, 0.4], [-0.2, 0.6, 3.0]],
    "w": [[0.4, -0.7, 1.1], [0.9, 0.3, -0.2], [-0.5, 0.8, 0.6], [1.3, -1.4, 0.2]],
    "u": [0.25, 0.5, 0.75, 1.25],
    "s": 0.7,
    "t": -1.4,
    "k": 3,
    "h": -2,
    "i": [[3, -1, 2], [0, 5, -4]],
    "j": [2, 0, 3, 1],
    "l": [1, 2, 0],
    "b": [[True, False, True], [False, False, True]],
    "c": [True, False, True],
    "d": [[0.0, 1.5, 0.0], [2.5, 0.0, 3.5]],
    "o": 2.5,
}

CODES = []


def add(*codes):
    for code in codes:
        CODES.append(code if "r = " in code or "\n" in code else f"r = {code}")


def each(template, **choices):
    """One row for every combination of the choices."""
    rows = [{}]
    for name, values in choices.items():
        rows = [{**row, name: value} for row in rows for value in values]
    add(*(template.format(**row) for row in rows))


AXES2 = ["", ", axis=0", ", axis=1", ", axis=-1", ", axis=(0, 1)", ", axis=None"]
AXES3 = ["", ", 0", ", axis=1", ", axis=-1", ", axis=(0, 2)", ", axis=(-1, 0)", ", axis=(1,)"]
KEEP = ["", ", keepdims=True"]


def elementwise():
    each(
        "np.{f}({a})",
        f="exp exp2 expm1 sin cos tan arctan sinh cosh tanh arcsinh cbrt square abs absolute fabs"
        " sign negative positive floor ceil trunc fix rint isnan isinf isfinite deg2rad radians"
        " rad2deg degrees sinc conj real".split(),
        a=["x", "s", "i", "k", "z[:, 1]", "[0.5, 2]"],
    )
    each("np.{f}({a})", f="log log2 log10 log1p sqrt reciprocal".split(), a=["p", "q", "k", "s", "x * x"])
    each("np.{f}({a})", f="arcsin arccos arctanh".split(), a=["p", "s", "0", "-p"])
    each("np.arccosh({a})", a=["q", "k", "1.5"])
    add("np.reciprocal(i[0, :1])", "np.reciprocal(2)", "np.log(-x)", "np.sqrt(-p)", "np.log(0.0 * p)")
    each("np.{f}({a})", f=["logical_not", "isnan", "abs"], a=["b", "c"])
    add("np.invert(b)", "np.invert(i)", "~b", "~i", "np.invert(x)", "np.logical_not(x)", "np.logical_not(i)")
    each(
        "np.{f}({a})",
        f="add subtract multiply maximum minimum fmax fmin less less_equal greater greater_equal"
        " equal not_equal logical_and logical_or logical_xor hypot arctan2 heaviside".split(),
        a=["x, y", "x, p", "0, x", "i, l", "k, s", "z, w.T", "x[:, :1], y", "x, 0.5", "i, 2"],
    )
    each(
        "np.{f}({a})",
        f="divide true_divide floor_divide mod remainder fmod".split(),
        a=["x, y", "x, q", "i, 2", "1, q", "x, -0.7", "i, -3", "k, s", "h, k", "i, x"],
    )
    each("np.{f}({a})", f=["power", "float_power"], a=["q, x", "x, 2", "q, 0.5", "i, 2", "2, l", "2.0, i", "q, -1", "k, s"])
    add("np.power(i, -1)", "np.power(2, h)", "np.power(x, 3)", "np.float_power(i, 2)")
    each("np.logaddexp({a})", a=["x, y", "0, x", "i, l", "s, t"])
    each("np.bitwise_{f}({a})", f=["and", "or", "xor"], a=["b, c", "i, l", "i, 3", "b, l"])
    add("np.left_shift(l, 2)", "np.right_shift(i, 1)", "np.bitwise_and(x, y)")
    each("np.{f}(x, y, out=np.zeros((2, 3)))", f=["add", "multiply", "maximum"])
    add(
        "a = np.zeros((2, 3))\nnp.add(x, y, out=a)\nr = a",
        "a = x.copy()\nnp.multiply(a, 2, a)\nr = a",
        "a = x.copy()\nnp.exp(a[:, 1:], out=a[:, :2])\nr = a",
        "a = i.copy()\nnp.add(a, 0.5, out=a)\nr = a",
        "a = np.zeros(3)\nr = np.sum(x, axis=0, out=a)",
        "np.add(x, w)",
        "np.maximum(z, w)",
        "np.add.outer(y, u)",
        "np.multiply.outer(x, u)",
        "np.subtract.outer(l, j)",
        "np.add.reduce(x)",
        "np.add.reduce(x, axis=1, keepdims=True)",
        "np.maximum.reduce(x, axis=1)",
        "np.minimum.reduce([x[0], x[1]])",
        "np.multiply.reduce(x)",
        "np.add.accumulate(x)",
    )
    each("np.{f}(x, {n})", f=["round", "around"], n=["0", "1", "2", "decimals=3", "-1"])
    add("np.round(i)", "np.round(k, 1)", "np.round(s)", "x.round(1)", "np.round(12345.678, -2)", "np.round(i * 7, -1)")
    each("np.where({a})", a=["x > 0, x, 0", "b, 1, 0", "c, x, y[:, None][:2]", "x > 0, x, -x", "i > 0, i, x", "s > 0, 1.0, 2", "d, 1.0, 2.0", "x > y, x, w[:2]", "b, x, u"])
    add("np.where(x > 0)", "np.where(c)", "np.where(i == 5)[1]", "np.where(x > 0, x)")
    each("np.clip({a})", a=["x, 0, 1", "x, -0.5, None", "x, None, 0.5", "i, 0, 3", "i, -0.5, 2.5", "x, y - 1, y", "s, 0, 0.5", "x, a_min=-1, a_max=1", "i, 1, 10**3"])
    add("x.clip(0, 1)", "x.clip(min=0)", "x.clip(max=0.5)", "np.clip(x, 0, 1, out=x.copy())")
    each("np.isclose({a})", a=["x, x + 1e-9", "x, x + 1e-3", "x, x + 0.01, atol=0.1", "x, y, rtol=0.5", "np.inf, np.inf"])
    each("np.allclose({a})", a=["x, x + 1e-9", "x, x + 1e-3", "x, y, atol=5"])
    each("np.array_equal({a})", a=["x, x", "x, y", "i, i + 0.0"])
    each("np.nan_to_num({a})", a=["np.log(d * 0 + np.array([0, 1, -1]))", "np.array([np.nan, np.inf, -np.inf, 1.0])", "np.array([np.nan, np.inf, -np.inf]), nan=1.0, posinf=2.0, neginf=-3.0", "i"])


def reductions():
    names = "sum prod max min amax amin mean var std any all ptp"
    each("np.{f}({a}{o})", f=names.split(), a=["x", "i"], o=AXES2)
    each("np.{f}(z{o}{k})", f="sum prod max min mean var std any all".split(), o=AXES3, k=KEEP)
    each("{a}.{f}({o})", a=["x", "z", "i", "b"], f="sum mean max min any all prod var std".split(), o=["", "0", "axis=1", "axis=-1, keepdims=True"])
    each("np.{f}(b{o})", f="sum mean prod max min any all count_nonzero cumsum argmax".split(), o=["", ", axis=0"])
    each("np.{f}({a})", f="sum mean max min prod std var".split(), a=["s", "k", "[1, 2, 3]", "[x, x + 1]", "(s, t)", "u[1:1]", "z[0, :, ::2]", "z.T", "i[:, 1]"])
    each("np.{f}(x, ddof={d})", f=["var", "std"], d=["1", "1, axis=0", "1, axis=1, keepdims=True"])
    add("np.var(y, ddof=1)", "np.sum(b, dtype=float)", "np.sum(i, dtype=np.float64)", "np.sum(x, dtype=int)", "np.mean(i, axis=0, dtype=float)", "np.sum(x, initial=1.5)", "np.max(x, initial=1.0)", "np.min(x, axis=0, initial=0.0)", "np.prod(x.shape)", "np.sum(x, axis=2)", "np.sum(x, axis=(0, 0))", "np.max(u[1:1])", "np.argmax(u[1:1])", "np.sum(z, (0, 1))", "np.sum(x, 1, keepdims=True)", "np.nansum([1.0, np.nan, 2.0])")
    each("np.{f}({a}{o})", f=["argmax", "argmin"], a=["x", "z", "i"], o=["", ", axis=0", ", axis=-1", ", 1", ", axis=0, keepdims=True", ", keepdims=True"])
    each("x.{f}({o})", f=["argmax", "argmin"], o=["", "axis=1", "0"])
    each("np.{f}({a}{o})", f=["cumsum", "cumprod"], a=["x", "i", "z", "b"], o=["", ", axis=0", ", axis=-1", ", 1"])
    add("x.cumsum(axis=1)", "x.cumprod()", "np.cumsum(u[::-1])[::-1]", "np.cumsum([1, 2, 3])", "np.cumsum(i, dtype=float)")
    each("np.count_nonzero({a})", a=["d", "d, axis=0", "x > 0", "d, axis=1, keepdims=True"])
    each("np.average({a})", a=["x", "x, axis=0", "x, weights=p", "x, axis=1, weights=[1, 2, 3]", "x, axis=0, weights=p", "i", "x, 0, [0.25, 0.75], True"])
    each("np.median({a})", a=["x", "x, axis=0", "x, axis=1", "y", "u", "i", "z, axis=-1, keepdims=True", "x, keepdims=True"])
    each("np.diff({a})", a=["u", "x", "x, axis=0", "z, axis=1", "u, n=2", "u, 3", "i", "x, 1, 0"])
    each("np.trapz({a})", a=["u", "x", "u, dx=0.5", "u, j + 0.5", "x, axis=0", "x, y, axis=1"])
    each("np.trace({a})", a=["m", "x", "z", "z, axis1=1, axis2=2", "m, 1", "m, offset=-1"])
    add("m.trace()", "x.ptp()", "x.ptp(axis=0)")
    each("np.linalg.norm({a})", a=["x", "y", "z", "i", "y, 1", "y, 2", "y, np.inf", "y, -np.inf", "y, 3", "y, 0.5", "y, 0", "x, 'fro'", "x, 1", "x, -1", "x, np.inf", "x, -np.inf", "x, axis=0", "x, axis=1, keepdims=True", "x, ord=1, axis=0", "x, ord=2, axis=1", "x, ord=np.inf, axis=-1, keepdims=True", "z, axis=(1, 2)", "z, ord=1, axis=(1, 2)", "z, ord=np.inf, axis=(0, 2)", "z, ord=1, axis=(2, 0)", "z, 'fro', axis=(0, 1), keepdims=True", "x, keepdims=True", "s", "z, 1", "d, 0, axis=1", "[3, 4]", "z, axis=1"])


def creation():
    each("np.array({a})", a=["[1, 2, 3]", "[1, 2.5]", "[[1, 2], [3, 4]]", "[True, False]", "[True, 2]", "3", "2.5", "True", "x", "[x, x]", "[s, t, 1]", "(1, 2)", "range(4)", "[[s], [k]]", "[y, l]", "[]", "[[]]", "[1, 2], dtype=float", "[1.7, -2.7], dtype=int", "[0, 1.5], dtype=bool", "x, dtype=np.float32", "[1, 2], dtype='float64'", "[1, 2], np.float64", "[y[0], y[1] * 2]", "[[1, 2], [3]]", "5, ndmin=2", "y, ndmin=2"])
    each("np.{f}({a})", f=["asarray", "ascontiguousarray", "copy", "asarray_chkfinite"], a=["x", "[1, 2]", "x.T", "y"])
    add("np.asarray([1, 2], dtype=float)", "np.asarray(i, float)", "a = np.asarray(x)\nr = a is x", "a = x.copy()\nb2 = np.asarray(a)\nb2[0] = 9.0\nr = a", "a = np.array(x)\na[0] = 9\nr = [a, x]")
    each("np.{f}({a})", f=["zeros", "ones"], a=["3", "(2, 3)", "[2, 2]", "()", "(0, 2)", "x.shape", "2, dtype=int", "(2,), bool", "shape=(1, 2)", "x.shape[0]", "(np.prod(x.shape), 2)", "-1"])
    each("np.empty({a}).shape", a=["3", "(2, 3)"])
    each("np.full({a})", a=["3, 2", "(2, 2), 1.5", "(2, 3), y", "2, True", "2, 3, dtype=float", "(2,), fill_value=s", "(2, 2), -np.inf"])
    each("np.{f}_like({a})", f=["zeros", "ones"], a=["x", "i", "b", "s", "k", "[1, 2]", "x, dtype=int", "z[0].T", "y, shape=(2, 2)", "i, dtype=float"])
    each("np.full_like({a})", a=["x, 2", "i, 2.7", "x, s", "b, 1", "x, y", "i, 1.5, dtype=float"])
    add("np.empty_like(x).shape", "np.empty_like(i).dtype == np.int64")
    each("np.arange({a})", a=["5", "2, 5", "1, 10, 3", "0, 1, 0.25", "5.0", "5, 0, -1", "5, 0", "0.5, 3", "k", "s, 3", "0, 1, 0.1", "1, 2, 0.3", "3, dtype=float", "4.5, dtype=int", "h, k", "x.shape[1]", "0, -1, -0.25", "start=1, stop=4", "0"])
    each("np.linspace({a})", a=["0, 1, 5", "0, 1", "1, -1, 4", "0, 1, 5, endpoint=False", "0, 1, 1", "s, 2, 3", "0, 10, num=3, dtype=int", "y, y + 1, 3", "0, 1, 0", "-2, 2, 7"])
    add("np.linspace(0, 1, 5, retstep=True)", "np.logspace(0, 2, 3)", "np.logspace(-1, 1, 4, base=2)")
    each("np.eye({a})", a=["3", "2, 3", "3, k=1", "3, 4, -1", "2, dtype=int", "3, M=2", "k"])
    each("np.identity({a})", a=["2", "3, dtype=int"])
    each("np.tri({a})", a=["3", "2, 4", "3, 3, -1", "3, k=1"])
    each("np.{f}({a})", f=["tril", "triu"], a=["m", "m, 1", "m, -1", "x", "i", "z", "w, k=-1", "y", "b"])
    each("np.diag({a})", a=["y", "m", "y, 1", "y, -2", "m, 1", "m, k=-1", "x", "l", "w, -2", "m, 5", "z"])
    each("np.diagonal({a})", a=["m", "m, 1", "z", "z, 0, 1, 2", "m, offset=-1", "w"])
    add("m.diagonal()", "np.diagflat(x)", "np.diagflat([1, 2], 1)", "np.diag(np.diag(m))")
    each("np.meshgrid({a})", a=["y, u", "y, u, indexing='ij'", "y, u, l", "y", "y, u, sparse=True", "[1, 2], [3, 4]"])
    each("np.broadcast_to({a})", a=["y, (2, 3)", "s, (2,)", "x[:, :1], x.shape", "y, (3, 2)", "i, (2, 2, 3)"])
    add("np.broadcast_arrays(x, y)", "np.broadcast_arrays(x[:, :1], u)", "np.broadcast_arrays(x, u)")
    each("x.astype({a})", a=["int", "float", "bool", "np.float32", "np.int64", "'int'", "'float32'"])
    each("{a}.astype(float)", a=["i", "b", "l[0]", "(x > 0)"])
    each("np.{f}({a})", f=["float64", "int64", "bool_", "float32"], a=["2.5", "i", "[0.5, 2.25]", "k"])
    add("x.tolist()", "i.tolist()", "y[0].tolist()", "y[1].item()", "l[1].item()", "x[:1, :1].item()", "x.item()", "np.array([2]).item()")
    add("np.finfo(float).eps", "np.finfo(np.float64).max", "np.finfo(x.dtype).tiny", "np.pi", "np.e", "np.inf", "-np.inf", "np.nan", "y[np.newaxis, :]", "np.euler_gamma")
    each("np.issubdtype({a})", a=["x.dtype, np.floating", "i.dtype, np.floating", "i.dtype, np.integer", "b.dtype, np.number", "np.float32, np.floating", "x.dtype, float"])
    add("np.isscalar(3)", "np.isscalar(x)", "x.dtype == np.float64", "x.dtype == float", "i.dtype == int", "x.dtype == 'float64'", "x.dtype == np.int64", "b.dtype == bool", "x.dtype == i.dtype")


def shapes():
    for a in ["x", "z", "x.T", "z[:, 1:]", "z.transpose(2, 0, 1)", "i"]:
        each("{a}.reshape({s})", a=[a], s=["-1", "(1, -1)", "-1, 1"])
        each("np.{f}({a})", f=["ravel", "transpose", "squeeze", "flip", "copy", "atleast_2d"], a=[a])
        each("{a}.{f}", f=["T", "flatten()", "ravel()", "shape", "size", "ndim", "transpose()"], a=[a])
    each("x.reshape({s})", s=["3, 2", "(3, 2)", "[6]", "2, 3, 1", "6", "1, 6", "-1, 2", "4, 2", "-1, -1", "-1, 4", "(3, 2), order='F'", "x.shape", "(6,)", "2, -1", "0, -1"])
    each("np.reshape({a})", a=["x, (3, 2)", "x, -1", "x, (3, 2), order='F'", "z, (6, 4)", "[1, 2, 3, 4], (2, 2)", "y, (1, 3, 1)", "x.T, 6"])
    each("z.reshape({s})", s=["6, 4", "2, 12", "(4, -1)", "z.shape[0], -1", "-1", "2, 3, 2, 2", "6, 4, order='F'"])
    add("x.ravel('F')", "x.flatten(order='F')", "np.ravel([[1, 2], [3, 4]])", "u[1:1].reshape(-1, 2)", "u[1:1].reshape(0, 5)", "z[:, :, ::2].reshape(6, 2)", "z[:, 1].reshape(2, 2, 2)", "z[::-1].reshape(-1)")
    each("z.transpose({s})", s=["0, 2, 1", "(2, 0, 1)", "[1, 0, 2]", "", "-1, 0, 1", "0, 1", "0, 0, 1", "None"])
    each("np.transpose({a})", a=["z, (0, 2, 1)", "x", "y", "z, [2, 1, 0]", "[[1, 2], [3, 4]]", "z, axes=(1, 2, 0)"])
    each("np.swapaxes({a})", a=["z, 0, 2", "z, -1, 0", "x, 0, 1", "x, 0, 2"])
    add("z.swapaxes(1, 2)", "z.T.shape", "y.T")
    each("np.moveaxis({a})", a=["z, 0, -1", "z, -1, 0", "z, [0, 1], [-1, -2]", "z, (2, 0), (0, 1)", "x, 1, 0"])
    each("np.squeeze({a})", a=["z[:, :1]", "z[:, :1], axis=1", "z[:1, :1]", "z, axis=0", "z[:1, :, :1], axis=(0, 2)"])
    add("x[:, None, :].squeeze()", "x[None].squeeze(0)", "x[None].squeeze(axis=1)")
    each("np.expand_dims({a})", a=["x, 0", "x, 1", "x, -1", "y, axis=1", "x, (0, 2)", "x, axis=2", "x, 4", "s, 0"])
    each("np.atleast_{d}d({a})", d=["1", "2", "3"], a=["s", "y", "x", "z", "[1, 2]"])
    add("np.atleast_2d(y, s)", "np.atleast_1d(3, [1])")
    each("np.concatenate({a})", a=["[x, x]", "(x, p), axis=1", "[y, u]", "[x, i]", "(x, w)", "[x, y[None]], 0", "[x, y]", "(x, w), axis=1", "[x, x], axis=None", "(x, p), axis=-1", "[z, z], axis=2", "[l, j]", "[b, c[None]]", "[]", "[s, t]", "x", "[[1, 2], [3]]", "[x, x], axis=2"])
    each("np.{f}({a})", f=["hstack", "vstack", "dstack", "column_stack", "stack"], a=["[x, p]", "(y, y)", "[y, l]", "[z, z]", "[x, y]", "(s, t)", "[x, i]"])
    each("np.stack({a})", a=["[x, p], axis=1", "[x, p], axis=-1", "[y, y], axis=1", "[x, y]", "[s, t, 1.0]", "[x, p], axis=3", "x"])
    add("np.hstack((x, x[:, :1]))", "np.hstack([np.ones((2, 1)), x])", "np.vstack([x, y])", "np.vstack((x, w))")
    each("np.append({a})", a=["x, p", "y, 1", "x, p, axis=0", "x, y", "y, [1, 2]", "x, p, axis=1", "l, 0.5"])
    each("np.split({a})", a=["u, 2", "z, 2, axis=2", "x, 3, axis=1", "u, [1, 3]", "u, 3", "w, [1], axis=0", "u, [2, 2, 9]"])
    each("np.array_split({a})", a=["u, 3", "w, 3", "u, 2", "x, 2, axis=1"])
    add("np.hsplit(x, 3)", "np.vsplit(w, 2)", "a, e = np.split(u, 2)\nr = a + e", "np.hsplit(u, 2)")
    each("np.flip({a})", a=["x", "x, 0", "x, axis=1", "z, (0, 2)", "u", "x, axis=-1"])
    add("np.fliplr(x)", "np.flipud(x)", "np.flipud(y)", "np.rot90(x)", "np.rot90(x, 2)", "np.rot90(m, -1)", "np.rot90(z, k=3, axes=(1, 2))", "np.fliplr(y)")
    each("np.roll({a})", a=["u, 1", "u, -1", "x, 1", "x, 1, axis=0", "x, -2, axis=1", "z, (1, 2), axis=(0, 2)", "u, 7", "x, 1, axis=(0, 1)"])
    each("np.pad({a})", a=["u, 1", "u, (1, 2)", "x, 1", "x, ((1, 0), (0, 2))", "x, (0, 1)", "x, 1, 'constant'", "x, 1, mode='constant', constant_values=2.5", "z, ((0, 0), (1, 1), (1, 1)), 'constant'", "x, 1, mode='edge'", "x, 1, mode='reflect'", "u, 2, 'wrap'", "u, (3, 2), 'symmetric'", "i, 1", "i, 1, constant_values=-1", "x, [(0, 1), (1, 0)]", "x, ((1,), (2,))", "u, 3, 'reflect'", "x, -1", "x, pad_width=1", "x, ((1, 1), (1, 1), (0, 0))"])
    each("np.take({a})", a=["u, 1", "u, [0, 2]", "x, [0, 1], axis=1", "x, [[0, 1], [2, 0]], axis=1", "x, 4", "x, l, axis=1", "z, -1, axis=2", "u, [9]", "x, j[:2], 0"])
    add("x.take([1, 3])", "u.take(j)", "x.take(0, axis=1)")
    each("np.delete({a})", a=["u, 1", "u, [0, 2]", "x, 0, axis=0", "x, 1, 1", "x, 3", "x, [0, -1], axis=1", "u, slice(1, 3)", "u, 9", "x, [], axis=0", "x, [True, False, True], axis=1"])
    each("np.repeat({a})", a=["u, 2", "x, 2", "x, 2, axis=0", "x, 3, axis=1", "y, [1, 0, 2]", "x, [2, 1], axis=0", "3, 4", "s, 2", "x, 2, -1", "y, [1, 2]"])
    each("np.tile({a})", a=["y, 2", "y, (2, 1)", "x, 2", "x, (2, 1)", "x, (2, 2, 1)", "z, 2", "s, 3", "y, (2, 2)", "l, 2"])
    add("x.repeat(2)", "x.repeat(2, axis=1)", "np.shape(x)", "np.ndim(z)", "np.size(x)", "np.size(x, 1)", "np.shape([[1, 2]])", "np.shape(s)", "x.nbytes", "x.itemsize", "x.strides", "z.T.strides", "x.real", "list(x.flat)")


def views():
    """Writes that are seen, or not, through what a function gave."""
    for make in ["x.T", "x.reshape(3, 2)", "x.reshape(-1)", "x.ravel()", "x.transpose()", "x.swapaxes(0, 1)", "x[None].squeeze()", "np.expand_dims(x, 0)[0]", "x[::-1]", "np.flip(x)", "np.atleast_2d(x)", "np.asarray(x)", "x[:, 1:]", "x.T.reshape(-1)", "x.flatten()", "x.copy()", "np.array(x)", "x.T.ravel()", "x[:]", "np.split(x, 2)[0]", "x.astype(float)", "x + 0", "x[[0, 1]]", "x[:, :2].reshape(-1)", "np.squeeze(x)", "np.moveaxis(x, 0, 1)", "x.reshape(2, 3)", "np.ravel(x)", "np.reshape(x, 6)", "x.reshape(1, 6)[0]"]:
        add(f"x = x.copy()\nv = {make}\nv[0] = 9.0\nr = x", f"x = x.copy()\nv = {make}\nx[0, 0] = 9.0\nr = v", f"x = x.copy()\nv = {make}\nv *= 2\nr = [x, v]")
    add(
        "a = x.copy()\na.fill(2)\nr = a",
        "a = i.copy()\na.fill(2.7)\nr = a",
        "a = w.copy()\nnp.fill_diagonal(a, 0)\nr = a",
        "a = m.copy()\nnp.fill_diagonal(a, y)\nr = a",
        "a = x.copy()\nnp.copyto(a, y)\nr = a",
        "a = w.copy()\na.sort(axis=0)\nr = a",
        "a = u[::-1].copy()\na.sort()\nr = a",
        "a = x.copy()\nnp.put_along_axis(a, np.argmax(a, axis=1)[:, None], 0.0, axis=1)\nr = a",
        "a = m.copy()\na[np.diag_indices_from(a)] = 0\nr = a",
        "a = m.copy()\na[np.tril_indices(3, -1)] = 0\nr = a",
        "a = m.copy()\na[np.diag_indices(3)] += y\nr = a",
    )
    for target, rest in [("np.zeros(3)", "l, 1.0"), ("np.zeros(3)", "[0, 0, 2], y"), ("x.copy()", "(np.array([0, 0]), np.array([1, 1])), 1.5"), ("w.copy()", "[1, 1, 3], x[0]"), ("w.copy()", "(slice(None), [0, 0]), 1.0"), ("i.copy()", "0, 2"), ("np.zeros((2, 3))", "(slice(None), l), x"), ("w.copy()", "[0, 0], x"), ("np.zeros(4)", "j > 1, 1.0"), ("np.zeros((4, 3))", "(j, [0, 1, 2, 0]), u"), ("np.zeros((4, 3))", "j, w")]:
        add(f"a = {target}\nnp.add.at(a, {rest})\nr = a", f"a = {target}\nnp.subtract.at(a, {rest})\nr = a")


def products():
    operands = ["s, x", "x, 2", "y, y", "x, y", "y, m", "x, m", "m, x", "z, u", "z, z.transpose(0, 2, 1)", "y, w", "x, z[0]", "z, z[0].T", "x, x", "i, l", "l, l", "i, i.T", "[1, 2], [3, 4]", "y, z", "z, z", "w, x.T", "b, c"]
    each("np.dot({a})", a=[a for a in operands if a != "b, c"])
    each("np.matmul({a})", a=[a for a in operands if a != "b, c"])
    each("np.inner({a})", a=["y, y", "x, y", "x, w", "z, u", "s, x", "x, m", "x, u", "z, z"])
    each("np.outer({a})", a=["y, u", "x, y", "s, y", "l, j", "[1, 2], y"])
    each("np.vdot({a})", a=["y, y", "x, p", "x, y"])
    each("np.tensordot({a})", a=["x, m, 1", "z, z, 3", "z, z, axes=([1, 2], [1, 2])", "z, x, axes=([0], [0])", "x, y, axes=0", "z, x, axes=(1, 1)", "x, m, axes=([1], [0])", "x, m", "z, w, axes=([2, 1], [0, 1])", "x, m, axes=(0, 0)"])
    each("np.kron({a})", a=["x, y", "y, u", "m, np.eye(2)", "x, 2", "l, l"])
    each("np.cross({a})", a=["y, y[::-1]", "x, y", "x, w[:2]", "[1, 0], [0, 1]", "[1, 0, 0], [0, 1, 0]", "x[:, :2], p[:, :2]"])
    add("x.dot(m)", "x.dot(y)", "y.dot(y)", "x @ y", "y @ m @ y", "z @ w", "x.T @ x", "x @ w", "z @ z", "x.T.dot(x)", "y.dot(2)", "np.dot(x, m, out=np.zeros((2, 3)))", "2 @ x", "u @ w", "z[0] @ z[0].T")


def einsums():
    for subscripts, operands in [
        ("ij,jk->ik", "x, m"), ("ij,jk", "x, m"), ("ij->ji", "x"), ("ij->", "x"), ("ij->j", "x"), ("ii", "m"), ("ii->i", "m"),
        ("ij,ij->ij", "x, p"), ("ij,ij->", "x, p"), ("ij,ij->i", "x, p"), ("i,j->ij", "y, u"), ("i,i", "y, y"), ("i,i->", "y, l"),
        ("ijk,ilk->ijl", "z, z"), ("ijk,kl->ijl", "z, w"), ("ijk,j->ik", "z, y"), ("bij,bjk->bik", "z, z.transpose(0, 2, 1)"),
        ("...j,jk->...k", "z, w"), ("...ij->...ji", "z"), ("i...->...", "z"), ("...,...", "x, y"), ("...i,...i->...", "z, u"),
        ("ij,jk,kl->il", "x, m, w.T"), ("i,j,k->ijk", "y, u, l"), ("ijk->kij", "z"), ("ba", "x"), ("ij,j", "x, y"), ("i,ij,j->", "x[:, 0], x, y"),
        ("ijk,ijl->kl", "z, z"), ("ij, jk -> ik", "x, m"), ("ij,kl->ijkl", "x, p"), ("iij->ij", "z[:, :2]"), ("ij,i->ij", "i, x[:, 0]"),
        ("ij,jk->ik", "i, m[:, :2]"), ("ij,jk->ik", "x, w"), ("ij,jk->iz", "x, m"), ("ijk->ij", "x"), ("ij,jk->ik", "x"), ("i->ii", "y"), ("ijk,jk->i", "z, w.T"),
        ("nchw,nchw->c", "z[None], z[None]"), ("ij,ij->ij", "x[:, :1], p"),
    ]:
        add(f"np.einsum('{subscripts}', {operands})")


def solving():
    stack = "np.stack([m, m.T + np.eye(3)])"
    each("np.linalg.{f}({a})", f=["inv", "det", "slogdet"], a=["m", stack, "m[:2, :2]", "[[0.0, 1.0], [2.0, 3.0]]", "[[0, 1, 2], [1, 0, 3], [4, -3, 8]]", "x", "y", "np.eye(2)"])
    each("np.linalg.solve({a})", a=["m, y", "m, w.T", f"{stack}, w.T", f"{stack}, x", "m, x", "m, np.eye(3)", "[[0, 1], [1, 0]], [1, 2]"])
    add("np.linalg.det(np.ones((2, 2)))", "np.linalg.inv(np.ones((2, 2)))", "np.linalg.det(np.zeros((2, 2)))", "np.linalg.solve(np.zeros((2, 2)), [1, 2])", "np.linalg.slogdet(np.diag([1.0, 0.0]))")
    each("np.linalg.cholesky({a})", a=["m @ m.T", "np.eye(2)", f"{stack} @ {stack}.transpose(0, 2, 1)", "-np.eye(2)", "[[4, 2], [2, 3]]"])
    each("np.linalg.matrix_power({a})", a=["m, 2", "m, 0", "m, 3", "m, -1", "m, 1"])


def decompositions():
    stack = "np.stack([m @ m.T, np.diag(y)])"
    sized = ["m @ m.T", "x.T @ x + np.diag(y)", "np.eye(2)", "[[2, 1], [1, 3]]", "m", "np.diag([3.0, 1.0, 2.0])"]
    each("np.linalg.eigvalsh({a})", a=[*sized, stack, "m, 'U'", "m, UPLO='L'", "x", "y"])
    each("np.linalg.eigh({a})[0]", a=[*sized, stack, "m, UPLO='U'"])
    for a in ["m @ m.T", "m", "np.diag(y)", stack, "[[2, 1], [1, 3]]"]:
        add(f"e, v = np.linalg.eigh({a})\nr = v * v", f"e, v = np.linalg.eigh({a})\nr = (v * e[..., None, :]) @ np.swapaxes(v, -1, -2)", f"e, v = np.linalg.eigh({a})\nr = np.abs(v)")
    add("e, v = np.linalg.eigh(m @ m.T)\nr = (v * np.exp(e)) @ v.T", "e, v = np.linalg.eigh(m @ m.T)\nr = np.outer(v[:, -1], v[:, -1])")
    each("np.linalg.svd({a}, compute_uv=False)", a=["x", "w", "m", "z", "x.T", "np.eye(2)", "[[1, 2], [3, 4]]"])
    for a in ["x", "w", "m", "x.T", "[[1.0, 2.0], [3.0, 4.0]]", "np.outer(y, u)"]:
        add(f"u2, s2, v2 = np.linalg.svd({a}, full_matrices=False)\nr = [s2, (u2 * s2) @ v2]", f"u2, s2, v2 = np.linalg.svd({a})\nr = [u2.shape, v2.shape, s2]", f"u2, s2, v2 = np.linalg.svd({a})\nr = [u2 @ u2.T, v2 @ v2.T]")
    for a in ["x", "w", "m"]:
        add(f"u2, s2, v2 = np.linalg.svd({a}, full_matrices=False)\nr = [u2 * u2, v2 * v2]", f"u2, s2, v2 = np.linalg.svd({a})\nk2 = len(s2)\nr = [u2[:, k2:] @ u2[:, k2:].T, v2[k2:].T @ v2[k2:], u2[:, :1] @ v2[:1]]")
    each("np.linalg.qr({a})", a=["m", "w", "x", "w[:, :1]", "m, mode='complete'", "w, 'complete'", "w, 'r'", "np.eye(3)", "np.triu(m)", "[[1, 2], [3, 4]]", "-m", "d"])
    each("np.linalg.pinv({a})", a=["x", "w", "m", "z", "np.outer(y, u)", "np.ones((2, 2))", "x, 0.5", "d"])
    each("np.linalg.lstsq({a}, rcond=None)", a=["w, u", "w, np.outer(u, y)", "x, p[:, 0]", "m, y", "np.ones((3, 2)), y"])
    add("np.linalg.lstsq(w, u, rcond=None)[0]", "np.linalg.lstsq(w, u, rcond=-1)[0]", "np.linalg.lstsq(w, y, rcond=None)")
    each("np.linalg.norm({a})", a=["x, 2", "x, -2", "x, 'nuc'", "m, ord=2", "z, 2, axis=(1, 2)", "z, 'nuc', axis=(0, 2)", "z, ord=-2, axis=(2, 0), keepdims=True", "m, 2, keepdims=True"])
    each("np.linalg.cond({a})", a=["m", "w", "m, 1", "m, 'fro'", "m, -2", "m, np.inf", "m, 2"])
    each("np.linalg.matrix_rank({a})", a=["m", "w", "np.outer(y, u)", "np.zeros((2, 2))", "z", "y", "m, tol=2.0"])
    each("np.linalg.multi_dot({a})", a=["[x, m, w.T]", "[y, m, y]", "[x, m]", "[y, m]"])
    lin = "import scipy.linalg as sl\n"
    each(lin + "r = sl.{a}", a=["expm(m)", "expm(np.zeros((2, 2)))", "expm(m * 5)", "expm(-m)", "expm([[0, 1], [-1, 0]])", "cholesky(m @ m.T)", "cholesky(m @ m.T, lower=True)", "solve(m, y)", "det(m)", "inv(m)", "svdvals(w)", "eigvalsh(m @ m.T)", "eigh(m @ m.T, eigvals_only=True)", "eigh(m, lower=False)[0]", "qr(w)", "qr(w, mode='economic')", "qr(m)", "pinv(w)", "lstsq(w, u)[0]", "lstsq(w, u)[2]", "block_diag(x, m, [1, 2])", "block_diag(2.0, y)", "toeplitz(y)", "toeplitz(y, u)", "khatri_rao(x, w)", "norm(m)", "norm(m, 2)", "kron(x, y[None])"])
    each(lin + "r = sl.solve_triangular({a})", a=["np.tril(m), y, lower=True", "np.triu(m), y", "m, y, lower=True", "m, w.T, lower=True, trans=1", "m, y, trans='T'", "m, y, unit_diagonal=True", "np.zeros((3, 3)), y", "m, u"])
    add(lin + "r = sl.cho_solve(sl.cho_factor(m @ m.T), y)", lin + "r = sl.cho_solve(sl.cho_factor(m @ m.T, lower=True), w.T)", lin + "r = sl.cho_solve((sl.cholesky(m @ m.T, lower=True), True), y)")


def windows():
    add("from numpy.lib.stride_tricks import as_strided\nr = as_strided(u, shape=(3, 2), strides=(8, 8))", "r = np.lib.stride_tricks.as_strided(x, (2, 2, 2), (x.strides[0], x.strides[1], x.strides[1]))", "from numpy.lib.stride_tricks import sliding_window_view\nr = sliding_window_view(u, 2)", "from numpy.lib.stride_tricks import sliding_window_view\nr = sliding_window_view(w, (2, 2))", "from numpy.lib.stride_tricks import sliding_window_view\nr = sliding_window_view(w, 2, axis=1)", "from numpy.lib.stride_tricks import sliding_window_view\nr = sliding_window_view(u, 9)")
    each("np.{f}({a}{m})", f=["convolve", "correlate"], a=["u, y", "y, u", "u, [0.5]", "l, j", "u, 2", "u, u"], m=["", ", 'full'", ", 'same'", ", mode='valid'"])
    add("np.convolve(x, y)")
    each("np.polyval({a})", a=["y, x", "[1, 2, 3], 2", "[2.0], x", "l, s", "y, u"])
    each("np.select({a})", a=["[x > 1, x > 0], [x * 2, -x]", "[x > 1, x > 0], [x, 1], default=7.5", "[b], [i]", "[b, x > 0], [x]"])
    add("a = x.copy()\nnp.put(a, [0, -1], [8, 9])\nr = a", "a = x.T.copy()\nnp.put(a, 2, 5.0)\nr = a", "a = w.copy()\nnp.put(a.T, [1, 2], 0)\nr = a", "np.put(x, [99], 1)", "list(np.ndindex(2, 2))", "list(np.ndindex((1, 2)))", "list(np.ndindex(x.shape))[-1]")


def indices():
    each("np.{f}({a})", f=["nonzero", "flatnonzero", "argwhere"], a=["d", "x > 0", "c", "l"])
    add("d.nonzero()", "x[np.nonzero(x > 0)]", "x[np.where(x < 0)]")
    each("np.{f}({a})", f=["sort", "argsort"], a=["y", "x", "x, axis=0", "x, axis=None", "z, 1", "i", "u[::-1]"])
    add("x.argsort(axis=1)", "x.argsort()", "np.sort(y)[::-1]", "y[np.argsort(y)]", "np.argsort(-y)", "np.sort([3, 1, 2])")
    each("np.unique({a})", a=["l", "[2, 1, 2, 3]", "i", "[0.5, 0.5, 0.25]", "[3, 1, 3], return_counts=True", "[3, 1, 3], return_inverse=True", "[3, 1, 3], return_index=True", "[3, 1, 3], True, True, True"])
    each("np.searchsorted({a})", a=["u, 0.6", "u, [0.1, 0.5, 2]", "u, 0.5, side='right'", "[1, 2, 3], 2"])
    each("np.take_along_axis({a})", a=["x, np.argsort(x, axis=1), axis=1", "x, np.argmax(x, axis=1)[:, None], axis=1", "x, np.argsort(x, axis=0), 0", "x.T, np.argsort(x.T, axis=1), axis=1", "x, l, 1"])
    add("np.diag_indices(2)", "np.diag_indices(2, 3)", "np.diag_indices_from(m)", "np.tril_indices(3)", "np.triu_indices(3, 1)", "np.triu_indices(2, m=4)", "m[np.triu_indices(3, k=1)]", "np.diag_indices_from(x)", "m[np.ix_([0, 2], [1, 2])]", "np.ix_([0, 1], [2])", "np.unravel_index(4, (2, 3))", "np.unravel_index([1, 5], x.shape)", "np.unravel_index(np.argmax(x), x.shape)", "np.unravel_index(9, (2, 3))")
    each("np.bincount({a})", a=["[0, 1, 1, 3]", "j, minlength=6", "j, weights=u", "[0, 1, 1], y"])
    each("np.isin({a})", a=["i, [3, 5]", "i, [3], invert=True", "l, j"])
    each("np.vectorize({a})(x)", a=["lambda a: a * 2", "lambda a: a if a > 0 else 0.0", "lambda a: 1 if a > 0 else 0"])
    add("np.vectorize(lambda a, e: a + e)(x, y)")
    for index in ["0", "-1", "0, 1", "-1, -1", ":", "1:", ":, 1", ":, 1:", "..., 0", "None", ":, None", "::-1", ":, ::2", ":, ::-1", "[0, 1]", "[1, 0, 1]", "[0, 1], [1, 2]", ":, [0, 2]", "b", "x > 0", "np.arange(2), [0, 2]", "np.arange(2)[:, None], [0, 2]", "[True, False]", ":, c", "0, c", "np.array([[0, 1], [1, 0]])", "...", "0, ...", "1, None", "slice(None), 0", "(0, 1)", "[[0], [1]], [[0, 1]]", "i > 0", "True", "2", "0, 3", "0, 0, 0", "[0, 5]", "np.argmax(y)", "5:", ":0", "-5:9", "l[0]", "np.int64(1)", "~b", "[]"]:
        add(f"x[{index}]")
    for index in ["0, 1", ":, 1", "..., 1", "1, ..., 2", "0, :, [1, 2]", ":, [0, 1], [2, 3]", "[0, 1], :, [2, 3]", "[0, 1], 1", "0, [0, 2]", "[0], :, 1", "None, 0, ..., None", ":, :, u > 0.4", "z[:, :, 0] > 0", "np.array([1, 0]), :, np.array([0])", ":, None, 0", "::-1, 1:, ::2", "0, [0, 1], [1, 2]", "[[0, 1]], [[1], [2]]", ":, [[0, 1], [1, 2]]", "0, ..., [1, 2]", "[0, 1], None, 1"]:
        add(f"z[{index}]")
    for index, value in [("0", "1.0"), (":, 1", "y[:2]"), ("b", "0"), ("x > 0", "x[x > 0] * 2"), ("[0, 1], [1, 2]", "9.0"), ("[0, 0], [1, 1]", "[1.0, 2.0]"), ("...", "y"), (":", "0.5"), ("::-1", "x"), ("0, 1", "s"), (":, [0, 2]", "x[:, :2]"), ("1", "x[:, :2]"), (":, ::2", "p[:, :2]"), ("np.arange(2), l[:2]", "u[:2]"), ("-1, -1", "k"), (":, None", "1.5"), ("0, c", "7.0"), ("x < 0", "0.0"), ("5", "1.0")]:
        add(f"x = x.copy()\nx[{index}] = {value}\nr = x", f"x = x.copy()\nx[{index}] += {value}\nr = x", f"a = i.copy()\na[{index}] = {value}\nr = a")


def special():
    head = "from scipy.special import {f}\nr = {f}({a})"
    each(head, f=["expit", "log_expit"], a=["x", "s", "z * 30", "k"])
    each(head, f=["logit", "entr"], a=["p", "s"])
    each(head, f=["softmax", "log_softmax", "logsumexp"], a=["x", "x, axis=0", "x, axis=1", "z, axis=-1", "x * 400, axis=1", "y", "i, axis=1"])
    each(head, f=["logsumexp"], a=["x, axis=1, keepdims=True", "x, b=p", "z, axis=(0, 1)", "x, axis=0, b=p"])
    each(head, f=["xlogy", "rel_entr", "kl_div"], a=["p, q", "d, q", "0, 0.5", "0.0, 0.0", "p, p"])
    each("import scipy.stats\nr = scipy.stats.norm.{f}({a})", f=["pdf", "logpdf"], a=["x", "s", "x, 1.0, 2.0", "x, loc=y, scale=p", "0"])
    add("from scipy.special import entr\nr = entr(d)", "import scipy.special as sp\nr = sp.expit(x) * sp.log1p(p)", "from scipy.linalg import norm\nr = norm(x)", "from scipy import special\nr = special.expit(x)")


def special_functions():
    head = "from scipy.special import {f}\nr = {f}({a})"
    each(head, f="erf erfc erfcx ndtr log_ndtr i0 i1 j0 j1 i0e i1e expm1 exprel cosm1 cbrt".split(), a=["x", "s", "z * 3", "k", "0.0"])
    each(head, f="erfinv erfcinv ndtri".split(), a=["p", "s", "0.5", "[0.01, 0.99]"])
    each(head, f="gamma gammaln digamma psi gammasgn rgamma".split(), a=["q", "k", "s", "[0.1, 12.5]", "-p"])
    each(head, f=["loggamma"], a=["q", "s"])
    each(head, f=["factorial"], a=["k", "l", "2.5", "[0, 5, 10]", "h"])
    each(head, f=["polygamma"], a=["1, q", "0, q", "2, s", "3, q", "1, k"])
    each(head, f=["beta", "betaln"], a=["q, p", "s, 2", "q, y[2]", "k, k", "0.5, 0.5"])
    each(head, f=["beta"], a=["-0.5, 2.5", "-1.5, 0.25"])
    each(head, f=["binom"], a=["5, 2", "q, p", "5.5, 2", "10, l"])
    each(head, f=["comb"], a=["5, 2", "10, l", "4, 9"])
    each(head, f=["multigammaln"], a=["q + 1, 2", "4.5, 3"])
    each(head, f=["poch"], a=["q, 2", "s, p"])
    each(head, f=["iv", "jv", "jn"], a=["2, x", "0, s", "3, q"])
    each(head, f=["xlog1py"], a=["p, q", "0, -1", "d, p"])
    each(head, f=["huber", "pseudo_huber"], a=["1.0, x", "s, x", "0.5, t"])
    each(head, f=["boxcox"], a=["q, 2", "q, 0", "q, s", "q, p"])
    each(head, f=["inv_boxcox"], a=["p, 2", "p, 0", "p, s"])
    add("from scipy import special as sp\nr = sp.erf(x, out=np.zeros((2, 3)))", "import math\nr = math.erf(0.5)")
    each("math.{f}({a})", f=["erf", "erfc", "gamma", "lgamma"], a=["s", "o", "k", "0.5", "t", "6", "0"])
    each("math.{f}({a})", f=["comb", "perm"], a=["5, 2", "4, 0", "2, 3"])
    add("math.gcd(12, 18)", "math.isqrt(17)", "math.dist([1, 2], [4, 6])", "math.exp2(3) if hasattr(math, 'exp2') else 8.0", "math.log(s) + math.erf(s)")


def distributions():
    head = "from scipy import stats\nr = stats.{d}.{f}({a})"
    where = {"norm": "x", "expon": "x", "uniform": "x", "laplace": "x", "logistic": "x", "cauchy": "x", "halfnorm": "x", "gumbel_r": "x"}
    for name, points in where.items():
        each(head, d=[name], f=["pdf", "logpdf", "cdf", "sf", "logcdf", "logsf"], a=[points, f"{points}, 0.2, 1.7", f"{points}, loc=y - 0.06, scale=p", "s", "0.5, scale=o"])
    each(head, d=["rayleigh"], f=["pdf", "logpdf", "cdf", "sf"], a=["q", "x", "q, 0.2, s"])
    for name, shapes in {"gamma": "2.5", "beta": "2.0, 3.5", "chi2": "3", "t": "4", "invgamma": "2.5", "lognorm": "0.8", "pareto": "1.5", "weibull_min": "1.7"}.items():
        each(head, d=[name], f=["pdf", "logpdf"], a=[f"x, {shapes}", f"p, {shapes}", f"q, {shapes}, 0.1, 1.2", f"p, {shapes}, scale=o"])
    each(head, d=["gamma", "chi2", "t", "invgamma", "lognorm"], f=["logpdf"], a=["q, q", "p, o", "q, 1.5, scale=1 / o"])
    each(head, d=["beta"], f=["logpdf", "pdf"], a=["p, q, o", "s, o, 2", "0.5, 1, 1", "p, a=2, b=3"])
    each(head, d=["lognorm", "pareto", "weibull_min"], f=["cdf", "sf", "logcdf", "logsf"], a=["q, 1.3", "x, 0.7", "q, q, 0.1, 2.0"])
    each(head, d=["norm", "expon", "uniform", "logistic", "cauchy", "gumbel_r"], f=["ppf"], a=["p", "s", "p, 0.5, 2.0", "q=0.25, loc=1"])
    add("from scipy.stats import lognorm\nr = lognorm.ppf(p, 0.5)")
    each(head, d=["poisson"], f=["pmf", "logpmf"], a=["l, 2.5", "i, s", "l, y[2]", "2, mu=q", "1.5, 2", "0, o, loc=-1"])
    each(head, d=["bernoulli", "geom"], f=["pmf", "logpmf"], a=["l, 0.3", "i, p", "1, s"])
    each(head, d=["binom", "nbinom"], f=["pmf", "logpmf"], a=["l, 5, 0.3", "i, 6, p", "2, 4, s"])
    add("from scipy.stats import norm\nr = norm(1.0, 2.0).pdf(x)", "from scipy.stats import norm\nr = norm(loc=s, scale=o).logcdf(x)", "from scipy.stats import gamma\nd2 = gamma(2.0, scale=o)\nr = [d2.pdf(q), d2.logpdf(s)]", "from scipy.stats import poisson\nr = poisson(o).pmf(2)")
    each("from scipy.stats import multivariate_normal\nr = multivariate_normal.{f}({a})", f=["pdf", "logpdf"], a=["y, [0, 0, 0], m @ m.T", "x, y, m @ m.T", "y", "x, mean=[0.5, 0, 1], cov=np.eye(3) * 2", "s, 0.5, 2.0", "w, np.zeros(3), m.T @ m"])


def quantiles():
    each("np.{f}({a})", f=["quantile", "nanquantile"], a=["x, 0.3", "x, 0.5, axis=0", "z, [0.1, 0.9], axis=1", "y, 0", "y, 1", "x, 0.25, axis=1, keepdims=True", "z, 0.4, axis=(0, 2)", "i, [[0.2], [0.8]]", "u, q=0.75", "x, 1.5"])
    each("np.percentile({a})", a=["x, 30", "x, [25, 50, 75], axis=1", "u, 40", "z, 10, (1, 2)"])
    each("np.percentile(u, {a})", a=["40, method='lower'", "40, method='higher'", "40, method='midpoint'", "40, method='nearest'", "40, interpolation='lower'", "50, method='lower'", "120"])
    each("np.median({a})", a=["z, axis=(0, 1)", "z, axis=(0, 2), keepdims=True", "[1.0, np.nan, 2.0]"])
    nan = "np.where(x > 1, np.nan, x)"
    for f in ["nanmean", "nansum", "nanprod", "nanmax", "nanmin", "nanvar", "nanstd", "nanmedian", "nancumsum"]:
        each("np.{f}({a}{o})", f=[f], a=[nan, "x", "i"], o=["", ", axis=0", ", axis=1"])
        add(f"np.{f}(np.where(z > 1, np.nan, z), axis=1)")
    each("np.{f}({a})", f=["nanargmax", "nanargmin"], a=[nan, f"{nan}, axis=0", "y", "[np.nan, np.nan]"])
    add(f"np.nanquantile({nan}, 0.4, axis=1)", f"np.nanpercentile({nan}, [20, 70])", "np.nanmax([np.nan, np.nan])", "np.nanstd(np.where(z > 1, np.nan, z), axis=2, ddof=1)", f"np.nanmean({nan}, axis=1, keepdims=True)", f"np.quantile({nan}, 0.5, axis=1)")


def searching():
    each("np.searchsorted({a})", a=["u, x", "u, x, side='right'", "np.sort(y), y, 'right'", "u[::-1], 0.6, sorter=np.argsort(u[::-1])", "[1, 2, 2, 3], [0, 2, 9], 'left'", "u, u"])
    each("np.digitize({a})", a=["x, u", "x, u, right=True", "x, u[::-1]", "u, u[::-1], True", "u, u[::-1]", "i, [0, 2, 4]", "0.6, u", "x, y"])
    each("np.interp({a})", a=["x + 0.03, u, j", "x, np.sort(y), y", "0.6, u, y[[0, 1, 2, 0]]", "x, u, j, left=-1.0", "x, u, j, -1.0, 9.0", "u, u, w[:, 0]", "x + 0.01, [0, 1], [s, t]", "2, [1.0], [3.0]", "x, u, y"])
    each("np.histogram({a})", a=["x", "x, 4", "z, bins=3, density=True", "x, bins=[-2, 0, 1, 3]", "u, 2, range=(0, 1)", "x, 3, weights=p", "l, 3", "i, bins=2, range=(-5, 5)", "[1.0, 1.0], 2"])
    each("np.bincount({a})", a=["l, weights=y, minlength=5", "[]", "[-1]", "y"])


def grids():
    each("np.r_[{a}]", a=["y, u", "1:4", "y, 0, 1", "0, y, 5:2:-1", "x, x", "0.5:2:0.5", "y[:2], [7, 8]", "1, 2.5", "y, x", "x, x.T"])
    each("np.c_[{a}]", a=["y, y", "x, p", "np.ones(2), x", "y, l, y", "1:4, y", "x, y", "y", "x, x.T", "x, np.ones((2, 3, 2))"])
    each("np.{f}[{a}]", f=["mgrid", "ogrid"], a=["0:3", "0:2, 0:3", "1:4:2, -1:1", "0:1:0.25, 0:2"])
    add("x[np.s_[:, 1]]", "x[np.s_[0, ::-1]]", "x[np.index_exp[1:]]")
    each("np.indices({a})", a=["(2, 3)", "x.shape", "(2, 2, 2)", "(3,)", "(2, 3), sparse=True"])
    add("[at for at, value in np.ndenumerate(x)]", "sum(value * at[1] for at, value in np.ndenumerate(x))", "list(np.ndenumerate(i))", "list(np.ndenumerate(s))", "np.fromfunction(lambda a, e: a * 2 + e, (2, 3))", "np.fromfunction(lambda a, e: a == e, (3, 3), dtype=int)", "np.fromfunction(lambda a: a * s, (3,))")
    each("np.geomspace({a})", a=["1, 8, 4", "0.5, o, 3", "s, 4, 5, endpoint=False"])
    each("np.vander({a})", a=["y", "y, 2", "y, 4, increasing=True", "l"])
    each("np.{f}({a})", f=["hanning", "hamming", "blackman", "bartlett"], a=["5", "4", "1"])
    each("np.kaiser({a})", a=["5, 2.0", "4, s", "1, 3.0"])


def calculus():
    each("np.diff({a})", a=["u, prepend=0", "x, axis=0, prepend=y[None]", "x, append=0.5", "u, 2, prepend=0, append=[1, 2]", "b", "u, n=0", "u, n=9"])
    add("np.ediff1d(x)", "np.ediff1d([1, 4, 9])")
    each("np.gradient({a})", a=["u", "u, 0.5", "u, w[:, 0] + j * 3", "w", "w, axis=0", "w, 0.5, 2.0", "w, axis=(1,)", "z, axis=(0, 2)", "u, edge_order=2", "w, 0.1, axis=0, edge_order=2", "w, np.arange(4) * 0.5, y", "j", "u[:1]", "u[:2]", "u, s", "w, y, axis=1"])
    each("np.trapz({a})", a=["x, p", "z, z * 2, axis=1", "u, u[:3]", "u, dx=s"])
    each("np.cov({a})", a=["x", "w, rowvar=False", "y", "y, y[::-1]", "x, bias=True", "x, ddof=0", "x, p", "i"])
    each("np.corrcoef({a})", a=["w", "x", "y, y[::-1]", "w, rowvar=False"])
    each("np.polyfit({a})", a=["u, j, 1", "u, w[:, 0], 2", "u, w, 1", "y, u[:3], 2", "u, j, deg=1, w=[1, 2, 1, 0.5]", "[0, 1, 2], [1, 3, 5], 1"])
    each("np.{f}({a})", f=["polyder", "polyint"], a=["y", "[1, 2, 3]", "w[:, 0], 2", "u, m=1"])
    each("np.{f}({a})", f=["polyadd", "polysub", "polymul"], a=["y, u", "[1, 2], [3, 4, 5]", "u, [1.0]"])
    add("np.polyval(np.polyfit(u, j, 2), x)", "np.polyint(y, 1, k=s)")
    each("np.{f}.accumulate({a})", f=["maximum", "minimum"], a=["u[::-1]", "x", "x, axis=1", "i"])
    each("np.{f}.outer(y, u)", f=["maximum", "minimum", "divide"])
    add("np.logical_and.reduce([b, b])", "np.logical_or.reduce(b, axis=1)", "np.logaddexp.reduce(x)")
    each("np.sum({a})", a=["x, where=x > 0", "x, axis=0, where=b", "i, where=[True, False, True]"])
    add("np.mean(x, where=x > 0)", "np.mean(x, axis=1, where=c)", "np.max(x, axis=0, initial=-9.0, where=b)", "np.min(x, where=b, initial=9)", "np.prod(x, where=c)", "np.any(b, where=[True, False, False])", "np.all(b, axis=0, where=b)", "np.max(x, where=b)")
    add("np.divide(x, d, out=np.zeros((2, 3)), where=d != 0)", "np.log(p, out=np.zeros((2, 3)), where=x > 0)", "np.add(x, 1, out=x.copy(), where=c)", "a = x.copy()\nnp.multiply(a, 2, out=a, where=b)\nr = a", "np.sqrt(p, where=True)")


def editing():
    each("np.insert({a})", a=["u, 1, 9.0", "u, [0, 2], 5", "u, [1, 1], [7, 8]", "x, 1, 0.0", "x, 1, y, axis=0", "x, 0, [7, 8], axis=1", "x, [0, 2], 1.5, axis=1", "u, 4, s", "u, -1, 9", "u, 9, 1", "l, 1, 2.7", "x, 1, p, axis=0"])
    add("np.extract(x > 0, x)", "np.extract(b, i)", "np.compress([True, False], x, axis=0)", "np.compress(c, x, axis=1)", "np.compress([0, 1, 1], u)", "a = x.copy()\nnp.putmask(a, a > 0, 0.5)\nr = a", "a = x.copy()\nnp.putmask(a, b, x * 10)\nr = a", "a = x.copy()\nnp.place(a, b, [1.0, 2.0])\nr = a")
    each("np.choose({a})", a=["[0, 1, 0], [y, y * 2]", "l, [y, 1.0, y[::-1]]", "[[0, 1, 0], [1, 1, 0]], [x, p]", "[3], [y, y]"])
    each("np.resize({a})", a=["y, (2, 3)", "u, 7", "x, (2, 2)"])
    each("np.block({a})", a=["[[x, p], [p, x]]", "[y, u]", "[[m, w.T], [x, np.zeros((2, 4))]]", "[[x], [y]]", "x", "[s, t]", "[[x, m]]"])
    each("np.{f}({a})", f=["union1d", "intersect1d", "setdiff1d"], a=["l, j", "x, y", "[3, 1, 3], [3, 2]", "i, [5, 0]"])
    each("np.apply_along_axis({a})", a=["np.sum, 0, x", "np.sum, 1, x", "lambda v: v * 2, 0, z", "np.cumsum, 1, z", "lambda v: v[::2], -1, z", "lambda v, k2: v.max() + k2, 0, x, 2", "lambda v: np.outer(v, v), 1, x"])
    each("np.piecewise({a})", a=["x, [x < 0, x >= 0], [lambda v: -v, lambda v: v * 2]", "x, [x < 0], [0.0, lambda v: v ** 2]", "y, [y > 1, y < 0], [1, -1]"])
    each("np.ravel_multi_index({a})", a=["(1, 2), (2, 3)", "([0, 1], [2, 0]), x.shape"])
    add("np.partition(u[::-1], 1)[1]", "u[np.argpartition(-u, 0)[0]]", "np.partition(x, 1, axis=1)[:, 1]")


def numeric():
    each("np.{f}({a})", f=["signbit", "isposinf", "isneginf", "isreal", "imag"], a=["x", "s", "[np.inf, -np.inf, 1.0, -0.0]"])
    each("np.copysign({a})", a=["x, y", "s, t", "1, -0.0", "x, -1"])
    each("np.{f}({a})", f=["ldexp"], a=["x, l", "s, 3"])
    each("np.logaddexp2({a})", a=["x, y", "0, x"])
    each("np.divmod({a})", a=["i, 3", "x, y", "h, k"])
    each("np.modf({a})", a=["x", "t"])
    each("np.{f}({a})", f=["gcd", "lcm"], a=["i, 4", "12, 18", "l, [2, 4, 6]", "x, 2"])
    add("np.i0(x)", "np.iscomplexobj(x)", "np.isrealobj(x)", "np.array_equiv(x, x)", "np.iinfo(np.int32).max", "np.iinfo('uint8').min", "np.iinfo(np.int8).bits", "np.iinfo(int).min", "np.finfo(np.float64).resolution")
    add("with np.errstate(divide='ignore'):\n    r = x / y", "with np.errstate(all='ignore'):\n    r = np.log(p)", "with np.printoptions(precision=3):\n    r = 1")
    t = "import numpy.testing as nt\n"
    for code in ["nt.assert_allclose(x, x + 1e-9)", "nt.assert_allclose(x, x + 1e-3)", "nt.assert_allclose(x, x + 1e-3, atol=0.1)", "nt.assert_allclose(x, y)", "nt.assert_allclose(x, w)", "nt.assert_almost_equal(s, s + 1e-9)", "nt.assert_almost_equal(s, s + 1e-6)", "nt.assert_almost_equal(x, x + 1e-3, decimal=2)", "nt.assert_array_almost_equal(x, x + 1e-6)", "nt.assert_array_almost_equal(x, x + 1e-5)", "nt.assert_array_equal(i, i)", "nt.assert_array_equal(i, i + 1)", "nt.assert_equal(2, 2)", "nt.assert_equal('a', 'a')", "nt.assert_equal([1, 2], [1, 3])", "nt.assert_array_less(x, x + 1)", "nt.assert_array_less(x, x)", "nt.assert_(s > 0)", "nt.assert_(s < 0)", "nt.assert_allclose(x, 0.5)", "nt.assert_raises(ValueError, np.add, x, w)", "nt.assert_raises(ValueError, np.add, x, x)", "np.testing.assert_allclose([np.nan, 1.0], [np.nan, 1.0])"]:
        add(f"{t}{code}\nr = 1")


def changes():
    for code in ["np.fill_diagonal(a, 5.0)", "np.fill_diagonal(a, y)", "np.copyto(a, 2.0)", "np.copyto(a, y, where=a > 0.3)", "np.put(a, [0, 4], [7.0, 8.0])", "np.put(a, [1, -1], 3)", "a[np.triu_indices(3)] = 0", "a[np.triu_indices_from(a, k=1)] = 0", "a[np.tril_indices_from(a)] = y[0]", "a[np.ix_([0, 2], [1, 2])] *= 2", "a[np.ix_([True, False, True], [0, 1])] = 1.5"]:
        add(f"a = m.copy()\n{code}\nr = a")
    each("np.unique({a})", a=["x", "x, return_inverse=True", "i, return_counts=True"])
    each("np.cross({a})", a=["y, m", "m, w[:3]", "[1, 2], [3, 4]", "y[:2], u[:2]", "y[:2], y", "m, y, axis=0", "w.T[:, :2], y, axis=0", "x, [1.0, 2.0]", "u, u"])
    each("np.convolve({a})", a=["u, x[0], mode='same'", "u, [1, -1], 'valid'", "[1], u"])
    each("np.isclose({a})", a=["[np.nan, 1.0], [np.nan, 1.0], equal_nan=True", "[np.nan, 1.0], [np.nan, 1.0]"])
    add("np.allclose([np.nan], [np.nan], equal_nan=True)", "np.array_equal([np.nan, 1], [np.nan, 1], equal_nan=True)", "np.array_equal([1, 2], [1, 2])")
    each("np.float32({a})", a=["2.5", "i"])
    add("x.astype('float32').sum()", "np.dsplit(z, 2)", "np.rollaxis(z, 2)", "np.rollaxis(z, 0, 3)", "np.broadcast_shapes((2, 1), (1, 3))", "np.take(x, [0, 5, 9], mode='clip')", "np.take(u, [0, 5, -1], mode='wrap')", "np.array_split(x, [1], axis=1)")


def scalars():
    names = "exp expm1 log log2 log10 log1p sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh fabs floor ceil trunc isnan isinf isfinite degrees radians".split()
    each("math.{f}({a})", f=names, a=["s", "o", "k", "t", "0", "1", "2.5", "-0.0", "y[0]", "1000", "float('inf')", "float('nan')", "True"])
    each("math.{f}(x)", f=["exp", "sin", "floor"])
    add("math.log(8, 2)", "math.log(s, 10)", "math.log(2, 1)", "math.log('a')", "math.pow(2, 3)", "math.pow(s, t)", "math.pow(-8, 1 / 3)", "math.pow(0, -1)", "math.pow(10, 400)", "math.pow(-2, 3)", "math.atan2(1, -1)", "math.atan2(s, t)", "math.hypot(3, 4)", "math.hypot(s, t, 1)", "math.fmod(7, 3)", "math.fmod(-7, 3)", "math.fmod(1, 0)", "math.copysign(2, -1)", "math.copysign(s, t)", "math.pi", "math.e", "math.tau", "math.inf", "math.nan", "math.fsum([1, 2.5])", "math.prod([2, 3])", "math.prod([2, s])", "math.factorial(5)", "math.factorial(0)", "math.factorial(-1)", "math.isclose(1.0, 1.0 + 1e-12)", "math.isclose(1, 1.1)", "math.isclose(1, 1.1, rel_tol=0.2)", "math.isclose(0, 1e-9, abs_tol=1e-6)", "math.modf(2.5)", "math.modf(t)", "math.floor(-0.5)", "math.ceil(x[0, 1])", "math.exp([1])", "math.exp(np.array([0.5]))", "math.sqrt(4)")


def builtins():
    each("{f}({a})", f=["max", "min"], a=["1, 2", "1, 2.5", "[3, 1, 2]", "y", "s, t", "s, 0.0", "0.0, t", "(s,)", "[s, t, 1.0]", "x[0]", "y[0], 0.5", "'b', 'a'", "[[1, 2], [1, 3]]", "[], default=4", "[]", "[1, -3], key=abs", "range(5)", "x", "{'a': 1, 'b': 2}", "(i for i in [4, 2])", "1.0, 1"])
    each("abs({a})", a=["-3", "t", "x", "True", "-2.5", "i"])
    each("sum({a})", a=["[1, 2, 3]", "[s, t]", "y", "x", "[x, x]", "(a * 2 for a in y)", "[], 5", "[1.5, 2], 1", "[True, True]", "range(4)", "[[1], [2]], []", "[x, p], 0"])
    each("round({a})", a=["2.5", "3.5", "-2.5", "s", "2.675, 2", "7", "1234.5, -2", "t, 1", "y[0]", "x[0, 1], 1"])
    each("len({a})", a=["x", "y", "[1, 2]", "(1,)", "'abc'", "{'a': 1}", "range(3, 9, 2)", "{1, 2, 2}", "s", "z.T", "range(0)"])
    each("list({a})", a=["range(4)", "range(2, 8, 3)", "range(5, 0, -2)", "zip([1, 2], 'ab')", "enumerate(['a', 'b'])", "enumerate('ab', 1)", "reversed([1, 2, 3])", "reversed(range(3))", "map(abs, [-1, 2])", "map(lambda a, e: a + e, [1, 2], [3, 4, 5])", "filter(None, [0, 1, 2])", "filter(lambda a: a > 1, [1, 2, 3])", "'abc'", "{'a': 1, 'b': 2}", "y", "x", "zip(x, p)", "zip(y, u)", "zip()", "(1, 2)", "", "reversed(y)", "enumerate(y)", "zip(*[[1, 2], [3, 4]])"])
    each("sorted({a})", a=["[3, 1, 2]", "y", "'bca'", "[3, 1, 2], reverse=True", "[-3, 1, 2], key=abs", "{'b': 1, 'a': 2}", "[(2, 'a'), (1, 'b')]", "[1, -1, 1.5], key=lambda a: -a"])
    each("{f}({a})", f=["any", "all"], a=["[]", "[0, 1]", "[1, 1]", "(a > 0 for a in y)", "c", "['', 'a']"])
    each("int({a})", a=["2.7", "-2.7", "s", "t", "'12'", "' -3 '", "True", "y[2]", "k", "", "np.array([3.5])", "'1.5'", "None", "float('nan')", "float('inf')", "x"])
    each("float({a})", a=["2", "'1.5'", "'-1e-3'", "'inf'", "'nan'", "s", "y[1]", "np.array([2])", "True", "x", "'a'", "k", "", "'1_000.5'"])
    each("bool({a})", a=["0", "1", "s", "[]", "[0]", "''", "'a'", "None", "y[0]", "x", "{}", "", "0.0", "np.array([0])"])
    each("str({a})", a=["1", "1.0", "'a'", "True", "None", "[1, 2]", "(1,)", "2.5", "1e-05", "1e16", "1e22", "float('inf')", "float('nan')", "{'a': 1}", "123456789.0", "0.1", "-0.5", "[1.0, 'a', None]", "", "1e-4", "1.5e-7", "12345678901234567.0", "{1}"])
    add("tuple([1, 2])", "tuple(y)", "tuple()", "set([1, 2, 1])", "dict(a=1, b=2)", "dict([('a', 1)])", "dict({'a': 1}, b=2)", "dict(zip('ab', [1, 2]))", "dict()", "list(dict.fromkeys(['a', 'b'], 0).items())", "divmod(7, 3)", "divmod(-7, 3)", "divmod(7.5, 2)", "pow(2, 3)", "pow(2, -1)", "pow(s, 2)", "ord('a')", "chr(98)", "repr('a')", "repr(1.5)", "next(iter([1, 2]))", "next(iter([]), 5)", "next(iter([]))", "callable(len)", "callable(3)", "callable(lambda: 1)", "type(1) == int", "type(1.5) == float", "type(x) == np.ndarray", "type('a') is str", "type([]) is list", "type(True) == int", "type(x).__name__", "x[slice(0, 1)]", "print()", "range(3)[1]", "list(range(5)[1:3])", "2 in range(3)", "range(1, 2, 0)", "range(1.5)")
    each("isinstance({a})", a=["1, int", "1.5, int", "True, int", "True, bool", "1, bool", "1.5, float", "1, float", "'a', str", "[], list", "(), tuple", "{}, dict", "x, np.ndarray", "1.5, np.ndarray", "x, (int, np.ndarray)", "1, (int, float)", "[], (tuple, list)", "y[0], float", "y[0], np.floating", "y[0], np.ndarray", "None, int", "s, float", "{1}, set", "x, list", "x, float", "np.float64(1), (int, float)", "lambda: 1, object"])
    add("import numbers\nr = isinstance(1.5, numbers.Number)", "import numbers\nr = isinstance(1.5, numbers.Integral)", "hasattr(x, 'shape')", "hasattr(1.5, 'shape')", "hasattr([], 'append')", "hasattr(x, 'nothing')", "getattr(x, 'shape')", "getattr(x, 'nothing', 3)", "len(5)", "abs('a')", "sum(['a'])", "int([1])", "zip(1)", "max(1)", "sorted(3)", "len()", "len(1, 2)")
    add(
        "class A:\n    def __init__(self):\n        self.a = 1\nr = [hasattr(A(), 'a'), hasattr(A(), 'b'), getattr(A(), 'b', 2)]",
        "class A:\n    pass\na = A()\nsetattr(a, 'b', 3)\nr = [a.b, vars(a)['b'], isinstance(a, A), type(a) is A, type(a).__name__]",
        "class A:\n    pass\nclass B(A):\n    pass\nr = [isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, (B, A))]",
        "class A:\n    def __len__(self):\n        return 4\n    def __abs__(self):\n        return 2\nr = [len(A()), abs(A())]",
        "class A:\n    @staticmethod\n    def f(a):\n        return a\n    @classmethod\n    def g(cls, a):\n        return a + 1\n    @property\n    def h(self):\n        return 7\nr = [A.f(1), A().f(2), A.g(1), A().g(2), A().h]",
        "import copy\na = [1, [2]]\ne = copy.deepcopy(a)\ne[1][0] = 5\nf = copy.copy(a)\nf[1].append(3)\nr = [a, e, f]",
        "import copy\na = {'w': x.copy()}\ne = copy.deepcopy(a)\ne['w'][0] = 0\nr = [a['w'], e['w']]",
        "from functools import reduce\nr = [reduce(lambda a, e: a * e, [1, 2, 3]), reduce(lambda a, e: a + e, [], 4), reduce(lambda a, e: a - e, [1, 2], 10)]",
        "from functools import partial\ndef f(a, e, g=0):\n    return a * 100 + e * 10 + g\nr = [partial(f, 1)(2), partial(f, e=3)(4, g=5), partial(f, 1, g=2)(3)]",
        "from functools import lru_cache, wraps\ndef d2(f):\n    @wraps(f)\n    def g(a):\n        return f(a) + 1\n    return g\n@d2\ndef h2(a):\n    return a * 2\n@lru_cache(maxsize=None)\ndef g2(a):\n    return a\n@lru_cache\ndef g3(a):\n    return a + 1\nr = [h2(3), g2(4), g3(5)]",
        "import itertools\nr = [list(itertools.product([1, 2], 'ab')), list(itertools.chain([1], [2, 3]))]",
        "from collections import OrderedDict\na = OrderedDict()\na['x'] = 1\nr = [a['x'], len(OrderedDict([('a', 1)]))]",
    )


def containers():
    for change in ["append(4)", "extend([4, 5])", "insert(0, 9)", "insert(-1, 9)", "insert(99, 9)", "pop()", "pop(0)", "pop(-2)", "remove(2)", "clear()", "reverse()", "sort()", "sort(reverse=True)", "sort(key=lambda a: -a)", "index(1)", "count(2)", "copy()", "pop(7)", "remove(7)", "index(7)"]:
        add(f"a = [3, 1, 2]\ne = a.{change}\nr = [a, e]")
    for change in ["get('a')", "get('z')", "get('z', 3)", "pop('a')", "pop('z', 4)", "pop('z')", "setdefault('a', 9)", "setdefault('z', 9)", "update({'a': 5, 'z': 6})", "update(z=7)", "update([('q', 1)])", "copy()", "clear()", "popitem()"]:
        add(f"a = {{'a': 1, 'b': 2}}\ne = a.{change}\nr = [list(a.items()), e if not isinstance(e, dict) else len(e)]")
    add("list({'a': 1, 'b': 2}.keys())", "list({'a': 1}.values())", "list({'a': 1}.items())", "sorted({'b': 1, 'a': 2}.keys())", "'a' in {'a': 1}.keys()", "[k2 + v for k2, v in {'a': 'x'}.items()]", "len({'a': 1}.values())", "max({'a': 3}.values())", "sum({'a': s, 'b': t}.values())", "(1, 2, 1).count(1)", "(1, 2).index(2)", "(1, 2).index(3)", "{'a': 1}['b']", "{1: 'a', 2.0: 'b', (1, 2): 'c'}[(1, 2)]", "{}.get([])", "a = {'k': x}\nr = a['k'].sum()")
    add("a = {1, 2}\na.add(3)\na.discard(1)\na.update([7])\nr = sorted(a)", "sorted({1, 2}.union([3]))", "sorted({1, 2}.intersection({2, 3}))", "sorted({1, 2}.difference([2]))", "sorted({1, 2} | {3})", "sorted({1, 2} - {1})", "sorted({1, 2} & {1})")
    each("{a}", a=["'aB c'.lower()", "'aB'.upper()", "'ab cd'.title()", "'abC'.capitalize()", "'  a '.strip()", "'xxa'.lstrip('x')", "'a\\n'.rstrip()", "'abc'.startswith('ab')", "'abc'.startswith(('x', 'a'))", "'abc'.endswith('bc')", "'aXbX'.replace('X', '-')", "','.join(['a', 'b'])", "'a b  c'.split()", "'a,b,c'.split(',')", "'a,b,c'.split(',', 1)", "' a '.split(' ')", "'abc'.find('c')", "'abc'.find('z')", "'abc'.index('b')", "'abc'.index('z')", "'aab'.count('a')", "'12'.isdigit()", "'1a'.isdigit()", "'ab'.isalpha()", "'7'.zfill(3)", "'a'.ljust(3)", "'a'.rjust(3)", "'{} {}'.format(1, 'a')", "'{1}{0}'.format(1, 2)", "'{a}-{e}'.format(a=1, e=2.5)", "'{:.3f}'.format(s)", "'{:d}|{:5d}|{:<4}|{:>4}|{:^5}|'.format(1, 2, 3, 'a', 'b')", "'{:.2e}'.format(12345.678)", "'{:05.1f}'.format(3.14159)", "'{{}}{}'.format(1)", "'{:.1%}'.format(0.256)", "'a\\nb'.splitlines()", "format(3.14159, '.2f')", "''.join(map(str, [1, 2]))", "'a' + str(1)", "'-'.join(1)", "f'W{k}'", "f'{s}'", "'W%d' % 3", "'%s-%s' % ('a', 1)", "'%.2f' % 2.5", "'%5d|' % 3", "'%s' % x.shape[0]", "'%d%%' % 5", "'{:g}'.format(0.5)", "'%e' % 1234.5"])


def plain(value):
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "type": kind(value.dtype), "data": [number(each) for each in value.ravel().tolist()]}
    if isinstance(value, np.generic):
        return plain(np.asarray(value))
    if isinstance(value, (bool, int, float)):
        return {"shape": [], "type": type(value).__name__, "data": [number(value)]}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return [[plain(key), plain(each)] for key, each in value.items()]
    if isinstance(value, set):
        return [plain(each) for each in value]
    if value is None or isinstance(value, str):
        return value
    raise TypeError(type(value))


def kind(dtype):
    return {"f": "float", "i": "int", "u": "int", "b": "bool"}[dtype.kind]


def number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def run(code):
    names = {"np": np, "math": math}
    for name, value in INPUTS.items():
        names[name] = np.array(value) if isinstance(value, list) else value
    try:
        exec(code, names)
    except Exception as problem:
        return {"code": code, "raises": [each.__name__ for each in type(problem).__mro__[:-3]]}
    return {"code": code, "result": plain(names["r"])}


def main():
    for family in [elementwise, reductions, creation, shapes, views, products, einsums, solving, decompositions, windows, indices, special, special_functions, distributions, quantiles, searching, grids, calculus, editing, numeric, changes, scalars, builtins, containers]:
        family()
    rows = [json.dumps(run(code)) for code in dict.fromkeys(CODES)]
    text = '{"inputs": ' + json.dumps(INPUTS) + ',\n"rows": [\n' + ",\n".join(rows) + "\n]}\n"
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write(text)


main()
