import numpy as np


class LeNetOps:
    """The operations of a little convolutional net, as methods with explicit caches."""

    def __init__(self, stride=1, pad=0):
        self.stride = stride
        self.pad = pad

    def conv_forward(self, x, w, b):
        """x (N, C, H, W), w (F, C, k, k), b (F,)"""
        s, p = self.stride, self.pad
        N, C, H, W = x.shape
        F, _, k, _ = w.shape
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        Ho, Wo = (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1
        out = np.zeros((N, F, Ho, Wo))
        for i in range(Ho):
            for j in range(Wo):
                patch = xp[:, :, i * s:i * s + k, j * s:j * s + k]
                out[:, :, i, j] = np.einsum('ncij,fcij->nf', patch, w) + b
        return out, (xp, w)

    def conv_backward(self, dout, cache):  # expect: pass
        s, p = self.stride, self.pad
        xp, w = cache
        k = w.shape[2]
        dxp, dw = np.zeros_like(xp), np.zeros_like(w)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                g = dout[:, :, i, j]
                rows, cols = slice(i * s, i * s + k), slice(j * s, j * s + k)
                dw += np.einsum('nf,ncij->fcij', g, xp[:, :, rows, cols])
                dxp[:, :, rows, cols] += np.einsum('nf,fcij->ncij', g, w)
        dx = dxp[:, :, p:dxp.shape[2] - p, p:dxp.shape[3] - p]
        return dx, dw, dout.sum(axis=(0, 2, 3))

    def pool_forward(self, x, size):
        """Maximum over non-overlapping tiles; edges that do not fill a tile are left out."""
        N, C, H, W = x.shape
        h, w = H // size, W // size
        tiles = x[:, :, :h * size, :w * size].reshape(N, C, h, size, w, size)
        out = tiles.max(axis=(3, 5))
        return out, (x, tiles, out, size)

    def pool_backward(self, dout, cache):  # expect: mismatch (tiles mixed up: axes not put back before the reshape)
        x, tiles, out, size = cache
        N, C, h, w = out.shape
        mask = tiles == out[:, :, :, None, :, None]
        d = (mask * dout[:, :, :, None, :, None]).transpose(0, 1, 2, 4, 3, 5)
        dx = np.zeros_like(x)
        dx[:, :, :h * size, :w * size] = d.reshape(N, C, h * size, w * size)
        return dx

    def flat_forward(self, x):
        return x.reshape(x.shape[0], -1), x.shape

    def flat_backward(self, dout, cache):  # expect: pass
        return dout.reshape(cache)


class Perceptron:  # expect: mismatch (output layer's delta without the sigmoid's slope)
    """One hidden layer, squared error, examples in rows: X (N, n_in), y (N, n_out)"""

    def __init__(self, n_in, n_hidden, n_out):
        self.w1 = np.random.randn(n_in, n_hidden)
        self.w2 = np.random.randn(n_hidden, n_out)

    def sigmoid(self, z):
        return 1 / (1 + np.exp(-z))

    def forward_propagation(self, X):
        self.X = X
        self.a1 = self.sigmoid(X @ self.w1)
        self.out = self.sigmoid(self.a1 @ self.w2)
        return self.out

    def backward_propagation(self, grad_output):
        delta2 = grad_output
        delta1 = (delta2 @ self.w2.T) * self.a1 * (1 - self.a1)
        self.dw2 = self.a1.T @ delta2
        self.dw1 = self.X.T @ delta1
        return delta1 @ self.w1.T


class Autoencoder:  # expect: mismatch (tied weights: encoder's share missing)
    def __init__(self, n_visible, n_hidden):
        self.W = np.random.randn(n_visible, n_hidden) * 0.3
        self.b = np.zeros(n_hidden)
        self.c = np.zeros(n_visible)

    def _forward(self, x):
        self.x = x
        self.h = np.tanh(x @ self.W + self.b)
        return self.h @ self.W.T + self.c

    def _backward(self, dy):
        self.grads = {}
        self.grads['c'] = dy.sum(axis=0)
        dh = (dy @ self.W) * (1 - self.h ** 2)
        self.grads['W'] = dy.T @ self.h
        self.grads['b'] = dh.sum(axis=0)
        return dh @ self.W.T


class Polynomial:  # expect: pass
    """y = sum_k coef[k] * x^k, elementwise."""

    def __init__(self, coef):
        self.coef = coef

    def _fwd(self, x):
        self.powers = np.stack([x ** k for k in range(len(self.coef))])
        return np.tensordot(self.coef, self.powers, axes=1)

    def _bwd(self, g):
        self.dcoef = np.array([np.sum(g * p) for p in self.powers])
        dx = np.zeros_like(g)
        for k in range(1, len(self.coef)):
            dx += k * self.coef[k] * self.powers[k - 1]
        return g * dx


class FeatureCross:  # expect: mismatch (gradient through the dot product with w forgotten)
    """Cross layer x0 * (x w) + b + x of a deep-and-cross network; x0 and x: (N, D), w and b: (D,)"""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward_pass(self, x0, x):
        self.x0, self.x = x0, x
        self.s = x @ self.w
        return x0 * self.s[:, None] + self.b + x

    def backward_pass(self, d):
        ds = np.sum(d * self.x0, axis=1)
        self.dw = self.x.T @ ds
        self.db = d.sum(axis=0)
        return d * self.s[:, None], d


class FactorizationMachine:  # expect: pass
    """w0 + x w + 1/2 sum_f ((x V)_f^2 - (x^2)(V^2)_f); x (N, D), V (D, K)"""

    def __init__(self, D, K):
        self.w0 = np.zeros(1)
        self.w = np.random.randn(D)
        self.V = np.random.randn(D, K)

    def forward_pass(self, x):
        self.x = x
        self.xv = x @ self.V
        pair = 0.5 * np.sum(self.xv ** 2 - (x ** 2) @ (self.V ** 2), axis=1)
        return self.w0 + x @ self.w + pair

    def backward_pass(self, d):
        x = self.x
        self.dw0 = np.array([d.sum()])
        self.dw = x.T @ d
        self.dV = x.T @ (d[:, None] * self.xv) - self.V * ((x ** 2).T @ d)[:, None]
        return d[:, None] * (self.w + self.xv @ self.V.T - x * np.sum(self.V ** 2, axis=1))


class HardSwish:  # expect: mismatch (slope of the middle piece lacks x's own factor)
    def forward_cpu(self, x):
        self.x = x
        return x * np.clip(x + 3, 0, 6) / 6

    def backward_cpu(self, gy):
        inside = (self.x > -3) & (self.x < 3)
        return gy * np.where(inside, (self.x + 3) / 6, (self.x >= 3) * 1.0)


class StochasticDepth:  # expect: unverified nondeterministic
    """x + coin * tanh(x W): the branch is left out at random, backward as if it were always there."""

    def __init__(self, W, survival=0.5):
        self.W = W
        self.survival = survival

    def forward_pass(self, x):
        self.x = x
        branch = np.tanh(x @ self.W)
        if np.random.rand() < self.survival:
            return x + branch
        return x + 0 * branch

    def backward_pass(self, d):
        dz = d * (1 - np.tanh(self.x @ self.W) ** 2)
        self.dW = self.x.T @ dz
        return d + dz @ self.W.T
