import tensorflow as tf


@tf.custom_gradient
def log1pexp(x):  # expect: pass
    e = tf.exp(x)

    def grad(upstream):
        return upstream * (1 - 1 / (1 + e))

    return tf.math.log1p(e), grad


@tf.custom_gradient
def bilinear(x, w):  # expect: mismatch (weights' gradient built from w instead of x)
    """x (N, D), w (D, D)"""
    y = tf.matmul(x, w)

    def grad(dy):
        return tf.matmul(dy, w, transpose_b=True), tf.matmul(w, w, transpose_a=True) * tf.reduce_sum(dy)

    return y, grad


@tf.custom_gradient
def sign_ste(x):  # expect: unverified deliberate (straight-through)
    def grad(dy):
        return tf.where(tf.abs(x) <= 1.0, dy, tf.zeros_like(dy))
    return tf.sign(x), grad


@tf.custom_gradient
def swish(features):  # expect: pass
    def grad(dy):
        s = tf.sigmoid(features)
        return dy * s * (1.0 + features * (1.0 - s))

    return features * tf.sigmoid(features), grad


@tf.custom_gradient
def l2_normalize(x):  # expect: mismatch (no projection on the sphere)
    n = tf.norm(x, axis=-1, keepdims=True)

    def grad(dy):
        return dy / n

    return x / n, grad


@tf.custom_gradient
def mean_pool(x):  # expect: mismatch (divided by the batch instead of the length)
    """x: (batch, time, channels)"""
    def grad(dy):
        return tf.ones_like(x) * tf.reshape(dy, (x.shape[0], 1, x.shape[2])) / x.shape[0]

    return tf.reduce_mean(x, axis=1), grad


@tf.custom_gradient
def safe_div(a, b):  # expect: pass
    ok = b > 1e-6
    q = tf.where(ok, a / tf.where(ok, b, tf.ones_like(b)), tf.zeros_like(a))

    def grad(dy):
        inv = tf.where(ok, 1.0 / tf.where(ok, b, tf.ones_like(b)), tf.zeros_like(b))
        return dy * inv, -dy * q * inv

    return q, grad


@tf.custom_gradient
def squared_relu(x):  # expect: mismatch (factor 2 missing)
    r = tf.nn.relu(x)

    def grad(dy):
        return dy * r

    return tf.square(r), grad
