"""Viterbi's algorithm over named states with dictionaries, and the same with arrays."""
import math
import numpy as np

states = ("healthy", "fever")
start_p = {"healthy": 0.6, "fever": 0.4}
trans_p = {"healthy": {"healthy": 0.7, "fever": 0.3}, "fever": {"healthy": 0.4, "fever": 0.6}}
emit_p = {
    "healthy": {"normal": 0.5, "cold": 0.4, "dizzy": 0.1},
    "fever": {"normal": 0.1, "cold": 0.3, "dizzy": 0.6},
}


def viterbi(obs):
    V = [{s: (math.log(start_p[s] * emit_p[s][obs[0]]), None) for s in states}]
    for o in obs[1:]:
        row = {}
        for s in states:
            previous, score = max(
                ((q, V[-1][q][0] + math.log(trans_p[q][s])) for q in states), key=lambda pair: pair[1]
            )
            row[s] = (score + math.log(emit_p[s][o]), previous)
        V.append(row)
    last = max(V[-1], key=lambda s: V[-1][s][0])
    path = [last]
    for row in reversed(V[1:]):
        path.append(row[path[-1]][1])
    return V[-1][last][0], list(reversed(path))


def viterbi_arrays(log_start, log_trans, log_emit):
    score = log_start + log_emit[0]
    pointers = []
    for e in log_emit[1:]:
        candidates = score[:, None] + log_trans
        pointers.append(candidates.argmax(axis=0))
        score = candidates.max(axis=0) + e
    path = [int(score.argmax())]
    for pointer in pointers[::-1]:
        path.append(int(pointer[path[-1]]))
    return score.max(), path[::-1]


obs = ["normal", "cold", "dizzy", "dizzy", "normal"]
score, path = viterbi(obs)
log_emit = np.log([[emit_p[s][o] for s in states] for o in obs])
log_trans = np.log([[trans_p[p][s] for s in states] for p in states])
score2, path2 = viterbi_arrays(np.log([start_p[s] for s in states]), log_trans, log_emit)
agree = math.isclose(score, score2) and [states[k] for k in path2] == path
