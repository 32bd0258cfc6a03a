import numpy as np
from proofkit import elementwise, jacobian, scalar


def prove_swish(m, r):
    x = r.randn(5)
    return [elementwise("x", lambda v: m.swish(v, 1.3), x, m.swish(x, 1.3, True), r)]


def prove_softsign(m, r):
    x = r.randn(5) - 0.5
    return [elementwise("x", m.softsign, x, m.softsign(x, True), r)]


def prove_Bump_evaluate(m, r):
    b, x = m.Bump(), r.randn(5)
    return [elementwise("x", b.evaluate, x, b.evaluate(x, 1), r)]


def prove_volume(m, r):
    x, g = r.randn(3), np.zeros(3)
    m.volume(x, g)
    return [scalar("x", lambda v: m.volume(v, np.zeros(0)), x, g)]


def prove_rosen2_hess_prod(m, r):
    x, p = r.randn(2), r.randn(2)
    g = lambda v: np.array([-400 * v[0] * (v[1] - v[0] ** 2) - 2 * (1 - v[0]), 200 * (v[1] - v[0] ** 2)])
    return [scalar("x", lambda v: g(v) @ p, x, m.rosen2_hess_prod(x, p))]


def prove_directions(m, r):
    c, pts = r.randn(3), r.randn(5, 2)
    return [jacobian("c", lambda v: m.circle_fit(v, pts), c, m.directions(c, pts), r)]


def prove_kepler_rate(m, r):
    E, M = r.randn(4), r.randn(4)
    return [jacobian("E", lambda v: m.kepler(v, M, 0.3), E, m.kepler_rate(E, M, 0.3), r)]


def prove_steepest(m, r):
    x = r.randn(4)
    return [scalar("x", m.hill, x, m.steepest(x))]
