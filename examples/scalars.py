"""Scalar functions with claims: right, wrong, rounded, and at a kink."""

import math

import numpy as np


# @gradcheck x=0.5, y=2
# @grad x = np.sin(y) + 2*x
# @grad y = x * np.cos(y)
def wave(x, y):
    return x * np.sin(y) + x**2


# @gradcheck x=2, y=3
# @grad x = y + 2*x
# @grad y = x + 1
def wrong_claim(x, y):
    """∂/∂y is x: the claim adds one."""
    return x * y + x**2


# @gradcheck x in (0.5, 3)
# @grad x = 1/x - math.exp(-x)
def damped_log(x):
    return math.log(x) + math.exp(-x)


# @gradcheck x=3
# @grad x = 0.333
def rounded_claim(x):
    """1/3, written with three digits: right as far as it goes."""
    return np.log(x)


# @gradcheck t=0.7, gradient=half_square_prime
def half_square(t):
    return np.tanh(t) ** 2


def half_square_prime(t):
    """Lacks the factor 2 of the square."""
    return np.tanh(t) * (1 - np.tanh(t) ** 2)


# @gradcheck q=1.5, p=0.4, gradient=energy_gradient
def energy(q, p):
    return p**2 / 2 - np.cos(q)


def energy_gradient(q, p):
    """The sign of the first component is wrong: -cos differentiates to +sin."""
    return -np.sin(q), p


# @gradcheck x=0
# @grad x = 0
def relu(x):
    """At 0 every slope between 0 and 1 is right."""
    return np.maximum(x, 0)


# @gradcheck x=0
# @grad x = 1.5
def relu_wrong(x):
    """1.5 is no slope of relu, not even at its kink."""
    return np.maximum(x, 0)


# @gradcheck x=3
def polynomial(x):
    """No written gradient: analytic and numeric are shown."""
    return x**3 - 4 * x + 1
