"""Just enough of tensorflow, on numpy, to run corpus files."""
import numpy as _np
from numpy import (abs, exp, floor, log, matmul as _matmul, maximum, minimum, ones_like, reshape, round,  # noqa: F401
                   sign, sqrt, square, tanh, tensordot, where, zeros_like)
from scipy import special as _special

float32 = float64 = _np.float64


class custom_gradient:
    """Calls give the value; `rule(*args)` gives (value, grad)."""

    def __init__(self, rule):
        self.rule = rule
        self.__name__ = rule.__name__

    def __call__(self, *args, **kwargs):
        return self.rule(*args, **kwargs)[0]


def sigmoid(x):
    return _special.expit(x)


def cast(x, dtype):
    return _np.asarray(x).astype(dtype)


def clip_by_value(x, lo, hi):
    return _np.clip(x, lo, hi)


def reduce_sum(x, axis=None, keepdims=False):
    return _np.sum(x, axis=axis, keepdims=keepdims)


def reduce_mean(x, axis=None, keepdims=False):
    return _np.mean(x, axis=axis, keepdims=keepdims)


def matmul(a, b, transpose_a=False, transpose_b=False):
    a = _np.swapaxes(a, -1, -2) if transpose_a else a
    b = _np.swapaxes(b, -1, -2) if transpose_b else b
    return _matmul(a, b)


def transpose(x, perm=None):
    return _np.transpose(x, perm)


def norm(x, axis=None, keepdims=False):
    return _np.sqrt(_np.sum(_np.square(x), axis=axis, keepdims=keepdims))


class math:
    log1p = staticmethod(_np.log1p)
    erf = staticmethod(_special.erf)
    reduce_sum = staticmethod(reduce_sum)


class nn:
    softplus = staticmethod(lambda x: _np.logaddexp(x, 0))
    sigmoid = staticmethod(sigmoid)
    relu = staticmethod(lambda x: _np.maximum(x, 0))
    softmax = staticmethod(lambda x, axis=-1: _special.softmax(x, axis=axis))
