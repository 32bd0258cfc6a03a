import numpy as np
from proofkit import jacobian, scalar


def prove_Quadratic_grad(m, rng):
    q, x = m.Quadratic(5), rng.randn(5)
    return [scalar("x", q.fun, x, q.grad(x))]


def prove_Quadratic_hess(m, rng):
    q, x = m.Quadratic(5), rng.randn(5)
    return [jacobian("x", q.grad, x, q.hess(x), rng)]


def prove_Maratos_grad(m, rng):
    q, x = m.Maratos(), rng.randn(2)
    return [scalar("x", q.fun, x, q.grad(x))]


def prove_Maratos_hess(m, rng):
    q, x = m.Maratos(), rng.randn(2)
    return [jacobian("x", q.grad, x, q.hess(x), rng)]


def prove_HyperbolicIneq_grad(m, rng):
    q, x = m.HyperbolicIneq(), rng.randn(2)
    return [scalar("x", q.fun, x, q.grad(x))]


def prove_Elec_grad(m, rng):
    q, v = m.Elec(3), rng.randn(9)
    return [scalar("v", q.fun, v, q.grad(v))]


def prove_ExponentialFit_jac(m, rng):
    q = m.ExponentialFit(rng.rand(7), rng.rand(7))
    p = rng.randn(3)
    return [jacobian("p", q.fun, p, q.jac(p), rng)]


def prove_Lasso_fprime(m, rng):
    q, x = m.Lasso(rng.randn(7, 3), rng.randn(7), 0.8, 0.3), rng.randn(3)
    return [scalar("x", q.f, x, q.fprime(x))]


def prove_Chain_gradient(m, rng):
    q, h = m.Chain(5, 1.7, 0.6), rng.randn(5)
    return [scalar("h", q.energy, h, q.gradient(h))]


def prove_Rayleigh_jac(m, rng):
    A = rng.randn(5, 5)
    q, x = m.Rayleigh(A + A.T), rng.randn(5)
    return [scalar("x", q.fun, x, q.jac(x))]


def prove_Barrier_gradient(m, rng):
    q, x = m.Barrier(rng.randn(3), 2.5), rng.rand(3) * 0.3
    return [scalar("x", q.objective, x, q.gradient(x))]
