"""Doubly linked list and a browsing history on top of it."""


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
        self.prev = None


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.tail = None
        self.length = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = Node(value)
        if self.tail is None:
            self.head = self.tail = node
        else:
            node.prev = self.tail
            self.tail.next = node
            self.tail = node
        self.length += 1

    def forward(self):
        """All values, first to last."""
        out = []
        node = self.head
        while node is not None:
            out.append(node.value)
            node = node.next
        return out

    def backward(self):
        """All values, last to first."""
        out = []
        node = self.tail
        while node is not None:
            out.append(node.value)
            node = node.prev
        return out


class Cursor:
    def __init__(self, lst):
        self.node = lst.head
        self.pos = 0

    def step_forward(self, n=1):
        for _ in range(n):
            if self.node.next is None:
                break
            self.node = self.node.next
            self.pos += 1
        return self.node.value

    def step_backward(self, n=1):
        for _ in range(n):
            if self.node.prev is None:
                break
            self.node = self.node.prev
            self.pos -= 1
        return self.node.value


class History:
    def __init__(self, homepage):
        self.pages = [homepage]
        self.i = 0

    def visit(self, url):
        self.pages = self.pages[: self.i + 1] + [url]
        self.i += 1

    def back(self, steps):
        self.i = max(0, self.i - steps)
        return self.pages[self.i]

    def forward(self, steps):
        self.i = min(len(self.pages) - 1, self.i + steps)
        return self.pages[self.i]

    def backward(self, steps):
        return self.back(steps)


def iterate_forward(seq, start):
    for i in range(start, len(seq)):
        yield seq[i]


def iterate_backward(seq, start):
    for i in range(start, -1, -1):
        yield seq[i]


def fill_forward(values):
    last = None
    out = []
    for v in values:
        if v is not None:
            last = v
        out.append(last)
    return out


def fill_backward(values):
    return fill_forward(values[::-1])[::-1]
