"""What any host has to send with the site: cache lifetimes, security headers, types of files.

The rules stand here once; `_headers` (Netlify, Cloudflare Pages) is written into every built site, and
`python -m publish.hosting` writes the same rules for nginx and Caddy into docs-maintainer/hosting/.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from publish import head

NEVER_CHANGES = "public, max-age=31536000, immutable"
PAGES = "public, max-age=300"
HASHED = r"-[0-9a-f]{12}\.(bin|js)$"
"""Names of files that get a new name when their content changes."""
HASHED_FOLDERS = ("assets/runtime/*", "assets/whole/*", "assets/search-*")
"""The same files as `_headers` can name them; a test proves it."""
COPIES = r"/unduh/nomor-kpj[\w-]*\.(html|zip)$"
"""The offline copies: saved, never shown, because they bring a policy of their own."""
COPY_PATHS = ("unduh/nomor-kpj*",)
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000",
}


def policy(site: Path) -> str:
    """Return the policy of a whole built site: that of its pages, with all their scripts, and no frames around."""
    pages = (
        path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html")) if not copy(site, path)
    )
    return f"{head.policy('\n'.join(pages))}; frame-ancestors 'none'"


def copy(site: Path, path: Path) -> bool:
    """Return whether a file is one of the offline copies."""
    return path.relative_to(site).as_posix().startswith("unduh/nomor-kpj")


def headers(site: Path) -> dict[str, str]:
    """Return what is sent with every file."""
    return {**SECURITY, "Content-Security-Policy": policy(site)}


def netlify(site: Path, address: str) -> str:
    """Return the text of `_headers`, as Netlify and Cloudflare Pages read it."""
    base = urlsplit(address).path.rstrip("/")

    def rule(path: str, lines: dict[str, str]) -> str:
        return "\n".join([f"{base}/{path}", *(f"  {name}: {value}" for name, value in lines.items())])

    rules = [rule("*", headers(site))]
    # Where two rules set one header, these hosts send both: so every kind of file is named in one rule only.
    folders = sorted({path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")} - {"."})
    short = ["", "404.html", "assets/*.css", "assets/icons/*"]
    short += [f"{folder}/" for folder in folders]
    short += [
        path.relative_to(site).as_posix()
        for path in sorted((site / "assets").glob("*.js"))
        if "-" not in path.name
    ]
    rules += [rule(path, {"Cache-Control": PAGES}) for path in short]
    rules += [rule(path, {"Cache-Control": NEVER_CHANGES}) for path in HASHED_FOLDERS]
    rules += [
        rule(path, {"Cache-Control": PAGES, "Content-Disposition": "attachment"}) for path in COPY_PATHS
    ]
    return "\n\n".join(rules) + "\n"


def ship(site: Path, address: str) -> None:
    """Write `_headers` into a built site that is meant for this address."""
    (site / "_headers").write_text(netlify(site, address), encoding="utf-8")
