"""Boundary value problems on a grid, and a few implied volatilities."""
import numpy as np
from scipy.integrate import solve_bvp
from scipy.optimize import fsolve, newton, root
from scipy.stats import norm


def bratu(u, lam=1.0):
    """u'' + lam exp(u) = 0, u = 0 at both ends."""
    n = len(u)
    h = 1.0 / (n + 1)
    full = np.concatenate(([0.0], u, [0.0]))
    return (full[2:] - 2 * full[1:-1] + full[:-2]) / h ** 2 + lam * np.exp(u)


def bratu_band(u, lam=1.0):  # expect: pass
    n = len(u)
    h = 1.0 / (n + 1)
    return (np.diag(-2 / h ** 2 + lam * np.exp(u)) + np.diag(np.ones(n - 1), 1) / h ** 2
            + np.diag(np.ones(n - 1), -1) / h ** 2)


def solve_bratu(n=9):
    return fsolve(bratu, np.zeros(n), fprime=bratu_band, args=(1.0,))


def burgers(u, nu, h):
    """Steady viscous Burgers; u = 1 on the left, 0 on the right."""
    full = np.hstack((1.0, u, 0.0))
    adv = u * (full[2:] - full[:-2]) / (2 * h)
    dif = nu * (full[2:] - 2 * u + full[:-2]) / h ** 2
    return adv - dif


def burgers_matrix(u, nu, h):  # expect: mismatch (advection: velocity not differentiated on the diagonal)
    n = len(u)
    J = np.zeros((n, n))
    for i in range(n):
        J[i, i] = 2 * nu / h ** 2
        if i > 0:
            J[i, i - 1] = -u[i] / (2 * h) - nu / h ** 2
        if i < n - 1:
            J[i, i + 1] = u[i] / (2 * h) - nu / h ** 2
    return J


def solve_burgers(n=7):
    return root(burgers, np.linspace(1, 0, n), args=(0.1, 1.0 / (n + 1)), jac=burgers_matrix, method="hybr").x


def black(sigma, S, K, T, price):
    d1 = (np.log(S / K) + 0.5 * sigma ** 2 * T) / (sigma * np.sqrt(T))
    d2 = d1 - sigma * np.sqrt(T)
    return S * norm.cdf(d1) - K * norm.cdf(d2) - price


def vega(sigma, S, K, T, price):  # expect: pass
    d1 = (np.log(S / K) + 0.5 * sigma ** 2 * T) / (sigma * np.sqrt(T))
    return S * norm.pdf(d1) * np.sqrt(T)


def implied(S, K, T, price):
    return newton(black, 0.2, fprime=vega, args=(S, K, T, price))


def bond(y, coupon, n, price):
    t = np.arange(1, n + 1)
    return np.sum(coupon / (1 + y) ** t) + 100 / (1 + y) ** n - price


def duration(y, coupon, n, price):  # expect: mismatch (redemption's exponent not raised)
    t = np.arange(1, n + 1)
    return -np.sum(t * coupon / (1 + y) ** (t + 1)) - n * 100 / (1 + y) ** n


def yield_to_maturity(coupon, n, price):
    return newton(bond, 0.05, duration, args=(coupon, n, price))


def pendulum_rhs(x, y):
    """y[0]'' = -sin(y[0]); columns are mesh points"""
    return np.vstack((y[1], -np.sin(y[0])))


def pendulum_blocks(x, y):
    out = np.zeros((2, 2, x.size))
    out[0, 1] = 1
    out[1, 0] = -np.cos(y[0])
    return out


def shoot(n=5):
    x = np.linspace(0, 1, n)
    return solve_bvp(pendulum_rhs, lambda a, b: np.array([a[0] - 1, b[0]]), x, np.zeros((2, n)))


def circle_lens(p):
    """Intersection of a circle and a hyperbola."""
    return (p[0] ** 2 + p[1] ** 2 - 4, p[0] * p[1] - 1)


def tangents(p):  # expect: mismatch (columns and rows: neither J nor its transpose)
    return np.array([[2 * p[0], p[1]], [2 * p[1], p[1]]])


def meet():
    return root(circle_lens, [2.0, 0.4], jac=tangents)
