"""A small net whose activations and costs are methods with a switch."""
import numpy as np


class Activations:
    def __init__(self, alpha=0.1, beta=1.0):
        self.alpha = alpha
        self.beta = beta

    def leaky(self, x, derivative=False):  # expect: pass
        if derivative:
            return np.where(x > 0, 1.0, self.alpha)
        return np.where(x > 0, x, self.alpha * x)

    def swish(self, x, derivative=False):  # expect: pass
        s = 1 / (1 + np.exp(-self.beta * x))
        if derivative:
            return s + self.beta * x * s * (1 - s)
        return x * s

    def arctan(self, x, deriv=False):  # expect: pass
        if deriv is True:
            return 1 / (np.square(x) + 1)
        return np.arctan(x)

    def softmax(self, x, deriv=False):  # expect: pass
        """One vector in, probabilities or their Jacobian out."""
        e = np.exp(x - np.max(x))
        p = e / np.sum(e)
        if deriv:
            return np.diag(p) - np.outer(p, p)
        return p

    def bent(self, x, deriv=False):  # expect: mismatch (half lost)
        if deriv:
            return x / np.sqrt(x ** 2 + 1) + 1
        else:
            return (np.sqrt(x ** 2 + 1) - 1) / 2 + x


class Costs:
    @staticmethod
    def quadratic(y, a, prime=False):  # expect: pass
        if prime:
            return a - y
        return 0.5 * np.linalg.norm(a - y) ** 2

    @staticmethod
    def hellinger(y, a, prime=False):  # expect: pass
        if prime:
            return (np.sqrt(a) - np.sqrt(y)) / (np.sqrt(2) * np.sqrt(a))
        return np.sum((np.sqrt(a) - np.sqrt(y)) ** 2) / np.sqrt(2)

    @staticmethod
    def itakura_saito(y, a, prime=False):  # expect: pass
        if prime:
            return (a - y) / a ** 2
        return np.sum(y / a - np.log(y / a) - 1)

    @staticmethod
    def exponential(y, a, prime=False, tau=1.0):  # expect: mismatch (tau squared in the slope)
        cost = tau * np.exp(np.sum((a - y) ** 2) / tau)
        if prime:
            return 2 / tau ** 2 * (a - y) * cost
        return cost
