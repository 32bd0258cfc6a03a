"""Reprojection residuals of cameras and points by Rodrigues' rotation, with a numeric Jacobian."""
import numpy as np


def rotate(points, rot_vecs):
    theta = np.linalg.norm(rot_vecs, axis=1)[:, np.newaxis]
    with np.errstate(invalid="ignore"):
        v = rot_vecs / theta
        v = np.nan_to_num(v)
    dot = np.sum(points * v, axis=1)[:, np.newaxis]
    cos_theta, sin_theta = np.cos(theta), np.sin(theta)
    return cos_theta * points + sin_theta * np.cross(v, points) + dot * (1 - cos_theta) * v


def project(points, cameras):
    points_proj = rotate(points, cameras[:, :3])
    points_proj += cameras[:, 3:6]
    points_proj = -points_proj[:, :2] / points_proj[:, 2, np.newaxis]
    f, k1, k2 = cameras[:, 6], cameras[:, 7], cameras[:, 8]
    n = np.sum(points_proj**2, axis=1)
    r = 1 + k1 * n + k2 * n**2
    points_proj *= (r * f)[:, np.newaxis]
    return points_proj


def fun(params, n_cameras, n_points, camera_indices, point_indices, points_2d):
    camera_params = params[: n_cameras * 9].reshape((n_cameras, 9))
    points_3d = params[n_cameras * 9 :].reshape((n_points, 3))
    points_proj = project(points_3d[point_indices], camera_params[camera_indices])
    return (points_proj - points_2d).ravel()


cameras = np.zeros((2, 9))
cameras[:, 5] = -5
cameras[:, 6] = 100.0
cameras[1, :3] = [0.1, -0.2, 0.05]
cameras[:, 7:] = 1e-3
points = np.sin(np.arange(12.0)).reshape(4, 3)
camera_indices = np.repeat(np.arange(2), 4)
point_indices = np.tile(np.arange(4), 2)
observed = project(points[point_indices], cameras[camera_indices]).round(1)
params = np.hstack((cameras.ravel(), points.ravel())) + 1e-3
r = fun(params, 2, 4, camera_indices, point_indices, observed)
J = np.zeros((r.size, params.size))
for k in range(params.size):
    ahead = params.copy()
    ahead[k] += 1e-4
    J[:, k] = (fun(ahead, 2, 4, camera_indices, point_indices, observed) - r) / 1e-4
cost = 0.5 * r @ r
pattern = (J != 0).astype(int)
J = np.round(J, 3)
