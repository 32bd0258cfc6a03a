import numpy as np


def points(f, g):
    return [("x", lambda v: float(f(float(v))), np.array(x), np.array(g(x))) for x in (0.37, 1.9, -0.8)]


def prove_fprime(m, rng):
    return points(m.f, m.fprime)


def prove_fprime2(m, rng):
    return points(m.fprime, m.fprime2)


def prove_Damped_deriv_func(m, rng):
    return points(m.Damped().func, m.Damped().deriv_func)


def prove_AlongRay_derphi(m, rng):
    r = m.AlongRay(rng.randn(2), rng.randn(2))
    return points(r.phi, r.derphi)


def prove_MoreThuente_derphi(m, rng):
    r = m.MoreThuente(1.7)
    return points(r.phi, r.derphi)


def prove_Cardano_df(m, rng):
    r = m.Cardano(1.3, 0.4, 0.7, -0.2)
    return points(r.f, r.df)


def prove_Interpolant_der(m, rng):
    r = m.Interpolant([0.0, 1.1, 2.3, 3.1], list(rng.randn(4)))
    return points(r.fun, r.der)
