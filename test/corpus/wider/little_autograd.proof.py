import numpy as np
from layerkit import dot, probes, upstream
from proofkit import scalar


def shares(run, xs, r):
    """What a closure adds to each operand, beside its derivative."""
    def made(arrays, m):
        return [m.Var(a) for a in arrays]

    def prove(m):
        vs = made(xs, m)
        out = run(m, vs)
        d = upstream(out.value, r)
        # What other uses of an operand left there stays.
        left = [r.randn(*np.shape(v.value)) for v in vs]
        for v, before in zip(vs, left):
            v.grad = np.array(before)
        out.grad = np.array(d)
        out._backward()
        entries = []
        for i, v in enumerate(vs):
            def f(a, i=i):
                arrays = list(xs)
                arrays[i] = a
                return dot(run(m, made(arrays, m)).value, d)
            entries.append(("x%d" % i, f, xs[i], v.grad - left[i]))
        return entries
    return prove


def prove_Var_add(m, r):
    return shares(lambda m, v: v[0].add(v[1]), [r.randn(4, 3), r.randn(1, 3)], r)(m)


def prove_Var_sub(m, r):
    return shares(lambda m, v: v[0].sub(v[1]), [r.randn(4, 3), r.randn(4, 3)], r)(m)


def prove_Var_div(m, r):
    return shares(lambda m, v: v[0].div(v[1]), [r.randn(4, 3), r.uniform(1, 2, (1, 3))], r)(m)


def prove_Var_swish(m, r):
    return shares(lambda m, v: v[0].swish(), [r.randn(4, 3)], r)(m)


def prove_concat(m, r):
    return shares(lambda m, v: m.concat(v), [r.randn(2, 3), r.randn(2, 3)], r)(m)


def prove_total(m, r):
    return shares(lambda m, v: m.total(v), [r.randn(2, 3), r.randn(2, 3)], r)(m)


def pull(fn, args, wrt, r):
    y, vjp = fn(*args)
    d = upstream(y, r)
    return probes(lambda a: dot(fn(*a)[0], d), args, wrt, vjp(d))


def prove_quadratic(m, r):
    return pull(m.quadratic, [r.randn(3), r.randn(3, 3)], "x A", r)


def prove_whiten(m, r):
    return pull(m.whiten, [r.randn(4, 3), r.randn(3), r.uniform(1, 2, 3)], "x mean std", r)


def prove_ElasticPenalty_gradient(m, r):
    p, w = m.ElasticPenalty(0.3, 0.7), r.randn(4)
    return [scalar("w", p.value, w, p.gradient(w))]


def prove_Barrier_gradient(m, r):
    p, x = m.Barrier(1.5, 4.0), r.randn(4)
    return [scalar("x", p.value, x, p.gradient(x))]
