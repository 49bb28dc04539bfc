"""Real browsers that open local files and pages: Chromium, Firefox and WebKitGTK, with scripts or without.

Firefox and WebKit are driven by their own protocols, in the standard library alone: no driver
package relaxes their rules for local files, and both can be started with scripts switched off.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from tests.support.drivers.chromium import Chromium, chromium
from tests.support.drivers.driver import ENTER, Driver
from tests.support.drivers.firefox import firefox
from tests.support.drivers.webkit import webkit

__all__ = ["ENTER", "NAMES", "START", "Chromium", "Driver"]

START: dict[str, Callable[[bool], contextlib.AbstractContextManager[Driver]]] = {
    "chromium": chromium,
    "firefox": firefox,
    "webkit": webkit,
}
"""How to run each, with scripts or without."""
NAMES = tuple(START)
