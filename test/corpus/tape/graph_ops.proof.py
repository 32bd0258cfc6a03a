import numpy as np
from layerkit import tape


def of(name, *xs, op=None):
    def prove(m, r):
        fn = getattr(m, name)
        return tape(m.Variable, op(fn) if op else fn, [x(r) for x in xs], r, "value", "grad", lambda o: o.backward_fn())
    return prove


M = lambda *s: lambda r: r.randn(*s)
P = lambda *s: lambda r: r.rand(*s) + 0.5
prove_stack = of("stack", M(2, 3), M(2, 3), M(2, 3), op=lambda f: lambda *v: f(list(v), 1))
prove_where = of("where", M(2, 3), M(2, 3), op=lambda f: lambda a, b: f(np.array([[1, 0, 1], [0, 0, 1]], bool), a, b))
prove_sqrt = of("sqrt", P(2, 3))
prove_absolute = of("absolute", M(2, 3))
prove_einsum_bij = of("einsum_bij", M(2, 3, 4), M(2, 5, 4))
prove_prod = of("prod", P(5))
prove_variance = of("variance", M(2, 5), op=lambda f: lambda a: f(a, 1))
prove_hypot = of("hypot", M(2, 3), M(2, 3))
prove_diff = of("diff", M(2, 5))
prove_cumprod = of("cumprod", P(5))
prove_tensordot2 = of("tensordot2", M(2, 3, 4), M(3, 4, 5))
prove_inverse = of("inverse", lambda r: r.randn(3, 3) + 3 * np.eye(3))
prove_outer = of("outer", M(2), M(5))
prove_fft_free_conv = of("fft_free_conv", M(7), M(3))


def prove_cholesky(m, r):
    B = r.randn(3, 3)
    return of("cholesky", lambda r: B @ B.T + np.eye(3))(m, r)
