"""Units with fprop / bprop, inputs in rows."""
import numpy as np


class Linear:  # expect: pass
    def __init__(self, nin, nout, bias=True):
        self.W = np.random.normal(0, 0.1, (nin, nout))
        self.b = np.zeros(nout) if bias else None

    def fprop(self, inputs):
        self.inputs = inputs
        out = inputs @ self.W
        return out if self.b is None else out + self.b

    def bprop(self, error):
        self.dW = self.inputs.T @ error
        if self.b is not None:
            self.db = error.sum(0)
        return error @ self.W.T


class Rectlin:  # expect: mismatch (slope times the input, not times the error)
    """f(x) = max(x, 0) + slope * min(x, 0)"""

    def __init__(self, slope=0.0):
        self.slope = slope

    def fprop(self, x):
        self.x = x
        return np.maximum(x, 0) + self.slope * np.minimum(x, 0)

    def bprop(self, error):
        return np.where(self.x > 0, error, self.slope * self.x)


class Normalizer:  # expect: mismatch (sum not subtracted: quotient's second term missing)
    """Divides each row by its sum of absolute values plus one."""

    def fprop(self, x):
        self.x = x
        self.total = 1 + np.abs(x).sum(axis=1, keepdims=True)
        return x / self.total

    def bprop(self, error):
        return error / self.total


class Branch:  # expect: pass
    """The same input through two units, outputs side by side."""

    def __init__(self, n_in, n_left, n_right):
        self.left = Linear(n_in, n_left)
        self.right = Linear(n_in, n_right, bias=False)
        self.cut = n_left

    def fprop(self, x):
        return np.concatenate([self.left.fprop(x), np.tanh(self.right.fprop(x))], axis=1)

    def bprop(self, error):
        a = error[:, :self.cut]
        t = np.tanh(self.right.inputs @ self.right.W)
        b = error[:, self.cut:] * (1 - t * t)
        return self.left.bprop(a) + self.right.bprop(b)


class Gaussian:  # expect: mismatch (width's gradient counted once instead of per example)
    """Radial units exp(-|x - c|^2 * s) with centres c (K, D) and inverse widths s (K,)"""

    def __init__(self, centres, s):
        self.centres = centres
        self.s = s

    def fprop(self, x):
        self.diff = x[:, None, :] - self.centres[None]
        self.d2 = (self.diff ** 2).sum(-1)
        self.out = np.exp(-self.d2 * self.s)
        return self.out

    def bprop(self, error):
        e = error * self.out
        self.ds = -(e * self.d2)[0]
        pull = 2 * (e * self.s)[:, :, None] * self.diff
        self.dcentres = pull.sum(0)
        return -pull.sum(1)


class Maxout:  # expect: pass
    """Maximum over groups of `k` consecutive features."""

    def __init__(self, k):
        self.k = k

    def fprop(self, x):
        g = x.reshape(len(x), -1, self.k)
        self.where = g.argmax(axis=2)
        return g.max(axis=2)

    def bprop(self, error):
        out = np.zeros(error.shape + (self.k,))
        rows, cols = np.indices(error.shape)
        out[rows, cols, self.where] = error
        return out.reshape(len(error), -1)


class Bias2:  # expect: unsupported skeleton
    """A bias for each pair of row and column class."""

    def __init__(self, table):
        self.table = table

    def fprop(self, x):
        self.x = x
        return x + self.table

    def bprop(self, error):
        # FIXME: sum over the examples that share an entry
        dtable = np.zeros_like(self.table)
        dx = np.zeros_like(self.x)
        self.dtable = dtable
        return dx


class LocalResponse:  # expect: mismatch (only an element's own share of the denominator)
    """x / (k + alpha * windowed sum of squares) ** beta along the channels, x: (N, C)"""

    def __init__(self, size=3, k=2.0, alpha=0.1, beta=0.75):
        self.half, self.k, self.alpha, self.beta = size // 2, k, alpha, beta

    def fprop(self, x):
        self.x = x
        C = x.shape[1]
        self.den = np.full(x.shape, self.k)
        for c in range(C):
            lo, hi = max(0, c - self.half), min(C, c + self.half + 1)
            self.den[:, c] += self.alpha * np.sum(x[:, lo:hi] ** 2, axis=1)
        return x * self.den ** -self.beta

    def bprop(self, error):
        direct = error * self.den ** -self.beta
        own = -2 * self.alpha * self.beta * self.x ** 2 * self.den ** (-self.beta - 1) * error
        return direct + own
