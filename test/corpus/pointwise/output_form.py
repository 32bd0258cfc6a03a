"""Backpropagation by hand: the derivatives take the outputs, which are at hand anyway."""
import numpy as np


def logistic(x):
    return 1 / (1 + np.exp(-x))


def logistic_derivative(y):  # expect: pass output-form
    return y * (1.0 - y)


def tanh(x):
    return np.tanh(x)


def dtanh(y):  # expect: pass output-form
    return 1 - y * y


def scaled_tanh(x):
    """LeCun's 1.7159 tanh(2/3 x)"""
    return 1.7159 * np.tanh(2.0 / 3.0 * x)


def scaled_tanh_prime(y):  # expect: pass output-form
    return 2.0 / 3.0 * (1.7159 - y * y / 1.7159)


def bipolar(x):
    return 2 / (1 + np.exp(-x)) - 1


def bipolar_derivative(y):  # expect: mismatch (the half missing, in either form)
    return (1 + y) * (1 - y)


class Network:
    def __init__(self, ni, nh, no):
        rng = np.random.RandomState(3)
        self.wi = rng.uniform(-0.2, 0.2, (ni + 1, nh))
        self.wo = rng.uniform(-2.0, 2.0, (nh, no))

    def update(self, inputs):
        self.ai = np.append(inputs, 1.0)
        self.ah = tanh(self.ai.dot(self.wi))
        self.ao = logistic(self.ah.dot(self.wo))
        return self.ao

    def train_one(self, inputs, targets, N=0.5):
        self.update(inputs)
        output_deltas = logistic_derivative(self.ao) * (targets - self.ao)
        hidden_deltas = dtanh(self.ah) * self.wo.dot(output_deltas)
        self.wo += N * np.outer(self.ah, output_deltas)
        self.wi += N * np.outer(self.ai, hidden_deltas)
        return 0.5 * np.sum((targets - self.ao) ** 2)


def demo():
    n = Network(2, 3, 1)
    patterns = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    for i in range(1000):
        error = sum(n.train_one(np.array(p), np.array(t)) for p, t in patterns)
        if i % 100 == 0:
            print("error %-.5f" % error)


if __name__ == "__main__":
    demo()
