#: several targets share the value
a = b = []
a.append(1)
c = d = 5
d += 1

#: slice assignment of lists
x = [0, 1, 2, 3, 4]
x[1:3] = [10, 20, 30]
y = [0, 1, 2]
y[:] = [9]
z = [1, 2, 3]
z[len(z):] = [4]
w = [1, 2, 3, 4]
w[1:3] = []

#: slice assignment with a step
x = [0, 1, 2, 3, 4]
x[::2] = ['a', 'b', 'c']
y = [1, 2, 3]
y[::-1] = [7, 8, 9]
z = [1, 2, 3]
z[1:] = range(3)
w = [1, 2]
w[0:1] = (5, 6)

#: del
x = [0, 1, 2, 3, 4]
del x[1]
del x[-1]
y = [0, 1, 2, 3, 4]
del y[1:3]
d = {'a': 1, 'b': 2}
del d['a']
z = [0, 1, 2, 3, 4]
del z[::2]

#: comparing sequences
a = [1, 2] < [1, 3]
b = (2,) > (1, 9)
c = 'abc' < 'abd'
d = [1, [2, 3]] == [1, [2, 3]]
e = [1] < [1, 0]
f = (1, 2) != (1, 2)

#: tuples inside out
def minmax(x):
    return min(x), max(x)
low, high = minmax([3, 1, 2])
pair = minmax([5])
a = minmax([4, 6])[1]

#: ranges
a = list(range(4))
b = list(range(2, 8, 3))
c = list(range(5, 0, -2))
d = len(range(0, 10, 3))
e = range(10)[3]
f = range(5)[-1]
g = list(range(3, 3))
h = list(range(10)[2:8:2])

#: enumerate and zip
a = list(enumerate('ab'))
b = list(enumerate([5, 6], start=1))
c = list(zip([1, 2, 3], 'ab'))
d = dict(zip('xy', (1, 2)))
e = [i * v for i, v in enumerate([2, 3])]
f = [list(r) for r in zip(*[[1, 2], [3, 4]])]

#: map, filter, reversed
a = list(map(lambda v: v + 1, [1, 2]))
b = list(filter(lambda v: v > 1, [1, 2, 3]))
c = list(reversed([1, 2, 3]))
d = list(map(max, [1, 5], [3, 4]))
e = sum(map(float, [1, 2]))
f = list(map(str, (1, 2)))

#: any and all
a = any([0, 0, 1])
b = all([1, 2, 0])
c = any(v > 2 for v in [1, 2])
d = all([])
e = any([])

#: iterators are used up
it = iter([1, 2, 3])
a = next(it)
b = list(it)
c = list(it)
d = next(it, 'end')
z = zip([1], [2])
e = list(z)
f = list(z)
