#: shapes that do not fit
import numpy as np
a = np.ones(3) + np.ones(2)

#: matrix shapes that do not fit
import numpy as np
a = np.ones((2, 3)) @ np.ones((2, 3))

#: a bad reshape
import numpy as np
a = np.ones(6).reshape(4, 2)

#: writing a shape that does not fit
import numpy as np
x = np.zeros(3)
x[:2] = [1, 2, 3]

#: growing in place
import numpy as np
x = np.zeros(3)
x += np.zeros((2, 3))

#: an array index out of bounds
import numpy as np
x = np.zeros((2, 3))
x[0, 3]

#: too many indices
import numpy as np
x = np.zeros((2, 3))
x[0, 0, 0]

#: an index array out of bounds
import numpy as np
x = np.zeros(3)
x[[0, 5]]

#: a float as an index
import numpy as np
x = np.zeros(3)
x[1.0]

#: a mask that does not fit
import numpy as np
x = np.zeros(3)
x[np.array([True, False])]

#: the truth of an array
import numpy as np
if np.array([1, 2]) > 0:
    pass

#: floats into integers in place
import numpy as np
x = np.array([1, 2])
x += 0.5

#: true division of integers in place
import numpy as np
x = np.array([1, 2])
x /= 2

#: two ellipses
import numpy as np
x = np.zeros((2, 2))
x[..., ...]

#: integers to negative powers
import numpy as np
x = np.array([1, 2]) ** -1

#: an unhashable key
d = {[1]: 2}

#: a float in range
a = range(1.5)

#: a list by a float
a = [1, 2][0.5]

#: negative of a string
a = -'x'

#: the length of a number
a = len(5)

#: a keyword-only argument is missing
def f(*, a):
    return a
f()

#: endless recursion is bounded by a wrong base
def f(n):
    return 1 / n + f(n - 1)
f(3)
