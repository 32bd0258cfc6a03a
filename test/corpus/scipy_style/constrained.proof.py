import numpy as np
from proofkit import jacobian, scalar


def pair(f, g, n, *rest):
    def prove(m, rng):
        x = rng.rand(n) + 0.3
        r = [a(rng) if callable(a) else a for a in rest]
        return [scalar("x", lambda v: getattr(m, f)(v, *r), x, getattr(m, g)(x, *r))]
    return prove


def both(f, n, *rest):
    def prove(m, rng):
        x = rng.randn(n)
        r = [a(rng) if callable(a) else a for a in rest]
        fn = getattr(m, f)
        return [scalar("x", lambda v: fn(v, *r)[0], x, fn(x, *r)[1])]
    return prove


def cov(rng):
    A = rng.randn(5, 5)
    return A @ A.T


prove_surface_slope = pair("surface", "surface_slope", 2)
prove_volume_slope = pair("volume", "volume_slope", 2)
prove_direction = pair("risk", "direction", 5, cov, lambda r: r.randn(5), 2.3)
prove_budget_normal = pair("budget", "budget_normal", 5)
prove_climb = pair("well", "climb", 3, 1.4)
prove_entropy_slope = pair("entropy", "entropy_slope", 5)
prove_elastic = both("elastic", 3, lambda r: r.randn(3, 3), lambda r: r.randn(3))
prove_spline_fit = both("spline_fit", 7, lambda r: r.randn(11, 7), lambda r: r.randn(11), 0.6)


def prove_curvature(m, rng):
    x = rng.randn(3) * 0.5
    return [jacobian("x", lambda v: m.climb(v, 1.4), x, m.curvature(x, 1.4), rng)]


prove_rope = both("rope", 5)
