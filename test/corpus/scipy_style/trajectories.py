"""Optimal control by shooting, tied together at the calls."""
import numpy as np
from scipy import optimize
from scipy.integrate import odeint
from scipy.optimize import approx_fprime, check_grad, fmin_bfgs, least_squares, minimize, root


def effort(u, x0, target, dt, rho):
    """Double integrator steered by u (n,), explicit Euler."""
    p, v = x0
    for a in u:
        p, v = p + dt * v, v + dt * a
    return 0.5 * rho * dt * np.sum(u ** 2) + 0.5 * (p - target) ** 2 + 0.5 * v ** 2


def costate(u, x0, target, dt, rho):  # expect: pass
    p, v = x0
    for a in u:
        p, v = p + dt * v, v + dt * a
    lp, lv = p - target, v
    out = np.zeros(len(u))
    for k in range(len(u) - 1, -1, -1):
        out[k] = rho * dt * u[k] + dt * lv
        lp, lv = lp, lv + dt * lp
    return out


def steer(n=10):
    return minimize(effort, np.zeros(n), jac=costate, args=((0.0, 0.0), 1.0, 0.1, 0.01), method="BFGS").x


def length_of(y, h):
    d = np.diff(y)
    return np.sum(np.sqrt(h ** 2 + d ** 2))


def pull(y, h):  # expect: pass
    d = np.diff(y)
    t = d / np.sqrt(h ** 2 + d ** 2)
    out = np.zeros_like(y)
    out[1:] += t
    out[:-1] -= t
    return out


def shorten(y, h=0.1):
    print("gradient error", check_grad(length_of, pull, y, h))
    return fmin_bfgs(length_of, y, pull, args=(h,), disp=0)


def drop(z, t, k, m):
    """Fall with quadratic drag"""
    x, v = z
    return [v, -9.81 - k / m * v * abs(v)]


def drop_table(z, t, k, m):  # expect: pass
    x, v = z
    return [[0, 1], [0, -2 * k / m * abs(v)]]


def fall(t):
    return odeint(drop, [100.0, 0.0], t, args=(0.3, 2.0), Dfun=drop_table)


def spread(theta, ranges, anchors):
    """Position (x, y) from distances to the anchors (n, 2)."""
    return np.linalg.norm(anchors - theta, axis=1) - ranges


def unit_vectors(theta, ranges, anchors):  # expect: pass
    d = theta - anchors
    return d / np.linalg.norm(d, axis=1)[:, None]


def locate(ranges, anchors):
    return least_squares(spread, anchors.mean(axis=0), unit_vectors, args=(ranges, anchors)).x


def equilibrium(x, A, g):
    return A @ x - g * np.tanh(x)


def stability(x, A, g):  # expect: pass
    return A - np.diag(g / np.cosh(x) ** 2)


def settle(A, g):
    return root(equilibrium, np.full(len(A), 0.1), args=(A, g), jac=stability).x


def well(x, k, c):
    return 0.25 * np.sum(k * x ** 4) - 0.5 * np.sum(x ** 2) + c * np.prod(x)


def descent(x, k, c):  # expect: pass
    out = k * x ** 3 - x
    for i in range(len(x)):
        out[i] += c * np.prod(x[:i]) * np.prod(x[i + 1:])
    return out


def curvature_times(x, p, k, c):  # expect: mismatch (product term ignored)
    return (3 * k * x ** 2 - 1) * p


def relax(x0, k):
    return optimize.minimize(well, x0, args=(k, 0.1), jac=descent, hessp=curvature_times, method="Newton-CG").x


def numerical_slope(x, k, c):
    return approx_fprime(x, well, 1e-6, k, c)
