RULES = {}


class primitive:
    def __init__(self, fun):
        self.fun = fun
        self.__name__ = fun.__name__

    def __call__(self, *args, **kwargs):
        return self.fun(*args, **kwargs)


def defvjp(fun, *makers, argnums=None):
    RULES[fun] = dict(zip(argnums or range(len(makers)), makers))


def defjvp(fun, *rules):
    pass
