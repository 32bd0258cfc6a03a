"""An L-layer classifier, columns are examples. The cost is the cross entropy of the last sigmoid."""
import numpy as np


def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def L_model_forward(X, parameters):
    """
    [LINEAR->RELU]*(L-1)->LINEAR->SIGMOID

    Returns:
    AL -- the last activation, of shape (1, m)
    caches -- one (A_prev, W, Z) for each of the L layers
    """
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        W, b = parameters['W' + str(l)], parameters['b' + str(l)]
        Z = np.dot(W, A) + b
        caches.append((A, W, Z))
        A = np.maximum(Z, 0) if l < L else 1 / (1 + np.exp(-Z))
    return A, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    return np.squeeze(cost)


def L_model_backward(AL, Y, caches):  # expect: pass
    """
    Returns:
    grads -- A dictionary with grads["dW" + str(l)] and grads["db" + str(l)]
    """
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    Y = Y.reshape(AL.shape)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dZ = dAL * AL * (1 - AL)
    for l in reversed(range(L)):
        A_prev, W, Z = caches[l]
        grads["dW" + str(l + 1)] = np.dot(dZ, A_prev.T) / m
        grads["db" + str(l + 1)] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 0:
            dZ = np.dot(W.T, dZ) * (caches[l - 1][2] > 0)
    return grads


def masked_forward(A, W, b, D, keep_prob):
    """Linear, tanh, then the dropout mask D (ones and zeros) of the output's shape."""
    T = np.tanh(np.dot(W, A) + b)
    out = T * D / keep_prob
    return out, (A, W, T, D, keep_prob)


def masked_backward(dout, cache):  # expect: pass
    A, W, T, D, keep_prob = cache
    dZ = dout * D / keep_prob * (1 - T ** 2)
    return np.dot(W.T, dZ), np.dot(dZ, A.T), np.sum(dZ, axis=1, keepdims=True)


def embedding_forward(words, E):
    """words -- (T, m) integers; E -- (n_e, V), a column for each word. Mean over the sentence."""
    T, m = words.shape
    out = np.zeros((E.shape[0], m))
    for j in range(m):
        for t in range(T):
            out[:, j] += E[:, words[t, j]] / T
    return out, (words, E.shape)


def embedding_backward(dout, cache):  # expect: pass
    words, shape = cache
    T, m = words.shape
    dE = np.zeros(shape)
    for j in range(m):
        for t in range(T):
            dE[:, words[t, j]] += dout[:, j] / T
    return dE


def siamese_forward(X1, X2, parameters):
    """Distances of two batches after one shared layer: X1, X2 (n_x, m) -> (1, m)"""
    W, b = parameters["W"], parameters["b"]
    H1 = np.tanh(np.dot(W, X1) + b)
    H2 = np.tanh(np.dot(W, X2) + b)
    out = np.sum(np.square(H1 - H2), axis=0, keepdims=True)
    return out, {"X1": X1, "X2": X2, "H1": H1, "H2": H2, "W": W}


def siamese_backward(dout, cache):  # expect: pass
    H1, H2 = cache["H1"], cache["H2"]
    diff = 2 * (H1 - H2) * dout
    dZ1 = diff * (1 - H1 * H1)
    dZ2 = -diff * (1 - H2 * H2)
    dW = np.dot(dZ1, cache["X1"].T) + np.dot(dZ2, cache["X2"].T)
    db = np.sum(dZ1 + dZ2, axis=1, keepdims=True)
    return {"dX1": np.dot(cache["W"].T, dZ1), "dX2": np.dot(cache["W"].T, dZ2), "dW": dW, "db": db}
