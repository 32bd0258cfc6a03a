"""The inner functions come out by catching the call of minimize."""
import numpy as np
from proofkit import scalar


def caught(m, call):
    kept = {}

    def spy(f, x0, jac=None, **kw):
        kept["f"], kept["g"] = f, jac
        return type("Result", (), {"x": x0})()

    old, m.minimize = m.minimize, spy
    try:
        call()
    finally:
        m.minimize = old
    return kept["f"], kept["g"]


def prove_fprime(m, rng):
    X, y = rng.randn(7, 3), np.sign(rng.randn(7))
    f, g = caught(m, lambda: m.fit_logistic(X, y, 2.5))
    w = rng.randn(3)
    return [scalar("w", f, w, g(w))]


def prove_grad(m, rng):
    f, g = caught(m, lambda: m.fit_softmin(rng.randn(5, 3), 0.7))
    c = rng.randn(3)
    return [scalar("c", f, c, g(c))]


def prove_gradient(m, rng):
    f, g = m.fermat_point(rng.randn(5, 2), rng.rand(5) + 0.5)
    p = rng.randn(2)
    return [scalar("p", f, p, g(p))]


def prove_derphi(m, rng):
    return [("t", lambda t: float(m.phi(t)), np.array(0.7), m.derphi(0.7))]
