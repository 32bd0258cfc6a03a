from layerkit import layer


def prove_BatchNormalization(m, r):
    return layer(m.BatchNormalization(r.randn(3), r.randn(3)), r.randn(5, 3), r, "gamma beta", "dgamma dbeta")


def prove_Convolution(m, r):
    return layer(m.Convolution(r.randn(2, 3, 3, 2), r.randn(2), 2, 1), r.randn(2, 3, 5, 4), r, "W b", "dW db")


def prove_Pooling(m, r):
    return layer(m.Pooling(2, 3, 2), r.randn(2, 3, 4, 7), r)
