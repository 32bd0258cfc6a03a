"""Potentials of molecular dynamics: each with its energy and its force, or its slope."""
import numpy as np


class LennardJones:
    def __init__(self, epsilon=1.0, sigma=1.0):
        self.epsilon = epsilon
        self.sigma = sigma

    def energy(self, r):
        s6 = (self.sigma / r) ** 6
        return 4 * self.epsilon * (s6 ** 2 - s6)

    def force(self, r):  # expect: pass
        s6 = (self.sigma / r) ** 6
        return 24 * self.epsilon * (2 * s6 ** 2 - s6) / r


class Morse:
    def __init__(self, depth=1.0, width=1.0, r0=1.0):
        self.depth, self.width, self.r0 = depth, width, r0

    def energy(self, r):
        return self.depth * (1 - np.exp(-self.width * (r - self.r0))) ** 2

    def force(self, r):  # expect: mismatch (width missing)
        e = np.exp(-self.width * (r - self.r0))
        return -2 * self.depth * (1 - e) * e


class Harmonic:
    """Springs between neighbours of a chain."""

    def __init__(self, k=1.0):
        self.k = k

    def potential(self, x):
        return 0.5 * self.k * np.sum(np.diff(x) ** 2)

    def gradient(self, x):  # expect: pass
        d = np.diff(x)
        g = np.zeros_like(x)
        g[1:] += self.k * d
        g[:-1] -= self.k * d
        return g


class DoubleWell:
    def potential(self, x):
        return np.sum((x ** 2 - 1) ** 2)

    def gradient(self, x):  # expect: mismatch (inner derivative halved)
        return 2 * x * (x ** 2 - 1)

    def hessian(self, x):  # expect: pass
        return np.diag(12 * x ** 2 - 4)


def objective(x, A, b):
    r = A @ x - b
    return 0.5 * r @ r + np.sum(np.log1p(x ** 2))


def gradient(x, A, b):  # expect: pass
    return A.T @ (A @ x - b) + 2 * x / (1 + x ** 2)


def hessian(x, A, b):  # expect: mismatch (curvature of the logarithm has the wrong sign)
    return A.T @ A + np.diag((2 * x ** 2 - 2) / (1 + x ** 2) ** 2)


def fun_sphere(x):
    return np.sum((x - 1) ** 2) ** 2


def jac_sphere(x):  # expect: mismatch (outer square not differentiated)
    return 2 * (x - 1)


def energy_bond(x, y):
    d = np.sqrt(np.sum((x - y) ** 2))
    return (d - 1.2) ** 2


def force_bond(x, y):  # expect: pass
    v = x - y
    d = np.sqrt(np.sum(v ** 2))
    return -2 * (d - 1.2) * v / d
