import numpy as np
from proofkit import arguments


def check(fn, args, name):
    out = fn(*args)
    return arguments(lambda *a: fn(*a)[0], args, [out[1]], [(0, name)])


def prove_gp_nll(m, rng):
    return check(m.gp_nll, [np.array([-0.2, 0.1, -0.5]), rng.rand(7) * 3, rng.randn(7)], "theta")


def prove_poisson_nll(m, rng):
    return check(m.poisson_nll, [rng.randn(3) * 0.4, rng.randn(7, 3), rng.poisson(2, 7) * 1.0, 0.6], "beta")


def prove_negbin_nll(m, rng):
    return check(m.negbin_nll, [rng.randn(3) * 0.4, rng.randn(7, 3), rng.poisson(2, 7) * 1.0, 1.7], "beta")


def prove_gamma_nll(m, rng):
    return check(m.gamma_nll, [np.array([0.6, -0.3]), rng.rand(7) + 0.2], "params")


def prove_cox_nll(m, rng):
    return check(m.cox_nll, [rng.randn(2), rng.randn(7, 2), rng.permutation(7) * 1.0,
                             np.array([1, 0, 1, 1, 0, 1, 1], bool)], "beta")


def prove_cauchy_nll(m, rng):
    return check(m.cauchy_nll, [np.array([0.3, 1.4]), rng.randn(7) * 2], "p")


def prove_mvn_nll(m, rng):
    A = rng.randn(3, 3)
    return check(m.mvn_nll, [rng.randn(3), rng.randn(7, 3), A @ A.T], "mu")


def prove_ar1_nll(m, rng):
    return check(m.ar1_nll, [np.array(0.45), rng.randn(7)], "phi")


def prove_laplace_map(m, rng):
    return check(m.laplace_map, [rng.randn(3), rng.randn(7, 3), np.sign(rng.randn(7)), 0.4], "w")
