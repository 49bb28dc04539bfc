"""Measurements side by side with stock Pyodide, in one run: `make bench`."""
