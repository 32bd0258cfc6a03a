"""Numerically careful functions with hand-written rules for jax."""
from functools import partial

import jax
import jax.numpy as jnp
from jax import custom_vjp


@jax.custom_vjp
def log1pexp(x):
    return jnp.log1p(jnp.exp(x))


def log1pexp_fwd(x):
    ans = jnp.log1p(jnp.exp(x))
    return ans, x


def log1pexp_bwd(x, g):  # expect: pass
    return (g * (1 - 1 / (1 + jnp.exp(x))),)


log1pexp.defvjp(log1pexp_fwd, log1pexp_bwd)


@jax.custom_vjp
def sincos(x, y):
    return jnp.sin(x) * y


def f_fwd(x, y):
    return sincos(x, y), (jnp.cos(x), jnp.sin(x), y)


def f_bwd(res, g):  # expect: mismatch (y missing in the first gradient)
    cos_x, sin_x, y = res
    return (cos_x * g, sin_x * g)


sincos.defvjp(f_fwd, f_bwd)


@custom_vjp
def safe_norm(x):
    """Norm of the last axis."""
    return jnp.sqrt(jnp.sum(x ** 2, axis=-1))


def safe_norm_fwd(x):
    n = safe_norm(x)
    return n, (x, n)


def safe_norm_bwd(res, g):  # expect: pass
    x, n = res
    return (g[..., None] * x / n[..., None],)


safe_norm.defvjp(safe_norm_fwd, safe_norm_bwd)


@partial(jax.custom_vjp, nondiff_argnums=(1,))
def cross_entropy(logits, labels):
    logp = logits - jnp.log(jnp.sum(jnp.exp(logits), axis=-1, keepdims=True))
    return -jnp.mean(jnp.take_along_axis(logp, labels[:, None], axis=-1))


def cross_entropy_fwd(logits, labels):
    p = jax.nn.softmax(logits, axis=-1)
    return cross_entropy(logits, labels), p


def cross_entropy_bwd(labels, p, g):  # expect: mismatch (upstream and 1/N only on the probabilities)
    onehot = jax.nn.one_hot(labels, p.shape[-1])
    return (g * p / p.shape[0] - onehot,)


cross_entropy.defvjp(cross_entropy_fwd, cross_entropy_bwd)


@partial(jax.custom_vjp, nondiff_argnums=(1, 2))
def clamp(x, lo, hi):
    return jnp.clip(x, lo, hi)


def clamp_fwd(x, lo, hi):
    return jnp.clip(x, lo, hi), x


def clamp_bwd(lo, hi, x, g):  # expect: mismatch (upper bound not masked)
    return (jnp.where(x > lo, g, 0.0),)


clamp.defvjp(clamp_fwd, clamp_bwd)


@jax.custom_vjp
def weighted_mean(x, w):
    """x (N, D), w (N,)"""
    return w @ x / jnp.sum(w)


def weighted_mean_fwd(x, w):
    m = w @ x / jnp.sum(w)
    return m, (x, w, m)


def weighted_mean_bwd(res, g):  # expect: pass
    x, w, m = res
    s = jnp.sum(w)
    return jnp.outer(w, g) / s, (x - m) @ g / s


weighted_mean.defvjp(weighted_mean_fwd, weighted_mean_bwd)


@jax.custom_vjp
def clip_gradient(lo, hi, x):
    return x  # identity


def clip_gradient_fwd(lo, hi, x):
    return x, (lo, hi)


def clip_gradient_bwd(res, g):  # expect: unverified deliberate (clipped on purpose)
    lo, hi = res
    return (None, None, jnp.clip(g, lo, hi))


clip_gradient.defvjp(clip_gradient_fwd, clip_gradient_bwd)


@jax.custom_vjp
def scan_decay(x, a):
    """y[t] = a y[t-1] + x[t] with y[-1] = 0, written out for three steps."""
    y0 = x[0]
    y1 = a * y0 + x[1]
    y2 = a * y1 + x[2]
    return jnp.stack([y0, y1, y2])


def scan_decay_fwd(x, a):
    y = scan_decay(x, a)
    return y, (y, a)


def scan_decay_bwd(res, g):  # expect: mismatch (direct path through a only, state truncated)
    y, a = res
    g2 = g[2]
    g1 = g[1] + a * g2
    g0 = g[0] + a * g1
    return jnp.stack([g0, g1, g2]), g[1] * y[0] + g[2] * y[1]


scan_decay.defvjp(scan_decay_fwd, scan_decay_bwd)
