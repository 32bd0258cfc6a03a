import numpy as np
from layerkit import layer


def head(make, x, extra=(), params="", grads="", dx=True):
    return lambda m, r: layer(make(m, r), x(r), r, params, grads, extra=extra(r) if callable(extra) else extra, up=(), dx=dx)


rows = lambda r: r.randn(3, 5)
prove_MSELoss = head(lambda m, r: m.MSELoss(), rows, lambda r: (r.randn(3, 5),))
prove_HingeLoss = head(lambda m, r: m.HingeLoss(), rows, (np.array([4, 1, 0]),))
prove_DiceLoss = head(lambda m, r: m.DiceLoss(), lambda r: r.rand(3, 5), lambda r: ((r.rand(3, 5) > 0.5) * 1.0,))
prove_ContrastiveLoss = head(lambda m, r: m.ContrastiveLoss(), lambda r: (r.rand(5, 2), r.rand(5, 2)),
                             (np.array([1., 0, 0, 1, 0]),))
prove_KLWithTemperature = head(lambda m, r: m.KLWithTemperature(), rows, lambda r: (r.randn(3, 5),))
prove_RidgeHead = head(lambda m, r: m.RidgeHead(r.randn(3), 0.7), lambda r: r.randn(5, 3), lambda r: (r.randn(5),), "w", "dw")
prove_BCELoss = head(lambda m, r: m.BCELoss(), lambda r: r.rand(7), lambda r: ((r.rand(7) > 0.5) * 1.0,))
prove_PoissonHead = head(lambda m, r: m.PoissonHead(), lambda r: r.randn(7), lambda r: (r.poisson(2, 7) * 1.0,))


def prove_CTCGreedy(m, r):
    return "returns None"


def prove_CrossEntropyLoss(m, r):
    labels = (np.array([4, 1, 0]),)
    return (layer(m.CrossEntropyLoss(r.rand(5)), r.randn(3, 5), r, extra=labels, up=())
            + layer(m.CrossEntropyLoss(reduction='sum'), r.randn(3, 5), r, extra=labels, up=()))
