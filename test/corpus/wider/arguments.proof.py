import numpy as np
from proofkit import elementwise, jacobian, scalar


def data(r):
    return r.randn(5, 3), r.randn(5)


def prove_gradient(m, r):
    X, _ = data(r)
    y, t = (r.rand(5) > 0.5) * 1.0, r.randn(3)
    return [scalar("theta", lambda v: m.cost(v, X, y), t, m.gradient(t, X, y))]


def prove_gradient_reg(m, r):
    (X, y), t = data(r), r.randn(3)
    return [scalar("theta", lambda v: m.cost_reg(v, X, y, 0.7), t, m.gradient_reg(t, X, y, 0.7))]


def prove_damped_deriv(m, r):
    t, p = r.rand(4), (1.2, 2.0, 0.7)
    return [elementwise("t", lambda v: m.damped(v, *p), t, m.damped_deriv(t, *p), r)]


def prove_polynomial_der(m, r):
    x, c = np.array(0.7), (0.3, -1.0, 2.0, 0.5)
    return [scalar("x", lambda v: m.polynomial(v, *c), x, m.polynomial_der(x, *c))]


def prove_slope_of_huber(m, r):
    (X, y), w = data(r), r.randn(3)
    y = 3 * y
    return [scalar("w", lambda v: m.huber(v, X, y), w, m.slope_of_huber(w, X, y))]


def prove_normal_equations(m, r):
    (X, y), b, w = data(r), r.randn(3), r.rand(5)
    return [scalar("beta", lambda v: m.weighted_squares(v, X, y, w), b, m.normal_equations(b, X, y, w))]


def prove_curvature(m, r):
    (X, y), b, w = data(r), r.randn(3), r.rand(5)
    return [jacobian("beta", lambda v: m.normal_equations(v, X, y, w), b, m.curvature(b, X, y, w), r)]
