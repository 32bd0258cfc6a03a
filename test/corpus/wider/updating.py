"""Layers that learn inside of their backward: the step is taken before the gradient is passed on."""
import numpy as np


class Layer:
    def __init__(self):
        self.input = None
        self.output = None

    def forward(self, input):
        raise NotImplementedError

    def backward(self, output_gradient, learning_rate):
        raise NotImplementedError


class Dense(Layer):  # expect: pass
    def __init__(self, input_size, output_size):
        super().__init__()
        self.weights = np.random.randn(output_size, input_size)
        self.bias = np.random.randn(output_size, 1)

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        input_gradient = np.dot(self.weights.T, output_gradient)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        return input_gradient


class HastyDense(Layer):  # expect: mismatch (passes the gradient on through the weights after the step)
    def __init__(self, input_size, output_size):
        super().__init__()
        self.weights = np.random.randn(output_size, input_size)
        self.bias = np.random.randn(output_size, 1)

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        self.weights -= learning_rate * np.dot(output_gradient, self.input.T)
        self.bias -= learning_rate * output_gradient
        return np.dot(self.weights.T, output_gradient)


class Softmax(Layer):  # expect: pass
    """input is a column"""

    def forward(self, input):
        tmp = np.exp(input - np.max(input))
        self.output = tmp / np.sum(tmp)
        return self.output

    def backward(self, output_gradient, learning_rate):
        n = np.size(self.output)
        return np.dot((np.identity(n) - self.output.T) * self.output, output_gradient)


class Affine(Layer):  # expect: mismatch (the step of the bias is the sum over the wrong axis)
    """Examples in rows: input (N, D)"""

    def __init__(self, n_in, n_out, lr=0.1):
        super().__init__()
        self.lr = lr
        self.W = np.random.randn(n_in, n_out)
        self.b = np.zeros((1, n_out))

    def forward(self, input):
        self.input = input
        return input @ self.W + self.b

    def backward(self, grad_output):
        grad_input = grad_output @ self.W.T
        grad_W = self.input.T @ grad_output
        grad_b = np.mean(grad_output) * np.ones_like(self.b)
        self.W = self.W - self.lr * grad_W
        self.b = self.b - self.lr * grad_b
        return grad_input


class Embedding(Layer):  # expect: mismatch (a row that is looked up twice is stepped once)
    def __init__(self, vocabulary, dim, optimizer):
        super().__init__()
        self.E = np.random.randn(vocabulary, dim)
        self.opt = optimizer

    def forward(self, ids):
        self.ids = ids
        return self.E[ids]

    def backward(self, accum_grad):
        grad = np.zeros_like(self.E)
        grad[self.ids] = accum_grad
        self.E = self.opt.update(self.E, grad)
        return None


class Scale(Layer):  # expect: pass
    def __init__(self, n, optimizer=None):
        super().__init__()
        self.gamma = np.ones(n)
        self.optimizer = optimizer

    def forward(self, x):
        self.x = x
        return self.gamma * x

    def backward(self, accum_grad):
        gamma = self.gamma
        if self.optimizer is not None:
            self.gamma = self.optimizer.update(self.gamma, np.sum(accum_grad * self.x, axis=0))
        return accum_grad * gamma
