"""Lloyd's iterations for k means, with the objective after each."""
import numpy as np

t = np.arange(30)
points = np.column_stack([np.cos(t) + 3 * (t % 3), np.sin(t * 1.3) - (t % 3)])
k = 3
centers = points[[0, 1, 2]].copy()


def assign(points, centers):
    d2 = ((points[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    labels = d2.argmin(axis=1)
    return labels, d2[np.arange(len(points)), labels].sum()


objective = []
previous = None
rounds = 0
while True:
    labels, value = assign(points, centers)
    objective.append(value)
    if previous is not None and abs(previous - value) < 1e-12:
        break
    previous = value
    for j in range(k):
        mask = labels == j
        if mask.any():
            centers[j] = points[mask].mean(axis=0)
    rounds += 1
sizes = np.bincount(labels, minlength=k)
members = {int(j): [int(i) for i in np.where(labels == j)[0]] for j in range(k)}
decreasing = all(a >= b - 1e-12 for a, b in zip(objective, objective[1:]))
