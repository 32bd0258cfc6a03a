import numpy as np
from proofkit import jacobian, scalar


def vector(f, g, n=2, scale=2.0):
    def prove(m, rng):
        x = rng.randn(n) * scale
        return [scalar("p", getattr(m, f), x, getattr(m, g)(x))]
    return prove


def two(f, g, scale=2.0, shift=0.0):
    def prove(m, rng):
        x = rng.randn(2) * scale + shift
        return [scalar("xy", lambda v: getattr(m, f)(v[0], v[1]), x, np.array(getattr(m, g)(*x)))]
    return prove


prove_himmelblau_grad = vector("himmelblau", "himmelblau_grad")
prove_grad_beale = vector("beale", "grad_beale", scale=1.0)
prove_grad_booth = two("booth", "grad_booth")
prove_matyas_gradient = vector("matyas", "matyas_gradient")
prove_easom_grad = two("easom", "easom_grad", scale=0.7, shift=3.0)
prove_mccormick_grad = two("mccormick", "mccormick_grad")
prove_deriv_eggholder = two("eggholder", "deriv_eggholder")
prove_dcamel = vector("camel", "dcamel")


def prove_himmelblau_hess(m, rng):
    x = rng.rand(2) + 0.5
    return [jacobian("p", m.himmelblau_grad, x, m.himmelblau_hess(x), rng)]


def prove_hess_booth(m, rng):
    x = rng.randn(2)
    return [jacobian("xy", lambda v: m.grad_booth(*v), x, m.hess_booth(*x), rng)]


def prove_broyden_jac(m, rng):
    x = rng.randn(5)
    w = rng.randn(5)
    return [("x", lambda v: float(w @ m.broyden(v)), x, w @ m.broyden_jac(x))]


def prove_polar_jacobian(m, rng):
    x = rng.rand(2) + 0.7
    return [jacobian("xy", lambda v: m.polar(*v), x, m.polar_jacobian(*x), rng)]


def prove_jac_spherical(m, rng):
    x = rng.rand(3) + 0.4
    return [jacobian("s", m.spherical, x, m.jac_spherical(x), rng)]
