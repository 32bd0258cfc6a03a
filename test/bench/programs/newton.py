"""Newton's iteration with while for Kepler's equation, at many times."""
import math


def anomaly(mean, eccentricity):
    E = mean
    change = 1.0
    while abs(change) > 1e-12:
        change = (E - eccentricity * math.sin(E) - mean) / (1 - eccentricity * math.cos(E))
        E -= change
    return E


result = 0.0
for k in range(300):
    result += anomaly(0.02 * k, 0.6)
