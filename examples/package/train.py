"""Imports from a file beside this one are followed: edit layers.py and this file is checked again."""

from layers import Layer, mean_squared_error


class Affine(Layer):
    # @gradcheck x: (2, 4)
    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# @gradcheck of=mean_squared_error, y: (5,), t: (5,), wrt=y
def wrong_error_gradient(y, t):
    return y - t
