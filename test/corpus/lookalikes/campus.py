"""Names that end or begin like derivatives."""
from collections import namedtuple

Student = namedtuple("Student", "name year gpa")


def student(name, year, gpa):
    return Student(name, year, gpa)


def grad_student(name, year, gpa):
    return Student("MSc " + name, year + 4, gpa)


def student_grad(s):
    return s.year >= 4


def under(s):
    return s.year < 4


def under_grad(s):
    return under(s) and s.gpa > 2


def post(s, text):
    return s.name + ": " + text


def post_grad(s):
    return s.year > 4


def ket(label):
    return "|%s>" % label


def jac_ket(size):
    """Jacket sizes."""
    return {"S": 46, "M": 50, "L": 54}[size]


def jacket(size, colour):
    return (size, colour)


def hess(kind):
    """Bales of hessian, by kind."""
    return {"jute": 40, "hemp": 35}[kind]


def hess_cloth(kind, metres):
    return hess(kind) * metres


def x(k):
    return k * 2


x_der = {"der": "m", "die": "f", "das": "n"}


def article(noun, x_der=x_der):
    return x_der.get(noun[:3], "?")


def article_der(noun):
    return "der " + noun


def amazon(order):
    return order["total"]


def amazon_prime(order):
    return order["total"] * 0.9 if order.get("prime") else order["total"]


def optimus(bot):
    return bot


def optimus_prime(bot, rank):
    return (bot, rank)


def minister(country):
    return country + " minister"


def prime_minister(country):
    return country + " PM"


def ensity(x):
    return x


def density(mass, volume):
    return mass / volume


def d_ensity(mass, volume, eps):
    return mass / (volume + eps)


def up(x):
    return x + 1


def grad_up(s):
    return s._replace(year=s.year + 1)


def leader(team):
    return team[0]


def lea(team):
    return team[-1]


def ladder(n):
    return ["|_|"] * n


def lad(n):
    return n


def or_der(items):
    return sorted(items)


def bor(a, b):
    return a | b


def bor_der(a, b, colour):
    return (a, b, colour)


def fol(path):
    return path.split("/")


def fol_der(path):
    return fol(path)[-1]


def ren(scene):
    return scene["name"]


def ren_der(scene, camera):
    return (scene, camera)
