"""A convolution whose every product is written out, seven loops deep, in lists."""


def zeros(*shape):
    if len(shape) == 1:
        return [0.0] * shape[0]
    return [zeros(*shape[1:]) for _ in range(shape[0])]


def conv2d(image, kernel):
    rows, columns = len(image), len(image[0])
    kr, kc = len(kernel), len(kernel[0])
    out = zeros(rows - kr + 1, columns - kc + 1)
    for i in range(rows - kr + 1):
        for j in range(columns - kc + 1):
            total = 0.0
            for a in range(kr):
                for b in range(kc):
                    total += image[i + a][j + b] * kernel[a][b]
            out[i][j] = total
    return out


def relu(grid):
    return [[max(0.0, v) for v in row] for row in grid]


def pool(grid, size=2):
    pooled = []
    for i in range(0, len(grid) - size + 1, size):
        row = []
        for j in range(0, len(grid[0]) - size + 1, size):
            row.append(max(grid[i + a][j + b] for a in range(size) for b in range(size)))
        pooled.append(row)
    return pooled


image = [[((3 * i + 5 * j) % 7) / 7 - 0.3 for j in range(9)] for i in range(8)]
sobel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
edges = conv2d(image, sobel)
features = pool(relu(edges))
flat = [v for row in features for v in row]
total = sum(flat)
shape = (len(features), len(features[0]))
transposed = [list(column) for column in zip(*features)]
