#: setting elements and slices
import numpy as np
x = np.zeros((3, 4))
x[0, 1] = 5
x[1] = 7
x[:, 3] = [1, 2, 3]
x[2, :2] = np.array([8, 9])
x[-1, -2] = -1

#: setting broadcasts
import numpy as np
x = np.zeros((2, 3))
x[:] = [1, 2, 3]
y = np.zeros((2, 3))
y[:, :2] = [[5], [6]]
z = np.zeros((2, 3))
z[...] = 4
w = np.zeros(3)
w[:] = np.ones((1, 3))

#: setting casts to the type of the array
import numpy as np
x = np.array([1, 2, 3])
x[0] = 9.7
x[1:] = [1.5, -2.5]
b = np.array([True, False])
b[1] = 5
f = np.array([1.0])
f[0] = True

#: setting through steps
import numpy as np
x = np.zeros(6)
x[::2] = 1
x[1::2] = [2, 3, 4]
y = np.arange(5.0)
y[::-1] = np.arange(5.0) * 10
z = np.zeros((3, 3))
z[::2, ::2] = [[1, 2], [3, 4]]

#: setting through masks
import numpy as np
x = np.array([1.0, -2.0, 3.0, -4.0])
x[x < 0] = 0
y = np.arange(4)
y[y > 1] = [10, 20]
z = np.arange(6.0).reshape(2, 3)
z[z % 2 == 1] *= -1
w = np.zeros((2, 2))
w[np.array([True, False])] = [5, 6]

#: setting through integer arrays
import numpy as np
x = np.zeros(5)
x[[0, 2]] = [1, 2]
x[[4, 4]] = [7, 8]
y = np.zeros((3, 3))
y[np.arange(3), [2, 1, 0]] = 1
z = np.zeros((2, 3))
z[:, [0, 2]] = [[1, 2], [3, 4]]
w = np.zeros((2, 3, 2))
w[[0, 1], :, [1, 0]] = np.arange(6).reshape(2, 3)

#: adding through integer arrays counts repeats once
import numpy as np
x = np.zeros(4)
x[[1, 1, 2]] += 1
y = np.zeros(4)
np.add.at(y, [1, 1, 2], 1)
z = np.zeros((2, 2))
np.add.at(z, ([0, 0, 1], [1, 1, 0]), [1.0, 2.0, 3.0])
w = np.ones(3)
w[[0, 2]] *= [5, 6]
