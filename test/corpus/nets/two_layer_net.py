import numpy as np


class TwoLayerNet(object):
    """
    A two-layer fully-connected neural network: affine - relu - affine - softmax.

    W1: First layer weights; has shape (D, H)
    b1: First layer biases; has shape (H,)
    W2: Second layer weights; has shape (H, C)
    b2: Second layer biases; has shape (C,)
    """

    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = std * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):  # expect: pass
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        N, D = X.shape

        hidden = np.maximum(0, X.dot(W1) + b1)
        scores = hidden.dot(W2) + b2

        # If the targets are not given then jump out, we're done
        if y is None:
            return scores

        scores = scores - np.max(scores, axis=1, keepdims=True)
        exp_scores = np.exp(scores)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        loss = np.sum(-np.log(probs[range(N), y])) / N
        loss += reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        grads = {}
        dscores = probs
        dscores[range(N), y] -= 1
        dscores /= N
        grads['W2'] = hidden.T.dot(dscores) + 2 * reg * W2
        grads['b2'] = np.sum(dscores, axis=0)
        dhidden = dscores.dot(W2.T)
        dhidden[hidden <= 0] = 0
        grads['W1'] = X.T.dot(dhidden) + 2 * reg * W1
        grads['b1'] = np.sum(dhidden, axis=0)
        return loss, grads

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


class TanhRegressor(object):
    """One hidden tanh layer, linear output, squared error."""

    def __init__(self, n_in, n_hidden, reg=0.0, seed=0):
        rng = np.random.RandomState(seed)
        self.reg = reg
        self.params = {
            'W': rng.randn(n_in, n_hidden) * 0.1,
            'b': np.zeros(n_hidden),
            'v': rng.randn(n_hidden) * 0.1,
        }

    def loss(self, X, y=None):  # expect: mismatch (regulariser only in the gradient of W)
        W, b, v = self.params['W'], self.params['b'], self.params['v']
        H = np.tanh(X @ W + b)
        out = H @ v
        if y is None:
            return out
        err = out - y
        loss = 0.5 * np.mean(err ** 2) + 0.5 * self.reg * (np.sum(W ** 2) + np.sum(v ** 2))

        derr = err / len(y)
        grads = {'v': H.T @ derr}
        dH = np.outer(derr, v) * (1 - H ** 2)
        grads['W'] = X.T @ dH + self.reg * W
        grads['b'] = dH.sum(axis=0)
        return loss, grads


class LogisticUnit:
    def __init__(self, D, l1=0.0):
        self.l1 = l1
        self.params = {'w': np.full(D, 0.1), 'b': np.zeros(1)}

    def loss(self, X, y):  # expect: mismatch (b gets the mean, w the sum over the batch)
        w, b = self.params['w'], self.params['b']
        p = 1 / (1 + np.exp(-(X.dot(w) + b)))
        loss = -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) + self.l1 * np.abs(w).sum()
        d = p - y
        grads = {}
        grads['w'] = X.T.dot(d) + self.l1 * np.sign(w)
        grads['b'] = np.array([d.mean()])
        return loss, grads


class WeightTied:
    """Linear autoencoder with tied weights: X ~ X W W'."""

    def __init__(self, D, K):
        self.params = {'W': np.linspace(-0.5, 0.5, D * K).reshape(D, K)}

    def loss(self, X):  # expect: mismatch (only the decoder's use of W counted)
        W = self.params['W']
        code = X.dot(W)
        diff = code.dot(W.T) - X
        loss = 0.5 * np.sum(diff ** 2)
        dW = diff.T.dot(code)
        return loss, {'W': dW}


class FourLayerNet(object):
    """Any number of layers, parameters named W1, b1, W2, ..."""

    def __init__(self, dims, reg=0.0):
        self.num_layers = len(dims) - 1
        self.reg = reg
        self.params = {}
        rng = np.random.RandomState(1)
        for i in range(self.num_layers):
            self.params['W%d' % (i + 1)] = rng.randn(dims[i], dims[i + 1]) * 0.5
            self.params['b%d' % (i + 1)] = np.zeros(dims[i + 1])

    def loss(self, X, y=None):  # expect: pass
        acts = [X]
        for i in range(1, self.num_layers + 1):
            z = acts[-1].dot(self.params['W%d' % i]) + self.params['b%d' % i]
            acts.append(z if i == self.num_layers else np.tanh(z))
        scores = acts[-1]
        if y is None:
            return scores
        N = X.shape[0]
        m = scores.max(axis=1, keepdims=True)
        lse = np.log(np.exp(scores - m).sum(axis=1)) + m[:, 0]
        loss = np.mean(lse - scores[np.arange(N), y])
        d = np.exp(scores - lse[:, None])
        d[np.arange(N), y] -= 1
        d /= N
        grads = {}
        for i in reversed(range(1, self.num_layers + 1)):
            W = self.params['W%d' % i]
            loss += 0.5 * self.reg * np.sum(W ** 2)
            grads['W%d' % i] = acts[i - 1].T.dot(d) + self.reg * W
            grads['b%d' % i] = d.sum(axis=0)
            if i > 1:
                d = d.dot(W.T) * (1 - acts[i - 1] ** 2)
        return loss, grads
