# -*- coding: utf-8 -*-
# Übung 5: neuronale Netze von Hand
from numpy import *

def σ(z):
	return 1/(1+exp(-z))

def dσ(z):  # expect: pass
	return σ(z)*(1-σ(z))

def softplus(z): return log(1+exp(z))

def softplus_prime(z): return σ(-z)  # expect: mismatch (sign of the argument)

def kosten(θ, X, y, λ=0):
	"""logistische Regression, y in {0,1}"""
	h = σ(X@θ); m = len(y)
	return -sum(y*log(h)+(1-y)*log(1-h))/m + λ/(2*m)*sum(θ[1:]**2)

def kosten_grad(θ, X, y, λ=0):  # expect: mismatch (λ on the bias only)
	h = σ(X@θ); m = len(y)
	g = X.T@(h-y)/m
	g[0] += λ/m*θ[0]
	return g

def energie(x, Q, c): return .5*x@Q@x + c@x

def d_energie(x, Q, c):  # expect: pass
	return .5*(Q + Q.T)@x + c

def abstand(a, b): return sqrt(sum((a-b)**2))
def abstand_grad(a, b): return (a-b)/abstand(a, b)  # expect: pass

def lernen(X, y, schritte=3, η=.1):
	θ = zeros(X.shape[1])
	for _ in range(schritte): θ -= η*kosten_grad(θ, X, y)
	return θ
