"""Poisson's equation on a square by Jacobi, Gauss-Seidel and conjugate gradients."""
import numpy as np

n = 10
h = 1 / (n + 1)
grid = np.linspace(0, 1, n + 2)
X, Y = np.meshgrid(grid, grid, indexing="ij")
f = 2 * (X * (1 - X) + Y * (1 - Y))


def jacobi(u, f, rounds):
    for _ in range(rounds):
        new = u.copy()
        new[1:-1, 1:-1] = 0.25 * (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] + h**2 * f[1:-1, 1:-1])
        u = new
    return u


def gauss_seidel(f, rounds):
    u = [[0.0] * (n + 2) for _ in range(n + 2)]
    for _ in range(rounds):
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                u[i][j] = (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1] + h * h * f[i][j]) / 4
    return u


def laplacian(u):
    padded = np.pad(u, 1)
    return (4 * u - padded[:-2, 1:-1] - padded[2:, 1:-1] - padded[1:-1, :-2] - padded[1:-1, 2:]) / h**2


def conjugate_gradient(apply, b, tol=1e-10):
    x = np.zeros_like(b)
    r = b - apply(x)
    p, rs, rounds = r, np.vdot(r, r), 0
    while np.sqrt(rs) > tol:
        Ap = apply(p)
        alpha = rs / np.vdot(p, Ap)
        x = x + alpha * p
        r = r - alpha * Ap
        rs, old = np.vdot(r, r), rs
        p = r + rs / old * p
        rounds += 1
        if rounds > 200:
            raise RuntimeError("no convergence")
    return x


by_jacobi = jacobi(np.zeros_like(f), f, 60)
by_seidel = np.array(gauss_seidel(f.tolist(), 12))
by_cg = conjugate_gradient(laplacian, f[1:-1, 1:-1])
exact = X * (1 - X) * Y * (1 - Y)
solved = np.allclose(by_cg, exact[1:-1, 1:-1], atol=1e-8)
middle = (by_jacobi[5, 5], by_seidel[5, 5])
by_cg = by_cg.round(9)
symmetric = np.allclose(by_jacobi, by_jacobi.T)
