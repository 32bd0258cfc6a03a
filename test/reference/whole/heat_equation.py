"""The heat equation: explicit steps by slices, and Crank-Nicolson by a linear solve."""
import numpy as np

n, alpha, dt = 21, 0.01, 0.05
x = np.linspace(0, 1, n)
dx = x[1] - x[0]
r = alpha * dt / dx**2
start = np.sin(np.pi * x) + 0.3 * np.sin(3 * np.pi * x)

u = start.copy()
for step in range(100):
    u[1:-1] = u[1:-1] + r * (u[2:] - 2 * u[1:-1] + u[:-2])
    u[0] = u[-1] = 0
explicit = u

inner = n - 2
L = np.diag(-2 * np.ones(inner)) + np.diag(np.ones(inner - 1), 1) + np.diag(np.ones(inner - 1), -1)
A = np.eye(inner) - 0.5 * r * L
B = np.eye(inner) + 0.5 * r * L
step_matrix = np.linalg.solve(A, B)
v = start[1:-1]
for _ in range(100):
    v = step_matrix @ v
implicit = np.pad(v, 1)

t = 100 * dt
exact = np.exp(-alpha * np.pi**2 * t) * np.sin(np.pi * x) + 0.3 * np.exp(-alpha * 9 * np.pi**2 * t) * np.sin(3 * np.pi * x)
errors = {"explicit": np.abs(explicit - exact).max() < 2e-3, "implicit": np.abs(implicit - exact).max() < 2e-3}
stable = r < 0.5
heat = np.trapz(explicit, x)
del L, A, B, step_matrix, exact
