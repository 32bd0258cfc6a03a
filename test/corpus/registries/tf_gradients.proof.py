import numpy as np


def rule(name, *shapes, positive=False):
    def prove(m, rng):
        fn = getattr(m, name)
        a = [(rng.rand(*s) + 0.3) if positive else rng.randn(*s) for s in shapes]
        y, grad = fn.rule(*a)
        g = rng.randn(*np.shape(y))
        written = grad(g)
        written = written if isinstance(written, tuple) else (written,)
        out = []
        for k in range(len(a)):
            def f(v, k=k):
                b = list(a)
                b[k] = v
                return float(np.sum(g * fn(*b)))
            out.append(("argument %d" % k, f, a[k], written[k]))
        return out
    return prove


prove_log1pexp = rule("log1pexp", (3, 5))
prove_bilinear = rule("bilinear", (5, 3), (3, 3))
prove_swish = rule("swish", (3, 5))
prove_l2_normalize = rule("l2_normalize", (5, 3))
prove_mean_pool = rule("mean_pool", (2, 5, 3))
prove_safe_div = rule("safe_div", (5,), (5,))
prove_squared_relu = rule("squared_relu", (7,))


def prove_sign_ste(m, rng):
    return "sign has slope 0; straight-through is wanted"
