"""Activations and penalties with type hints, as protocols, dataclasses and static methods."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

try:
    from numba import njit
except ImportError:
    def njit(*args, **kwargs):
        if args and callable(args[0]):
            return args[0]
        return lambda fn: fn

Array = NDArray[np.float64]


@dataclass
class Elastic:
    """l1 (smoothed) and l2 penalty."""

    l1: float = 0.0
    l2: float = 0.0
    eps: float = 1e-3

    def cost(self, w: Array) -> float:
        return float(self.l1 * np.sum(np.sqrt(w * w + self.eps)) + 0.5 * self.l2 * np.sum(w * w))

    def grad(self, w: Array) -> Array:  # expect: mismatch (l2 counted twice: the half is forgotten)
        return self.l1 * w / np.sqrt(w * w + self.eps) + 2 * self.l2 * w


@dataclass(frozen=True)
class GroupLasso:
    lam: float = 1.0

    def cost(self, W: Array) -> float:
        """Rows of W are the groups."""
        return self.lam * np.sum(np.sqrt(np.sum(W ** 2, axis=1)))

    def grad(self, W: Array) -> Array:  # expect: mismatch (norm taken along the wrong axis)
        return self.lam * W / np.sqrt(np.sum(W ** 2, axis=0))


class Activation:
    """Base: the value is shared, the slopes are not."""

    gain = 1.0

    def fn(self, x: Array) -> Array:
        return self.gain * self._raw(x)

    def _raw(self, x: Array) -> Array:
        raise NotImplementedError


class Gain15(Activation):
    gain = 1.5

    def _raw(self, x):
        return np.arctan(x)

    def grad(self, x):  # expect: pass
        return self.gain / (1 + x ** 2)


class Gain2(Activation):
    gain = 2.0

    def _raw(self, x):
        return np.arcsinh(x)

    def grad(self, x):  # expect: mismatch (gain of the base class forgotten)
        return 1 / np.sqrt(1 + x ** 2)


class Shapes:
    """A name space."""

    @staticmethod
    def bump(x: Array) -> Array:
        return np.where(np.abs(x) < 1, np.exp(-1 / np.maximum(1 - x ** 2, 1e-12)), 0.0)

    @staticmethod
    def bump_grad(x: Array) -> Array:  # expect: pass
        u = np.maximum(1 - x ** 2, 1e-12)
        return np.where(np.abs(x) < 1, np.exp(-1 / u) * (-2 * x / u ** 2), 0.0)

    @classmethod
    def ramp(cls, x: Array, lo: float = 0.0, hi: float = 1.0) -> Array:
        return np.clip((x - lo) / (hi - lo), 0, 1)

    @classmethod
    def ramp_grad(cls, x: Array, lo: float = 0.0, hi: float = 1.0) -> Array:  # expect: mismatch (width of the ramp)
        return ((x > lo) & (x < hi)).astype(float)


@njit(cache=True)
def softclip(x, c=1.0):
    return c * x / np.sqrt(c * c + x * x)


@njit(cache=True)
def softclip_deriv(x, c=1.0):  # expect: pass
    return (c * c / (c * c + x * x)) ** 1.5


def weighted_mse(
    y_pred: Array,
    y: Array,
    weights: Optional[Array] = None,
    *,
    reduction: str = "mean",
) -> float:
    w = np.ones_like(y) if weights is None else weights
    total = np.sum(w * (y_pred - y) ** 2)
    if reduction == "mean":
        return total / y.size
    return total


def weighted_mse_grad(  # expect: mismatch (weights forgotten)
    y_pred: Array,
    y: Array,
    weights: Optional[Array] = None,
    *,
    reduction: str = "mean",
) -> Array:
    g = 2 * (y_pred - y)
    if reduction == "mean":
        return g / y.size
    return g


def log_normal_loss(params: Tuple[float, float], x: Array) -> Tuple[float, Array]:  # expect: pass
    mu, log_s = params
    z = (np.log(x) - mu) / np.exp(log_s)
    loss = float(np.sum(0.5 * z ** 2 + log_s + np.log(x)))
    grad = np.array([-np.sum(z) / np.exp(log_s), np.sum(1 - z ** 2)])
    return loss, grad


def poly(x: float, *coef: float) -> float:
    return sum(c * x ** k for k, c in enumerate(coef))


def poly_prime(x: float, *coef: float) -> float:  # expect: pass
    return sum(k * c * x ** (k - 1) for k, c in enumerate(coef) if k > 0)
