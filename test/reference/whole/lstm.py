"""An LSTM over 25 steps with its gates in one matrix, forward and backward."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class LSTM:
    def __init__(self, n_in, n_hidden):
        self.n_hidden = n_hidden
        size = (4 * n_hidden, n_in + n_hidden)
        self.W = np.cos(np.arange(size[0] * size[1])).reshape(size) / np.sqrt(size[1])
        self.b = np.zeros(4 * n_hidden)
        self.b[:n_hidden] = 1.0

    def step(self, x, h, c):
        H = self.n_hidden
        z = np.concatenate([x, h])
        a = self.W @ z + self.b
        f, i, o = sigmoid(a[:H]), sigmoid(a[H : 2 * H]), sigmoid(a[2 * H : 3 * H])
        g = np.tanh(a[3 * H :])
        c_next = f * c + i * g
        h_next = o * np.tanh(c_next)
        return h_next, c_next, (z, f, i, o, g, c, c_next)

    def forward(self, xs):
        h, c = np.zeros(self.n_hidden), np.zeros(self.n_hidden)
        self.caches = []
        hs = []
        for x in xs:
            h, c, cache = self.step(x, h, c)
            self.caches.append(cache)
            hs.append(h)
        return np.stack(hs)

    def backward(self, dhs):
        H = self.n_hidden
        dW, db = np.zeros_like(self.W), np.zeros_like(self.b)
        dh_next, dc_next = np.zeros(H), np.zeros(H)
        dxs = np.zeros((len(dhs), self.W.shape[1] - H))
        for t in range(len(dhs) - 1, -1, -1):
            z, f, i, o, g, c_prev, c = self.caches[t]
            dh = dhs[t] + dh_next
            tc = np.tanh(c)
            dc = dh * o * (1 - tc**2) + dc_next
            da = np.hstack(
                (dc * c_prev * f * (1 - f), dc * g * i * (1 - i), dh * tc * o * (1 - o), dc * i * (1 - g**2))
            )
            dW += np.outer(da, z)
            db += da
            dz = self.W.T @ da
            dxs[t], dh_next = dz[:-H], dz[-H:]
            dc_next = dc * f
        return dW, db, dxs


net = LSTM(3, 4)
xs = np.sin(np.arange(75.0)).reshape(25, 3)
hs = net.forward(xs)
loss = 0.5 * (hs[-1] ** 2).sum()
dhs = np.zeros_like(hs)
dhs[-1] = hs[-1]
dW, db, dxs = net.backward(dhs)
del net.caches
