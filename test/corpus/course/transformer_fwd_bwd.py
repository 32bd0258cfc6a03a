"""Pieces of a transformer in numpy, every piece as a pair of _fwd and _bwd."""
import numpy as np


def softmax_fwd(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    p = e / e.sum(-1, keepdims=True)
    return p, p


def softmax_bwd(dp, p):  # expect: pass
    return p * (dp - (dp * p).sum(-1, keepdims=True))


def gelu_fwd(x):
    u = 0.7978845608028654 * (x + 0.044715 * x ** 3)
    y = 0.5 * x * (1 + np.tanh(u))
    return y, x


def gelu_bwd(dy, x):  # expect: mismatch (the cubic's inner slope without its 3)
    t = np.tanh(0.7978845608028654 * (x + 0.044715 * x ** 3))
    du = 0.7978845608028654 * (1 + 0.044715 * x ** 2)
    return dy * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * du)


def heads_fwd(x, n_head):
    """(B, T, C) -> (B, n_head, T, C / n_head)"""
    B, T, C = x.shape
    return x.reshape(B, T, n_head, C // n_head).transpose(0, 2, 1, 3), n_head


def heads_bwd(dy, n_head):  # expect: mismatch (heads and time not swapped back before merging)
    B, h, T, c = dy.shape
    return dy.reshape(B, T, h * c)


def attention_fwd(x, Wqkv, Wo, n_head):
    """Causal self-attention: x (B, T, C), Wqkv (C, 3C), Wo (C, C)"""
    B, T, C = x.shape
    c = C // n_head
    qkv = x @ Wqkv
    q, k, v = (a.reshape(B, T, n_head, c).transpose(0, 2, 1, 3) for a in np.split(qkv, 3, axis=-1))
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(c)
    s = np.where(np.tril(np.ones((T, T))) == 1, s, -1e9)
    p, _ = softmax_fwd(s)
    y = (p @ v).transpose(0, 2, 1, 3).reshape(B, T, C)
    return y @ Wo, (x, Wqkv, Wo, q, k, v, p, y)


def attention_bwd(dout, cache):  # expect: pass
    x, Wqkv, Wo, q, k, v, p, y = cache
    B, T, C = x.shape
    n_head, c = q.shape[1], q.shape[3]
    dWo = y.reshape(-1, C).T @ dout.reshape(-1, C)
    dy = (dout @ Wo.T).reshape(B, T, n_head, c).transpose(0, 2, 1, 3)
    dv = p.transpose(0, 1, 3, 2) @ dy
    ds = softmax_bwd(dy @ v.transpose(0, 1, 3, 2), p) / np.sqrt(c)
    dq = ds @ k
    dk = ds.transpose(0, 1, 3, 2) @ q
    dqkv = np.concatenate([a.transpose(0, 2, 1, 3).reshape(B, T, C) for a in (dq, dk, dv)], axis=-1)
    dWqkv = x.reshape(-1, C).T @ dqkv.reshape(-1, 3 * C)
    return dqkv @ Wqkv.T, dWqkv, dWo


def mlp_fwd(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, 4C), b1 (4C,), W2 (4C, C), b2 (C,)"""
    a = x @ W1 + b1
    h = np.square(np.maximum(a, 0))
    return h @ W2 + b2, (x, W1, W2, a, h)


def mlp_bwd(dout, cache):  # expect: mismatch (biases summed over the batch at the first time step only)
    x, W1, W2, a, h = cache
    C, F = W1.shape
    dh = dout @ W2.T
    da = dh * 2 * np.maximum(a, 0)
    dW2 = h.reshape(-1, F).T @ dout.reshape(-1, C)
    dW1 = x.reshape(-1, C).T @ da.reshape(-1, F)
    db2 = dout.sum(axis=0)[0]
    db1 = da.sum(axis=0)[0]
    return da @ W1.T, dW1, db1, dW2, db2


def rope_fwd(x, base=10.0):
    """Rotary positions: x (T, D) with D even, pairs (i, i + D/2)"""
    T, D = x.shape
    half = D // 2
    angle = np.arange(T)[:, None] * base ** (-np.arange(half) / half)
    c, s = np.cos(angle), np.sin(angle)
    a, b = x[:, :half], x[:, half:]
    return np.concatenate([a * c - b * s, a * s + b * c], axis=1), (c, s)


def rope_bwd(dy, cache):  # expect: pass
    c, s = cache
    half = c.shape[1]
    da, db = dy[:, :half], dy[:, half:]
    return np.concatenate([da * c + db * s, db * c - da * s], axis=1)


def inplace_norm_fwd(x, g):
    """Centres x in place to save memory, then scales it. x (N, D), g (D,)"""
    cache = x
    x -= x.mean(axis=1, keepdims=True)
    y = x * g
    x += 1.0
    return y, (cache, g)


def inplace_norm_bwd(dy, cache):  # expect: mismatch (cached array was changed after it was stored)
    xc, g = cache
    dg = (dy * xc).sum(axis=0)
    d = dy * g
    return d - d.mean(axis=1, keepdims=True), dg


def swiglu_fwd(x, W, V):
    """(x W) * sigmoid(x W) * (x V)"""
    a, b = x @ W, x @ V
    s = 1 / (1 + np.exp(-a))
    return a * s * b, (x, W, V, a, b, s)


def swiglu_bwd(dy, cache):  # expect: mismatch (gate's path to x uses V for W)
    x, W, V, a, b, s = cache
    da = dy * b * (s + a * s * (1 - s))
    db = dy * a * s
    dx = da @ V.T + db @ V.T
    return dx, x.T @ da, x.T @ db


def topk_router_fwd(x, Wg, k=2):
    """Weights of the k best experts, the others zero: x (N, D), Wg (D, E)"""
    s = x @ Wg
    best = np.argsort(-s, axis=1)[:, :k]
    keep = np.zeros(s.shape)
    np.put_along_axis(keep, best, 1.0, axis=1)
    e = np.exp(s - s.max(axis=1, keepdims=True)) * keep
    w = e / e.sum(axis=1, keepdims=True)
    return w, (x, Wg, w)


def topk_router_bwd(dw, cache):  # expect: pass
    x, Wg, w = cache
    ds = w * (dw - (dw * w).sum(axis=1, keepdims=True))
    return ds @ Wg.T, x.T @ ds


def lora_forward(x, W, A, B, alpha):
    """x W + alpha / r * x A B, W frozen; A (D, r), B (r, M)"""
    r = A.shape[1]
    return x @ W + (alpha / r) * (x @ A) @ B, (x, W, A, B, alpha)


def lora_backward(dout, cache):  # expect: mismatch (alpha / r missing for A)
    x, W, A, B, alpha = cache
    s = alpha / A.shape[1]
    dB = s * (x @ A).T @ dout
    dA = x.T @ (dout @ B.T)
    dx = dout @ W.T + s * (dout @ B.T) @ A.T
    return dx, dA, dB


def sparsemax_forward(z):
    """Projection of each row onto the simplex; z: (N, K)"""
    N, K = z.shape
    u = -np.sort(-z, axis=1)
    total = np.cumsum(u, axis=1)
    ks = np.arange(1, K + 1)
    size = np.sum(1 + ks * u > total, axis=1)
    tau = (total[np.arange(N), size - 1] - 1) / size
    p = np.maximum(z - tau[:, None], 0)
    return p, p


def sparsemax_backward(dp, cache):  # expect: pass
    on = cache > 0
    share = (dp * on).sum(axis=1, keepdims=True) / on.sum(axis=1, keepdims=True)
    return on * (dp - share)
