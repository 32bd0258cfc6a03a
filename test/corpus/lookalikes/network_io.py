"""Packets through a chain of middle boxes."""


class Packet:
    def __init__(self, src, dst, ttl=64, payload=b""):
        self.src, self.dst, self.ttl, self.payload = src, dst, ttl, payload


class Router:
    def __init__(self, table, default=None):
        self.table = table
        self.default = default
        self.dropped = 0

    def forward(self, packet):
        if packet.ttl <= 1:
            self.dropped += 1
            return None
        packet.ttl -= 1
        return self.table.get(packet.dst, self.default)

    def backward(self, packet):
        """Where an ICMP error for this packet has to go."""
        return self.table.get(packet.src, self.default)


class Nat:
    def __init__(self, public):
        self.public = public
        self.map = {}

    def forward(self, packet):
        port = 40000 + len(self.map)
        self.map[port] = packet.src
        packet.src = (self.public, port)
        return packet

    def backward(self, packet):
        packet.dst = self.map[packet.dst[1]]
        return packet


def port_forward(rules, port):
    return rules.get(port, port)


def port_backward(rules, port):
    for k, v in rules.items():
        if v == port:
            return k
    return port


def packet(src, dst, data):
    return Packet(src, dst, payload=data)


def depacket(p):
    return p.payload


def queue(items, limit):
    return items[:limit]


def dequeue(items):
    return items.pop(0)


def rate(bytes_, seconds):
    return bytes_ / seconds


def derate(limit, load):
    return limit * max(0.0, 1 - load)


def hop(path, i):
    return path[i]


def hop_count_d(path):
    return len(path)


class Event:
    def fwd(self, listeners):
        for fn in listeners:
            fn(self)

    def bwd(self, listeners):
        for fn in reversed(listeners):
            fn(self)
