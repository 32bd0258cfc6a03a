"""A tiny autograd engine over scalars."""
import math


class Value:
    """ stores a single scalar value and its gradient """

    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op

    def __add__(self, other):  # expect: mismatch (assigned, so a value used twice keeps one share)
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')

        def _backward():
            self.grad = out.grad
            other.grad = out.grad
        out._backward = _backward

        return out

    def __mul__(self, other):  # expect: pass
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward

        return out

    def __pow__(self, other):  # expect: mismatch (exponent not lowered by one)
        assert isinstance(other, (int, float)), "only supporting int/float powers for now"
        out = Value(self.data ** other, (self,), f'**{other}')

        def _backward():
            self.grad += other * self.data ** other * out.grad
        out._backward = _backward

        return out

    def __truediv__(self, other):  # expect: mismatch (denominator's gradient not divided twice)
        out = Value(self.data / other.data, (self, other), '/')

        def _backward():
            self.grad += out.grad / other.data
            other.grad -= out.grad * out.data
        out._backward = _backward

        return out

    def relu(self):  # expect: pass
        out = Value(0 if self.data < 0 else self.data, (self,), 'ReLU')

        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward

        return out

    def tanh(self):  # expect: pass
        x = self.data
        t = (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)
        out = Value(t, (self, ), 'tanh')

        def _backward():
            self.grad += (1 - t ** 2) * out.grad
        out._backward = _backward

        return out

    def sigmoid(self):  # expect: mismatch (formula of the output applied to the input)
        out = Value(1 / (1 + math.exp(-self.data)), (self,), 'sigmoid')

        def _backward():
            self.grad += self.data * (1 - self.data) * out.grad
        out._backward = _backward

        return out

    def exp(self):  # expect: pass
        out = Value(math.exp(self.data), (self,), 'exp')

        def _backward():
            self.grad += out.data * out.grad
        out._backward = _backward
        return out

    def log(self):  # expect: mismatch (upstream ignored)
        out = Value(math.log(self.data), (self,), 'log')

        def _backward():
            self.grad += 1 / self.data
        out._backward = _backward
        return out

    def step(self):  # expect: unverified deliberate (straight-through estimator)
        # the step has no slope; pass the gradient as if it were the identity near zero
        out = Value(1.0 if self.data > 0 else 0.0, (self,), 'step')

        def _backward():
            if abs(self.data) <= 1:
                self.grad += out.grad
        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()

        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)
        build_topo(self)
        self.grad = 1
        for v in reversed(topo):
            v._backward()

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
