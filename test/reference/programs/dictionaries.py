#: dict basics
d = {'a': 1, 'b': 2}
a = d['a']
d['c'] = 3
d['a'] += 10
b = len(d)
c = 'b' in d
e = d == {'b': 2, 'c': 3, 'a': 11}

#: dict methods
d = {'a': 1, 'b': 2}
a = d.get('a')
b = d.get('z')
c = d.get('z', 0)
e = list(d.keys())
f = list(d.values())
g = list(d.items())
h = d.pop('a')
i = d.pop('q', None)
d.update({'x': 5}, y=6)
j = d.setdefault('x', 9)
k = d.setdefault('n', [])
k.append(1)

#: walking over dicts
d = {'x': 1, 'y': 2}
keys = [k for k in d]
total = 0
for k, v in d.items():
    total += v
values = sorted(d.values(), reverse=True)
swapped = {v: k for k, v in d.items()}

#: dict displays
a = {**{'x': 1}, 'y': 2}
b = {'x': 0, **{'x': 1}}
c = dict(a=1, b=2)
d = dict([('p', 1), ('q', 2)])
e = dict(c, b=5)
f = {1: 'one', 2.0: 'two', (1, 2): 'pair', None: 0, True: 'yes'}
g = {'a': 1} | {'b': 2}

#: keys that are equal are one key
d = {1: 'int'}
d[1.0] = 'float'
a = d[True]
e = {0: 'zero'}
b = e[False]
c = len({1, 1.0, True})

#: nested dicts
d = {'w': {'x': [1, 2]}}
d['w']['x'][0] = 5
d['w']['y'] = d['w']['x']
d['w']['y'].append(3)

#: dict copies
d = {'a': [1]}
e = d.copy()
f = dict(d)
e['b'] = 2
e['a'].append(2)

#: dicts are ordered by insertion
d = {}
d['b'] = 1
d['a'] = 2
d['b'] = 3
order = list(d)
del d['b']
d['b'] = 4
order2 = list(d)

#: sets
s = {1, 2, 3}
t = {2, 3, 4}
a = s & t
b = s | t
c = s - t
d = s ^ t
s.add(9)
e = 9 in s
f = len(set([1, 1, 2]))
g = set()
h = sorted(s)

#: comparing sets
a = {1, 2} == {2, 1}
b = {1} <= {1, 2}
c = {1, 2} < {1, 2}
d = {3} != {4}

#: tuples as keys
memo = {}
memo[(1, 2)] = 'a'
memo[1, 3] = 'b'
a = memo[(1, 3)]
b = (1, 2) in memo
c = {(0, i): i * i for i in range(3)}
