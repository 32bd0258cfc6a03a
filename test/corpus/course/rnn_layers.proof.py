import numpy as np
from layerkit import cached, dot, probes


def prove_rnn_step_backward(m, r):
    return cached(m.rnn_step_forward, m.rnn_step_backward,
                  [r.randn(2, 3), r.randn(2, 5), r.randn(3, 5), r.randn(5, 5), r.randn(5)], "x h Wx Wh b", r)


def prove_rnn_backward(m, r):
    return cached(m.rnn_forward, m.rnn_backward,
                  [r.randn(2, 4, 3), r.randn(2, 5), r.randn(3, 5), r.randn(5, 5), r.randn(5)], "x h Wx Wh b", r)


def prove_word_embedding_backward(m, r):
    return cached(m.word_embedding_forward, m.word_embedding_backward,
                  [np.array([[1, 1, 3], [2, 3, 1]]), r.randn(5, 2)], {"W": 1}, r)


def prove_tied_embedding_backward(m, r):
    return cached(m.tied_embedding_forward, m.tied_embedding_backward,
                  [r.randn(2, 3, 4), np.array([[1, 1, 3], [0, 3, 1]]), r.randn(5, 4)], {"h": 0, "W": 2}, r)


def prove_lstm_step_backward(m, r):
    a = [r.randn(2, 3), r.randn(2, 5), r.randn(2, 5), r.randn(3, 20), r.randn(5, 20), r.randn(20)]
    h, c, cache = m.lstm_step_forward(*a)
    up = (r.randn(2, 5), r.randn(2, 5))
    return probes(lambda b: dot(m.lstm_step_forward(*b)[:2], up), a, "x h c Wx Wh b", m.lstm_step_backward(*up, cache))


def prove_lstm_backward(m, r):
    return cached(m.lstm_forward, m.lstm_backward,
                  [r.randn(2, 4, 3), r.randn(2, 2), r.randn(3, 8), r.randn(2, 8), r.randn(8)], "x h Wx Wh b", r)


def prove_gru_step_backward(m, r):
    return cached(m.gru_step_forward, m.gru_step_backward,
                  [r.randn(2, 3), r.randn(2, 4), r.randn(7, 4), r.randn(7, 4), r.randn(7, 4)], "x h Wz Wr Wc", r)


def prove_temporal_affine_backward(m, r):
    return cached(m.temporal_affine_forward, m.temporal_affine_backward,
                  [r.randn(2, 4, 3), r.randn(3, 5), r.randn(5)], "x w b", r)


def prove_attention_step_backward(m, r):
    return cached(m.attention_step_forward, m.attention_step_backward,
                  [r.randn(2, 3), r.randn(2, 3, 5), r.randn(3, 3)], "h A Wa", r)


def prove_peephole_step_backward(m, r):
    return "returns None"
