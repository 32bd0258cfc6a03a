#: f-strings
x = 3
y = 2.5
a = f'x={x}'
b = f'{x + 1} and {y * 2}'
c = f'{x!r}{"s"!r}'
d = f'{{literal}}'
e = f'{[1, 2]} {(1,)} {None} {True}'
f = f'{"a"} {"b" if x > 2 else "c"}'

#: format specifications
x = 3.14159
a = f'{x:.2f}'
b = f'{7:03d}'
c = f'{x:10.3f}|'
d = f'{1234567:,}'
e = f'{0.25:.1%}'
f = f'{x:.3e}'
g = f'{"ab":>5}|{"ab":<5}|{"ab":^6}'
w = 8
h = f'{x:{w}.1f}'
i = '{:.1f} {}'.format(2.25, 'z')
j = '{1}{0}{name}'.format('a', 'b', name='c')

#: percent formatting
a = '%d items' % 3
b = '%s=%.2f' % ('x', 1.5)
c = '%5d|%-5d|%05d' % (42, 42, 42)
d = '%g %e' % (0.0001, 12345.678)
e = '100%% of %s' % 'it'
f = '%r' % 'q'
g = '%s' % [1, 2]

#: numbers as text
a = str(1.0)
b = str(0.1)
c = str(1e16)
d = str(1e-5)
e = str(100)
f = str(True)
g = repr('it')
h = str(None)
i = str(1e22)
j = str(123456789.0)
k = str(float('inf'))
l = str(-0.0)
m = str(1.5e300)

#: containers as text
a = str([1, 2.0, 'x'])
b = str({'a': 1})
c = str((1,))
d = str({3})
e = str([])
f = repr([None, [True]])
g = str({})
h = str(())

#: string methods
s = '  Hello, World '
a = s.strip()
b = s.lower()
c = a.upper()
d = a.replace('l', 'L')
e = a.split(', ')
f = '-'.join(['a', 'b'])
g = a.startswith('He')
h = a.endswith('x')
i = a.find('World')
j = 'a b  c'.split()
k = 'x'.join(str(v) for v in [1, 2])
l = a.count('l')

#: adjacent strings and escapes
a = 'one' 'two'
b = 'tab\tnew\nquote\''
c = r'raw\n'
d = """triple
line"""
e = 'é' + '\u00e9'
f = "it's"

#: comparing and repeating
a = 'a' * 3
b = 'abc' == 'ab' + 'c'
c = 'Z' < 'a'
d = 'x' in 'xyz'
e = len('hello')
f = list('abc')
g = 'a' != 'b'
h = 0 * 'abc'

#: iterating over a string
out = ''
for ch in 'abc':
    out = ch + out
counts = {}
for ch in 'hello':
    counts[ch] = counts.get(ch, 0) + 1
