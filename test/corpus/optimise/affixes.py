"""Exercises in calculus: every author wrote the derivative's name another way."""
import numpy as np


def wave(x, k=1.0, w=0.0):
    return np.sin(k * x + w)


def waveDerivative(x, k=1.0, w=0.0):  # expect: pass
    return k * np.cos(k * x + w)


def bell(x):
    return 1 / (1 + x ** 2)


def bellPrime(x):  # expect: pass
    return -2 * x / (1 + x ** 2) ** 2


def quartic(x):
    return x[0] ** 4 + x[0] * x[1] ** 2 + 3 * x[1]


def quarticGradient(x):  # expect: pass
    return np.array([4 * x[0] ** 3 + x[1] ** 2, 2 * x[0] * x[1] + 3])


def Dquartic(x):  # expect: mismatch (second entry misses the factor x0)
    return np.array([4 * x[0] ** 3 + x[1] ** 2, 2 * x[1] + 3])


def hess_quartic(x):  # expect: pass
    return np.array([[12 * x[0] ** 2, 2 * x[1]], [2 * x[1], 2 * x[0]]])


def quartic_hessp(x, p):  # expect: mismatch (only the diagonal)
    return np.array([12 * x[0] ** 2 * p[0], 2 * x[0] * p[1]])


def cone(x, y):
    return np.sqrt(x ** 2 + y ** 2)


def gradient_cone(x, y):  # expect: pass
    r = np.sqrt(x ** 2 + y ** 2)
    return x / r, y / r


def swirl(p):
    x, y = p
    return np.array([x * np.cos(y), y * np.exp(x)])


def swirlJacobian(p):  # expect: pass
    x, y = p
    return np.array([[np.cos(y), -x * np.sin(y)], [y * np.exp(x), np.exp(x)]])


def catenary(x, a=1.0):
    return a * np.cosh(x / a)


def deriv_catenary(x, a=1.0):  # expect: mismatch (1/a too many)
    return np.sinh(x / a) / a


def lorentz(x, x0=0.0, gamma=1.0):
    return gamma ** 2 / ((x - x0) ** 2 + gamma ** 2)


def der_lorentz(x, x0=0.0, gamma=1.0):  # expect: pass
    return -2 * gamma ** 2 * (x - x0) / ((x - x0) ** 2 + gamma ** 2) ** 2


def tower(x):
    """x ** x"""
    return x ** x


def tower_d(x):  # expect: mismatch (power rule for a moving exponent)
    return x * x ** (x - 1)


def cosh_ratio(x):
    return np.cosh(x) / (2 + np.sinh(x) ** 2)


def d_cosh_ratio(x):  # expect: pass
    s, c = np.sinh(x), np.cosh(x)
    return (s * (2 + s ** 2) - c * 2 * s * c) / (2 + s ** 2) ** 2


def damped(t, gamma=0.1, omega=2.0):
    return np.exp(-gamma * t) * np.cos(omega * t)


def damped_prime(t, gamma=0.1, omega=2.0):  # expect: mismatch (half the product rule)
    return -omega * np.exp(-gamma * t) * np.sin(omega * t)


def phase(x):
    return np.arctan2(x, 2.0) + np.arccos(x / 5)


def phase_prime(x):  # expect: pass
    return 2 / (x ** 2 + 4) - 1 / np.sqrt(25 - x ** 2)


def normal_cdf(x):
    """Tanh formula, good to three digits."""
    return 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x ** 3)))


def normal_cdf_derivative(x):  # expect: mismatch near-miss (exact density, tanh formula)
    return np.exp(-x ** 2 / 2) / np.sqrt(2 * np.pi)


def logdet(A):
    return np.linalg.slogdet(A)[1]


def logdet_grad(A):  # expect: unverified holds-if (A symmetric, as covariances are)
    return np.linalg.inv(A)


def inv_trace(A):
    return np.trace(np.linalg.inv(A))


def inv_trace_grad(A):  # expect: pass
    B = np.linalg.inv(A)
    return -(B @ B).T


def frobenius(A):
    return np.linalg.norm(A)


def frobenius_gradient(A):  # expect: pass
    return A / np.linalg.norm(A)


def huber(r, delta=1.0):
    a = np.abs(r)
    return np.where(a <= delta, 0.5 * r ** 2, delta * (a - delta / 2))


def huber_deriv(r, delta=1.0):  # expect: pass
    return np.clip(r, -delta, delta)


def tukey(r, c=4.685):
    """Biweight rho"""
    inside = np.abs(r) <= c
    return np.where(inside, c ** 2 / 6 * (1 - (1 - (r / c) ** 2) ** 3), c ** 2 / 6)


def tukey_deriv(r, c=4.685):  # expect: mismatch (not cut off outside of c)
    return r * (1 - (r / c) ** 2) ** 2


def mae(y, y_pred):
    return np.mean(np.abs(y - y_pred))


def mae_prime(y, y_pred):  # expect: unverified scale
    return np.sign(y_pred - y)


def softmax_xent(y, z):
    z = z - np.max(z, axis=1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - np.sum(y * z, axis=1))


def softmax_xent_prime(y, z):  # expect: unverified holds-if (rows of y sum to one)
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - y) / len(y)
