"""Multi-layer perceptron of the robot arm, trained online. Run me to see the error fall."""
import numpy as np


class MLP:
    def __init__(self, sizes, seed=0):
        rng = np.random.RandomState(seed)
        self.W = [rng.uniform(-0.5, 0.5, (b, a)) for a, b in zip(sizes[:-1], sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]

    @staticmethod
    def activation(z):
        return 1.0 / (1.0 + np.exp(-z))

    @staticmethod
    def activation_prime(z):  # expect: mismatch (input form, every caller passes the output)
        s = 1.0 / (1.0 + np.exp(-z))
        return s * (1.0 - s)

    def feed(self, x):
        self.a = [np.asarray(x, dtype=float)]
        for W, b in zip(self.W, self.b):
            self.a.append(self.activation(W @ self.a[-1] + b))
        return self.a[-1]

    def adapt(self, target, eta=0.3):
        delta = (self.a[-1] - target) * self.activation_prime(self.a[-1])
        for k in range(len(self.W) - 1, -1, -1):
            dW = np.outer(delta, self.a[k])
            back = self.W[k].T @ delta
            self.W[k] -= eta * dW
            self.b[k] -= eta * delta
            if k > 0:
                delta = back * self.activation_prime(self.a[k])


def rbf(r, width=1.0):
    return np.exp(-(r / width) ** 2)


def rbf_prime(r, width=1.0):  # expect: mismatch (width not squared)
    return -2 * r / width * rbf(r, width)


def multiquadric(r, c=1.0):
    return np.sqrt(r ** 2 + c ** 2)


def multiquadric_prime(r, c=1.0):  # expect: pass
    return r / multiquadric(r, c)


def softcap(x, limit=1.0):
    """limit * tanh(x / limit)"""
    return limit * np.tanh(x / limit)


def softcap_prime(y, limit=1.0):  # expect: pass output-form
    return 1 - (y / limit) ** 2


def decay(t, tau=1.0):
    return np.exp(-t / tau)


def decay_prime(y, tau=1.0):  # expect: pass output-form
    return -y / tau


if __name__ == "__main__":
    net = MLP([2, 4, 2])
    for i in range(100):
        net.feed([0.3, 0.8])
        net.adapt(np.array([0.1, 0.9]))
    print(net.feed([0.3, 0.8]))
