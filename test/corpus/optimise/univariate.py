"""Roots and line searches: f with fprime, phi with derphi, func with deriv_func."""
import math

import numpy as np


def f(x):
    return x ** 3 - 2 * x - 5


def fprime(x):  # expect: pass
    return 3 * x ** 2 - 2


def fprime2(x):  # expect: pass
    return 6 * x


def bisect(lo, hi, n=60):
    for _ in range(n):
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0:
            hi = mid
        else:
            lo = mid
    return (lo + hi) / 2


def newton_raphson(x, n=20):
    for _ in range(n):
        x = x - f(x) / fprime(x)
    return x


class Damped:
    def func(self, t):
        return math.exp(-0.3 * t) * math.sin(2 * t)

    def deriv_func(self, t):  # expect: mismatch (sign of the decay)
        return math.exp(-0.3 * t) * (2 * math.cos(2 * t) + 0.3 * math.sin(2 * t))


class AlongRay:
    """Rosenbrock's valley along a ray from x0."""

    def __init__(self, x0, d):
        self.x0, self.d = np.asarray(x0), np.asarray(d)

    def phi(self, alpha):
        x = self.x0 + alpha * self.d
        return 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2

    def derphi(self, alpha):  # expect: pass
        x = self.x0 + alpha * self.d
        g = np.array([-400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0]), 200 * (x[1] - x[0] ** 2)])
        return g @ self.d


class MoreThuente:
    """First function of the line search paper, beta > 0."""

    def __init__(self, beta=2.0):
        self.beta = beta

    def phi(self, a):
        return -a / (a ** 2 + self.beta)

    def derphi(self, a):  # expect: mismatch (numerator: beta - a^2 has the wrong sign)
        return (self.beta - a ** 2) / (a ** 2 + self.beta) ** 2


class Cardano:
    def __init__(self, a=1.0, b=0.0, c=0.0, d=0.0):
        self.coef = (a, b, c, d)

    def f(self, x):
        a, b, c, d = self.coef
        return ((a * x + b) * x + c) * x + d

    def df(self, x):  # expect: mismatch (linear coefficient dropped)
        a, b, c, d = self.coef
        return (3 * a * x + 2 * b) * x


class Interpolant:
    """Newton's divided differences through the points (t, y)."""

    def __init__(self, t, y):
        self.t = list(t)
        c = list(y)
        for k in range(1, len(c)):
            for i in range(len(c) - 1, k - 1, -1):
                c[i] = (c[i] - c[i - 1]) / (t[i] - t[i - k])
        self.c = c

    def fun(self, x):
        p = self.c[-1]
        for k in range(len(self.c) - 2, -1, -1):
            p = p * (x - self.t[k]) + self.c[k]
        return p

    def der(self, x):  # expect: pass
        p, dp = self.c[-1], 0.0
        for k in range(len(self.c) - 2, -1, -1):
            dp = dp * (x - self.t[k]) + p
            p = p * (x - self.t[k]) + self.c[k]
        return dp
