"""Checks of code and content alone: no browser, no built site."""
