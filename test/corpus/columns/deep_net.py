import numpy as np


def sigmoid(Z):
    A = 1 / (1 + np.exp(-Z))
    cache = Z
    return A, cache


def relu(Z):
    """
    Implement the RELU function.

    Arguments:
    Z -- Output of the linear layer, of any shape

    Returns:
    A -- Post-activation parameter, of the same shape as Z
    cache -- Z, stored for computing the backward pass efficiently
    """
    A = np.maximum(0, Z)
    assert (A.shape == Z.shape)
    cache = Z
    return A, cache


def tanh(Z):
    A = np.tanh(Z)
    return A, A


def relu_backward(dA, cache):  # expect: pass
    """dA -- post-activation gradient, of any shape; cache -- 'Z' from the forward pass"""
    Z = cache
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    assert (dZ.shape == Z.shape)
    return dZ


def sigmoid_backward(dA, cache):  # expect: mismatch (s - 1 where 1 - s belongs)
    Z = cache
    s = 1 / (1 + np.exp(-Z))
    dZ = dA * s * (s - 1)
    assert (dZ.shape == Z.shape)
    return dZ


def tanh_backward(dA, cache):  # expect: mismatch (tanh taken once more of the cached activation)
    Z = cache
    return dA * (1 - np.power(np.tanh(Z), 2))


def linear_forward(A, W, b):
    """
    The linear part of a layer's forward propagation.

    A -- activations from previous layer (or input data): (size of previous layer, number of examples)
    W -- weights matrix: numpy array of shape (size of current layer, size of previous layer)
    b -- bias vector, numpy array of shape (size of the current layer, 1)
    """
    Z = np.dot(W, A) + b
    assert (Z.shape == (W.shape[0], A.shape[1]))
    cache = (A, W, b)
    return Z, cache


def linear_backward(dZ, cache):  # expect: unverified scale
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1. / m * np.dot(dZ, A_prev.T)
    db = 1. / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    assert (dA_prev.shape == A_prev.shape)
    assert (dW.shape == W.shape)
    return dA_prev, dW, db


def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = 1 / (1 + np.exp(-Z)), Z
    elif activation == "relu":
        A, activation_cache = relu(Z)
    cache = (linear_cache, activation_cache)
    return A, cache


def linear_activation_backward(dA, cache, activation):  # expect: pass
    """
    dA -- post-activation gradient for the current layer
    cache -- tuple of values (linear_cache, activation_cache)
    activation -- a text string: "sigmoid" or "relu"
    """
    (A_prev, W, b), Z = cache
    if activation == "relu":
        dZ = dA * (Z > 0)
    elif activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
    dA_prev = np.dot(W.T, dZ)
    dW = np.dot(dZ, A_prev.T)
    db = np.sum(dZ, axis=1, keepdims=True)
    return dA_prev, dW, db


def batch_norm_forward(Z, gamma, beta, epsilon=1e-8):
    """Z -- shape (n, m); gamma, beta -- shape (n, 1); normalizes over the m examples"""
    mu = np.mean(Z, axis=1, keepdims=True)
    sigma2 = np.var(Z, axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(sigma2 + epsilon)
    return gamma * Z_norm + beta, (Z, Z_norm, mu, sigma2, gamma, epsilon)


def batch_norm_backward(dZ_tilde, cache):  # expect: mismatch (variance path lacks its one half)
    Z, Z_norm, mu, sigma2, gamma, epsilon = cache
    m = Z.shape[1]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True)
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True)
    dZn = dZ_tilde * gamma
    dsigma2 = np.sum(dZn * (Z - mu), axis=1, keepdims=True) * -(sigma2 + epsilon) ** -1.5
    dmu = -np.sum(dZn, axis=1, keepdims=True) / np.sqrt(sigma2 + epsilon)
    dZ = dZn / np.sqrt(sigma2 + epsilon) + dsigma2 * 2 * (Z - mu) / m + dmu / m
    return dZ, dgamma, dbeta


def dropout_forward(A, D, keep_prob):
    """Multiplies A with the mask D (zeros and ones of A's shape) and scales up."""
    A = A * D
    A = A / keep_prob
    return A, (D, keep_prob)


def dropout_backward(dA, cache):  # expect: mismatch (not divided by keep_prob)
    D, keep_prob = cache
    dA = dA * D
    return dA


def maxnorm_linear_forward(A, W, b, max_norm):
    """Linear layer on weights whose rows are scaled down to max_norm (a number) at most; b -- (n, 1)."""
    norms = np.sqrt(np.sum(W ** 2, axis=1, keepdims=True))
    scale = np.minimum(1.0, max_norm / norms)
    Z = np.dot(W * scale, A) + b
    return Z, (A, W, scale, norms, max_norm)


def maxnorm_linear_backward(dZ, cache):  # expect: pass
    A, W, scale, norms, max_norm = cache
    dWs = np.dot(dZ, A.T)
    dW = dWs * scale
    radial = np.sum(dWs * W, axis=1, keepdims=True) * W / norms ** 3 * max_norm
    dW -= np.where(scale < 1, radial, 0)
    return np.dot((W * scale).T, dZ), dW, np.sum(dZ, axis=1, keepdims=True)


def softmax_forward(Z):
    """One column for each example."""
    e = np.exp(Z - np.max(Z, axis=0))
    A = e / np.sum(e, axis=0)
    return A, A


def softmax_backward(dA, cache):  # expect: mismatch (Jacobian taken as diagonal)
    A = cache
    return dA * A * (1 - A)


def L_layers_forward(X, parameters):
    """
    [LINEAR->TANH]*(L-1)->LINEAR; parameters["W1"] (n1, n0), parameters["b1"] (n1, 1), ...
    """
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A = np.tanh(np.dot(parameters['W' + str(l)], A_prev) + parameters['b' + str(l)])
        caches.append((A_prev, parameters['W' + str(l)], A))
    AL = np.dot(parameters['W' + str(L)], A) + parameters['b' + str(L)]
    caches.append((A, parameters['W' + str(L)], None))
    return AL, caches


def L_layers_backward(dAL, caches):  # expect: mismatch (square missing in tanh's slope, hidden layers only)
    grads = {}
    L = len(caches)
    dZ = dAL
    for l in reversed(range(L)):
        A_prev, W, A = caches[l]
        grads['dW' + str(l + 1)] = np.dot(dZ, A_prev.T)
        grads['db' + str(l + 1)] = np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        if l > 0:
            dZ = dA_prev * (1 - A_prev)
    return grads
