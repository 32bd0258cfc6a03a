/**
 * The functions of the speed bench as a user would write them, each with a comment that
 * gives its point. `test/bench/speed/torch_times.py` holds the same functions in torch.
 */

export const workloads = {
  scalar: `
# @gradcheck x=0.5, y=2
def f(x, y):
    return np.sin(x * y) + x ** 2 * np.exp(-y)
`,
  rosenbrock: `
# @gradcheck x=np.linspace(0.5, 1.4, 10)
def f(x):
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)
`,
  affine: `
# @gradcheck X=randn(10, 6), W=randn(6, 5), b=randn(5)
def f(X, W, b):
    return X @ W + b
`,
  batchnorm: `
# @gradcheck x=randn(4, 5), gamma=randn(5), beta=randn(5)
def f(x, gamma, beta):
    mean = np.mean(x, axis=0)
    var = np.mean((x - mean) ** 2, axis=0)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta
`,
  softmax: `
# @gradcheck scores=randn(50, 10), y=labels(50, 10)
def f(scores, y):
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logs = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return -np.mean(logs[np.arange(50), y])
`,
  network: `
# @gradcheck X=randn(20, 30), W1=0.1 * randn(30, 50), b1=randn(50), W2=0.1 * randn(50, 10), b2=randn(10), y=labels(20, 10)
def f(X, W1, b1, W2, b2, y):
    hidden = np.tanh(X @ W1 + b1)
    scores = hidden @ W2 + b2
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logs = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return -np.mean(logs[np.arange(20), y])
`,
} as const;

export type Workload = keyof typeof workloads;

/** A file that holds nothing else. */
export const textOf = (name: Workload) => `import numpy as np\n${workloads[name]}`;
