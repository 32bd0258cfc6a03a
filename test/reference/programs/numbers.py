#: integers stay integers
a = 7 + 2
b = 7 - 9
c = 7 * -3
d = 2 ** 10
e = -7

#: division gives a float
a = 6 / 3
b = 7 / 2
c = -1 / 4
d = True / 2

#: floor division rounds down
a = 7 // 2
b = -7 // 2
c = 7 // -2
d = -7 // -2
e = 7.5 // 2
f = -7.5 // 2
g = 6 // 2.0

#: modulo has the sign of the divisor
a = 7 % 3
b = -7 % 3
c = 7 % -3
d = -7 % -3
e = 7.5 % 2
f = -7.5 % 2
g = 7.5 % -2
h = 6 % -3

#: power of integers and floats
a = 2 ** 3 ** 2
b = -2 ** 2
c = (-2) ** 3
d = 2 ** -1
e = 2.0 ** 3
f = 4 ** 0.5
g = 0 ** 0
h = 10 ** 0.0

#: bools count as numbers
a = True + True
b = True * 3
c = False - 1
d = -True
e = True == 1
f = +True
g = True ** 2
h = True // 1

#: mixed arithmetic is float
a = 1 + 2.0
b = 3 * 1.5
c = 2.0 - 2
d = 1e3
e = 5 - 0.5 * 2

#: precedence
a = 1 + 2 * 3 - 4 / 2
b = (1 + 2) * 3
c = -3 ** 2 + 10 % 4 * 2
d = 2 * 3 // 4
e = not 1 == 2
f = 1 + 1 < 3 and 2 > 1

#: bits
a = 6 & 3
b = 6 | 3
c = 6 ^ 3
d = ~5
e = 1 << 4
f = 200 >> 3
g = -5 & 3
h = True & False
i = True ^ True
j = -8 >> 1
k = True | 2

#: augmented assignment of numbers
a = 5
a += 2
a -= 1
a *= 3
a //= 4
b = 2
b **= 5
b %= 7
c = 1
c /= 4
d = 6
d &= 3
d |= 8
d ^= 1
d <<= 2
d >>= 1

#: comparisons
a = 1 < 2
b = 2 <= 2.0
c = 3 > 4
d = 1 == 1.0
e = 1 != 1
f = 'a' < 'b'
g = (1, 2) < (1, 3)
h = [1, 2] == [1, 2]
i = (1, 2) == [1, 2]
j = 'a' == 1
k = None == 0

#: chained comparisons
a = 1 < 2 < 3
b = 1 < 3 < 2
c = 3 > 2 > 1 > 0
d = 1 < 2 > 0
e = 1 == 1 != 2
f = 0 <= 0 < 1

#: each operand of a chain is evaluated once
calls = []
def f(x):
    calls.append(x)
    return x
a = f(1) < f(2) < f(3)
b = f(5) < f(4) < f(6)

#: and and or give their operands
a = 0 or 5
b = 3 and 0.0
c = [] or 'x'
d = None and 1
e = 1 and 2 or 3
f = '' or None
g = 2 or missing
h = 0 and missing

#: not gives a bool
a = not 0
b = not 3.5
c = not []
d = not 'text'
e = not None
f = not not 7

#: conditional expressions
x = 3
a = 'big' if x > 2 else 'small'
b = 1 if x > 5 else 2 if x > 2 else 3
c = x if x else missing
d = (1 if x == 3 else 2) + 10

#: identity
a = None is None
b = 1 is not None
x = [1]
y = x
c = x is y
d = x is [1]
e = x is not y

#: membership
a = 2 in [1, 2]
b = 'b' in 'abc'
c = 'k' in {'k': 1}
d = 3 not in (1, 2)
e = 1.0 in [1]
f = 5 in range(10)
g = 2 in {1, 2}
h = 5 in range(0, 10, 2)

#: conversions
a = int(3.9)
b = int(-3.9)
c = float(2)
d = bool(0.0)
e = int('12')
f = float('1.5')
g = str(3)
h = bool([0])
i = int(True)
j = float('inf')

#: rounding
a = round(2.5)
b = round(3.5)
c = round(2.567, 2)
d = abs(-3)
e = abs(-2.5)
f = divmod(-7, 2)
g = pow(2, 5)
h = max(1, 5, 3)
i = min([4, 2.0, 8])
j = sum([1, 2, 3])

#: literals
a = 0x1f
b = 0b101
c = 0o17
d = 1_000
e = .5
f = 5.
g = 1e-3
h = 2E3

#: walrus
a = (b := 3) + 1
c = [y := 2, y ** 2]
if (n := 10) > 5:
    d = n
while (n := n - 3) > 0:
    e = n

#: infinities and not a number
inf = float('inf')
a = inf - 1
b = -inf
c = 1 / inf
d = inf > 1e308
nan = float('nan')
e = nan == nan
f = nan != nan
g = nan < 1

#: floor and modulo of floats are exact
a = 1.0 // 0.1
b = 1.0 % 0.1
c = -1.0 % 1e20
d = 0.3 // 0.1
e = 5.5 % -2.2
f = 1e17 // 3

#: large and small
a = 10 ** 15 + 1
b = 1e308 * 10
c = 2 ** 52 + 1
d = 5e-324
e = 1 / 3
f = 0.1 + 0.2
g = 1e16 + 1
h = -(10 ** 14) // 7
i = -(10 ** 14) % 7

#: math
import math
from math import pi, sqrt
a = math.sqrt(2)
b = math.floor(-2.5)
c = math.ceil(2.1)
d = math.exp(1) - math.e
e = sqrt(pi)
f = math.hypot(3, 4)
g = math.log(8, 2)
h = math.isclose(0.1 + 0.2, 0.3)
i = math.fmod(-7, 3)
j = math.inf > 1
k = math.copysign(2, -0.0)

#: negative zero
a = -0.0
b = 0.0 == -0.0
c = 0 * -1
d = -0.0 + 0
e = abs(-0.0)
f = 1e-200 * -1e-200

#: logic returns values in conditions
x = None
a = (x or {}).get('k', 3)
b = [] and missing
c = 'yes' if (x is None and not []) else 'no'
d = (0 or None) is None
e = not (1 and [])
f = 1 if 0.0 else 2
