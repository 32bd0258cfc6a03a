"""A naive convolution: four loops around the product of a window and a filter."""
import numpy as np

N, C, S, F, K = 2, 3, 9, 4, 3
x = np.sin(np.arange(N * C * S * S)).reshape(N, C, S, S)
w = np.cos(np.arange(F * C * K * K)).reshape(F, C, K, K)
b = np.linspace(-0.1, 0.2, num=F)


def convolve(x, w, b):
    size = S - K + 1
    out = np.zeros((N, F, size, size))
    for n in range(N):
        for f in range(F):
            for i in range(size):
                for j in range(size):
                    out[n, f, i, j] = np.sum(x[n, :, i : i + K, j : j + K] * w[f]) + b[f]
    return out


result = np.sum(convolve(x, w, b) ** 2)
