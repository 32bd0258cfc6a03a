"""Derivatives in one parameter, named after function and parameter; points in space; one example at a time."""
import numpy as np


def wave(x, t):
    return np.sin(x - 2 * t) * np.exp(-x)


def dwave_dx(x, t):  # expect: pass
    return (np.cos(x - 2 * t) - np.sin(x - 2 * t)) * np.exp(-x)


def dwavedt(x, t):  # expect: mismatch (the inner derivative is missing)
    return -np.cos(x - 2 * t) * np.exp(-x)


def squared(w, b, X, y):
    return np.mean((X @ w + b - y) ** 2) / 2


def dsquared_dw(w, b, X, y):  # expect: pass
    return X.T @ (X @ w + b - y) / len(y)


def squared_grad_b(w, b, X, y):  # expect: pass
    return np.mean(X @ w + b - y)


def grad_squared_wrt_X(w, b, X, y):  # expect: pass
    return np.outer(X @ w + b - y, w) / len(y)


def kernel(x, y, length, height):
    return height * np.exp(-0.5 * np.sum((x - y) ** 2) / length ** 2)


def kernel_grad_x(x, y, length, height):  # expect: pass
    return -(x - y) / length ** 2 * kernel(x, y, length, height)


def partial_kernel_length(x, y, length, height):  # expect: pass
    return np.sum((x - y) ** 2) / length ** 3 * kernel(x, y, length, height)


def kernel_dheight(x, y, length, height):  # expect: pass
    return np.exp(-0.5 * np.sum((x - y) ** 2) / length ** 2)


def steer_model(state, u, dt):
    x, y, heading = state
    v, turn = u
    return np.array([x + v * np.cos(heading) * dt, y + v * np.sin(heading) * dt, heading + turn * dt])


def steer_jacobian_state(state, u, dt):  # expect: pass
    _, _, heading = state
    v, _ = u
    return np.array([[1, 0, -v * np.sin(heading) * dt], [0, 1, v * np.cos(heading) * dt], [0, 0, 1]])


def steer_jacobian_u(state, u, dt):  # expect: mismatch (sine and cosine are exchanged)
    _, _, heading = state
    return np.array([[np.sin(heading) * dt, 0], [np.cos(heading) * dt, 0], [0, dt]])


class Filter:
    def __init__(self, dt):
        self.dt = dt

    def f(self, x, u):
        return np.array([x[0] + u[0] * np.cos(x[1]) * self.dt, x[1] + u[1] * self.dt])

    def F_jacobian(self, x, u):  # expect: pass
        return np.array([[1.0, -u[0] * np.sin(x[1]) * self.dt], [0.0, 1.0]])


def dihedral(p0, p1, p2, p3):
    """The angle about p1 p2 between p0 and p3."""
    a, b, c = p0 - p1, p2 - p1, p3 - p2
    n = b / np.linalg.norm(b)
    v, w = a - (a @ n) * n, c - (c @ n) * n
    return np.arctan2(np.cross(n, v) @ w, v @ w)


def dihedral_grad(p0, p1, p2, p3):  # expect: pass
    a, b, c = p0 - p1, p2 - p1, p3 - p2
    m, n = np.cross(a, b), np.cross(c, b)
    length = np.linalg.norm(b)
    g0 = length * m / (m @ m)
    g3 = -length * n / (n @ n)
    s, t = (a @ b) / length ** 2, (c @ b) / length ** 2
    return g0, (s - 1) * g0 + t * g3, -s * g0 - (1 + t) * g3, g3


def factors(x, w0, w, V):
    s = x @ V
    return w0 + x @ w + 0.5 * np.sum(s ** 2 - (x ** 2) @ (V ** 2))


def factors_grad_V(x, w0, w, V):  # expect: pass
    return np.outer(x, x @ V) - V * (x ** 2)[:, None]


class SoftmaxCrossEntropy:  # expect: pass
    def forward(self, logits, labels):
        z = np.exp(logits - logits.max(axis=1, keepdims=True))
        self.p = z / z.sum(axis=1, keepdims=True)
        self.labels = labels
        return -np.log(self.p[np.arange(len(labels)), labels]).mean()

    def backward(self):
        d = self.p.copy()
        d[np.arange(len(self.labels)), self.labels] -= 1
        return d / len(self.labels)


class Gate:  # expect: pass
    """One example at a time."""

    def __init__(self, n_in, n_h):
        self.Wz, self.Uz = np.random.randn(n_in, n_h), np.random.randn(n_h, n_h)
        self.Wc = np.random.randn(n_in, n_h)

    def forward(self, x, h):
        self.x, self.h = x, h
        self.z = 1 / (1 + np.exp(-(x @ self.Wz + h @ self.Uz)))
        self.c = np.tanh(x @ self.Wc)
        return (1 - self.z) * h + self.z * self.c

    def backward(self, dh):
        dz = dh * (self.c - self.h) * self.z * (1 - self.z)
        dc = dh * self.z * (1 - self.c ** 2)
        self.dWz, self.dUz = np.outer(self.x, dz), np.outer(self.h, dz)
        self.dWc = np.outer(self.x, dc)
        return dz @ self.Wz.T + dc @ self.Wc.T, dh * (1 - self.z) + dz @ self.Uz.T
