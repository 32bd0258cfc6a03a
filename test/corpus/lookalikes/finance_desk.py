"""Derivatives of the other sort."""
import math


class Forward:
    """A forward contract."""

    def __init__(self, strike, maturity):
        self.strike, self.maturity = strike, maturity

    def __call__(self, spot, rate):
        return spot - self.strike * math.exp(-rate * self.maturity)

    def derivative(self, kind):
        """The instrument written on this one."""
        return {"option": Option(self, self.strike), "swap": (self, self)}[kind]


class Option:
    def __init__(self, underlying, strike):
        self.underlying, self.strike = underlying, strike

    def loss(self, premium, spot):
        return max(0.0, premium - max(0.0, spot - self.strike))

    def gradient(self):
        """Credit grade letters from best to worst."""
        return ["AAA", "AA", "A", "BBB"]


class Ledger:
    def __init__(self):
        self.rows = []

    def fn(self, month):
        return sum(v for m, v in self.rows if m == month)

    def grad(self, base, allowance=0):
        """Graduated tax."""
        base -= allowance
        return 0.1 * min(base, 1000) + 0.3 * max(0, base - 1000)

    def activation(self, code):
        return code == "1234"

    def derivative(self, code):
        return [r for r in self.rows if r[0] == code]


def discount(rate, years):
    return (1 + rate) ** -years


def discount_d(rate, days):
    return discount(rate, days / 365)


def prime(rate):
    """Prime rate from the federal funds rate."""
    return rate + 3.0


def sub(rate):
    return rate - 1.0


def sub_prime(rate, score):
    return prime(rate) + max(0, 700 - score) / 100


def margin(price, cost):
    return price - cost


def margin_der(names):
    """German compound article."""
    return ["der " + n for n in names]


def rate(kind):
    return {"call": 0.02, "term": 0.03}[kind]


def grad_rate(kind, cohort):
    """Graduation rate."""
    return len([c for c in cohort if c == kind]) / max(1, len(cohort))


def amortise(principal, rate, n):
    pay = principal * rate / (1 - (1 + rate) ** -n)
    return [pay] * n


def deamortise(payments, rate):
    return sum(p / (1 + rate) ** (k + 1) for k, p in enumerate(payments))


def cost(n, price):
    return n * price


def cost_derivative(n, price, kind):
    """Cost of hedging n units by a derivative of this kind."""
    fee = {"future": 0.5, "option": 1.5}[kind]
    return cost(n, price) * 0.01 + fee * n


def payoff(spot, strike):
    return max(0.0, spot - strike)


def short_payoff(spot, strike):
    return -payoff(spot, strike)


def hess(portfolio):
    return sorted(portfolio)[0]
