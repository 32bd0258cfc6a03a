"""Two small classifiers: forward and backward propagation with the cost in between."""
import numpy as np


def forward_propagation(X, parameters):
    """X -- (n_x, m). Returns A2 of shape (1, m) and a dictionary of intermediate values."""
    W1, b1 = parameters['W1'], parameters['b1']
    W2, b2 = parameters['W2'], parameters['b2']
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = 1 / (1 + np.exp(-Z2))
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache


def compute_cost(A2, Y):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    cost = -np.sum(logprobs) / m
    return float(np.squeeze(cost))


def backward_propagation(parameters, cache, X, Y):  # expect: mismatch (tanh's slope taken at the linear output)
    """
    Returns:
    grads -- python dictionary containing your gradients with respect to different parameters
    """
    m = X.shape[1]
    W2 = parameters['W2']
    Z1, A1, A2 = cache['Z1'], cache['A1'], cache['A2']
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(Z1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    return grads


def compute_cost_with_regularization(A2, Y, parameters, lambd):
    m = Y.shape[1]
    W1, W2 = parameters['W1'], parameters['W2']
    cross_entropy_cost = compute_cost(A2, Y)
    return cross_entropy_cost + lambd / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)))


def backward_propagation_with_regularization(X, Y, cache, parameters, lambd):  # expect: mismatch (penalty of W1 not divided by m)
    m = X.shape[1]
    W1, W2 = parameters['W1'], parameters['W2']
    dZ2 = 1. / m * (cache['A2'] - Y)
    dW2 = np.dot(dZ2, cache['A1'].T) + lambd / m * W2
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(W2.T, dZ2) * (1 - cache['A1'] ** 2)
    dW1 = np.dot(dZ1, X.T) + lambd * W1
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
