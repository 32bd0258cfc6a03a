from layerkit import layer


def prove_ClippedGRU(m, r):
    return layer(m.ClippedGRU(3, 5), r.randn(4, 2, 3), r, "Wz Wc", "dWz dWc")


def prove_CharRNN(m, r):
    return layer(m.CharRNN(5, 3), [1, 4, 1, 0], r, "Wxh Whh Why bh by", "grads.Wxh grads.Whh grads.Why grads.bh grads.by",
                 extra=([4, 1, 0, 2],), dx=False, up=())


def prove_CausalConv1D(m, r):
    return layer(m.CausalConv1D(r.randn(3, 2, 5), 2), r.randn(2, 7, 2), r, "W", "dW")


def prove_Reversible(m, r):
    return layer(m.Reversible(r.randn(3, 3), r.randn(3, 3)), r.randn(2, 6), r, "A B", "dA dB")
