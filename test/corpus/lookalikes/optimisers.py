"""Optimisers; they take gradients and yield new parameters."""
import numpy as np


class SGD:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def step(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        for k in params:
            self.v[k] = self.momentum * self.v[k] - self.lr * grads[k]
            params[k] += self.v[k]
        return params

    def loss(self):
        return None


class Adam:
    def __init__(self, lr=1e-3, b1=0.9, b2=0.999, eps=1e-8):
        self.lr, self.b1, self.b2, self.eps = lr, b1, b2, eps
        self.m, self.v, self.t = 0.0, 0.0, 0

    def __call__(self, w, dw):
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * dw
        self.v = self.b2 * self.v + (1 - self.b2) * dw ** 2
        mh = self.m / (1 - self.b1 ** self.t)
        vh = self.v / (1 - self.b2 ** self.t)
        return w - self.lr * mh / (np.sqrt(vh) + self.eps)

    def gradient(self):
        """First moment of the gradients so far, for the dashboard."""
        return self.m


class LinearModel:
    def __init__(self, lr=0.1, epochs=100):
        self.lr = lr
        self.epochs = epochs
        self.w = None

    def loss(self, X, y):
        return np.mean((X @ self.w - y) ** 2)

    def gradient_descent(self, X, y):
        self.w = np.zeros(X.shape[1])
        for _ in range(self.epochs):
            self.w -= self.lr * 2 * X.T @ (X @ self.w - y) / len(y)
        return self.w

    def score(self, X, y):
        return 1 - self.loss(X, y) / np.var(y)


def gradient_descent(x0, grad, lr, n):
    x = x0
    for _ in range(n):
        x = x - lr * grad(x)
    return x


def newton(f, fprime, x0, n=20):
    x = x0
    for _ in range(n):
        x = x - f(x) / fprime(x)
    return x


def update(params, lr):
    return {k: v * (1 - lr) for k, v in params.items()}


def update_grad(params, grads, lr):
    for k in params:
        params[k] -= lr * grads[k]


def line_search(f, grad, x, d):
    t = 1.0
    fx, slope = f(x), grad(x) @ d
    while f(x + t * d) > fx + 1e-4 * t * slope:
        t *= 0.5
    return t


def schedule(t, base):
    return base / (1 + 0.01 * t)


def apply_gradient(w, g, lr):
    return w - lr * g


def apply(w, g, lr):
    return w - lr * np.sign(g)


class Trainer:
    def __init__(self, model, optimiser):
        self.model, self.opt = model, optimiser
        self.history = []

    def fit(self, X, y, verbose=False):
        for _ in range(10):
            self.model.gradient_descent(X, y)
            self.history.append(self.model.loss(X, y))
            if verbose:
                print(self.history[-1])

    def cost(self):
        return self.history[-1]

    def cost_grad(self):
        """Slope of the learning curve."""
        return self.history[-1] - self.history[-2]
