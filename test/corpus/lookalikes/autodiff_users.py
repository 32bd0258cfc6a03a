"""Training code that lets the framework differentiate: nothing here is written by hand."""
import jax
import numpy as np
import tensorflow as tf
import torch


def loss(model, x, y, training):
    y_ = model(x, training=training)
    return tf.reduce_mean(tf.square(y_ - y))


def grad(model, inputs, targets):
    with tf.GradientTape() as tape:
        loss_value = loss(model, inputs, targets, training=True)
    return loss_value, tape.gradient(loss_value, model.trainable_variables)


def loss_fn(params, x, y):
    pred = x @ params["W"] + params["b"]
    return ((pred - y) ** 2).mean()


loss_fn_grad = jax.grad(loss_fn)
value_and_grad = jax.value_and_grad(loss_fn)


def train_step(params, x, y, lr=0.1):
    loss, grads = value_and_grad(params, x, y)
    return loss, grads


def objective(w, X, y):
    return np.mean((X @ w - y) ** 2)


def objective_grad(w, X, y):
    w = torch.tensor(w, requires_grad=True)
    out = ((torch.as_tensor(X) @ w - torch.as_tensor(y)) ** 2).mean()
    out.backward()
    return w.grad.numpy()


class TranslationModel:
    """Generator and discriminator in turns."""

    def __init__(self, netG, netD, criterion, lam=10.0):
        self.netG, self.netD, self.criterion, self.lam = netG, netD, criterion, lam

    def set_input(self, batch):
        self.real_A, self.real_B = batch["A"], batch["B"]

    def forward(self):
        self.fake_B = self.netG(self.real_A)

    def backward_D(self):
        pred = self.netD(self.fake_B.detach())
        self.loss_D = self.criterion(pred, False) + self.criterion(self.netD(self.real_B), True)
        self.loss_D.backward()

    def backward_G(self):
        self.loss_G = self.criterion(self.netD(self.fake_B), True)
        self.loss_G = self.loss_G + self.lam * (self.fake_B - self.real_B).abs().mean()
        self.loss_G.backward()

    def backward(self):
        self.backward_D()
        self.backward_G()

    def optimize_parameters(self, opt):
        self.forward()
        opt.zero_grad()
        self.backward()
        opt.step()


class Scaler:
    """Loss scaling for half precision."""

    def __init__(self, scale=1024.0):
        self.scale = scale

    def forward(self, loss):
        return loss * self.scale

    def backward(self, loss):
        self.forward(loss).backward()

    def unscale(self, grads):
        return [g / self.scale for g in grads]


def step(state, batch):
    loss, grads = jax.value_and_grad(loss_fn)(state["params"], *batch)
    norm = sum((g ** 2).sum() for g in grads.values()) ** 0.5
    return loss, norm


def energy(model, x):
    return model(x).sum()


def energy_grad(model, x):
    x = x.clone().requires_grad_(True)
    return torch.autograd.grad(energy(model, x), x)[0]


@tf.function
def penalty(critic, real, fake):
    eps = tf.random.uniform([tf.shape(real)[0], 1])
    mix = eps * real + (1 - eps) * fake
    with tf.GradientTape() as tape:
        tape.watch(mix)
        score = critic(mix)
    slopes = tf.sqrt(tf.reduce_sum(tf.square(tape.gradient(score, mix)), axis=1))
    return tf.reduce_mean((slopes - 1.0) ** 2)


def gradient_penalty(critic, real, fake, weight=10.0):
    return weight * penalty(critic, real, fake)
