"""The guide as one HTML file: every page a section, one shown at a time, by plain CSS.

The full file carries the runtime and its scripts; the light one needs no script at all.
Order matters: the guide first, then the scripts, then the bytes, so that a file cut short
still shows the guide and can say that the helper cannot start.
"""

from __future__ import annotations

import base64
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from string import Template

from publish import SCRIPTS
from publish.offline import copy_words, document_sections, light_file, payload, rewrite_links
from publish.offline.document_sections import BASE
from publish.site import csp, listening, source_list
from publish.site import stylesheet as site_styles
from publish.site.page_record import PageRecord

HERE = Path(__file__).parent
TEMPLATE = Template((HERE / "single_file.html").read_text(encoding="utf-8"))
POLICY = (
    "default-src 'none'; script-src 'wasm-unsafe-eval'{hashes}; worker-src blob:; "
    "style-src {{style}}; img-src data:; base-uri 'none'; form-action 'none'"
)
TOOL_WORDS = re.compile(r'<p class="sr" role="status" data-tool-words.*?</p>', re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACES = re.compile(r"\s+")
NEEDLESS = re.compile(r"(?<=[{};:,]) | (?=[{};])|;(?= ?})")
"""What a stylesheet without comments and line breaks can do without; no string in it has such a space."""
VARIABLE = re.compile(r"(?<=[{;])(--md-[\w-]+):[^;}]*;?")
"""A value for the theme, which a copy has a few rules of only."""
SOURCE = re.compile(r'\sdata-source="[^"]*"')
RUNTIME = re.compile(r'data-runtime="([^"]*)"')


def runtime(article: str, site: Path) -> Iterable[tuple[str, bytes]]:
    """Yield (name, bytes) of the runtime's files that the helper's page asks for."""
    match = RUNTIME.search(article)
    plan = json.loads(unescape(match[1])) if match else {"files": {}}
    for entry in plan["files"].values():
        yield entry["file"], (site / "assets/runtime" / entry["file"]).read_bytes()


def scripts(site: Path) -> list[Path]:
    """Return the scripts of the full file, in order: what starts Python goes before the search."""
    assets = site / "assets"
    return [
        source_list.DATES,
        SCRIPTS / "copy-pages.js",
        assets / "frame.js",
        assets / "tools.js",
        SCRIPTS / "copy-bytes.js",
        SCRIPTS / "python-early.js",
        assets / "shell.js",
        assets / "read-aloud.js",
        next(assets.glob("search-*.js")),
        SCRIPTS / "copy-find.js",
        assets / "search.js",
    ]


def document(
    site: Path, pages: Sequence[PageRecord], frame: Mapping[str, str], *, full: bool, report: str = ""
) -> bytes:
    """Return the file, made from a built site; see offline.make."""
    point = rewrite_links.fragment({page.url: page.slug for page in pages})
    shown = [document_sections.section(page, point) for page in pages]
    body = "\n".join([*shown, document_sections.menu(pages, point)])
    foot = copy_words.stamp(copy_words.made()) + copy_words.UNOFFICIAL
    spoken = TOOL_WORDS.search(body)
    body = TOOL_WORDS.sub("", body).replace(listening.BAR, "")
    named = {"title": escape(pages[0].site_name), "mark": frame["mark"]}
    if not full:
        parts = {**named, "pages": light_file.body(body), "foot": copy_words.LIGHT + foot + report}
        return assemble(site, parts, [source_list.DATES, SCRIPTS / "copy-pages.js"])
    dialog = BASE.sub(r'\1"', SOURCE.sub("", frame["dialog"]))
    parts = {
        **named,
        "pages": body,
        "foot": foot,
        "boot": frame["boot"],
        "tools": frame["tools"],
        "dialog": rewrite_links.repoint(dialog, "", point) + (spoken[0] if spoken else "") + listening.BAR,
    }
    carried = "\n".join(
        f'<script type="application/octet-stream" data-file="{name}">'
        f"{payload.encode(raw).decode('latin-1')}</script>"
        for name, raw in runtime(body, site)
    )
    return assemble(site, parts, scripts(site), carried)


def stylesheet(shown: str, *, light: bool) -> str:
    """Return the rules that a document uses, its inline scripts read too, without comments; `light` is for the file without scripts."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(shown)
        file.flush()
        sheets = [HERE / "base.css", *([site_styles.GUIDE] if light else site_styles.OURS), HERE / "copy.css"]
        css = site_styles.purge(sheets, [Path(file.name)], python=not light)
    css = NEEDLESS.sub("", SPACES.sub(" ", COMMENT.sub("", css))).strip()
    return payload.css(VARIABLE.sub(lambda one: one[0] if f"var({one[1]})" in css else "", css))


def assemble(site: Path, own_parts: Mapping[str, str], files: Iterable[Path], carried: str = "") -> bytes:
    """Return the file's bytes.

    `own_parts` are the parts of the template that differ, `files` the scripts, `carried` the payload,
    a character for each of its bytes.
    """
    inline = [payload.script(file.read_text(encoding="utf-8")) for file in files]
    icon = base64.b64encode((site / "assets/icons/favicon.svg").read_bytes()).decode()
    parts = {
        "charset": payload.CHARSET if carried else "utf-8",
        "icon": f"data:image/svg+xml;base64,{icon}",
        "old": copy_words.old(copy_words.made()),
        "robots": copy_words.NO_INDEX,
        "keep": csp.KEEP_MAIL,
        "kept": csp.KEPT_MAIL,
        "scripts": "\n".join(f"<script>{text}</script>" for text in inline),
        **dict.fromkeys(("boot", "tools", "dialog"), ""),
        **own_parts,
    }
    shown = TEMPLATE.safe_substitute(parts)
    if carried:
        shown = payload.html(shown)
    style = stylesheet(shown, light=not carried)
    if not carried:
        style = light_file.rules(style, shown)
        for name, short in light_file.NAMES.items():
            style, shown = style.replace(name, short), shown.replace(name, short)
    policy = csp.policy(shown, POLICY).format(style=csp.seal(style))
    whole = Template(shown).safe_substitute(style=style, policy=policy)
    before, _, after = whole.partition("$payload")
    return before.encode() + carried.encode("latin-1") + after.encode()
