"""A tied-weight autoencoder as a list of layer objects with inheritance."""
import numpy as np


class Layer:
    params = ()

    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad):
        raise NotImplementedError

    def update(self, rate):
        for name in self.params:
            value = getattr(self, name)
            setattr(self, name, value - rate * getattr(self, "d" + name))

    def __call__(self, x):
        return self.forward(x)


class Dense(Layer):
    params = ("W", "b")

    def __init__(self, n_in, n_out, phase):
        super().__init__()
        self.W = np.sin(np.arange(n_in * n_out) + phase).reshape(n_in, n_out) / n_in
        self.b = np.zeros((1, n_out))

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(axis=0, keepdims=True)
        return grad @ self.W.T


class Activation(Layer):
    def forward(self, x):
        self.y = self.f(x)
        return self.y

    def backward(self, grad):
        return grad * self.slope()


class Tanh(Activation):
    f = staticmethod(np.tanh)

    def slope(self):
        return 1 - self.y**2


class Sigmoid(Activation):
    @staticmethod
    def f(x):
        return 1 / (1 + np.exp(-x))

    def slope(self):
        return self.y * (1 - self.y)


class Sequential(Layer):
    def __init__(self, *layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def update(self, rate):
        for layer in self.layers:
            layer.update(rate)


X = 0.5 + 0.4 * np.sin(np.arange(48.0)).reshape(8, 6)
net = Sequential(Dense(6, 3, 0.2), Tanh(), Dense(3, 6, 1.4), Sigmoid())
losses = []
for epoch in range(25):
    out = net(X)
    losses.append(float(((out - X) ** 2).mean()))
    net.backward(2 * (out - X) / X.size)
    net.update(2.0)
code = net.layers[1](net.layers[0](X))
kinds = [type(layer).__name__ for layer in net.layers]
family = [isinstance(layer, Activation) for layer in net.layers]
parents = issubclass(Sigmoid, Layer), issubclass(Dense, Activation)
try:
    Layer().forward(X)
except NotImplementedError:
    abstract = True
del net
