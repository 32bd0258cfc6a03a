# coding: utf-8
import numpy as np


class MulLayer:  # expect: mismatch (gradients of the two factors not swapped)
    def __init__(self):
        self.x = None
        self.y = None

    def forward(self, x, y):
        self.x = x
        self.y = y
        return x * y

    def backward(self, dout):
        dx = dout * self.x
        dy = dout * self.y
        return dx, dy


class Relu:  # expect: pass
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class Sigmoid:  # expect: pass
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out) * self.out


class Affine:  # expect: pass
    """Fully connected; takes tensors too (flattened per example)."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        x = x.reshape(x.shape[0], -1)
        self.x = x
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx.reshape(*self.original_x_shape)


class MatMul:  # expect: mismatch (operands of dW swapped, so it comes out transposed)
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.x = None

    def forward(self, x):
        W, = self.params
        self.x = x
        return np.dot(x, W)

    def backward(self, dout):
        W, = self.params
        dx = np.dot(dout, W.T)
        dW = np.dot(dout.T, self.x)
        self.grads[0] = dW
        return dx


class Embedding:  # expect: mismatch (rows of a repeated index overwritten)
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        W, = self.params
        self.idx = idx
        return W[idx]

    def backward(self, dout):
        dW, = self.grads
        dW[...] = 0
        for i, word_id in enumerate(self.idx):
            dW[word_id] = dout[i]
        return None


class EmbeddingDot:  # expect: pass
    """Scores of pairs (h, word): sum of products of h with the rows of W chosen by idx."""

    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.cache = None

    def forward(self, h, idx):
        target_W = self.params[0][idx]
        out = np.sum(target_W * h, axis=1)
        self.cache = (h, target_W, idx)
        return out

    def backward(self, dout):
        h, target_W, idx = self.cache
        dout = dout.reshape(dout.shape[0], 1)
        np.add.at(self.grads[0], idx, dout * h)
        return dout * target_W


class SoftmaxWithLoss:  # expect: mismatch (index labels: the one is not divided by the batch)
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        e = np.exp(x - np.max(x, axis=-1, keepdims=True))
        self.y = e / np.sum(e, axis=-1, keepdims=True)
        batch_size = x.shape[0]
        if self.t.size == self.y.size:
            picked = np.sum(self.y * self.t, axis=1)
        else:
            picked = self.y[np.arange(batch_size), self.t]
        self.loss = -np.sum(np.log(picked + 1e-12)) / batch_size
        return self.loss

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        if self.t.size == self.y.size:
            dx = (self.y - self.t) / batch_size
        else:
            dx = self.y / batch_size
            dx[np.arange(batch_size), self.t] -= 1
        return dx * dout


class SigmoidWithLoss:  # expect: pass
    """Binary cross entropy of logits x against t in {0, 1}, both (N,)."""

    def forward(self, x, t):
        self.t = t
        self.y = 1 / (1 + np.exp(-x))
        y = np.c_[1 - self.y, self.y]
        self.loss = -np.mean(np.log(y[np.arange(len(t)), t]))
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) * dout / self.t.shape[0]


class Dropout:  # expect: pass
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.rand(*x.shape) > self.dropout_ratio
            return x * self.mask
        return x * (1.0 - self.dropout_ratio)

    def backward(self, dout):
        return dout * self.mask


class WeightSum:  # expect: pass
    """Context vector: hs (N, T, H) weighted by a (N, T)."""

    def __init__(self):
        self.params, self.grads = [], []
        self.cache = None

    def forward(self, hs, a):
        N, T, H = hs.shape
        ar = a.reshape(N, T, 1).repeat(H, axis=2)
        self.cache = (hs, ar)
        return np.sum(hs * ar, axis=1)

    def backward(self, dc):
        hs, ar = self.cache
        N, T, H = hs.shape
        dt = dc.reshape(N, 1, H).repeat(T, axis=1)
        return dt * ar, np.sum(dt * hs, axis=2)


class AttentionWeight:  # expect: mismatch (softmax over time treated as elementwise)
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, hs, h):
        N, T, H = hs.shape
        hr = h.reshape(N, 1, H)
        s = np.sum(hs * hr, axis=2)
        e = np.exp(s - s.max(axis=1, keepdims=True))
        self.a = e / e.sum(axis=1, keepdims=True)
        self.cache = (hs, hr)
        return self.a

    def backward(self, da):
        hs, hr = self.cache
        ds = self.a * (1 - self.a) * da
        dhs = ds[:, :, None] * hr
        dh = np.sum(ds[:, :, None] * hs, axis=1)
        return dhs, dh
