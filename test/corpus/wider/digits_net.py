"""Digits with a net of our own: feedforward, backprop, and costs that know their delta."""
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):  # expect: pass
    return sigmoid(z) * (1 - sigmoid(z))


class QuadraticCost(object):
    @staticmethod
    def fn(a, y):
        return 0.5 * np.sum((a - y) ** 2)

    @staticmethod
    def delta(a, y):  # expect: pass
        return a - y


class CrossEntropyCost(object):
    @staticmethod
    def fn(a, y):
        return np.sum(-y * np.log(a) - (1 - y) * np.log(1 - a))

    @staticmethod
    def delta(a, y):  # expect: mismatch (the delta of the weighted input, not of the activation)
        return a - y


class Network(object):  # expect: pass
    def __init__(self, n_in, n_hidden, n_out):
        self.w1 = np.random.randn(n_hidden, n_in)
        self.b1 = np.random.randn(n_hidden, 1)
        self.w2 = np.random.randn(n_out, n_hidden)
        self.b2 = np.random.randn(n_out, 1)

    def feedforward(self, x):
        self.x = x
        self.a1 = sigmoid(np.dot(self.w1, x) + self.b1)
        self.a2 = sigmoid(np.dot(self.w2, self.a1) + self.b2)
        return self.a2

    def backprop(self, dout):
        delta = dout * self.a2 * (1 - self.a2)
        self.dw2 = np.dot(delta, self.a1.T)
        self.db2 = delta.sum(axis=1, keepdims=True)
        delta = np.dot(self.w2.T, delta) * self.a1 * (1 - self.a1)
        self.dw1 = np.dot(delta, self.x.T)
        self.db1 = delta.sum(axis=1, keepdims=True)
        return np.dot(self.w1.T, delta)


class LateNetwork(object):  # expect: mismatch (hidden slope taken at the output layer)
    def __init__(self, n_in, n_hidden):
        self.w1 = np.random.randn(n_in, n_hidden)
        self.w2 = np.random.randn(n_hidden, 1)

    def feedforward(self, X):
        self.X = X
        self.h = np.tanh(X @ self.w1)
        self.o = np.tanh(self.h @ self.w2)
        return self.o

    def backprop(self, grad):
        d2 = grad * (1 - self.o ** 2)
        self.grad_w2 = self.h.T @ d2
        d1 = (d2 @ self.w2.T) * (1 - self.o ** 2)
        self.grad_w1 = self.X.T @ d1
        return d1 @ self.w1.T


def total_loss(params, X, y):  # expect: pass
    W, b = params["W"], params["b"]
    z = X @ W + b
    p = sigmoid(z)
    grads = {"W": X.T @ (p - y), "b": np.sum(p - y, axis=0)}
    return np.sum(np.log(1 + np.exp(z)) - y * z), grads


def contrastive_loss_and_gradients(u, v, same, margin=1.0):  # expect: mismatch (margin's branch has the sign of the other one)
    d = np.sqrt(np.sum((u - v) ** 2) + 1e-2)
    hinge = np.maximum(margin - d, 0)
    slope = same * 2 * d + (1 - same) * 2 * hinge
    gradU = slope * (u - v) / d
    return same * d ** 2 + (1 - same) * hinge ** 2, gradU, -gradU
