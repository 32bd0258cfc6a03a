"""A loop whose graph is too long to read at once: its rounds are groups that open and close."""

import numpy as np


# @gradcheck x0=0.5, rate=0.01
# @grad x0 = decay_slope(x0, rate)
def decay(x0, rate):
    """Sixty steps of Euler's method for y' = -sin(y), and how far the end is from the start."""
    y = x0
    for step in range(60):
        y = y - rate * np.sin(y)
    return np.linalg.norm(np.array([y, x0]))


def decay_slope(x0, rate):
    """Each step is multiplied by its own slope, 1 - rate * cos(y)."""
    y, slope = x0, 1.0
    for step in range(60):
        slope = slope * (1 - rate * np.cos(y))
        y = y - rate * np.sin(y)
    return (y * slope + x0) / np.hypot(y, x0)
