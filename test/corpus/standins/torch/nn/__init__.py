from . import functional  # noqa: F401


class Module:
    def __init__(self):
        pass

    def __call__(self, *args):
        return self.forward(*args)


def Parameter(x, requires_grad=True):
    return x
