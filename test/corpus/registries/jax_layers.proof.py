import numpy as np


def rule(name, args, which, nondiff=()):
    def prove(m, rng):
        fn = getattr(m, name)
        a = args(rng)
        y, res = fn.fwd(*a)
        g = rng.randn(*np.shape(y)) if np.ndim(y) else float(rng.randn())
        grads = fn.bwd(*[a[i] for i in nondiff], res, g)
        out = []
        for k in which:
            def f(v, k=k):
                b = list(a)
                b[k] = v
                return float(np.sum(g * fn(*b)))
            out.append(("argument %d" % k, f, a[k], grads[k]))
        return out
    return prove


prove__rms_norm_bwd = rule("rms_norm", lambda r: [r.randn(3, 5), r.randn(5)], [0, 1])
prove_huber_bwd = rule("huber", lambda r: [r.randn(7) * 2, r.randn(7), 0.6], [0, 1], (2,))
prove_linear_bwd = rule("linear", lambda r: [r.randn(7, 3), r.randn(3, 5), r.randn(5)], [0, 1, 2])
prove_swiglu_bwd = rule("swiglu", lambda r: [r.randn(5), r.randn(5)], [0, 1])
prove_softmax_rows_bwd = rule("softmax_rows", lambda r: [r.randn(3, 5)], [0])
prove_cumulative_bwd = rule("cumulative", lambda r: [r.randn(5)], [0])
prove_smooth_max_bwd = rule("smooth_max", lambda r: [r.randn(5), np.array(0.6)], [0, 1])
