import numpy as np

# Collection of activation functions
# Reference: https://en.wikipedia.org/wiki/Activation_function


class Sigmoid():
    def __call__(self, x):
        return 1 / (1 + np.exp(-x))

    def gradient(self, x):  # expect: pass
        return self.__call__(x) * (1 - self.__call__(x))


class Softmax():
    def __call__(self, x):
        e_x = np.exp(x - np.max(x, axis=-1, keepdims=True))
        return e_x / np.sum(e_x, axis=-1, keepdims=True)

    def gradient(self, x):  # expect: mismatch (softmax Jacobian treated as diagonal)
        p = self.__call__(x)
        return p * (1 - p)


class LeakyReLU():
    def __init__(self, alpha=0.2):
        self.alpha = alpha

    def __call__(self, x):
        return np.where(x >= 0, x, self.alpha * x)

    def gradient(self, x):  # expect: pass
        return np.where(x >= 0, 1, self.alpha)


class ELU():
    def __init__(self, alpha=0.1):
        self.alpha = alpha

    def __call__(self, x):
        return np.where(x >= 0.0, x, self.alpha * (np.exp(x) - 1))

    def gradient(self, x):  # expect: pass
        return np.where(x >= 0.0, 1, self.__call__(x) + self.alpha)


class SELU():
    # Reference : https://arxiv.org/abs/1706.02515
    def __init__(self):
        self.alpha = 1.6732632423543772848170429916717
        self.scale = 1.0507009873554804934193349852946

    def __call__(self, x):
        return self.scale * np.where(x >= 0.0, x, self.alpha * (np.exp(x) - 1))

    def gradient(self, x):  # expect: mismatch (scale only on the negative side)
        return np.where(x >= 0.0, 1, self.scale * self.alpha * np.exp(x))


class ISRU():
    """x / sqrt(1 + a x^2)"""
    def __init__(self, a=1.0):
        self.a = a

    def __call__(self, x):
        return x / np.sqrt(1 + self.a * x**2)

    def gradient(self, x):  # expect: mismatch (a missing in the denominator)
        return (1 / np.sqrt(1 + x**2)) ** 3


class GELU():
    def __call__(self, x):
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

    def gradient(self, x):  # expect: mismatch near-miss (exact derivative, tanh forward)
        from math import erf
        cdf = 0.5 * (1 + np.vectorize(erf)(x / np.sqrt(2)))
        pdf = np.exp(-x**2 / 2) / np.sqrt(2 * np.pi)
        return cdf + x * pdf


class SoftSign():
    def __call__(self, x):
        return x / (1 + np.abs(x))

    def gradient(self, x):  # expect: mismatch (quotient rule without the square)
        return 1 / (1 + np.abs(x))


class Swish():
    def __init__(self, beta=1.0):
        self.beta = beta
        self.sigmoid = Sigmoid()

    def __call__(self, x):
        return x * self.sigmoid(self.beta * x)

    def gradient(self, x):  # expect: mismatch (inner beta missing)
        s = self.sigmoid(self.beta * x)
        return s + x * s * (1 - s)


class PolyReLU():
    """max(0, x)^p"""
    def __init__(self, p=3):
        self.p = p

    def __call__(self, x):
        return np.maximum(0, x) ** self.p

    def gradient(self, x):  # expect: mismatch (exponent not lowered)
        return self.p * np.maximum(0, x) ** self.p


class BentReLU():
    """Slope one up to 0.5, slope two above."""
    def __call__(self, x):
        return np.where(x > 0.5, 2 * x - 0.5, x)

    def gradient(self, x):  # expect: mismatch (mask tests 0 instead of the joint at 0.5)
        return np.where(x > 0, 2.0, 1.0)
