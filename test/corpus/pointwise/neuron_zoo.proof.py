import numpy as np
from proofkit import elementwise as el


def prover(cls, *args, **kw):
    def prove(m, rng):
        a = getattr(m, cls)(*args)
        x = rng.randn(5, 3)
        return [el("x", a.activation, x, a.derivative(x), rng)]
    return prove


def single(cls):
    def prove(m, rng):
        a = getattr(m, cls)()
        out = []
        for v in rng.randn(4):
            out.append(("x", lambda x: a.activation(float(x)), np.array(v), a.derivative(v)))
        return out
    return prove


prove_Siren_derivative = prover("Siren", 3.0)
prove_ArcTan_derivative = prover("ArcTan")
prove_Gompertz_derivative = prover("Gompertz", 1.3, 0.7, 0.9)
prove_Celu_derivative = prover("Celu", 0.6)


def prove_SoftExponential_derivative(m, rng):
    out = []
    for alpha in (-0.3, 0.0, 0.4):
        a = m.SoftExponential(alpha)
        x = rng.randn(2, 3) * 0.5
        out.append(el("alpha %s" % alpha, a.activation, x, a.derivative(x) * np.ones_like(x), rng))
    return out


prove_HardSwish_derivative = prover("HardSwish")
prove_Snake_derivative = prover("Snake", 0.7)
prove_Morlet_derivative = single("Morlet")
prove_MexicanHat_derivative = single("MexicanHat")
prove_Tobit_derivative = single("Tobit")


def prove_Integrate_derivative(m, rng):
    return "a step has slope 0 almost everywhere; the triangle is the usual surrogate"
