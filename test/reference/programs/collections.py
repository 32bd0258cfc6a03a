#: dicts with a default
from collections import defaultdict
d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b']
e = defaultdict(int)
for c in 'hello':
    e[c] += 1
f = defaultdict(lambda: 5, x=1)
g = f['y'] + f['x']
h = 'z' in f
i = f.get('z')
j = len(f)
k = dict(e)
l = isinstance(d, dict)
m = defaultdict(float)
m['g'] += 2.5

#: nested defaults
from collections import defaultdict
d = defaultdict(lambda: defaultdict(dict))
d['a']['b']['c'] = 1
a = d['a']['b']

#: a default dict without a factory
from collections import defaultdict
d = defaultdict()
d['x']

#: ordered dicts
from collections import OrderedDict
d = OrderedDict()
d['b'] = 1
d['a'] = 2
e = OrderedDict([('x', 1), ('y', 2)])
f = list(e.items())
g = e == {'y': 2, 'x': 1}
h = list(reversed(list(d)))

#: counters
from collections import Counter
c = Counter('abracadabra')
a = c['a']
b = c['z']
d = c.most_common(2)
e = Counter(x=2, y=1)
e.update(['x', 'z'])
e.subtract({'y': 3})
f = Counter('aab') + Counter('bc')
g = Counter('aab') - Counter('ab')
h = sorted(c.elements())
i = sum(c.values())

#: queues with two ends
from collections import deque
q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
a = q.pop()
b = q.popleft()
c = list(q)
q.rotate(1)
d = list(q)
q.extend([7, 8])
q.extendleft([9])
e = list(q)
f = len(q)
g = q[0]
h = deque(maxlen=2)
for i in range(5):
    h.append(i)
j = list(h)
k = h.maxlen
l = isinstance(q, list)
m = deque([1]) == deque([1])
n = bool(deque())
o = repr(deque([1, 'a']))
while q:
    q.popleft()
p = len(q)

#: an empty queue
from collections import deque
deque().popleft()

#: classes that extend dicts
class Params(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value):
        self[name] = value
    def total(self):
        return sum(self.values())
p = Params(a=1, b=2)
p.c = 3
a = p.a + p['b']
b = p.total()
c = sorted(p)
d = isinstance(p, dict)
e = hasattr(p, 'z')
f = len(p)

#: classes that extend dicts and say what is missing
class Squares(dict):
    def __missing__(self, key):
        self[key] = key * key
        return self[key]
s = Squares()
a = s[3] + s[4]
b = dict(s)
class Upper(dict):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.count = len(kw)
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.upper())
u = Upper()
u['x'] = 1
c = u['x']
d = list(u)
e = Upper(A=1).count

#: classes that extend lists
class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    @property
    def top(self):
        return self[-1]
s = Stack([1, 2])
s.push(3).push(4)
a = s.top
b = len(s)
c = [x for x in s]
d = s[1:]
e = isinstance(s, list)
f = sum(s)
s.sort(reverse=True)
g = s[0]

#: classes that extend numbers and strings
class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32
c = Celsius(100)
a = c.fahrenheit()
b = c + 1
class Name(str):
    def shout(self):
        return self.upper() + '!'
n = Name('ada')
d = n.shout()
e = n + ' lovelace'
f = isinstance(c, float)

#: sets
s = {1, 2, 3}
a = s.issubset({1, 2, 3, 4})
b = s.issuperset([1])
c = s.isdisjoint({5})
d = s.symmetric_difference({3, 4})
e = s.union([7], (8,))
s.remove(1)
f = sorted(s)
s.clear()
g = len(s)
h = {1, 2} | {3}
i = {1, 2} <= {1, 2, 3}

#: removing what a set does not hold
{1}.remove(2)

#: objects as keys
class Node:
    def __init__(self, n):
        self.n = n
a, b = Node(1), Node(2)
d = {a: 'a', b: 'b'}
x = d[a] + d[b]
s = len({a, b, a})
y = a in d
z = Node(1) in d
class Equal:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return isinstance(other, Equal) and self.v == other.v
    def __hash__(self):
        return hash_of(self.v)
def hash_of(v):
    return v * 31
e = {Equal(1): 'one'}
w = e[Equal(1)]
u = Equal(2) in e
def f():
    return 1
table = {f: 'function', int: 'type', Node: 'class', (1, f): 'pair', None: 'none'}
t = [table[f], table[int], table[Node], table[(1, f)], table[None]]
del d, e, table

#: objects that say when they are equal have no key by themselves
class Equal:
    def __eq__(self, other):
        return True
d = {Equal(): 1}

#: shallow and deep copies
import copy
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(8)
class P:
    def __init__(self):
        self.xs = [1]
p = P()
q = copy.copy(p)
r = copy.deepcopy(p)
p.xs.append(2)
