import numpy as np
from proofkit import elementwise, jacobian, scalar


def pair(f, g, *rest, lo=-2, hi=2):
    def prove(m, rng):
        F, G = getattr(m, f), getattr(m, g)
        x = rng.uniform(lo, hi, (3, 5))
        return [elementwise("x", lambda v: F(v, *rest), x, G(x, *rest), rng)]
    return prove


def vector(f, g, shape=(2,), make=None):
    def prove(m, rng):
        x = make(rng) if make else rng.randn(*shape)
        return [scalar("x", getattr(m, f), x, getattr(m, g)(x))]
    return prove


def spd(rng):
    A = rng.randn(3, 3)
    return A @ A.T + np.eye(3)


prove_waveDerivative = pair("wave", "waveDerivative", 1.7, 0.3)
prove_bellPrime = pair("bell", "bellPrime")
prove_quarticGradient = vector("quartic", "quarticGradient")
prove_Dquartic = vector("quartic", "Dquartic")
prove_deriv_catenary = pair("catenary", "deriv_catenary", 1.7)
prove_der_lorentz = pair("lorentz", "der_lorentz", 0.3, 0.6)
prove_tower_d = pair("tower", "tower_d", lo=0.5)
prove_d_cosh_ratio = pair("cosh_ratio", "d_cosh_ratio")
prove_damped_prime = pair("damped", "damped_prime", 0.4, 1.3)
prove_phase_prime = pair("phase", "phase_prime")
prove_normal_cdf_derivative = pair("normal_cdf", "normal_cdf_derivative", lo=0, hi=2)
prove_logdet_grad = vector("logdet", "logdet_grad", make=spd)
prove_inv_trace_grad = vector("inv_trace", "inv_trace_grad", make=lambda r: r.randn(3, 3) + 3 * np.eye(3))
prove_frobenius_gradient = vector("frobenius", "frobenius_gradient", (3, 5))
prove_huber_deriv = pair("huber", "huber_deriv", 0.6)
prove_tukey_deriv = pair("tukey", "tukey_deriv", 1.2)


def prove_hess_quartic(m, rng):
    x = rng.randn(2)
    return [jacobian("x", m.quarticGradient, x, m.hess_quartic(x), rng)]


def prove_quartic_hessp(m, rng):
    x, p = rng.randn(2), rng.randn(2)
    return [("x", lambda v: float(m.quarticGradient(v) @ p), x, m.quartic_hessp(x, p))]


def prove_gradient_cone(m, rng):
    x = rng.randn(2)
    return [scalar("xy", lambda v: m.cone(*v), x, np.array(m.gradient_cone(*x)))]


def prove_swirlJacobian(m, rng):
    p = rng.randn(2)
    return [jacobian("p", m.swirl, p, m.swirlJacobian(p), rng)]


def prove_mae_prime(m, rng):
    y, p = rng.randn(7), rng.randn(7)
    return [scalar("y_pred", lambda v: m.mae(y, v), p, m.mae_prime(y, p))]


def prove_softmax_xent_prime(m, rng):
    y, z = np.eye(3)[rng.randint(0, 3, 5)], rng.randn(5, 3)
    return [scalar("z", lambda v: m.softmax_xent(y, v), z, m.softmax_xent_prime(y, z))]
