from layerkit import probes


def inputs(r):
    p = {"W1": r.randn(4, 3), "b1": r.randn(4, 1), "W2": r.randn(1, 4), "b2": r.randn(1, 1)}
    return p, r.randn(3, 7), (r.rand(1, 7) > 0.5) * 1.0


def prove_backward_propagation(m, r):
    p, X, Y = inputs(r)
    written = m.backward_propagation(p, m.forward_propagation(X, p)[1], X, Y)
    return probes(lambda a: m.compute_cost(m.forward_propagation(X, a[0])[0], Y), [p], {k: (0, k) for k in p}, written)


def prove_backward_propagation_with_regularization(m, r):
    p, X, Y = inputs(r)
    written = m.backward_propagation_with_regularization(X, Y, m.forward_propagation(X, p)[1], p, 0.7)
    cost = lambda a: m.compute_cost_with_regularization(m.forward_propagation(X, a[0])[0], Y, a[0], 0.7)
    return probes(cost, [p], {k: (0, k) for k in p}, written)
