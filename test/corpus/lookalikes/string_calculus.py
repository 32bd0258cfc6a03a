"""Symbolic derivatives of strings, by a tiny recursive parser."""
import re

TOKEN = re.compile(r"\s*(\d+\.?\d*|[a-z]+|[-+*/^()])")


def tokens(text):
    return TOKEN.findall(text)


def parse(text):
    toks = tokens(text)

    def expr(i):
        left, i = term(i)
        while i < len(toks) and toks[i] in "+-":
            op = toks[i]
            right, i = term(i + 1)
            left = (op, left, right)
        return left, i

    def term(i):
        left, i = atom(i)
        while i < len(toks) and toks[i] in "*/":
            op = toks[i]
            right, i = atom(i + 1)
            left = (op, left, right)
        return left, i

    def atom(i):
        if toks[i] == "(":
            inner, i = expr(i + 1)
            return inner, i + 1
        return toks[i], i + 1

    return expr(0)[0]


def deriv(node, var):
    if isinstance(node, str):
        return "1" if node == var else "0"
    op, a, b = node
    if op in "+-":
        return (op, deriv(a, var), deriv(b, var))
    if op == "*":
        return ("+", ("*", deriv(a, var), b), ("*", a, deriv(b, var)))
    return ("/", ("-", ("*", deriv(a, var), b), ("*", a, deriv(b, var))), ("*", b, b))


def show(node):
    if isinstance(node, str):
        return node
    return "(" + show(node[1]) + node[0] + show(node[2]) + ")"


def show_deriv(text, var="x"):
    return show(deriv(parse(text), var))


class Expr:
    def __init__(self, node):
        self.node = node

    def __call__(self):
        return show(self.node)

    def derivative(self, var="x"):
        return Expr(deriv(self.node, var))


class Poly:
    """Coefficients, constant first."""

    def __init__(self, coef):
        self.coef = list(coef)

    def deriv(self):
        return Poly([k * c for k, c in enumerate(self.coef)][1:])

    def prime(self):
        return self.deriv()

    def __str__(self):
        return " + ".join("%g x^%d" % (c, k) for k, c in enumerate(self.coef))


def poly(text):
    return Poly(float(t) for t in text.split())


def poly_derivative(text):
    return str(poly(text).deriv())


def word(text):
    return text.split()[0]


def word_derivative(text, suffixes):
    """Morphology: derived words (quick -> quickly, quickness)."""
    return [word(text) + s for s in suffixes]
