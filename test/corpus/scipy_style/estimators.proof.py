import numpy as np
from proofkit import jacobian, scalar


def data(rng, n=11, d=3):
    return rng.randn(n, d), rng.randn(n)


def pair(f, g, *rest, signs=False):
    def prove(m, rng):
        X, y = data(rng)
        y = np.sign(y) if signs else y
        w = rng.randn(3)
        return [scalar("w", lambda v: getattr(m, f)(v, X, y, *rest), w, getattr(m, g)(w, X, y, *rest))]
    return prove


prove_ridge_slope = pair("ridge_value", "ridge_slope", 0.7)
prove_smooth_hinge_step = pair("smooth_hinge", "smooth_hinge_step", signs=True)
prove_elastic_net_slope = pair("elastic_net", "elastic_net_slope", 0.3, 0.2)


def prove_elastic_net_bend(m, rng):
    X, y = data(rng)
    w = rng.randn(3)
    return [jacobian("w", lambda v: m.elastic_net_slope(v, X, y, 0.3, 0.2), w,
                     m.elastic_net_bend(w, X, y, 0.3, 0.2), rng)]


def prove_HuberRegressor__slope(m, rng):
    X, y = data(rng)
    e, w = m.HuberRegressor(0.8, 0.4), rng.randn(3)
    return [scalar("w", lambda v: e._total(v, X, y), w, e._slope(w, X, y))]


def prove_SoftmaxRegression__objective(m, rng):
    X, Y = rng.randn(7, 3), np.eye(5)[rng.randint(0, 5, 7)]
    e, t = m.SoftmaxRegression(2.5), rng.randn(15)
    return [scalar("theta", lambda v: e._objective(v, X, Y)[0], t, e._objective(t, X, Y)[1])]


def prove_platt_direction(m, rng):
    s, t, ab = rng.randn(7), rng.rand(7), rng.randn(2)
    return [scalar("ab", lambda v: m.platt(v, s, t), ab, m.platt_direction(ab, s, t))]


def prove_temperature_direction(m, rng):
    z, y, t = rng.randn(7, 3), rng.randint(0, 3, 7), np.array([0.4])
    return [scalar("logT", lambda v: m.temperature_nll(v, z, y), t, m.temperature_direction(t, z, y))]
