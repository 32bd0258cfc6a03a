"""A stand-in for torch on numpy arrays: only what corpus files use, without automatic gradients."""
import numpy as np
from scipy import special

float32 = float64 = np.float64
long = int64 = np.int64


def _axis(kw):
    if "dim" in kw:
        kw["axis"] = kw.pop("dim")
    if "keepdim" in kw:
        kw["keepdims"] = kw.pop("keepdim")
    if isinstance(kw.get("axis"), list):
        kw["axis"] = tuple(kw["axis"])
    return kw


class Tensor(np.ndarray):
    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def dim(self):
        return self.ndim

    def numel(self):
        return int(np.prod(self.shape))

    def t(self):
        return self.T

    @property
    def mT(self):
        return np.swapaxes(self, -1, -2)

    def transpose(self, a, b):
        return np.swapaxes(self, a, b)

    def permute(self, *dims):
        return super().transpose(*dims)

    def view(self, *shape, **kw):
        if kw or (shape and not isinstance(shape[0], (int, np.integer, tuple, list))):
            return super().view(*shape, **kw)
        return self.reshape(*shape)

    view_as = lambda self, other: self.reshape(other.shape)
    reshape_as = view_as

    def sum(self, *args, **kw):
        args = (args,) if len(args) > 1 and not isinstance(args[1], bool) else args
        return _t(np.sum(np.asarray(self), *args[:1], **_axis(kw)))

    def mean(self, *args, **kw):
        return _t(np.mean(np.asarray(self), *args[:1], **_axis(kw)))

    def max(self, *args, **kw):
        return max(self, *args, **kw)

    def unsqueeze(self, dim):
        return np.expand_dims(self, dim)

    def squeeze(self, dim=None):
        return _t(np.squeeze(np.asarray(self), dim))

    def expand(self, *shape):
        return _t(np.broadcast_to(self, shape).copy())

    def expand_as(self, other):
        return self.expand(*other.shape)

    def clamp(self, min=None, max=None):
        return _t(np.clip(np.asarray(self), min, max))

    def masked_fill(self, mask, value):
        return where(mask, value, self)

    def masked_fill_(self, mask, value):
        self[np.asarray(mask, bool)] = value
        return self

    def clone(self):
        return self.copy()

    def detach(self):
        return self

    def contiguous(self):
        return self

    def index_add_(self, dim, index, source):
        np.add.at(np.asarray(self), (slice(None),) * dim + (np.asarray(index),), np.asarray(source))
        return self

    def index_select(self, dim, index):
        return np.take(self, index, axis=dim)

    def scatter_add_(self, dim, index, src):
        where_ = list(np.indices(index.shape))
        where_[dim] = np.asarray(index)
        np.add.at(np.asarray(self), tuple(where_), np.asarray(src))
        return self

    def scatter_(self, dim, index, value):
        np.put_along_axis(np.asarray(self), np.asarray(index), value, axis=dim)
        return self

    def gather(self, dim, index):
        return _t(np.take_along_axis(np.asarray(self), np.asarray(index), axis=dim))

    def new_zeros(self, *shape):
        return zeros(*shape)

    def type_as(self, other):
        return _t(self.astype(other.dtype))

    float = double = lambda self: _t(self.astype(np.float64))
    bool = lambda self: _t(self.astype(np.bool_))
    item = lambda self: np.asarray(self).item()
    add = lambda self, o: self + o
    sub = lambda self, o: self - o
    mul = lambda self, o: self * o
    div = lambda self, o: self / o
    neg = lambda self: -self
    pow = lambda self, p: self ** p
    sqrt = lambda self: _t(np.sqrt(self))
    exp = lambda self: _t(np.exp(self))
    log = lambda self: _t(np.log(self))
    abs = lambda self: _t(np.abs(self))
    sign = lambda self: _t(np.sign(self))
    tanh = lambda self: _t(np.tanh(self))
    round = lambda self: _t(np.round(np.asarray(self)))
    sigmoid = lambda self: sigmoid(self)
    mm = matmul = bmm = lambda self, o: _t(np.matmul(self, o))
    ge = lambda self, o: self >= o
    gt = lambda self, o: self > o
    le = lambda self, o: self <= o
    lt = lambda self, o: self < o


def _t(x):
    return np.asarray(x).view(Tensor)


def tensor(x, dtype=None, **kw):
    return _t(np.array(x, dtype=dtype))


def _of(f):
    def call(*args, **kw):
        return _t(f(*[np.asarray(a) if isinstance(a, np.ndarray) else a for a in args], **_axis(kw)))
    return call


as_tensor = from_numpy = tensor
exp, log, sqrt, tanh, sin, cos, abs, sign, floor, round = map(
    _of, (np.exp, np.log, np.sqrt, np.tanh, np.sin, np.cos, np.abs, np.sign, np.floor, np.round))
log1p, square, atan = map(_of, (np.log1p, np.square, np.arctan))
where, matmul, mm, bmm, dot, einsum, outer = map(
    _of, (np.where, np.matmul, np.matmul, np.matmul, np.dot, np.einsum, np.outer))
zeros_like, ones_like, full_like, maximum, minimum = map(
    _of, (np.zeros_like, np.ones_like, np.full_like, np.maximum, np.minimum))
sum, mean, prod, stack, cumsum, flip = map(_of, (np.sum, np.mean, np.prod, np.stack, np.cumsum, np.flip))
arange, diag, eye, inverse, erf = map(_of, (np.arange, np.diag, np.eye, np.linalg.inv, special.erf))
sigmoid = _of(special.expit)
clamp = _of(lambda x, min=None, max=None: np.clip(x, min, max))


def _shape(shape):
    return shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape


def zeros(*shape, **kw):
    return _t(np.zeros(_shape(shape)))


def ones(*shape, **kw):
    return _t(np.ones(_shape(shape)))


def cat(tensors, dim=0):
    return _t(np.concatenate(tensors, axis=dim))


def split(x, size, dim=0):
    return [_t(p) for p in np.split(np.asarray(x), np.arange(size, x.shape[dim], size), axis=dim)]


def max(x, dim=None, keepdim=False):
    x = np.asarray(x)
    if dim is None:
        return _t(np.max(x))
    at = np.expand_dims(np.argmax(x, dim), dim)
    top = np.take_along_axis(x, at, dim)
    return (_t(top), _t(at)) if keepdim else (_t(np.squeeze(top, dim)), _t(np.squeeze(at, dim)))


def sort(x, dim=-1, descending=False):
    x = np.asarray(x)
    at = np.argsort(-x if descending else x, axis=dim)
    return _t(np.take_along_axis(x, at, dim)), _t(at)


@_of
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@_of
def log_softmax(x, axis=-1):
    return x - special.logsumexp(x, axis=axis, keepdims=True)


def norm(x, dim=None, keepdim=False):
    return _t(np.sqrt(np.sum(np.square(np.asarray(x)), axis=dim, keepdims=keepdim)))


def manual_seed(seed):
    np.random.seed(seed)


def rand_like(x):
    return _t(np.random.rand(*x.shape))


def randn(*shape):
    return _t(np.random.randn(*_shape(shape)))


def is_tensor(x):
    return isinstance(x, Tensor)


class no_grad:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


from . import autograd, nn  # noqa: E402,F401
