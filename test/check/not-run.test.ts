/** What no run came to is told of, and only that. */
import { checkSamplesOf } from './inference-rows';

const nothing = /^$/;

checkSamplesOf('what was not checked', [
  {
    title: 'a side for shapes that were not drawn',
    text: `def f(x):
    return np.sum(x ** 2)

def f_grad(x):
    if x.shape[0] == 100:
        return 7 * x
    return 2 * x`,
    unchecked: /^line 9, since `x\.shape\[0\] == 100`, line 8, is never true$/,
  },
  {
    title: 'what follows a body that always leaves',
    text: `def f(x):
    return np.sin(x)

def f_grad(x):
    if x is None:
        return None
    elif x.size < 1000:
        return np.cos(x)
    y = np.cos(x)
    return y`,
    of: 'f_grad',
    unchecked: /^line 12, since `x\.size < 1000`, line 10, is never false$/,
  },
  {
    title: 'what follows a chain of branches that always leave',
    text: `def f(x, mode):
    if mode == 'cube':
        return x ** 3
    elif mode == 'square':
        return x ** 2
    return np.exp(x)

def f_grad(x, mode):
    if mode == 'cube':
        return 3 * x ** 2
    elif mode == 'square':
        return 2 * x
    return np.exp(x)`,
    of: 'f_grad',
    unchecked:
      /^line 9, since `mode == 'square'`, line 7, is never false\nline 16, since `mode == 'square'`, line 14, is never false$/,
  },
  {
    title: 'nothing where both sides were run, in one point or another',
    text: `def f(x):
    if x > 0:
        return x ** 2
    return x ** 3

def f_grad(x):
    if x > 0:
        return 2 * x
    else:
        return 3 * x ** 2`,
    of: 'f_grad',
    unchecked: nothing,
  },
  {
    title: 'nothing that only refuses, tells or waits',
    text: `def f(x, verbose=False):
    """A square."""
    if x is None:
        raise ValueError('no x')
    if verbose:
        print(x)
    return x ** 2

def f_grad(x, verbose=False):
    if not np.isfinite(x):
        return
    if verbose:
        logging.info(x)
    return 2 * x`,
    of: 'f_grad',
    unchecked: nothing,
  },
  {
    title: 'nothing in a loop that ran as flat code',
    text: `def f(x):
    total = 0.0
    for i in range(40000):
        if i == 39999:
            total = total + x ** 2
    return total

def f_grad(x):
    total = 0.0
    for i in range(40000):
        if i == 39999:
            total = total + 2 * x
    return total`,
    of: 'f_grad',
    unchecked: nothing,
  },
  {
    title: 'a branch inside of one that was run, and none inside of one that was not',
    text: `class Layer:
    def forward(self, x):
        self.x = x
        return x ** 2

    def backward(self, dout):
        if self.x is not None:
            if dout is None:
                dout = 1.0
                if self.x.ndim > 7:
                    dout = 2.0
            return 2 * self.x * dout`,
    unchecked: /^line 12, since `dout is None`, line 11, is never true$/,
  },
]);
