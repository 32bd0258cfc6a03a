"""Recurrent cells in columns: x has shape (n_x, m, T_x), hidden states (n_a, m, T_x)."""
import numpy as np


def softmax(x):
    e_x = np.exp(x - np.max(x, axis=0))
    return e_x / e_x.sum(axis=0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def rnn_cell_forward(xt, a_prev, parameters):
    """
    Implements a single forward step of the RNN-cell.

    xt -- your input data at timestep "t", numpy array of shape (n_x, m).
    a_prev -- Hidden state at timestep "t-1", numpy array of shape (n_a, m)
    parameters -- python dictionary containing:
        Wax -- multiplying the input, of shape (n_a, n_x)
        Waa -- multiplying the hidden state, of shape (n_a, n_a)
        ba -- bias, of shape (n_a, 1)
    """
    Wax = parameters["Wax"]
    Waa = parameters["Waa"]
    ba = parameters["ba"]
    a_next = np.tanh(np.dot(Wax, xt) + np.dot(Waa, a_prev) + ba)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, cache


def rnn_cell_backward(da_next, cache):  # expect: pass
    (a_next, a_prev, xt, parameters) = cache
    Wax = parameters["Wax"]
    Waa = parameters["Waa"]

    dtanh = (1 - a_next * a_next) * da_next
    dxt = np.dot(Wax.T, dtanh)
    dWax = np.dot(dtanh, xt.T)
    da_prev = np.dot(Waa.T, dtanh)
    dWaa = np.dot(dtanh, a_prev.T)
    dba = np.sum(dtanh, axis=1, keepdims=True)

    gradients = {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    return gradients


def rnn_forward(x, a0, parameters):
    """x -- shape (n_x, m, T_x); a0 -- shape (n_a, m)"""
    caches = []
    n_x, m, T_x = x.shape
    n_a = parameters["Waa"].shape[0]
    a = np.zeros((n_a, m, T_x))
    a_next = a0
    for t in range(T_x):
        a_next, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        caches.append(cache)
    return a, (caches, x)


def rnn_backward(da, caches):  # expect: mismatch (bias gradient of the first step only)
    (caches, x) = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    dx = np.zeros((n_x, m, T_x))
    dWax = np.zeros((n_a, n_x))
    dWaa = np.zeros((n_a, n_a))
    dba = np.zeros((n_a, 1))
    da_prevt = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t] + da_prevt, caches[t])
        da_prevt = gradients["da_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba = gradients["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}


def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """
    xt -- (n_x, m); a_prev, c_prev -- (n_a, m)
    parameters -- Wf, Wi, Wc, Wo of shape (n_a, n_a + n_x) and bf, bi, bc, bo of shape (n_a, 1)
    """
    Wf, bf = parameters["Wf"], parameters["bf"]
    Wi, bi = parameters["Wi"], parameters["bi"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wo, bo = parameters["Wo"], parameters["bo"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ft = sigmoid(np.dot(Wf, concat) + bf)
    it = sigmoid(np.dot(Wi, concat) + bi)
    cct = np.tanh(np.dot(Wc, concat) + bc)
    c_next = ft * c_prev + it * cct
    ot = sigmoid(np.dot(Wo, concat) + bo)
    a_next = ot * np.tanh(c_next)
    cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
    return a_next, c_next, cache


def lstm_cell_backward(da_next, dc_next, cache):  # expect: mismatch (candidate gate's weights get the input gate's delta)
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters) = cache
    n_x, m = xt.shape
    n_a, m = a_next.shape

    dc = dc_next + ot * (1 - np.square(np.tanh(c_next))) * da_next
    dot = da_next * np.tanh(c_next) * ot * (1 - ot)
    dcct = dc * it * (1 - np.square(cct))
    dit = dc * cct * it * (1 - it)
    dft = dc * c_prev * ft * (1 - ft)

    concat = np.concatenate((a_prev, xt), axis=0)
    dWf = np.dot(dft, concat.T)
    dWi = np.dot(dit, concat.T)
    dWc = np.dot(dit, concat.T)
    dWo = np.dot(dot, concat.T)
    dbf = np.sum(dft, axis=1, keepdims=True)
    dbi = np.sum(dit, axis=1, keepdims=True)
    dbc = np.sum(dcct, axis=1, keepdims=True)
    dbo = np.sum(dot, axis=1, keepdims=True)

    Wf, Wi, Wc, Wo = (parameters[k] for k in ("Wf", "Wi", "Wc", "Wo"))
    dconcat = np.dot(Wf.T, dft) + np.dot(Wi.T, dit) + np.dot(Wc.T, dcct) + np.dot(Wo.T, dot)
    da_prev = dconcat[:n_a, :]
    dxt = dconcat[n_a:, :]
    dc_prev = dc * ft
    return {"dxt": dxt, "da_prev": da_prev, "dc_prev": dc_prev, "dWf": dWf, "dbf": dbf, "dWi": dWi, "dbi": dbi,
            "dWc": dWc, "dbc": dbc, "dWo": dWo, "dbo": dbo}


def output_cell_forward(a, parameters):
    """Log probabilities of the output: a (n_a, m), Wya (n_y, n_a), by (n_y, 1)"""
    z = np.dot(parameters["Wya"], a) + parameters["by"]
    y = softmax(z)
    return np.log(y), (a, y, parameters)


def output_cell_backward(dlogy, cache):  # expect: pass
    a, y, parameters = cache
    dz = dlogy - y * np.sum(dlogy, axis=0, keepdims=True)
    da = np.dot(parameters["Wya"].T, dz)
    dWya = np.dot(dz, a.T)
    dby = np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}


def bidirectional_forward(x, parameters):
    """tanh recurrences from the left and from the right, stacked: x (n_x, m, T) -> (2 n_a, m, T)"""
    Wl, Ul = parameters["Wl"], parameters["Ul"]
    Wr, Ur = parameters["Wr"], parameters["Ur"]
    n_x, m, T = x.shape
    n_a = Wl.shape[0]
    left = np.zeros((n_a, m, T))
    right = np.zeros((n_a, m, T))
    h = np.zeros((n_a, m))
    for t in range(T):
        h = np.tanh(Wl @ x[:, :, t] + Ul @ h)
        left[:, :, t] = h
    h = np.zeros((n_a, m))
    for t in range(T - 1, -1, -1):
        h = np.tanh(Wr @ x[:, :, t] + Ur @ h)
        right[:, :, t] = h
    return np.concatenate([left, right]), (x, left, right, parameters)


def bidirectional_backward(dout, cache):  # expect: mismatch (state before the step off by one from the right)
    x, left, right, parameters = cache
    n_a, m, T = left.shape
    grads = {k: np.zeros_like(v) for k, v in parameters.items()}
    dx = np.zeros_like(x)
    dh = np.zeros((n_a, m))
    for t in reversed(range(T)):
        dz = (dout[:n_a, :, t] + dh) * (1 - left[:, :, t] ** 2)
        grads["Wl"] += dz @ x[:, :, t].T
        if t > 0:
            grads["Ul"] += dz @ left[:, :, t - 1].T
        dx[:, :, t] += parameters["Wl"].T @ dz
        dh = parameters["Ul"].T @ dz
    dh = np.zeros((n_a, m))
    for t in range(T):
        dz = (dout[n_a:, :, t] + dh) * (1 - right[:, :, t] ** 2)
        grads["Wr"] += dz @ x[:, :, t].T
        if t > 0:
            grads["Ur"] += dz @ right[:, :, t - 1].T
        dx[:, :, t] += parameters["Wr"].T @ dz
        dh = parameters["Ur"].T @ dz
    grads["x"] = dx
    return grads
