"""Greedy decoding of an encoder-decoder over a tiny alphabet, with its attention kept."""
import numpy as np

ALPHABET = ["<s>", "</s>", "a", "b", "c"]
to_id = {token: i for i, token in enumerate(ALPHABET)}
d = 4


def table(rows, columns, speed):
    return np.sin(speed * np.arange(rows * columns, dtype=np.float64)).reshape(rows, columns)


E, Wh, Wc, Wo = table(5, d, 1.1), table(d, d, 0.7), table(d, 2 * d, 0.5), table(5, d, 1.9)


def encode(tokens):
    h, states = np.zeros(d), []
    for token in tokens:
        h = np.tanh(E[to_id[token]] + Wh @ h)
        states.append(h)
    return np.array(states), h


def decode(states, h, limit=8):
    token, out, maps, logp = "<s>", [], [], 0.0
    while len(out) < limit:
        h = np.tanh(E[to_id[token]] + Wh @ h)
        scores = states @ h
        weights = np.exp(scores - scores.max())
        weights = weights / weights.sum()
        context = weights @ states
        mixed = np.tanh(Wc @ np.concatenate((h, context)))
        logits = Wo @ mixed
        logits[to_id["<s>"]] = -np.inf
        best = int(np.argmax(logits))
        logp += logits[best] - np.log(np.sum(np.exp(logits)))
        token = ALPHABET[best]
        if token == "</s>":
            break
        out.append(token)
        maps.append(weights)
    return out, maps, logp


results = {}
for source in ("abc", "cab", "bb"):
    states, last = encode(source)
    out, maps, logp = decode(states, last)
    results[source] = {"out": " ".join(out), "logp": logp, "focus": [int(np.argmax(m)) for m in maps]}
longest = max(len(r["out"].split()) for r in results.values())
attention = np.array(maps) if maps else None
