"""Measurements, as ratios within one run: `make bench` or `python -m bench`. Figures stand in RESULTS.md."""
