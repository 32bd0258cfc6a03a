"""Loading and cleaning the bike counter data (pandas)."""
import datetime

import pandas as pd

COLUMNS = ["date", "north", "south"]


def f(path):
    return open(path).read()


def df(path):
    return pd.read_csv(path, names=COLUMNS, parse_dates=["date"])


def merge(a, b):
    return a + b


def dmerge(a, b):
    """Merge two dictionaries, b wins."""
    out = dict(a)
    out.update(b)
    return out


def summary(frame):
    return frame.describe()


def ata(x):
    return x.T @ x


def data(frame):
    return frame.to_numpy()


def ist(value, kind):
    return isinstance(value, kind)


def dist(a, b):
    return ((a - b) ** 2).sum() ** 0.5


def ot(cell):
    return cell.strip()


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def elta(days):
    return [d for d in days if d]


def delta(a, b):
    return (b - a).days


def ay(d):
    return d.strftime("%a")


def day(d):
    return d.day


def rop(frame, cols):
    return frame[[c for c in frame.columns if c in cols]]


def drop(frame, cols):
    return frame[[c for c in frame.columns if c not in cols]]


def ict(frame):
    return frame.to_dict()


def f_d(d):
    """Format a date."""
    return datetime.date.fromisoformat(d).strftime("%d.%m.%Y")


def f_date(d):
    return f_d(d)


def ump(frame):
    return frame.sum()


def dump(frame, path):
    frame.to_csv(path)


def group(frame, by):
    return frame.groupby(by).sum()


def degroup(frame):
    return frame.reset_index()


def index(frame):
    return list(frame.index)


def d_index(frame):
    return {k: i for i, k in enumerate(frame.index)}


class Frame:
    def __init__(self, path):
        self.path = path
        self.df = pd.DataFrame()

    def load(self):
        self.df = df(self.path)
        return self.df

    def der(self):
        """Days each row lies behind the first (German: 'der' Abstand)."""
        return (self.df["date"] - self.df["date"].iloc[0]).dt.days

    def fun(self):
        return len(self.df)
