"""A character-level recurrent net over 25 steps, with backpropagation through time."""
import numpy as np

vocab, hidden_size, length = 4, 5, 25


def weights(rows, columns, phase):
    return np.sin(np.arange(rows * columns) * 0.7 + phase).reshape(rows, columns) * 0.2


Wxh = weights(hidden_size, vocab, 0.1)
Whh = weights(hidden_size, hidden_size, 0.9)
Why = weights(vocab, hidden_size, 2.0)
bh = np.zeros((hidden_size, 1))
by = np.zeros((vocab, 1))


def loss_fun(inputs, targets, hprev):
    xs, hs, ys, ps = {}, {}, {}, {}
    hs[-1] = np.copy(hprev)
    loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((vocab, 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        ys[t] = np.dot(Why, hs[t]) + by
        ps[t] = np.exp(ys[t]) / np.sum(np.exp(ys[t]))
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby = np.zeros_like(bh), np.zeros_like(by)
    dhnext = np.zeros_like(hs[0])
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        dWhy += np.dot(dy, hs[t].T)
        dby += dy
        dh = np.dot(Why.T, dy) + dhnext
        dhraw = (1 - hs[t] * hs[t]) * dh
        dbh += dhraw
        dWxh += np.dot(dhraw, xs[t].T)
        dWhh += np.dot(dhraw, hs[t - 1].T)
        dhnext = np.dot(Whh.T, dhraw)
    for dparam in [dWxh, dWhh, dWhy, dbh, dby]:
        np.clip(dparam, -5, 5, out=dparam)
    return loss, dWxh, dWhh, dWhy, dbh, dby, hs[len(inputs) - 1]


text = "abcdabdcabcdaabbccddabcdab"
index = {letter: i for i, letter in enumerate("abcd")}
inputs = [index[c] for c in text[:length]]
targets = [index[c] for c in text[1 : length + 1]]
result = loss_fun(inputs, targets, np.zeros((hidden_size, 1)))
loss = result[0]
memory = [np.zeros_like(p) for p in (Wxh, Whh, Why, bh, by)]
smooth = -np.log(1.0 / vocab) * length
for sweep in range(3):
    out = loss_fun(inputs, targets, np.zeros((hidden_size, 1)))
    smooth = smooth * 0.9 + out[0] * 0.1
    for param, grad, mem in zip([Wxh, Whh, Why, bh, by], out[1:6], memory):
        mem += grad * grad
        param += -0.1 * grad / np.sqrt(mem + 1e-8)
