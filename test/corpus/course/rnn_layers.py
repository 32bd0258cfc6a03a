"""
Layers for image captioning: vanilla RNN, LSTM and GRU over minibatches of N sequences of length T,
word embeddings, and a temporal affine layer.
"""
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    """
    Run the forward pass for a single timestep of a vanilla RNN with tanh.

    - x: Input data for this timestep, of shape (N, D).
    - prev_h: Hidden state from previous timestep, of shape (N, H)
    - Wx: Weight matrix for input-to-hidden connections, of shape (D, H)
    - Wh: Weight matrix for hidden-to-hidden connections, of shape (H, H)
    - b: Biases of shape (H,)
    """
    next_h = np.tanh(np.dot(x, Wx) + np.dot(prev_h, Wh) + b)
    cache = (x, prev_h, Wx, Wh, next_h)
    return next_h, cache


def rnn_step_backward(dnext_h, cache):  # expect: pass
    x, prev_h, Wx, Wh, next_h = cache
    dz = (1 - next_h ** 2) * dnext_h
    return dz.dot(Wx.T), dz.dot(Wh.T), x.T.dot(dz), prev_h.T.dot(dz), dz.sum(axis=0)


def rnn_forward(x, h0, Wx, Wh, b):
    """x: (N, T, D), h0: (N, H). Returns h for all timesteps, of shape (N, T, H), and a list of caches."""
    N, T, D = x.shape
    H = h0.shape[1]
    h = np.zeros((N, T, H))
    cache = []
    prev = h0
    for t in range(T):
        prev, step = rnn_step_forward(x[:, t], prev, Wx, Wh, b)
        h[:, t] = prev
        cache.append(step)
    return h, cache


def rnn_backward(dh, cache):  # expect: mismatch (gradient through the hidden state never added to dh)
    N, T, H = dh.shape
    x, _, Wx, Wh, _ = cache[0]
    dx = np.zeros((N, T, x.shape[1]))
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(H)
    dprev = np.zeros((N, H))
    for t in reversed(range(T)):
        dx[:, t], dprev, dwx, dwh, dbt = rnn_step_backward(dh[:, t], cache[t])
        dWx += dwx
        dWh += dwh
        db += dbt
    return dx, dprev, dWx, dWh, db


def word_embedding_forward(x, W):
    """
    - x: Integer array of shape (N, T) giving indices of words, each in the range 0 <= idx < V.
    - W: Weight matrix of shape (V, D) giving word vectors for all words.
    """
    out = W[x]
    cache = (x, W.shape)
    return out, cache


def word_embedding_backward(dout, cache):  # expect: mismatch (repeated words assigned, not added)
    x, shape = cache
    dW = np.zeros(shape)
    dW[x] += dout
    return dW


def tied_embedding_forward(h, x, W):
    """Scores of every word plus the embedding of x itself: h (N, T, D), x (N, T), W (V, D)."""
    e = W[x]
    out = (h + e).dot(W.T)
    return out, (h, e, x, W)


def tied_embedding_backward(dout, cache):  # expect: pass
    h, e, x, W = cache
    V, D = W.shape
    dsum = dout.dot(W)
    dW = dout.reshape(-1, V).T.dot((h + e).reshape(-1, D))
    np.add.at(dW, x, dsum)
    return dsum, dW


def sigmoid(x):
    pos = x >= 0
    z = np.exp(-np.abs(x))
    return np.where(pos, 1.0, z) / (1 + z)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    """Gates lie side by side in the order i, f, o, g: Wx (D, 4H), Wh (H, 4H), b (4H,)"""
    H = prev_h.shape[1]
    a = x.dot(Wx) + prev_h.dot(Wh) + b
    i, f, o = sigmoid(a[:, :H]), sigmoid(a[:, H:2 * H]), sigmoid(a[:, 2 * H:3 * H])
    g = np.tanh(a[:, 3 * H:])
    next_c = f * prev_c + i * g
    tc = np.tanh(next_c)
    next_h = o * tc
    cache = (x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):  # expect: pass
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc = cache
    dc = dnext_c + dnext_h * o * (1 - tc ** 2)
    da = np.hstack([
        dc * g * i * (1 - i),
        dc * prev_c * f * (1 - f),
        dnext_h * tc * o * (1 - o),
        dc * i * (1 - g ** 2),
    ])
    dx = da.dot(Wx.T)
    dprev_h = da.dot(Wh.T)
    dprev_c = dc * f
    return dx, dprev_h, dprev_c, x.T.dot(da), prev_h.T.dot(da), da.sum(axis=0)


def lstm_forward(x, h0, Wx, Wh, b):
    """x (N, T, D) -> h (N, T, H); the cell starts at zero."""
    N, T, _ = x.shape
    H = h0.shape[1]
    h, c = h0, np.zeros((N, H))
    hs, cache = [], []
    for t in range(T):
        h, c, step = lstm_step_forward(x[:, t, :], h, c, Wx, Wh, b)
        hs.append(h)
        cache.append(step)
    return np.stack(hs, axis=1), cache


def lstm_backward(dh, cache):  # expect: pass
    N, T, H = dh.shape
    dprev_h = np.zeros((N, H))
    dprev_c = np.zeros((N, H))
    dxs, dWx, dWh, db = [], 0, 0, 0
    for t in reversed(range(T)):
        dx_t, dprev_h, dprev_c, dwx, dwh, dbt = lstm_step_backward(dh[:, t, :] + dprev_h, dprev_c, cache[t])
        dxs.insert(0, dx_t)
        dWx = dWx + dwx
        dWh = dWh + dwh
        db = db + dbt
    return np.stack(dxs, axis=1), dprev_h, dWx, dWh, db


def gru_step_forward(x, h, Wz, Wr, Wc):
    """Update z, reset r, candidate c; every W is (D + H, H), no biases."""
    xh = np.concatenate([x, h], axis=1)
    z = sigmoid(xh @ Wz)
    r = sigmoid(xh @ Wr)
    xrh = np.concatenate([x, r * h], axis=1)
    c = np.tanh(xrh @ Wc)
    out = z * h + (1 - z) * c
    return out, (x, h, Wz, Wr, Wc, xh, xrh, z, r, c)


def gru_step_backward(dout, cache):  # expect: mismatch (candidate's path to h goes without the reset gate)
    x, h, Wz, Wr, Wc, xh, xrh, z, r, c = cache
    D = x.shape[1]
    dac = dout * (1 - z) * (1 - c * c)
    dWc = xrh.T @ dac
    dxrh = dac @ Wc.T
    dr = dxrh[:, D:] * h
    dar = dr * r * (1 - r)
    daz = dout * (h - c) * z * (1 - z)
    dWr, dWz = xh.T @ dar, xh.T @ daz
    dxh = dar @ Wr.T + daz @ Wz.T
    dx = dxrh[:, :D] + dxh[:, :D]
    dh = dout * z + dxh[:, D:] + dxrh[:, D:]
    return dx, dh, dWz, dWr, dWc


def temporal_affine_forward(x, w, b):
    """x: (N, T, D), w: (D, M), b: (M,) -> (N, T, M)"""
    N, T, D = x.shape
    M = b.shape[0]
    out = x.reshape(N * T, D).dot(w).reshape(N, T, M) + b
    cache = x, w, b, out
    return out, cache


def temporal_affine_backward(dout, cache):  # expect: mismatch (bias summed over the batch of the last step only)
    x, w, b, out = cache
    N, T, D = x.shape
    M = b.shape[0]
    dx = dout.reshape(N * T, M).dot(w.T).reshape(N, T, D)
    dw = dout.reshape(N * T, M).T.dot(x.reshape(N * T, D)).T
    db = dout[:, -1].sum(axis=0)
    return dx, dw, db


def attention_step_forward(prev_h, A, Wa):
    """
    Scaled dot-product attention of one state over the columns of a feature map.

    - prev_h: (N, H); A: (N, H, P), features at P places; Wa: (H, H)
    """
    N, H, P = A.shape
    q = prev_h.dot(Wa)
    score = np.einsum('nh,nhp->np', q, A) / np.sqrt(H)
    e = np.exp(score - score.max(axis=1, keepdims=True))
    weight = e / e.sum(axis=1, keepdims=True)
    out = np.einsum('nhp,np->nh', A, weight)
    return out, (prev_h, A, Wa, q, weight)


def attention_step_backward(dout, cache):  # expect: mismatch (1 over root H forgotten for the query)
    prev_h, A, Wa, q, weight = cache
    H = A.shape[1]
    dweight = np.einsum('nh,nhp->np', dout, A)
    dscore = weight * (dweight - (dweight * weight).sum(axis=1, keepdims=True))
    dA = dout[:, :, None] * weight[:, None, :] + q[:, :, None] * dscore[:, None, :] / np.sqrt(H)
    dq = np.einsum('np,nhp->nh', dscore, A)
    return dq.dot(Wa.T), dA, prev_h.T.dot(dq)


def peephole_step_forward(x, h, Wx, Wh, p):
    """TODO(student): an LSTM-like cell with one peephole."""
    gate = sigmoid(x @ Wx + h @ Wh)
    out = gate * np.tanh(h * p)
    return out, (x, h, Wx, Wh, p, gate)


def peephole_step_backward(dout, cache):  # expect: unsupported skeleton
    dx, dh, dWx, dWh, dp = None, None, None, None, None
    ##########################################################
    # TODO: Implement the backward pass for the peephole cell #
    ##########################################################
    pass
    ##########################################################
    return dx, dh, dWx, dWh, dp
