import numpy as np


def rule(name, args, which):
    def prove(m, rng):
        from autograd.extend import RULES
        fn = getattr(m, name)
        a = args(rng)
        y = fn(*a)
        g = rng.randn(*np.shape(y)) if np.ndim(y) else float(rng.randn())
        out = []
        for k in which:
            def f(v, k=k):
                b = list(a)
                b[k] = v
                return float(np.sum(g * fn(*b)))
            written = RULES[fn][k](y, *a)(g)
            out.append(("argument %d" % k, f, a[k], written))
        return out
    return prove


prove_logsumexp = rule("logsumexp", lambda r: [r.randn(5)], [0])
prove_powerlaw = rule("powerlaw", lambda r: [r.rand(5) + 0.5, r.rand(5) + 1.5], [0, 1])
prove_expit = rule("expit", lambda r: [r.randn(5)], [0])
prove_owens_erf = rule("owens_erf", lambda r: [r.randn(5), r.rand(5) + 1.5], [0, 1])
prove_quadform = rule("quadform", lambda r: [(lambda A: A + A.T)(r.randn(3, 3)), r.randn(3)], [0, 1])
prove_bessel0 = rule("bessel0", lambda r: [2, r.rand(5) * 4], [1])
prove_solve = rule("solve", lambda r: [r.randn(3, 3) + 3 * np.eye(3), r.randn(3)], [0, 1])
prove_gather = rule("gather", lambda r: [r.randn(5, 3), np.array([1, 4, 1])], [0])
prove_outer_sum = rule("outer_sum", lambda r: [r.randn(5, 1), r.randn(3)], [0, 1])
