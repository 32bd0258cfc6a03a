"""Settings as dataclasses, with defaults, factories, derived values and validation."""
import math
from dataclasses import asdict, dataclass, field, replace


@dataclass
class Optimizer:
    rate: float = 0.1
    momentum: float = 0.0
    decay: float = field(default=0.99)

    def __post_init__(self):
        if not 0 <= self.momentum < 1:
            raise ValueError(f"momentum {self.momentum}")

    def at(self, step: int) -> float:
        return self.rate * self.decay**step


@dataclass(frozen=True)
class Layer:
    units: int
    activation: str = "tanh"

    @property
    def function(self):
        return {"tanh": math.tanh, "linear": lambda x: x}[self.activation]


@dataclass
class Model:
    name: str
    layers: list = field(default_factory=list)
    optimizer: Optimizer = field(default_factory=Optimizer)
    size: int = field(init=False, default=0)

    def __post_init__(self):
        self.size = sum(layer.units for layer in self.layers)

    def add(self, *args, **options):
        self.layers.append(Layer(*args, **options))
        self.__post_init__()
        return self


model = Model("small").add(3).add(2, activation="linear")
other = Model("other", optimizer=Optimizer(rate=0.5, momentum=0.9))
independent = other.layers == [] and model.optimizer is not other.optimizer
equal = Layer(3) == model.layers[0], Layer(3) == Layer(4), Optimizer() == model.optimizer
shown = repr(model.layers[1]), repr(other.optimizer)
changed = replace(model.layers[0], units=7)
as_dict = asdict(model)
schedule = [model.optimizer.at(step) for step in (0, 10, 100)]
outputs = [layer.function(0.5) for layer in model.layers]
problems = []
try:
    Optimizer(momentum=1.5)
except ValueError as e:
    problems.append(str(e))
try:
    model.layers[0].units = 9
except AttributeError as e:
    problems.append("frozen")
try:
    Layer()
except TypeError:
    problems.append("missing")
velocity, w = 0.0, 4.0
for step in range(20):
    velocity = other.optimizer.momentum * velocity - 0.1 * other.optimizer.at(step) * 2 * w
    w += velocity
