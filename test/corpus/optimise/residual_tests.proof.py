import numpy as np
from proofkit import jacobian


def square(name, n, *rest, lo=-2, hi=2):
    def prove(m, rng):
        f, g = getattr(m, "fun_" + name), getattr(m, "jac_" + name)
        x = rng.uniform(lo, hi, n)
        return [jacobian("x", lambda v: f(v, *rest), x, g(x, *rest), rng)]
    return prove


def prove_jac_trivial(m, rng):
    return [("x", lambda v: float(m.fun_trivial(v, 0.7)), np.array(1.3), m.jac_trivial(np.array(1.3), 0.7))]


prove_jac_2d_trivial = square("2d_trivial", 2)
prove_jac_rosenbrock = square("rosenbrock", 2)
prove_jac_helix = square("helix", 3, lo=0.5)
prove_jac_wood = square("wood", 4)
prove_jac_bvp = square("bvp", 9)


def prove_jac_circle(m, rng):
    points, c = rng.randn(7, 2), np.array([0.3, -0.2, 1.4])
    return [jacobian("c", lambda v: m.fun_circle(v, points), c, m.jac_circle(c, points), rng)]
