from layerkit import cached, dot, probes


def cell(r, n_x=3, n_a=5):
    return {"Wax": r.randn(n_a, n_x), "Waa": r.randn(n_a, n_a), "ba": r.randn(n_a, 1)}


W = {"Wax": (2, "Wax"), "Waa": (2, "Waa"), "ba": (2, "ba")}


def prove_rnn_cell_backward(m, r):
    return cached(m.rnn_cell_forward, m.rnn_cell_backward, [r.randn(3, 2), r.randn(5, 2), cell(r)],
                  dict({"xt": 0, "a_prev": 1}, **W), r)


def prove_rnn_backward(m, r):
    return cached(m.rnn_forward, m.rnn_backward, [r.randn(3, 2, 4), r.randn(5, 2), cell(r)],
                  dict({"x": 0, "a0": 1}, **W), r)


def prove_lstm_cell_backward(m, r):
    p = {"W" + g: r.randn(5, 8) for g in "fico"}
    p.update({"b" + g: r.randn(5, 1) for g in "fico"})
    a = [r.randn(3, 2), r.randn(5, 2), r.randn(5, 2), p]
    up = r.randn(5, 2), r.randn(5, 2)
    written = m.lstm_cell_backward(*up, m.lstm_cell_forward(*a)[-1])
    return probes(lambda b: dot(m.lstm_cell_forward(*b)[:2], up), a,
                  dict({"xt": 0, "a_prev": 1, "c_prev": 2}, **{k: (3, k) for k in p}), written)


def prove_output_cell_backward(m, r):
    p = {"Wya": r.randn(4, 3), "by": r.randn(4, 1)}
    return cached(m.output_cell_forward, m.output_cell_backward, [r.randn(3, 2), p],
                  {"a": 0, "Wya": (1, "Wya"), "by": (1, "by")}, r)


def prove_bidirectional_backward(m, r):
    p = {"Wl": r.randn(5, 3), "Ul": r.randn(5, 5), "Wr": r.randn(5, 3), "Ur": r.randn(5, 5)}
    return cached(m.bidirectional_forward, m.bidirectional_backward, [r.randn(3, 2, 4), p],
                  dict({"x": 0}, **{k: (1, k) for k in p}), r)
