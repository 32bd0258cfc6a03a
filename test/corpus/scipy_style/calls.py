"""What scripts hand to scipy's solvers tells which axes the arguments have."""
import numpy as np
from scipy.optimize import check_grad, curve_fit, least_squares, minimize


def tracking_error(w, cov, target, penalty):
    d = w - target
    return d @ cov @ d + penalty * np.sum(w ** 4)


def tracking_slope(w, cov, target, penalty):  # expect: pass
    d = w - target
    return (cov + cov.T) @ d + 4 * penalty * w ** 3


def rebalance(cov, target):
    return minimize(tracking_error, np.zeros(len(target)), args=(cov, target, 0.5), jac=tracking_slope)


def ripple(p, freq, phase):
    return np.sum(p ** 2) - 3.0 * np.sum(np.cos(freq * p + phase))


def ripple_slope(p, freq, phase):  # expect: mismatch (inner derivative freq missing)
    return 2 * p + 3.0 * np.sin(freq * p + phase)


def main():
    x0 = np.array([0.3, -0.2, 0.9])
    print(check_grad(ripple, ripple_slope, x0, 2.0, 0.1))


def saturation(t, top, rate, offset):
    return top * (1 - np.exp(-rate * t)) + offset


def saturation_columns(t, top, rate, offset):  # expect: mismatch (rate's column lacks t)
    e = np.exp(-rate * t)
    return np.column_stack([1 - e, top * e, np.ones_like(t)])


def gompertz(t, a, b, c):
    return a * np.exp(-b * np.exp(-c * t))


def gompertz_columns(t, a, b, c):  # expect: pass
    inner = np.exp(-c * t)
    g = np.exp(-b * inner)
    J = np.zeros((t.size, 3))
    J[:, 0] = g
    J[:, 1] = -a * g * inner
    J[:, 2] = a * g * b * inner * t
    return J


def fits(t, y):
    one = curve_fit(saturation, t, y, p0=[1.0, 0.5, 0.0], jac=saturation_columns)
    two = curve_fit(gompertz, t, y, p0=[1.0, 2.0, 0.5], jac=gompertz_columns)
    return one, two


def offsets(q, sensors, ranges):
    return np.sqrt(np.sum((sensors - q) ** 2, axis=1)) - ranges


def offsets_rows(q, sensors, ranges):  # expect: pass
    d = q - sensors
    return d / np.sqrt(np.sum(d ** 2, axis=1))[:, None]


def locate(sensors, ranges):
    return least_squares(offsets, sensors.mean(axis=0), jac=offsets_rows, args=(sensors, ranges))


class Repulsion:
    """n charges in the plane, all x first, then all y."""

    def __init__(self, n):
        self.n = n

    def _split(self, v):
        n = self.n
        return v[:n], v[n:2 * n]

    def energy(self, v):
        x, y = self._split(v)
        d2 = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2 + np.eye(self.n)
        return -0.5 * np.sum(np.log(d2)) + 0.5 * np.sum(v ** 2)

    def gradient(self, v):  # expect: mismatch (confinement forgotten)
        x, y = self._split(v)
        dx, dy = x[:, None] - x, y[:, None] - y
        d2 = dx ** 2 + dy ** 2 + np.eye(self.n)
        return np.hstack((-2 * np.sum(dx / d2, axis=1), -2 * np.sum(dy / d2, axis=1)))


def barrier(x, costs, weight):
    """The point stays inside the simplex."""
    return weight * costs @ x - np.sum(np.log(x)) - np.log(1 - np.sum(x))


def barrier_prime(x, costs, weight):  # expect: pass
    return weight * costs - 1 / x + 1 / (1 - np.sum(x))
