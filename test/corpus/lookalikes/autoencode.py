"""Codecs of several sorts."""
import numpy as np

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def encode(text, shift):
    return "".join(ALPHABET[(ALPHABET.index(c) + shift) % 26] for c in text)


def decode(text, shift):
    return encode(text, -shift)


def code(n):
    return n ^ (n >> 1)


def dcode(n):
    """Inverse of the Gray code."""
    out = 0
    while n:
        out ^= n
        n >>= 1
    return out


def rle(seq):
    out = []
    for s in seq:
        if out and out[-1][0] == s:
            out[-1][1] += 1
        else:
            out.append([s, 1])
    return out


def derle(pairs):
    return [s for s, n in pairs for _ in range(n)]


def compress(x, k):
    U, S, Vt = np.linalg.svd(x, full_matrices=False)
    return U[:, :k], S[:k], Vt[:k]


def decompress(U, S, Vt):
    return (U * S) @ Vt


def standardise(x, mean, std):
    return (x - mean) / std


def destandardise(z, mean, std):
    return z * std + mean


def scale(x, lo, hi):
    return (x - lo) / (hi - lo)


def descale(x, lo, hi):
    return x * (hi - lo) + lo


def trend(x):
    t = np.arange(len(x))
    return np.polyval(np.polyfit(t, x, 1), t)


def detrend(x):
    return x - trend(x)


def mean(x):
    return np.sum(x) / len(x)


def demean(x):
    return x - mean(x)


def dct(x):
    n = len(x)
    k = np.arange(n)
    return np.array([np.sum(x * np.cos(np.pi * (2 * k + 1) * u / (2 * n))) for u in range(n)])


def idct(c):
    n = len(c)
    u = np.arange(1, n)
    return np.array([(c[0] / 2 + np.sum(c[1:] * np.cos(np.pi * (2 * k + 1) * u / (2 * n)))) * 2 / n
                     for k in range(n)])


class RealNVP:
    """One coupling layer; backward is the inverse, not the derivative."""

    def __init__(self, s, t):
        self.s, self.t = s, t

    def forward(self, x):
        a, b = np.split(x, 2, axis=-1)
        return np.concatenate([a, b * np.exp(self.s(a)) + self.t(a)], axis=-1)

    def inverse(self, y):
        a, b = np.split(y, 2, axis=-1)
        return np.concatenate([a, (b - self.t(a)) * np.exp(-self.s(a))], axis=-1)


class Haar:
    def forward(self, x):
        even, odd = x[::2], x[1::2]
        return (even + odd) / np.sqrt(2), (even - odd) / np.sqrt(2)

    def backward(self, low, high):
        out = np.empty(low.size * 2)
        out[::2] = (low + high) / np.sqrt(2)
        out[1::2] = (low - high) / np.sqrt(2)
        return out


class FFT:
    def __init__(self, n, norm="ortho"):
        self.n = n
        self.norm = norm

    def forward(self, x):
        return np.fft.rfft(x, self.n, norm=self.norm)

    def backward(self, X):
        return np.fft.irfft(X, self.n, norm=self.norm)


def fft_forward(x):
    return np.fft.fft(x)


def fft_backward(X):
    return np.fft.ifft(X)
