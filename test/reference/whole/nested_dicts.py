"""JSON-like data walked by recursion: flattening, merging, queries, totals."""

data = {
    "run": "baseline",
    "epochs": [
        {"loss": 1.5, "metrics": {"acc": 0.4, "f1": None}},
        {"loss": 0.9, "metrics": {"acc": 0.7, "f1": 0.65}, "notes": ["saved", "best"]},
    ],
    "config": {"rate": 0.1, "layers": [4, 8, 2], "flags": {"bias": True, "dropout": False}},
}


def flatten(value, prefix=""):
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        return {prefix: value}
    flat = {}
    for key, inner in items:
        flat.update(flatten(inner, f"{prefix}.{key}" if prefix else str(key)))
    return flat


def merge(base, extra):
    out = dict(base)
    for key, value in extra.items():
        if key in out and isinstance(out[key], dict) and isinstance(value, dict):
            out[key] = merge(out[key], value)
        else:
            out[key] = value
    return out


def query(value, path, default=None):
    for part in path.split("."):
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError, TypeError):
            return default
    return value


def numbers(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return
    if isinstance(value, (int, float)):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from numbers(inner)
    else:
        for inner in value:
            yield from numbers(inner)


def dump(value, indent=0):
    pad = "  " * indent
    if isinstance(value, dict):
        return "\n".join(
            f"{pad}{key}:" + ("\n" + dump(inner, indent + 1) if isinstance(inner, (dict, list)) else f" {inner}")
            for key, inner in value.items()
        )
    if isinstance(value, list):
        return "\n".join(f"{pad}-" + ("\n" + dump(v, indent + 1) if isinstance(v, (dict, list)) else f" {v}") for v in value)
    return pad + str(value)


flat = flatten(data)
longest = max(flat, key=len)
merged = merge(data["config"], {"rate": 0.01, "flags": {"dropout": 0.5}, "seed": 7})
answers = [query(data, p, "-") for p in ("epochs.1.metrics.acc", "epochs.5.loss", "run.x", "config.layers.2")]
total = sum(numbers(data))
text = dump(data)
best = min(data["epochs"], key=lambda epoch: epoch["loss"])["metrics"]
inverted = {}
for key, value in flat.items():
    inverted.setdefault(type(value).__name__, []).append(key)
popped = data["config"].pop("rate"), data.pop("missing", None)
kept = {key: value for key, value in flat.items() if key.startswith("config") and value is not False}
