#: basic indices
import numpy as np
x = np.arange(12).reshape(3, 4)
a = x[1]
b = x[1, 2]
c = x[-1, -1]
d = x[1][2]
e = x[:, 1]
f = x[0:2, 1:3]
g = x[::2, ::-1]
h = x[-1:]
i = x[1:1]
j = x[:, -2:]
k = x[5:]

#: new axes and ellipsis
import numpy as np
x = np.arange(6).reshape(2, 3)
a = x[None]
b = x[:, None]
c = x[..., np.newaxis]
d = x[..., 0]
e = x[1, ...]
f = x[...]
g = np.arange(24).reshape(2, 3, 4)[..., 1:3]
h = np.arange(24).reshape(2, 3, 4)[0, ..., -1]
i = x[np.newaxis, :, None, 1]

#: steps and negative bounds
import numpy as np
x = np.arange(10)
a = x[::3]
b = x[::-3]
c = x[8:2:-2]
d = x[-3:]
e = x[:-3]
f = x[2:100]
g = x[-100:2]
h = x[5:2]
i = x[::-1][::-1]

#: masks
import numpy as np
x = np.array([[1.0, -2.0], [-3.0, 4.0]])
a = x[x > 0]
b = x[x > 100]
c = x[np.array([True, False])]
d = x[:, np.array([False, True])]
e = x[[True, False]]
f = x[(x > 0).any(axis=1)]
g = np.arange(4)[np.arange(4) % 2 == 0]

#: integer array indices
import numpy as np
x = np.arange(12).reshape(3, 4)
a = x[[0, 2]]
b = x[np.array([0, -1, 0])]
c = x[[0, 1], [2, 3]]
d = x[[0, 1, 2], 1]
e = x[[[0, 1], [2, 0]]]
f = x[:, [3, 0]]
g = x[np.array([[0], [2]]), np.array([1, 3])]
h = x[np.arange(3), np.array([0, 1, 2])]
i = np.arange(5)[[4, 4, 0]]
j = x[[]]

#: mixed indices
import numpy as np
x = np.arange(24).reshape(2, 3, 4)
a = x[0, [0, 2]]
b = x[:, [0, 2], 1:3]
c = x[0, :, [1, 3]]
d = x[[0, 1], :, [1, 3]]
e = x[[1], ..., 0]
f = x[:, 1, [0, 0, 3]]
g = x[[0, 1], 1:, None, [0, 2]]
h = x[1:, [[0], [2]], [1, 3]]
i = x[None, [0, 1], [0, 2]]

#: masks beside other indices
import numpy as np
x = np.arange(12).reshape(3, 4)
m = np.array([True, False, True])
a = x[m, 1]
b = x[m, 1:3]
c = x[m, [0, 3]]
d = x[m][:, [0, 1]]
e = x[x % 2 == 0]
f = np.arange(24).reshape(2, 3, 4)[:, x[:, :4] > 5]
g = x[1, np.array([True, False, False, True])]

#: whole arrays by bools
import numpy as np
x = np.arange(3)
a = x[True]
b = x[False].shape
c = x[np.array(True)]

#: indices that are tuples and slices
import numpy as np
x = np.arange(24).reshape(2, 3, 4)
s = slice(1, None)
a = x[s]
b = x[(0, 1)]
c = x[(slice(None), 0, slice(0, 2))]
i = (1, 2, 3)
d = x[i]
e = [10, 20, 30][slice(0, 2)]

#: indices from other arrays
import numpy as np
x = np.array([3.0, 1.0, 2.0])
order = np.argsort(x)
a = x[order]
b = x[order[::-1]][:2]
c = x[np.argmax(x)]
d = x[order[0]]
e = x[np.where(x > 1)]
f = x[np.nonzero(x > 1)[0]]
rows, cols = np.where(np.eye(2) > 0)

#: one element through an ellipsis is a view
import numpy as np
x = np.arange(4.0)
a = x[..., 1]
b = x[1]
x[1] = 50
c = np.array(3.0)[...]
d = float(a) + 1
e = a * 2
