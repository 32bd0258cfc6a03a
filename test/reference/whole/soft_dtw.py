"""Soft dynamic time warping with its gradient by the backward recursion."""
import numpy as np


def soft_min(values, gamma):
    z = -np.array(values) / gamma
    top = z.max()
    return -gamma * (np.log(np.exp(z - top).sum()) + top)


def soft_dtw(D, gamma):
    m, n = D.shape
    R = np.full((m + 2, n + 2), np.inf)
    R[0, 0] = 0.0
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            R[i, j] = D[i - 1, j - 1] + soft_min([R[i - 1, j - 1], R[i - 1, j], R[i, j - 1]], gamma)
    return R[m, n], R


def soft_dtw_grad(D, R, gamma):
    m, n = D.shape
    D = np.pad(D, ((0, 1), (0, 1)))
    E = np.zeros((m + 2, n + 2))
    E[-1, -1] = 1
    R = R.copy()
    R[:, -1] = -np.inf
    R[-1, :] = -np.inf
    R[-1, -1] = R[-2, -2]
    for j in range(n, 0, -1):
        for i in range(m, 0, -1):
            a = np.exp((R[i + 1, j] - R[i, j] - D[i, j - 1]) / gamma)
            b = np.exp((R[i, j + 1] - R[i, j] - D[i - 1, j]) / gamma)
            c = np.exp((R[i + 1, j + 1] - R[i, j] - D[i, j]) / gamma)
            E[i, j] = E[i + 1, j] * a + E[i, j + 1] * b + E[i + 1, j + 1] * c
    return E[1:-1, 1:-1]


x, y = np.sin(np.linspace(0, 3, 6)), np.sin(np.linspace(0.4, 3, 7))
D = np.subtract.outer(x, y) ** 2
value, R = soft_dtw(D, 0.1)
E = soft_dtw_grad(D, R, 0.1)
grad_x = (E * 2 * np.subtract.outer(x, y)).sum(axis=1)
hard = soft_dtw(D, 1e-3)[0]
below = value < hard
corner = E[0, 0], E[-1, -1]
del R
