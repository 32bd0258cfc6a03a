import numpy as np
from proofkit import scalar


def pair(name):
    def prove(m, rng):
        X = np.hstack([np.ones((7, 1)), rng.randn(7, 2)])
        y, t = (rng.rand(7) > 0.5) * 1.0, rng.randn(3)
        return [scalar("theta", lambda v: m.computeCost(v, X, y, 1.7), t, getattr(m, name)(t, X, y, 1.7))]
    return prove


prove_computeGradientFlattened = pair("computeGradientFlattened")
prove_lrgradientReg = pair("lrgradientReg")
