"""A naive convolution: four loops around the product of two elements of arrays."""
import numpy as np

S, K = 16, 3
x = np.sin(np.arange(S * S)).reshape(S, S)
w = np.cos(np.arange(K * K)).reshape(K, K)


def convolve(x, w):
    size = S - K + 1
    out = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            total = 0.0
            for a in range(K):
                for b in range(K):
                    total += x[i + a, j + b] * w[a, b]
            out[i, j] = total
    return out


result = convolve(x, w).sum()
