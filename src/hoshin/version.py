"""The version, as a constant: asking the installed metadata for it costs 50 ms."""

__version__ = "0.1.0"
