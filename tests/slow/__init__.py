"""Checks that build, freeze or try much: same bytes, ten times the content, any day, the runtime, old browsers."""
