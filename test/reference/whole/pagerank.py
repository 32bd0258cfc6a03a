"""PageRank on a small web by dictionaries and by a matrix."""
import numpy as np
from collections import defaultdict

links = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "a"), ("d", "c"), ("d", "e")]
outgoing = defaultdict(list)
for source, target in links:
    outgoing[source].append(target)
pages = sorted({page for link in links for page in link})


def pagerank(damping=0.85, tol=1e-12):
    rank = dict.fromkeys(pages, 1 / len(pages))
    rounds = 0
    while True:
        fresh = {page: (1 - damping) / len(pages) for page in pages}
        for page, value in rank.items():
            targets = outgoing.get(page) or pages
            for target in targets:
                fresh[target] += damping * value / len(targets)
        change = sum(abs(fresh[p] - rank[p]) for p in pages)
        rank = fresh
        rounds += 1
        if change < tol:
            return rank, rounds


rank, rounds = pagerank()
position = {page: i for i, page in enumerate(pages)}
M = np.zeros((len(pages), len(pages)))
for source, target in links:
    M[position[target], position[source]] = 1
dangling = M.sum(axis=0) == 0
M[:, dangling] = 1
M = M / M.sum(axis=0)
G = 0.85 * M + 0.15 / len(pages)
v = np.full(len(pages), 1 / len(pages))
for _ in range(rounds):
    v = G @ v
total = sum(rank.values())
order = sorted(rank, key=rank.get, reverse=True)
same = np.allclose(v, [rank[p] for p in pages])
incoming = {page: sum(1 for _, target in links if target == page) for page in pages}
outgoing = dict(outgoing)
