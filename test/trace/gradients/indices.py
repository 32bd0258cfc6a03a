import numpy as np


# @gradcheck x: (3, 4)
def repeated_indices_are_read(x):
    y = x[[0, 0, 2]]
    z = x[[0, 1, 1, 0], [3, 2, 2, 3]]
    return np.sum(y ** 2) + np.sum(z ** 3)


# @gradcheck x: (4,)
def repeated_indices_are_written(x):
    y = np.zeros(3)
    y[[0, 2, 0, 2]] = x ** 2
    return np.sum(y ** 2)


# @gradcheck x: (4,)
def repeated_indices_are_added_to_once(x):
    y = x ** 2
    y[[1, 1, 3]] += x[:3]
    y[[0, 0]] *= x[2:]
    return np.sum(y ** 2)


# @gradcheck x: (4,)
def add_at_adds_every_time(x):
    y = x ** 2
    np.add.at(y, [1, 1, 3], x[:3] ** 2)
    return np.sum(y ** 2)


# @gradcheck x: (3, 4)
def index_arrays_with_broadcasting(x):
    i = np.array([[0], [2]])
    y = x[i, [1, 3, 3]]
    z = x ** 2
    z[i, [0, 1]] = y[:, :2] * x[1, 1]
    return np.sum(y ** 2) + np.sum(z ** 2)


# @gradcheck x: (2, 3, 4)
def integer_an_index_array_and_a_slice_at_once(x):
    y = x[0, :, [1, 3]]
    z = x[:, [2, 0], 1:3]
    w = x ** 2
    w[1, :, [0, 2]] = y * 2
    w[:, [1, 1], ::2] += z
    return np.sum(y ** 2) + np.sum(z ** 3) + np.sum(w ** 2)


# @gradcheck x: (3, 4)
def picking_one_column_per_row(x):
    labels = np.array([1, 0, 3])
    shifted = x - np.max(x, axis=1, keepdims=True)
    logs = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return -np.mean(logs[np.arange(3), labels])


# @gradcheck x: (3, 4)
def mask_is_read(x):
    return np.sum(x[x > 0] ** 2) + np.sum(x[np.array([True, False, True])] ** 3)


# @gradcheck x: (3, 4)
def mask_is_written(x):
    y = x ** 3
    y[x < 0] = 0
    y[x > 0.5] *= 2
    return np.sum(y * x)


# @gradcheck x: (4,)
def values_are_put_through_a_mask(x):
    m = np.array([True, False, True, False])
    y = np.zeros(4)
    y[m] = x[~m] ** 2
    return np.sum(y * x)


# @gradcheck x: (3, 3)
def diagonal_is_read_and_written(x):
    y = x @ x
    np.fill_diagonal(y, 1)
    i = np.arange(3)
    y[i, i] += np.diag(x) ** 2
    return np.sum(y * x) + np.trace(y @ y)
