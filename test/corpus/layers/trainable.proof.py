from layerkit import layer

V = ("forward_pass", "backward_pass")


class Recorder:
    """An optimizer with the learning rate of the user, that keeps the gradient."""

    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, w, grad):
        self.grad = grad
        return w - self.lr * grad


def ready(o, shape):
    o.set_input_shape(shape)
    o.initialize(Recorder())
    return o


def prove_Dense(m, r):
    return layer(ready(m.Dense(5), (3,)), r.randn(2, 3), r, "W w0", "W_opt.grad w0_opt.grad", V)


def prove_RNN(m, r):
    return layer(ready(m.RNN(5, bptt_trunc=2), (4, 3)), r.randn(2, 4, 3), r, "U V W", "U_opt.grad V_opt.grad W_opt.grad", V)


def prove_BatchNormalization(m, r):
    o = ready(m.BatchNormalization(), (3,))
    o.gamma = r.randn(3)
    # What is kept is what is learned: the gradient is read from the step.
    entries = layer(o, r.randn(5, 3), r, "gamma beta", "gamma beta", V)
    return entries[:1] + [(n, f, x, (x - after) / o.gamma_opt.lr) for n, f, x, after in entries[1:]]


def prove_UpSampling2D(m, r):
    return layer(m.UpSampling2D((2, 3)), r.randn(2, 3, 2, 5), r, verbs=V)


def prove_Flatten(m, r):
    return layer(m.Flatten(), r.randn(2, 3, 5), r, verbs=V)


def prove_LayerScale(m, r):
    o = m.LayerScale(3)
    before = o.scale.copy()
    entries = layer(o, r.randn(2, 5, 3), r, "scale", "scale", V)
    name, f, x, after = entries[-1]
    return entries[:-1] + [(name, f, x, (before - after) / o.learning_rate)]
