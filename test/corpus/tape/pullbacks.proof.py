import numpy as np
from layerkit import dot, probes, tape, upstream


def pull(fn, args, wrt, r):
    y, vjp = fn(*args)
    d = upstream(y, r)
    return probes(lambda a: dot(fn(*a)[0], d), args, wrt, vjp(d))


def prove_linear(m, r):
    return pull(m.linear, [r.randn(2, 3), r.randn(3, 5), r.randn(5)], "x W b", r)


def prove_layer_norm(m, r):
    return pull(m.layer_norm, [r.randn(2, 5)], "x", r)


def prove_logdet(m, r):
    return pull(m.logdet, [r.randn(3, 3)], "A", r)


def prove_solve(m, r):
    return pull(m.solve, [r.randn(3, 3) + 3 * np.eye(3), r.randn(3)], "A b", r)


def prove_gelu(m, r):
    return pull(m.gelu, [r.randn(3, 5)], "x", r)


def prove_softmax_cross_entropy(m, r):
    return pull(m.softmax_cross_entropy, [r.randn(3, 5), np.array([4, 1, 0])], "x", r)


def prove_rotate(m, r):
    return pull(m.rotate, [r.randn(2, 5), np.array(0.7)], "x theta", r)


def prove_euler_steps(m, r):
    return pull(m.euler_steps, [r.randn(3), r.randn(3), 0.3, 4], "x a", r)


def graph(op, *xs):
    def prove(m, r):
        g = m.Graph()

        def run(*nodes):
            g.backprop = []
            return op(g, *nodes)
        return tape(m.Mat, run, [x(r) for x in xs], r, "w", "dw", lambda out: g.run_backward())
    return prove


prove_Graph_eltmul = graph(lambda g, a, b: g.eltmul(a, b), lambda r: r.randn(2, 3), lambda r: r.randn(2, 3))
prove_Graph_rowpluck = graph(lambda g, a: g.rowpluck(a, 2), lambda r: r.randn(5, 3))
prove_Graph_colmul = graph(lambda g, a, b: g.colmul(a, b), lambda r: r.randn(2, 3), lambda r: r.randn(2, 1))
