"""Robot arm, camera and rotations with their Jacobians."""
import numpy as np


def fk(q, lengths):
    """End point of a planar arm with joint angles q (n,) and link lengths (n,)."""
    a = np.cumsum(q)
    return np.array([np.dot(lengths, np.cos(a)), np.dot(lengths, np.sin(a))])


def fk_jacobian(q, lengths):  # expect: pass
    a = np.cumsum(q)
    J = np.zeros((2, len(q)))
    for j in range(len(q)):
        J[0, j] = -np.sum(lengths[j:] * np.sin(a[j:]))
        J[1, j] = np.sum(lengths[j:] * np.cos(a[j:]))
    return J


def project(p, focal=1.0, cx=0.0, cy=0.0):
    """Pinhole camera: p = (X, Y, Z) to pixels."""
    X, Y, Z = p
    return np.array([focal * X / Z + cx, focal * Y / Z + cy])


def project_jacobian(p, focal=1.0, cx=0.0, cy=0.0):  # expect: mismatch (Z not squared in the last column)
    X, Y, Z = p
    return np.array([[focal / Z, 0, -focal * X / Z],
                     [0, focal / Z, -focal * Y / Z]])


def distort(u, k1=0.0, k2=0.0):
    """Radial distortion of normalised image coordinates u (2,)."""
    r2 = u @ u
    return u * (1 + k1 * r2 + k2 * r2 ** 2)


def distort_jacobian(u, k1=0.0, k2=0.0):  # expect: mismatch (k2's term lost its power of r)
    r2 = u @ u
    return (1 + k1 * r2 + k2 * r2 ** 2) * np.eye(2) + np.outer(u, u) * (2 * k1 + 4 * k2)


def rot2(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]])


def d_rot2(theta):  # expect: pass
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[-s, -c], [c, -s]])


def unicycle(state, v=1.0, w=0.0, dt=0.1):
    x, y, th = state
    return np.array([x + v * dt * np.cos(th), y + v * dt * np.sin(th), th + w * dt])


def jac_unicycle(state, v=1.0, w=0.0, dt=0.1):  # expect: pass
    th = state[2]
    F = np.eye(3)
    F[0, 2] = -v * dt * np.sin(th)
    F[1, 2] = v * dt * np.cos(th)
    return F


def bearing(state, landmark):
    dx, dy = landmark[0] - state[0], landmark[1] - state[1]
    return np.array([np.sqrt(dx ** 2 + dy ** 2), np.arctan2(dy, dx) - state[2]])


def bearing_jac(state, landmark):  # expect: mismatch (sign of the range's row)
    dx, dy = landmark[0] - state[0], landmark[1] - state[1]
    q = dx ** 2 + dy ** 2
    r = np.sqrt(q)
    return np.array([[dx / r, dy / r, 0], [dy / q, -dx / q, -1]])


def quat_rotate(q, v):
    """v turned by the quaternion q = (w, x, y, z), not normalised."""
    w, u = q[0], q[1:]
    return (w * w - u @ u) * v + 2 * (u @ v) * u + 2 * w * np.cross(u, v)


def quat_rotate_jac(q, v):  # expect: pass
    w, u = q[0], q[1:]
    J = np.empty((3, 4))
    J[:, 0] = 2 * w * v + 2 * np.cross(u, v)
    for k in range(3):
        e = np.zeros(3)
        e[k] = 1.0
        J[:, k + 1] = -2 * u[k] * v + 2 * v[k] * u + 2 * (u @ v) * e + 2 * w * np.cross(e, v)
    return J


def kuramoto(theta, omega, K=1.0):
    n = len(theta)
    return omega + K / n * np.sum(np.sin(theta[None, :] - theta[:, None]), axis=1)


def kuramoto_jacobian(theta, omega, K=1.0):  # expect: pass
    n = len(theta)
    C = np.cos(theta[None, :] - theta[:, None])
    J = K / n * C
    J[np.diag_indices(n)] = K / n * (1 - C.sum(axis=1))
    return J


def bezier(t, P):
    """Cubic curve at t (a number), control points P (4, d)."""
    s = 1 - t
    return s ** 3 * P[0] + 3 * s * s * t * P[1] + 3 * s * t * t * P[2] + t ** 3 * P[3]


def bezier_deriv(t, P):  # expect: mismatch (degree 3 in front missing)
    s = 1 - t
    return s * s * (P[1] - P[0]) + 2 * s * t * (P[2] - P[1]) + t * t * (P[3] - P[2])


def horner(coef, x):
    y = 0.0
    for c in coef:
        y = y * x + c
    return y


def horner_d(coef, x):  # expect: pass
    """With respect to x: the coefficients are given."""
    y, d = 0.0, 0.0
    for c in coef:
        d = d * x + y
        y = y * x + c
    return d


def legendre(n, x):
    p0, p1 = np.ones_like(x), x
    for k in range(1, n):
        p0, p1 = p1, ((2 * k + 1) * x * p1 - k * p0) / (k + 1)
    return p1


def legendre_deriv(n, x):  # expect: pass
    return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x ** 2 - 1)


def van_der_waals(V, T=1.0, a=0.0, b=0.0):
    return T / (V - b) - a / V ** 2


def dvan_der_waals(V, T=1.0, a=0.0, b=0.0):  # expect: mismatch (a's term: exponent and factor)
    return -T / (V - b) ** 2 + a / V ** 3
