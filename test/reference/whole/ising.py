"""The energy of an Ising lattice and one sweep of deterministic flips."""
import numpy as np

J, field = 1.0, 0.1
spins = np.where(np.sin(np.arange(36) * 1.7).reshape(6, 6) > 0, 1, -1)


def energy(s):
    neighbours = np.roll(s, 1, axis=0) + np.roll(s, -1, axis=1)
    return -J * np.sum(s * neighbours) - field * s.sum()


def local(s, i, j):
    n, m = s.shape
    return s[(i + 1) % n, j] + s[i - 1, j] + s[i, (j + 1) % m] + s[i, j - 1]


def sweep(s, temperature, noise):
    flips = 0
    for i in range(s.shape[0]):
        for j in range(s.shape[1]):
            delta = 2 * s[i, j] * (J * local(s, i, j) + field)
            if delta <= 0 or noise[i, j] < np.exp(-delta / temperature):
                s[i, j] *= -1
                flips += 1
    return flips


before = energy(spins)
noise = np.abs(np.sin(np.arange(1.0, 37) * 12.9898) * 43758.5453 % 1).reshape(6, 6)
flips = [sweep(spins, 2.0, noise.T if k % 2 else noise) for k in range(4)]
after = energy(spins)
magnetisation = abs(spins.mean())
up = int((spins == 1).sum())
correlation = np.array([np.mean(spins * np.roll(spins, d, axis=1)) for d in range(4)])
rows = ["".join("+" if s > 0 else "-" for s in row) for row in spins]
