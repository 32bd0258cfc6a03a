"""Cellular automata: the game of life with np.roll and with sets, and rule 110."""
import numpy as np

glider = [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]


def step_array(board):
    neighbours = sum(np.roll(board, (i, j), axis=(0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
    return ((neighbours == 3) | ((board == 1) & (neighbours == 2))).astype(int)


def step_set(alive, size):
    counts = {}
    for r, c in alive:
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                if i or j:
                    cell = ((r + i) % size, (c + j) % size)
                    counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def rule(number, row, steps):
    history = [row]
    for _ in range(steps):
        padded = [0] + row + [0]
        row = [number >> (4 * a + 2 * b + c) & 1 for a, b, c in zip(padded, padded[1:], padded[2:])]
        history.append(row)
    return history


size = 7
board = np.zeros((size, size), dtype=int)
for cell in glider:
    board[cell] = 1
alive = set(glider)
populations = []
for generation in range(8):
    board = step_array(board)
    alive = step_set(alive, size)
    populations.append(int(board.sum()))
same = {(int(r), int(c)) for r, c in np.argwhere(board)} == alive
moved = {(r + 2, c + 2) for r, c in glider} == alive
picture = ["".join(".#"[v] for v in row) for row in board]
history = rule(110, [0] * 11 + [1], 6)
lengths = [sum(row) for row in history]
