import numpy as np
from proofkit import jacobian


def matrix(f, J, n, *rest):
    def prove(m, rng):
        x = rng.uniform(0.2, 1.4, n)
        F = lambda v: np.asarray(getattr(m, f)(v, *rest))
        return [jacobian("x", F, x, getattr(m, J)(x, *rest), rng)]
    return prove


def single(f, g, x, *rest):
    def prove(m, rng):
        return [("x", lambda v: float(getattr(m, f)(float(v), *rest)), np.array(x),
                 np.array(getattr(m, g)(x, *rest)))]
    return prove


prove_bratu_band = matrix("bratu", "bratu_band", 5, 1.3)
prove_burgers_matrix = matrix("burgers", "burgers_matrix", 5, 0.7, 0.4)
prove_vega = single("black", "vega", 0.3, 11.0, 13.0, 0.7, 0.4)
prove_duration = single("bond", "duration", 0.07, 5.0, 7, 90.0)
prove_tangents = matrix("circle_lens", "tangents", 2)
