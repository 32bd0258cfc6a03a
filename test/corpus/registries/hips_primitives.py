"""Primitives for autograd."""
import autograd.numpy as np
import numpy as onp
from autograd.extend import defvjp, primitive
from scipy import special


@primitive
def logsumexp(x):
    """Numerically stable log(sum(exp(x)))"""
    max_x = np.max(x)
    return max_x + np.log(np.sum(np.exp(x - max_x)))


def make_grad_logsumexp(ans, x):
    return lambda g: np.full(x.shape, g) * np.exp(x - np.full(x.shape, ans))


defvjp(logsumexp, make_grad_logsumexp)  # expect: pass


@primitive
def powerlaw(x, k):
    return x ** k


defvjp(powerlaw,  # expect: mismatch (logarithm of the base missing for the exponent)
       lambda ans, x, k: lambda g: g * k * x ** (k - 1),
       lambda ans, x, k: lambda g: g * x ** k)


@primitive
def expit(x):
    return special.expit(x)


defvjp(expit, lambda ans, x: lambda g: g * ans * (1 - ans))  # expect: pass


@primitive
def owens_erf(x, s):
    return special.erf(x / s)


defvjp(owens_erf,  # expect: mismatch (scale's gradient lost one 1/s)
       lambda ans, x, s: lambda g: g * 2 / np.sqrt(np.pi) / s * np.exp(-(x / s) ** 2),
       lambda ans, x, s: lambda g: -g * 2 / np.sqrt(np.pi) * x / s * np.exp(-(x / s) ** 2))


@primitive
def quadform(A, x):
    return x @ A @ x


defvjp(quadform,  # expect: unverified holds-if (A symmetric)
       lambda ans, A, x: lambda g: g * np.outer(x, x),
       lambda ans, A, x: lambda g: g * 2 * A @ x)


@primitive
def bessel0(n, x):
    """x is differentiated, the order n is not."""
    return special.jn(n, x)


defvjp(bessel0, None, lambda ans, n, x: lambda g: g * (special.jn(n - 1, x) - special.jn(n + 1, x)) / 2)  # expect: pass


@primitive
def solve(A, b):
    return onp.linalg.solve(A, b)


defvjp(solve,  # expect: mismatch (A not transposed in the adjoint solve)
       lambda ans, A, b: lambda g: -np.outer(onp.linalg.solve(A, g), ans),
       lambda ans, A, b: lambda g: onp.linalg.solve(A, g))


@primitive
def gather(table, idx):
    return table[idx]


def gather_vjp(ans, table, idx):
    def vjp(g):
        out = np.zeros(table.shape)
        out[idx] += g
        return out
    return vjp


defvjp(gather, gather_vjp, None)  # expect: mismatch (repeated rows overwritten)


@primitive
def outer_sum(a, b):
    """a (N, 1) + b (M,)"""
    return a + b


defvjp(outer_sum, lambda ans, a, b: lambda g: np.sum(g, axis=1, keepdims=True), lambda ans, a, b: lambda g: np.sum(g, axis=0))  # expect: pass
