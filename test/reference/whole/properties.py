"""A class with properties, setters, class attributes, operators and comparison."""


class Temperature:
    scale = "C"
    made = 0

    def __init__(self, celsius=0.0):
        self.celsius = celsius
        Temperature.made += 1

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value:.2f} is below absolute zero")
        self._celsius = float(value)

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def from_kelvin(cls, kelvin):
        return cls(kelvin - 273.15)

    @staticmethod
    def mean(*temperatures):
        return Temperature(sum(t.celsius for t in temperatures) / len(temperatures))

    def __eq__(self, other):
        return self.celsius == other.celsius

    def __lt__(self, other):
        return self.celsius < other.celsius

    def __le__(self, other):
        return self.celsius <= other.celsius

    def __add__(self, degrees):
        return Temperature(self.celsius + degrees)

    def __iadd__(self, degrees):
        self.celsius += degrees
        return self

    def __bool__(self):
        return self.celsius != 0

    def __format__(self, spec):
        return format(self.celsius, spec or ".1f") + self.scale

    def __str__(self):
        return f"{self:.1f}"


class Room(Temperature):
    scale = " degrees"

    def __init__(self, celsius, name):
        super().__init__(celsius)
        self.name = name

    def __str__(self):
        return self.name + ": " + super().__str__()


t = Temperature(25)
t.fahrenheit = 212
boiling = t.celsius
t += 1
warm = Room(21.5, "kitchen")
mean = Temperature.mean(t, warm, Temperature.from_kelvin(300))
order = [str(each) for each in sorted([t, warm, mean])]
comparisons = [t > warm, t >= t, warm <= mean, t != warm]
truths = [bool(Temperature()), bool(warm), not Temperature(0)]
texts = [f"{warm}", f"{t:8.3f}|", "{:.0f}".format(mean)]
refused = None
try:
    t.celsius = -300
except ValueError as e:
    refused = str(e)
made = Temperature.made
hottest = max([t, warm], key=lambda each: each.fahrenheit).celsius
