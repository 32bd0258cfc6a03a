import numpy as np


# @gradcheck x: (3, 4)
def slice_is_read(x):
    return np.sum(x[1:, ::2] ** 2) + np.sum(x[::-1, 0] ** 3)


# @gradcheck x: (4,)
def write_hides_what_stood_there(x):
    y = x ** 2
    y[1] = 3.0
    y[2] = x[0] * x[3]
    return np.sum(y * y)


# @gradcheck x: (4,)
def what_was_computed_before_a_write_keeps_its_derivative(x):
    y = x ** 2
    before = np.sum(y * x)
    y[:2] = np.exp(x[2:])
    return before * np.sum(y ** 2)


# @gradcheck x: (4,)
def argument_itself_is_written(x):
    y = x.copy()
    x[0] = x[1] * x[2]
    x *= x
    return np.sum(x * y)


# @gradcheck x: (3, 4)
def transposed_view_is_written(x):
    y = x ** 2
    t = y.T
    t[1] = x[:, 0] * x[:, 2]
    t[2:, 0] *= 3
    return np.sum(y ** 3)


# @gradcheck x: (3, 4)
def reshaped_view_is_written(x):
    y = x + 0
    r = y.reshape(2, 6)
    r[0, ::2] = x[2, :3] ** 2
    return np.sum(y * x)


# @gradcheck x: (3, 4)
def ravel_a_column_and_a_reversed_row_are_views_of_the_same_numbers(x):
    y = x * 1
    flat = y.ravel()
    flat[5] = x[0, 0] ** 2
    column = y[:, 2]
    column += x[:, 1] ** 2
    row = y[2, ::-1]
    row *= row
    return np.sum(flat ** 2) + np.sum(column * row[1:])


# @gradcheck x: (3, 4)
def views_of_views(x):
    y = np.ones((4, 3)).T
    y[1:][:, ::2][0][1] = x[0, 0] ** 3
    y += x
    return np.prod(y[1])


# @gradcheck x: (5,)
def overlapping_write_reads_first(x):
    y = x ** 2
    y[1:] = y[:-1] * x[1:]
    y[:-1] += y[1:]
    return np.sum(y ** 2)


# @gradcheck x: (3, 4)
def walking_over_rows_and_elements(x):
    y = x * x
    total = 0.0
    for row in y:
        row *= row[0]
        for v in row:
            total += v ** 2
    return total + np.sum(y)


# @gradcheck x: (4,)
def name_shares_its_array(x):
    a = x ** 2
    b = a
    b += x
    c = a
    c = c + 1
    return np.sum(a * b) + np.sum(c)


# @gradcheck x: (3,)
def new_axes_and_broadcasting_writes(x):
    y = np.zeros((2, 3))
    y[:] = x ** 2
    y[:, 1:] *= x[None, :2]
    d = x[:, None] - x
    return np.sum(y ** 2) + np.sum(d ** 4)


# @gradcheck x: (4,)
def array_made_of_elements_of_another(x):
    y = np.array([[x[0], x[1] ** 2], [x[2] * x[3], 1.0]])
    return np.sum((y @ y) ** 2)
