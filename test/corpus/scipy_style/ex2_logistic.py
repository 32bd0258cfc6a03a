# Exercise 2: microchip quality, logistic regression with a minimiser
import numpy as np
from scipy import optimize


def g(z):
    return 1 / (1 + np.exp(-z))


def hypothesis(theta, X):
    return g(X.dot(theta))


def computeCost(theta, X, y, lam=0.0):
    m = len(y)
    h = hypothesis(theta, X)
    reg = lam / (2 * m) * theta[1:].dot(theta[1:])
    return -(y.dot(np.log(h)) + (1 - y).dot(np.log(1 - h))) / m + reg


def computeGradientFlattened(theta, X, y, lam=0.0):  # expect: mismatch (regularises the bias)
    m = len(y)
    err = hypothesis(theta, X) - y
    return (X.T.dot(err) + lam * theta).flatten() / m


def lrgradientReg(theta, X, y, lam):  # expect: pass
    m = y.size
    grad = X.T.dot(hypothesis(theta, X) - y) / m
    grad[1:] += lam / m * theta[1:]
    return grad


def map_feature(u, v, degree=3):
    cols = [np.ones(len(u))]
    for i in range(1, degree + 1):
        for j in range(i + 1):
            cols.append(u ** (i - j) * v ** j)
    return np.stack(cols, axis=1)


def one_vs_all(X, y, num_labels, lam):
    all_theta = np.zeros((num_labels, X.shape[1]))
    for c in range(num_labels):
        res = optimize.minimize(computeCost, np.zeros(X.shape[1]), jac=lrgradientReg,
                                args=(X, (y == c).astype(float), lam), method="CG")
        all_theta[c] = res.x
    return all_theta


def main():
    rng = np.random.RandomState(0)
    data = rng.uniform(-1, 1, (20, 2))
    y = (np.hypot(data[:, 0], data[:, 1]) < 0.7).astype(float)
    X = map_feature(data[:, 0], data[:, 1])
    theta = optimize.fmin_bfgs(computeCost, np.zeros(X.shape[1]), fprime=computeGradientFlattened,
                               args=(X, y, 1.0), maxiter=20, disp=False)
    print(theta)


if __name__ == "__main__":
    main()
