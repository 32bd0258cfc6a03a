"""Logistic regression by Newton's method (IRLS) with confusion counts."""
import numpy as np

sigmoid = lambda z: 1.0 / (1.0 + np.exp(-z))


def loss_and_grad(w, X, y, reg=0.0):
    p = sigmoid(X @ w)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + 0.5 * reg * np.dot(w[1:], w[1:])
    grad = X.T @ (p - y) / len(y)
    grad[1:] += reg * w[1:]
    return loss, grad


def newton(X, y, reg=0.01, rounds=20):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(rounds):
        loss, grad = loss_and_grad(w, X, y, reg)
        history.append(loss)
        p = sigmoid(X.dot(w))
        H = (X * (p * (1 - p))[:, None]).T @ X / len(y) + reg * np.diag([0.0] + [1.0] * (X.shape[1] - 1))
        delta = np.linalg.solve(H, grad)
        w = w - delta
        if np.max(np.abs(delta)) < 1e-10:
            break
    return w, history


t = np.arange(20)
X = np.hstack([np.ones((20, 1)), np.sin(t)[:, None], np.cos(0.5 * t).reshape(-1, 1)])
y = (np.sin(t) + 0.3 * np.cos(3 * t) > 0.2).astype(float)
w, history = newton(X, y)
losses = np.round(history[:4], 10)
predicted = (sigmoid(X @ w) >= 0.5).astype(int)
confusion = np.zeros((2, 2), dtype=int)
for truth, guess in zip(y.astype(int), predicted):
    confusion[truth, guess] += 1
precision = confusion[1, 1] / max(confusion[:, 1].sum(), 1)
del history
