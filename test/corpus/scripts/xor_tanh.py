import numpy as np

np.random.seed(7)


def act(z, deriv=False):  # expect: mismatch (input form, called with the layer's output)
    if deriv:
        return 1 - np.tanh(z) ** 2
    return np.tanh(z)


def forward_all(x, weights):
    outs = [x]
    for W in weights:
        outs.append(act(outs[-1] @ W))
    return outs


def train(X, Y, shape=(2, 5, 1), lr=0.1, epochs=30):
    weights = [np.random.randn(a, b) * 0.5 for a, b in zip(shape[:-1], shape[1:])]
    for _ in range(epochs):
        outs = forward_all(X, weights)
        delta = (outs[-1] - Y) * act(outs[-1], deriv=True)
        for k in range(len(weights) - 1, -1, -1):
            step = outs[k].T @ delta
            delta = delta @ weights[k].T * act(outs[k], deriv=True)
            weights[k] -= lr * step
    return weights


if __name__ == "__main__":
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
    Y = np.array([[-1], [1], [1], [-1]], dtype=float)
    w = train(X, Y)
    print(forward_all(X, w)[-1])
