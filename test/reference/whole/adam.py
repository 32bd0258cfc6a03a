"""Adam, momentum, RMSprop and Adagrad on the same valley, chosen by name."""
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = config["momentum"] * v - config["learning_rate"] * dw
    config["velocity"] = v
    return w + v, config


def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("decay_rate", 0.99)
    config.setdefault("cache", np.zeros_like(w))
    config["cache"] = config["decay_rate"] * config["cache"] + (1 - config["decay_rate"]) * dw**2
    return w - config["learning_rate"] * dw / (np.sqrt(config["cache"]) + 1e-8), config


def adam(w, dw, config=None):
    if config is None:
        config = {}
    for key, value in {"learning_rate": 1e-1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}.items():
        config.setdefault(key, value)
    config.setdefault("m", np.zeros_like(w))
    config.setdefault("v", np.zeros_like(w))
    config["t"] += 1
    config["m"] = config["beta1"] * config["m"] + (1 - config["beta1"]) * dw
    config["v"] = config["beta2"] * config["v"] + (1 - config["beta2"]) * (dw * dw)
    mb = config["m"] / (1 - config["beta1"] ** config["t"])
    vb = config["v"] / (1 - config["beta2"] ** config["t"])
    return w - config["learning_rate"] * mb / (np.sqrt(vb) + config["epsilon"]), config


def valley(w):
    x, y = w
    value = (1 - x) ** 2 + 5 * (y - x**2) ** 2
    grad = np.array([-2 * (1 - x) - 20 * x * (y - x**2), 10 * (y - x**2)])
    return value, grad


rules = {"momentum": sgd_momentum, "rmsprop": rmsprop, "adam": adam}
ends, configs = {}, {}
for name, rule in rules.items():
    w, config = np.array([-1.0, 0.5]), None
    for step in range(60):
        value, grad = valley(w)
        w, config = rule(w, grad, config)
    ends[name] = (w, float(valley(w)[0]))
    configs[name] = sorted(config)
winner = min(ends, key=lambda name: ends[name][1])
