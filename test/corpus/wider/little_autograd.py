"""A little reverse mode: numbers on a tape, arrays with pullbacks, penalties as records."""
from dataclasses import dataclass

import numpy as np


def sum_to_shape(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and g.shape[axis] != 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


class Var:
    def __init__(self, value, parents=()):
        self.value = np.array(value, dtype=float)
        self.grad = np.zeros_like(self.value)
        self.parents = parents
        self._backward = lambda: None

    def add(self, other):  # expect: pass
        out = Var(self.value + other.value, (self, other))

        def backward():
            self.grad += sum_to_shape(out.grad, self.value.shape)
            other.grad += sum_to_shape(out.grad, other.value.shape)
        out._backward = backward
        return out

    def sub(self, other):  # expect: mismatch (the second share has the sign of the first)
        out = Var(self.value - other.value, (self, other))

        def backward():
            self.grad += sum_to_shape(out.grad, self.value.shape)
            other.grad += sum_to_shape(out.grad, other.value.shape)
        out._backward = backward
        return out

    def div(self, other):  # expect: mismatch (the divisor's share is not summed where it is broadcast)
        out = Var(self.value / other.value, (self, other))

        def backward():
            self.grad = self.grad + sum_to_shape(out.grad / other.value, self.value.shape)
            other.grad = other.grad - out.grad * self.value / other.value ** 2
        out._backward = backward
        return out

    def swish(self):  # expect: pass
        s = 1 / (1 + np.exp(-self.value))
        out = Var(self.value * s, (self,))

        def backward():
            self.grad += out.grad * (s + out.value * (1 - s))
        out._backward = backward
        return out


def concat(variables, axis=0):  # expect: mismatch (every part gets the first one's share)
    out = Var(np.concatenate([v.value for v in variables], axis=axis), tuple(variables))

    def backward():
        for v in variables:
            n = v.value.shape[axis]
            v.grad += np.take(out.grad, np.arange(n), axis=axis)
    out._backward = backward
    return out


def total(variables):  # expect: pass
    out = Var(sum(v.value for v in variables), tuple(variables))

    def backward():
        for v in variables:
            v.grad += out.grad
    out._backward = backward
    return out


def quadratic(x, A):  # expect: mismatch (2 A x for a matrix that need not be symmetric)
    y = x @ A @ x

    def pullback(g):
        return g * 2 * A @ x, g * np.outer(x, x)
    return y, pullback


def whiten(x, mean, std):  # expect: pass
    z = (x - mean) / std

    def vjp(dz):
        return dz / std, -np.sum(dz / std, axis=0), -np.sum(dz * z / std, axis=0)
    return z, vjp


@dataclass
class ElasticPenalty:
    l1: float = 0.0
    l2: float = 0.0

    def value(self, w: np.ndarray) -> float:
        return self.l1 * np.sum(np.abs(w)) + self.l2 * np.sum(w ** 2)

    def gradient(self, w: np.ndarray) -> np.ndarray:  # expect: mismatch (square's factor forgotten)
        return self.l1 * np.sign(w) + self.l2 * w


@dataclass(frozen=True)
class Barrier:
    weight: float = 1.0
    upper: float = 5.0

    def value(self, x: np.ndarray) -> float:
        return -self.weight * np.sum(np.log(self.upper - x))

    def gradient(self, x: np.ndarray) -> np.ndarray:  # expect: pass
        return self.weight / (self.upper - x)
