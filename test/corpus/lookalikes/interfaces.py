"""Abstract bases; the real work is in the back ends."""
from abc import ABC, abstractmethod


class Layer(ABC):
    @abstractmethod
    def forward(self, x):
        pass

    @abstractmethod
    def backward(self, dout):
        pass


class Module:
    def forward(self, *inputs):
        raise NotImplementedError

    def backward(self, *grads):
        raise NotImplementedError("backward of " + type(self).__name__)

    def __call__(self, *inputs):
        return self.forward(*inputs)


class Activation(object):
    """Base class of all activation functions."""

    def fn(self, z):
        raise NotImplementedError

    def grad(self, z):
        raise NotImplementedError

    def grad2(self, z):
        raise NotImplementedError


class Loss:
    def loss(self, y_true, y_pred):
        return NotImplementedError()

    def gradient(self, y, y_pred):
        raise NotImplementedError()

    def acc(self, y, y_pred):
        return 0


class Objective:
    def fun(self, x):
        """Value at x."""
        ...

    def jac(self, x):
        """Gradient at x."""
        ...

    def hess(self, x):
        """Hessian at x."""
        ...


class Kernel:
    def __init__(self, length):
        self.length = length

    def __call__(self, a, b):
        raise NotImplementedError

    def gradient(self, a, b):
        raise NotImplementedError


def f(x):
    """To be filled in by the student."""
    pass


def f_prime(x):
    pass


def objective(x):
    raise NotImplementedError("override me")


def objective_grad(x):
    raise NotImplementedError("override me")


class Flow:
    def forward(self, x):
        return self.transform(x)

    def transform(self, x):
        raise NotImplementedError

    def backward(self, y):
        """The inverse map."""
        raise NotImplementedError
