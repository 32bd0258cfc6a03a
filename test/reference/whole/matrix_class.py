"""A matrix class by hand with lists: operators, slicing, Gauss elimination, determinant."""


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(float, row)) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __len__(self):
        return len(self.rows)

    def __iter__(self):
        return iter(self.rows)

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(p, q)] for p, q in zip(self, other)])

    def __sub__(self, other):
        return self + other * -1

    def __mul__(self, k):
        return Matrix([[k * a for a in row] for row in self])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self])

    def __pow__(self, n):
        if n == 0:
            return Matrix.identity(len(self))
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half

    def __eq__(self, other):
        return all(abs(a - b) < 1e-9 for p, q in zip(self, other) for a, b in zip(p, q))

    def det(self):
        m, sign = [row[:] for row in self.rows], 1.0
        n = len(m)
        for k in range(n):
            pivot = max(range(k, n), key=lambda i: abs(m[i][k]))
            if m[pivot][k] == 0:
                return 0.0
            if pivot != k:
                m[k], m[pivot] = m[pivot], m[k]
                sign = -sign
            for i in range(k + 1, n):
                f = m[i][k] / m[k][k]
                for j in range(k, n):
                    m[i][j] -= f * m[k][j]
        product = sign
        for k in range(n):
            product *= m[k][k]
        return product

    def solve(self, b):
        m = [row + [v] for row, v in zip(self.rows, b)]
        n = len(m)
        for k in range(n):
            pivot = max(range(k, n), key=lambda i: abs(m[i][k]))
            m[k], m[pivot] = m[pivot], m[k]
            m[k] = [v / m[k][k] for v in m[k]]
            for i in range(n):
                if i != k:
                    f = m[i][k]
                    m[i] = [a - f * c for a, c in zip(m[i], m[k])]
        return [row[-1] for row in m]


A = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 3]])
determinant = A.det()
solution = A.solve([8, -11, -3])
B = A @ A.T
cube_same = A**3 == A @ A @ A
symmetric = B == B.T
corner, row = B[2, 0], B[1]
A[0, 0] = 5
changed = A.rows[0][0], len(A), A.shape
linear = (2 * A - A * 2).rows
messages = []
for make in (lambda: Matrix([[1], [2, 3]]), lambda: A @ Matrix([[1, 2]])):
    try:
        make()
    except ValueError as e:
        messages.append(str(e))
