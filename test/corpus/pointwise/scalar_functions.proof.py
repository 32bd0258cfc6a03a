import numpy as np
from proofkit import elementwise as el, jacobian, scalar


def pair(f, g, *rest, x=None):
    def prove(m, rng):
        v = x(rng) if x else rng.randn(3, 5) * 1.5
        F, G = getattr(m, f), getattr(m, g)
        return [el("x", lambda q: F(q, *rest), v, G(v, *rest), rng)]
    return prove


def single(f, g, *rest, lo=0.8, hi=2.0):
    def prove(m, rng):
        F, G = getattr(m, f), getattr(m, g)
        return [("x", lambda q: F(float(q), *rest), np.array(v), np.array(G(v, *rest)))
                for v in rng.uniform(lo, hi, 3)]
    return prove


prove_d_sigmoid = pair("sigmoid", "d_sigmoid")
prove_dswish = pair("swish", "dswish")
prove_softplus_prime = pair("softplus", "softplus_prime", 1.7)
prove_gelu_derivative = pair("gelu", "gelu_derivative")
prove_gelu_tanh_deriv = pair("gelu_tanh", "gelu_tanh_deriv", x=lambda r: r.uniform(1.5, 2.5, (3, 5)))
prove_fast_gelu_grad = pair("fast_gelu", "fast_gelu_grad")
prove_leaky_relu_derivative = pair("leaky_relu", "leaky_relu_derivative", 0.3)
prove_relu6_derivative = pair("relu6", "relu6_derivative", x=lambda r: r.randn(5, 3) * 6)
prove_logit_derivative = pair("logit", "logit_derivative", x=lambda r: r.uniform(0.1, 0.9, 7))
prove_log2_scale_derivative = pair("log2_scale", "log2_scale_derivative")
prove_symlog_deriv = pair("symlog", "symlog_deriv", 0.6)
prove_smoothstep_derivative = pair("smoothstep", "smoothstep_derivative", x=lambda r: r.uniform(-0.5, 1.5, 11))
prove_smootherstep_derivative = pair("smootherstep", "smootherstep_derivative",
                                     x=lambda r: r.uniform(-0.5, 1.5, 11))
prove_sinc_prime = pair("sinc", "sinc_prime", x=lambda r: r.uniform(0.5, 3, 5))
prove_gaussian_prime = pair("gaussian", "gaussian_prime", 0.3, 1.6)
prove_sin_deg_derivative = pair("sin_deg", "sin_deg_derivative", x=lambda r: r.uniform(-90, 90, 5))
prove_dfermi = single("fermi", "dfermi", 0.4, 0.6)
prove_lennard_jones_derivative = single("lennard_jones", "lennard_jones_derivative", 1.3, 0.9)
prove_morse_derivative = single("morse", "morse_derivative", 1.2, 1.9, 1.1)
prove_planck_der = pair("planck", "planck_der", x=lambda r: r.uniform(0.5, 4, 5))


def prove_softmax_grad(m, rng):
    z = rng.randn(5)
    return [jacobian("z", m.softmax, z, m.softmax_grad(z), rng)]


def prove_softmax_temp_jacobian(m, rng):
    z = rng.randn(5)
    return [jacobian("z", lambda v: m.softmax_temp(v, 0.6), z, m.softmax_temp_jacobian(z, 0.6), rng)]


def prove_logsumexp_grad(m, rng):
    z = rng.randn(5)
    return [scalar("z", m.logsumexp, z, m.logsumexp_grad(z))]


def prove_pnorm_grad(m, rng):
    x = rng.randn(5) * 2
    return [scalar("x", lambda v: m.pnorm(v, 3), x, m.pnorm_grad(x, 3))]


def prove_binarize_grad(m, rng):
    return "the sign function has slope 0; the straight-through estimator is wanted"
