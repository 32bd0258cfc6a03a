"""An LSTM over 25 steps, its gates in one matrix."""
import numpy as np

H, D, T = 16, 8, 25
W = np.sin(np.arange(4 * H * (H + D))).reshape(4 * H, H + D) * 0.1
b = np.cos(np.arange(4 * H))
xs = np.sin(np.arange(T * D) * 0.5).reshape(T, D)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm(W, b, xs):
    h, c = np.zeros(H), np.zeros(H)
    total = 0.0
    for x in xs:
        a = W @ np.concatenate([x, h]) + b
        f, i, o = sigmoid(a[:H]), sigmoid(a[H : 2 * H]), sigmoid(a[2 * H : 3 * H])
        g = np.tanh(a[3 * H :])
        c = f * c + i * g
        h = o * np.tanh(c)
        total += h.sum()
    return total


result = lstm(W, b, xs)
