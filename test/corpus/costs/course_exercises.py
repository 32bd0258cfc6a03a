"""Cost functions of the exercises, ported from Octave. X has a first column of ones."""
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def costFunction(theta, X, y):  # expect: pass
    m = y.size
    h = sigmoid(X.dot(theta))
    J = -1 * (1 / m) * (np.log(h).T.dot(y) + np.log(1 - h).T.dot(1 - y))
    grad = (1 / m) * X.T.dot(h - y)
    return J, grad.flatten()


def costFunctionReg(theta, X, y, Lambda):  # expect: mismatch (regularises the bias)
    m = y.size
    h = sigmoid(X.dot(theta))
    J = -(1 / m) * (np.log(h).dot(y) + np.log(1 - h).dot(1 - y)) + (Lambda / (2 * m)) * np.sum(np.square(theta[1:]))
    grad = (1 / m) * X.T.dot(h - y) + (Lambda / m) * theta
    return J, grad


def linearRegCostFunction(X, y, theta, Lambda):  # expect: mismatch (regulariser not divided by m)
    m = len(y)
    h = X.dot(theta)
    J = np.sum((h - y) ** 2) / (2 * m) + Lambda / (2 * m) * np.sum(theta[1:] ** 2)
    grad = X.T.dot(h - y) / m
    grad[1:] = grad[1:] + Lambda * theta[1:]
    return J, grad


def lrCostFunction(theta, X, y, lambda_):  # expect: pass
    m = y.size
    temp = theta.copy()
    temp[0] = 0
    h = sigmoid(X @ theta)
    J = np.mean(-y * np.log(h) - (1 - y) * np.log(1 - h)) + lambda_ / (2 * m) * (temp @ temp)
    grad = (X.T @ (h - y) + lambda_ * temp) / m
    return J, grad


def cofiCostFunc(params, Y, R, num_users, num_movies, num_features, Lambda):  # expect: unverified holds-if (Y is 0 where R is 0)
    # Unfold the U and W matrices from params
    X = params[:num_movies * num_features].reshape(num_movies, num_features)
    Theta = params[num_movies * num_features:].reshape(num_users, num_features)

    err = (X.dot(Theta.T) - Y) * R
    J = 0.5 * np.sum(err ** 2) + Lambda / 2 * (np.sum(X ** 2) + np.sum(Theta ** 2))

    P = X.dot(Theta.T) * R
    X_grad = (P - Y).dot(Theta) + Lambda * X
    Theta_grad = (P - Y).T.dot(X) + Lambda * Theta
    grad = np.concatenate([X_grad.ravel(), Theta_grad.ravel()])
    return J, grad


def cofi_cost(params, Y, R, num_users, num_movies, num_features, lambda_):  # expect: mismatch (R not applied to the gradient of Theta)
    X = np.reshape(params[:num_movies * num_features], (num_movies, num_features))
    Theta = np.reshape(params[num_movies * num_features:], (num_users, num_features))
    diff = X @ Theta.T - Y
    J = 0.5 * np.sum(R * diff ** 2) + 0.5 * lambda_ * np.sum(params ** 2)
    X_grad = (R * diff) @ Theta + lambda_ * X
    Theta_grad = diff.T @ X + lambda_ * Theta
    grad = np.hstack((X_grad.flatten(), Theta_grad.flatten()))
    return J, grad


def sigmoidGradient(z):  # expect: pass
    g = sigmoid(z)
    return g * (1 - g)


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda):  # expect: pass
    """X without the column of ones, y with labels 1..num_labels."""
    h = hidden_layer_size
    Theta1 = nn_params[0:(h * (input_layer_size + 1))].reshape(h, input_layer_size + 1)
    Theta2 = nn_params[(h * (input_layer_size + 1)):].reshape(num_labels, h + 1)
    m = X.shape[0]

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    a3 = sigmoid(a2.dot(Theta2.T))
    Y = np.zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1

    J = -np.sum(Y * np.log(a3) + (1 - Y) * np.log(1 - a3)) / m
    J += Lambda / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    d3 = a3 - Y
    d2 = d3.dot(Theta2[:, 1:]) * sigmoidGradient(z2)
    Theta1_grad = d2.T.dot(a1) / m
    Theta2_grad = d3.T.dot(a2) / m
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += Lambda / m * Theta2[:, 1:]
    grad = np.concatenate((Theta1_grad.ravel(), Theta2_grad.ravel()))
    return J, grad


def nn_cost(nn_params, input_layer_size, hidden_layer_size, num_labels, X, Y, lambda_=0.0):  # expect: mismatch (sigmoidGradient of the activation)
    """Y is one-hot here."""
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape((hidden_layer_size, input_layer_size + 1))
    Theta2 = nn_params[split:].reshape((num_labels, hidden_layer_size + 1))
    m = X.shape[0]
    a1 = np.c_[np.ones(m), X]
    a2 = sigmoid(a1 @ Theta1.T)
    a2 = np.c_[np.ones(m), a2]
    h = sigmoid(a2 @ Theta2.T)
    cost = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    cost += lambda_ / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))
    delta3 = h - Y
    delta2 = (delta3 @ Theta2)[:, 1:] * sigmoidGradient(a2[:, 1:])
    grad1 = delta2.T @ a1 / m
    grad2 = delta3.T @ a2 / m
    grad1[:, 1:] += lambda_ / m * Theta1[:, 1:]
    grad2[:, 1:] += lambda_ / m * Theta2[:, 1:]
    return cost, np.r_[grad1.ravel(), grad2.ravel()]


def sparseAutoencoderCost(theta, visibleSize, hiddenSize, lam, rho, beta, data):  # expect: mismatch (sparsity term missing in the gradient)
    """data: (visibleSize, m), one example per column"""
    hv = hiddenSize * visibleSize
    W1 = theta[0:hv].reshape(hiddenSize, visibleSize)
    W2 = theta[hv:2 * hv].reshape(visibleSize, hiddenSize)
    b1 = theta[2 * hv:2 * hv + hiddenSize]
    b2 = theta[2 * hv + hiddenSize:]
    m = data.shape[1]

    a2 = sigmoid(W1.dot(data) + b1[:, None])
    a3 = sigmoid(W2.dot(a2) + b2[:, None])
    rho_hat = a2.mean(axis=1)
    KL = np.sum(rho * np.log(rho / rho_hat) + (1 - rho) * np.log((1 - rho) / (1 - rho_hat)))
    cost = np.sum((a3 - data) ** 2) / (2 * m) + lam / 2 * (np.sum(W1 ** 2) + np.sum(W2 ** 2)) + beta * KL

    d3 = (a3 - data) * a3 * (1 - a3)
    d2 = W2.T.dot(d3) * a2 * (1 - a2)
    W1grad = d2.dot(data.T) / m + lam * W1
    W2grad = d3.dot(a2.T) / m + lam * W2
    b1grad = d2.sum(axis=1) / m
    b2grad = d3.sum(axis=1) / m
    grad = np.concatenate((W1grad.flatten(), W2grad.flatten(), b1grad, b2grad))
    return cost, grad


def softmaxCost(theta, numClasses, inputSize, lam, data, labels):  # expect: pass
    """data (inputSize, m), labels (m,) in 0..numClasses-1, theta flattened (numClasses, inputSize)"""
    theta = theta.reshape(numClasses, inputSize)
    m = data.shape[1]
    M = theta.dot(data)
    M = M - M.max(axis=0)
    p = np.exp(M)
    p = p / p.sum(axis=0)
    groundTruth = np.zeros((numClasses, m))
    groundTruth[labels, np.arange(m)] = 1
    cost = -np.sum(groundTruth * np.log(p)) / m + lam / 2 * np.sum(theta ** 2)
    thetagrad = -(groundTruth - p).dot(data.T) / m + lam * theta
    return cost, thetagrad.ravel()
