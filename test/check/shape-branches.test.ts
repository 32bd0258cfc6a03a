/** Code that asks for a shape is run with shapes that answer otherwise. */
import { checkSamplesOf } from './inference-rows';

checkSamplesOf('branches of shapes', [
  {
    title: 'a batch of one that is wrong',
    text: `class Centre:
    def forward(self, x):
        self.n = x.shape[0]
        return x - x.mean(axis=0) if len(x) > 1 else 3 * x

    def backward(self, dout):
        if len(dout) == 1:
            return dout
        return dout - dout.mean(axis=0)`,
    verdict: 'mismatch',
    says: /only at \d of \d points, where `len\(x\) > 1`, line 7, is false/,
  },
  {
    title: 'a batch of one that is right',
    text: `class Centre:
    def forward(self, x):
        return x - x.mean(axis=0) if len(x) > 1 else 3 * x

    def backward(self, dout):
        if len(dout) == 1:
            return 3 * dout
        return dout - dout.mean(axis=0)`,
    unchecked: /^$/,
  },
  {
    title: 'another number of axes that is wrong',
    text: `def total(W):
    return np.sum(W ** 2) if W.ndim == 2 else np.sum(W ** 4)

def total_grad(W):
    if W.ndim == 2:
        return 2 * W
    return 2 * W ** 3`,
    verdict: 'mismatch',
    says: /only at 1 of \d points, where `W\.ndim == 2`, line 5, is false/,
  },
  {
    title: 'a shape that only is refused',
    text: `def total(W):
    if W.ndim != 2:
        raise ValueError('a matrix is needed')
    return np.sum(W @ W.T)

def total_grad(W):
    return 2 * np.ones((W.shape[0], W.shape[0])) @ W`,
    unchecked: /^$/,
  },
  {
    title: 'a shape for which the derivative was not made',
    text: `def scale(x, w):
    return x * w

def scale_backward(dout, x, w):
    if x.shape[0] == 1:
        return (dout * w)[0], dout * x
    return dout * w, dout * x`,
    unchecked: /^line 9, since `x\.shape\[0\] == 1`, line 8, is never true$/,
  },
]);
