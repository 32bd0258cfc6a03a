"""Functions that are asked for their slope, that fill it in, or that are given a direction."""
import numpy as np
from scipy.optimize import check_grad, least_squares, root


def swish(x, beta=1.0, derivative=False):  # expect: pass
    s = 1 / (1 + np.exp(-beta * x))
    if derivative:
        return s + beta * x * s * (1 - s)
    return x * s


def softsign(x, grad=False):  # expect: mismatch (absolute value missing in the square)
    if grad:
        return 1 / (1 + x) ** 2
    return x / (1 + np.abs(x))


class Bump:
    def evaluate(self, x, deriv=0):  # expect: mismatch (inner derivative missing)
        e = np.exp(-(x - 1) ** 2 / 2)
        if deriv == 1:
            return -e
        return e


def volume(x, grad):  # expect: mismatch (third side's share is that of the second)
    if grad.size > 0:
        grad[0] = x[1] * x[2]
        grad[1] = x[0] * x[2]
        grad[2] = x[0] * x[2]
    return x[0] * x[1] * x[2]


def rosen2(x):
    return 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2


def rosen2_hess_prod(x, p):  # expect: pass
    H = np.array([[1200 * x[0] ** 2 - 400 * x[1] + 2, -400 * x[0]], [-400 * x[0], 200]])
    return H.dot(p)


def circle_fit(c, pts):
    return np.hypot(pts[:, 0] - c[0], pts[:, 1] - c[1]) - c[2]


def directions(c, pts):  # expect: mismatch (signs of the centre's columns)
    d = np.hypot(pts[:, 0] - c[0], pts[:, 1] - c[1])
    return np.stack([(pts[:, 0] - c[0]) / d, (pts[:, 1] - c[1]) / d, -np.ones(len(d))], axis=1)


def fit(pts):
    return least_squares(circle_fit, np.ones(3), directions, args=(pts,)).x


def kepler(E, M, e):
    return E - e * np.sin(E) - M


def kepler_rate(E, M, e):  # expect: pass
    return np.diag(1 - e * np.cos(E))


def anomalies(M, e):
    return root(kepler, M, (M, e), "hybr", kepler_rate).x


def hill(x):
    return np.sum(np.sin(x) * np.cos(2 * x))


def steepest(x):  # expect: pass
    return np.cos(x) * np.cos(2 * x) - 2 * np.sin(x) * np.sin(2 * x)


assert check_grad(hill, steepest, np.ones(3)) < 1e-5
