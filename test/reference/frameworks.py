"""What the names of torch, jax, tensorflow and autograd give, computed by numpy and scipy.

Usage: python3 frameworks.py OUTPUT. The frameworks are not needed: beside each
expression of theirs stands its equivalent, which sets the expected value.
"""

import json
import math
import sys

import numpy as np
from scipy import special

np.seterr(all="ignore")

INPUTS = {
    "x": [[0.5, -1.25, 2.0], [1.5, 0.25, -0.75]],
    "y": [0.3, -0.6, 1.7],
    "z": [[[0.1, 0.9, -0.4, 1.2], [0.7, -1.1, 0.6, 0.2], [-0.3, 0.8, 1.4, -0.9]], [[1.1, -0.2, 0.5, 0.05], [-1.3, 0.45, 0.35, 1.6], [0.15, 0.95, -0.55, 0.65]]],
    "p": [[0.2, 0.55, 0.9], [0.35, 0.7, 0.15]],
    "q": [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]],
    "m": [[2.0, 0.5, -0.3], [0.1, 1.5, 0.4], [-0.2, 0.6, 3.0]],
    "w": [[0.4, -0.7, 1.1], [0.9, 0.3, -0.2], [-0.5, 0.8, 0.6], [1.3, -1.4, 0.2]],
    "u": [0.25, 0.5, 0.75, 1.25],
    "s": 0.7,
    "i": [[3, -1, 2], [0, 5, -4]],
    "j": [2, 0],
    "g": [[2, 0], [1, 1]],
    "b": [[True, False, True], [False, False, True]],
}

TORCH, JAX, TF, AUTOGRAD = [], [], [], []
ROWS = {"torch": TORCH, "jax": JAX, "tensorflow": TF, "autograd": AUTOGRAD}


def rows(family, *pairs):
    family.extend(pairs)


def sigmoid(v):
    return special.expit(v)


def elu(v, alpha=1.0):
    return np.where(v > 0, v, alpha * np.expm1(np.minimum(v, 0)))


def gelu(v, tanh=False):
    if tanh:
        return 0.5 * v * (1 + np.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)))
    return v * special.ndtr(v)


def softmax(v, axis=-1):
    return special.softmax(v, axis=axis)


def log_softmax(v, axis=-1):
    return special.log_softmax(v, axis=axis)


def softplus(v):
    return np.logaddexp(0, v)


def bce(v, t):
    return -(t * np.log(v) + (1 - t) * np.log(1 - v))


def bcel(v, t, weight=1.0):
    return (1 - t) * v + (1 + (weight - 1) * t) * np.log1p(np.exp(-v))


def smooth(d, width):
    return np.where(np.abs(d) < width, 0.5 * d * d / width, np.abs(d) - 0.5 * width)


def huber(d, width):
    return width * smooth(d, width)


def norm(v, p=2, axis=None, keepdims=False):
    return np.sum(np.abs(v) ** p, axis=axis, keepdims=keepdims) ** (1 / p)


def layer_norm(v, eps=1e-5):
    return (v - v.mean(-1, keepdims=True)) / np.sqrt(v.var(-1, keepdims=True) + eps)


def put(v, index, value):
    v = v.copy()
    v[index] = value
    return v


def added(v, index, value):
    v = v.copy()
    np.add.at(v, index, value)
    return v


def onehot(labels, classes, dtype=float):
    return np.eye(classes)[labels].astype(dtype)


def along(v, index, values, axis, add):
    v = v.copy()
    index = np.asarray(index)
    for at in np.ndindex(index.shape):
        to = tuple(index[at] if axis == each else at[each] for each in range(v.ndim))
        value = values[at] if np.ndim(values) else values
        v[to] = v[to] + value if add else value
    return v


def pick(v, index, axis):
    index = np.asarray(index)
    out = np.empty(index.shape)
    for at in np.ndindex(index.shape):
        out[at] = v[tuple(index[at] if axis == each else at[each] for each in range(v.ndim))]
    return out


def descending(v, axis=-1):
    return np.argsort(-v, axis=axis, kind="stable")


def best(v, axis, op="max", keepdims=False):
    arg = getattr(np, "arg" + op)(v, axis=axis)
    return [getattr(np, op)(v, axis=axis, keepdims=keepdims), np.expand_dims(arg, axis) if keepdims else arg]


def torch_names():
    for name in "exp expm1 sin cos tan sinh cosh tanh abs sign square floor ceil trunc isnan isinf isfinite".split():
        rows(TORCH, (f"torch.{name}(x)", f"np.{name}(x)"), (f"x.{name}()", f"np.{name}(x)"))
    for name in "log log1p log2 log10 sqrt reciprocal".split():
        rows(TORCH, (f"torch.{name}(p)", f"np.{name}(p)"), (f"p.{name}()", f"np.{name}(p)"))
    for name in "asin acos atan asinh atanh".split():
        rows(TORCH, (f"torch.{name}(p)", f"np.{name.replace('a', 'arc', 1)}(p)"))
    for name in ["exp", "tanh", "sigmoid", "relu"]:
        rows(TORCH, (f"s.{name}()", {"sigmoid": "sigmoid(s)", "relu": "np.maximum(s, 0.0)"}.get(name, f"np.{name}(s)")))
    rows(
        TORCH,
        ("torch.neg(x)", "-x"), ("torch.rsqrt(p)", "1 / np.sqrt(p)"), ("torch.sigmoid(x)", "sigmoid(x)"), ("torch.erf(x)", "special.erf(x)"), ("x.erf()", "special.erf(x)"),
        ("torch.relu(x)", "np.maximum(x, 0)"), ("torch.relu(i)", "np.maximum(i, 0)"), ("torch.frac(x)", "x - np.trunc(x)"), ("torch.logit(p)", "special.logit(p)"), ("torch.round(x)", "np.round(x)"), ("torch.round(x, decimals=1)", "np.round(x, 1)"),
        ("torch.clamp(x, min=0)", "np.maximum(x, 0)"), ("torch.clamp(x, -1, 1)", "np.clip(x, -1, 1)"), ("x.clamp(max=0.4)", "np.minimum(x, 0.4)"), ("x.clamp(min=-0.5, max=0.5)", "np.clip(x, -0.5, 0.5)"), ("x.clamp_min(0.1)", "np.maximum(x, 0.1)"), ("torch.clamp_max(x, 0.1)", "np.minimum(x, 0.1)"),
        ("torch.add(x, y)", "x + y"), ("torch.add(x, y, alpha=2)", "x + 2 * y"), ("x.add(1)", "x + 1"), ("x.sub(y, alpha=0.5)", "x - 0.5 * y"), ("x.mul(y)", "x * y"), ("torch.mul(x, 2.0)", "x * 2.0"), ("x.div(p)", "x / p"), ("torch.div(x, p, rounding_mode='floor')", "np.floor_divide(x, p)"), ("torch.div(x, p, rounding_mode='trunc')", "np.trunc(x / p)"),
        ("x.pow(2)", "x ** 2"), ("torch.pow(p, y)", "p ** y"), ("torch.pow(2.0, x)", "2.0 ** x"), ("x.neg()", "-x"), ("torch.maximum(x, y)", "np.maximum(x, y)"), ("torch.minimum(x, y)", "np.minimum(x, y)"), ("torch.atan2(x, y)", "np.arctan2(x, y)"), ("torch.hypot(x, y)", "np.hypot(x, y)"), ("torch.logaddexp(x, y)", "np.logaddexp(x, y)"), ("torch.fmod(i, 3) if False else torch.remainder(x, 0.4)", "np.mod(x, 0.4)"), ("torch.xlogy(x, p)", "special.xlogy(x, p)"),
        ("torch.lerp(x, p, 0.3)", "x + 0.3 * (p - x)"), ("torch.addcmul(x, p, q, value=0.5)", "x + 0.5 * p * q"), ("torch.addcdiv(x, p, q, value=0.5)", "x + 0.5 * p / q"), ("x.eq(2.0)", "x == 2.0"), ("torch.gt(x, 0)", "x > 0"), ("x.le(y)", "x <= y"), ("torch.logical_and(b, x > 0)", "b & (x > 0)"), ("b.logical_not()", "~b"),
        ("torch.where(x > 0, x, p)", "np.where(x > 0, x, p)"), ("torch.where(b, x, 0.0)", "np.where(b, x, 0.0)"), ("torch.isclose(x, x + 1e-9)", "np.isclose(x, x + 1e-9)"), ("torch.nan_to_num(torch.log(x))", "np.nan_to_num(np.log(x))"),
    )
    for axis in ["", "0", "1", "dim=0", "dim=1", "dim=-1", "dim=(0, 1)", "1, keepdim=True", "dim=0, keepdim=True", "1, True"]:
        numpy = axis.replace("dim=(", "axis=(").replace("keepdim", "keepdims").replace("dim=", "axis=", 1) if not axis.startswith("1, k") else "1, keepdims=True"
        numpy = "axis=1, keepdims=True" if axis == "1, True" else numpy.replace("keepaxis=", "keepdims=").replace("keepdimss", "keepdims")
        after = f", {axis}" if axis else ""
        numpy = numpy if not numpy or "axis" in numpy else f"axis={numpy}"
        for name in ["sum", "mean"]:
            rows(TORCH, (f"torch.{name}(x{after})", f"np.{name}(x, {numpy})"), (f"x.{name}({axis})", f"np.{name}(x, {numpy})"))
        rows(TORCH, (f"torch.std(x{after})" if axis != "1, True" else "torch.std(x, 1, True)", f"np.std(x, ddof=1, {numpy})" if axis != "1, True" else "np.std(x, axis=1, ddof=1)"))
        if axis not in ["", "1, True", "dim=(0, 1)"]:
            rows(TORCH, (f"torch.logsumexp(x{after})", f"special.logsumexp(x, {numpy})"), (f"torch.prod(x{after})", f"np.prod(x, {numpy})"), (f"torch.amax(x{after})", f"np.max(x, {numpy})"), (f"x.argmax({axis})", f"np.argmax(x, {numpy})"), (f"torch.any(b{after})", f"np.any(b, {numpy})"))
            keep = "keepdim" in axis
            number = "0" if "0" in axis else "1"
            rows(TORCH, (f"list(torch.max(x{after}))", f"best(x, {number}, 'max', {keep})"), (f"list(x.min({axis}))", f"best(x, {number}, 'min', {keep})"))
    rows(
        TORCH,
        ("torch.max(x)", "np.max(x)"), ("x.max()", "np.max(x)"), ("torch.max(x, p)", "np.maximum(x, p)"), ("x.min(p)", "np.minimum(x, p)"), ("x.max(1).values", "np.max(x, 1)"), ("x.max(dim=0).indices", "np.argmax(x, 0)"), ("x.max(1)[0]", "np.max(x, 1)"), ("x.max(-1, keepdim=True)[0]", "np.max(x, 1, keepdims=True)"), ("x.amax((0, 1))", "np.max(x)"),
        ("x.var()", "np.var(x, ddof=1)"), ("x.var(0)", "np.var(x, 0, ddof=1)"), ("x.var(dim=1, unbiased=False)", "np.var(x, 1)"), ("x.var(1, False)", "np.var(x, 1)"), ("x.var(1, unbiased=False, keepdim=True)", "np.var(x, 1, keepdims=True)"), ("x.var(False)", "np.var(x)"), ("x.std(dim=0, correction=0)", "np.std(x, 0)"), ("torch.var(x, unbiased=False)", "np.var(x)"), ("torch.var(x, 1, False, True)", "np.var(x, 1, keepdims=True)"), ("list(torch.var_mean(x, 1))", "[np.var(x, 1, ddof=1), np.mean(x, 1)]"),
        ("torch.cumsum(x, dim=1)", "np.cumsum(x, 1)"), ("x.cumsum(0)", "np.cumsum(x, 0)"), ("torch.cumprod(x, 0)", "np.cumprod(x, 0)"), ("torch.diff(y)", "np.diff(y)"), ("x.norm()", "np.linalg.norm(x)"), ("torch.norm(x, dim=1)", "np.linalg.norm(x, axis=1)"), ("x.norm(p=3, dim=0)", "norm(x, 3, 0)"), ("x.norm(2, dim=-1, keepdim=True)", "norm(x, 2, 1, True)"), ("torch.norm(x, 1)", "np.abs(x).sum()"), ("torch.norm(x, float('inf'))", "np.abs(x).max()"), ("torch.norm(x, p='fro')", "np.linalg.norm(x)"), ("torch.linalg.norm(x, dim=1)", "np.linalg.norm(x, axis=1)"), ("torch.linalg.vector_norm(x)", "np.linalg.norm(x)"), ("torch.dist(x, p)", "np.linalg.norm(x - p)"),
        ("list(torch.sort(x, dim=1))", "[np.sort(x, 1), np.argsort(x, 1)]"), ("list(x.sort(descending=True))", "[-np.sort(-x, 1), descending(x)]"), ("torch.argsort(y, descending=True)", "descending(y)"), ("list(torch.topk(x, 2))", "[-np.sort(-x, 1)[:, :2], descending(x)[:, :2]]"), ("x.topk(1, dim=0, largest=False).values", "np.sort(x, 0)[:1]"),
        ("x.numel()", "6"), ("x.dim()", "2"), ("list(x.size())", "[2, 3]"), ("x.size(0)", "2"), ("x.size(-1)", "3"), ("x.size(dim=1)", "3"), ("list(x.shape)", "[2, 3]"), ("torch.numel(x)", "6"), ("torch.is_tensor(x)", "True"), ("isinstance(x, torch.Tensor)", "True"), ("isinstance(x.sum(), torch.Tensor)", "True"), ("isinstance(1.0, torch.Tensor)", "False"), ("x.dtype == torch.float32", "True"), ("i.dtype == torch.long", "True"), ("x.requires_grad", "True"), ("i.requires_grad", "False"),
        ("x.view(-1)", "x.reshape(-1)"), ("x.view(3, -1)", "x.reshape(3, 2)"), ("z.view(z.size(0), -1)", "z.reshape(2, -1)"), ("x.reshape(6, 1)", "x.reshape(6, 1)"), ("x.reshape((6,))", "x.reshape(6)"), ("torch.reshape(x, (3, 2))", "x.reshape(3, 2)"), ("y.view_as(y * 2)", "y"), ("z.flatten(1)", "z.reshape(2, -1)"), ("torch.flatten(z)", "z.ravel()"), ("torch.flatten(z, start_dim=1)", "z.reshape(2, 12)"), ("z.flatten(0, 1)", "z.reshape(6, 4)"), ("x.flatten()", "x.ravel()"),
        ("x.t()", "x.T"), ("torch.t(x)", "x.T"), ("x.T", "x.T"), ("x.transpose(0, 1)", "x.T"), ("z.transpose(1, 2)", "z.swapaxes(1, 2)"), ("z.transpose(-2, -1)", "z.swapaxes(1, 2)"), ("torch.transpose(z, 0, 2)", "z.swapaxes(0, 2)"), ("z.permute(2, 0, 1)", "z.transpose(2, 0, 1)"), ("z.permute((2, 0, 1))", "z.transpose(2, 0, 1)"), ("torch.permute(z, (1, 2, 0))", "z.transpose(1, 2, 0)"), ("torch.movedim(z, 0, 2)", "np.moveaxis(z, 0, 2)"), ("z.mT", "z.swapaxes(1, 2)"),
        ("y.unsqueeze(0)", "y[None]"), ("y.unsqueeze(dim=-1)", "y[:, None]"), ("torch.unsqueeze(x, 1)", "x[:, None]"), ("y.unsqueeze(0).squeeze(0)", "y"), ("x.squeeze(0)", "x"), ("torch.squeeze(y.view(1, 3, 1))", "y"), ("y.view(1, 3, 1).squeeze(-1)", "y[None]"), ("y.expand(2, 3)", "np.broadcast_to(y, (2, 3))"), ("y.unsqueeze(1).expand(-1, 2)", "np.broadcast_to(y[:, None], (3, 2))"), ("y.expand_as(x)", "np.broadcast_to(y, (2, 3))"), ("y.repeat(2, 1)", "np.tile(y, (2, 1))"), ("y.repeat(2)", "np.tile(y, 2)"), ("torch.tile(y, (2, 2))", "np.tile(y, (2, 2))"), ("torch.repeat_interleave(y, 2)", "np.repeat(y, 2)"), ("x.repeat_interleave(2, dim=0)", "np.repeat(x, 2, 0)"), ("torch.broadcast_to(y, (2, 3))", "np.broadcast_to(y, (2, 3))"),
        ("torch.stack([x, p])", "np.stack([x, p])"), ("torch.stack((x, p), dim=1)", "np.stack([x, p], 1)"), ("torch.cat([x, p])", "np.concatenate([x, p])"), ("torch.cat((x, p), dim=1)", "np.concatenate([x, p], 1)"), ("torch.cat((x, p), -1)", "np.concatenate([x, p], -1)"), ("list(torch.split(u, 3))", "[u[:3], u[3:]]"), ("list(torch.split(u, [1, 3]))", "[u[:1], u[1:]]"), ("list(x.split(1, dim=1))", "[x[:, :1], x[:, 1:2], x[:, 2:]]"), ("list(torch.chunk(u, 3))", "[u[:2], u[2:]]"), ("list(u.chunk(2))", "[u[:2], u[2:]]"), ("list(torch.unbind(x))", "[x[0], x[1]]"), ("list(x.unbind(1))", "[x[:, 0], x[:, 1], x[:, 2]]"), ("x.select(1, -1)", "x[:, 2]"), ("x.narrow(1, 1, 2)", "x[:, 1:3]"),
        ("torch.flip(x, [0, 1])", "x[::-1, ::-1]"), ("x.flip(1)", "x[:, ::-1]"), ("torch.flip(y, dims=(0,))", "y[::-1]"), ("torch.roll(x, 1, 0)", "np.roll(x, 1, 0)"), ("x.roll(shifts=2, dims=1)", "np.roll(x, 2, 1)"), ("torch.diag(y)", "np.diag(y)"), ("torch.diag(m)", "np.diag(m)"), ("torch.tril(m)", "np.tril(m)"), ("torch.triu(m, diagonal=1)", "np.triu(m, 1)"), ("m.diagonal(dim1=0, dim2=1)", "np.diag(m)"), ("torch.meshgrid(y, u, indexing='ij')[0]", "np.meshgrid(y, u, indexing='ij')[0]"),
        ("torch.zeros(2, 3)", "np.zeros((2, 3))"), ("torch.zeros((2, 3))", "np.zeros((2, 3))"), ("torch.zeros(2, dtype=torch.long)", "np.zeros(2, int)"), ("torch.ones(2, device='cpu', requires_grad=True)", "np.ones(2)"), ("torch.zeros(x.size(0), 2)", "np.zeros((2, 2))"), ("torch.full((2,), 1.5)", "np.full(2, 1.5)"), ("torch.eye(3)", "np.eye(3)"), ("torch.eye(2, 3)", "np.eye(2, 3)"), ("torch.arange(4)", "np.arange(4)"), ("torch.arange(0, 1, 0.25)", "np.arange(0, 1, 0.25)"), ("torch.arange(3, dtype=torch.float32)", "np.arange(3.0)"), ("torch.linspace(0, 1, 5)", "np.linspace(0, 1, 5)"), ("torch.linspace(0, 1, steps=3)", "np.linspace(0, 1, 3)"), ("torch.tensor([[1., 2.], [3., 4.]])", "np.array([[1.0, 2.0], [3.0, 4.0]])"), ("torch.tensor([1, 2])", "np.array([1, 2])"), ("torch.tensor(2.5, requires_grad=True)", "np.array(2.5)"), ("torch.tensor([1, 2], dtype=torch.float)", "np.array([1.0, 2.0])"), ("torch.Tensor([1, 2])", "np.array([1.0, 2.0])"), ("torch.FloatTensor([1, 2])", "np.array([1.0, 2.0])"), ("torch.LongTensor([1, 2])", "np.array([1, 2])"), ("torch.as_tensor(x)", "x"), ("torch.from_numpy(x)", "x"), ("torch.zeros_like(x)", "np.zeros((2, 3))"), ("torch.ones_like(i)", "np.ones((2, 3), int)"), ("torch.full_like(x, 2)", "np.full((2, 3), 2.0)"), ("torch.zeros_like(i, dtype=torch.float64)", "np.zeros((2, 3))"), ("x.new_zeros(2, 2)", "np.zeros((2, 2))"), ("x.new_ones((2,))", "np.ones(2)"), ("x.new_full((2,), 3)", "np.full(2, 3.0)") if False else ("x.new_tensor([1.0])", "np.array([1.0])"),
        ("torch.randn(2, 3).shape[1]", "3"), ("torch.rand((2, 2)).size(0)", "2"), ("list(torch.randint(0, 3, (4, 2)).shape)", "[4, 2]"), ("list(torch.randint(3, size=(4,)).shape)", "[4]"), ("torch.randint(5, 6, (2,))", "np.full(2, 5)"), ("torch.sort(torch.randperm(4)).values", "np.arange(4)"), ("list(torch.randn_like(x).shape)", "[2, 3]"), ("list(torch.normal(0.0, 1.0, (2,)).shape)", "[2]"), ("torch.bernoulli(torch.ones(2))", "np.ones(2)"),
        ("i.float()", "i.astype(float)"), ("x.long()", "x.astype(int)"), ("x.bool()", "x.astype(bool)"), ("x.double()", "x"), ("b.int()", "b.astype(int)"), ("i.to(torch.float32)", "i.astype(float)"), ("x.to('cuda')", "x"), ("x.to(x.device)", "x"), ("x.to(dtype=torch.long)", "x.astype(int)"), ("i.to(x)", "i.astype(float)"), ("i.type(torch.FloatTensor)", "i.astype(float)"), ("b.type_as(x)", "b.astype(float)"), ("i.type('torch.DoubleTensor')", "i.astype(float)"), ("x.cpu().detach().clone().contiguous().numpy()", "x"), ("x.data", "x"), ("x.sum().item()", "float(x.sum())"), ("y.tolist()", "y.tolist()"), ("float(x.sum())", "float(x.sum())"), ("x.to(torch.device('cpu'))", "x"),
        ("torch.matmul(x, m)", "x @ m"), ("torch.mm(x, m)", "x @ m"), ("x.mm(m)", "x @ m"), ("x @ y", "x @ y"), ("torch.mv(x, y)", "x @ y"), ("torch.dot(y, y)", "y @ y"), ("y.dot(y)", "y @ y"), ("torch.bmm(z, z.transpose(1, 2))", "z @ z.swapaxes(1, 2)"), ("torch.outer(y, u)", "np.outer(y, u)"), ("torch.einsum('ij,jk->ik', x, m)", "x @ m"), ("torch.tensordot(x, m, dims=1)", "x @ m"), ("torch.addmm(y, x, m)", "y + x @ m"), ("torch.addmm(y, x, m, beta=0.5, alpha=2)", "0.5 * y + 2 * (x @ m)"), ("torch.kron(y, u)", "np.kron(y, u)"), ("torch.cross(y, y * y, dim=0)", "np.cross(y, y * y)"), ("torch.trace(m)", "np.trace(m)"), ("torch.det(m)", "np.linalg.det(m)"), ("torch.inverse(m)", "np.linalg.inv(m)"), ("torch.linalg.solve(m, y)", "np.linalg.solve(m, y)"), ("torch.linalg.inv(m)", "np.linalg.inv(m)"), ("torch.vdot(y, y)", "y @ y"), ("torch.inner(y, y)", "y @ y"), ("w.matmul(m)", "w @ m"),
        ("torch.gather(x, 1, g)", "pick(x, g, 1)"), ("x.gather(1, g)", "pick(x, g, 1)"), ("x.gather(dim=0, index=torch.tensor([[1, 0, 1]]))", "pick(x, [[1, 0, 1]], 0)"), ("x.scatter(1, torch.tensor([[2, 0], [1, 0]]), p)", "along(x, [[2, 0], [1, 0]], p, 1, False)"), ("torch.scatter(x, 1, torch.tensor([[2], [1]]), 5.0)", "along(x, [[2], [1]], 5.0, 1, False)"), ("x.scatter_add(1, g, p)", "along(x, g, p, 1, True)"), ("torch.index_select(w, 0, j)", "w[j]"), ("w.index_select(1, j)", "w[:, j]"), ("torch.index_add(w, 0, j, x)", "added(w, j, x)"), ("x.index_add(1, j, p[:, :2], alpha=2)", "added(x, (slice(None), j), 2 * p[:, :2])"), ("w.index_fill(0, j, 1.5)", "put(w, j, 1.5)"), ("x.masked_fill(b, -1.0)", "np.where(b, -1.0, x)"), ("x.masked_fill(x < 0, float('-inf'))", "np.where(x < 0, -np.inf, x)"), ("torch.masked_select(x, b)", "x[b]"), ("x[b]", "x[b]"), ("torch.nonzero(b)", "np.argwhere(b)"), ("torch.take(x, g)", "np.take(x, g)"),
        ("torch.softmax(x, dim=1)", "softmax(x, 1)"), ("x.softmax(-1)", "softmax(x, 1)"), ("x.softmax(dim=0)", "softmax(x, 0)"), ("torch.log_softmax(x, 1)", "log_softmax(x, 1)"), ("x.logsumexp(1, keepdim=True)", "special.logsumexp(x, 1, keepdims=True)"), ("torch.special.expit(x)", "sigmoid(x)"), ("torch.pi", "math.pi"), ("torch.exp(x, out=torch.zeros(2, 3))", "np.exp(x)"),
    )


def torch_changes():
    for code, numpy in [("add_(y)", "a + y"), ("add_(y, alpha=2)", "a + 2 * y"), ("sub_(1)", "a - 1"), ("mul_(y)", "a * y"), ("div_(2.0)", "a / 2.0"), ("pow_(2)", "a ** 2"), ("neg_()", "-a"), ("exp_()", "np.exp(a)"), ("tanh_()", "np.tanh(a)"), ("sigmoid_()", "sigmoid(a)"), ("abs_()", "np.abs(a)"), ("clamp_(min=0)", "np.maximum(a, 0)"), ("clamp_(-1, 1)", "np.clip(a, -1, 1)"), ("relu_()", "np.maximum(a, 0)"), ("zero_()", "0 * a"), ("fill_(2)", "0 * a + 2"), ("copy_(p)", "p"), ("masked_fill_(b, 0.5)", "np.where(b, 0.5, a)"), ("scatter_(1, g, 1.0)", "along(a, g, 1.0, 1, False)"), ("scatter_add_(1, g, p)", "along(a, g, p, 1, True)"), ("index_add_(1, torch.tensor([0, 0]), p[:, :2])", "added(a, (slice(None), [0, 0]), p[:, :2])"), ("lerp_(p, 0.25)", "a + 0.25 * (p - a)"), ("addcmul_(p, q, value=2)", "a + 2 * p * q"), ("data.add_(y)", "a + y"), ("mul_(2).add_(1)", "a * 2 + 1"), ("t().add_(torch.ones(3, 2))", "a + 1"), ("view(-1).mul_(3)", "a * 3")]:
        rows(TORCH, (f"a = x.clone()\na.{code}\nr = a", f"a = x.copy()\nr = {numpy}"))
    rows(TORCH, ("a = torch.zeros(3)\na[1:].fill_(2)\nr = a", "np.array([0.0, 2.0, 2.0])"), ("a = x.clone()\na[0].add_(y)\nr = a", "x + np.array([[1.0], [0.0]]) * y"), ("a = x.clone()\na[a < 0] = 0\nr = a", "np.maximum(x, 0)"), ("v, k = x.max(dim=1)\nr = [v, k]", "best(x, 1)"), ("with torch.no_grad():\n    r = x * 2", "x * 2"), ("@torch.no_grad()\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"), ("a = nn.Parameter(torch.ones(2))\nr = a", "np.ones(2)"), ("a = torch.empty(2)\nnn.init.constant_(a, 0.5)\nr = a", "np.full(2, 0.5)"))


def functional():
    for name, numpy in [
        ("relu(x)", "np.maximum(x, 0)"), ("relu(x, inplace=False)", "np.maximum(x, 0)"), ("leaky_relu(x)", "np.where(x > 0, x, 0.01 * x)"), ("leaky_relu(x, 0.2)", "np.where(x > 0, x, 0.2 * x)"), ("leaky_relu(x, negative_slope=0.1)", "np.where(x > 0, x, 0.1 * x)"), ("elu(x)", "elu(x)"), ("elu(x, alpha=0.5)", "elu(x, 0.5)"), ("celu(x, 2.0)", "np.where(x > 0, x, 2 * np.expm1(x / 2))"), ("selu(x)", "1.0507009873554805 * elu(x, 1.6732632423543772)"), ("gelu(x)", "gelu(x)"), ("gelu(x, approximate='tanh')", "gelu(x, True)"), ("silu(x)", "x * sigmoid(x)"), ("mish(x)", "x * np.tanh(softplus(x))"), ("softplus(x)", "softplus(x)"), ("softplus(x, beta=2)", "softplus(2 * x) / 2"), ("softplus(20 * x)", "np.where(20 * x > 20, 20 * x, softplus(20 * x))"), ("softsign(x)", "x / (1 + np.abs(x))"), ("hardtanh(x)", "np.clip(x, -1, 1)"), ("relu6(4 * x)", "np.clip(4 * x, 0, 6)"), ("hardsigmoid(2 * x)", "np.clip(2 * x + 3, 0, 6) / 6"), ("hardswish(x)", "x * np.clip(x + 3, 0, 6) / 6"), ("logsigmoid(x)", "np.log(sigmoid(x))"), ("tanhshrink(x)", "x - np.tanh(x)"), ("softshrink(x)", "np.sign(x) * np.maximum(np.abs(x) - 0.5, 0)"), ("hardshrink(x, 0.6)", "np.where(np.abs(x) > 0.6, x, 0)"), ("threshold(x, 0.1, -3.0)", "np.where(x > 0.1, x, -3.0)"), ("glu(u)", "u[:2] * sigmoid(u[2:])"), ("sigmoid(x)", "sigmoid(x)"), ("tanh(x)", "np.tanh(x)"), ("prelu(x, torch.tensor(0.3))", "np.where(x > 0, x, 0.3 * x)"),
        ("softmax(x, dim=1)", "softmax(x, 1)"), ("softmax(x)", "softmax(x, 1)"), ("softmax(y)", "softmax(y, 0)"), ("log_softmax(x, dim=-1)", "log_softmax(x, 1)"), ("softmin(x, dim=0)", "softmax(-x, 0)"), ("dropout(x, 0.5, training=False)", "x"), ("dropout(x, p=0.0)", "x"),
        ("mse_loss(x, p)", "np.mean((x - p) ** 2)"), ("mse_loss(x, p, reduction='sum')", "np.sum((x - p) ** 2)"), ("mse_loss(x, p, reduction='none')", "(x - p) ** 2"), ("l1_loss(x, p)", "np.mean(np.abs(x - p))"), ("smooth_l1_loss(x, p)", "np.mean(smooth(x - p, 1))"), ("smooth_l1_loss(x, p, beta=0.5)", "np.mean(smooth(x - p, 0.5))"), ("huber_loss(x, p, delta=0.5)", "np.mean(huber(x - p, 0.5))"), ("binary_cross_entropy(p, q)", "np.mean(bce(p, q))"), ("binary_cross_entropy(p, q, weight=y * y, reduction='sum')", "np.sum(y * y * bce(p, q))"), ("binary_cross_entropy_with_logits(x, q)", "np.mean(bcel(x, q))"), ("binary_cross_entropy_with_logits(x, q, pos_weight=y)", "np.mean(bcel(x, q, y))"),
        ("nll_loss(torch.log(q), j)", "-np.mean(np.log(q)[np.arange(2), j])"), ("cross_entropy(x, j)", "-np.mean(log_softmax(x)[np.arange(2), j])"), ("cross_entropy(x, j, reduction='sum')", "-np.sum(log_softmax(x)[np.arange(2), j])"), ("cross_entropy(x, j, reduction='none')", "-log_softmax(x)[np.arange(2), j]"), ("cross_entropy(x, j, weight=y * y)", "-np.sum((y * y)[j] * log_softmax(x)[np.arange(2), j]) / np.sum((y * y)[j])"), ("cross_entropy(x, torch.tensor([2, -100]))", "-log_softmax(x)[0, 2]"), ("cross_entropy(x, j, ignore_index=0)", "-log_softmax(x)[0, 2]"), ("cross_entropy(x, q)", "-np.mean(np.sum(q * log_softmax(x), 1))"), ("cross_entropy(x, j, label_smoothing=0.1)", "-np.mean(0.9 * log_softmax(x)[np.arange(2), j] + 0.1 * np.mean(log_softmax(x), 1))"), ("cross_entropy(z, torch.tensor([[0, 1, 2, 0], [1, 1, 0, 2]]))", "-np.mean(np.take_along_axis(log_softmax(z, 1), np.array([[[0, 1, 2, 0]], [[1, 1, 0, 2]]]), 1))"), ("cross_entropy(y, torch.tensor(1))", "-log_softmax(y)[1]"), ("kl_div(torch.log(p), q)", "np.mean(q * (np.log(q) - np.log(p)))"), ("kl_div(torch.log(p), q, reduction='batchmean')", "np.sum(q * (np.log(q) - np.log(p))) / 2"), ("kl_div(torch.log(p), torch.log(q), reduction='sum', log_target=True)", "np.sum(q * (np.log(q) - np.log(p)))"),
        ("linear(x, w)", "x @ w.T"), ("linear(x, w, u)", "x @ w.T + u"), ("linear(y, w, bias=u)", "w @ y + u"), ("embedding(j, w)", "w[j]"), ("embedding(g, w)", "w[g]"), ("one_hot(j, 3)", "onehot(j, 3, int)"), ("one_hot(j)", "onehot(j, 3, int)"), ("one_hot(g, num_classes=4)", "onehot(g, 4, int)"), ("normalize(x)", "x / norm(x, 2, 1, True)"), ("normalize(x, p=1, dim=0)", "x / norm(x, 1, 0, True)"), ("layer_norm(x, (3,))", "layer_norm(x)"), ("layer_norm(x, [3], y, y * 2, 1e-3)", "layer_norm(x, 1e-3) * y + y * 2"), ("cosine_similarity(x, p)", "np.sum(x * p, 1) / norm(x, 2, 1) / norm(p, 2, 1)"), ("cosine_similarity(y, y * y, dim=0)", "np.sum(y ** 3) / norm(y) / norm(y * y)"), ("pairwise_distance(x, p)", "norm(x - p + 1e-6, 2, 1)"), ("pad(x, (1, 2))", "np.pad(x, ((0, 0), (1, 2)))"), ("pad(x, (1, 0, 0, 2), value=0.5)", "np.pad(x, ((0, 2), (1, 0)), constant_values=0.5)"), ("pad(x, (1, 1), mode='reflect')", "np.pad(x, ((0, 0), (1, 1)), mode='reflect')"), ("pad(x, (1, 1), mode='replicate')", "np.pad(x, ((0, 0), (1, 1)), mode='edge')"),
    ]:
        rows(TORCH, (f"F.{name}", numpy))


def jax_names():
    for name in "exp log1p sin cos tanh square abs sign sum mean max argmax var std cumsum ravel transpose prod".split():
        rows(JAX, (f"jnp.{name}(p)", f"np.{name}(p)"))
    rows(
        JAX,
        ("jnp.where(x > 0, x, 0.0)", "np.where(x > 0, x, 0.0)"), ("jnp.clip(x, -1, 1)", "np.clip(x, -1, 1)"), ("jnp.clip(x, min=0.0)", "np.maximum(x, 0.0)"), ("jnp.clip(x, a_min=0.0, a_max=1.0)", "np.clip(x, 0.0, 1.0)"), ("jnp.dot(x, m)", "x @ m"), ("jnp.sum(x, axis=1, keepdims=True)", "np.sum(x, 1, keepdims=True)"), ("jnp.array([1.0, 2.0], dtype=jnp.float32)", "np.array([1.0, 2.0])"), ("jnp.linalg.norm(y)", "np.linalg.norm(y)"), ("jnp.einsum('ij,kj->ik', x, w)", "x @ w.T"), ("x.var()", "np.var(x)"), ("x.max(1)", "np.max(x, 1)"), ("isinstance(x, jnp.ndarray)", "True"), ("isinstance(x, jax.Array)", "True"), ("jnp.zeros_like(x)", "np.zeros((2, 3))"), ("jnp.expand_dims(y, 0)", "y[None]"), ("x.transpose(0, 1)", "x"),
        ("x.at[0].set(1.0)", "put(x, 0, 1.0)"), ("x.at[:, 1].set(y[:2])", "put(x, (slice(None), 1), y[:2])"), ("x.at[0, 1].add(s)", "added(x, (0, 1), s)"), ("y.at[jnp.array([0, 0, 2])].add(1.0)", "added(y, np.array([0, 0, 2]), 1.0)"), ("y.at[j].set(p[0, :2])", "put(y, j, p[0, :2])"), ("x.at[1].multiply(2.0)", "put(x, 1, x[1] * 2)"), ("x.at[1].mul(y)", "put(x, 1, x[1] * y)"), ("x.at[b].set(0.0)", "put(x, b, 0.0)"), ("x.at[0].min(y)", "put(x, 0, np.minimum(x[0], y))"), ("x.at[0].max(y, mode='drop')", "put(x, 0, np.maximum(x[0], y))"), ("x.at[0].divide(2.0)", "put(x, 0, x[0] / 2)"), ("x.at[0, 1:].power(2)", "put(x, (0, slice(1, None)), x[0, 1:] ** 2)"), ("x.at[0].subtract(y)", "put(x, 0, x[0] - y)"), ("x.at[1].get()", "x[1]"), ("a = x.at[0].set(0.0)\nr = x", "x"),
    )
    for name, numpy in [("relu(x)", "np.maximum(x, 0)"), ("relu6(4 * x)", "np.clip(4 * x, 0, 6)"), ("sigmoid(x)", "sigmoid(x)"), ("softplus(30 * x)", "softplus(30 * x)"), ("soft_sign(x)", "x / (1 + np.abs(x))"), ("silu(x)", "x * sigmoid(x)"), ("swish(x)", "x * sigmoid(x)"), ("log_sigmoid(x)", "np.log(sigmoid(x))"), ("leaky_relu(x)", "np.where(x > 0, x, 0.01 * x)"), ("elu(x)", "elu(x)"), ("celu(x)", "elu(x)"), ("selu(x)", "1.0507009873554805 * elu(x, 1.6732632423543772)"), ("gelu(x)", "gelu(x, True)"), ("gelu(x, approximate=False)", "gelu(x)"), ("glu(u)", "u[:2] * sigmoid(u[2:])"), ("softmax(x)", "softmax(x)"), ("softmax(x, axis=0)", "softmax(x, 0)"), ("log_softmax(x)", "log_softmax(x)"), ("logsumexp(x, axis=1)", "special.logsumexp(x, 1)"), ("one_hot(j, 3)", "onehot(j, 3)"), ("one_hot(jnp.array([0, 5]), 3)", "np.array([[1.0, 0, 0], [0, 0, 0]])"), ("hard_tanh(x)", "np.clip(x, -1, 1)"), ("hard_sigmoid(x)", "np.clip(x + 3, 0, 6) / 6"), ("mish(x)", "x * np.tanh(softplus(x))")]:
        rows(JAX, (f"jax.nn.{name}", numpy))
    for name, numpy in [("exp(x)", "np.exp(x)"), ("log(p)", "np.log(p)"), ("rsqrt(p)", "1 / np.sqrt(p)"), ("logistic(x)", "sigmoid(x)"), ("neg(x)", "-x"), ("dot(x, m)", "x @ m"), ("select(b, x, p)", "np.where(b, x, p)"), ("stop_gradient(i)", "i"), ("add(x, p)", "x + p"), ("sub(x, p)", "x - p"), ("mul(x, p)", "x * p"), ("div(x, p)", "x / p"), ("max(x, p)", "np.maximum(x, p)"), ("pow(p, x)", "p ** x"), ("integer_pow(x, 3)", "x ** 3"), ("clamp(-1.0, x, 1.0)", "np.clip(x, -1, 1)"), ("concatenate([x, p], 0)", "np.concatenate([x, p])"), ("expand_dims(y, (0,))", "y[None]"), ("reshape(x, (3, 2))", "x.reshape(3, 2)"), ("transpose(x, (1, 0))", "x.T"), ("gt(x, p)", "x > p"), ("cumsum(x, axis=1)", "np.cumsum(x, 1)"), ("erf(x)", "special.erf(x)"), ("square(x)", "x * x"),
                        ("fori_loop(0, 3, lambda k, a: a * s + k, y)", "((y * s + 0) * s + 1) * s + 2"), ("while_loop(lambda a: a.sum() < 9, lambda a: a * 2, y)", "y * 8"), ("cond(True, lambda a: a + 1, lambda a: a - 1, x)", "x + 1"), ("cond(False, lambda a: a + 1, lambda a: a - 1, x)", "x - 1"), ("map(lambda a: a.sum(), x)", "x.sum(1)"), ("scan(lambda c, a: (c + a, c * a), 0.0, y)[1]", "np.array([0.0, y[0] * y[1], (y[0] + y[1]) * y[2]])"), ("scan(lambda c, a: (c * a, None), 1.0, y, reverse=True)[0]", "np.prod(y)"), ("scan(lambda c, _: (c * 2, c), s, None, length=3)[1]", "np.array([s, 2 * s, 4 * s])")]:
        rows(JAX, (f"jax.lax.{name}", numpy))
    rows(JAX, ("k = jax.random.PRNGKey(0)\nr = bool((jax.random.normal(k, (3,)) == jax.random.normal(k, (3,))).all())", "True"), ("a, c = jax.random.split(jax.random.PRNGKey(1))\nr = bool((jax.random.normal(a, (3,)) == jax.random.normal(c, (3,))).any())", "False"), ("list(jax.random.uniform(jax.random.key(3), shape=(2, 2), minval=-1, maxval=1).shape)", "[2, 2]"), ("jax.random.randint(jax.random.key(3), (2,), 4, 5)", "np.array([4, 4])"), ("jax.random.bernoulli(jax.random.key(3), 1.0, (2,))", "np.array([True, True])"), ("jnp.sort(jax.random.permutation(jax.random.key(3), 4))", "np.arange(4)"), ("@jax.jit\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"), ("@jax.custom_vjp\ndef f(a):\n    return jnp.sin(a)\ndef fwd(a):\n    return f(a), a\ndef bwd(a, g):\n    return (g * jnp.cos(a),)\nf.defvjp(fwd, bwd)\nr = [f(x), fwd(x)[0], bwd(x, p)[0]]", "[np.sin(x), np.sin(x), p * np.cos(x)]"), ("@jax.custom_jvp\ndef f(a):\n    return a * a\n@f.defjvp\ndef rule(primals, tangents):\n    a, = primals\n    d, = tangents\n    return f(a), 2 * a * d\nr = [f(x), rule((x,), (p,))[1]]", "[x * x, 2 * x * p]"), ("from functools import partial\n@partial(jax.custom_vjp, nondiff_argnums=(1,))\ndef f(a, n):\n    return a ** n\nf.defvjp(lambda a, n: (f(a, n), a), lambda n, a, g: (g * n * a ** (n - 1),))\nr = f(x, 2)", "x ** 2"))


def tensorflow_names():
    for name in "exp sin cos tanh square abs sign floor".split():
        rows(TF, (f"tf.{name}(x)", f"np.{name}(x)"), (f"tf.math.{name}(x)", f"np.{name}(x)"))
    for name, numpy in [("reduce_sum", "sum"), ("reduce_mean", "mean"), ("reduce_max", "max"), ("reduce_min", "min"), ("reduce_prod", "prod"), ("math.reduce_std", "std"), ("math.reduce_variance", "var")]:
        rows(TF, (f"tf.{name}(x)", f"np.{numpy}(x)"), (f"tf.{name}(x, axis=1)", f"np.{numpy}(x, 1)"), (f"tf.{name}(x, 0)", f"np.{numpy}(x, 0)"), (f"tf.{name}(x, axis=[0, 1], keepdims=True)", f"np.{numpy}(x, (0, 1), keepdims=True)"))
    rows(
        TF,
        ("tf.math.log(p)", "np.log(p)"), ("tf.sqrt(p)", "np.sqrt(p)"), ("tf.math.rsqrt(p)", "1 / np.sqrt(p)"), ("tf.sigmoid(x)", "sigmoid(x)"), ("tf.negative(x)", "-x"), ("tf.pow(p, x)", "p ** x"), ("tf.maximum(x, p)", "np.maximum(x, p)"), ("tf.multiply(x, p)", "x * p"), ("tf.subtract(x, p)", "x - p"), ("tf.divide(x, p)", "x / p"), ("tf.math.squared_difference(x, p)", "(x - p) ** 2"), ("tf.math.divide_no_nan(x, b * p)", "np.where(b, x / p, 0)"), ("tf.add_n([x, p, q])", "x + p + q"), ("tf.greater(x, 0)", "x > 0"), ("tf.logical_and(b, x > 0)", "b & (x > 0)"), ("tf.reduce_logsumexp(x, axis=1)", "special.logsumexp(x, 1)"), ("tf.argmax(x)", "np.argmax(x, 0)"), ("tf.argmax(x, axis=1)", "np.argmax(x, 1)"), ("tf.cumsum(x, axis=1)", "np.cumsum(x, 1)"), ("tf.cumsum(x)", "np.cumsum(x, 0)"), ("tf.math.l2_normalize(x, axis=1)", "x / norm(x, 2, 1, True)"), ("tf.reduce_any(b, axis=0)", "b.any(0)"),
        ("tf.matmul(x, m)", "x @ m"), ("tf.matmul(x, w, transpose_b=True)", "x @ w.T"), ("tf.matmul(x, p, transpose_a=True)", "x.T @ p"), ("tf.linalg.matmul(x, m)", "x @ m"), ("tf.tensordot(x, m, axes=1)", "x @ m"), ("tf.einsum('ij,jk->ik', x, m)", "x @ m"), ("tf.transpose(x)", "x.T"), ("tf.transpose(z, perm=[0, 2, 1])", "z.swapaxes(1, 2)"), ("tf.reshape(x, [-1])", "x.ravel()"), ("tf.reshape(x, tf.shape(p))", "x"), ("tf.reshape(x, (3, -1))", "x.reshape(3, 2)"), ("tf.shape(x)[0]", "2"), ("tf.cast(tf.shape(x)[0], tf.float32)", "np.array(2.0)"), ("tf.size(x)", "6"), ("tf.rank(x)", "2"), ("tf.expand_dims(y, axis=-1)", "y[:, None]"), ("tf.squeeze(y[None])", "y"), ("tf.concat([x, p], axis=1)", "np.concatenate([x, p], 1)"), ("tf.stack([x, p], axis=0)", "np.stack([x, p])"), ("list(tf.unstack(x))", "[x[0], x[1]]"), ("list(tf.split(u, 2))", "[u[:2], u[2:]]"), ("list(tf.split(x, [1, 2], axis=1))", "[x[:, :1], x[:, 1:]]"), ("tf.tile(y, [2])", "np.tile(y, 2)"), ("tf.reverse(x, [1])", "x[:, ::-1]"), ("tf.pad(x, [[1, 0], [0, 1]])", "np.pad(x, ((1, 0), (0, 1)))"), ("tf.pad(x, [[1, 1], [0, 0]], 'SYMMETRIC')", "np.pad(x, ((1, 1), (0, 0)), mode='symmetric')"), ("tf.gather(w, j)", "w[j]"), ("tf.gather(w, j, axis=1)", "w[:, j]"), ("tf.boolean_mask(x, b)", "x[b]"), ("tf.where(b, x, p)", "np.where(b, x, p)"), ("tf.clip_by_value(x, -1.0, 1.0)", "np.clip(x, -1, 1)"), ("tf.one_hot(j, 3)", "onehot(j, 3)"), ("tf.one_hot(j, depth=4)", "onehot(j, 4)"), ("tf.norm(x, axis=1)", "np.linalg.norm(x, axis=1)"), ("tf.sort(y)", "np.sort(y)"), ("tf.linalg.diag(y)", "np.diag(y)"), ("tf.linalg.inv(m)", "np.linalg.inv(m)"),
        ("tf.constant([1.0, 2.0])", "np.array([1.0, 2.0])"), ("tf.constant(1.5, shape=(2,))", "np.full(2, 1.5)"), ("tf.constant([1, 2], dtype=tf.float32)", "np.array([1.0, 2.0])"), ("tf.convert_to_tensor(x)", "x"), ("tf.zeros([2, 3])", "np.zeros((2, 3))"), ("tf.ones((2,), dtype=tf.int32)", "np.ones(2, int)"), ("tf.fill([2], 0.5)", "np.full(2, 0.5)"), ("tf.zeros_like(x)", "np.zeros((2, 3))"), ("tf.ones_like(x)", "np.ones((2, 3))"), ("tf.eye(2)", "np.eye(2)"), ("tf.range(3)", "np.arange(3)"), ("tf.linspace(0.0, 1.0, 3)", "np.linspace(0, 1, 3)"), ("tf.cast(x > 0, tf.float32)", "(x > 0).astype(float)"), ("tf.cast(x, 'int32')", "x.astype(int)"), ("tf.identity(x)", "x"), ("tf.stop_gradient(i)", "i"), ("a = tf.Variable(x)\na.assign_add(p)\nr = a", "x + p"), ("a = tf.Variable(x)\na.assign_sub(p)\nr = a.numpy()", "x - p"), ("a = tf.Variable(tf.zeros([2]))\na.assign([1.0, 2.0])\nr = a", "np.array([1.0, 2.0])"), ("isinstance(x, tf.Tensor)", "True"), ("list(tf.random.normal([2, 3]).shape)", "[2, 3]"), ("list(tf.random.uniform((2,), minval=-1, maxval=1).shape)", "[2]"),
        ("@tf.function\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"), ("@tf.custom_gradient\ndef f(a):\n    def grad(dy):\n        return dy * 2 * a\n    return a * a, grad\nr = f(x)", "x * x"), ("class L(tf.keras.layers.Layer):\n    def __init__(self, k):\n        super().__init__()\n        self.k = k\n    def call(self, a):\n        return a * self.k\nr = L(3.0)(x)", "x * 3.0"), ("tf.keras.activations.softplus(x)", "softplus(x)"), ("tf.keras.backend.mean(x, axis=1)", "x.mean(1)"),
    )
    for name, numpy in [("relu(x)", "np.maximum(x, 0)"), ("leaky_relu(x)", "np.where(x > 0, x, 0.2 * x)"), ("elu(x)", "elu(x)"), ("selu(x)", "1.0507009873554805 * elu(x, 1.6732632423543772)"), ("gelu(x)", "gelu(x)"), ("silu(x)", "x * sigmoid(x)"), ("softplus(x)", "softplus(x)"), ("softmax(x)", "softmax(x)"), ("softmax(x, axis=0)", "softmax(x, 0)"), ("log_softmax(x)", "log_softmax(x)"), ("softmax_cross_entropy_with_logits(labels=q, logits=x)", "-np.sum(q * log_softmax(x), 1)"), ("sparse_softmax_cross_entropy_with_logits(labels=j, logits=x)", "-log_softmax(x)[np.arange(2), j]"), ("sigmoid_cross_entropy_with_logits(labels=q, logits=x)", "bcel(x, q)"), ("weighted_cross_entropy_with_logits(q, x, 2.0)", "bcel(x, q, 2.0)"), ("l2_loss(x)", "np.sum(x * x) / 2"), ("bias_add(x, y)", "x + y"), ("embedding_lookup(w, j)", "w[j]"), ("moments(x, axes=[0])", "[x.mean(0), x.var(0)]")]:
        rows(TF, (f"tf.nn.{name}" if name[0] != "m" else f"list(tf.nn.{name})", numpy))


FUNCTION = """class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, k):
        ctx.save_for_backward(a)
        ctx.k = k
        return a ** 2 * k
    @staticmethod
    def backward(ctx, g):
        a, = ctx.saved_tensors
        return (2 * a * ctx.k * g if ctx.needs_input_grad[0] else None), None
"""
MODULE = """class Net(nn.Module):
    def __init__(self, k):
        super().__init__()
        self.k = nn.Parameter(torch.full((3,), k))
    def forward(self, a):
        return torch.tanh(a * self.k)
"""


def classes():
    rows(
        TORCH,
        (FUNCTION + "ctx = torch.autograd.function.FunctionCtx()\nctx.needs_input_grad = (True, False)\nr = [Square.forward(ctx, x, 3.0), Square.backward(ctx, p)[0]]", "[3 * x * x, 6 * x * p]"),
        (FUNCTION + "r = Square.apply(x, 3.0)", "3 * x * x"),
        (FUNCTION + "f = Square.apply\nr = f(x, 3.0).sum()", "np.sum(3 * x * x)"),
        (FUNCTION.replace("torch.autograd.Function", "Function") .replace("class", "from torch.autograd import Function\nclass", 1) + "r = Square.apply(x, 2.0)", "2 * x * x"),
        ("class F2(torch.autograd.Function):\n    @staticmethod\n    def forward(a):\n        return a * 2\n    @staticmethod\n    def setup_context(ctx, inputs, output):\n        ctx.a = inputs[0]\nr = F2.apply(x)", "x * 2"),
        (MODULE + "r = Net(2.0)(x)", "np.tanh(2 * x)"),
        (MODULE + "r = Net(k=2.0).forward(x)", "np.tanh(2 * x)"),
    )
    for register in ["defvjp(f, lambda ans, a: lambda g: 2 * g)", "defjvp(f, lambda g, ans, a: 2 * g)", "defvjp_argnum(f, lambda argnum, ans, args, kwargs: lambda g: 2 * g)", "defjvp_argnum(f, lambda argnum, g, ans, args, kwargs: 2 * g)", "defvjp_argnums(f, lambda argnums, ans, args, kwargs: lambda g: (2 * g,))", "def_linear(f)"]:
        rows(AUTOGRAD, (f"from autograd.extend import primitive, {register.split('(')[0]}\n@primitive\ndef f(a):\n    return a * 2\n{register}\nr = f(x)", "x * 2"))
    rows(AUTOGRAD, ("from autograd.extend import notrace_primitive\n@notrace_primitive\ndef f(a):\n    return a * 2\nr = f(x)", "x * 2"), ("import autograd.numpy as anp\nr = anp.tanh(x)", "np.tanh(x)"))


def plain(value):
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "type": {"f": "float", "i": "int", "b": "bool"}[value.dtype.kind], "data": [number(each) for each in value.ravel().tolist()]}
    if isinstance(value, np.generic):
        return plain(np.asarray(value))
    if isinstance(value, (bool, int, float)):
        return {"shape": [], "type": type(value).__name__, "data": [number(value)]}
    return [plain(each) for each in value]


def number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def run(code):
    names = {key: np.array(value) if isinstance(value, list) else value for key, value in INPUTS.items()}
    names.update(globals())
    names.update({key: np.array(value) if isinstance(value, list) else value for key, value in INPUTS.items()})
    exec(code if "r = " in code else f"r = {code}", names)
    return plain(names["r"])


def main():
    for family in [torch_names, torch_changes, functional, jax_names, tensorflow_names, classes]:
        family()
    lines = []
    for family, pairs in ROWS.items():
        for code, numpy in dict.fromkeys(pairs):
            shown = code if "r = " in code else f"r = {code}"
            lines.append(json.dumps({"library": family, "code": shown, "result": run(numpy)}))
    text = '{"inputs": ' + json.dumps(INPUTS) + ',\n"rows": [\n' + ",\n".join(lines) + "\n]}\n"
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write(text)


main()
