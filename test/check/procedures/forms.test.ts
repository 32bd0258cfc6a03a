/** Contexts, tapes, returned functions and registered rules, right and wrong, without annotations. */
import { checkRows, type Row } from '../annotation-rows';

const row = (
  title: string,
  targets: Row['targets'],
  text: string,
  problems: string[] = [],
): Row => ({
  title,
  targets,
  text: text.trim().split('\n'),
  problems,
});

const square = (gradient: string, arguments_ = 'x') => `
import torch
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, ${arguments_}):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return ${gradient}`;

checkRows('static methods with a context', [
  row('a right backward', { Square: 'pass' }, square('2 * x * g')),
  row('a wrong backward', { Square: 'mismatch' }, square('x * g'), ['mismatch@8']),
  row('None for what has no gradient', { Square: 'pass' }, square('2 * x * g, None', 'x, n')),
  row(
    'None in the place of the gradient',
    { Threshold: 'mismatch' },
    `
import torch
class Threshold(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, lam):
        mask = (x.abs() > lam).float()
        ctx.save_for_backward(mask)
        return x * mask
    @staticmethod
    def backward(ctx, g):
        mask, = ctx.saved_tensors
        return None, g * mask`,
    ['mismatch@9'],
  ),
]);

const value = (update: string, assigned = 'out._backward = _backward') => `
class Value:
    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            ${update}
        ${assigned}
        return out`;

checkRows('closures on a tape', [
  row(
    'right shares',
    { 'Value.__mul__': 'pass' },
    value('self.grad += other.data * out.grad; other.grad += self.data * out.grad'),
  ),
  row('a closure that is not kept', {}, value('self.grad += out.grad', 'pass')),
]);

checkRows('lists on a tape', [
  row(
    'numbers that are gone through',
    { stack: 'pass' },
    `
import numpy as np
class Variable:
    def __init__(self, value, parents=()):
        self.value = np.asarray(value, dtype=float)
        self.grad = None
        self.backward_fn = None
    def accumulate(self, g):
        self.grad = g if self.grad is None else self.grad + g
def stack(variables, axis=0):
    out = Variable(np.stack([v.value for v in variables], axis=axis), tuple(variables))
    def backward_fn():
        for i, v in enumerate(variables):
            v.accumulate(np.take(out.grad, i, axis=axis))
    out.backward_fn = backward_fn
    return out`,
  ),
]);

const dense = (pass: string, back = 'output_gradient, learning_rate') => `
import numpy as np
class Dense:
    def __init__(self, n_in, n_out):
        self.weights = np.random.randn(n_out, n_in)
        self.bias = np.random.randn(n_out, 1)
    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias
    def backward(self, ${back}):
        ${pass}`;
const steps =
  'self.weights -= learning_rate * np.dot(output_gradient, self.input.T); self.bias -= learning_rate * output_gradient';

checkRows('layers that learn inside of backward', [
  row(
    'a gradient that is passed on before the step',
    { Dense: 'pass' },
    dense(`g = np.dot(self.weights.T, output_gradient); ${steps}; return g`),
  ),
  row(
    'a gradient that is passed on after the step',
    { Dense: 'mismatch' },
    dense(`${steps}; return np.dot(self.weights.T, output_gradient)`),
    ['mismatch@9'],
  ),
]);

const well = (sign: string) => `
import numpy as np
class Well:
    def energy(self, x):
        return np.sum((x ** 2 - 1) ** 2)
    def force(self, x):
        return ${sign} * x * (x ** 2 - 1)`;

checkRows('forces', [
  row('the negative gradient', { 'Well.force': 'pass' }, well('-4')),
  row('the gradient under that name', { 'Well.force': 'pass' }, well('4')),
  row('another factor', { 'Well.force': 'mismatch' }, well('-2'), ['mismatch@5']),
]);

const spelled = (take: string, first = 'X') => `
import numpy as np
def cost(theta, *args):
    ${take}
    return 0.5 * np.sum((X.dot(theta) - y) ** 2)
def gradient(theta, *args):
    ${take}
    return ${first}.T.dot(X.dot(theta) - y)`;

checkRows('lists on a tape, added up', [
  row(
    'numbers that are summed',
    { total: 'pass' },
    `
import numpy as np
class Var:
    def __init__(self, value, parents=()):
        self.value = np.array(value, dtype=float)
        self.grad = np.zeros_like(self.value)
        self._backward = lambda: None
def total(variables):
    out = Var(sum(v.value for v in variables), tuple(variables))
    def backward():
        for v in variables:
            v.grad += out.grad
    out._backward = backward
    return out`,
  ),
]);

checkRows('functions of any number of arguments', [
  row('unpacked', { gradient: 'pass' }, spelled('X, y = args')),
  row('taken by number', { gradient: 'pass' }, spelled('X = args[0]; y = args[1]')),
  row('taken together', { gradient: 'pass' }, spelled('X, y = args[0], args[1]')),
  row('a wrong gradient', { gradient: 'mismatch' }, spelled('X, y = args', '-X'), ['mismatch@5']),
  row(
    'gone through, whatever there is',
    { poly_prime: 'pass' },
    `
def poly(x, *coef):
    return sum(c * x ** k for k, c in enumerate(coef))
def poly_prime(x, *coef):
    return sum(k * c * x ** (k - 1) for k, c in enumerate(coef) if k > 0)`,
  ),
  row(
    'passed on',
    { residual_grad: 'pass' },
    `
def line(t, a, b):
    return a * t ** 2 + b
def slope(t, a, b):
    return 2 * a * t
def residual(t, *p):
    return line(t, *p) - 1
def residual_grad(t, *p):
    return slope(t, *p)`,
  ),
]);

const pulled = (gradient: string, names = 'g') => `
import numpy as np
def sine(x):
    def vjp(${names}):
        return ${gradient}
    return np.sin(x), vjp`;

checkRows('a value with its gradient function', [
  row('right', { sine: 'pass' }, pulled('g * np.cos(x)')),
  row('wrong', { sine: 'mismatch' }, pulled('-g * np.cos(x)'), ['mismatch@2']),
  row(
    'two functions for plotting',
    {},
    'def curves(a):\n    return lambda g: a * g, lambda g: a + g',
  ),
]);

const registered = (gradient: string) => `
import jax
import jax.numpy as jnp
@jax.custom_vjp
def f(x, y):
    return jnp.sin(x) * y
def f_fwd(x, y):
    return f(x, y), (x, y)
def f_bwd(res, g):
    x, y = res
    return ${gradient}
f.defvjp(f_fwd, f_bwd)`;

checkRows('registered rules', [
  row('vjp', { f_bwd: 'pass' }, registered('g * jnp.cos(x) * y, g * jnp.sin(x)')),
  row('a wrong vjp', { f_bwd: 'mismatch' }, registered('g * jnp.cos(x), g * jnp.sin(x)'), [
    'mismatch@8',
  ]),
  row(
    'jvp',
    { rule: 'pass' },
    `
import jax
import jax.numpy as jnp
@jax.custom_jvp
def f(x, y):
    return jnp.sin(x) * y
@f.defjvp
def rule(primals, tangents):
    x, y = primals
    dx, dy = tangents
    return f(x, y), jnp.cos(x) * y * dx + jnp.sin(x) * dy`,
  ),
  row(
    'jvp that forgets its tangent, at one number',
    { rule: 'mismatch' },
    `
import jax
import jax.numpy as jnp
@jax.custom_jvp
def f(x):
    return jnp.sin(x)
@f.defjvp
def rule(primals, tangents):
    (x,), (t,) = primals, tangents
    return f(x), jnp.cos(x)`,
    ['mismatch@7'],
  ),
  row(
    'makers of autograd',
    { f: 'pass' },
    `
import autograd.numpy as np
from autograd.extend import primitive, defvjp
@primitive
def f(x):
    return np.sin(x)
defvjp(f, lambda ans, x: lambda g: g * np.cos(x))`,
  ),
]);

checkRows('what is no pair', [
  row(
    'a class with a context and no backward',
    {},
    'class Op:\n    @staticmethod\n    def forward(ctx, x):\n        return x * x',
  ),
  row(
    'a queue that is pushed to',
    {},
    'def walk(queue, x):\n    def backward():\n        return x * 2\n    queue.push(backward)\n    return x',
  ),
]);
