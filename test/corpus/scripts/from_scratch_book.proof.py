import numpy as np


def lists(f, g, x, before=(), after=()):
    def prove(m, rng):
        v = np.array(x)
        return [("x", lambda q: float(getattr(m, f)(*before, list(q), *after)), v,
                 np.array(getattr(m, g)(*before, list(v), *after)))]
    return prove


A, B = [0.7, -1.3, 0.4], [1.0, 0.6, -0.8]
prove_sum_of_squares_gradient = lists("sum_of_squares", "sum_of_squares_gradient", A)
prove_squared_error_gradient = lists("squared_error", "squared_error_gradient", [0.7, -1.3], (1.7, 0.3))
prove_sqerror_gradient = lists("sqerror", "sqerror_gradient", A, (B, 0.3))
prove_ridge_penalty_gradient = lists("ridge_penalty", "ridge_penalty_gradient", A, after=(0.6,))
prove_surprise_gradient = lists("surprise", "surprise_gradient", A, after=(1,))
prove_distance_to_gradient = lists("distance_to", "distance_to_gradient", A, after=(B,))


def prove_log_likelihood_gradient(m, rng):
    return [lists("log_likelihood", "log_likelihood_gradient", A, (B, y))(m, rng)[0] for y in (0, 1)]


def prove_logistic_prime(m, rng):
    return [("x", lambda v: m.logistic(float(v)), np.array(0.7), np.array(m.logistic_prime(0.7)))]
