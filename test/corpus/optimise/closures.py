"""Objective and gradient built together inside a function, as in the optimiser's tests."""
import numpy as np
from scipy.optimize import minimize


def fit_logistic(X, y, C=1.0):
    def f(w):
        z = y * X.dot(w)
        return C * np.sum(np.log(1 + np.exp(-z))) + 0.5 * w.dot(w)

    def fprime(w):  # expect: mismatch (C missing)
        z = y * X.dot(w)
        return w - X.T.dot(y / (1 + np.exp(z)))

    return minimize(f, np.zeros(X.shape[1]), jac=fprime).x


def fit_softmin(points, beta=1.0):
    """Smooth minimum of the squared distances to the points (n, d)."""
    def cost(c):
        d = np.sum((points - c) ** 2, axis=1)
        return -np.log(np.sum(np.exp(-beta * d))) / beta

    def grad(c):  # expect: pass
        d = np.sum((points - c) ** 2, axis=1)
        w = np.exp(-beta * d)
        w /= w.sum()
        return 2 * (c - w.dot(points))

    res = minimize(cost, points.mean(axis=0), jac=grad, method="CG")
    return res.x


def fermat_point(sites, weights):
    def objective(p):
        return sum(w * np.hypot(p[0] - s[0], p[1] - s[1]) for s, w in zip(sites, weights))

    def gradient(p):  # expect: mismatch (weights forgotten)
        g = np.zeros(2)
        for s, w in zip(sites, weights):
            d = np.hypot(p[0] - s[0], p[1] - s[1])
            g += np.array([p[0] - s[0], p[1] - s[1]]) / d
        return g

    return objective, gradient


phi = lambda t: np.exp(-t) * np.cos(3 * t)
derphi = lambda t: -np.exp(-t) * (np.cos(3 * t) + 3 * np.sin(3 * t))  # expect: pass
