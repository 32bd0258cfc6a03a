#: lists and indices
x = [10, 20, 30]
a = x[0]
b = x[-1]
c = x[-3]
d = len(x)
x[1] = 'two'

#: list slices
x = [0, 1, 2, 3, 4, 5]
a = x[1:4]
b = x[:2]
c = x[-2:]
d = x[::2]
e = x[::-1]
f = x[4:1:-1]
g = x[10:]
h = x[-100:2]
i = x[3:1]
j = x[-1:-4:-2]

#: a slice of a list is a copy
x = [1, 2, 3]
y = x[:]
y[0] = 9
z = x
z[1] = 8

#: tuple slices and indices
t = (1, 2, 3, 4)
a = t[1]
b = t[::2]
c = t[-1:]
d = t[::-1]
e = t + (5,)
f = t * 2
g = ()
h = (1,)

#: string slices and indices
s = 'abcdef'
a = s[0]
b = s[-2]
c = s[1:4]
d = s[::-1]
e = s[::3]
f = s * 2
g = 'x' + s

#: nested lists share rows
row = [0, 0]
m = [row, row]
m[0][1] = 5
n = [[0] * 2 for _ in range(2)]
n[0][1] = 5
o = [[]] * 3
o[0].append(1)

#: list methods
x = [3, 1, 2]
x.append(4)
x.extend([5, 6])
x.insert(0, 'first')
a = x.pop()
b = x.pop(0)
x.remove(2)
c = x.index(4)
d = x.count(3)
x.reverse()
y = x.copy()
y.clear()

#: sorting
x = [3, 1, 2]
x.sort()
a = sorted([3, 1, 2], reverse=True)
b = sorted(['bb', 'a', 'ccc'], key=len)
c = sorted([(2, 'a'), (1, 'b'), (1, 'a')])
d = sorted([-3, 2, 1], key=lambda v: v * v)
e = sorted({'b': 1, 'a': 2})
x.sort(key=lambda v: -v)

#: augmented assignment of lists is in place
x = [1]
y = x
x += [2, 3]
z = [1]
w = z
z = z + [2]
x *= 2
y2 = y

#: lists of lists grow
x = [[], []]
x[0] += [1]
x[0].append(2)
x[1] = x[0]
x[1] += (3,)

#: unpacking
a, b = 1, 2
c, d = [3, 4]
(e, f), g = (5, 6), 7
[h, i] = 'xy'
j, = [8]

#: unpacking with a star
a, *b = [1, 2, 3]
*c, d = (1, 2, 3)
e, *f, g = range(5)
h, *i = 'x'
(j, *k), l = [[1, 2, 3], 4]

#: stars in displays
x = [1, 2]
a = [*x, 3, *x]
b = (*x, 9)
c = [*range(3)]
d = {*x, 7}
e = [*'ab']

#: swaps
a, b = 1, 2
a, b = b, a
x = [1, 2, 3]
x[0], x[2] = x[2], x[0]
i = 0
i, x[i] = 1, 50
