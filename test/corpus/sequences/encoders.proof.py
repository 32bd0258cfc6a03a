import numpy as np
from layerkit import layer


def prove_MultiHeadAttention(m, r):
    return layer(m.MultiHeadAttention(6, 2), r.randn(2, 3, 6), r, "p.q p.k p.v p.o", "g.q g.k g.v g.o")


def prove_PositionalEncoding(m, r):
    return layer(m.PositionalEncoding(4), r.randn(2, 3, 4), r)


def prove_GRU(m, r):
    return layer(m.GRU(3, 2), r.randn(2, 4, 3), r, "W U b", "dW dU db")


def prove_TimeDropout(m, r):
    return layer(m.TimeDropout(), r.randn(2, 3, 5), r)


def prove_SkipGram(m, r):
    return layer(m.SkipGram(5, 2), np.array([1, 4, 1]), r, "params.0 params.1", "grads.0 grads.1", dx=False, up=(),
                 extra=(np.array([[0, 2, 2], [1, 3, 0], [0, 2, 4]]),))


def prove_LinearChain(m, r):
    return layer(m.LinearChain(r.randn(3, 3)), r.randn(4, 3), r, "W", "dW", up=())


def prove_Seq2SeqPeek(m, r):
    return layer(m.Seq2SeqPeek(r.randn(3, 5), r.randn(2, 5)), (r.randn(2, 4, 3), r.randn(2, 2)), r, "Wy Wc", "dWy dWc")
