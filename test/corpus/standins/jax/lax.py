from numpy import exp, log, tanh, sqrt, dot  # noqa: F401
import numpy as _np


def select(pred, a, b):
    return _np.where(pred, a, b)


def stop_gradient(x):
    return x


def rsqrt(x):
    return 1 / _np.sqrt(x)
