import numpy as np


def filled(name, n, *rest):
    def prove(m, rng):
        f = getattr(m, name)
        x = rng.randn(n)
        grad = rng.randn(n)
        f(x, grad, *rest)
        return [("x", lambda v: float(f(v, np.array([]), *rest)), x, grad)]
    return prove


prove_weight = filled("weight", 2)
prove_stress = filled("stress", 2, 1.6, 0.3)
prove_roughness = filled("roughness", 5)
prove_distance = filled("distance", 5)
prove_clearance = filled("clearance", 5, 0.9)
