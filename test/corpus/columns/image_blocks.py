"""Convolution and pooling on images of shape (m, n_H, n_W, n_C), hyperparameters in a dictionary."""
import numpy as np


def zero_pad(X, pad):
    """Pad with zeros the height and width of all images; X -- (m, n_H, n_W, n_C)"""
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')


def conv_forward(A_prev, W, b, hparameters):
    """
    A_prev -- output activations of the previous layer, numpy array of shape (m, n_H_prev, n_W_prev, n_C_prev)
    W -- Weights, numpy array of shape (f, f, n_C_prev, n_C)
    b -- Biases, numpy array of shape (1, 1, 1, n_C)
    hparameters -- python dictionary containing "stride" and "pad"
    """
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                vert, horiz = h * stride, w * stride
                a_slice = a_prev_pad[vert:vert + f, horiz:horiz + f, :]
                for c in range(n_C):
                    Z[i, h, w, c] = np.sum(a_slice * W[..., c]) + float(b[0, 0, 0, c])
    cache = (A_prev, W, b, hparameters)
    return Z, cache


def conv_backward(dZ, cache):  # expect: mismatch (padding cut off at the wrong end when pad > 0)
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                vert, horiz = h * stride, w * stride
                a_slice = A_prev_pad[i, vert:vert + f, horiz:horiz + f, :]
                for c in range(n_C):
                    dA_prev_pad[i, vert:vert + f, horiz:horiz + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    dA_prev = dA_prev_pad[:, :n_H_prev, :n_W_prev, :]
    assert (dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev))
    return dA_prev, dW, db


def pool_forward(A_prev, hparameters, mode="max"):
    """hparameters -- "f" and "stride"; mode -- "max" or "average" """
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for h in range(n_H):
        for w in range(n_W):
            a = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f, :]
            if mode == "max":
                A[:, h, w, :] = np.max(a, axis=(1, 2))
            elif mode == "average":
                A[:, h, w, :] = np.mean(a, axis=(1, 2))
    cache = (A_prev, hparameters)
    return A, cache


def create_mask_from_window(x):
    return x == np.max(x)


def distribute_value(dz, shape):
    (n_H, n_W) = shape
    return np.ones(shape) * dz / (n_H + n_W)


def pool_backward(dA, cache, mode="max"):  # expect: mismatch (average mode divides by f + f, right only for f = 2)
    (A_prev, hparameters) = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, rows, cols, c])
                        dA_prev[i, rows, cols, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, rows, cols, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev


def conv_1x1_forward(A_prev, W):
    """W -- (n_C_prev, n_C)"""
    return np.matmul(A_prev, W), (A_prev, W)


def conv_1x1_backward(dZ, cache):  # expect: pass
    A_prev, W = cache
    return np.matmul(dZ, W.T), np.tensordot(A_prev, dZ, axes=([0, 1, 2], [0, 1, 2]))


def squeeze_excite_forward(A, W1, W2):
    """Channel attention: A (m, n_H, n_W, n_C), W1 (n_C, n_r), W2 (n_r, n_C)"""
    s = A.mean(axis=(1, 2))
    z = np.maximum(s @ W1, 0)
    g = 1 / (1 + np.exp(-(z @ W2)))
    return A * g[:, None, None, :], (A, W1, W2, s, z, g)


def squeeze_excite_backward(dout, cache):  # expect: mismatch (gate taken as constant for A)
    A, W1, W2, s, z, g = cache
    dg = np.sum(dout * A, axis=(1, 2)) * g * (1 - g)
    dW2 = z.T @ dg
    dz = (dg @ W2.T) * (z > 0)
    dW1 = s.T @ dz
    dA = dout * g[:, None, None, :]
    return dA, dW1, dW2


def bilinear_resize_forward(A, n_H):
    """Rows resampled linearly to n_H of them: A (m, n_H_prev, n_W, n_C)"""
    n_H_prev = A.shape[1]
    pos = np.linspace(0, n_H_prev - 1, n_H)
    lo = np.minimum(np.floor(pos).astype(int), n_H_prev - 2)
    frac = (pos - lo)[None, :, None, None]
    return (1 - frac) * A[:, lo] + frac * A[:, lo + 1], (A.shape, lo, frac)


def bilinear_resize_backward(dout, cache):  # expect: pass
    shape, lo, frac = cache
    dA = np.zeros(shape)
    np.add.at(dA, (slice(None), lo), (1 - frac) * dout)
    np.add.at(dA, (slice(None), lo + 1), frac * dout)
    return dA
