"""Nets and cells written from scratch, with lists of sizes, gates side by side and states."""
import math

import numpy as np


class DeepNet:
    """Tanh layers of any sizes with a linear end; parameters W1, b1, W2, ..."""

    def __init__(self, layer_sizes, l2=0.0):
        self.depth = len(layer_sizes) - 1
        self.l2 = l2
        self.params = {}
        rng = np.random.RandomState(0)
        for k in range(self.depth):
            self.params['W%d' % (k + 1)] = rng.randn(layer_sizes[k], layer_sizes[k + 1])
            self.params['b%d' % (k + 1)] = np.zeros(layer_sizes[k + 1])

    def loss(self, X, y):  # expect: pass
        acts = [X]
        for k in range(1, self.depth + 1):
            z = acts[-1] @ self.params['W%d' % k] + self.params['b%d' % k]
            acts.append(z if k == self.depth else np.tanh(z))
        diff = acts[-1] - y
        loss = np.mean(np.sum(diff ** 2, axis=1))
        delta = 2 * diff / len(X)
        grads = {}
        for k in range(self.depth, 0, -1):
            W = self.params['W%d' % k]
            loss += 0.5 * self.l2 * np.sum(W * W)
            grads['W%d' % k] = acts[k - 1].T @ delta + self.l2 * W
            grads['b%d' % k] = delta.sum(axis=0)
            if k > 1:
                delta = delta @ W.T * (1 - acts[k - 1] ** 2)
        return loss, grads


class Coupling:  # expect: pass
    """The first half of the features shifts the second: y2 = x2 + tanh(x1 A)."""

    def __init__(self, A):
        self.A = A

    def forward(self, x):
        h = x.shape[1] // 2
        self.x1 = x[:, :h]
        self.t = np.tanh(self.x1 @ self.A)
        return np.hstack([self.x1, x[:, h:] + self.t])

    def backward(self, dy):
        h = dy.shape[1] // 2
        s = dy[:, h:] * (1 - self.t ** 2)
        self.dA = self.x1.T @ s
        return np.hstack([dy[:, :h] + s @ self.A.T, dy[:, h:]])


class Leaky:  # expect: mismatch (input's weight missing in the carried part)
    """Leaky integrator along time: xs (N, T, D) -> hs (N, T, H), the state starts at zero."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.h = None

    def forward(self, xs):
        N, T, D = xs.shape
        H = self.Wh.shape[0]
        self.xs = xs
        self.h = np.zeros((N, H))
        self.hs = [self.h]
        for t in range(T):
            self.h = np.tanh(xs[:, t] @ self.Wx + self.h @ self.Wh + self.b)
            self.hs.append(self.h)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        N, T, H = dhs.shape
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        dxs = np.zeros_like(self.xs)
        carry = np.zeros((N, H))
        for t in range(T - 1, -1, -1):
            d = (dhs[:, t] + carry) * (1 - self.hs[t + 1] ** 2)
            self.dWx += self.xs[:, t].T @ d
            self.dWh += self.hs[t].T @ d
            self.db += d.sum(axis=0)
            dxs[:, t] = d @ self.Wx.T
            carry = d
        return dxs


def lstm_cell_forward(x, h, c, Wx, Wh, b):
    """All four gates in one product: input, forget, output, candidate."""
    H = h.shape[1]
    a = x @ Wx + h @ Wh + b
    i = 1 / (1 + np.exp(-a[:, :H]))
    f = 1 / (1 + np.exp(-a[:, H:2 * H]))
    o = 1 / (1 + np.exp(-a[:, 2 * H:3 * H]))
    g = np.tanh(a[:, 3 * H:])
    c_next = f * c + i * g
    t = np.tanh(c_next)
    return o * t, (x, h, c, Wx, Wh, i, f, o, g, t)


def lstm_cell_backward(dout, cache):  # expect: mismatch (output gate's slope missing)
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dc = dout * o * (1 - t ** 2)
    da = np.hstack([dc * g * i * (1 - i), dc * c * f * (1 - f), dout * t, dc * i * (1 - g ** 2)])
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, h.T @ da, da.sum(axis=0)


def dot(v, w):
    return sum(a * b for a, b in zip(v, w))


def logistic(z):
    return 1 / (1 + math.exp(-z))


def point_loss(x, y, beta):
    """Log loss of one example, lists only."""
    p = logistic(dot(x, beta))
    return -math.log(p) if y == 1 else -math.log(1 - p)


def point_loss_gradient(x, y, beta):  # expect: pass
    return [(logistic(dot(x, beta)) - y) * x_j for x_j in x]


def spread(v, centre, scale):
    return sum(((a - c) / scale) ** 2 for a, c in zip(v, centre))


def spread_gradient(v, centre, scale):  # expect: mismatch (only one power of the scale)
    return [2 * (a - c) / scale for a, c in zip(v, centre)]


def rnn_symbols_loss(inputs, targets, h0, Wxh, Whh, Why, bh, by):  # expect: mismatch (step's own state used where the one before belongs)
    """inputs, targets: lists of symbols of the same length; h0 (H,), Wxh (H, V), Why (V, H)"""
    hs, ps = {-1: np.copy(h0)}, {}
    loss = 0.0
    for t in range(len(inputs)):
        hs[t] = np.tanh(Wxh[:, inputs[t]] + Whh @ hs[t - 1] + bh)
        scores = Why @ hs[t] + by
        ps[t] = np.exp(scores) / np.sum(np.exp(scores))
        loss -= np.log(ps[t][targets[t]])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby, carry = np.zeros_like(bh), np.zeros_like(by), np.zeros_like(h0)
    for t in range(len(inputs) - 1, -1, -1):
        ds = ps[t].copy()
        ds[targets[t]] -= 1
        dWhy += np.outer(ds, hs[t])
        dby += ds
        d = (Why.T @ ds + carry) * (1 - hs[t] ** 2)
        dbh += d
        dWxh[:, inputs[t]] += d
        dWhh += np.outer(d, hs[t])
        carry = Whh.T @ d
    return loss, dWxh, dWhh, dWhy, dbh, dby


def sum_affine_forward(xs, ws):
    """Adds x w over pairs from two lists of matrices."""
    out = 0
    for x, w in zip(xs, ws):
        out = out + x @ w
    return out, (xs, ws)


def sum_affine_backward(dout, cache):  # expect: mismatch (gradient of the weights twice too large)
    xs, ws = cache
    return [dout @ w.T for w in ws], [2 * x.T @ dout for x in xs]
