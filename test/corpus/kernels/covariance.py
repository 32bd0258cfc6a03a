"""Covariance functions, each with the derivative for its length or its distance."""
import numpy as np


class SquaredExponential:
    """k(r) = s2 exp(-r^2 / (2 l^2)), r is the distance."""

    def __init__(self, length=1.0, variance=1.0):
        self.length = length
        self.variance = variance

    def __call__(self, r):
        return self.variance * np.exp(-0.5 * (r / self.length) ** 2)

    def gradient(self, r):  # expect: pass
        return -r / self.length ** 2 * self(r)


class RationalQuadratic:
    def __init__(self, length=1.0, alpha=1.0):
        self.length, self.alpha = length, alpha

    def __call__(self, r):
        return (1 + r ** 2 / (2 * self.alpha * self.length ** 2)) ** (-self.alpha)

    def gradient(self, r):  # expect: mismatch (exponent stays -alpha)
        return -r / self.length ** 2 * (1 + r ** 2 / (2 * self.alpha * self.length ** 2)) ** (-self.alpha)


class Matern32:
    def __init__(self, length=1.0):
        self.length = length

    def __call__(self, r):
        a = np.sqrt(3) * r / self.length
        return (1 + a) * np.exp(-a)

    def gradient(self, r):  # expect: pass
        a = np.sqrt(3) * r / self.length
        return -np.sqrt(3) / self.length * a * np.exp(-a)


class Matern52:
    def __init__(self, length=1.0):
        self.length = length

    def __call__(self, r):
        a = np.sqrt(5) * r / self.length
        return (1 + a + a ** 2 / 3) * np.exp(-a)

    def gradient(self, r):  # expect: mismatch (factor 1/3 lost)
        a = np.sqrt(5) * r / self.length
        return -np.sqrt(5) / self.length * a * (1 + a) * np.exp(-a)


class Periodic:
    def __init__(self, period=1.0, length=1.0):
        self.period, self.length = period, length

    def __call__(self, t):
        return np.exp(-2 * np.sin(np.pi * t / self.period) ** 2 / self.length ** 2)

    def derivative(self, t):  # expect: pass
        u = np.pi * t / self.period
        return -2 * np.pi * np.sin(2 * u) / (self.period * self.length ** 2) * self(t)


class Wendland:
    """Compact support: zero beyond the radius."""

    def __init__(self, radius=2.0):
        self.radius = radius

    def __call__(self, r):
        q = np.minimum(r / self.radius, 1.0)
        return (1 - q) ** 4 * (4 * q + 1)

    def derivative(self, r):  # expect: pass
        q = np.minimum(r / self.radius, 1.0)
        return -20 * q * (1 - q) ** 3 / self.radius


class ThinPlate:
    """r^2 log r, for r > 0"""

    def fn(self, r):
        return r ** 2 * np.log(r)

    def grad(self, r):  # expect: pass
        return r * (2 * np.log(r) + 1)

    def grad2(self, r):  # expect: mismatch (2 log r + 3 became 2 log r + 1)
        return 2 * np.log(r) + 1


class CubicSpline:
    """SPH smoothing kernel in one dimension, q = r / h >= 0"""

    def __init__(self, h=1.0):
        self.h = h

    def fn(self, r):
        q = r / self.h
        w = np.zeros_like(q)
        near = q < 1
        far = (q >= 1) & (q < 2)
        w[near] = 2 / 3 - q[near] ** 2 + 0.5 * q[near] ** 3
        w[far] = (2 - q[far]) ** 3 / 6
        return w / self.h

    def grad(self, r):  # expect: mismatch (near branch: 2 q^2 for 1.5 q^2)
        q = r / self.h
        d = np.zeros_like(q)
        near = q < 1
        far = (q >= 1) & (q < 2)
        d[near] = -2 * q[near] + 2 * q[near] ** 2
        d[far] = -0.5 * (2 - q[far]) ** 2
        return d / self.h ** 2


class ArcCosine:
    """Between a unit vector at angle theta and the axis."""

    def __call__(self, theta):
        return (np.sin(theta) + (np.pi - theta) * np.cos(theta)) / np.pi

    def derivative(self, theta):  # expect: pass
        return -(np.pi - theta) * np.sin(theta) / np.pi


class Spring:
    """Rest length and stiffness; energy of one stretched spring in space."""

    def __init__(self, k=1.0, rest=0.0):
        self.k, self.rest = k, rest

    def energy(self, x):
        return 0.5 * self.k * (np.sqrt(np.sum(x ** 2)) - self.rest) ** 2

    def grad(self, x):  # expect: mismatch (rest length missing)
        return self.k * x


class Gravity:
    """Softened pair potential of n bodies; x (n, 3), masses m (n,)"""

    def __init__(self, m, eps=0.1):
        self.m = np.asarray(m)
        self.eps = eps

    def energy(self, x):
        u = 0.0
        for i in range(len(self.m)):
            for j in range(i):
                r = np.sqrt(np.sum((x[i] - x[j]) ** 2) + self.eps ** 2)
                u -= self.m[i] * self.m[j] / r
        return u

    def gradient(self, x):  # expect: pass
        d = x[:, None, :] - x[None, :, :]
        r3 = (np.sum(d ** 2, axis=-1) + self.eps ** 2) ** 1.5
        return np.sum((self.m[:, None] * self.m[None, :] / r3)[:, :, None] * d, axis=1)


class FeneBond:
    """Finitely extensible bond, r < r_max"""

    def __init__(self, k=30.0, r_max=1.5):
        self.k, self.r_max = k, r_max

    def fn(self, r):
        return -0.5 * self.k * self.r_max ** 2 * np.log(1 - (r / self.r_max) ** 2)

    def grad(self, r):  # expect: pass
        return self.k * r / (1 - (r / self.r_max) ** 2)

    def grad2(self, r):  # expect: pass
        q = (r / self.r_max) ** 2
        return self.k * (1 + q) / (1 - q) ** 2
