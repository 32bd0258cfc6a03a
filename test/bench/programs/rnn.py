"""A vanilla recurrent net over 25 steps, forward and backward."""
import numpy as np

H, D, T = 16, 8, 25
Wxh = np.sin(np.arange(H * D)).reshape(H, D) * 0.1
Whh = np.cos(np.arange(H * H)).reshape(H, H) * 0.1
bh = np.zeros(H)
xs = np.sin(np.arange(T * D) * 0.5).reshape(T, D)


def loss(Wxh, Whh, bh, xs):
    hs = {-1: np.zeros(H)}
    for t in range(T):
        hs[t] = np.tanh(Wxh @ xs[t] + Whh @ hs[t - 1] + bh)
    value = 0.5 * np.sum(hs[T - 1] ** 2)
    dWxh, dWhh, dbh = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(bh)
    dh = hs[T - 1]
    for t in reversed(range(T)):
        draw = (1 - hs[t] * hs[t]) * dh
        dbh += draw
        dWxh += np.outer(draw, xs[t])
        dWhh += np.outer(draw, hs[t - 1])
        dh = Whh.T @ draw
    return value + dWxh.sum() + dWhh.sum() + dbh.sum()


result = loss(Wxh, Whh, bh, xs)
