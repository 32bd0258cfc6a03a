import jax
import jax.numpy as jnp
from jax import custom_jvp


@jax.custom_jvp
def f(x, y):
    return jnp.sin(x) * y


@f.defjvp
def f_jvp(primals, tangents):  # expect: pass
    x, y = primals
    x_dot, y_dot = tangents
    primal_out = f(x, y)
    tangent_out = jnp.cos(x) * x_dot * y + jnp.sin(x) * y_dot
    return primal_out, tangent_out


@custom_jvp
def xlogy(x, y):
    return jnp.where(x == 0, 0.0, x * jnp.log(y))


@xlogy.defjvp
def xlogy_jvp(primals, tangents):  # expect: mismatch (tangent of y not divided by y)
    x, y = primals
    xd, yd = tangents
    return xlogy(x, y), xd * jnp.log(y) + x * yd


@jax.custom_jvp
def logcosh(x):
    a = jnp.abs(x)
    return a + jnp.log1p(jnp.exp(-2 * a)) - jnp.log(2.0)


@logcosh.defjvp
def _logcosh_rule(primals, tangents):  # expect: pass
    (x,), (t,) = primals, tangents
    return logcosh(x), jnp.tanh(x) * t


@jax.custom_jvp
def squareplus(x, b=4.0):
    return 0.5 * (x + jnp.sqrt(x * x + b))


@squareplus.defjvp
def squareplus_jvp(primals, tangents):  # expect: mismatch (b fixed at 4 in the root, its tangent right)
    x, b = primals
    dx, db = tangents
    r = jnp.sqrt(x * x + b)
    return squareplus(x, b), 0.5 * (1 + x / jnp.sqrt(x * x + 4.0)) * dx + 0.25 / r * db


@jax.custom_jvp
def relative(a, b):
    return (a - b) / b


relative.defjvps(lambda a_dot, ans, a, b: a_dot / b,  # expect: mismatch (quotient rule: -a / b^2)
                 lambda b_dot, ans, a, b: -b_dot / b)


@jax.custom_jvp
def hard_tanh(x):
    return jnp.clip(x, -1, 1)


def hard_tanh_dx(t, ans, x):
    return jnp.where(jnp.abs(x) < 1, t, 0.0)


hard_tanh.defjvps(hard_tanh_dx)  # expect: pass


@jax.custom_jvp
def normalise(v):
    return v / jnp.linalg.norm(v)


@normalise.defjvp
def normalise_jvp(primals, tangents):  # expect: mismatch (projection forgotten)
    v, = primals
    dv, = tangents
    return normalise(v), dv / jnp.linalg.norm(v)
