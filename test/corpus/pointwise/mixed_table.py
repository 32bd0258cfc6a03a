"""Dense layers that pick their activation from a table; the derivative gets the layer's output."""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_derivative(y):  # expect: pass output-form
    return y * (1 - y)


def tanh(x):
    return np.tanh(x)


def tanh_derivative(x):  # expect: mismatch (input form, but the table's user passes the output)
    return 1 - np.tanh(x) ** 2


def softplus(x):
    return np.log(1 + np.exp(x))


def softplus_derivative(x):  # expect: mismatch (input form, but the table's user passes the output)
    return 1 / (1 + np.exp(-x))


ACTIVATIONS = {
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (tanh, tanh_derivative),
    "softplus": (softplus, softplus_derivative),
}


class Dense:
    def __init__(self, n_in, n_out, activation="tanh", lr=0.1):
        rng = np.random.RandomState(0)
        self.W = rng.randn(n_in, n_out) * 0.1
        self.b = np.zeros(n_out)
        self.act, self.act_derivative = ACTIVATIONS[activation]
        self.lr = lr

    def run(self, x):
        self.x = x
        self.out = self.act(x.dot(self.W) + self.b)
        return self.out

    def learn(self, err):
        delta = err * self.act_derivative(self.out)
        back = delta.dot(self.W.T)
        self.W -= self.lr * self.x.T.dot(delta)
        self.b -= self.lr * delta.sum(axis=0)
        return back


def train(X, Y, hidden=4, epochs=500):
    net = [Dense(X.shape[1], hidden), Dense(hidden, Y.shape[1], "sigmoid")]
    for _ in range(epochs):
        out = X
        for layer in net:
            out = layer.run(out)
        err = out - Y
        for layer in reversed(net):
            err = layer.learn(err)
    return net
