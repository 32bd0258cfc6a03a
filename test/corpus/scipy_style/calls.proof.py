import numpy as np
from proofkit import jacobian, scalar


def prove_tracking_slope(m, rng):
    w, rest = rng.randn(4), (rng.randn(4, 4), rng.randn(4), 0.7)
    return [scalar("w", lambda v: m.tracking_error(v, *rest), w, m.tracking_slope(w, *rest))]


def prove_ripple_slope(m, rng):
    p = rng.randn(3)
    return [scalar("p", lambda v: m.ripple(v, 2.0, 0.1), p, m.ripple_slope(p, 2.0, 0.1))]


def _curve(f, columns, p, rng):
    t = rng.rand(6) + 0.2
    return [jacobian("p", lambda v: f(t, *v), p, columns(t, *p), rng)]


def prove_saturation_columns(m, rng):
    return _curve(m.saturation, m.saturation_columns, np.array([1.3, 0.7, 0.2]), rng)


def prove_gompertz_columns(m, rng):
    return _curve(m.gompertz, m.gompertz_columns, np.array([1.3, 1.7, 0.6]), rng)


def prove_offsets_rows(m, rng):
    q, sensors, ranges = rng.randn(2), rng.randn(5, 2), rng.rand(5)
    return [jacobian("q", lambda v: m.offsets(v, sensors, ranges), q, m.offsets_rows(q, sensors, ranges), rng)]


def prove_Repulsion_gradient(m, rng):
    r, v = m.Repulsion(4), rng.randn(8)
    return [scalar("v", r.energy, v, r.gradient(v))]


def prove_barrier_prime(m, rng):
    x, costs = rng.rand(3) * 0.3, rng.randn(3)
    return [scalar("x", lambda v: m.barrier(v, costs, 0.8), x, m.barrier_prime(x, costs, 0.8))]
