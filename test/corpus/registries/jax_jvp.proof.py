import numpy as np


def tangents(args, f, push, rng):
    """The gradient of a weighted output, from one tangent per entry of each argument."""
    y = f(*args)
    w = rng.randn(*np.shape(y)) if np.ndim(y) else float(rng.randn())
    out = []
    for k, a in enumerate(args):
        written = np.zeros(np.shape(a))
        for i in np.ndindex(*np.shape(a)):
            t = [np.zeros(np.shape(b)) for b in args]
            t[k][i] = 1.0
            written[i] = np.sum(w * push(args, t))

        def value(v, k=k):
            b = list(args)
            b[k] = v
            return float(np.sum(w * f(*b)))
        out.append(("argument %d" % k, value, a, written))
    return out


def rule(name, args):
    def prove(m, rng):
        fn = getattr(m, name)
        return tangents(args(rng), fn, lambda a, t: fn.rule(tuple(a), tuple(t))[1], rng)
    return prove


def rules(name, args):
    def prove(m, rng):
        fn = getattr(m, name)
        def push(a, t):
            return sum(r(ti, fn(*a), *a) for r, ti in zip(fn.rules, t))
        return tangents(args(rng), fn, push, rng)
    return prove


prove_f_jvp = rule("f", lambda r: [r.randn(3), r.randn(3)])
prove_xlogy_jvp = rule("xlogy", lambda r: [r.rand(3) + 0.5, r.rand(3) + 1.5])
prove__logcosh_rule = rule("logcosh", lambda r: [r.randn(5)])
prove_squareplus_jvp = rule("squareplus", lambda r: [r.randn(5), np.array(1.7)])
prove_defjvps = rules("relative", lambda r: [r.rand(3) + 0.5, r.rand(3) + 1.5])
prove_hard_tanh_dx = rules("hard_tanh", lambda r: [r.randn(7)])
prove_normalise_jvp = rule("normalise", lambda r: [r.randn(5)])
