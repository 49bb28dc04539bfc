"""What reads a page aloud: the button before its heading, and the bar that stands at the foot of the screen meanwhile.

Both are hidden until the script (publish/scripts/read-aloud.js) finds a voice on the device.
"""

from __future__ import annotations

import re

ICON = (
    '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M3 9v6h4l5 5V4L7 9zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.5 4.5 0 0 0 2.5-4z'
    'M14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z"/></svg>'
)
START = f'<button type="button" class="listen" data-listen hidden aria-label="Dengarkan" title="Dengarkan">{ICON}</button>'
BAR = (
    '<div class="listen-bar" data-listen-bar role="group" aria-label="Suara" hidden>'
    '<button type="button" data-listen-pause data-pause="Jeda" data-go="Lanjut">Jeda</button>'
    '<button type="button" data-listen-slower aria-pressed="false">Lebih pelan</button>'
    '<button type="button" data-listen-stop>Berhenti</button></div>'
)
HEADING = re.compile(r"(?=<h1\b)")


def offer(html: str) -> str:
    """Return a page's HTML with the button before its heading, and the bar at its end."""
    return HEADING.sub(START, html, count=1) + BAR
