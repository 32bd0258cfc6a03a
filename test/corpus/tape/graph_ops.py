"""Operations of a define-by-run library: each returns a Variable that knows how to send gradients back."""
import numpy as np


class Variable:
    def __init__(self, value, parents=()):
        self.value = np.asarray(value, dtype=float)
        self.grad = None
        self.parents = parents
        self.backward_fn = None

    def accumulate(self, g):
        self.grad = g if self.grad is None else self.grad + g


def stack(variables, axis=0):  # expect: pass
    out = Variable(np.stack([v.value for v in variables], axis=axis), tuple(variables))

    def backward_fn():
        for i, v in enumerate(variables):
            v.accumulate(np.take(out.grad, i, axis=axis))
    out.backward_fn = backward_fn
    return out


def where(mask, a, b):  # expect: pass
    out = Variable(np.where(mask, a.value, b.value), (a, b))

    def backward_fn():
        a.accumulate(np.where(mask, out.grad, 0.0))
        b.accumulate(np.where(mask, 0.0, out.grad))
    out.backward_fn = backward_fn
    return out


def sqrt(a):  # expect: pass
    out = Variable(np.sqrt(a.value), (a,))

    def backward_fn():
        a.accumulate(out.grad * 0.5 / out.value)
    out.backward_fn = backward_fn
    return out


def absolute(a):  # expect: pass
    out = Variable(np.abs(a.value), (a,))

    def backward_fn():
        a.accumulate(np.sign(a.value) * out.grad)
    out.backward_fn = backward_fn
    return out


def einsum_bij(a, b):  # expect: pass
    """Batched product with the second operand transposed: (B, I, K) x (B, J, K) -> (B, I, J)"""
    out = Variable(np.einsum('bik,bjk->bij', a.value, b.value), (a, b))

    def backward_fn():
        a.accumulate(np.einsum('bij,bjk->bik', out.grad, b.value))
        b.accumulate(np.einsum('bij,bik->bjk', out.grad, a.value))
    out.backward_fn = backward_fn
    return out


def prod(a):  # expect: mismatch (product of the others divided twice by the entry)
    out = Variable(np.prod(a.value), (a,))

    def backward_fn():
        a.accumulate(out.grad * out.value / a.value ** 2)
    out.backward_fn = backward_fn
    return out


def variance(a, axis):  # expect: pass
    mean = a.value.mean(axis=axis, keepdims=True)
    out = Variable(a.value.var(axis=axis), (a,))

    def backward_fn():
        n = a.value.shape[axis]
        a.accumulate(2 / n * (a.value - mean) * np.expand_dims(out.grad, axis))
    out.backward_fn = backward_fn
    return out


def hypot(a, b):  # expect: mismatch (coordinates swapped)
    out = Variable(np.hypot(a.value, b.value), (a, b))

    def backward_fn():
        a.accumulate(out.grad * b.value / out.value)
        b.accumulate(out.grad * a.value / out.value)
    out.backward_fn = backward_fn
    return out


def diff(a):  # expect: pass
    """Differences of neighbours along the last axis."""
    out = Variable(np.diff(a.value, axis=-1), (a,))

    def backward_fn():
        g = np.zeros_like(a.value)
        g[..., 1:] += out.grad
        g[..., :-1] -= out.grad
        a.accumulate(g)
    out.backward_fn = backward_fn
    return out


def cumprod(a):  # expect: mismatch (suffix sum starts one entry late)
    """Running product of a vector without zeros."""
    out = Variable(np.cumprod(a.value), (a,))

    def backward_fn():
        s = np.cumsum((out.grad * out.value)[::-1])[::-1]
        s = np.append(s[1:], 0.0)
        a.accumulate(s / a.value)
    out.backward_fn = backward_fn
    return out


def tensordot2(a, b):  # expect: pass
    """Contracts the last two axes of a with the first two of b."""
    out = Variable(np.tensordot(a.value, b.value, axes=2), (a, b))

    def backward_fn():
        g = out.grad
        a.accumulate(np.tensordot(g, b.value, axes=([1], [2])))
        b.accumulate(np.tensordot(a.value, g, axes=([0], [0])))
    out.backward_fn = backward_fn
    return out


def inverse(a):  # expect: pass
    out = Variable(np.linalg.inv(a.value), (a,))

    def backward_fn():
        a.accumulate(-out.value.T @ out.grad @ out.value.T)
    out.backward_fn = backward_fn
    return out


def cholesky(a):  # expect: pass
    """Lower factor of a symmetric positive definite matrix."""
    L = np.linalg.cholesky((a.value + a.value.T) / 2)
    out = Variable(L, (a,))

    def backward_fn():
        P = np.tril(L.T @ out.grad)
        P[np.diag_indices_from(P)] *= 0.5
        Li = np.linalg.inv(L)
        S = Li.T @ P @ Li
        a.accumulate((S + S.T) / 2)
    out.backward_fn = backward_fn
    return out


def outer(a, b):  # expect: pass
    out = Variable(a.value[:, None] * b.value[None, :], (a, b))

    def backward_fn():
        a.accumulate(out.grad @ b.value)
        b.accumulate(a.value @ out.grad)
    out.backward_fn = backward_fn
    return out


def fft_free_conv(a, kernel):  # expect: mismatch (valid part taken of the kernel's gradient without flipping)
    """Full convolution of two vectors."""
    out = Variable(np.convolve(a.value, kernel.value), (a, kernel))

    def backward_fn():
        a.accumulate(np.correlate(out.grad, kernel.value, 'valid'))
        kernel.accumulate(np.convolve(out.grad, a.value, 'valid'))
    out.backward_fn = backward_fn
    return out
