import numpy as np
from proofkit import elementwise as el, scalar


def prove_dσ(m, rng):
    z = rng.randn(5)
    return [el("z", m.σ, z, m.dσ(z), rng)]


def prove_softplus_prime(m, rng):
    z = rng.randn(5)
    return [el("z", m.softplus, z, m.softplus_prime(z), rng)]


def prove_kosten_grad(m, rng):
    X, y, t = rng.randn(7, 3), (rng.rand(7) > 0.5) * 1.0, rng.randn(3)
    return [scalar("θ", lambda v: m.kosten(v, X, y, 0.8), t, m.kosten_grad(t, X, y, 0.8))]


def prove_d_energie(m, rng):
    Q, c, x = rng.randn(3, 3), rng.randn(3), rng.randn(3)
    return [scalar("x", lambda v: m.energie(v, Q, c), x, m.d_energie(x, Q, c))]


def prove_abstand_grad(m, rng):
    a, b = rng.randn(3), rng.randn(3)
    return [scalar("a", lambda v: m.abstand(v, b), a, m.abstand_grad(a, b))]
