import numpy as np


def affine_forward(x, w, b):
    """
    Computes the forward pass for an affine (fully-connected) layer.

    The input x has shape (N, d_1, ..., d_k) and holds a minibatch of N examples; every
    example is flattened to a vector of length D = d_1 * ... * d_k first.

    Inputs:
    - x: input data, of shape (N, d_1, ..., d_k)
    - w: weights, of shape (D, M)
    - b: biases, of shape (M,)

    Returns a tuple of:
    - out: output, of shape (N, M)
    - cache: (x, w, b)
    """
    N = x.shape[0]
    out = x.reshape(N, -1).dot(w) + b
    cache = (x, w, b)
    return out, cache


def affine_backward(dout, cache):  # expect: pass
    """
    - dout: upstream derivative, of shape (N, M)
    Returns (dx, dw, db) with the shapes of x, w and b.
    """
    x, w, b = cache
    N = x.shape[0]
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(N, -1).T.dot(dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db


def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache


def relu_backward(dout, cache):  # expect: mismatch (mask on the sign of dout, not of x)
    x = cache
    dx = np.where(dout > 0, dout, 0) * np.ones_like(x)
    return dx


def affine_relu_forward(x, w, b):
    """Convenience layer: affine followed by a ReLU. x (N, D), w (D, M), b (M,)"""
    a, fc_cache = affine_forward(x, w, b)
    out = np.maximum(a, 0)
    cache = (fc_cache, out)
    return out, cache


def affine_relu_backward(dout, cache):  # expect: pass
    fc_cache, out = cache
    da = dout * (out > 0)
    return affine_backward(da, fc_cache)


def leaky_relu_forward(x, alpha=0.1):
    out = np.where(x > 0, x, alpha * x)
    return out, (x, alpha)


def leaky_relu_backward(dout, cache):  # expect: mismatch (negative side not passed on)
    x, alpha = cache
    dx = dout.copy()
    dx[x < 0] = alpha
    return dx


def maxout_forward(x, w, b):
    """
    Maxout over K affine pieces.

    x: (N, D), w: (K, D, M), b: (K, M). Returns out of shape (N, M).
    """
    K = w.shape[0]
    pieces = np.stack([x.dot(w[k]) + b[k] for k in range(K)])
    winner = pieces.argmax(axis=0)
    out = pieces.max(axis=0)
    return out, (x, w, winner)


def maxout_backward(dout, cache):  # expect: pass
    x, w, winner = cache
    dx = np.zeros(x.shape)
    dw = np.zeros(w.shape)
    db = np.zeros((w.shape[0], w.shape[2]))
    for k in range(w.shape[0]):
        dk = dout * (winner == k)
        dx += dk.dot(w[k].T)
        dw[k] = x.T.dot(dk)
        db[k] = dk.sum(axis=0)
    return dx, dw, db


def bilinear_forward(x1, x2, W):
    """x1: (N, D), x2: (N, E), W: (D, E, M); one score per example and output."""
    out = np.einsum('nd,dem,ne->nm', x1, W, x2)
    return out, (x1, x2, W)


def bilinear_backward(dout, cache):  # expect: mismatch (x1 missing in dx2)
    x1, x2, W = cache
    dx1 = np.einsum('nm,dem,ne->nd', dout, W, x2)
    dx2 = np.einsum('nm,dem->ne', dout, W)
    dW = np.einsum('nm,nd,ne->dem', dout, x1, x2)
    return dx1, dx2, dW


def scale_shift_forward(x, gamma, beta, axis=-1):
    """Per-feature gain and offset, for x of shape (N, D); axis 0 gives one gain per row."""
    shape = [1] * x.ndim
    shape[axis] = x.shape[axis]
    out = x * gamma.reshape(shape) + beta.reshape(shape)
    return out, (x, gamma.reshape(shape), axis)


def scale_shift_backward(dout, cache):  # expect: pass
    x, g, axis = cache
    rest = tuple(i for i in range(x.ndim) if i != axis % x.ndim)
    dgamma = (dout * x).sum(axis=rest)
    dbeta = dout.sum(axis=rest)
    return dout * g, dgamma, dbeta


def residual_forward(x, w1, b1, w2, b2):
    """y = x + relu(x w1 + b1) w2 + b2; w1: (D, H), w2: (H, D)"""
    h, c1 = affine_relu_forward(x, w1, b1)
    y, c2 = affine_forward(h, w2, b2)
    return x + y, (c1, c2)


def residual_backward(dout, cache):  # expect: mismatch (skip connection's own gradient left out)
    c1, c2 = cache
    dh, dw2, db2 = affine_backward(dout, c2)
    dx, dw1, db1 = affine_relu_backward(dh, c1)
    return dx, dw1, db1, dw2, db2


def softplus_forward(x, beta=1.0):
    z = beta * x
    out = np.log1p(np.exp(-np.abs(z))) / beta + np.maximum(x, 0)
    return out, (x, beta)


def softplus_backward(dout, cache):  # expect: mismatch (beta missing inside the sigmoid)
    x, beta = cache
    return dout / (1 + np.exp(-x))


def l2_normalize_forward(x, eps=1e-8):
    """Rows of x (N, D) to unit length."""
    norm = np.sqrt((x ** 2).sum(axis=1, keepdims=True) + eps)
    out = x / norm
    return out, (out, norm)


def l2_normalize_backward(dout, cache):  # expect: pass
    out, norm = cache
    return (dout - out * (out * dout).sum(axis=1, keepdims=True)) / norm
