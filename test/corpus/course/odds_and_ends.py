import numpy as np


def cdist_forward(a, b):
    """Squared distances between rows: a (N, D), b (M, D) -> (N, M)"""
    d = np.sum(a ** 2, axis=1)[:, None] - 2 * a.dot(b.T) + np.sum(b ** 2, axis=1)
    return d, (a, b)


def cdist_backward(dd, cache):  # expect: pass
    a, b = cache
    da = 2 * (dd.sum(axis=1)[:, None] * a - dd.dot(b))
    db = 2 * (dd.sum(axis=0)[:, None] * b - dd.T.dot(a))
    return da, db


def conv_forward_strides(x, w, b, conv_param):
    """Same as a plain convolution, through a strided view. x (N, C, H, W), w (F, C, HH, WW), b (F,)"""
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    Ho = (H + 2 * pad - HH) // stride + 1
    Wo = (W + 2 * pad - WW) // stride + 1
    n, c, h, k = xp.strides
    cols = np.lib.stride_tricks.as_strided(
        xp, shape=(N, C, Ho, Wo, HH, WW), strides=(n, c, h * stride, k * stride, h, k))
    cols = np.ascontiguousarray(cols)
    out = np.einsum('nchwij,fcij->nfhw', cols, w) + b.reshape(1, -1, 1, 1)
    return out, (x, w, b, conv_param, cols)


def conv_backward_strides(dout, cache):  # expect: pass
    x, w, b, conv_param, cols = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    HH, WW = w.shape[2:]
    Ho, Wo = dout.shape[2:]
    dcols = np.tensordot(dout, w, axes=([1], [0]))  # (N, Ho, Wo, C, HH, WW)
    dxp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    for i in range(HH):
        for j in range(WW):
            dxp[:, :, i:i + stride * Ho:stride, j:j + stride * Wo:stride] += dcols[..., i, j].transpose(0, 3, 1, 2)
    dw = np.einsum('nfhw,nchwij->fcij', dout, cols)
    dx = dxp[:, :, pad:-pad, pad:-pad] if pad > 0 else dxp
    return dx, dw, np.sum(dout, axis=(0, 2, 3))


def interp_forward(x, table):
    """Piecewise linear lookup: table (K,) holds values at 0, 1, ..., K-1; x (N,) inside of it"""
    k = np.clip(np.floor(x).astype(int), 0, len(table) - 2)
    f = x - k
    return table[k] * (1 - f) + table[k + 1] * f, (k, f, table)


def interp_backward(dout, cache):  # expect: pass
    k, f, table = cache
    dx = dout * (table[k + 1] - table[k])
    dtable = np.bincount(k, weights=dout * (1 - f), minlength=len(table))
    dtable += np.bincount(k + 1, weights=dout * f, minlength=len(table))
    return dx, dtable


def affine_bn_relu_forward(x, w, b, gamma, beta, eps=1e-5):
    """affine - batchnorm - relu in one go; x (N, D), w (D, M), everything else (M,)"""
    a = x.dot(w) + b
    mu, var = a.mean(0), a.var(0)
    ah = (a - mu) / np.sqrt(var + eps)
    y = gamma * ah + beta
    out = y * (y > 0)
    cache = dict(x=x, w=w, ah=ah, var=var, gamma=gamma, on=y > 0, eps=eps)
    return out, cache


def affine_bn_relu_backward(dout, cache):  # expect: pass
    dy = dout * cache['on']
    ah = cache['ah']
    dgamma, dbeta = (dy * ah).sum(0), dy.sum(0)
    dah = dy * cache['gamma']
    da = (dah - dah.mean(0) - ah * (dah * ah).mean(0)) / np.sqrt(cache['var'] + cache['eps'])
    # the bias does not survive the batchnorm, its gradient is zero up to rounding
    return da.dot(cache['w'].T), cache['x'].T.dot(da), da.sum(0), dgamma, dbeta


def gumbel_softmax_forward(logits, noise, tau=1.0):
    """noise: uniform in (0, 1), drawn by the caller; logits (N, K)"""
    g = -np.log(-np.log(noise))
    z = (logits + g) / tau
    e = np.exp(z - z.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    return y, (y, tau)


def gumbel_softmax_backward(dy, cache):  # expect: pass
    y, tau = cache
    return (dy * y - y * (dy * y).sum(axis=1, keepdims=True)) / tau


def highway_step_forward(h, W, b, n_steps):
    """The same tanh layer applied n_steps times to h (N, H)."""
    cache = []
    for _ in range(n_steps):
        new = np.tanh(h.dot(W) + b)
        cache.append((h, W, new))
        h = new
    return h, cache


def highway_step_backward(dh, cache):  # expect: pass
    W = cache[0][1]
    dW, db = np.zeros_like(W), np.zeros(W.shape[1])
    while cache:
        h, W, new = cache.pop()
        dz = dh * (1 - new * new)
        dW += h.T.dot(dz)
        db += dz.sum(axis=0)
        dh = dz.dot(W.T)
    return dh, dW, db


def quadratic_form_forward(x, A):
    """x_n^T A x_n for every row; A (D, D), not necessarily symmetric"""
    return np.einsum('ni,ij,nj->n', x, A, x), (x, A)


def quadratic_form_backward(dout, cache):  # expect: mismatch (2 A x in place of (A + A^T) x)
    x, A = cache
    dx = 2 * dout[:, None] * x.dot(A)
    dA = (dout[:, None] * x).T.dot(x)
    return dx, dA


def sort_pool_forward(x, k):
    """The k largest values of each row, in descending order."""
    order = np.argsort(-x, axis=1)[:, :k]
    return np.take_along_axis(x, order, axis=1), (x.shape, order)


def sort_pool_backward(dout, cache):  # expect: pass
    shape, order = cache
    dx = np.zeros(shape)
    np.put_along_axis(dx, order, dout, axis=1)
    return dx


def soft_assign_forward(x, centers, beta):
    """Weights of the centers (K, D) for every row of x (N, D); beta a positive number"""
    diff = x[:, np.newaxis, :] - centers[np.newaxis, :, :]
    s = -beta * np.sum(diff ** 2, axis=2)
    s = s - s.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    return p, (diff, p, beta)


def soft_assign_backward(dp, cache):  # expect: pass
    diff, p, beta = cache
    ds = p * (dp - (p * dp).sum(axis=1, keepdims=True))
    t = -2 * beta * ds[:, :, None] * diff
    dx = t.sum(axis=1)
    dcenters = -t.sum(axis=0)
    dbeta = -np.sum(ds * (diff ** 2).sum(axis=2))
    return dx, dcenters, dbeta


def standardize_forward(x):
    """Zero mean and unit (unbiased) variance over all entries."""
    m = x.size
    c = x - x.sum() / m
    s = np.sqrt(np.sum(c * c) / (m - 1))
    return c / s, (c, s)


def standardize_backward(dout, cache):  # expect: pass
    c, s = cache
    m = c.size
    d = dout / s - c * np.sum(dout * c) / ((m - 1) * s ** 3)
    return d - d.sum() / m


def multi_affine_forward(xs, ws):
    """Sum of x_i w_i over a list of inputs and a list of weights."""
    out = 0
    for x, w in zip(xs, ws):
        out = out + x.dot(w)
    return out, (xs, ws)


def multi_affine_backward(dout, cache):  # expect: pass
    xs, ws = cache
    return [dout.dot(w.T) for w in ws], [x.T.dot(dout) for x in xs]


def bag_of_words_forward(x, W):
    """Mean embedding of each sentence; x: (N, T) of ints, 0 is padding and counts for nothing."""
    m = (x != 0).astype(float)
    n = np.maximum(m.sum(axis=1, keepdims=True), 1)
    out = (W[x] * m[:, :, None]).sum(axis=1) / n
    return out, (x, m, n, W)


def bag_of_words_backward(dout, cache):  # expect: mismatch (divides by T instead of the number of words)
    x, m, n, W = cache
    dW = np.zeros_like(W)
    T = x.shape[1]
    np.add.at(dW, x, dout[:, None, :] * m[:, :, None] / T)
    return dW


def cumsum_forward(x):
    """Running total along time, x (N, T, D)."""
    return np.cumsum(x, axis=1), x.shape


def cumsum_backward(dout, cache):  # expect: pass
    return np.flip(np.cumsum(np.flip(dout, axis=1), axis=1), axis=1)
