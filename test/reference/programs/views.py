#: views share their numbers
import numpy as np
x = np.arange(6.0)
y = x[1:4]
y[0] = 100
z = x.reshape(2, 3)
z[1, 2] = -1
t = z.T
t[0, 0] = 50
r = x[::-1]
r[0] = 7

#: copies do not share
import numpy as np
x = np.arange(4.0)
a = x.copy()
a[0] = 9
b = x[[0, 1]]
b[0] = 9
c = x[x >= 0]
c[0] = 9
d = x + 0
d[0] = 9
e = np.array(x)
e[0] = 9
f = x.flatten()
f[0] = 9
g = np.asarray(x)
g[3] = 77

#: rows and columns are views
import numpy as np
x = np.zeros((2, 3))
row = x[0]
row[:] = [1, 2, 3]
col = x[:, 1]
col += 10
x[1][2] = 5
d = np.zeros((2, 2)).T
d[0][1] = 3

#: reshape and ravel
import numpy as np
x = np.arange(6.0)
a = x.reshape(3, 2)
b = x.reshape((2, -1))
a[0, 0] = 10
r = b.ravel()
r[1] = 20
t = b.T.ravel()
t[0] = -1
c = b.T.reshape(6)
c[0] = -2
d = x[::2].reshape(3, 1)
d[0] = 99

#: transposes
import numpy as np
x = np.arange(24.0).reshape(2, 3, 4)
a = x.T
b = x.transpose(1, 0, 2)
b[0, 0, 0] = 100
c = x.swapaxes(0, 2)
c[3, 2, 1] = -5
d = np.transpose(x, (2, 0, 1))
e = x[0].T[1:, ::2]
e[0, 0] = 77

#: an element is no view
import numpy as np
x = np.array([1.0, 2.0])
a = x[0]
a += 10
b = x[1]
x[1] = 50
c = x[0]

#: iterating over arrays
import numpy as np
m = np.arange(6).reshape(2, 3)
rows = [r.sum() for r in m]
for r in m:
    r += 1
total = 0.0
for v in np.array([0.5, 1.5]):
    total += v
first, second = m
n = len(m)

#: arrays from lists
import numpy as np
a = np.array([[1, 2], [3, 4.0]])
b = np.array([a[0], a[1] * 2])
c = np.array([])
d = np.zeros((2, 0))
e = np.array(5)
f = np.array([[1], [2]]).shape
g = np.array([True, 2])
h = np.array([[1, 2], [3, 4]], dtype=float)
i = np.array((1, 2)).tolist()

#: shapes
import numpy as np
x = np.zeros((2, 3, 4))
a = x.shape
n, m, k = x.shape
b = x.shape[0]
c = x.ndim
d = x.size
e = len(x)
f = x[0].shape
g = np.float64(2.0)
h = x.T.shape

#: lists meet arrays
import numpy as np
x = np.array([1.0, 2.0])
a = x + [10, 20]
b = [10, 20] + x
c = x * (1, 2)
d = [1, 2] * x
e = [x, x]
e[0] = e[0] + 1

#: squeezed and expanded views
import numpy as np
x = np.zeros((1, 3, 1))
s = np.squeeze(x)
s[1] = 5
e = np.expand_dims(s, 0)
e[0, 2] = 7
f = s[:, None]
f[0, 0] = 1

#: flipped, split and broadcast
import numpy as np
x = np.arange(6.0)
r = np.flip(x)
r[0] = 50
a, b = np.split(x, 2)
a[0] = -1
h = x.reshape(2, 3)
top, bottom = h
top += 100
m = np.moveaxis(x.reshape(1, 2, 3), 0, 2)
m[0, 0, 0] = 3

#: stacking copies
import numpy as np
a = np.zeros(2)
s = np.stack([a, a])
s[0, 0] = 1
c = np.concatenate([a, a])
c[0] = 2
v = np.vstack([a, a])
v[1] = 3

#: comparisons of arrays make bools
import numpy as np
x = np.array([1.0, 2.0])
a = (x == x).all()
b = bool((x > 1).any())
c = (x > 1).sum()
d = np.sum(x > 0) / 2
e = (x > 1) * 3
f = 1.0 if np.all(x > 0) else 0.0
g = x[0] < x[1]
h = not x[0] > x[1]
i = x.max() > 1 and x.min() > 0
