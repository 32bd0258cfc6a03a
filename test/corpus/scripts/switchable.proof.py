import numpy as np
from proofkit import elementwise as el


def flag(name, key, *rest):
    def prove(m, rng):
        f = getattr(m, name)
        x = rng.randn(5, 3) * 1.2
        return [el("x", lambda v: f(v, *rest), x, f(x, *rest, **{key: 1}), rng)]
    return prove


def loss(name, key, real=False):
    def prove(m, rng):
        f = getattr(m, name)
        y, a = (rng.randn(7), rng.randn(7)) if real else (rng.uniform(0.1, 0.9, 7), rng.uniform(0.1, 0.9, 7))
        return [("y_pred", lambda v: float(f(y, v)), a, f(y, a, **{key: True}))]
    return prove


prove_sigmoid = flag("sigmoid", "derivative")
prove_relu = flag("relu", "derivate")
prove_elu = flag("elu", "prime", 0.6)
prove_softsign = flag("softsign", "deriv")
prove_gauss = flag("gauss", "deriv")
prove_tanh = flag("tanh", "is_deriv")
prove_mse = loss("mse", "derivative", True)
prove_cross_entropy = loss("cross_entropy", "derivative")
prove_kl = loss("kl", "grad")
prove_cubic = flag("cubic", "deriv")
