import numpy as np


def weights(name, reg=0.3, scale=1.0):
    def prove(m, rng):
        fn = getattr(m, name)
        W, X, y = rng.randn(5, 3) * scale, rng.randn(7, 5), rng.randint(0, 3, 7)
        return [("W", lambda V: float(fn(V, X, y, reg)[0]), W, fn(W, X, y, reg)[1])]
    return prove


def scores(name, *rest):
    def prove(m, rng):
        fn = getattr(m, name)
        x, y = rng.randn(13, 3) * 2.4, rng.randint(0, 3, 13)
        return [("x", lambda v: float(fn(v, y, *rest)[0]), x, fn(x, y, *rest)[1])]
    return prove


prove_softmax_loss_naive = weights("softmax_loss_naive")
prove_softmax_loss_vectorized = weights("softmax_loss_vectorized")
prove_svm_loss_naive = weights("svm_loss_naive")
prove_svm_loss_vectorized = weights("svm_loss_vectorized")
prove_svm_loss = scores("svm_loss", 3.0)
prove_softmax_loss = scores("softmax_loss")
prove_squared_hinge_loss = scores("squared_hinge_loss", 2.5)


def prove_ordinal_loss(m, rng):
    x, y, cuts = rng.randn(7), rng.randint(0, 4, 7), np.array([-0.8, 0.1, 0.9])
    return [("x", lambda v: float(m.ordinal_loss(v, y, cuts)[0]), x, m.ordinal_loss(x, y, cuts)[1])]
