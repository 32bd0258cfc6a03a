"""Differentiable estimators; the verbs differ from file to file in this project, here all are collected."""
import numpy as np


class LogisticUnit:  # expect: pass
    def __init__(self, n_features):
        self.weights = np.random.uniform(-1, 1, n_features)
        self.bias = np.zeros(1)

    def feed_forward(self, X):
        return X @ self.weights + self.bias

    def forward_pass(self, X):
        self.X = X
        self.p = 1 / (1 + np.exp(-self.feed_forward(X)))
        return self.p

    def backward_pass(self, grad):
        dz = grad * self.p * (1 - self.p)
        self.grad_weights = dz @ self.X
        self.grad_bias = np.array([dz.sum()])
        return np.outer(dz, self.weights)


class Standardizer:  # expect: mismatch (statistics treated as constants)
    """Columns of X to mean zero and variance one, then scaled by `gain` (D,)"""

    def __init__(self, gain):
        self.gain = gain

    def _forward(self, X):
        self.m, self.s = X.mean(axis=0), X.std(axis=0)
        self.Z = (X - self.m) / self.s
        return self.Z * self.gain

    def _backward(self, G):
        self.grad_gain = (G * self.Z).sum(axis=0)
        return G * self.gain / self.s


class Spline:  # expect: pass
    """Truncated power basis: sum_j w_j max(x - knot_j, 0)^3, x (N,)"""

    def __init__(self, knots, w):
        self.knots = knots
        self.w = w

    def fprop(self, x):
        self.h = np.maximum(np.subtract.outer(x, self.knots), 0)
        return np.power(self.h, 3) @ self.w

    def bprop(self, err):
        self.w_grad = (self.h ** 3).T @ err
        self.knots_grad = -3 * self.w * (err @ self.h ** 2)
        return err * (3 * self.h ** 2 @ self.w)


class LowRank:  # expect: pass
    """x + x U V^T, with U and V as lists of columns."""

    def __init__(self, us, vs):
        self.us, self.vs = us, vs

    def _fwd(self, x):
        self.x = x
        out = np.copy(x)
        for u, v in zip(self.us, self.vs):
            out += np.outer(x @ u, v)
        return out

    def _bwd(self, g):
        self.dus, self.dvs = [], []
        dx = np.copy(g)
        for u, v in zip(self.us, self.vs):
            gv = g @ v
            self.dus.append(self.x.T @ gv)
            self.dvs.append(g.T @ (self.x @ u))
            dx += np.outer(gv, u)
        return dx


class DecisionStump:  # expect: pass
    """Soft decision: left + (right - left) * sigmoid(k (x - t)); k stays fixed"""

    def __init__(self, t, left, right, k=3.0):
        self.t, self.left, self.right, self.k = t, left, right, k

    def forward_propagate(self, x):
        return x

    def forward_pass(self, x):
        self.s = 1 / (1 + np.exp(-self.k * (x - self.t)))
        return self.left + (self.right - self.left) * self.s

    def backward_pass(self, g):
        ds = g * (self.right - self.left) * self.k * self.s * (1 - self.s)
        self.dt = -ds.sum()
        self.dleft = np.sum(g * (1 - self.s))
        self.dright = np.sum(g * self.s)
        return ds


class Codebook:  # expect: mismatch (spread over all codes evenly)
    """Soft lookup in codes (K, D) by logits (N, K)"""

    def __init__(self, codes):
        self.codes = codes

    def fprop(self, logits):
        e = np.exp(logits - logits.max(1, keepdims=True))
        self.p = e / e.sum(1, keepdims=True)
        return self.p @ self.codes

    def bprop(self, err):
        self.dcodes = np.ones_like(self.p).T @ err / self.p.shape[1]
        dp = err @ self.codes.T
        return self.p * (dp - (dp * self.p).sum(1, keepdims=True))


class RecurrentFilter:  # expect: pass
    """y_t = a y_{t-1} + b x_t along the last axis, a and b numbers in arrays of one entry"""

    def __init__(self, a, b):
        self.a, self.b = a, b

    def _forward(self, x):
        self.x = x
        self.y = np.zeros_like(x)
        prev = np.zeros(x.shape[:-1])
        for t in range(x.shape[-1]):
            prev = self.a * prev + self.b * x[..., t]
            self.y[..., t] = prev
        return self.y

    def _backward(self, dy):
        dx = np.zeros_like(self.x)
        self.da, self.db = np.zeros(1), np.zeros(1)
        carry = np.zeros(dy.shape[:-1])
        for t in range(dy.shape[-1] - 1, -1, -1):
            carry = dy[..., t] + self.a * carry
            dx[..., t] = self.b * carry
            self.db += np.sum(carry * self.x[..., t])
            if t:
                self.da += np.sum(carry * self.y[..., t - 1])
        return dx


class SmoothFilter:  # expect: mismatch (state before the step taken after it)
    """y_t = (1 - k) y_{t-1} + k x_t with y_0 = x_0; x (T,), k one entry"""

    def __init__(self, k):
        self.k = k

    def _forward(self, x):
        self.x = x
        self.y = [x[0]]
        for t in range(1, len(x)):
            self.y.append((1 - self.k[0]) * self.y[-1] + self.k[0] * x[t])
        return np.array(self.y)

    def _backward(self, dy):
        dx = np.zeros(len(self.x))
        self.dk = np.zeros(1)
        g = 0.0
        for t in range(len(self.x) - 1, 0, -1):
            g = g + dy[t]
            self.dk[0] += g * (self.x[t] - self.y[t])
            dx[t] = g * self.k[0]
            g = g * (1 - self.k[0])
        dx[0] = g + dy[0]
        return dx


class BoxOps:
    """Geometry on boxes (N, 4) given as x, y, width, height."""

    def area_forward(self, boxes):
        self.boxes = boxes
        return boxes[:, 2] * boxes[:, 3]

    def area_backward(self, dout):  # expect: mismatch (width and height swapped)
        d = np.zeros(self.boxes.shape)
        d[:, 2] = dout * self.boxes[:, 2]
        d[:, 3] = dout * self.boxes[:, 3]
        return d

    def center_forward(self, boxes):
        return boxes[:, :2] + boxes[:, 2:] / 2

    def center_backward(self, dout):  # expect: pass
        return np.concatenate([dout, dout / 2], axis=1)

    def corners_forward(self, boxes):
        x, y, w, h = boxes.T
        return np.stack([x, y, x + w, y + h], axis=1)

    def corners_backward(self, dout):  # expect: pass
        d = dout.copy()
        d[:, :2] += dout[:, 2:]
        return d
