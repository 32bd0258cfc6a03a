"""Primitives that return their value together with a function for the reverse sweep."""
import numpy as np


def linear(x, W, b):  # expect: pass
    y = x @ W + b

    def vjp(g):
        return g @ W.T, x.T @ g, g.sum(axis=0)
    return y, vjp


def layer_norm(x, eps=1e-5):  # expect: mismatch (unbiased n - 1 in the slope, biased variance in the value)
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    r = 1.0 / np.sqrt(var + eps)
    xn = (x - mu) * r
    n = x.shape[-1]

    def vjp(g):
        return r * (g - g.mean(-1, keepdims=True) - xn * (g * xn).sum(-1, keepdims=True) / (n - 1))
    return xn, vjp


def logdet(A):  # expect: mismatch (inverse not transposed, seen for A that are not symmetric)
    sign, value = np.linalg.slogdet(A)

    def vjp(g):
        return g * np.linalg.inv(A)
    return value, vjp


def solve(A, b):  # expect: pass
    x = np.linalg.solve(A, b)

    def vjp(g):
        gb = np.linalg.solve(A.T, g)
        return -np.outer(gb, x), gb
    return x, vjp


def gelu(x):  # expect: pass
    c = np.sqrt(2 / np.pi)
    u = c * (x + 0.044715 * x ** 3)
    t = np.tanh(u)
    y = 0.5 * x * (1 + t)

    def pullback(g):
        du = c * (1 + 3 * 0.044715 * x ** 2)
        return g * (0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * du)
    return y, pullback


def softmax_cross_entropy(logits, labels):  # expect: mismatch (partition's penalty not divided by the rows)
    """logits (N, C), labels (N,) of ints; the mean over the rows plus the mean squared log partition"""
    m = logits.max(axis=1, keepdims=True)
    logz = (m + np.log(np.exp(logits - m).sum(axis=1, keepdims=True)))[:, 0]
    n = len(labels)
    value = np.mean(logz - logits[np.arange(n), labels]) + 1e-1 * np.mean(logz ** 2)

    def vjp(g):
        p = np.exp(logits - logz[:, None])
        d = p.copy()
        d[np.arange(n), labels] -= 1
        return g * (d / n + 2e-1 * logz[:, None] * p)
    return value, vjp


def rotate(x, theta):  # expect: mismatch (turned the same way in the reverse sweep)
    """Rotates the columns of x (2, N) by the angle theta."""
    c, s = np.cos(theta), np.sin(theta)
    R = np.array([[c, -s], [s, c]])
    y = R @ x

    def vjp(g):
        dR = np.array([[-s, -c], [c, -s]])
        return R @ g, np.sum(g * (dR @ x))
    return y, vjp


def euler_steps(x0, a, h, n):  # expect: mismatch (the sweep restarts from the last state)
    """x' = a * sin(x), n explicit steps of width h."""
    xs = [x0]
    for _ in range(n):
        xs.append(xs[-1] + h * a * np.sin(xs[-1]))

    def vjp(g):
        ga = np.zeros_like(a)
        for x in reversed(xs[1:]):
            ga += g * h * np.sin(x)
            g = g * (1 + h * a * np.cos(x))
        return g, ga
    return xs[-1], vjp


class Graph:
    """Records what to run backwards, in the order of the forward pass."""

    def __init__(self):
        self.backprop = []

    def run_backward(self):
        for f in reversed(self.backprop):
            f()

    def eltmul(self, m1, m2):  # expect: pass
        out = Mat(m1.w * m2.w)

        def backward():
            m1.dw += m2.w * out.dw
            m2.dw += m1.w * out.dw
        self.backprop.append(backward)
        return out

    def rowpluck(self, m, ix):  # expect: mismatch (gradient always into row zero)
        """Takes row ix as a column vector."""
        out = Mat(m.w[ix, :].reshape(-1, 1))

        def backward():
            m.dw[0, :] += out.dw[:, 0]
        self.backprop.append(backward)
        return out

    def colmul(self, m, v):  # expect: mismatch (v's gradient not summed over the columns)
        """Every column of m (n, d) times the column v (n, 1)."""
        out = Mat(m.w * v.w)

        def backward():
            m.dw += v.w * out.dw
            v.dw += m.w[:, :1] * out.dw[:, :1]
        self.backprop.append(backward)
        return out


class Mat:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros_like(w)
