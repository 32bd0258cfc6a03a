"""Newton's iteration with while for the roots of many cubics: nothing but products and sums."""


def root(a, b):
    x = 2.0
    while abs(x * x * x - a * x - b) > 1e-12:
        x = x - (x * x * x - a * x - b) / (3 * x * x - a)
    return x


result = 0.0
for k in range(400):
    result += root(1 + k / 1000, 3 + k / 100)
