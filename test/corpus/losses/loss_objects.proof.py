import numpy as np


def prover(cls, *args, y="real", p="real", shape=(3, 5)):
    def prove(m, rng):
        obj = getattr(m, cls)(*args)
        if y == "real":
            t = rng.randn(*shape)
        elif y == "sign":
            t = np.sign(rng.randn(*shape))
        elif y == "bit":
            t = (rng.rand(*shape) > 0.5) * 1.0
        elif y == "count":
            t = rng.randint(0, 6, shape) * 1.0
        elif y == "onehot":
            t = np.eye(shape[1])[rng.randint(0, shape[1], shape[0])]
        else:
            t = rng.uniform(0.5, 3.0, shape)
        v = {"real": lambda: rng.randn(*shape) * 1.5,
             "unit": lambda: rng.uniform(0.1, 0.9, shape),
             "pos": lambda: rng.uniform(0.5, 3.0, shape)}[p]()
        return [("y_pred", lambda q: float(np.sum(obj.loss(t, q))), v, obj.gradient(t, v))]
    return prove


prove_SquareLoss_gradient = prover("SquareLoss")
prove_CrossEntropy_gradient = prover("CrossEntropy", y="bit", p="unit")
prove_Huber_gradient = prover("Huber", 0.7)
prove_PseudoHuber_gradient = prover("PseudoHuber", 1.6)
prove_SmoothL1_gradient = prover("SmoothL1", 1.9)
prove_MeanSquared_gradient = prover("MeanSquared")
prove_MeanAbsolute_gradient = prover("MeanAbsolute")
prove_Hinge_gradient = prover("Hinge", y="sign")
prove_SquaredHinge_gradient = prover("SquaredHinge", y="sign")
prove_LogCosh_gradient = prover("LogCosh")
prove_Poisson_gradient = prover("Poisson", y="count", p="pos")
prove_Quantile_gradient = prover("Quantile", 0.8)
prove_Tweedie_gradient = prover("Tweedie", 1.3, y="count", p="pos")
prove_Focal_gradient = prover("Focal", 2.0, y="bit", p="unit")
prove_Cosine_gradient = prover("Cosine", shape=(7,))
prove_Dice_gradient = prover("Dice", 0.4, y="bit", p="unit")
prove_Tversky_gradient = prover("Tversky", 0.3, 0.8, y="bit", p="unit")
prove_BCEWithLogits_gradient = prover("BCEWithLogits", y="bit")
prove_LabelSmoothing_gradient = prover("LabelSmoothing", 0.15, y="onehot")
prove_PerSampleMSE_gradient = prover("PerSampleMSE")
prove_RMSLE_gradient = prover("RMSLE", y="pos", p="pos")
