"""`python -m hoshin`."""

from hoshin.cli.main import run

run()
