#: arithmetic of arrays
import numpy as np
x = np.array([1.0, 2.0, 3.0])
a = x + 1
b = 2 * x - x / 4
c = x ** 2
d = -x
e = x // 2
f = x % 2
g = 7 % x
h = x @ x
i = +x

#: types of arrays
import numpy as np
a = np.array([1, 2])
b = np.array([1, 2.5])
c = np.array([True, False])
d = a + 1
e = a + 0.5
f = a / 2
g = a * True
h = c + c
i = a // 2
j = a ** 2
k = np.array([1, 2]) > 1
l = c * 1.5

#: integer division and modulo of arrays
import numpy as np
x = np.array([-7, 7, 5])
a = x // 2
b = x % 3
c = x % -3
d = x // -2
e = np.array([-7.5, 7.5]) % 2
f = np.array([5.0]) // np.array([0.0])

#: broadcasting
import numpy as np
m = np.arange(6.0).reshape(2, 3)
a = m + np.array([10, 20, 30])
b = m * np.array([[1], [2]])
c = np.arange(3)[:, None] - np.arange(2)[None, :]
d = m - m.mean(axis=1, keepdims=True)
e = np.ones((2, 1, 3)) * np.arange(2).reshape(2, 1)

#: comparisons of arrays
import numpy as np
x = np.array([1, 2, 3])
a = x > 1
b = (x > 1) & (x < 3)
c = (x == 1) | (x == 3)
d = ~(x > 1)
e = x != 2
f = (x > 1) ^ True
g = x == np.array([[1], [3]])
h = x == 'a'

#: bits of integer arrays
import numpy as np
x = np.array([1, 2, 12])
a = x & 6
b = x | 1
c = x ^ 3
d = ~x
e = x << 2
f = x >> 1

#: matrix products
import numpy as np
A = np.arange(6.0).reshape(2, 3)
v = np.array([1.0, 2.0, 3.0])
a = A @ v
b = A @ A.T
c = A.T @ A
d = v @ v
e = np.array([1.0, 2.0]) @ A
f = np.ones((4, 2, 3)) @ np.ones((3, 2))
g = A.dot(v)

#: numbers read from arrays
import numpy as np
x = np.array([1.5, 2.5])
a = x[0]
b = x[0] + x[1]
c = float(x[1])
d = int(x[0])
n = np.array([3, 4])
e = n[0]
f = n[0] * 2
g = n[1] / 2
h = [1, 2, 3][n[0] - 1]
y = np.zeros(n[0])
