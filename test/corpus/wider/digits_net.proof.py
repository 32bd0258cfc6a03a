import numpy as np
from layerkit import layer
from proofkit import elementwise, entries, scalar

V = ("feedforward", "backprop")


def prove_sigmoid_prime(m, r):
    z = r.randn(5)
    return [elementwise("z", m.sigmoid, z, m.sigmoid_prime(z), r)]


def cost(name):
    def prove(m, r):
        c, a, y = getattr(m, name), r.uniform(0.2, 0.8, 4), r.uniform(0.2, 0.8, 4)
        return [scalar("a", lambda v: c.fn(v, y), a, c.delta(a, y))]
    return prove


prove_QuadraticCost_delta = cost("QuadraticCost")
prove_CrossEntropyCost_delta = cost("CrossEntropyCost")


def prove_Network(m, r):
    return layer(m.Network(3, 4, 2), r.randn(3, 5), r, "w1 b1 w2 b2", "dw1 db1 dw2 db2", V)


def prove_LateNetwork(m, r):
    return layer(m.LateNetwork(3, 4), r.randn(5, 3), r, "w1 w2", "grad_w1 grad_w2", V)


def prove_total_loss(m, r):
    params = {"W": r.randn(3, 2), "b": r.randn(2)}
    X, y = r.randn(5, 3), (r.rand(5, 2) > 0.5) * 1.0
    return entries(lambda p: m.total_loss(p, X, y)[0], params, m.total_loss(params, X, y)[1])


def prove_contrastive_loss_and_gradients(m, r):
    u, v, same = 0.3 * r.randn(3), 0.3 * r.randn(3), 0.0
    g = m.contrastive_loss_and_gradients(u, v, same)
    return [scalar("u", lambda a: m.contrastive_loss_and_gradients(a, v, same)[0], u, g[1])]
