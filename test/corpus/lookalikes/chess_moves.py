"""Pseudo-legal move generation on a mailbox board."""

WHITE, BLACK = 0, 1
FILES = "abcdefgh"


class Pawn:
    def __init__(self, square, colour):
        self.square = square
        self.colour = colour

    def forward(self, board):
        step = 8 if self.colour == WHITE else -8
        target = self.square + step
        return [target] if board.get(target) is None else []

    def backward(self, board):
        """Squares that the pawn may have come from (for the retro solver)."""
        step = -8 if self.colour == WHITE else 8
        target = self.square + step
        return [target] if board.get(target) is None else []

    def captures(self, board):
        step = 8 if self.colour == WHITE else -8
        return [s for s in (self.square + step - 1, self.square + step + 1) if board.get(s)]


class Board:
    def __init__(self):
        self.squares = {}
        self.stack = []

    def get(self, s):
        return self.squares.get(s)

    def push(self, move):
        src, dst = move
        self.stack.append((src, dst, self.squares.get(dst)))
        self.squares[dst] = self.squares.pop(src)

    def pop(self):
        src, dst, taken = self.stack.pop()
        self.squares[src] = self.squares.pop(dst)
        if taken:
            self.squares[dst] = taken


def move_forward(pos, n):
    return pos + 8 * n


def move_backward(pos, n):
    return pos - 8 * n


def score(board, weights):
    return sum(weights.get(p, 0) for p in board.squares.values())


def d_score(board, weights, move):
    """Score difference if `move` is played."""
    before = score(board, weights)
    board.push(move)
    after = score(board, weights)
    board.pop()
    return after - before


def f(square):
    return FILES[square % 8]


def g(square):
    return square // 8 + 1


def name(square):
    return f(square) + str(g(square))


def ranks():
    return list(range(1, 9))


def dranks(board):
    return [g(s) for s in board.squares]
