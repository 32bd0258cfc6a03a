"""The loss of a variational autoencoder with noise from a formula, checked against its parts."""
import numpy as np

N, D, H, Z = 4, 6, 5, 2


def weights(n_in, n_out, k):
    return np.sin(k + np.arange(n_in * n_out)).reshape(n_in, n_out) * np.sqrt(1.0 / n_in)


theta = {"enc": weights(D, H, 0), "mu": weights(H, Z, 1), "logvar": weights(H, Z, 2), "dec": weights(Z, H, 3), "out": weights(H, D, 4)}
eps = np.cos(np.arange(N * Z) * 2.7).reshape(N, Z)


def encode(x):
    h = np.tanh(x @ theta["enc"])
    return h, h @ theta["mu"], h @ theta["logvar"]


def loss(x):
    h, mu, logvar = encode(x)
    z = mu + np.exp(0.5 * logvar) * eps
    hd = np.maximum(z @ theta["dec"], 0.01 * (z @ theta["dec"]))
    logits = hd @ theta["out"]
    bce = np.sum(np.maximum(logits, 0) - logits * x + np.log1p(np.exp(-np.abs(logits))))
    kl = -0.5 * np.sum(1 + logvar - mu**2 - np.exp(logvar))
    return (bce + kl) / len(x), {"bce": bce / len(x), "kl": kl / len(x), "z": z}


def gradient(x):
    h, mu, logvar = encode(x)
    std = np.exp(0.5 * logvar)
    z = mu + std * eps
    pre = z @ theta["dec"]
    hd = np.where(pre > 0, pre, 0.01 * pre)
    p = 1 / (1 + np.exp(-(hd @ theta["out"])))
    dlogits = (p - x) / len(x)
    grads = {"out": hd.T @ dlogits}
    dpre = dlogits @ theta["out"].T * np.where(pre > 0, 1, 0.01)
    grads["dec"] = z.T @ dpre
    dz = dpre @ theta["dec"].T
    dmu = dz + mu / len(x)
    dlogvar = dz * eps * 0.5 * std + 0.5 * (np.exp(logvar) - 1) / len(x)
    grads["mu"], grads["logvar"] = h.T @ dmu, h.T @ dlogvar
    dh = dmu @ theta["mu"].T + dlogvar @ theta["logvar"].T
    grads["enc"] = x.T @ (dh * (1 - h**2))
    return grads


x = (np.sin(np.arange(N * D)) > 0).astype(np.float64).reshape(N, D)
value, parts = loss(x)
grads = gradient(x)
worst = 0.0
for name, array in theta.items():
    for index in [(0, 0), (-1, -1), (1, 1)]:
        kept = array[index]
        array[index] = kept + 1e-6
        up = loss(x)[0]
        array[index] = kept - 1e-6
        down = loss(x)[0]
        array[index] = kept
        worst = max(worst, abs((up - down) / 2e-6 - grads[name][index]))
checks = bool(worst < 1e-7)
del worst, up, down
