"""A convolution layer by nested loops, forward and backward."""
import numpy as np


def conv_forward(x, w, b, stride=1, pad=1):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant")
    Ho = 1 + (H + 2 * pad - HH) // stride
    Wo = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    window = xp[n, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    return out, (xp, w, stride, pad)


def conv_backward(dout, cache):
    xp, w, stride, pad = cache
    dxp, dw, db = np.zeros_like(xp), np.zeros_like(w), np.zeros(w.shape[0])
    N, F, Ho, Wo = dout.shape
    _, _, HH, WW = w.shape
    for n in range(N):
        for f in range(F):
            db[f] += dout[n, f].sum()
            for i in range(Ho):
                for j in range(Wo):
                    rows = slice(i * stride, i * stride + HH)
                    columns = slice(j * stride, j * stride + WW)
                    dw[f] += xp[n, :, rows, columns] * dout[n, f, i, j]
                    dxp[n, :, rows, columns] += w[f] * dout[n, f, i, j]
    return dxp[:, :, pad:-pad, pad:-pad], dw, db


x = np.linspace(-0.1, 0.5, num=2 * 2 * 4 * 4).reshape(2, 2, 4, 4)
w = np.linspace(-0.2, 0.3, num=2 * 2 * 3 * 3).reshape(2, 2, 3, 3)
b = np.linspace(-0.1, 0.2, num=2)
out, cache = conv_forward(x, w, b, stride=2)
dx, dw, db = conv_backward(np.cos(out), cache)
del cache
