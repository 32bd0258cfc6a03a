import numpy as np


def rule(name, args, which, nondiff=()):
    """Each differentiable argument of a custom_vjp function, under a random cotangent."""
    def prove(m, rng):
        fn = getattr(m, name)
        a = args(rng)
        y, res = fn.fwd(*a)
        g = rng.randn(*np.shape(y)) if np.ndim(y) else float(rng.randn())
        grads = fn.bwd(*[a[i] for i in nondiff], res, g)
        out = []
        diff = [i for i in range(len(a)) if i not in nondiff]
        for k in which:
            def f(v, k=k):
                b = list(a)
                b[k] = v
                return float(np.sum(g * fn(*b)))
            out.append(("argument %d" % k, f, a[k], grads[diff.index(k)]))
        return out
    return prove


prove_log1pexp_bwd = rule("log1pexp", lambda r: [r.randn(3, 5)], [0])
prove_f_bwd = rule("sincos", lambda r: [r.randn(5), r.randn(5)], [0, 1])
prove_safe_norm_bwd = rule("safe_norm", lambda r: [r.randn(5, 3)], [0])
prove_cross_entropy_bwd = rule("cross_entropy", lambda r: [r.randn(7, 3), r.randint(0, 3, 7)], [0], (1,))
prove_clamp_bwd = rule("clamp", lambda r: [r.randn(11), -0.4, 0.3], [0], (1, 2))
prove_weighted_mean_bwd = rule("weighted_mean", lambda r: [r.randn(5, 3), r.rand(5) + 0.2], [0, 1])
prove_scan_decay_bwd = rule("scan_decay", lambda r: [r.randn(3), np.array(0.7)], [0, 1])


def prove_clip_gradient_bwd(m, rng):
    return "an identity whose cotangent is clipped on purpose"
