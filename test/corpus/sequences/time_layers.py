import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class RNN:  # expect: pass
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev):
        Wx, Wh, b = self.params
        h_next = np.tanh(np.dot(h_prev, Wh) + np.dot(x, Wx) + b)
        self.cache = (x, h_prev, h_next)
        return h_next

    def backward(self, dh_next):
        Wx, Wh, b = self.params
        x, h_prev, h_next = self.cache
        dt = dh_next * (1 - h_next ** 2)
        self.grads[0][...] = np.dot(x.T, dt)
        self.grads[1][...] = np.dot(h_prev.T, dt)
        self.grads[2][...] = np.sum(dt, axis=0)
        return np.dot(dt, Wx.T), np.dot(dt, Wh.T)


class TimeRNN:  # expect: mismatch (weight gradients of one step only: assigned instead of added)
    """xs: (N, T, D) -> hs: (N, T, H)"""

    def __init__(self, Wx, Wh, b, stateful=False):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.layers = None
        self.h, self.dh = None, None
        self.stateful = stateful

    def set_state(self, h):
        self.h = h

    def reset_state(self):
        self.h = None

    def forward(self, xs):
        Wx, Wh, b = self.params
        N, T, D = xs.shape
        D, H = Wx.shape
        self.layers = []
        hs = np.empty((N, T, H), dtype='d')
        if not self.stateful or self.h is None:
            self.h = np.zeros((N, H), dtype='d')
        for t in range(T):
            layer = RNN(*self.params)
            self.h = layer.forward(xs[:, t, :], self.h)
            hs[:, t, :] = self.h
            self.layers.append(layer)
        return hs

    def backward(self, dhs):
        Wx, Wh, b = self.params
        N, T, H = dhs.shape
        D, H = Wx.shape
        dxs = np.empty((N, T, D), dtype='d')
        dh = 0
        grads = [0, 0, 0]
        for t in reversed(range(T)):
            layer = self.layers[t]
            dx, dh = layer.backward(dhs[:, t, :] + dh)
            dxs[:, t, :] = dx
            for i, grad in enumerate(layer.grads):
                grads[i] = grad
        for i, grad in enumerate(grads):
            self.grads[i][...] = grad
        self.dh = dh
        return dxs


class LSTM:  # expect: mismatch (forget gate multiplied with the new cell instead of the old)
    """One step. Wx: (D, 4H), Wh: (H, 4H), b: (4H,), in the order f, g, i, o"""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        N, H = h_prev.shape
        A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b
        f = sigmoid(A[:, :H])
        g = np.tanh(A[:, H:2 * H])
        i = sigmoid(A[:, 2 * H:3 * H])
        o = sigmoid(A[:, 3 * H:])
        c_next = f * c_prev + g * i
        h_next = o * np.tanh(c_next)
        self.cache = (x, h_prev, c_prev, i, f, g, o, c_next)
        return h_next, c_next

    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, i, f, g, o, c_next = self.cache
        tanh_c = np.tanh(c_next)
        ds = dc_next + dh_next * o * (1 - tanh_c ** 2)
        dc_prev = ds * f
        di = ds * g * i * (1 - i)
        df = ds * c_next * f * (1 - f)
        do = dh_next * tanh_c * o * (1 - o)
        dg = ds * i * (1 - g ** 2)
        dA = np.hstack((df, dg, di, do))
        self.grads[0][...] = np.dot(x.T, dA)
        self.grads[1][...] = np.dot(h_prev.T, dA)
        self.grads[2][...] = dA.sum(axis=0)
        return np.dot(dA, Wx.T), np.dot(dA, Wh.T), dc_prev


class TimeAffine:  # expect: mismatch (bias gets one number, the mean over its entries)
    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        self.x = None

    def forward(self, x):
        N, T, D = x.shape
        W, b = self.params
        rx = x.reshape(N * T, -1)
        self.x = x
        return (np.dot(rx, W) + b).reshape(N, T, -1)

    def backward(self, dout):
        x = self.x
        N, T, D = x.shape
        W, b = self.params
        db = np.sum(dout) / b.size
        dout = dout.reshape(N * T, -1)
        rx = x.reshape(N * T, -1)
        self.grads[0][...] = np.dot(rx.T, dout)
        self.grads[1][...] = db
        return np.dot(dout, W.T).reshape(*x.shape)


class TimeSoftmaxWithLoss:  # expect: mismatch (ignored labels masked in the loss, not in the gradient)
    """xs: scores (N, T, V); ts: labels (N, T), -1 means nothing to predict"""

    def __init__(self):
        self.params, self.grads = [], []
        self.cache = None
        self.ignore_label = -1

    def forward(self, xs, ts):
        N, T, V = xs.shape
        mask = (ts != self.ignore_label)
        xs = xs.reshape(N * T, V)
        ts = ts.reshape(N * T)
        mask = mask.reshape(N * T)
        e = np.exp(xs - xs.max(axis=1, keepdims=True))
        ys = e / e.sum(axis=1, keepdims=True)
        ls = np.log(ys[np.arange(N * T), ts])
        ls *= mask
        loss = -np.sum(ls) / mask.sum()
        self.cache = (ts, ys, mask, (N, T, V))
        return loss

    def backward(self, dout=1):
        ts, ys, mask, (N, T, V) = self.cache
        dx = ys
        dx[np.arange(N * T), ts] -= 1
        dx *= dout
        dx /= mask.sum()
        return dx.reshape((N, T, V))


class TimeEmbedding:  # expect: pass
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.xs = None
        self.W = W

    def forward(self, xs):
        N, T = xs.shape
        V, D = self.params[0].shape
        out = np.empty((N, T, D))
        for t in range(T):
            out[:, t, :] = self.params[0][xs[:, t]]
        self.xs = xs
        return out

    def backward(self, dout):
        grad = np.zeros(self.params[0].shape)
        for t in range(self.xs.shape[1]):
            np.add.at(grad, self.xs[:, t], dout[:, t, :])
        self.grads[0][...] = grad
        return None


class ClippedGRU:  # expect: unverified deliberate (each step's state gradient is clipped)
    """Minimal gated unit; xs: (T, N, D). `clip` keeps the backward recursion from exploding."""

    def __init__(self, D, H, clip=0.05):
        self.Wz = np.random.randn(D + H, H)
        self.Wc = np.random.randn(D + H, H)
        self.clip = clip
        self.H = H

    def forward(self, xs):
        T, N, D = xs.shape
        h = np.zeros((N, self.H))
        self.steps, out = [], []
        for x in xs:
            xh = np.concatenate([x, h], axis=1)
            z = sigmoid(xh @ self.Wz)
            c = np.tanh(xh @ self.Wc)
            self.steps.append((h, xh, z, c))
            h = (1 - z) * h + z * c
            out.append(h)
        return np.array(out)

    def backward(self, dout):
        D = self.steps[0][1].shape[1] - self.H
        self.dWz, self.dWc = np.zeros_like(self.Wz), np.zeros_like(self.Wc)
        dxs = np.zeros(dout.shape[:2] + (D,))
        dh = np.zeros(dout.shape[1:])
        for t in range(len(dout) - 1, -1, -1):
            h, xh, z, c = self.steps[t]
            d = dout[t] + np.clip(dh, -self.clip, self.clip)
            dz = d * (c - h) * z * (1 - z)
            dc = d * z * (1 - c ** 2)
            self.dWz += xh.T @ dz
            self.dWc += xh.T @ dc
            dxh = dz @ self.Wz.T + dc @ self.Wc.T
            dxs[t] = dxh[:, :D]
            dh = d * (1 - z) + dxh[:, D:]
        return dxs


class CharRNN:  # expect: mismatch (carried gradient of the hidden state is reset at every step)
    """
    Reads a list of character ids, predicts the next one; loss summed over the sequence.

    inputs, targets: lists of integers
    """

    def __init__(self, vocab_size, hidden_size):
        self.Wxh = np.random.randn(hidden_size, vocab_size) * 0.5
        self.Whh = np.random.randn(hidden_size, hidden_size) * 0.5
        self.Why = np.random.randn(vocab_size, hidden_size) * 0.5
        self.bh = np.zeros((hidden_size, 1))
        self.by = np.zeros((vocab_size, 1))

    def forward(self, inputs, targets):
        self.xs, self.hs, self.ps = {}, {-1: np.zeros_like(self.bh)}, {}
        self.targets = targets
        loss = 0
        for t in range(len(inputs)):
            self.xs[t] = np.zeros((self.by.shape[0], 1))
            self.xs[t][inputs[t]] = 1
            self.hs[t] = np.tanh(self.Wxh @ self.xs[t] + self.Whh @ self.hs[t - 1] + self.bh)
            y = self.Why @ self.hs[t] + self.by
            self.ps[t] = np.exp(y) / np.sum(np.exp(y))
            loss += -np.log(self.ps[t][targets[t], 0])
        return loss

    def backward(self):
        self.grads = {k: np.zeros_like(getattr(self, k)) for k in ('Wxh', 'Whh', 'Why', 'bh', 'by')}
        for t in reversed(range(len(self.targets))):
            dhnext = np.zeros_like(self.bh)
            dy = np.copy(self.ps[t])
            dy[self.targets[t]] -= 1
            self.grads['Why'] += dy @ self.hs[t].T
            self.grads['by'] += dy
            dh = self.Why.T @ dy + dhnext
            dhraw = (1 - self.hs[t] ** 2) * dh
            self.grads['bh'] += dhraw
            self.grads['Wxh'] += dhraw @ self.xs[t].T
            self.grads['Whh'] += dhraw @ self.hs[t - 1].T
            dhnext = self.Whh.T @ dhraw


class CausalConv1D:  # expect: pass
    """Dilated causal convolution, x (N, T, D); W (K, D, M)"""

    def __init__(self, W, dilation=1):
        self.W = W
        self.dilation = dilation

    def forward(self, x):
        K, D, M = self.W.shape
        N, T, _ = x.shape
        reach = (K - 1) * self.dilation
        self.xp = np.concatenate([np.zeros((N, reach, D)), x], axis=1)
        out = 0
        for k in range(K):
            out = out + self.xp[:, k * self.dilation:k * self.dilation + T] @ self.W[k]
        return out

    def backward(self, dout):
        K, D, M = self.W.shape
        N, T, _ = dout.shape
        dxp = np.zeros_like(self.xp)
        self.dW = np.zeros_like(self.W)
        for k in range(K):
            s = slice(k * self.dilation, k * self.dilation + T)
            dxp[:, s] += dout @ self.W[k].T
            self.dW[k] = np.einsum('ntd,ntm->dm', self.xp[:, s], dout)
        return dxp[:, (K - 1) * self.dilation:]


class Reversible:  # expect: mismatch (slope taken at the restored first half, not at the second)
    """Additive coupling of the two halves of the features: y1 = x1 + tanh(x2 A), y2 = x2 + tanh(y1 B)"""

    def __init__(self, A, B):
        self.A = A
        self.B = B

    def forward(self, x):
        h = x.shape[1] // 2
        self.x2 = x[:, h:]
        self.y1 = x[:, :h] + np.tanh(self.x2 @ self.A)
        y2 = self.x2 + np.tanh(self.y1 @ self.B)
        return np.hstack([self.y1, y2])

    def backward(self, dy):
        h = dy.shape[1] // 2
        d1, d2 = dy[:, :h], dy[:, h:]
        s = d2 * (1 - np.tanh(self.y1 @ self.B) ** 2)
        self.dB = self.y1.T @ s
        d1 = d1 + s @ self.B.T
        self.y1 = self.y1 - np.tanh(self.x2 @ self.A)
        q = d1 * (1 - np.tanh(self.y1 @ self.A) ** 2)
        self.dA = self.x2.T @ q
        return np.hstack([d1, d2 + q @ self.A.T])
