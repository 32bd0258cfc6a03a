"""Test functions for unconstrained minimisation with their derivatives."""
import numpy as np


def rosen(x):
    """The Rosenbrock function of n variables."""
    x = np.asarray(x)
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]) ** 2.0, axis=0)


def rosen_der(x):  # expect: pass
    x = np.asarray(x)
    xm = x[1:-1]
    xm_m1 = x[:-2]
    xm_p1 = x[2:]
    der = np.zeros_like(x)
    der[1:-1] = 200 * (xm - xm_m1 ** 2) - 400 * (xm_p1 - xm ** 2) * xm - 2 * (1 - xm)
    der[0] = -400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0])
    der[-1] = 200 * (x[-1] - x[-2] ** 2)
    return der


def rosen_hess(x):  # expect: mismatch (first diagonal entry: 1200 x^2 became 1200 x)
    x = np.atleast_1d(x)
    H = np.diag(-400 * x[:-1], 1) - np.diag(400 * x[:-1], -1)
    diagonal = np.zeros(len(x), dtype=x.dtype)
    diagonal[0] = 1200 * x[0] - 400 * x[1] + 2
    diagonal[-1] = 200
    diagonal[1:-1] = 202 + 1200 * x[1:-1] ** 2 - 400 * x[2:]
    H = H + np.diag(diagonal)
    return H


def rosen_hess_prod(x, p):  # expect: pass
    x = np.atleast_1d(x)
    Hp = np.zeros(len(x), dtype=x.dtype)
    Hp[0] = (1200 * x[0] ** 2 - 400 * x[1] + 2) * p[0] - 400 * x[0] * p[1]
    Hp[1:-1] = (-400 * x[:-2] * p[:-2]
                + (202 + 1200 * x[1:-1] ** 2 - 400 * x[2:]) * p[1:-1]
                - 400 * x[1:-1] * p[2:])
    Hp[-1] = -400 * x[-2] * p[-2] + 200 * p[-1]
    return Hp


def rastrigin(x):
    return 10 * len(x) + np.sum(x ** 2 - 10 * np.cos(2 * np.pi * x))


def rastrigin_grad(x):  # expect: mismatch (inner 2 pi missing)
    return 2 * x + 10 * np.sin(2 * np.pi * x)


def ackley(x, a=20.0, b=0.2, c=2 * np.pi):
    n = len(x)
    return (-a * np.exp(-b * np.sqrt(np.sum(x ** 2) / n))
            - np.exp(np.sum(np.cos(c * x)) / n) + a + np.e)


def ackley_grad(x, a=20.0, b=0.2, c=2 * np.pi):  # expect: pass
    n = len(x)
    r = np.sqrt(np.sum(x ** 2) / n)
    return (a * b * np.exp(-b * r) * x / (n * r)
            + np.exp(np.sum(np.cos(c * x)) / n) * c * np.sin(c * x) / n)


def griewank(x):
    i = np.sqrt(np.arange(1, len(x) + 1))
    return 1 + np.sum(x ** 2) / 4000 - np.prod(np.cos(x / i))


def griewank_grad(x):  # expect: pass
    i = np.sqrt(np.arange(1, len(x) + 1))
    c = np.cos(x / i)
    g = x / 2000.0
    for k in range(len(x)):
        g[k] += np.sin(x[k] / i[k]) / i[k] * np.prod(np.delete(c, k))
    return g


def styblinski_tang(x):
    return 0.5 * sum(x ** 4 - 16 * x ** 2 + 5 * x)


def styblinski_tang_grad(x):  # expect: mismatch (the half only on the cubic term)
    return 2 * x ** 3 - 32 * x + 2.5


def dixon_price(x):
    total = (x[0] - 1) ** 2
    for i in range(1, len(x)):
        total += (i + 1) * (2 * x[i] ** 2 - x[i - 1]) ** 2
    return total


def dixon_price_grad(x):  # expect: mismatch (weight i in place of i + 1)
    g = np.zeros(len(x))
    g[0] = 2 * (x[0] - 1)
    for i in range(1, len(x)):
        r = 2 * x[i] ** 2 - x[i - 1]
        g[i] += 8 * i * r * x[i]
        g[i - 1] -= 2 * i * r
    return g


def zakharov(x):
    i = np.arange(1, x.size + 1)
    s = np.sum(0.5 * i * x)
    return np.sum(x * x) + s ** 2 + s ** 4


def zakharov_grad(x):  # expect: pass
    i = np.arange(1, x.size + 1)
    s = np.sum(0.5 * i * x)
    return 2 * x + i * s + 2 * i * s ** 3


def trid(x):
    return np.sum((x - 1) ** 2) - np.sum(x[1:] * x[:-1])


def trid_gradient(x):  # expect: mismatch (only the left neighbour)
    g = 2 * (x - 1)
    g[1:] -= x[:-1]
    return g


def levy(x):
    w = 1 + (x - 1) / 4
    return (np.sin(np.pi * w[0]) ** 2
            + np.sum((w[:-1] - 1) ** 2 * (1 + 10 * np.sin(np.pi * w[:-1] + 1) ** 2))
            + (w[-1] - 1) ** 2 * (1 + np.sin(2 * np.pi * w[-1]) ** 2))


def levy_gradient(x):  # expect: pass
    w = 1 + (x - 1) / 4
    g = np.zeros_like(w)
    g[0] += np.pi * np.sin(2 * np.pi * w[0])
    u = np.pi * w[:-1] + 1
    g[:-1] += 2 * (w[:-1] - 1) * (1 + 10 * np.sin(u) ** 2) + (w[:-1] - 1) ** 2 * 10 * np.pi * np.sin(2 * u)
    v = 2 * np.pi * w[-1]
    g[-1] += 2 * (w[-1] - 1) * (1 + np.sin(v) ** 2) + (w[-1] - 1) ** 2 * 2 * np.pi * np.sin(2 * v)
    return g / 4


def michalewicz(x, m=10):
    i = np.arange(1, len(x) + 1)
    return -np.sum(np.sin(x) * np.sin(i * x ** 2 / np.pi) ** (2 * m))


def d_michalewicz(x, m=10):  # expect: mismatch (half the product rule missing)
    i = np.arange(1, len(x) + 1)
    return -np.cos(x) * np.sin(i * x ** 2 / np.pi) ** (2 * m)
