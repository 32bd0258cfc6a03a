"""Inverted dropout where the mask is a formula, in training and in test mode."""
import numpy as np


class Dropout:
    def __init__(self, keep):
        if not 0 < keep <= 1:
            raise ValueError(f"keep must lie in (0, 1], not {keep}")
        self.keep = keep
        self.training = True
        self._mask = None

    def _noise(self, shape):
        count = 1
        for extent in shape:
            count *= extent
        return ((np.arange(count) * 7919) % 1000 / 1000).reshape(shape)

    def forward(self, x):
        if not self.training:
            return x
        self._mask = (self._noise(x.shape) < self.keep) / self.keep
        return x * self._mask

    def backward(self, grad):
        return grad * self._mask if self.training else grad

    def eval(self):
        self.training = False
        return self


layer = Dropout(0.8)
x = np.linspace(-1, 1, 20).reshape(4, 5)
y = layer.forward(x)
dx = layer.backward(np.ones((4, 5)))
dropped = np.count_nonzero(y == 0)
fraction = dropped / x.size
unchanged = (layer.eval().forward(x) == x).all()
errors = []
for keep in (0, 1.5, 1):
    try:
        Dropout(keep)
    except ValueError as e:
        errors.append(str(e))
