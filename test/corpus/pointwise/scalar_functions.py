"""Activation functions and their derivatives, one after the other."""
import math

import numpy as np
from scipy.special import erf, expit


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


def d_sigmoid(x):  # expect: pass
    s = sigmoid(x)
    return s * (1 - s)


def swish(x):
    return x * expit(x)


def dswish(x):  # expect: mismatch (sign inside the product rule)
    s = expit(x)
    return s - x * s * (1 - s)


def softplus(x, beta=1.0):
    return np.log1p(np.exp(beta * x)) / beta


def softplus_prime(x, beta=1.0):  # expect: mismatch (1/beta not cancelled)
    return expit(beta * x) / beta


def gelu(x):
    return 0.5 * x * (1 + erf(x / np.sqrt(2)))


def gelu_derivative(x):  # expect: pass
    return 0.5 * (1 + erf(x / np.sqrt(2))) + x * np.exp(-0.5 * x ** 2) / np.sqrt(2 * np.pi)


def gelu_tanh(x):
    return 0.5 * x * (1.0 + np.tanh(0.7978845608 * (x + 0.044715 * x ** 3)))


def gelu_tanh_deriv(x):  # expect: mismatch near-miss (exact derivative, tanh forward)
    return 0.5 * (1 + erf(x / np.sqrt(2))) + x * np.exp(-0.5 * x ** 2) / np.sqrt(2 * np.pi)


def fast_gelu(x):
    """x * sigmoid(1.702 x)"""
    return x * sigmoid(1.702 * x)


def fast_gelu_grad(x):  # expect: mismatch near-miss (the constant rounded to 1.7 in the slope)
    s = sigmoid(1.7 * x)
    return s + 1.7 * x * s * (1 - s)


def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)


def leaky_relu_derivative(x, negative_slope=0.01):  # expect: pass
    out = np.ones_like(x)
    out[x < 0] *= negative_slope
    return out


def relu6(x):
    return np.minimum(np.maximum(x, 0), 6)


def relu6_derivative(x):  # expect: mismatch (upper bound forgotten)
    return (x > 0).astype(float)


def logit(p):
    return np.log(p / (1 - p))


def logit_derivative(p):  # expect: mismatch (product instead of its reciprocal)
    return p * (1 - p)


def log2_scale(x):
    return np.log2(1 + np.abs(x)) * np.sign(x)


def log2_scale_derivative(x):  # expect: mismatch (log base: 1 / ln 2 missing)
    return 1 / (1 + np.abs(x))


def symlog(x, c=1.0):
    return np.sign(x) * np.log1p(np.abs(x) / c)


def symlog_deriv(x, c=1.0):  # expect: pass
    return 1 / (c + np.abs(x))


def smoothstep(t):
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)


def smoothstep_derivative(t):  # expect: pass
    return np.where((t > 0) & (t < 1), 6 * t * (1 - t), 0.0)


def smootherstep(t):
    t = np.clip(t, 0.0, 1.0)
    return t ** 3 * (t * (6 * t - 15) + 10)


def smootherstep_derivative(t):  # expect: mismatch (not cut off outside of 0..1)
    return 30 * t ** 2 * (t - 1) ** 2


def sinc(x):
    return np.sin(x) / x


def sinc_prime(x):  # expect: mismatch (second term divided by x once)
    return np.cos(x) / x - np.sin(x) / x


def gaussian(x, mu=0.0, sigma=1.0):
    return np.exp(-(x - mu) ** 2 / (2 * sigma ** 2))


def gaussian_prime(x, mu=0.0, sigma=1.0):  # expect: mismatch (sigma not squared)
    return -(x - mu) / sigma * gaussian(x, mu, sigma)


def sin_deg(a):
    """Sine of an angle in degrees."""
    return np.sin(np.radians(a))


def sin_deg_derivative(a):  # expect: mismatch (pi / 180 missing)
    return np.cos(np.radians(a))




def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_grad(z):  # expect: pass
    """Jacobian"""
    s = softmax(z).reshape(-1, 1)
    return np.diagflat(s) - np.dot(s, s.T)


def softmax_temp(z, T=1.0):
    e = np.exp((z - np.max(z)) / T)
    return e / e.sum()


def softmax_temp_jacobian(z, T=1.0):  # expect: mismatch (1/T missing)
    s = softmax_temp(z, T)
    return np.diag(s) - np.outer(s, s)


def logsumexp(z):
    m = z.max()
    return m + np.log(np.sum(np.exp(z - m)))


def logsumexp_grad(z):  # expect: pass
    return softmax(z)


def pnorm(x, p=2):
    return np.sum(np.abs(x) ** p) ** (1 / p)


def pnorm_grad(x, p=2):  # expect: mismatch (exponent p - 1 of the norm is fixed at 1)
    return np.sign(x) * np.abs(x) ** (p - 1) / pnorm(x, p)


def binarize(x):
    return np.where(x >= 0, 1.0, -1.0)


def binarize_grad(x):  # expect: unverified deliberate (straight-through estimator)
    """Straight-through estimator, saturated outside of [-1, 1]."""
    return (np.abs(x) <= 1).astype(float)


def fermi(e, mu=0.0, kT=0.025):
    return 1 / (math.exp((e - mu) / kT) + 1)


def dfermi(e, mu=0.0, kT=0.025):  # expect: mismatch (sign)
    n = fermi(e, mu, kT)
    return n * (1 - n) / kT


def lennard_jones(r, epsilon=1.0, sigma=1.0):
    sr6 = (sigma / r) ** 6
    return 4 * epsilon * (sr6 ** 2 - sr6)


def lennard_jones_derivative(r, epsilon=1.0, sigma=1.0):  # expect: pass
    sr6 = (sigma / r) ** 6
    return 4 * epsilon * (-12 * sr6 ** 2 + 6 * sr6) / r


def morse(r, D=1.0, a=1.0, r0=1.0):
    return D * (1 - math.exp(-a * (r - r0))) ** 2


def morse_derivative(r, D=1.0, a=1.0, r0=1.0):  # expect: mismatch (inner a missing)
    e = math.exp(-a * (r - r0))
    return 2 * D * (1 - e) * e


def planck(x):
    return x ** 3 / (np.exp(x) - 1)


def planck_der(x):  # expect: pass
    d = np.expm1(x)
    return (3 * x ** 2 * d - x ** 3 * np.exp(x)) / d ** 2
