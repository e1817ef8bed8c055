"""spelregels: the rules of participation between a municipality and its residents, as an engine."""

__version__ = "0.1.0"
