import numpy as np


class MultiHeadAttention:  # expect: pass
    """Self-attention over x (N, T, D) with h heads; all weights in one dict."""

    def __init__(self, dim, heads, seed=1):
        rng = np.random.default_rng(seed)
        self.h = heads
        self.p = {k: rng.normal(0, dim ** -0.5, (dim, dim)) for k in ('q', 'k', 'v', 'o')}
        self.g = {}

    def _split(self, a):
        N, T, D = a.shape
        return a.reshape(N, T, self.h, -1).transpose(0, 2, 1, 3)

    def _merge(self, a):
        N, h, T, d = a.shape
        return a.transpose(0, 2, 1, 3).reshape(N, T, h * d)

    def forward(self, x):
        self.x = x
        self.q, self.k, self.v = (self._split(x @ self.p[n]) for n in 'qkv')
        self.scale = self.q.shape[-1] ** -0.5
        s = np.einsum('nhid,nhjd->nhij', self.q, self.k) * self.scale
        s = np.exp(s - s.max(axis=-1, keepdims=True))
        self.w = s / s.sum(axis=-1, keepdims=True)
        self.ctx = self._merge(self.w @ self.v)
        return self.ctx @ self.p['o']

    def backward(self, dout):
        D = dout.shape[-1]
        flat = lambda a: a.reshape(-1, D)
        self.g['o'] = flat(self.ctx).T @ flat(dout)
        dctx = self._split(dout @ self.p['o'].T)
        dw = dctx @ self.v.swapaxes(2, 3)
        ds = self.w * (dw - np.sum(dw * self.w, axis=-1, keepdims=True)) * self.scale
        dq, dk, dv = ds @ self.k, ds.swapaxes(2, 3) @ self.q, self.w.swapaxes(2, 3) @ dctx
        dx = 0
        for name, d in zip('qkv', (dq, dk, dv)):
            d = self._merge(d)
            self.g[name] = flat(self.x).T @ flat(d)
            dx = dx + d @ self.p[name].T
        return dx


class PositionalEncoding:  # expect: pass
    def __init__(self, dim, max_len=50):
        pos = np.arange(max_len)[:, None]
        freq = np.exp(-np.arange(0, dim, 2) * np.log(10000.0) / dim)
        self.table = np.zeros((max_len, dim))
        self.table[:, 0::2] = np.sin(pos * freq)
        self.table[:, 1::2] = np.cos(pos * freq)
        self.scale = np.sqrt(dim)

    def forward(self, x):
        return x * self.scale + self.table[:x.shape[1]]

    def backward(self, dout):
        return dout * self.scale


class GRU:  # expect: pass
    """xs (N, T, D) -> last hidden state (N, H); separate weights for x and h, biases only on x."""

    def __init__(self, D, H):
        self.W = np.random.randn(D, 3 * H) * 0.5
        self.U = np.random.randn(H, 3 * H) * 0.5
        self.b = np.zeros(3 * H)
        self.H = H

    def forward(self, xs):
        N, T, D = xs.shape
        H = self.H
        h = np.zeros((N, H))
        self.tape = []
        for t in range(T):
            a = xs[:, t] @ self.W + self.b
            z = 1 / (1 + np.exp(-(a[:, :H] + h @ self.U[:, :H])))
            r = 1 / (1 + np.exp(-(a[:, H:2 * H] + h @ self.U[:, H:2 * H])))
            hu = h @ self.U[:, 2 * H:]
            n = np.tanh(a[:, 2 * H:] + r * hu)
            self.tape.append((xs[:, t], h, z, r, hu, n))
            h = (1 - z) * n + z * h
        return h

    def backward(self, dh):
        H = self.H
        self.dW, self.dU, self.db = np.zeros_like(self.W), np.zeros_like(self.U), np.zeros_like(self.b)
        dxs = []
        for x, h, z, r, hu, n in reversed(self.tape):
            dn = dh * (1 - z) * (1 - n ** 2)
            dz = dh * (h - n) * z * (1 - z)
            dr = dn * hu * r * (1 - r)
            da = np.concatenate([dz, dr, dn], axis=1)
            du = np.concatenate([dz, dr, dn * r], axis=1)
            self.dW += x.T @ da
            self.db += da.sum(axis=0)
            self.dU += h.T @ du
            dxs.append(da @ self.W.T)
            dh = dh * z + du @ self.U.T
        return np.stack(dxs[::-1], axis=1)


class TimeDropout:  # expect: pass
    """The same mask at every time step; seeded, so that runs can be repeated."""

    def __init__(self, ratio=0.3, seed=7):
        self.ratio = ratio
        self.seed = seed

    def forward(self, xs):
        rng = np.random.RandomState(self.seed)
        N, T, D = xs.shape
        keep = rng.rand(N, 1, D) >= self.ratio
        self.mask = keep.astype('f8') / (1 - self.ratio)
        return xs * self.mask

    def backward(self, dout):
        return dout * self.mask


class SkipGram:  # expect: pass
    """Negative sampling: centers (N,), contexts (N, 1 + k) of word numbers, the first one is the true one."""

    def __init__(self, V, D):
        self.params = [np.random.randn(V, D), np.random.randn(V, D)]
        self.grads = [np.zeros((V, D)), np.zeros((V, D))]

    def forward(self, centers, contexts):
        W_in, W_out = self.params
        self.centers, self.contexts = centers, contexts
        self.h = W_in[centers]
        self.e = W_out[contexts]
        s = np.einsum('nd,nkd->nk', self.h, self.e)
        sign = -np.ones(s.shape)
        sign[:, 0] = 1
        self.slope = -sign / (1 + np.exp(sign * s))
        return np.sum(np.log1p(np.exp(-sign * s)))

    def backward(self, dout=1):
        for g in self.grads:
            g[...] = 0
        ds = dout * self.slope
        np.add.at(self.grads[0], self.centers, np.einsum('nk,nkd->nd', ds, self.e))
        np.add.at(self.grads[1], self.contexts, ds[:, :, None] * self.h[:, None, :])


class LinearChain:  # expect: mismatch (transitions counted from the unary marginals)
    """Log partition of a chain; unary scores (T, K), transitions W (K, K), forward-backward inside."""

    def __init__(self, W):
        self.W = W

    def forward(self, unary):
        T, K = unary.shape
        self.u = unary
        self.alpha = np.zeros((T, K))
        self.alpha[0] = unary[0]
        for t in range(1, T):
            m = self.alpha[t - 1][:, None] + self.W
            self.alpha[t] = unary[t] + np.log(np.exp(m).sum(axis=0))
        self.logZ = np.log(np.exp(self.alpha[-1]).sum())
        return self.logZ

    def backward(self, dout=1):
        T, K = self.u.shape
        beta = np.zeros((T, K))
        for t in range(T - 2, -1, -1):
            beta[t] = np.log(np.exp(self.W + self.u[t + 1] + beta[t + 1]).sum(axis=1))
        p = np.exp(self.alpha + beta - self.logZ)
        self.dW = dout * sum(np.outer(p[t], p[t + 1]) for t in range(T - 1))
        return dout * p


class Seq2SeqPeek:  # expect: mismatch (context's gradient of the last step only)
    """Decoder that sees the encoder's context c (N, C) at every step: ys (N, T, D) -> (N, T, H)"""

    def __init__(self, Wy, Wc):
        self.Wy, self.Wc = Wy, Wc

    def forward(self, ys, c):
        self.ys, self.c = ys, c
        T = ys.shape[1]
        self.hs = np.tanh(ys @ self.Wy + (c @ self.Wc)[:, None, :].repeat(T, axis=1))
        return self.hs

    def backward(self, dhs):
        N, T, H = dhs.shape
        dz = dhs * (1 - self.hs ** 2)
        self.dWy = np.einsum('ntd,nth->dh', self.ys, dz)
        for t in range(T):
            dc = dz[:, t]
        self.dWc = self.c.T @ dc
        return dz @ self.Wy.T, dc @ self.Wc.T
