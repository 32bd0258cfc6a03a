from scipy import special  # noqa: F401
