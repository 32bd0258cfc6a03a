"""A two-layer network with its backpropagation, as one writes it from scratch."""

import numpy as np


class Affine:
    """y = x W + b; keeps the gradients of its parameters beside them."""

    def __init__(self):
        self.W = np.random.randn(4, 3)
        self.b = np.zeros(3)

    # @gradcheck x: (2, 4)
    def forward(self, x):
        self.x = x
        return x.dot(self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T.dot(dout)
        self.db = dout.sum(axis=0)
        return dout.dot(self.W.T)


# @gradcheck x: (3, 5)
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# @gradcheck scores: (5, 3), y=labels(5, 3), gradient=softmax_loss_gradient
def softmax_loss(scores, y):
    shifted = scores - scores.max(axis=1, keepdims=True)
    logsum = np.log(np.exp(shifted).sum(axis=1))
    return np.mean(logsum - shifted[np.arange(len(y)), y])


def softmax_loss_gradient(scores, y):
    """Forgets to divide by the number of rows, though the loss is a mean."""
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p
