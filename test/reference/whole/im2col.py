"""Convolution as one matrix product by index arrays, and back by np.add.at."""
import numpy as np


def im2col_indices(x_shape, field, padding, stride):
    N, C, H, W = x_shape
    out_h = (H + 2 * padding - field) // stride + 1
    out_w = (W + 2 * padding - field) // stride + 1
    i0 = np.tile(np.repeat(np.arange(field), field), C)
    i1 = stride * np.repeat(np.arange(out_h), out_w)
    j0 = np.tile(np.arange(field), field * C)
    j1 = stride * np.tile(np.arange(out_w), out_h)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), field * field).reshape(-1, 1)
    return k.astype(int), i.astype(int), j.astype(int)


def im2col(x, field, padding, stride):
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    k, i, j = im2col_indices(x.shape, field, padding, stride)
    cols = padded[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(field * field * x.shape[1], -1)


def col2im(cols, x_shape, field, padding, stride):
    N, C, H, W = x_shape
    padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    k, i, j = im2col_indices(x_shape, field, padding, stride)
    reshaped = cols.reshape(C * field * field, -1, N).transpose(2, 0, 1)
    np.add.at(padded, (slice(None), k, i, j), reshaped)
    if padding == 0:
        return padded
    return padded[:, :, padding:-padding, padding:-padding]


x = np.sin(np.arange(2 * 2 * 5 * 5)).reshape(2, 2, 5, 5)
w = np.cos(np.arange(3 * 2 * 3 * 3)).reshape(3, 2, 3, 3)
cols = im2col(x, 3, 1, 2)
out = (w.reshape(3, -1) @ cols).reshape(3, 3, 3, 2).transpose(3, 0, 1, 2)
dcols = w.reshape(3, -1).T @ np.ones((3, 18))
dx = col2im(dcols, x.shape, 3, 1, 2)
total = (float(out.sum()), float(dx.sum()))
del cols, dcols
