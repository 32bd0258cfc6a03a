#: augmented assignment of an array is in place
import numpy as np
a = np.zeros(3)
b = a
b += 1
same = a is b
c = a
c = c + 1
d = a[1:]
d *= 5
e = a
e -= np.array([1, 2, 3])

#: all operators in place
import numpy as np
x = np.array([1.0, 2.0, 5.0])
x += 1
x -= 0.5
x *= 2
x /= 4
x **= 2
x //= 0.1
x %= 7
k = np.array([6, 3])
k &= 2
k |= 1
k <<= 3

#: augmented assignment through indices
import numpy as np
x = np.zeros((2, 3))
x[0] += 1
x[:, 1] += [10, 20]
x[1, 2] -= 4
x[1, :2] *= 2
x[..., 0] += 100
x[x > 50] /= 10
y = [np.zeros(2), np.ones(2)]
z = y[0]
y[0] += 5
d = {'w': np.ones(2)}
w = d['w']
d['w'] *= 3

#: augmented assignment of an attribute
import numpy as np
class Net:
    def __init__(self):
        self.W = np.ones(2)
        self.g = 0.0
    def step(self):
        self.W -= 0.5 * self.W
        self.g += 1.5
n = Net()
W = n.W
n.step()
n.step()
same = W is n.W

#: integer arrays in place
import numpy as np
x = np.array([1, 2])
x += 3
x *= True
y = x
y //= 2
f = np.array([1.0])
f += np.array([2])
i = np.array([5, 7])
i %= 4

#: functions change the arrays that they are given
import numpy as np
def clear(a):
    a[:] = 0
def rebind(a):
    a = a * 0
    return a
def grow(a):
    a += 1
    return a
x = np.ones(2)
y = np.ones(2)
clear(x)
r = rebind(y)
g = grow(y)
same = g is y

#: overlapping writes read first
import numpy as np
x = np.arange(5.0)
x[1:] = x[:-1]
y = np.arange(5.0)
y[:-1] += y[1:]
z = np.arange(4.0)
z[:] = z[::-1]
m = np.arange(4.0).reshape(2, 2)
m[:] = m.T
m += m.T

#: swapping rows
import numpy as np
m = np.arange(6).reshape(3, 2)
m[[0, 2]] = m[[2, 0]]
n = np.arange(4).reshape(2, 2)
n[0], n[1] = n[1].copy(), n[0].copy()
k = np.arange(4).reshape(2, 2)
k[0], k[1] = k[1], k[0]

#: writes are seen by older views
import numpy as np
x = np.zeros((2, 2))
views = [x[0], x[:, 1], x.T, x.reshape(4), x[::-1]]
x[0, 1] = 3
x += 1
views[3][2] = 9
a = views[0].sum()
b = views[1] * 2

#: results computed before a write stay
import numpy as np
x = np.arange(3.0)
y = x * 2
s = x.sum()
x[0] = 100
z = x * 2
w = x[:2] + 0
x[1] = 200

#: diagonals
import numpy as np
x = np.arange(9.0).reshape(3, 3)
a = x.diagonal()
x[1, 1] = 50
b = np.diag(x)
np.fill_diagonal(x, 0)
c = np.diag([1.0, 2.0])
i = np.arange(3)
x[i, i] = [1, 2, 3]

#: a loop over a window
import numpy as np
x = np.arange(6.0)
out = np.zeros(4)
for i in range(4):
    out[i] = np.sum(x[i:i + 3] * np.array([1, 0, -1]))
c = np.zeros((2, 2))
for i in range(2):
    for j in range(2):
        c[i, j] = i * 10 + j
        c[i, j] += 0.5

#: writing lists of arrays
import numpy as np
grads = [np.zeros(2) for _ in range(3)]
for k, g in enumerate(grads):
    g += k
grads[0] = grads[1] + 1
shared = [np.zeros(1)] * 2
shared[0] += 1
total = sum(grads)

#: zero-dimensional arrays
import numpy as np
x = np.array(2.0)
y = x * 3
z = x + np.array([1.0, 2.0])
v = np.array(1.0)
v[()] = 5.0
w = np.array(3)[()]
s = np.zeros(())

#: one mask over two axes
import numpy as np
x = np.zeros((2, 2, 3))
m = np.array([[True, False], [False, True]])
x[m] = [1, 2, 3]
x[m, 0] = [8, 9]
y = x[m]
z = x[:, m[0]]

#: out and where
import numpy as np
x = np.array([1.0, 4.0, 9.0])
out = np.zeros(3)
np.sqrt(x, out=out)
np.multiply(x, 2, out=x)
a = np.where(x > 4, x, -x)
x.fill(3)
x[1:].fill(0)

#: augmented assignment evaluates its target once
log = []
def pick(x):
    log.append('picked')
    return x
x = [1, 2]
pick(x)[0] += 5
d = {'k': 1}
pick(d)['k'] *= 7

#: augmented assignment to mixed containers
import numpy as np
p = {'w': np.zeros(2), 'n': 0, 'l': []}
p['n'] += 1
p['w'][0] += 2
p['l'] += [3]
p['w'][:] -= 1
q = [(1, 2)]
q[0] += (3,)
t = 'ab'
t *= 2

#: integers and floats in place
import numpy as np
x = np.array([1.0, 2.0])
x += np.array([1, 2])
n = np.array([4, 9])
n **= 2
n -= np.array([True, False])
b = np.array([True, False])
b |= np.array([False, True])
b &= np.array([True, False])
s = 0
s += x
s2 = s
s += 1
k = 1
k += np.array([1])
