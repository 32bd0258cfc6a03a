import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    """
    A naive implementation of the forward pass for a convolutional layer.

    Input:
    - x: Input data of shape (N, C, H, W)
    - w: Filter weights of shape (F, C, HH, WW)
    - b: Biases, of shape (F,)
    - conv_param: A dictionary with the following keys:
      - 'stride': pixels between adjacent receptive fields
      - 'pad': zeros put around the input on each side
    """
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    assert (H + 2 * pad - HH) % stride == 0
    assert (W + 2 * pad - WW) % stride == 0
    Ho = 1 + (H + 2 * pad - HH) // stride
    Wo = 1 + (W + 2 * pad - WW) // stride

    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    window = xp[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    cache = (x, w, b, conv_param)
    return out, cache


def conv_backward_naive(dout, cache):  # expect: mismatch (windows of the input taken without the stride)
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, F, Ho, Wo = dout.shape
    HH, WW = w.shape[2:]

    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    dw[f] += dout[n, f, i, j] * xp[n, :, i:i + HH, j:j + WW]
                    dxp[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW] += dout[n, f, i, j] * w[f]
    H, W = x.shape[2:]
    dx = dxp[:, :, pad:pad + H, pad:pad + W]
    return dx, dw, db


def max_pool_forward_naive(x, pool_param):
    """x: (N, C, H, W); pool_param: pool_height, pool_width, stride. No padding."""
    N, C, H, W = x.shape
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    Ho, Wo = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = x[:, :, i * s:i * s + ph, j * s:j * s + pw].max(axis=(2, 3))
    return out, (x, pool_param)


def max_pool_backward_naive(dout, cache):  # expect: mismatch (overlapping windows overwrite each other)
    x, pool_param = cache
    ph, pw = pool_param['pool_height'], pool_param['pool_width']
    s = pool_param['stride']
    N, C, Ho, Wo = dout.shape
    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
                    r, q = np.unravel_index(win.argmax(), win.shape)
                    dx[n, c, i * s + r, j * s + q] = dout[n, c, i, j]
    return dx


def avg_pool_forward(x, k, stride):
    N, C, H, W = x.shape
    Ho, Wo = (H - k) // stride + 1, (W - k) // stride + 1
    out = np.empty((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = np.mean(x[:, :, i * stride:i * stride + k, j * stride:j * stride + k], axis=(2, 3))
    return out, (x.shape, k, stride)


def avg_pool_backward(dout, cache):  # expect: pass
    shape, k, stride = cache
    dx = np.zeros(shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            share = dout[:, :, i, j][:, :, None, None] / (k * k)
            dx[:, :, i * stride:i * stride + k, j * stride:j * stride + k] += share
    return dx


def global_avg_pool_forward(x):
    N, C, H, W = x.shape
    return x.mean(axis=(2, 3)), (H, W)


def global_avg_pool_backward(dout, cache):  # expect: mismatch (divides by H twice, not by H * W)
    H, W = cache
    return np.ones((1, 1, H, W)) * dout[:, :, None, None] / (H * H)


def conv1d_forward(x, w, b):
    """
    'Valid' correlation along time.

    x has shape (N, C, L), w has shape (F, C, K), b has shape (F,)
    """
    N, C, L = x.shape
    F, _, K = w.shape
    out = np.zeros((N, F, L - K + 1))
    for t in range(L - K + 1):
        out[:, :, t] = np.tensordot(x[:, :, t:t + K], w, axes=([1, 2], [1, 2])) + b
    return out, (x, w)


def conv1d_backward(dout, cache):  # expect: mismatch (kernel flipped for dx)
    x, w = cache
    K = w.shape[2]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for t in range(dout.shape[2]):
        dt = dout[:, :, t]
        dw += np.tensordot(dt, x[:, :, t:t + K], axes=([0], [0]))
        dx[:, :, t:t + K] += np.tensordot(dt, w[:, :, ::-1], axes=([1], [0]))
    return dx, dw, dout.sum(axis=(0, 2))


def depthwise_conv_fwd(x, w, stride=1):
    # x (N, C, H, W), w (C, HH, WW): one filter for each channel
    N, C, H, W = x.shape
    _, HH, WW = w.shape
    Ho, Wo = (H - HH) // stride + 1, (W - WW) // stride + 1
    y = np.zeros((N, C, Ho, Wo))
    for a in range(HH):
        for c in range(WW):
            y += x[:, :, a:a + Ho * stride:stride, c:c + Wo * stride:stride] * w[:, a, c][:, None, None]
    return y, (x, w, stride)


def depthwise_conv_bwd(dy, cache):  # expect: pass
    x, w, stride = cache
    _, HH, WW = w.shape
    Ho, Wo = dy.shape[2:]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for a in range(HH):
        for c in range(WW):
            rows = slice(a, a + Ho * stride, stride)
            cols = slice(c, c + Wo * stride, stride)
            dw[:, a, c] = np.sum(dy * x[:, :, rows, cols], axis=(0, 2, 3))
            dx[:, :, rows, cols] += dy * w[:, a, c][:, None, None]
    return dx, dw


def upsample_forward(x, factor):
    """Nearest neighbour: (N, C, H, W) -> (N, C, H*factor, W*factor)"""
    return x.repeat(factor, axis=2).repeat(factor, axis=3), factor


def upsample_backward(dout, cache):  # expect: mismatch (takes the corner instead of the sum)
    factor = cache
    return dout[:, :, ::factor, ::factor]


def pixel_shuffle_forward(x, r):
    N, C, H, W = x.shape
    c = C // (r * r)
    out = x.reshape(N, c, r, r, H, W).transpose(0, 1, 4, 2, 5, 3).reshape(N, c, H * r, W * r)
    return out, (x.shape, r)


def pixel_shuffle_backward(dout, cache):  # expect: pass
    (N, C, H, W), r = cache
    c = C // (r * r)
    return dout.reshape(N, c, H, r, W, r).transpose(0, 1, 3, 5, 2, 4).reshape(N, C, H, W)


def pad_forward(x, pad):
    """Reflects nothing, just zeros; pad = (top, bottom, left, right)"""
    t, b, l, r = pad
    return np.pad(x, ((0, 0), (0, 0), (t, b), (l, r))), pad


def pad_backward(dout, cache):  # expect: mismatch (crops left and right by the wrong widths)
    t, b, l, r = cache
    H, W = dout.shape[2:]
    return dout[:, :, t:H - b, r:W - l]


def conv_relu_forward(x, w, b, conv_param):
    a, conv_cache = conv_forward_naive(x, w, b, conv_param)
    out = np.maximum(0, a)
    return out, (conv_cache, a)


def conv_relu_backward(dout, cache):
    """TODO: chain the ReLU and the convolution"""
    raise NotImplementedError


def transposed_conv_forward(x, w, stride=2):
    """x (N, C, H, W), w (C, F, K, K) -> (N, F, (H-1)*stride + K, (W-1)*stride + K)"""
    N, C, H, W = x.shape
    _, F, K, _ = w.shape
    out = np.zeros((N, F, (H - 1) * stride + K, (W - 1) * stride + K))
    for i in range(H):
        for j in range(W):
            out[:, :, i * stride:i * stride + K, j * stride:j * stride + K] += np.tensordot(x[:, :, i, j], w, axes=1)
    return out, (x, w, stride)


def transposed_conv_backward(dout, cache):  # expect: pass
    x, w, stride = cache
    K = w.shape[2]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            d = dout[:, :, i * stride:i * stride + K, j * stride:j * stride + K]
            dx[:, :, i, j] = np.tensordot(d, w, axes=([1, 2, 3], [1, 2, 3]))
            dw += np.tensordot(x[:, :, i, j], d, axes=([0], [0]))
    return dx, dw
