"""Operators that make derivatives of any function: none of them is one itself."""
import numpy as np


def derivative(f, x, dx=1e-6):
    return (f(x + dx) - f(x - dx)) / (2 * dx)


def second_derivative(f, x, dx=1e-4):
    return (f(x + dx) - 2 * f(x) + f(x - dx)) / dx ** 2


def grad(f, x, eps=1e-6):
    out = np.zeros(len(x))
    for i in range(len(x)):
        e = np.zeros(len(x))
        e[i] = eps
        out[i] = (f(x + e) - f(x - e)) / (2 * eps)
    return out


def hess(f, x, eps=1e-4):
    n = len(x)
    out = np.zeros((n, n))
    for i in range(n):
        ei = np.eye(n)[i] * eps
        out[i] = (grad(f, x + ei) - grad(f, x - ei)) / (2 * eps)
    return out


def func(f, x):
    return f(x)


def integral(f, a, b, n=200):
    x = np.linspace(a, b, n)
    return np.trapz(f(x), x)


def forward_difference(y, h):
    return (y[1:] - y[:-1]) / h


def backward_difference(y, h):
    return (y[1:] - y[:-1]) / h


def forward_euler(f, y0, t):
    y = [y0]
    for a, b in zip(t[:-1], t[1:]):
        y.append(y[-1] + (b - a) * f(y[-1], a))
    return np.array(y)


def backward_euler(f, y0, t):
    y = [y0]
    for a, b in zip(t[:-1], t[1:]):
        z = y[-1]
        for _ in range(30):
            z = y[-1] + (b - a) * f(z, b)
        y.append(z)
    return np.array(y)


def forward_kinematics(q, lengths):
    a = np.cumsum(q)
    return np.array([np.sum(lengths * np.cos(a)), np.sum(lengths * np.sin(a))])


def backward_kinematics(target, lengths, n=100):
    q = np.ones(len(lengths)) * 0.1
    for _ in range(n):
        q = q - 0.1 * (forward_kinematics(q, lengths) - target).sum()
    return q


def slope(x, y):
    return np.polyfit(x, y, 1)[0]


def d_slope(x, y):
    """Standard error of the slope."""
    r = y - np.polyval(np.polyfit(x, y, 1), x)
    return np.sqrt(np.sum(r ** 2) / (len(x) - 2) / np.sum((x - x.mean()) ** 2))


def length(p, q):
    return np.hypot(p[0] - q[0], p[1] - q[1])


def dlength(p, q, dp, dq):
    """Uncertainty of the length (propagated)."""
    return np.hypot(dp, dq)


def energy(m, v):
    return 0.5 * m * v ** 2


def denergy(before, after):
    return after - before


class Signal:
    def __init__(self, values, rate):
        self.values, self.rate = np.asarray(values), rate

    def __call__(self, t):
        return np.interp(t, np.arange(len(self.values)) / self.rate, self.values)

    def derivative(self):
        return Signal(np.gradient(self.values) * self.rate, self.rate)

    def integral(self):
        return Signal(np.cumsum(self.values) / self.rate, self.rate)
