"""Problem classes for comparing minimisers: every class has fun, grad or jac, some a hess."""
import numpy as np


class Quadratic:
    """x'Ax / 2 - b'x"""

    def __init__(self, n=3, seed=0):
        rng = np.random.RandomState(seed)
        M = rng.randn(n, n)
        self.A = M.T @ M + np.eye(n)
        self.b = rng.randn(n)

    def fun(self, x):
        return 0.5 * x @ self.A @ x - self.b @ x

    def grad(self, x):  # expect: pass
        return self.A @ x - self.b

    def hess(self, x):  # expect: pass
        return self.A


class Maratos:
    """min 2 (x1^2 + x2^2 - 1) - x1 on the unit circle."""

    def __init__(self, degrees=60):
        rads = degrees / 180 * np.pi
        self.x0 = [np.cos(rads), np.sin(rads)]
        self.x_opt = np.array([1.0, 0.0])

    def fun(self, x):
        return 2 * (x[0] ** 2 + x[1] ** 2 - 1) - x[0]

    def grad(self, x):  # expect: pass
        return np.array([4 * x[0] - 1, 4 * x[1]])

    def hess(self, x):  # expect: mismatch (4 I became 2 I)
        return 2 * np.eye(2)


class HyperbolicIneq:
    def fun(self, x):
        return 1 / 2 * (x[0] - 2) ** 2 + 1 / 2 * (x[1] - 1 / 2) ** 2

    def grad(self, x):  # expect: mismatch (the halves taken twice)
        return [(x[0] - 2) / 2, (x[1] - 1 / 2) / 2]


class Elec:
    """Electrons on a sphere: coordinates x, y, z one after the other in v."""

    def __init__(self, n_electrons=5):
        self.n_electrons = n_electrons

    def _get_coords(self, v):
        n = self.n_electrons
        return v[:n], v[n:2 * n], v[2 * n:]

    def _deltas(self, v):
        x, y, z = self._get_coords(v)
        return x[:, None] - x, y[:, None] - y, z[:, None] - z

    def fun(self, v):
        dx, dy, dz = self._deltas(v)
        with np.errstate(divide="ignore"):
            dm1 = (dx ** 2 + dy ** 2 + dz ** 2) ** -0.5
        dm1[np.diag_indices_from(dm1)] = 0
        return 0.5 * np.sum(dm1)

    def grad(self, v):  # expect: pass
        dx, dy, dz = self._deltas(v)
        with np.errstate(divide="ignore"):
            dm3 = (dx ** 2 + dy ** 2 + dz ** 2) ** -1.5
        dm3[np.diag_indices_from(dm3)] = 0
        gx = -np.sum(dx * dm3, axis=1)
        gy = -np.sum(dy * dm3, axis=1)
        gz = -np.sum(dz * dm3, axis=1)
        return np.hstack((gx, gy, gz))


class ExponentialFit:
    """Least squares of a exp(-b t) + c; the residuals' Jacobian is 3 columns wide."""

    def __init__(self, t, y):
        self.t = np.asarray(t)
        self.y = np.asarray(y)

    def fun(self, p):
        return p[0] * np.exp(-p[1] * self.t) + p[2] - self.y

    def jac(self, p):  # expect: mismatch (column of b lacks a)
        e = np.exp(-p[1] * self.t)
        J = np.empty((self.t.size, p.size))
        J[:, 0] = e
        J[:, 1] = -self.t * e
        J[:, 2] = 1
        return J


class Lasso:
    def __init__(self, A, y, lam=0.0, mu=1e-2):
        self.A, self.y, self.lam, self.mu = A, y, lam, mu

    def f(self, x):
        """Smoothed l1 penalty sqrt(x^2 + mu^2)."""
        r = self.A @ x - self.y
        return 0.5 * r @ r + self.lam * np.sum(np.sqrt(x ** 2 + self.mu ** 2))

    def fprime(self, x):  # expect: mismatch (penalty's slope is x / sqrt, not 1 / sqrt)
        r = self.A @ x - self.y
        return self.A.T @ r + self.lam / np.sqrt(x ** 2 + self.mu ** 2)


class Chain:
    """Hanging chain: energy of n joints between two nails."""

    def __init__(self, n=4, k=1.0, mass=1.0):
        self.k, self.mass = k, mass
        self.span = n + 1.0

    def energy(self, h):
        full = np.concatenate(([0.0], h, [0.0]))
        return self.mass * np.sum(h) + 0.5 * self.k * np.sum(np.diff(full) ** 2)

    def gradient(self, h):  # expect: pass
        full = np.concatenate(([0.0], h, [0.0]))
        return self.mass + self.k * (2 * full[1:-1] - full[:-2] - full[2:])


class Rayleigh:
    """x'Ax / x'x; A need not be symmetric."""

    def __init__(self, A):
        self.A = A

    def fun(self, x):
        return x @ self.A @ x / (x @ x)

    def jac(self, x):  # expect: unverified holds-if (A symmetric)
        s = x @ x
        return 2 * (self.A @ x) / s - 2 * (x @ self.A @ x) * x / s ** 2


class Barrier:
    def __init__(self, c, t=1.0):
        self.c = np.asarray(c)
        self.t = t

    def objective(self, x):
        return self.t * self.c @ x - np.sum(np.log(x)) - np.log(1 - np.sum(x))

    def gradient(self, x):  # expect: mismatch (t missing)
        return self.c - 1 / x + 1 / (1 - np.sum(x))
