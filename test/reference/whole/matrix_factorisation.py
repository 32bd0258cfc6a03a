"""Ratings factorised by stochastic gradient descent and by alternating least squares."""
import numpy as np

ratings = [(0, 0, 5.0), (0, 1, 3.0), (0, 3, 1.0), (1, 0, 4.0), (1, 3, 1.0), (2, 0, 1.0), (2, 1, 1.0), (2, 3, 5.0), (3, 2, 4.0), (4, 1, 1.0), (4, 2, 5.0)]
users, items, k = 5, 4, 2
P = 0.5 + 0.1 * np.sin(np.arange(users * k)).reshape(users, k)
Q = 0.5 + 0.1 * np.cos(np.arange(items * k)).reshape(items, k)
user_bias, item_bias = np.zeros(users), np.zeros(items)
mean = sum(r for _, _, r in ratings) / len(ratings)


def predict(u, i):
    return mean + user_bias[u] + item_bias[i] + P[u] @ Q[i]


def rmse():
    return np.sqrt(np.mean([(r - predict(u, i)) ** 2 for u, i, r in ratings]))


history = []
rate, reg = 0.05, 0.02
for epoch in range(30):
    for u, i, r in ratings:
        error = r - predict(u, i)
        user_bias[u] += rate * (error - reg * user_bias[u])
        item_bias[i] += rate * (error - reg * item_bias[i])
        P[u], Q[i] = P[u] + rate * (error * Q[i] - reg * P[u]), Q[i] + rate * (error * P[u] - reg * Q[i])
    if epoch % 10 == 9:
        history.append(rmse())

R = np.zeros((users, items))
W = np.zeros_like(R)
for u, i, r in ratings:
    R[u, i], W[u, i] = r, 1
A, B = np.ones((users, k)) * [1.0, 0.5], np.cos(np.arange(items * k)).reshape(items, k)
for _ in range(5):
    for u in range(users):
        seen = W[u] > 0
        A[u] = np.linalg.solve(B[seen].T @ B[seen] + 0.1 * np.eye(k), B[seen].T @ R[u, seen])
    for i in range(items):
        seen = W[:, i].astype(bool)
        B[i] = np.linalg.solve(A[seen].T @ A[seen] + 0.1 * np.eye(k), A[seen].T @ R[seen, i])
als_error = float(np.sum(W * (R - A @ B.T) ** 2))
filled = np.where(W == 1, R, np.round(A @ B.T, 6))
del error
