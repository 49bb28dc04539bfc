"""What stands in the head of every page: the policy that keeps everything on the device."""

from __future__ import annotations

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
SECTION_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_\d+)">')
SECTION_NAME = re.compile(r'<nav class="md-nav"([^>]*) aria-labelledby="(__nav_\d+)_label"')
SECTION_OPENER = re.compile(
    r'(<label class="md-nav__link[^"]*" for="(__nav_\d+)"[^>]*>)(?=\s*<span class="md-nav__icon)'
)
SECTION_WORDS = re.compile(
    r'for="(__nav_\d+)" id="[^"]*_title">(?:\s*<span[^>]*></span>)?\s*([^<]*?)\s*</label>'
)
BODY = re.compile(r"(<body\b[^>]*>)(.*)(</body>)", re.DOTALL)
KEEP_MAIL, KEPT_MAIL = "<!--email_off-->", "<!--/email_off-->"
"""Between these Cloudflare leaves e-mail addresses as they are; else it hides them from who has no scripts."""
ICON = re.compile(r'<svg (?=xmlns="[^"]*" viewBox)')
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; connect-src 'self'; "
    "worker-src 'self' blob:; style-src 'self'; img-src 'self' data:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def policy(html: str, pattern: str = POLICY) -> str:
    """Return the Content-Security-Policy of a page: its own inline scripts by hash, nothing else."""
    seals = dict.fromkeys(map(seal, INLINE_SCRIPT.findall(html)))
    return pattern.format(hashes="".join(f" {one}" for one in seals))


def seal(text: str) -> str:
    """Return the source that a policy names for an inline script or style of exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def name_sections(html: str) -> str:
    """Return a page whose parts of the menu, and what opens them, are named by their titles: the theme's labels are empty.

    One that the theme has in English only gets words as well.
    """
    html = SECTION_TITLE.sub(r'<label class="md-nav__title" for="\1" id="\1_title">', html)
    html = SECTION_NAME.sub(r'<nav class="md-nav"\1 aria-labelledby="\2_title"', html)
    html = html.replace('aria-label="Footer"', 'aria-label="Halaman sebelum dan sesudah"')
    titles = dict(SECTION_WORDS.findall(html))
    return SECTION_OPENER.sub(
        lambda match: f'{match[1]}<span class="sr">Isi bagian {titles[match[2]]}</span>', html
    )


def hide_icons(html: str) -> str:
    """Return a page whose icons are silent: each stands in something that has a name."""
    return ICON.sub('<svg aria-hidden="true" ', html)


def complete(html: str, pattern: str = POLICY) -> str:
    """Return a page with its policy, before anything that the policy is about; an old one goes."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, pattern)}">'
    html = hide_icons(name_sections(META.sub("", html)))
    if KEEP_MAIL not in html:
        html = BODY.sub(rf"\1{KEEP_MAIL}\2{KEPT_MAIL}\3", html)
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{tag}', 1)
