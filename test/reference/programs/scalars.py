#: scalars from arrays
import numpy as np
x = np.array([1.25, 2.0])
a = f'{x[0]:.1f}'
b = isinstance(x[0], float)
c = round(x[0], 1)
d = x[0] is None
e = x[1] in [2.0, 3]
f = str(x[1])
g = max(x[0], 1)
h = sum(x)
i = abs(-x[0])
j = x[0] if x[0] > 1 else None
k = min(x)
l = bool(x[0])
m = [float(v) for v in x]
n = sorted(x, reverse=True)
o = x[0] // 1
p = divmod(x[1], 2)
q = -x[0] ** 2
r = x[0].item()
s = x.sum().shape
u = x[1] == 2 and 'yes'
v = np.float64(3) / 0
w = (x[0] + 1) ** 0.5

#: ints from arrays
import numpy as np
y = np.array([2, 0, 1])
a = [[10, 20, 30][k] for k in y]
b = {int(k): 1 for k in y}
c = 'abc'[y[0]]
d = [0] * y[0]
e = range(y[0])[-1]
f = np.zeros((y[0], 3)).shape
g = y[0] / y[2]
h = {v: i for i, v in enumerate(y)}
i = y[0] == 2
j = y.sum() % 2
k = y[0] ** 2
l = len(range(y.max()))
n = list(y)
o = np.eye(3)[y]
p = (y == 1).sum()
q = y.mean()
r = y.tolist()
s = y[0] & 1
t = 1 << y[0]
u = -y[0]
v = y.argmax() + 1
w = int(y[0]) / 2
