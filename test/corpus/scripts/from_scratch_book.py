"""Linear algebra and regression with lists only, no numpy."""
import math
import random


def dot(v, w):
    return sum(v_i * w_i for v_i, w_i in zip(v, w))


def add(v, w):
    return [v_i + w_i for v_i, w_i in zip(v, w)]


def scalar_multiply(c, v):
    return [c * v_i for v_i in v]


def sum_of_squares(v):
    return dot(v, v)


def sum_of_squares_gradient(v):  # expect: pass
    return [2 * v_i for v_i in v]


def squared_error(x, y, theta):
    """theta = [slope, intercept]"""
    slope, intercept = theta
    return (slope * x + intercept - y) ** 2


def squared_error_gradient(x, y, theta):  # expect: mismatch (x missing for the slope)
    slope, intercept = theta
    error = slope * x + intercept - y
    return [2 * error, 2 * error]


def predict(x, beta):
    return dot(x, beta)


def sqerror(x, y, beta):
    return (predict(x, beta) - y) ** 2


def sqerror_gradient(x, y, beta):  # expect: pass
    err = predict(x, beta) - y
    return [2 * err * x_i for x_i in x]


def ridge_penalty(beta, alpha):
    return alpha * dot(beta[1:], beta[1:])


def ridge_penalty_gradient(beta, alpha):  # expect: mismatch (the constant term is not penalised)
    return [2 * alpha * beta_j for beta_j in beta]


def logistic(x):
    return 1.0 / (1 + math.exp(-x))


def logistic_prime(x):  # expect: pass
    y = logistic(x)
    return y * (1 - y)


def log_likelihood(x, y, beta):
    if y == 1:
        return math.log(logistic(dot(x, beta)))
    return math.log(1 - logistic(dot(x, beta)))


def log_likelihood_gradient(x, y, beta):  # expect: pass
    return [(y - logistic(dot(x, beta))) * x_j for x_j in x]


def softmax_list(v):
    biggest = max(v)
    e = [math.exp(v_i - biggest) for v_i in v]
    total = sum(e)
    return [e_i / total for e_i in e]


def surprise(v, k):
    return -math.log(softmax_list(v)[k])


def surprise_gradient(v, k):  # expect: mismatch (one-hot subtracted everywhere)
    return [p - 1 for p in softmax_list(v)]


def distance_to(v, centre):
    return math.sqrt(sum((v_i - c_i) ** 2 for v_i, c_i in zip(v, centre)))


def distance_to_gradient(v, centre):  # expect: pass
    d = distance_to(v, centre)
    return [(v_i - c_i) / d for v_i, c_i in zip(v, centre)]


def gradient_step(v, gradient, step_size):
    return add(v, scalar_multiply(step_size, gradient))


def least_squares_fit(xs, ys, rate=0.01, epochs=10):
    guess = [random.random() for _ in xs[0]]
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            guess = gradient_step(guess, sqerror_gradient(x, y, guess), -rate)
    return guess


if __name__ == "__main__":
    xs = [[1.0, k / 10] for k in range(10)]
    print(least_squares_fit(xs, [2 * x[1] + 1 for x in xs]))
