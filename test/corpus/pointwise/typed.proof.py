import numpy as np
from proofkit import elementwise as el, scalar


def prove_Elastic_grad(m, rng):
    p, w = m.Elastic(0.3, 0.7), rng.randn(5)
    return [scalar("w", p.cost, w, p.grad(w))]


def prove_GroupLasso_grad(m, rng):
    p, W = m.GroupLasso(0.7), rng.randn(3, 5)
    return [scalar("W", p.cost, W, p.grad(W))]


def gain(cls):
    def prove(m, rng):
        a, x = getattr(m, cls)(), rng.randn(3, 5)
        return [el("x", a.fn, x, a.grad(x), rng)]
    return prove


prove_Gain15_grad = gain("Gain15")
prove_Gain2_grad = gain("Gain2")


def prove_Shapes_bump_grad(m, rng):
    x = rng.uniform(-0.8, 0.8, 7)
    return [el("x", m.Shapes.bump, x, m.Shapes.bump_grad(x), rng)]


def prove_Shapes_ramp_grad(m, rng):
    x = rng.uniform(-1, 3, 7)
    return [el("x", lambda v: m.Shapes.ramp(v, -0.3, 1.4), x, m.Shapes.ramp_grad(x, -0.3, 1.4), rng)]


def prove_softclip_deriv(m, rng):
    x = rng.randn(7)
    return [el("x", lambda v: m.softclip(v, 0.7), x, m.softclip_deriv(x, 0.7), rng)]


def prove_weighted_mse_grad(m, rng):
    p, y, w = rng.randn(7), rng.randn(7), rng.rand(7) + 0.5
    return [scalar("y_pred", lambda v: m.weighted_mse(v, y, w), p, m.weighted_mse_grad(p, y, w))]


def prove_log_normal_loss(m, rng):
    p, x = np.array([0.3, -0.2]), rng.rand(7) + 0.4
    return [scalar("params", lambda v: m.log_normal_loss(v, x)[0], p, m.log_normal_loss(p, x)[1])]


def prove_poly_prime(m, rng):
    c = (0.3, -1.2, 0.7, 1.1)
    return [("x", lambda v: float(m.poly(float(v), *c)), np.array(0.8), np.array(m.poly_prime(0.8, *c)))]
