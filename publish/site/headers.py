"""What any host has to send with the site: cache lifetimes, security headers, types of files.

The rules stand here once; `_headers` (Netlify, Cloudflare Pages) is written into every built site, and
`python -m publish.tools.hosting` writes the same rules for nginx and Caddy into docs-maintainer/hosting/.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from publish.site import csp
from publish.site.metadata import icons

NEVER_CHANGES = "public, max-age=31536000, immutable"
PAGES = "public, max-age=300"
UNCHANGED = f"{PAGES}, no-transform"
"""The same from our own servers, which pack what they send: no network in between may rewrite it, as Cloudflare
does with e-mail addresses. `_headers` has to do without: there it would switch off the packing as well."""
HASHED = r"-[0-9a-f]{12}\.(bin|js|css)$"
"""Names of files that get a new name when their content changes."""
HASHED_NAME = re.compile(HASHED)
UNNAMED = re.compile(r"^(index\.html|_headers|_redirects|sitemap\..*|nomor-kpj.*|\..*)$|\.(gz|br)$")
"""Names that `_headers` needs no rule for, or that have one of their own."""
COPIES = r"/unduh/nomor-kpj[\w-]*\.(html|zip)$"
"""The offline copies: saved, never shown, because they bring a policy of their own."""
COPY_PATH = "unduh/nomor-kpj*"
COPY = {"Content-Disposition": "attachment", "X-Robots-Tag": "noindex"}
"""What is sent with a copy; no search engine is to name one."""
MANIFEST_TYPE = "application/manifest+json"
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
    return f"{csp.policy('\n'.join(pages))}; frame-ancestors 'none'"


def copy(site: Path, path: Path) -> bool:
    """Return whether a file is one of the offline copies."""
    return path.relative_to(site).as_posix().startswith("unduh/nomor-kpj")


def headers(site: Path) -> dict[str, str]:
    """Return what is sent with every file."""
    return {**SECURITY, "Content-Security-Policy": policy(site)}


def lifetimes(site: Path) -> dict[str, str]:
    """Return how long each file stays, by a path as `_headers` writes it, from the site's root.

    Where two rules set one header these hosts send both, so every file is in one rule only.
    """
    rules = {}
    for folder in (site, *sorted(path for path in site.rglob("*") if path.is_dir())):
        where = f"{folder.relative_to(site).as_posix()}/".removeprefix("./")
        files = [
            path for path in sorted(folder.iterdir()) if path.is_file() and not UNNAMED.search(path.name)
        ]
        if (folder / "index.html").exists():
            rules[where] = PAGES
        hashed = {path.name: HASHED_NAME.search(path.name) for path in files}
        if folder != site and len({bool(match) for match in hashed.values()}) == 1 and "/" in where[:-1]:
            rules[f"{where}*"] = NEVER_CHANGES if all(hashed.values()) else PAGES
            continue
        for name, match in hashed.items():
            rules[f"{where}{name[: match.start()]}-*" if match else f"{where}{name}"] = (
                NEVER_CHANGES if match else PAGES
            )
    return rules


def netlify(site: Path, address: str) -> str:
    """Return the text of `_headers`, as Netlify and Cloudflare Pages read it."""
    base = urlsplit(address).path.rstrip("/")

    def rule(path: str, lines: dict[str, str]) -> str:
        return "\n".join([f"{base}/{path}", *(f"  {name}: {value}" for name, value in lines.items())])

    rules = [rule("*", headers(site))]
    rules += [rule(path, {"Cache-Control": lifetime}) for path, lifetime in lifetimes(site).items()]
    rules.append(rule(icons.MANIFEST, {"Content-Type": MANIFEST_TYPE}))
    rules.append(rule(COPY_PATH, {"Cache-Control": PAGES, **COPY}))
    return "\n\n".join(rules) + "\n"


def ship(site: Path, address: str) -> None:
    """Write `_headers` into a built site that is meant for this address."""
    (site / "_headers").write_text(netlify(site, address), encoding="utf-8")
