"""Runge-Kutta for a damped pendulum and the drift of its energy."""
import math


def deriv(theta, omega, damping=0.0):
    return omega, -9.81 * math.sin(theta) - damping * omega


def rk4_step(theta, omega, h, **options):
    k1 = deriv(theta, omega, **options)
    k2 = deriv(theta + h / 2 * k1[0], omega + h / 2 * k1[1], **options)
    k3 = deriv(theta + h / 2 * k2[0], omega + h / 2 * k2[1], **options)
    k4 = deriv(theta + h * k3[0], omega + h * k3[1], **options)
    step = [h / 6 * (a + 2 * b + 2 * c + d) for a, b, c, d in zip(k1, k2, k3, k4)]
    return theta + step[0], omega + step[1]


def energy(theta, omega):
    return 0.5 * omega**2 + 9.81 * (1 - math.cos(theta))


def simulate(theta, omega, h, duration, damping=0.0):
    t, crossings = 0.0, []
    while t < duration - 1e-12:
        before = theta
        theta, omega = rk4_step(theta, omega, h, damping=damping)
        t += h
        if before > 0 >= theta or before < 0 <= theta:
            crossings.append(round(t, 6))
    return theta, omega, crossings


theta, omega, crossings = simulate(0.5, 0.0, 0.01, 5)
start, end = energy(0.5, 0.0), energy(theta, omega)
kept = math.isclose(start, end, rel_tol=1e-6)
damped = simulate(0.5, 0.0, 0.02, 5, damping=0.8)
small_angle_period = 2 * math.pi * math.sqrt(1 / 9.81)
periods = [b - a for a, b in zip(crossings[::2], crossings[2::2])]
ratio = sum(periods) / len(periods) / small_angle_period
