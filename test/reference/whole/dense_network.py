"""Two dense layers with a softmax loss, trained by gradient descent."""
import numpy as np


def init(n_in, n_out, shift):
    W = 0.5 * np.sin(np.arange(n_in * n_out, dtype=float) + shift).reshape(n_in, n_out)
    return {"W": W, "b": np.zeros(n_out)}


def forward(params, X):
    hidden = X @ params[0]["W"] + params[0]["b"]
    active = np.maximum(0, hidden)
    scores = active.dot(params[1]["W"]) + params[1]["b"]
    return scores, (X, hidden, active)


def softmax_loss(scores, y):
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    probs = np.exp(shifted)
    probs /= probs.sum(axis=1, keepdims=True)
    n = scores.shape[0]
    loss = -np.mean(np.log(probs[np.arange(n), y]))
    dscores = probs.copy()
    dscores[np.arange(n), y] -= 1
    return loss, dscores / n


def backward(params, cache, dscores):
    X, hidden, active = cache
    grads = [{}, {}]
    grads[1]["W"] = active.T @ dscores
    grads[1]["b"] = dscores.sum(axis=0)
    dactive = dscores @ params[1]["W"].T
    dhidden = dactive * (hidden > 0)
    grads[0]["W"] = X.T @ dhidden
    grads[0]["b"] = np.sum(dhidden, axis=0)
    return grads


X = np.cos(np.arange(24.0)).reshape(6, 4)
y = np.array([0, 2, 1, 1, 0, 2])
params = [init(4, 5, 0.3), init(5, 3, 1.7)]
losses = []
for step in range(20):
    scores, cache = forward(params, X)
    loss, dscores = softmax_loss(scores, y)
    grads = backward(params, cache, dscores)
    for layer, grad in zip(params, grads):
        for name in layer:
            layer[name] -= 0.5 * grad[name]
    losses.append(loss)
accuracy = np.mean(np.argmax(forward(params, X)[0], axis=1) == y)
improved = losses[-1] < losses[0]
