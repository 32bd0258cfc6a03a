import numpy as np


# @gradcheck x: (3, 4)
def slice_is_written(x):
    y = np.zeros((3, 4))
    y[1:, ::2] = x[:2, 1::2] ** 2
    y[0] = np.sin(x[2])
    return np.sum(y * x)


# @gradcheck x: (3, 4)
def rows_are_added_to_in_a_loop(x):
    h = np.zeros((4, 4))
    for t in range(3):
        h[t + 1] = np.tanh(h[t] + x[t])
        h[t + 1] += 0.5 * x[t] * h[t]
    return np.sum(h[1:] ** 2)


# @gradcheck x: (3, 4)
def one_element_at_a_time(x):
    y = np.zeros((3, 4))
    for i in range(3):
        for j in range(4):
            y[i, j] = x[i, j] * x[i - 1, j - 1]
            y[i, j] += y[i, j - 1]
    return np.sum(y * y)


# @gradcheck x: (4,)
def all_operators_in_place(x):
    y = np.exp(x)
    y += x
    y -= 0.5 * x ** 2
    y *= np.cos(x)
    y /= 2 + x ** 2
    y **= 2
    return np.sum(y)


# @gradcheck x: (3, 4)
def list_of_arrays_is_added_up(x):
    parts = [np.zeros(4) for _ in range(3)]
    for k, row in enumerate(x):
        parts[k] += row ** 2
        parts[k - 1] = parts[k - 1] + parts[k] * row
    return np.sum(sum(parts) ** 2) + np.sum(np.array(parts) * x)


# @gradcheck x: (4,)
def list_that_holds_one_array_twice(x):
    a = x ** 2
    both = [a, a]
    both[0] += x
    both[1] *= 2
    return np.sum(both[0] * x)


# @gradcheck x: (4,)
def dict_of_parameters_is_updated_in_place(x):
    p = {'w': x * 1.0, 'g': x ** 2}
    w = p['w']
    for _ in range(3):
        p['w'] -= 0.1 * p['g'] * p['w']
    return np.sum(w ** 2)


# @gradcheck x: (4,)
def attribute_is_updated_in_place(x):
    class State:
        def __init__(self, v):
            self.v = v
        def step(self):
            self.v += np.sin(self.v)
            return self
    s = State(x * 1)
    v = s.v
    s.step().step()
    return np.sum(v ** 2)


# @gradcheck x: (3, 4)
def function_writes_into_what_it_is_given(x):
    def scale(row, k):
        row *= k * row[0]
    y = x ** 2
    for k in range(3):
        scale(y[k], k + 1)
    return np.sum(y)


# @gradcheck x: (3, 4)
def swapped_rows(x):
    y = x ** 2
    y[[0, 2]] = y[[2, 0]]
    y[0], y[1] = y[1].copy(), y[0].copy()
    return np.sum(y * x)


# @gradcheck x: (4,)
def results_written_into_an_array_that_is_given(x):
    y = np.zeros(4)
    np.exp(x, out=y)
    np.multiply(y, x, out=y[:])
    return np.sum(y ** 2)


# @gradcheck x: (3, 3)
def elimination_in_place(x):
    a = x + 5 * np.eye(3)
    for k in range(3):
        for i in range(k + 1, 3):
            a[i] -= a[i, k] / a[k, k] * a[k]
    return np.log(np.abs(np.prod(np.diag(a))))


# @gradcheck x: (6,)
def the_same_window_read_before_and_after_a_write(x):
    y = x.reshape(2, 3).copy()
    total = 0.0
    for k in range(4):
        for j in range(2):
            total = total + np.sum(y[:, j : j + 2] * (k + 1.0) ** 2)
        y[0, k % 3] = y[1, k % 3] * x[k]
    return total


# @gradcheck x: (6,)
def windows_of_another_form_that_start_alike(x):
    total = 0.0
    for k in range(1, 4):
        total = total + np.sum(x[1 : 1 + k] ** k) + np.sum(x[1::k] * k)
    return total
