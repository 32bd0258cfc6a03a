import copy
from layerkit import dot, layer
from proofkit import elementwise


def fresh(o):
    o.X = []
    return o


def prove_FullyConnected(m, r):
    o = m.FullyConnected(5)
    o.forward(r.randn(2, 3))
    return layer(fresh(o), r.randn(2, 3), r, "parameters.W parameters.b", "gradients.W gradients.b")


def of_list(o, n, r):
    import copy
    X = [r.randn(2, 3) for _ in range(n)]
    a = copy.deepcopy(o)
    d = r.randn(2, 3)
    a.forward(X)
    got = a.backward(d)
    out = []
    for i in range(n):
        def f(v, i=i):
            return dot(copy.deepcopy(o).forward(X[:i] + [v] + X[i + 1:]), d)
        out.append(("X%d" % i, f, X[i], got[i]))
    return out


def prove_Add(m, r):
    return of_list(m.Add(), 3, r)


def prove_Multiply(m, r):
    return of_list(m.Multiply(), 3, r) + of_list(m.Multiply(), 2, r)


def prove_Softmax(m, r):
    return layer(m.Softmax(dim=1), r.randn(2, 3, 5), r)


def prove_LayerNorm1D(m, r):
    o = m.LayerNorm1D()
    o.forward(r.randn(2, 3))
    return layer(fresh(o), r.randn(2, 5)[:, :3], r, "parameters.scaler parameters.intercept",
                 "gradients.scaler gradients.intercept")


def prove_DotProductAttention(m, r):
    return layer(m.DotProductAttention(), (r.randn(2, 3, 4), r.randn(2, 5, 4), r.randn(2, 5, 7)), r)


def prove_Highway(m, r):
    return layer(m.Highway(3), r.randn(2, 3), r, "parameters.W parameters.Wt", "gradients.W gradients.Wt")


def pointwise(cls):
    def prove(m, r):
        a = getattr(m, cls)()
        x = r.randn(2, 3)
        return [elementwise("z", a.fn, x, a.grad(x), r)]
    return prove


prove_Tanh_grad = pointwise("Tanh")
prove_Identity_grad = pointwise("Identity")
