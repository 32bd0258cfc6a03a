"""Activations with a switch for the derivative."""
import numpy as np


def sigmoid(x, derivative=False):  # expect: pass
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s) if derivative else s


def relu(x, derivate=False):  # expect: pass
    if derivate:
        return (x > 0) * 1
    return np.maximum(x, 0)


def elu(x, alpha=1.0, prime=False):  # expect: mismatch (alpha missing in the negative branch)
    if prime:
        return np.where(x > 0, 1.0, np.exp(x))
    return np.where(x > 0, x, alpha * (np.exp(x) - 1))


def softsign(x, deriv=False):  # expect: mismatch (sign of x in the quotient)
    if deriv:
        return 1 / (1 + x) ** 2
    return x / (1 + abs(x))


def gauss(x, deriv=False):  # expect: mismatch (factor 2)
    if not deriv:
        return np.exp(-x ** 2)
    return -x * np.exp(-x ** 2)


def tanh(x, is_deriv=False):  # expect: pass
    t = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    if is_deriv:
        return 1 - t ** 2
    return t


def mse(y, y_pred, derivative=False):  # expect: unverified scale
    if derivative:
        return 2 * (y_pred - y)
    return np.mean((y_pred - y) ** 2)


def cross_entropy(y, a, derivative=False):  # expect: mismatch (1 - a squared by mistake)
    if derivative:
        return -y / a + (1 - y) / (1 - a) ** 2
    return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))


def kl(y, a, grad=False):  # expect: pass
    if grad:
        return -y / a
    return np.sum(y * np.log(y / a))


def cubic(x, deriv=0):  # expect: pass
    """Natural cubic kernel, deriv is 0 or 1."""
    if deriv == 1:
        return np.where(np.abs(x) < 1, -2 * x + 1.5 * x * np.abs(x), np.where(np.abs(x) < 2, -0.5 * np.sign(x) * (2 - np.abs(x)) ** 2, 0))
    a = np.abs(x)
    return np.where(a < 1, 2 / 3 - a ** 2 + 0.5 * a ** 3, np.where(a < 2, (2 - a) ** 3 / 6, 0))
