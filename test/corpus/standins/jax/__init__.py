"""Just enough of jax, on numpy, to run corpus files: the rules are kept, nothing is differentiated."""
from . import lax, nn, numpy, scipy  # noqa: F401


class _Custom:
    def __init__(self, fun, nondiff_argnums=()):
        self.fun = fun
        self.nondiff_argnums = nondiff_argnums
        self.__name__ = fun.__name__

    def __call__(self, *args, **kwargs):
        return self.fun(*args, **kwargs)


class custom_vjp(_Custom):
    def defvjp(self, fwd, bwd):
        self.fwd, self.bwd = fwd, bwd


class custom_jvp(_Custom):
    def defjvp(self, rule):
        self.rule = rule
        return rule

    def defjvps(self, *rules):
        self.rules = rules


def jit(fun, **options):
    return fun
