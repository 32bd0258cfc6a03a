"""Whole recurrent nets, and relatives of them."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


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
