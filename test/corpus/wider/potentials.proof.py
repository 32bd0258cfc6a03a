import numpy as np
from proofkit import elementwise, jacobian, scalar


def prove_LennardJones_force(m, r):
    p, x = m.LennardJones(1.3, 0.9), r.uniform(1, 2, 4)
    return [elementwise("r", lambda v: -p.energy(v), x, p.force(x), r)]


def prove_Morse_force(m, r):
    p, x = m.Morse(1.3, 0.8, 1.1), r.uniform(0.6, 2, 4)
    return [elementwise("r", lambda v: -p.energy(v), x, p.force(x), r)]


def prove_Harmonic_gradient(m, r):
    p, x = m.Harmonic(1.7), r.randn(5)
    return [scalar("x", p.potential, x, p.gradient(x))]


def prove_DoubleWell_gradient(m, r):
    p, x = m.DoubleWell(), r.randn(5)
    return [scalar("x", p.potential, x, p.gradient(x))]


def prove_DoubleWell_hessian(m, r):
    p, x = m.DoubleWell(), r.randn(4)
    return [jacobian("x", lambda v: 4 * v * (v ** 2 - 1), x, p.hessian(x), r)]


def prove_gradient(m, r):
    A, b, x = r.randn(5, 3), r.randn(5), r.randn(3)
    return [scalar("x", lambda v: m.objective(v, A, b), x, m.gradient(x, A, b))]


def prove_hessian(m, r):
    A, b, x = r.randn(5, 3), r.randn(5), r.randn(3)
    return [jacobian("x", lambda v: m.gradient(v, A, b), x, m.hessian(x, A, b), r)]


def prove_jac_sphere(m, r):
    x = r.randn(4)
    return [scalar("x", m.fun_sphere, x, m.jac_sphere(x))]


def prove_force_bond(m, r):
    x, y = r.randn(3), r.randn(3)
    return [scalar("x", lambda v: -m.energy_bond(v, y), x, m.force_bond(x, y))]
