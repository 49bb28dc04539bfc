"""Addresses that moved: a page at each old one that leads to the new, on any host, with or without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from publish.site import csp

ICON = "assets/icons/favicon.svg"
"""Named on these pages too: else a browser asks the host's root for one."""
SCRIPT = 'const to=document.querySelector("a");to.hash=location.hash;location.replace(to.href)'
"""The same on every such page, so that a policy names it once. It keeps the answers that stand behind `#`."""
PAGE = Template("""\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Halaman ini pindah</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
$canonical<link rel="icon" href="$icon">
<noscript><meta http-equiv="refresh" content="0; url=$target"></noscript>
</head>
<body>
<h1>Halaman ini pindah</h1>
<p><a href="$target">Buka halaman yang baru</a></p>
<script>$script</script>
</body>
</html>
""")


def page(old: str, new: str, address: str) -> str:
    """Return the page at an old slug of the site at `address`."""
    there = f"{new}/" if new else ""
    up = "../" * (old.count("/") + 1)
    canonical = f'<link rel="canonical" href="{address}{there}">\n' if address else ""
    named = {"canonical": canonical, "icon": f"{up}{ICON}", "target": f"{up}{there}"}
    return csp.complete(PAGE.substitute(named, script=SCRIPT))


def ship(site: Path, address: str, moved: Mapping[str, str]) -> None:
    """Write the pages at the old addresses, and `_redirects` for Netlify and Cloudflare Pages."""
    for old, new in moved.items():
        (site / old).mkdir(parents=True, exist_ok=True)
        (site / old / "index.html").write_text(page(old, new, address), encoding="utf-8")
    if moved:
        base = urlsplit(address).path or "/"
        (site / "_redirects").write_text(
            "".join(f"{start} {to} 301\n" for start, to in rules(base, moved)), encoding="utf-8"
        )


def rules(base: str, moved: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (old path, new path) for servers that can lead on by themselves; `base` is the site's path."""
    return [(f"{base}{old}/", f"{base}{new}/" if new else base) for old, new in moved.items()]
