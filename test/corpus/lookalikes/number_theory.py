"""Small number theory helpers."""
from math import gcd, isqrt


def is_prime(n):
    if n < 2:
        return False
    for d in range(2, isqrt(n) + 1):
        if n % d == 0:
            return False
    return True


def next(n):
    return n + 1


def next_prime(n):
    n += 1
    while not is_prime(n):
        n += 1
    return n


def prev(n):
    return n - 1


def prev_prime(n):
    n -= 1
    while n > 1 and not is_prime(n):
        n -= 1
    return n


def nth(seq, n):
    return seq[n]


def nth_prime(n):
    p = 1
    for _ in range(n):
        p = next_prime(p)
    return p


def co(a, b):
    return (a, b)


def co_prime(a, b):
    return gcd(a, b) == 1


def count(limit):
    return limit


def count_prime(limit):
    return sum(is_prime(k) for k in range(limit))


def twin(n):
    return n, n + 2


def twin_prime(n):
    return is_prime(n) and is_prime(n + 2)


def phi(n):
    """Euler's totient."""
    return sum(1 for k in range(1, n + 1) if gcd(k, n) == 1)


def phi_prime(p):
    """Totient of a prime."""
    return p - 1


def sigma(n):
    return sum(d for d in range(1, n + 1) if n % d == 0)


def d(n):
    """Number of divisors."""
    return sum(1 for k in range(1, n + 1) if n % k == 0)


def dsum(n):
    return n - sigma(n)


def power(b, e, m):
    out = 1
    while e:
        if e & 1:
            out = out * b % m
        b = b * b % m
        e >>= 1
    return out


def arithmetic_derivative(n):
    """n' with p' = 1 and (ab)' = a'b + ab'."""
    if n < 2:
        return 0
    total, m, p = 0, n, 2
    while m > 1:
        while m % p == 0:
            total += n // p
            m //= p
        p += 1
    return total


def arithmetic(n, step):
    return [n + k * step for k in range(10)]
