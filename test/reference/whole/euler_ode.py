"""Explicit Euler for a predator-prey system, with its forward sensitivities."""
import numpy as np

alpha, beta, delta, gamma = 1.1, 0.4, 0.1, 0.4


def rates(state):
    prey, predators = state
    return np.array([alpha * prey - beta * prey * predators, delta * prey * predators - gamma * predators])


def jacobian(state):
    prey, predators = state
    return np.array([[alpha - beta * predators, -beta * prey], [delta * predators, delta * prey - gamma]])


def euler(f, y0, h, n):
    history = [y0]
    for _ in range(n):
        history.append(history[-1] + h * f(history[-1]))
    return np.vstack(history)


h, n = 0.01, 300
history = euler(rates, np.array([10.0, 5.0]), h, n)
final = history[-1]
S = np.eye(2)
for state in history[:-1]:
    S = S + h * jacobian(state) @ S
peak = int(history[:, 0].argmax())
lowest = history.min(axis=0)
samples = history[::50].tolist()
del history, state
