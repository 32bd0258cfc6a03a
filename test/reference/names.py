"""A row for every name that has none elsewhere: second spellings, number types, drawing
functions, and the names of torch, jax and tensorflow that mean what numpy's mean.

Usage: python3 names.py OUTPUT. A pair holds what a framework, or a numpy newer than the
installed one, would run, and the expression of numpy that gives the same. The rows of jax
are those of library.json with the module exchanged.
"""

import json
import pathlib
import re
import sys

import numpy as np
from scipy import special

np.seterr(all="ignore")

INPUTS = {
    "x": [[0.5, -1.25, 2.0], [1.5, 0.25, -0.75]],
    "y": [0.3, -0.6, 1.7],
    "z": [[[0.1, 0.9, -0.4, 1.2], [0.7, -1.1, 0.6, 0.2], [-0.3, 0.8, 1.4, -0.9]], [[1.1, -0.2, 0.5, 0.05], [-1.3, 0.45, 0.35, 1.6], [0.15, 0.95, -0.55, 0.65]]],
    "p": [[0.2, 0.55, 0.9], [0.35, 0.7, 0.15]],
    "m": [[2.0, 0.5, -0.3], [0.5, 1.5, 0.4], [-0.3, 0.4, 3.0]],
    "u": [0.25, 0.5, 0.75, 1.25],
    "s": 0.7,
    "i": [[3, -1, 2], [0, 5, -4]],
    "j": [2, 0],
    "l": [1, 2, 0],
    "b": [[True, False, True], [False, False, True]],
}
ROWS = []


def same(library, *codes):
    """What the expression gives by itself."""
    ROWS.extend((library, code, code) for code in codes)


def pairs(library, *rows):
    ROWS.extend((library, code, numpy) for code, numpy in rows)


def numpy_names():
    for name in ["asin", "acos", "atan", "asinh", "atanh"]:
        pairs("numpy", (f"np.{name}(p)", f"np.arc{name[1:]}(p)"))
    pairs("numpy", ("np.acosh(p + 1)", "np.arccosh(p + 1)"), ("np.atan2(x, p)", "np.arctan2(x, p)"), ("np.pow(p, x)", "p ** x"), ("np.trapezoid(y)", "np.trapz(y)"), ("np.permute_dims(z, (1, 0, 2))", "z.transpose(1, 0, 2)"), ("np.concat([x, p], axis=1)", "np.concatenate([x, p], 1)"), ("np.linalg.vector_norm(y)", "np.linalg.norm(y)"), ("np.linalg.matrix_norm(m)", "np.linalg.norm(m)"), ("np.linalg.svdvals(m)", "np.linalg.svd(m, compute_uv=False)"))
    same("numpy", "np.bitwise_not(i)", "np.conjugate(x)", "np.round_(x, 1)", "np.real_if_close(x)", "np.product(p)", "np.asanyarray(x)", "np.asfarray(i)", "np.row_stack([y, y])", "np.in1d(l, [1, 2])", "np.seterr(all='ignore')\nr = 1", "np.set_printoptions(precision=3)\nr = 1", "np.exp(-np.Inf)", "np.infty", "np.NINF", "np.isnan(np.NaN)", "np.isnan(np.NAN)", "np.multiply.accumulate(y)")
    for name in "float16 float_ double longdouble half single int8 int16 uint8 uint16 uint32 uint64 int_ intp bool8".split():
        same("numpy", f"np.ones(2, dtype=np.{name})")
    for name, type in [("float", "float"), ("int", "int"), ("bool", "bool")]:
        pairs("numpy", (f"np.ones(2, dtype=np.{name})", f"np.ones(2, dtype={type})"))
    same("numpy", "[np.issubdtype(x.dtype, np.inexact), np.issubdtype(i.dtype, np.inexact)]", "[np.issubdtype(i.dtype, np.signedinteger), np.issubdtype(x.dtype, np.signedinteger)]", "np.issubdtype(x.dtype, np.generic)")
    pairs("numpy", ("from scipy.special import exp2\nr = exp2(x)", "np.exp2(x)"), ("from scipy.special import sinc\nr = sinc(x)", "np.sinc(x)"), ("from scipy.linalg import tril, triu\nr = [tril(m), triu(m)]", "[np.tril(m), np.triu(m)]"))
    same("numpy", "from scipy.linalg import svd\nr = svd(m)[1]", "from scipy.linalg import LinAlgError\nr = issubclass(LinAlgError, Exception)", "from scipy.stats import rayleigh\nr = [rayleigh.logcdf(p), rayleigh.logsf(p)]")


SHAPED = ["normal(0.0, 2.0, size=(2, 3))", "standard_normal((2, 3))", "uniform(0, 1, 4)", "exponential(size=2)", "binomial(3, 0.5, size=(2, 1))", "choice(4, 3)", "permutation(5)"]
OLDER = ["rand(2, 3)", "randn(4)", "random((2, 2))", "random_sample(3)", "randint(0, 4, (2, 2))"]


def drawing():
    for maker in ["np.random", "np.random.RandomState(3)", "np.random.default_rng(3)"]:
        calls = SHAPED + (["random(3)", "integers(0, 4, size=(2, 2))"] if "rng" in maker else OLDER)
        for call in calls:
            same("numpy", f"list(np.shape({maker}.{call}))")
        same("numpy", f"a = np.arange(4)\ng = {maker}\ng.shuffle(a)\nr = np.sort(a)")
    same("numpy", "list(np.random.ranf(3).shape)", "list(np.random.sample(3).shape)", "np.random.seed(1)\na = np.random.rand(3)\nnp.random.seed(1)\nr = bool((a == np.random.rand(3)).all())")
    for made in ["ranf", "sample"]:
        pairs("numpy", (f"list(np.random.RandomState(3).{made}(3).shape)", "[3]"))
    pairs("numpy", ("g = np.random.RandomState(3)\ng.seed(1)\na = g.rand(3)\ng.seed(1)\nr = bool((a == g.rand(3)).all())", "True"))
    for call in ["random()", "uniform(0.0, 1.0)", "randrange(0, 2)", "randint(0, 1)"]:
        same("numpy", f"import random\nr = 0 <= random.{call} <= 1")
    for call in ["gauss(5, 0.01)", "normalvariate(5, 0.01)"]:
        same("numpy", f"import random\nr = 4 < random.{call} < 6")
    same("numpy", "import random\nrandom.seed(1)\na = random.random()\nrandom.seed(1)\nr = a == random.random()", "import random\na = [1, 2, 3]\nrandom.shuffle(a)\nr = sorted(a)")


#: Names of torch that are functions and members: numpy's expression of the first argument a.
UNARY = {
    "negative": "-a", "neg": "-a", "absolute": "abs(a)", "abs": "abs(a)", "sgn": "np.sign(a)", "sign": "np.sign(a)", "asin": "np.arcsin(a)", "arcsin": "np.arcsin(a)",
    "acos": "np.arccos(a)", "arccos": "np.arccos(a)", "atan": "np.arctan(a)", "arctan": "np.arctan(a)", "rsqrt": "1 / np.sqrt(a)", "sigmoid": "special.expit(a)",
    "relu": "np.maximum(a, 0)", "logit": "special.logit(a)", "frac": "a - np.trunc(a)", "erf": "special.erf(a)", "expm1": "np.expm1(a)", "log": "np.log(a)", "log1p": "np.log1p(a)",
    "log2": "np.log2(a)", "log10": "np.log10(a)", "sqrt": "np.sqrt(a)", "square": "a * a", "reciprocal": "1 / a", "sin": "np.sin(a)", "cos": "np.cos(a)", "tan": "np.tan(a)",
    "sinh": "np.sinh(a)", "cosh": "np.cosh(a)", "tanh": "np.tanh(a)", "exp": "np.exp(a)", "floor": "np.floor(a)", "ceil": "np.ceil(a)", "trunc": "np.trunc(a)", "isnan": "np.isnan(a)",
    "isinf": "np.isinf(a)", "isfinite": "np.isfinite(a)", "logical_not": "np.logical_not(a)", "clone": "a", "detach": "a",
}
BINARY = {
    "add": "a + e", "sub": "a - e", "subtract": "a - e", "mul": "a * e", "multiply": "a * e", "div": "a / e", "divide": "a / e", "true_divide": "a / e", "floor_divide": "a // e",
    "remainder": "np.mod(a, e)", "fmod": "np.fmod(a, e)", "pow": "abs(a) ** e", "logical_and": "np.logical_and(a, e)", "logical_or": "np.logical_or(a, e)", "eq": "a == e", "ne": "a != e",
    "lt": "a < e", "less": "a < e", "le": "a <= e", "gt": "a > e", "greater": "a > e", "ge": "a >= e", "maximum": "np.maximum(a, e)", "minimum": "np.minimum(a, e)",
    "clamp_min": "np.maximum(a, e)", "clamp_max": "np.minimum(a, e)",
}


def torch_names():
    for name, numpy in UNARY.items():
        for value, argument in [("p", "p"), ("s", "s")]:
            pairs("torch", (f"{value}.{name}()", numpy.replace("(a", f"({argument}").replace("a *", f"{argument} *").replace("* a", f"* {argument}").replace("/ a", f"/ {argument}").replace("-a", f"-{argument}").replace("a -", f"{argument} -") if numpy != "a" else argument))
        pairs("torch", (f"a = p\nr = torch.{name}(a)", f"a = p\nr = {numpy}"))
    for name, numpy in BINARY.items():
        base = "abs(x)" if name == "pow" else "x"
        pairs("torch", (f"a = {base}\ne = p\nr = a.{name}(e)", f"a = x\ne = p\nr = {numpy}"), (f"a = {base}\ne = p\nr = torch.{name}(a, e)", f"a = x\ne = p\nr = {numpy}"), (f"a = s\ne = 0.4\nr = a.{name}(e)", f"a = s\ne = 0.4\nr = {numpy}"))
    for name, code in {"arctan2": "np.arctan2(x, p)", "heaviside": "np.heaviside(x, p)", "logical_xor": "np.logical_xor(x, p)", "allclose": "np.allclose(x, p)", "equal": "np.array_equal(x, p)", "lerp": "x + 0.25 * (p - x)", "addcmul": "x + p * p", "addcdiv": "x + x / p"}.items():
        after = {"lerp": ", 0.25", "addcmul": ", p", "addcdiv": ", p"}.get(name, "")
        given = "x, x, p" if name == "addcdiv" else f"x, p{after}"
        pairs("torch", (f"torch.{name}({given})", code))
        if name in ["lerp", "addcmul", "addcdiv"]:
            pairs("torch", (f"x.{name}({given[3:]})", code))
    for name, argument in {"deg2rad": "x", "rad2deg": "x", "arcsinh": "x", "acosh": "p + 1", "arccosh": "p + 1", "arctanh": "p", "exp2": "x", "sinc": "x", "nansum": "x", "ravel": "x", "atleast_1d": "y", "atleast_2d": "y", "fliplr": "x", "flipud": "x", "rot90": "x", "argwhere": "b", "unique": "i", "argmax": "x", "argmin": "x", "all": "b", "count_nonzero": "b", "min": "x", "trapz": "y", "trapezoid": "y", "bincount": "l"}.items():
        numpy = {"acosh": "arccosh", "trapezoid": "trapz"}.get(name, name)
        pairs("torch", (f"torch.{name}({argument})", f"np.{numpy}({argument})"))
    for name in "hstack vstack row_stack dstack column_stack".split():
        pairs("torch", (f"torch.{name}([x, p])", f"np.{name}([x, p])"))
    for name in "concat concatenate".split():
        pairs("torch", (f"torch.{name}([x, p], dim=0)", "np.concatenate([x, p])"))
    pairs(
        "torch",
        ("torch.amin(x, dim=1)", "x.min(1)"), ("x.amin(dim=1)", "x.min(1)"), ("torch.swapaxes(z, 0, 2)", "z.swapaxes(0, 2)"), ("torch.swapdims(z, 0, 2)", "z.swapaxes(0, 2)"), ("z.swapdims(0, 2)", "z.swapaxes(0, 2)"), ("torch.moveaxis(z, 0, 2)", "np.moveaxis(z, 0, 2)"), ("z.movedim(0, 2)", "np.moveaxis(z, 0, 2)"), ("torch.select(x, 1, 0)", "x[:, 0]"), ("torch.narrow(x, 1, 1, 2)", "x[:, 1:3]"), ("torch.diagonal(m)", "np.diag(m)"), ("torch.clip(x, -1, 1)", "np.clip(x, -1, 1)"), ("torch.ger(y, u)", "np.outer(y, u)"), ("y.ger(u)", "np.outer(y, u)"), ("y.outer(u)", "np.outer(y, u)"), ("y.inner(y)", "y @ y"), ("m.mv(y)", "m @ y"), ("z.bmm(z.transpose(1, 2))", "z @ z.swapaxes(1, 2)"), ("torch.addmv(y, m, y)", "y + m @ y"), ("y.addmv(m, y)", "y + m @ y"), ("x.addmm(x, m)", "x + x @ m"), ("torch.baddbmm(torch.zeros(2, 3, 3), z, z.transpose(1, 2))", "z @ z.swapaxes(1, 2)"), ("torch.zeros(2, 3, 3).baddbmm(z, z.transpose(1, 2))", "z @ z.swapaxes(1, 2)"),
        ("torch.searchsorted(u, y)", "np.searchsorted(u, y)"), ("torch.masked_fill(x, b, 1.0)", "np.where(b, 1.0, x)"), ("x.masked_select(b)", "x[b]"), ("torch.cholesky(m)", "np.linalg.cholesky(m)"), ("torch.linalg.cholesky(m)", "np.linalg.cholesky(m)"), ("torch.linalg.det(m)", "np.linalg.det(m)"), ("m.det()", "np.linalg.det(m)"), ("m.inverse()", "np.linalg.inv(m)"), ("list(torch.slogdet(m))", "list(np.linalg.slogdet(m))"), ("list(torch.linalg.slogdet(m))", "list(np.linalg.slogdet(m))"), ("torch.linalg.matrix_power(m, 2)", "m @ m"), ("torch.linalg.matrix_norm(m)", "np.linalg.norm(m)"), ("torch.linalg.cross(y, y * y)", "np.cross(y, y * y)"), ("torch.linalg.diagonal(m)", "np.diag(m)"), ("x.count_nonzero()", "np.count_nonzero(x)"), ("x.tile(2, 1)", "np.tile(x, (2, 1))"), ("m.tril()", "np.tril(m)"), ("m.triu()", "np.triu(m)"), ("y.diag()", "np.diag(y)"), ("x.reshape_as(x.t())", "x.reshape(3, 2)"), ("y.broadcast_to((2, 3))", "np.broadcast_to(y, (2, 3))"), ("x.clip_(0, 1)", "np.clip(x, 0, 1)"),
        ("torch.empty_like(x).shape[0]", "2"), ("torch.rand_like(x).shape[0]", "2"), ("torch.asarray([1.0, 2.0])", "np.array([1.0, 2.0])"), ("torch.manual_seed(0)\nr = torch.rand(2).shape[0]", "2"), ("torch.random.manual_seed(0)\nr = torch.rand(2).shape[0]", "2"), ("torch.is_floating_point(x)", "True"), ("[torch.e, torch.inf]", "[np.e, np.inf]"), ("math_nan = torch.nan\nr = math_nan != math_nan", "True"), ("y[torch.newaxis]", "y[None]"), ("torch.finfo(torch.float64).eps", "np.finfo(float).eps"), ("x.log_softmax(1)", "special.log_softmax(x, 1)"), ("x.nelement()", "6"), ("x.ndimension()", "2"), ("x.cuda()", "x"), ("x.half().shape[0]", "2"), ("x.bfloat16().shape[0]", "2"), ("x.short()", "x.astype(int)"), ("x.requires_grad_()", "x"), ("x.is_floating_point()", "True"), ("x.is_cuda", "False"), ("x.new_empty(2).shape[0]", "2"), ("x.new_full((2,), 3.0)", "np.full(2, 3.0)"), ("torch.cuda.is_available()", "False"), ("x.conj()", "x"), ("i.index_copy(1, torch.tensor([0]), torch.tensor([[7], [8]]))", "np.array([[7, -1, 2], [8, 5, -4]])"),
    )
    for name, numpy in {"log": "np.log(a)", "sqrt": "np.sqrt(a)", "square": "a * a", "reciprocal": "1 / a", "sin": "np.sin(a)", "cos": "np.cos(a)", "floor": "np.floor(a)", "ceil": "np.ceil(a)", "round": "np.round(a)", "trunc": "np.trunc(a)"}.items():
        pairs("torch", (f"a = p.clone()\na.{name}_()\nr = a", f"a = p\nr = {numpy}"))
    for name, numpy in {"multiply": "a * e", "remainder": "np.mod(a, e)", "clamp_min": "np.maximum(a, e)", "clamp_max": "np.minimum(a, e)"}.items():
        pairs("torch", (f"a = x.clone()\na.{name}_(0.5)\nr = a", f"a = x\ne = 0.5\nr = {numpy}"))
    pairs("torch", ("a = x.clone()\na.addcdiv_(x, p)\nr = a", "x + x / p"), ("a = torch.empty(2)\na.normal_()\na.uniform_()\nr = a.shape[0]", "2"))
    for name in "zeros_ ones_".split():
        pairs("torch", (f"a = torch.empty(2)\nnn.init.{name}(a)\nr = a", f"np.{name[:-1]}(2)"))
    for name in "normal_ uniform_".split():
        pairs("torch", (f"a = torch.empty(2)\nnn.init.{name}(a)\nr = a.shape[0]", "2"))
    for name, numpy in {"logit": "special.logit(p)", "expm1": "np.expm1(p)", "log1p": "np.log1p(p)", "exp2": "np.exp2(p)", "erf": "special.erf(p)", "entr": "special.entr(p)"}.items():
        pairs("torch", (f"torch.special.{name}(p)", numpy))
    pairs("torch", ("torch.special.xlogy(p, p)", "special.xlogy(p, p)"), ("torch.special.logsumexp(x, 1)", "special.logsumexp(x, 1)"), ("torch.special.softmax(x, 1)", "special.softmax(x, 1)"), ("torch.special.log_softmax(x, 1)", "special.log_softmax(x, 1)"))
    for name, kind in {"double": "float", "float16": "float", "half": "float", "bfloat16": "float", "int8": "int", "int16": "int", "int32": "int", "int64": "int", "short": "int", "int": "int", "uint8": "int", "bool": "bool"}.items():
        pairs("torch", (f"torch.ones(2, dtype=torch.{name})", f"np.ones(2, dtype={kind})"))
    for name in "enable_grad inference_mode".split():
        pairs("torch", (f"with torch.{name}():\n    r = x * 2", "x * 2"))
    for name in ["torch.set_grad_enabled(True)", "torch.autograd.set_grad_enabled(True)", "torch.autograd.set_detect_anomaly(True)", "torch.autograd.detect_anomaly()"]:
        pairs("torch", (f"with {name}:\n    r = x * 2", "x * 2"))
    for name, kind in {"Double": "float", "Int": "int", "Bool": "bool"}.items():
        pairs("torch", (f"torch.{name}Tensor([1, 0])", f"np.array([1, 0], dtype={kind})"))
    pairs("torch", ("list(torch.std_mean(x))", "[np.std(x, ddof=1), np.mean(x)]"), ("torch.scatter_add(x, 1, torch.tensor([[0], [1]]), torch.tensor([[1.0], [2.0]]))", "x + np.array([[1.0, 0, 0], [0, 2.0, 0]])"), ("torch.index_fill(x, 1, torch.tensor([0]), 7.0)", "np.where(np.arange(3) == 0, 7.0, x)"), ("torch.index_copy(i, 1, torch.tensor([0]), torch.tensor([[7], [8]]))", "np.array([[7, -1, 2], [8, 5, -4]])"), ("torch.take_along_dim(x, torch.tensor([[0], [1]]), dim=1)", "np.array([[0.5], [0.25]])"), ("list(torch.broadcast_tensors(y, x))", "[np.broadcast_to(y, (2, 3)), x]"), ("u.searchsorted(y)", "np.searchsorted(u, y)"), ("x.conjugate()", "x"))
    for name in ["seed()", "set_default_dtype(torch.float64)", "set_printoptions(precision=3)", "set_num_threads(1)", "use_deterministic_algorithms(True)", "set_default_tensor_type(torch.DoubleTensor)", "cuda.manual_seed(1)", "cuda.manual_seed_all(1)", "cuda.empty_cache()", "cuda.synchronize()"]:
        pairs("torch", (f"torch.{name}\nr = x", "x"))
    for name in ["s.float()", "s.double()", "s.half()", "s.bfloat16()", "s.contiguous()", "s.cpu()", "s.cuda()", "s.to(torch.float64)", "s.requires_grad_()", "s.clamp(0.0, 1.0)", "s.lerp(0.7, 0.5)"]:
        pairs("torch", (name, "s"))
    for name in ["s.long()", "s.int()", "s.short()"]:
        pairs("torch", (name, "int(s)"))
    pairs("torch", ("x.retain_grad()\nr = x", "x"), ("x.share_memory_()\nr = x", "x"), ("x.register_hook(lambda g: g)\nr = x", "x"), ("s.type_as(x)", "s"), ("isinstance(x.shape, torch.Size)", "True"))
    pairs("torch", ("s.bool()", "bool(s)"), ("s.numel()", "1"), ("s.nelement()", "1"), ("s.dim()", "0"), ("s.ndimension()", "0"), ("s.addcmul(2.0, 3.0)", "s + 6"), ("s.addcdiv(3.0, 2.0)", "s + 1.5"), ("with torch.autocast('cpu'):\n    r = x * 2", "x * 2"), ("with torch.cuda.amp.autocast():\n    r = x * 2", "x * 2"))
    for name in ["torch.compile", "torch.jit.script", "torch.jit.ignore", "torch.jit.export", "torch.cuda.amp.custom_fwd", "torch.cuda.amp.custom_bwd", "torch.autograd.function.once_differentiable"]:
        pairs("torch", (f"@{name}\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"))
    pairs("torch", ("torch.autograd.Variable(x)", "x"), ("torch.celu(x)", "np.where(x > 0, x, np.expm1(x))"), ("torch.selu(x)", "1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(x))"))


TENSORFLOW = {
    **{name: f"np.{name}(p)" for name in "expm1 log log1p tan sinh cosh ceil sqrt rint exp sin cos tanh square abs sign floor".split()},
    **{name: f"np.arc{name[1:]}(p)" for name in "asin acos atan asinh atanh".split()},
    "reciprocal": "1 / p", "sigmoid": "special.expit(p)", "erf": "special.erf(p)", "negative": "-p", "rsqrt": "1 / np.sqrt(p)", "round": "np.round(p)", "softplus": "np.log1p(np.exp(p))",
    "log_sigmoid": "np.log(special.expit(p))", "is_nan": "np.isnan(p)", "is_inf": "np.isinf(p)", "is_finite": "np.isfinite(p)", "reduce_sum": "p.sum()", "reduce_mean": "p.mean()",
    "reduce_max": "p.max()", "reduce_min": "p.min()", "reduce_prod": "p.prod()", "reduce_logsumexp": "special.logsumexp(p)", "reduce_variance": "p.var()", "reduce_std": "p.std()",
    "count_nonzero": "np.count_nonzero(p)", "argmax": "p.argmax(0)", "arg_max": "p.argmax(0)", "argmin": "p.argmin(0)", "arg_min": "p.argmin(0)", "cumsum": "p.cumsum(0)", "cumprod": "p.cumprod(0)",
}
TENSORFLOW_BINARY = {
    "add": "x + p", "subtract": "x - p", "multiply": "x * p", "divide": "x / p", "truediv": "x / p", "floordiv": "x // p", "floor_div": "x // p", "mod": "np.mod(x, p)", "floormod": "np.mod(x, p)",
    "maximum": "np.maximum(x, p)", "minimum": "np.minimum(x, p)", "atan2": "np.arctan2(x, p)", "squared_difference": "(x - p) ** 2", "divide_no_nan": "x / p", "multiply_no_nan": "x * p",
    "equal": "x == p", "not_equal": "x != p", "less": "x < p", "less_equal": "x <= p", "greater": "x > p", "greater_equal": "x >= p",
}


def tensorflow_names():
    for module in ["tf", "tf.math"]:
        for name, numpy in TENSORFLOW.items():
            pairs("tensorflow", (f"{module}.{name}(p)", numpy))
        for name, numpy in TENSORFLOW_BINARY.items():
            pairs("tensorflow", (f"{module}.{name}(x, p)", numpy))
        pairs("tensorflow", (f"{module}.acosh(p + 1)", "np.arccosh(p + 1)"), (f"{module}.logical_not(b)", "~b"), (f"{module}.logical_and(b, x > 0)", "b & (x > 0)"), (f"{module}.logical_or(b, x > 0)", "b | (x > 0)"), (f"{module}.logical_xor(b, x > 0)", "b ^ (x > 0)"), (f"{module}.reduce_any(b)", "b.any()"), (f"{module}.reduce_all(b)", "b.all()"), (f"{module}.pow(p, x)", "p ** x"), (f"{module}.xlogy(p, p)", "special.xlogy(p, p)"), (f"{module}.add_n([x, p])", "x + p"), (f"{module}.l2_normalize(y, axis=0)", "y / np.linalg.norm(y)"), (f"list({module}.top_k(u, 2))", "[np.array([1.25, 0.75]), np.array([3, 2])]"))
    pairs("tensorflow", ("tf.repeat(y, 2)", "np.repeat(y, 2)"), ("tf.roll(y, 1, 0)", "np.roll(y, 1, 0)"), ("tf.broadcast_to(y, (2, 3))", "np.broadcast_to(y, (2, 3))"), ("tf.argsort(y)", "np.argsort(y)"), ("tf.is_tensor(x)", "True"), ("y[tf.newaxis]", "y[None]"), ("tf.random.set_seed(1)\nr = tf.zeros(2)", "np.zeros(2)"))
    pairs("tensorflow", ("@tf.recompute_grad\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"))
    for name in ["name_scope('a')", "device('/cpu:0')", "control_dependencies([x])", "init_scope()"]:
        pairs("tensorflow", (f"with tf.{name}:\n    r = x * 2", "x * 2"))
    pairs("tensorflow", ("tf.print(x)\nr = x", "x"), ("tf.group(x)\nr = x", "x"), ("class Net(tf.Module):\n    def __call__(self, a):\n        return a * 2\nr = Net()(x)", "x * 2"))
    for name, kind in {"float64": "float", "float16": "float", "bfloat16": "float", "int64": "int", "int8": "int", "int16": "int", "uint8": "int", "bool": "bool"}.items():
        pairs("tensorflow", (f"tf.ones(2, dtype=tf.{name})", f"np.ones(2, dtype={kind})"))
    pairs("tensorflow", ("tf.nn.relu6(4 * x)", "np.clip(4 * x, 0, 6)"), ("tf.nn.swish(x)", "x * special.expit(x)"), ("tf.nn.softsign(x)", "x / (1 + abs(x))"), ("tf.nn.sigmoid(x)", "special.expit(x)"), ("tf.nn.tanh(x)", "np.tanh(x)"), ("tf.nn.l2_normalize(y, axis=0)", "y / np.linalg.norm(y)"), ("tf.nn.softmax_cross_entropy_with_logits_v2(labels=p, logits=x)", "-np.sum(p * special.log_softmax(x, 1), 1)"))
    pairs("tensorflow", ("tf.linalg.norm(y)", "np.linalg.norm(y)"), ("tf.linalg.det(m)", "np.linalg.det(m)"), ("tf.linalg.solve(m, m)", "np.eye(3)"), ("tf.linalg.cholesky(m)", "np.linalg.cholesky(m)"), ("tf.linalg.trace(m)", "np.trace(m)"), ("tf.linalg.matrix_transpose(x)", "x.T"), ("tf.linalg.diag_part(m)", "np.diag(m)"), ("tf.linalg.tensordot(x, m, axes=1)", "x @ m"), ("tf.linalg.einsum('ij,jk->ik', x, m)", "x @ m"), ("tf.linalg.l2_normalize(y, axis=0)", "y / np.linalg.norm(y)"))
    elu = "np.where(x > 0, x, np.expm1(x))"
    for name, numpy in {"relu": "np.maximum(x, 0)", "sigmoid": "special.expit(x)", "tanh": "np.tanh(x)", "softmax": "special.softmax(x, 1)", "elu": elu, "selu": "1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(x))", "gelu": "x * special.ndtr(x)", "swish": "x * special.expit(x)", "silu": "x * special.expit(x)", "softsign": "x / (1 + abs(x))", "exponential": "np.exp(x)", "linear": "x"}.items():
        pairs("tensorflow", (f"tf.keras.activations.{name}(x)", numpy))
    for name, numpy in {"sum": "p.sum()", "max": "p.max()", "min": "p.min()", "exp": "np.exp(p)", "log": "np.log(p)", "square": "p * p", "sqrt": "np.sqrt(p)", "abs": "abs(p)", "sign": "np.sign(p)", "sigmoid": "special.expit(p)", "tanh": "np.tanh(p)", "softmax": "special.softmax(p, 1)", "flatten": "p.ravel()", "stop_gradient": "p"}.items():
        pairs("tensorflow", (f"tf.keras.backend.{name}(p)", numpy))
    pairs("tensorflow", ("tf.keras.backend.pow(p, 2)", "p ** 2"), ("tf.keras.backend.maximum(x, p)", "np.maximum(x, p)"), ("tf.keras.backend.minimum(x, p)", "np.minimum(x, p)"), ("tf.keras.backend.clip(x, -1, 1)", "np.clip(x, -1, 1)"), ("tf.keras.backend.dot(x, m)", "x @ m"), ("tf.keras.backend.reshape(x, (3, 2))", "x.reshape(3, 2)"), ("tf.keras.backend.cast(i, 'float32')", "i.astype(float)"))


def jax_names():
    for name, numpy in {"expm1": "np.expm1(p)", "log1p": "np.log1p(p)", "sqrt": "np.sqrt(p)", "cbrt": "np.cbrt(p)", "sin": "np.sin(p)", "cos": "np.cos(p)", "tan": "np.tan(p)", "asin": "np.arcsin(p)", "acos": "np.arccos(p)", "atan": "np.arctan(p)", "sinh": "np.sinh(p)", "cosh": "np.cosh(p)", "tanh": "np.tanh(p)", "asinh": "np.arcsinh(p)", "atanh": "np.arctanh(p)", "abs": "abs(p)", "sign": "np.sign(p)", "floor": "np.floor(p)", "ceil": "np.ceil(p)", "reciprocal": "1 / p"}.items():
        pairs("jax", (f"jax.lax.{name}(p)", numpy))
    pairs("jax", ("jax.lax.acosh(p + 1)", "np.arccosh(p + 1)"))
    for name, numpy in {"rem": "np.fmod(x, p)", "atan2": "np.arctan2(x, p)", "min": "np.minimum(x, p)", "eq": "x == p", "ne": "x != p", "lt": "x < p", "le": "x <= p", "ge": "x >= p"}.items():
        pairs("jax", (f"jax.lax.{name}(x, p)", numpy))
    pairs("jax", ("jax.lax.batch_matmul(z, jnp.swapaxes(z, 1, 2))", "z @ z.swapaxes(1, 2)"), ("jax.lax.squeeze(y[None], (0,))", "y"), ("jax.lax.cumprod(x, axis=1)", "x.cumprod(1)"), ("list(jax.lax.top_k(u, 2))", "[np.array([1.25, 0.75]), np.array([3, 2])]"), ("jax.nn.tanh(x)", "np.tanh(x)"), ("jax.nn.hard_silu(x)", "x * np.clip(x + 3, 0, 6) / 6"), ("jax.nn.hard_swish(x)", "x * np.clip(x + 3, 0, 6) / 6"), ("jax.random.fold_in(jax.random.PRNGKey(0), 1)\nr = 1", "1"), ("list(jax.random.choice(jax.random.PRNGKey(0), 4, (2,)).shape)", "[2]"))
    pairs("jax", *((f"jnp.{name}(p)", f"np.arc{name[1:]}(p)") for name in ["asin", "acos", "atan", "asinh", "atanh"]))
    for name, kind in {"double": "float", "half": "float", "single": "float", "longdouble": "float", "uint16": "int", "uint32": "int", "uint64": "int", "intp": "int", "bool": "bool", "bool8": "bool", "float": "float", "int": "int"}.items():
        pairs("jax", (f"jnp.ones(2, dtype=jnp.{name})", f"np.ones(2, dtype={kind})"))
    for code in ["bitwise_not(i)", "conjugate(x)", "round_(x, 1)", "real_if_close(x)", "product(p)", "asarray(x)", "asanyarray(x)", "asfarray(i)", "row_stack([y, y])", "in1d(l, [1, 2])", "i0(x)", "Inf", "infty", "NINF", "NaN", "NAN"]:
        pairs("jax", (f"jnp.{code}", f"np.{code}"))
    pairs("jax", ("jnp.empty(2).shape[0]", "2"), ("jnp.empty_like(x).shape[0]", "2"), ("jnp.issubdtype(x.dtype, jnp.inexact)", "True"), ("jnp.issubdtype(i.dtype, jnp.signedinteger)", "True"), ("jnp.issubdtype(x.dtype, jnp.generic)", "True"), ("jnp.linalg.vector_norm(y)", "np.linalg.norm(y)"), ("jnp.linalg.matrix_norm(m)", "np.linalg.norm(m)"), ("jnp.linalg.svdvals(m)", "np.linalg.svd(m, compute_uv=False)"), ("from jax.scipy.linalg import tril, triu\nr = [tril(m), triu(m)]", "[np.tril(m), np.triu(m)]"))
    for name in ["expm1", "log1p", "exp2", "sinc", "cbrt"]:
        pairs("jax", (f"from jax.scipy.special import {name}\nr = {name}(p)", f"np.{name}(p)"))
    pairs("jax", ("jnp.set_printoptions(precision=3)\nr = x", "x"), ("issubclass(jnp.linalg.LinAlgError, Exception)", "True"), ("with jax.disable_jit():\n    r = x * 2", "x * 2"), ("with jax.named_scope('a'):\n    r = x * 2", "x * 2"))
    for name in ["checkpoint", "remat", "named_call"]:
        pairs("jax", (f"@jax.{name}\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"))
    pairs("jax", ("jax.block_until_ready(x)", "x"), ("jax.device_put(x)", "x"), ("jax.device_get(x)", "x"))
    pairs("jax", ("jnp.acosh(p + 1)", "np.arccosh(p + 1)"), ("jnp.atan2(x, p)", "np.arctan2(x, p)"), ("jnp.pow(p, x)", "p ** x"), ("jnp.trapezoid(y)", "np.trapz(y)"), ("jnp.permute_dims(z, (1, 0, 2))", "z.transpose(1, 0, 2)"), ("jnp.concat([x, p], axis=1)", "np.concatenate([x, p], 1)"))
    pairs("jax", *((f"jnp.ones(2, dtype=jnp.{name})", f"np.ones(2, dtype={kind})") for name, kind in {"float64": "float", "float16": "float", "bfloat16": "float", "float_": "float", "int64": "int", "int32": "int", "int16": "int", "int8": "int", "uint8": "int", "int_": "int", "bool_": "bool"}.items()))


#: What jax has not, or has with another meaning than numpy.
NOT_OF_JAX = {"iinfo", "put_along_axis", "fill_diagonal", "copyto", "put", "random", "lib", "clip", "array", "asarray", "empty", "empty_like", "special/j0", "special/j1", "special/jv", "special/jn"}


def jax_rows():
    """The first rows of each of numpy's and scipy's names, as rows of jax."""
    library = json.loads((pathlib.Path(__file__).parent / "library.json").read_text(encoding="ascii"))
    seen, made = {}, []
    for row in library["rows"]:
        names = re.findall(r"\bnp\.((?:linalg\.)?\w+)", row["code"])
        names += [f"{a}/{b}" for a, b in re.findall(r"\b(special|linalg|sl|stats)(?: import |\.)(\w+)", row["code"])]
        fresh = [name for name in names if seen.get(name, 0) < 2]
        changes = re.search(r"out=|\btype\(|\] \S?= |\.(sort|fill)\(|\.at\(", row["code"])
        if "raises" in row or changes or not fresh or NOT_OF_JAX & set(names):
            continue
        for name in fresh:
            seen[name] = seen.get(name, 0) + 1
        code = re.sub(r"\bnp\.", "jnp.", re.sub(r"\bscipy\b", "jax.scipy", row["code"]))
        used = {key: value for key, value in library["inputs"].items() if re.search(rf"\b{key}\b", code)}
        made.append({"library": "jax", "code": code, "inputs": used, "result": row["result"]})
    return made


def plain(value):
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "type": {"f": "float", "i": "int", "u": "int", "b": "bool"}[value.dtype.kind], "data": [number(each) for each in value.ravel().tolist()]}
    if isinstance(value, np.generic):
        return plain(np.asarray(value))
    if isinstance(value, (bool, int, float)):
        return {"shape": [], "type": type(value).__name__, "data": [number(value)]}
    return [plain(each) for each in value]


def number(value):
    if isinstance(value, bool):
        return int(value)
    value = float(value) if isinstance(value, np.floating) else value
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def run(code):
    names = {"np": np, "special": special}
    names.update({key: np.array(value) if isinstance(value, list) else value for key, value in INPUTS.items()})
    exec(code if "r = " in code else f"r = {code}", names)
    return plain(names["r"])


def main():
    for family in [numpy_names, drawing, torch_names, tensorflow_names, jax_names]:
        family()
    rows = []
    for library, code, numpy in dict.fromkeys(ROWS):
        used = {key: value for key, value in INPUTS.items() if re.search(rf"\b{key}\b", code)}
        shown = code if "r = " in code else f"r = {code}"
        rows.append({"library": library, "code": shown, "inputs": used, "result": run(numpy)})
    lines = [json.dumps(row) for row in rows + jax_rows()]
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write('{"rows": [\n' + ",\n".join(lines) + "\n]}\n")


main()
