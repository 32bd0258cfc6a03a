"""The marginal likelihood of a Gaussian process by Cholesky, its gradient and predictions."""
import numpy as np


def kernel(A, B, length, amplitude):
    sq = np.sum(A**2, 1)[:, None] + np.sum(B**2, 1)[None, :] - 2 * A @ B.T
    return amplitude**2 * np.exp(-0.5 * np.maximum(sq, 0) / length**2), sq


def forward_substitution(L, b):
    x = np.zeros_like(b)
    for i in range(len(b)):
        x[i] = (b[i] - L[i, :i] @ x[:i]) / L[i, i]
    return x


def back_substitution(U, b):
    x = np.zeros_like(b)
    for i in reversed(range(len(b))):
        x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return x


def nlml(params, X, y):
    length, amplitude, noise = np.exp(params)
    K, sq = kernel(X, X, length, amplitude)
    n = len(y)
    L = np.linalg.cholesky(K + noise**2 * np.eye(n))
    alpha = back_substitution(L.T, forward_substitution(L, y))
    value = 0.5 * y @ alpha + np.log(np.diag(L)).sum() + 0.5 * n * np.log(2 * np.pi)
    Kinv = np.linalg.inv(K + noise**2 * np.eye(n))
    inner = np.outer(alpha, alpha) - Kinv
    slopes = [K * sq / length**2, 2 * K, 2 * noise**2 * np.eye(n)]
    gradient = np.array([-0.5 * np.trace(inner @ dK) for dK in slopes])
    return value, gradient, alpha


X = np.linspace(0, 4, 9).reshape(-1, 1)
y = np.sin(X[:, 0]) + 0.05 * np.cos(11 * X[:, 0])
params = np.log(np.array([1.0, 1.0, 0.3]))
value, gradient, alpha = nlml(params, X, y)
for _ in range(5):
    params -= 0.05 * nlml(params, X, y)[1]
later = nlml(params, X, y)[0]
X_new = np.array([[0.3], [2.2], [5.0]])
K_new, _ = kernel(X_new, X, *np.exp(params[:2]))
mean = K_new @ nlml(params, X, y)[2]
