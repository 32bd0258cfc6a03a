"""Image layers as classes. Tensors are (batch, channels, rows, columns)."""
import numpy as np


class BaseConv:
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1, padding='same'):
        self.k = kernel_size
        self.stride = stride
        self.pad = (kernel_size - 1) // 2 if padding == 'same' else 0
        self.weights = self._init_params(in_channels, out_channels)
        self.biases = np.zeros(out_channels)
        self.d_weights = None
        self.d_biases = None

    def _init_params(self, n_in, n_out):
        raise NotImplementedError

    def _padded(self, x):
        p = self.pad
        return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))


class Conv2D(BaseConv):  # expect: pass
    def _init_params(self, n_in, n_out):
        return np.random.randn(n_out, n_in, self.k, self.k) * 0.1

    def forward(self, x):
        k, s = self.k, self.stride
        self.xp = self._padded(x)
        B, C, H, W = self.xp.shape
        rows = range(0, H - k + 1, s)
        cols = range(0, W - k + 1, s)
        out = np.zeros((B, len(self.biases), len(rows), len(cols)))
        for i, r in enumerate(rows):
            for j, c in enumerate(cols):
                patch = self.xp[:, :, r:r + k, c:c + k].reshape(B, -1)
                out[:, :, i, j] = patch @ self.weights.reshape(len(self.weights), -1).T + self.biases
        return out

    def backward(self, d_out):
        k, s, p = self.k, self.stride, self.pad
        B = len(d_out)
        flat = self.weights.reshape(len(self.weights), -1)
        dw = np.zeros_like(flat)
        dxp = np.zeros_like(self.xp)
        for i in range(d_out.shape[2]):
            for j in range(d_out.shape[3]):
                r, c = i * s, j * s
                d = d_out[:, :, i, j]
                dw += d.T @ self.xp[:, :, r:r + k, c:c + k].reshape(B, -1)
                dxp[:, :, r:r + k, c:c + k] += (d @ flat).reshape(B, -1, k, k)
        self.d_weights = dw.reshape(self.weights.shape)
        self.d_biases = d_out.sum((0, 2, 3))
        return dxp[:, :, p:dxp.shape[2] - p, p:dxp.shape[3] - p]


class DepthwiseConv2D(BaseConv):  # expect: mismatch (padding cropped in front only when padding is same)
    def _init_params(self, n_in, n_out):
        return np.random.randn(n_in, self.k, self.k)

    def forward(self, x):
        k = self.k
        self.shape = x.shape
        self.xp = self._padded(x)
        H, W = self.xp.shape[2] - k + 1, self.xp.shape[3] - k + 1
        out = np.zeros(x.shape[:2] + (H, W))
        for i in range(k):
            for j in range(k):
                out += self.xp[:, :, i:i + H, j:j + W] * self.weights[:, i, j].reshape(1, -1, 1, 1)
        return out

    def backward(self, d_out):
        k = self.k
        H, W = d_out.shape[2:]
        dxp = np.zeros_like(self.xp)
        self.d_weights = np.zeros_like(self.weights)
        for i in range(k):
            for j in range(k):
                self.d_weights[:, i, j] = np.sum(d_out * self.xp[:, :, i:i + H, j:j + W], axis=(0, 2, 3))
                dxp[:, :, i:i + H, j:j + W] += d_out * self.weights[:, i, j].reshape(1, -1, 1, 1)
        return dxp[:, :, -self.shape[2]:, -self.shape[3]:]


class MaxPool2D:  # expect: pass
    def __init__(self, size=2, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, x):
        self.shape = x.shape
        B, C, H, W = x.shape
        n, s = self.size, self.stride
        h, w = (H - n) // s + 1, (W - n) // s + 1
        out = np.zeros((B, C, h, w))
        self.where = np.zeros((B, C, h, w), dtype=int)
        for i in range(h):
            for j in range(w):
                tile = x[:, :, i * s:i * s + n, j * s:j * s + n].reshape(B, C, -1)
                self.where[:, :, i, j] = tile.argmax(axis=2)
                out[:, :, i, j] = tile.max(axis=2)
        return out

    def backward(self, d_out):
        dx = np.zeros(self.shape)
        b, c, i, j = np.indices(d_out.shape)
        r = i * self.stride + self.where // self.size
        q = j * self.stride + self.where % self.size
        np.add.at(dx, (b, c, r, q), d_out)
        return dx


class BatchNorm2D:  # expect: pass
    def __init__(self, channels, eps=1e-5):
        self.gamma = np.ones((1, channels, 1, 1))
        self.beta = np.zeros((1, channels, 1, 1))
        self.eps = eps

    def forward(self, x):
        self.axes = (0, 2, 3)
        self.mean = x.mean(self.axes, keepdims=True)
        self.inv = 1 / np.sqrt(x.var(self.axes, keepdims=True) + self.eps)
        self.xhat = (x - self.mean) * self.inv
        return self.gamma * self.xhat + self.beta

    def backward(self, d_out):
        m = d_out.shape[0] * d_out.shape[2] * d_out.shape[3]
        self.dbeta = d_out.sum(self.axes, keepdims=True)
        self.dgamma = (d_out * self.xhat).sum(self.axes, keepdims=True)
        return self.gamma * self.inv * (d_out - self.dbeta / m - self.xhat * self.dgamma / m)


class ResidualBlock:  # expect: pass
    """x + conv(relu(conv(x))), both with 'same' padding."""

    def __init__(self, channels):
        self.conv1 = Conv2D(channels, channels)
        self.conv2 = Conv2D(channels, channels)

    def forward(self, x):
        self.h = self.conv1.forward(x)
        return x + self.conv2.forward(np.maximum(self.h, 0))

    def backward(self, d_out):
        d = self.conv2.backward(d_out) * (self.h > 0)
        return d_out + self.conv1.backward(d)


class ZeroPad2D:  # expect: pass
    def __init__(self, pad=((1, 2), (0, 3))):
        self.pad = pad

    def forward(self, x):
        return np.pad(x, ((0, 0), (0, 0)) + tuple(self.pad))

    def backward(self, d_out):
        (t, b), (l, r) = self.pad
        return d_out[:, :, t:-b or None, l:-r or None]


class AdaptiveAvgPool:  # expect: pass
    """Any image to (n, n) means; the windows may overlap when n does not divide the size."""

    def __init__(self, n):
        self.n = n

    def _edges(self, size):
        return [(i * size // self.n, -((-(i + 1) * size) // self.n)) for i in range(self.n)]

    def forward(self, x):
        self.shape = x.shape
        out = np.zeros(x.shape[:2] + (self.n, self.n))
        for i, (a, b) in enumerate(self._edges(x.shape[2])):
            for j, (c, d) in enumerate(self._edges(x.shape[3])):
                out[:, :, i, j] = x[:, :, a:b, c:d].mean(axis=(2, 3))
        return out

    def backward(self, d_out):
        dx = np.zeros(self.shape)
        for i, (a, b) in enumerate(self._edges(self.shape[2])):
            for j, (c, d) in enumerate(self._edges(self.shape[3])):
                dx[:, :, a:b, c:d] += d_out[:, :, i:i + 1, j:j + 1] / ((b - a) * (d - c))
        return dx


class ChannelShuffle:  # expect: mismatch (shuffled the same way again, right only for groups squared = channels)
    def __init__(self, groups):
        self.groups = groups

    def _shuffle(self, x):
        B, C, H, W = x.shape
        return x.reshape(B, self.groups, C // self.groups, H, W).swapaxes(1, 2).reshape(B, C, H, W)

    def forward(self, x):
        return self._shuffle(x)

    def backward(self, d_out):
        return self._shuffle(d_out)
