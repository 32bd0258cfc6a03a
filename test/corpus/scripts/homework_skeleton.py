"""
Homework 3: logistic and ridge regression, one dense layer.

Fill in the places marked with TODO. Do not change the signatures.
"""
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_gradient(z):  # expect: unsupported skeleton
    g = np.zeros(z.shape)
    # TODO: compute the gradient of the sigmoid at each value of z
    return g


def ridge_loss(w, X, y, reg):  # expect: unsupported skeleton
    loss = np.sum((X.dot(w) - y) ** 2) + reg * w.dot(w)
    dw = np.zeros_like(w)
    #############################################################
    # TODO: store the gradient of the loss in dw                #
    #############################################################
    return loss, dw


class Huber:
    def __init__(self, delta=1.0):
        self.delta = delta

    def loss(self, y, y_pred):
        r = np.abs(y - y_pred)
        return np.sum(np.where(r < self.delta, 0.5 * r ** 2, self.delta * (r - 0.5 * self.delta)))

    def gradient(self, y, y_pred):  # expect: unsupported skeleton
        grad = None
        # YOUR CODE HERE
        return grad


def softplus(z):
    return np.log(1 + np.exp(z))


def softplus_gradient(z):  # expect: pass
    # worked example for part (a)
    return sigmoid(z)


def cubic(z):
    return z ** 3 - z


def cubic_gradient(z):  # expect: mismatch (student's attempt: power rule forgotten)
    return z ** 2 - 1


def mse_loss(w, X, y):  # expect: unverified scale
    r = X.dot(w) - y
    loss = np.mean(r ** 2)
    dw = 2 * X.T.dot(r)
    return loss, dw
