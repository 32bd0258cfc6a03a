"""A matrix class by hand: rows in lists, products and powers."""


class Matrix:
    def __init__(self, rows):
        self.rows = rows
        self.n = len(rows)

    def __matmul__(self, other):
        n = self.n
        rows = []
        for i in range(n):
            row = []
            for j in range(n):
                total = 0.0
                for k in range(n):
                    total += self.rows[i][k] * other.rows[k][j]
                row.append(total)
            rows.append(row)
        return Matrix(rows)

    def trace(self):
        return sum(self.rows[i][i] for i in range(self.n))


a = Matrix([[((i * 3 + j * 5) % 7) / 14 for j in range(10)] for i in range(10)])
power = a
for step in range(6):
    power = power @ a
result = power.trace()
