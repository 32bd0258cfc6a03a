import time


class Player:
    def __init__(self, duration, rate=1.0):
        self.duration = duration
        self.rate = rate
        self.position = 0.0
        self.log = []

    def forward(self, seconds):
        self.position = min(self.duration, self.position + seconds * self.rate)
        self.log.append(("fwd", seconds))
        return self.position

    def backward(self, seconds):
        self.position = max(0.0, self.position - seconds * self.rate)
        self.log.append(("bwd", seconds))
        return self.position

    def seek(self, t):
        self.position = t

    def d_seek(self, t):
        """Debounced seek."""
        time.sleep(0.0)
        self.seek(t)


class Stepper:
    """28BYJ-48 on four GPIO pins."""

    SEQ = [
        [1, 0, 0, 1],
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [0, 1, 0, 0],
        [0, 1, 1, 0],
        [0, 0, 1, 0],
        [0, 0, 1, 1],
        [0, 0, 0, 1],
    ]

    def __init__(self, pins, delay=0.001):
        self.pins = pins
        self.delay = delay
        self.phase = 0

    def _write(self, levels):
        return dict(zip(self.pins, levels))

    def step_forward(self, n):
        state = None
        for _ in range(n):
            self.phase = (self.phase + 1) % 8
            state = self._write(self.SEQ[self.phase])
        return state

    def step_backward(self, n):
        state = None
        for _ in range(n):
            self.phase = (self.phase - 1) % 8
            state = self._write(self.SEQ[self.phase])
        return state


class Rover:
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.x = 0.0

    def _forward(self, speed, dt):
        self.x += speed * dt
        return self.x

    def _backward(self, speed, dt):
        self.x -= speed * dt
        return self.x

    def forward(self, speed=0.5):
        self.left.forward(speed)
        self.right.forward(speed)

    def backward(self, speed=0.5):
        self.left.backward(speed)
        self.right.backward(speed)


def drive_forward(speed, seconds):
    return speed * seconds


def drive_backward(speed, seconds):
    return -speed * seconds
