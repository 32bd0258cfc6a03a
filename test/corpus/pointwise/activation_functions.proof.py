import numpy as np
from proofkit import elementwise as el


def prover(cls, *args):
    def prove(m, rng):
        a = getattr(m, cls)(*args)
        x = rng.randn(4, 7) * 1.5
        x[0, 0] = 0.25
        x[1, 1] = 1.25
        x[2, 2] = -1.25
        return [el("x", a, x, a.gradient(x), rng)]
    return prove


prove_Sigmoid_gradient = prover("Sigmoid")
prove_Softmax_gradient = prover("Softmax")
prove_LeakyReLU_gradient = prover("LeakyReLU", 0.37)
prove_ELU_gradient = prover("ELU", 0.7)
prove_SELU_gradient = prover("SELU")
prove_ISRU_gradient = prover("ISRU", 0.6)


def prove_GELU_gradient(m, rng):
    a = m.GELU()
    x = rng.uniform(1.5, 2.5, (3, 5))
    return [el("x", a, x, a.gradient(x), rng)]


prove_SoftSign_gradient = prover("SoftSign")
prove_Swish_gradient = prover("Swish", 1.4)
prove_PolyReLU_gradient = prover("PolyReLU", 3)
prove_BentReLU_gradient = prover("BentReLU")
