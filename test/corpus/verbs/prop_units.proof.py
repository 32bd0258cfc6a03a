from layerkit import layer

V = ("fprop", "bprop")


def prove_Linear(m, r):
    return layer(m.Linear(3, 5), r.randn(2, 3), r, "W b", "dW db", V)


def prove_Rectlin(m, r):
    return layer(m.Rectlin(0.3), r.randn(3, 5), r, verbs=V)


def prove_Normalizer(m, r):
    return layer(m.Normalizer(), r.randn(2, 3), r, verbs=V)


def prove_Branch(m, r):
    return layer(m.Branch(3, 4, 2), r.randn(5, 3), r, "left.W left.b right.W", "left.dW left.db right.dW", V)


def prove_Gaussian(m, r):
    return layer(m.Gaussian(r.randn(4, 3), r.rand(4)), r.randn(5, 3), r, "centres s", "dcentres ds", V)


def prove_Maxout(m, r):
    return layer(m.Maxout(3), r.randn(2, 15), r, verbs=V)


def prove_Bias2(m, r):
    return layer(m.Bias2(r.randn(3)), r.randn(2, 3), r, "table", "dtable", V)


def prove_LocalResponse(m, r):
    return layer(m.LocalResponse(), r.randn(2, 5), r, verbs=V)
