import numpy as np
from proofkit import jacobian, scalar


def prove_costate(m, rng):
    u, rest = rng.randn(5), ((0.3, -0.2), 1.1, 0.3, 0.7)
    return [scalar("u", lambda v: m.effort(v, *rest), u, m.costate(u, *rest))]


def prove_pull(m, rng):
    y = rng.randn(7)
    return [scalar("y", lambda v: m.length_of(v, 0.3), y, m.pull(y, 0.3))]


def prove_drop_table(m, rng):
    z = np.array([1.3, -0.7])
    return [jacobian("z", lambda v: np.array(m.drop(v, 0.1, 0.3, 1.7)), z, m.drop_table(z, 0.1, 0.3, 1.7), rng)]


def prove_unit_vectors(m, rng):
    a, r, t = rng.randn(5, 2), rng.rand(5), rng.randn(2)
    return [jacobian("theta", lambda v: m.spread(v, r, a), t, m.unit_vectors(t, r, a), rng)]


def prove_stability(m, rng):
    A, x = rng.randn(3, 3), rng.randn(3)
    return [jacobian("x", lambda v: m.equilibrium(v, A, 1.7), x, m.stability(x, A, 1.7), rng)]


def prove_descent(m, rng):
    x, k = rng.randn(3), rng.rand(3) + 0.5
    return [scalar("x", lambda v: m.well(v, k, 0.4), x, m.descent(x, k, 0.4))]


def prove_curvature_times(m, rng):
    x, k, p = rng.randn(3), rng.rand(3) + 0.5, rng.randn(3)
    return [("x", lambda v: float(m.descent(v, k, 0.4) @ p), x, m.curvature_times(x, p, k, 0.4))]
