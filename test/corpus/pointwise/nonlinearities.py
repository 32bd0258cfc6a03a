"""A collection of activation function objects."""
from abc import ABC, abstractmethod

import numpy as np


class ActivationBase(ABC):
    def __init__(self, **kwargs):
        super().__init__()

    def __call__(self, z):
        """Apply the activation function to an input"""
        if z.ndim == 1:
            z = z.reshape(1, -1)
        return self.fn(z)

    @abstractmethod
    def fn(self, z):
        """Apply the activation function to an input"""
        raise NotImplementedError

    @abstractmethod
    def grad(self, x, **kwargs):
        """Compute the gradient of the activation function wrt the input"""
        raise NotImplementedError


class Sigmoid(ActivationBase):
    """A logistic sigmoid activation function."""

    def __str__(self):
        return "Sigmoid"

    def fn(self, z):
        return 1 / (1 + np.exp(-z))

    def grad(self, x):  # expect: pass
        fn_x = self.fn(x)
        return fn_x * (1 - fn_x)

    def grad2(self, x):  # expect: mismatch (sign of the second factor)
        fn_x = self.fn(x)
        grad_x = fn_x * (1 - fn_x)
        return grad_x * (2 * fn_x - 1)


class Tanh(ActivationBase):
    def __str__(self):
        return "Tanh"

    def fn(self, z):
        return np.tanh(z)

    def grad(self, x):  # expect: pass
        return 1 - np.tanh(x) ** 2

    def grad2(self, x):  # expect: pass
        tanh_x = np.tanh(x)
        return -2 * tanh_x * (1 - tanh_x ** 2)


class Affine(ActivationBase):
    """g(x) = slope * x + intercept"""

    def __init__(self, slope=1, intercept=0):
        self.slope = slope
        self.intercept = intercept
        super().__init__()

    def __str__(self):
        return "Affine(slope={}, intercept={})".format(self.slope, self.intercept)

    def fn(self, z):
        return self.slope * z + self.intercept

    def grad(self, x):  # expect: mismatch (slope missing)
        return np.ones_like(x)


class ELU(ActivationBase):
    def __init__(self, alpha=1.0):
        self.alpha = alpha
        super().__init__()

    def __str__(self):
        return "ELU(alpha={})".format(self.alpha)

    def fn(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(z) - 1))

    def grad(self, x):  # expect: mismatch (alpha missing on the negative side)
        return np.where(x > 0, np.ones_like(x), np.exp(x))


class Exponential(ActivationBase):
    """base ** x"""

    def __init__(self, base=np.e):
        self.base = base
        super().__init__()

    def fn(self, z):
        return self.base ** z

    def grad(self, x):  # expect: mismatch (log of the base missing)
        return self.base ** x


class HardSigmoid(ActivationBase):
    def fn(self, z):
        return np.clip((0.2 * z) + 0.5, 0.0, 1.0)

    def grad(self, x):  # expect: pass
        return np.where((x >= -2.5) & (x <= 2.5), 0.2, 0)

    def grad2(self, x):  # expect: pass
        return np.zeros_like(x)


class SoftPlus(ActivationBase):
    def fn(self, z):
        return np.log(np.exp(z) + 1)

    def grad(self, x):  # expect: pass
        exp_x = np.exp(x)
        return exp_x / (exp_x + 1)

    def grad2(self, x):  # expect: mismatch (denominator not squared)
        exp_x = np.exp(x)
        return exp_x / (exp_x + 1)


class BentIdentity(ActivationBase):
    def fn(self, z):
        return (np.sqrt(z ** 2 + 1) - 1) / 2 + z

    def grad(self, x):  # expect: pass
        return x / (2 * np.sqrt(x ** 2 + 1)) + 1

    def grad2(self, x):  # expect: pass
        return 0.5 * (x ** 2 + 1) ** -1.5


class Mish(ActivationBase):
    def fn(self, z):
        return z * np.tanh(np.log1p(np.exp(z)))

    def grad(self, x):  # expect: pass
        omega = 4 * (x + 1) + 4 * np.exp(2 * x) + np.exp(3 * x) + np.exp(x) * (4 * x + 6)
        delta = 2 * np.exp(x) + np.exp(2 * x) + 2
        return np.exp(x) * omega / delta ** 2
