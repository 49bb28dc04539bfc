"""Checks of the built site and its copies as files, without a browser."""
