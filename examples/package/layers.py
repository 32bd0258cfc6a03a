"""What train.py imports: the parameters of a layer, and a loss."""

import numpy as np


class Layer:
    def __init__(self):
        self.W = np.random.randn(4, 3)
        self.b = np.zeros(3)


def mean_squared_error(y, t):
    return np.mean((y - t) ** 2)
