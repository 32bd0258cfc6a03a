"""A net built from a dictionary of settings, with validation of the settings."""
import numpy as np

CONFIG = {
    "input": 4,
    "layers": [
        {"type": "dense", "units": 5, "activation": "relu"},
        {"type": "scale", "factor": 0.5},
        {"type": "dense", "units": 3, "activation": "softmax", "bias": False},
    ],
    "training": {"rate": 0.1, "steps": 4},
}
ACTIVATIONS = {
    None: lambda z: z,
    "relu": lambda z: z * (z > 0),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True),
}


class ConfigError(Exception):
    def __init__(self, path, message):
        super().__init__(f"{path}: {message}")
        self.path = path


def build_dense(spec, size, index):
    units = spec.get("units")
    if not isinstance(units, int) or units < 1:
        raise ConfigError(f"layers[{index}].units", f"expected a positive integer, got {units!r}")
    name = spec.get("activation")
    if name not in ACTIVATIONS:
        raise ConfigError(f"layers[{index}].activation", f"unknown: {name}")
    W = np.sin(np.arange(size * units) + index).reshape(size, units)
    b = np.full(units, 0.1) if spec.get("bias", True) else 0.0
    return lambda x: ACTIVATIONS[name](x @ W + b), units


def build_scale(spec, size, index):
    factor = spec["factor"]
    return lambda x: factor * x, size


BUILDERS = {"dense": build_dense, "scale": build_scale}


def build(config):
    size, layers = config["input"], []
    for index, spec in enumerate(config["layers"]):
        try:
            builder = BUILDERS[spec["type"]]
        except KeyError as missing:
            raise ConfigError(f"layers[{index}]", "no such layer") from missing
        layer, size = builder(spec, size, index)
        layers.append(layer)

    def network(x):
        for layer in layers:
            x = layer(x)
        return x

    return network


x = np.cos(np.arange(8.0)).reshape(2, 4)
out = build(CONFIG)(x)
broken = [
    {**CONFIG, "layers": [{"type": "dense", "units": 0}]},
    {**CONFIG, "layers": CONFIG["layers"] + [{"type": "pool"}]},
    dict(CONFIG, layers=[{"type": "dense", "units": 2, "activation": "step"}]),
    {**CONFIG, "layers": [{"type": "scale"}]},
]
errors = []
for config in broken:
    try:
        build(config)
    except ConfigError as e:
        errors.append((e.path, str(e)))
    except (KeyError, TypeError) as e:
        errors.append(("?", type(e).__name__))
    else:
        errors.append(None)
    finally:
        last = len(errors)
total_units = sum(spec.get("units", 0) for spec in CONFIG["layers"])
del ACTIVATIONS, BUILDERS
