"""Neurons of all sorts for the evolving-network playground.

Every kind of neuron has `activation` and `derivative`; the evolution draws one kind per node.
"""
import math

import numpy as np


class Neuron:
    def __init__(self, bias=0.0):
        self.bias = bias


class Siren(Neuron):
    """Sine neuron with a frequency."""

    def __init__(self, omega=30.0):
        super().__init__()
        self.omega = omega

    def activation(self, x):
        return np.sin(self.omega * x)

    def derivative(self, x):  # expect: mismatch (inner frequency missing)
        return np.cos(self.omega * x)


class ArcTan(Neuron):
    def activation(self, x):
        return np.arctan(x)

    def derivative(self, x):  # expect: mismatch (square of the sum instead of sum of squares)
        return 1 / (1 + x) ** 2


class Gompertz(Neuron):
    def __init__(self, a=1.0, b=1.0, c=1.0):
        super().__init__()
        self.a, self.b, self.c = a, b, c

    def activation(self, t):
        return self.a * np.exp(-self.b * np.exp(-self.c * t))

    def derivative(self, t):  # expect: pass
        return self.activation(t) * self.b * self.c * np.exp(-self.c * t)


class Celu(Neuron):
    def __init__(self, alpha=1.0):
        super().__init__()
        self.alpha = alpha

    def activation(self, x):
        return np.maximum(0, x) + np.minimum(0, self.alpha * (np.exp(x / self.alpha) - 1))

    def derivative(self, x):  # expect: mismatch (alpha missing in the exponent)
        return np.where(x > 0, 1.0, np.exp(x))


class SoftExponential(Neuron):
    """Between logarithm, identity and exponential."""

    def __init__(self, alpha=0.25):
        super().__init__()
        self.alpha = alpha

    def activation(self, x):
        if self.alpha < 0:
            return -np.log(1 - self.alpha * (x + self.alpha)) / self.alpha
        elif self.alpha == 0:
            return x
        else:
            return (np.exp(self.alpha * x) - 1) / self.alpha + self.alpha

    def derivative(self, x):  # expect: pass
        if self.alpha < 0:
            return 1 / (1 - self.alpha * (self.alpha + x))
        return np.exp(self.alpha * x)


class HardSwish(Neuron):
    def activation(self, x):
        return x * np.minimum(np.maximum(x + 3, 0), 6) / 6

    def derivative(self, x):  # expect: mismatch (second half of the product rule)
        return np.minimum(np.maximum(x + 3, 0), 6) / 6


class Snake(Neuron):
    def __init__(self, a=0.5):
        super().__init__()
        self.a = a

    def activation(self, x):
        return x + np.sin(self.a * x) ** 2 / self.a

    def derivative(self, x):  # expect: pass
        return 1 + np.sin(2 * self.a * x)


class Morlet(Neuron):
    """Wavelet neuron."""

    def activation(self, x):
        return math.cos(5 * x) * math.exp(-x * x / 2)

    def derivative(self, x):  # expect: pass
        return -math.exp(-x * x / 2) * (x * math.cos(5 * x) + 5 * math.sin(5 * x))


class MexicanHat(Neuron):
    def activation(self, x):
        return (1 - x * x) * math.exp(-x * x / 2)

    def derivative(self, x):  # expect: mismatch (one term lost: x^3 - 3x)
        return (x ** 3 - 2 * x) * math.exp(-x * x / 2)


class Integrate(Neuron):
    """Leaky integrate and fire: the spike itself has no slope, the surrogate has one."""

    def __init__(self, threshold=1.0, width=0.5):
        super().__init__()
        self.threshold = threshold
        self.width = width

    def activation(self, v):
        return np.where(v >= self.threshold, 1.0, 0.0)

    def derivative(self, v):  # expect: unverified deliberate (spike surrogate)
        return np.maximum(0, 1 - np.abs(v - self.threshold) / self.width) / self.width


class Tobit(Neuron):
    """Log of the normal CDF, with the inverse Mills ratio as slope."""

    @staticmethod
    def _phi(x):
        return math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)

    @staticmethod
    def _Phi(x):
        return 0.5 * math.erfc(-x / math.sqrt(2))

    def activation(self, x):
        return math.log(self._Phi(x))

    def derivative(self, x):  # expect: pass
        return self._phi(x) / self._Phi(x)
