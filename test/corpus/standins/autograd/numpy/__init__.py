from numpy import *  # noqa: F401,F403
from numpy import abs, linalg, max, min, round, sum  # noqa: F401
