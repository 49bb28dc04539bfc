"""The offline copies in real browsers, from file://."""
