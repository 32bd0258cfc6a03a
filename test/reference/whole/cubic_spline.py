"""A natural cubic spline through points by the tridiagonal algorithm."""
import numpy as np


def thomas(a, b, c, d):
    n = len(d)
    b, d = b.copy(), d.copy()
    for i in range(1, n):
        w = a[i - 1] / b[i - 1]
        b[i] -= w * c[i - 1]
        d[i] -= w * d[i - 1]
    x = np.zeros(n)
    x[-1] = d[-1] / b[-1]
    for i in range(n - 2, -1, -1):
        x[i] = (d[i] - c[i] * x[i + 1]) / b[i]
    return x


def natural_spline(x, y):
    h = np.diff(x)
    slope = np.diff(y) / h
    m = np.zeros(len(x))
    m[1:-1] = thomas(h[1:-1], 2 * (h[:-1] + h[1:]), h[1:-1], 6 * np.diff(slope))

    def evaluate(t):
        i = min(max(np.searchsorted(x, t) - 1, 0), len(h) - 1)
        left, right = t - x[i], x[i + 1] - t
        return (
            (m[i] * right**3 + m[i + 1] * left**3) / (6 * h[i])
            + (y[i] / h[i] - m[i] * h[i] / 6) * right
            + (y[i + 1] / h[i] - m[i + 1] * h[i] / 6) * left
        )

    return evaluate, m


x = np.array([0.0, 1.0, 2.5, 3.0, 4.2, 5.0])
y = np.sin(x) + 0.1 * x
spline, second = natural_spline(x, y)
at_knots = [float(spline(v)) for v in x]
between = np.array([spline(v) for v in np.linspace(0, 5, 11)])
exact_at_knots = np.allclose(at_knots, y)
roughness = np.sum(second**2)
