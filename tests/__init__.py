"""Checks: one file per module, browser checks in `browser/`, generators of input in `strategies`."""
