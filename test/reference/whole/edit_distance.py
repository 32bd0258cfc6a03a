"""Edit distance, longest common subsequence and knapsack by dynamic programming."""


def edit_distance(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        table[i][0] = i
    for j in range(len(b) + 1):
        table[0][j] = j
    for i, ca in enumerate(a, start=1):
        for j, cb in enumerate(b, start=1):
            cost = 0 if ca == cb else 1
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
    return table[-1][-1], table


def script(a, b, table):
    i, j, steps = len(a), len(b), []
    while i > 0 or j > 0:
        if i > 0 and j > 0 and a[i - 1] == b[j - 1] and table[i][j] == table[i - 1][j - 1]:
            i, j = i - 1, j - 1
        elif i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + 1:
            steps.append("%s->%s" % (a[i - 1], b[j - 1]))
            i, j = i - 1, j - 1
        elif j > 0 and table[i][j] == table[i][j - 1] + 1:
            steps.append("+" + b[j - 1])
            j -= 1
        else:
            steps.append("-" + a[i - 1])
            i -= 1
    return steps[::-1]


def common(a, b):
    best = {}
    for i in range(len(a), -1, -1):
        for j in range(len(b), -1, -1):
            if i == len(a) or j == len(b):
                best[i, j] = ""
            elif a[i] == b[j]:
                best[i, j] = a[i] + best[i + 1, j + 1]
            else:
                best[i, j] = max(best[i + 1, j], best[i, j + 1], key=len)
    return best[0, 0]


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best


distance, table = edit_distance("kitten", "sitting")
steps = script("kitten", "sitting", table)
shared = common("gradient", "radiant")
best = knapsack([(3, 4), (4, 5), (7, 10), (8, 11), (9, 13)], 17)
words = ["tensor", "sensor", "censor", "tenor"]
nearest = {w: min((v for v in words if v != w), key=lambda v: (edit_distance(w, v)[0], v)) for w in words}
