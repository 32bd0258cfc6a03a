"""A Kalman filter for a point with constant velocity, and its log likelihood."""
import numpy as np

dt = 0.1
F = np.array([[1, dt], [0, 1]])
Hm = np.array([[1.0, 0.0]])
Q = 0.01 * np.array([[dt**4 / 4, dt**3 / 2], [dt**3 / 2, dt**2]])
R = np.array([[0.05]])


def predict(x, P):
    return F @ x, F @ P @ F.T + Q


def update(x, P, z):
    innovation = z - Hm @ x
    S = Hm @ P @ Hm.T + R
    K = P @ Hm.T @ np.linalg.inv(S)
    x = x + K @ innovation
    P = (np.eye(len(x)) - K @ Hm) @ P
    ll = -0.5 * (innovation.T @ np.linalg.solve(S, innovation) + np.log(2 * np.pi * np.linalg.det(S)))
    return x, P, ll.item()


truth = np.array([0.5 * np.sin(0.2 * k) for k in range(30)])
measured = truth + 0.1 * np.cos(np.arange(30) ** 2)
x = np.zeros((2, 1))
P = np.eye(2)
track, total = [], 0.0
for z in measured:
    x, P = predict(x, P)
    x, P, ll = update(x, P, np.array([[z]]))
    track.append(x[0, 0])
    total += ll
error = np.sqrt(np.mean((np.array(track) - truth) ** 2))
gain_is_small = bool(np.trace(P) < 0.1)
