import numpy as _np
from scipy import special as _special


def sigmoid(x):
    return _special.expit(x)


def softplus(x):
    return _np.logaddexp(x, 0)


def relu(x):
    return _np.maximum(x, 0)


def silu(x):
    return x * sigmoid(x)


def log_sigmoid(x):
    return -softplus(-x)


def softmax(x, axis=-1):
    return _special.softmax(x, axis=axis)


def log_softmax(x, axis=-1):
    return _special.log_softmax(x, axis=axis)


def one_hot(x, num_classes):
    return _np.eye(num_classes)[x]
