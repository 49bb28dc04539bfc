"""Old Chromium, real: what a reader with a phone of many years ago meets. Packages: tests/slow/lama/package.json."""
