"""REINFORCE with a baseline on a corridor where the sampled actions follow a formula."""
import numpy as np

LENGTH, GOAL, GAMMA = 6, 5, 0.9
actions = {0: -1, 1: +1}


def features(state):
    onehot = np.zeros(LENGTH)
    onehot[state] = 1
    return onehot


def policy(theta, state):
    logits = features(state) @ theta
    e = np.exp(logits - logits.max())
    return e / e.sum()


def pseudo(step):
    return (np.sin(step * 12.9898) * 43758.5453) % 1


def episode(theta, seed, limit=12):
    state, history = 0, []
    for t in range(limit):
        p = policy(theta, state)
        action = 0 if pseudo(seed * 100 + t) < p[0] else 1
        following = min(max(state + actions[action], 0), LENGTH - 1)
        reward = 1.0 if following == GOAL else -0.01
        history.append((state, action, reward))
        state = following
        if state == GOAL:
            break
    return history


def returns(history):
    out, running = [], 0.0
    for _, _, reward in history[::-1]:
        running = reward + GAMMA * running
        out.append(running)
    return out[::-1]


theta = np.zeros((LENGTH, 2))
baseline, totals = 0.0, []
for round_ in range(40):
    history = episode(theta, round_)
    G = returns(history)
    for (state, action, _), value in zip(history, G):
        p = policy(theta, state)
        grad_log = np.outer(features(state), (np.arange(2) == action) - p)
        theta += 0.5 * (value - baseline) * grad_log
    baseline += 0.1 * (G[0] - baseline)
    totals.append(len(history))
mean_first, mean_last = np.mean(totals[:10]), np.mean(totals[-10:])
right = [float(policy(theta, s)[1]) for s in range(LENGTH - 1)]
learned = mean_last < mean_first
del p, grad_log
