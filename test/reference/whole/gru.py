"""A gated recurrent unit with its update written out gate by gate."""
import numpy as np


def sig(v):
    return np.where(v >= 0, 1 / (1 + np.exp(-np.abs(v))), np.exp(-np.abs(v)) / (1 + np.exp(-np.abs(v))))


def make(shape, seed):
    n = int(np.prod(shape))
    return (np.sin(np.arange(1, n + 1) * seed) * 0.4).reshape(shape)


D, H, T = 2, 3, 12
p = {name: make((H, D if name[0] == "W" else H), 1 + k / 10) for k, name in enumerate(["Wz", "Wr", "Wh", "Uz", "Ur", "Uh"])}
p.update(bz=np.zeros(H), br=np.full(H, 0.1), bh=np.linspace(-1, 1, H))


def gru_cell(p, x, h):
    z = sig(p["Wz"] @ x + p["Uz"] @ h + p["bz"])
    r = sig(p["Wr"] @ x + p["Ur"] @ h + p["br"])
    candidate = np.tanh(p["Wh"] @ x + p["Uh"] @ (r * h) + p["bh"])
    return (1 - z) * h + z * candidate


def run(p, xs):
    h = np.zeros(H)
    states = np.empty((len(xs), H))
    for t, x in enumerate(xs):
        h = gru_cell(p, x, h)
        states[t, :] = h
    return states


xs = np.stack([np.sin(0.3 * np.arange(T)), np.cos(0.5 * np.arange(T))], axis=-1)
states = run(p, xs)
readout = states.mean(axis=0)
largest = np.unravel_index(np.argmax(np.abs(states)), states.shape)
norms = {name: round(float(np.linalg.norm(value)), 6) for name, value in p.items()}
