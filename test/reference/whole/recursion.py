"""Recursion: Fibonacci with a memory, quicksort, permutations, Hanoi, Ackermann, adaptive Simpson."""
import math

memory = {}


def fib(n):
    if n in memory:
        return memory[n]
    memory[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memory[n]


def quicksort(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quicksort([v for v in rest if v < pivot]) + [pivot] + quicksort([v for v in rest if v >= pivot])


def permutations(items):
    if not items:
        return [[]]
    found = []
    for i, item in enumerate(items):
        for tail in permutations(items[:i] + items[i + 1 :]):
            found.append([item] + tail)
    return found


def hanoi(n, source="A", target="C", spare="B", moves=None):
    moves = [] if moves is None else moves
    if n > 0:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def simpson(f, a, b, eps, whole=None):
    c = (a + b) / 2
    piece = lambda lo, hi: (hi - lo) / 6 * (f(lo) + 4 * f((lo + hi) / 2) + f(hi))
    whole = piece(a, b) if whole is None else whole
    left, right = piece(a, c), piece(c, b)
    if abs(left + right - whole) <= 15 * eps:
        return left + right + (left + right - whole) / 15
    return simpson(f, a, c, eps / 2, left) + simpson(f, c, b, eps / 2, right)


f40 = fib(40)
ordered = quicksort([3, 6, 1, 8, 2, 9, 2])
perms = permutations([1, 2, 3])
moves = "".join(hanoi(3))
deep = ackermann(2, 3)
integral = simpson(math.exp, 0.0, 1.0, 1e-9)
memory = len(memory)
