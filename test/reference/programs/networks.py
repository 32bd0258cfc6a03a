#: layers that train
import numpy as np
class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def forward(self, x):
        self.x = x
        self.out = x @ self.W + self.b
        return np.maximum(self.out, 0)
    def backward(self, g):
        g = g * (self.out > 0)
        self.dW = self.x.T @ g
        self.db = g.sum(axis=0)
        return g @ self.W.T
layers = [Layer(np.arange(6.0).reshape(2, 3) / 5 - 0.3, np.zeros(3)), Layer(np.ones((3, 1)) * -0.5, np.ones(1))]
h = np.array([[1.0, -1.0], [0.5, 2.0]])
for layer in layers:
    h = layer.forward(h)
g = np.ones_like(h)
for layer in reversed(layers):
    g = layer.backward(g)
for layer in layers:
    for name in ('W', 'b'):
        p = getattr(layer, name)
        p -= 0.1 * getattr(layer, 'd' + name)
final = [layer.W.copy() for layer in layers]
loss = -np.log(h[h > 0]).sum() if (h > 0).any() else 0.0

#: a recurrent network
import numpy as np
def step(params, state, x):
    W, U, b = params['W'], params['U'], params['b']
    new = np.tanh(W @ x + U @ state + b)
    return new, (x, state, new)
params = {k: np.full(s, 0.1 * i) for i, (k, s) in enumerate([('W', (2, 2)), ('U', (2, 2)), ('b', (2,))], 1)}
h, caches = np.zeros(2), []
for t, x in enumerate(np.arange(6).reshape(3, 2)):
    h, cache = step(params, h, x / (t + 1))
    caches.append(cache)
grads = {k: np.zeros_like(v) for k, v in params.items()}
dh = np.ones(2)
for x, prev, new in caches[::-1]:
    dz = dh * (1 - new ** 2)
    grads['W'] += np.outer(dz, x)
    grads['U'] += dz[:, None] * prev[None]
    grads['b'] += dz
    dh = params['U'].T @ dz
total = {k: float(v.sum()) for k, v in grads.items()}

#: softmax and one-hot
import numpy as np
def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
z = np.array([[1.0, 2.0, 3.0], [0.0, -1.0, 5.0]])
y = np.array([2, 0])
p = softmax(z)
onehot = np.zeros_like(p)
onehot[np.arange(len(y)), y] = 1
loss = -np.log(p[range(len(y)), y]).mean()
grad = p.copy()
grad[range(2), y] -= 1
grad /= len(y)
acc = (p.argmax(1) == y).mean()
top = [int(np.argmax(r)) for r in p]
best = max(range(3), key=lambda k: p[0, k])
