"""Classification scores; the counts are called what everyone calls them."""
import numpy as np


def tp(y, y_pred):
    return np.sum((y == 1) & (y_pred == 1))


def fp(y, y_pred):
    return np.sum((y == 0) & (y_pred == 1))


def fn(y, y_pred):
    return np.sum((y == 1) & (y_pred == 0))


def tn(y, y_pred):
    return np.sum((y == 0) & (y_pred == 0))


def f(y, y_pred, beta=1.0):
    b2 = beta ** 2
    return (1 + b2) * tp(y, y_pred) / ((1 + b2) * tp(y, y_pred) + b2 * fn(y, y_pred) + fp(y, y_pred))


def g(y, y_pred):
    """Geometric mean of precision and recall."""
    p = tp(y, y_pred) / (tp(y, y_pred) + fp(y, y_pred))
    r = tp(y, y_pred) / (tp(y, y_pred) + fn(y, y_pred))
    return np.sqrt(p * r)


def prime(y, y_pred):
    """Sensitivity index d'."""
    hit = np.clip(tp(y, y_pred) / np.sum(y == 1), 0.01, 0.99)
    false = np.clip(fp(y, y_pred) / np.sum(y == 0), 0.01, 0.99)
    return np.log(hit / (1 - hit)) - np.log(false / (1 - false))


def d(y, y_pred):
    return np.mean(y) - np.mean(y_pred)


def d_prime(y, y_pred):
    return prime(y, y_pred) / 1.7


def evaluate(model, X, y):
    """Cost and duration of one pass."""
    import time
    start = time.time()
    cost = np.mean((model(X) - y) ** 2)
    duration = time.time() - start
    return cost, duration


def epoch_loss(batches, model):
    data = []
    loss = 0.0
    for X, y in batches:
        loss += np.mean((model(X) - y) ** 2)
        data.append(X)
    return loss, data


def ward_cost(X, labels):
    """Cost of a clustering and the distances that it came from."""
    cost = 0.0
    dist = []
    for k in np.unique(labels):
        c = X[labels == k].mean(axis=0)
        d = np.sum((X[labels == k] - c) ** 2, axis=1)
        cost += d.sum()
        dist.append(d)
    return cost, dist


def fit_error(x, y, deg):
    coef = np.polyfit(x, y, deg)
    err = np.sum((np.polyval(coef, x) - y) ** 2)
    degrees = list(range(deg + 1))
    return err, degrees


def total_loss(a, b):
    loss = np.abs(a - b).sum()
    delta = a - b
    return loss, delta


def best_cost(costs):
    J = min(costs)
    destination = costs.index(J)
    return J, destination


def entropy_of(x):
    f, bins = np.histogram(x, bins=10)
    g = f / f.sum()
    return f, g


def clip_report(params, limit):
    loss = sum(np.sum(p ** 2) for p in params)
    grad_norm = np.sqrt(loss)
    return loss, grad_norm > limit


def loss_and_gradebook(answers, key):
    loss = np.mean(answers != key)
    gradebook = {i: a == k for i, (a, k) in enumerate(zip(answers, key))}
    return loss, gradebook
