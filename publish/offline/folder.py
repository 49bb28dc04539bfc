"""The guide as a folder to unzip: the site itself, made to open without a server.

One file to open at the top, everything else in `isi/`. A local page may load scripts,
styles and pictures, but fetch nothing: so links name files, and the runtime's bytes come as scripts.
Scripts end in `.txt`: mail services refuse an archive with a `.js` inside, and browsers run a local
script whatever its name is.
"""

from __future__ import annotations

import base64
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from publish import SCRIPTS
from publish.offline import copy_words, rewrite_links, search_script
from publish.offline.document_sections import BASE, DOWNLOADS, PATTERN, helper, one_field, replace
from publish.offline.rewrite_links import INSIDE, TOP
from publish.site import csp, metadata, stylesheet
from publish.site.helper_page import HELPER
from publish.site.page_record import PageRecord

RUNTIME = "assets/runtime/"
LEFT_OUT = re.compile(
    rf"404\.html|sitemap.*|unduh/[^/]*|assets/whole/.*|_headers|sw\.js|.*\.(?:gz|br)|{metadata.FILES}"
)
"""What no page of the folder asks for; nor does it carry the whole runtime beside the thin one."""
ABSOLUTE = re.compile(
    r'\s*<link rel="(?:canonical|prev|next|alternate)"[^>]*>|\s*<meta name="(?:generator|python-files)"[^>]*>'
)
ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
SHELL = re.compile(r'<script defer src="[^"]*shell\.txt">')
SCRIPT_END, ENDING = re.compile(r"\.js$"), ".txt"
HEAD = re.compile(r'(<meta charset="utf-8">)')
POLICY = (
    "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'{hashes}; worker-src blob:; "
    "style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'"
)
SCRIPT = "copy-folder.js"
STYLES = "\n.md-typeset .copy-unpack { display: none; }\n@media print { [data-old] { display: none; } }\n"
"""The words on unzipping are for a page that has no styles; paper says by its dates how old it is."""


def files(site: Path, pages: Iterable[PageRecord]) -> dict[str, bytes]:
    """Return the folder: path -> bytes."""
    read = {page.url: page.slug for page in pages}
    made = copy_words.made()
    contents = {SCRIPT_END.sub(ENDING, file): content for file, content in others(site)}
    for url, slug in read.items():
        file = TOP.get(url, f"{INSIDE}/{url}index.html")
        html = (site / url / "index.html").read_text(encoding="utf-8")
        contents[file] = page(
            html, url, slug, script_names(rewrite_links.relative(file, read, TOP)), made
        ).encode()
    contents[f"{INSIDE}/assets/{SCRIPT_END.sub(ENDING, SCRIPT)}"] = (SCRIPTS / SCRIPT).read_bytes()
    return contents


def others(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of what is no page: assets as they are, the runtime as scripts, the search with other links."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.name == "index.html" or LEFT_OUT.fullmatch(name):
            continue
        if name.startswith(RUNTIME):
            text = base64.b64encode(path.read_bytes()).decode()
            yield f"{INSIDE}/{name}.js", f'guideCopy.take("{path.name}","{text}");\n'.encode()
        elif search_script.is_data(path):
            yield f"{INSIDE}/{name}", search_script.relink(path, from_inside).encode()
        elif name == stylesheet.TARGET:
            yield f"{INSIDE}/{name}", path.read_bytes() + STYLES.encode()
        else:
            yield f"{INSIDE}/{name}", path.read_bytes()


def script_names(point: rewrite_links.Point) -> rewrite_links.Point:
    """Return the Point under which scripts have the ending of the folder."""
    return lambda path, anchor: point(SCRIPT_END.sub(ENDING, path), anchor)


def from_inside(url: str) -> str:
    """Return the way from the inner folder to the page at an address."""
    return posixpath.relpath(TOP[url], INSIDE) if url in TOP else f"{url}index.html"


def page(html: str, url: str, slug: str, point: rewrite_links.Point, made: date) -> str:
    """Return a page of the site as a page of the folder."""
    html = ABSOLUTE.sub("", metadata.strip(html))
    if slug == HELPER:
        html = replace(PATTERN, 'data-page="../{}/index.html"', helper(html))
    if url in TOP:
        html = replace(BASE, rf'\1{INSIDE}/"', html)
    html = rewrite_links.repoint(one_field(DOWNLOADS.sub(copy_words.HERE, html)), url, point)
    if slug == HELPER:
        script = point(f"assets/{SCRIPT}", "")
        html = replace(SHELL, f'<script defer src="{script}"></script>\\g<0>', html)
    unpack = copy_words.UNPACK if url in TOP else ""
    html = replace(ARTICLE, rf"\1{copy_words.old(made)}{unpack}\2{copy_words.stamp(made)}\3", html)
    html = replace(HEAD, rf"\1{copy_words.NO_INDEX}", html)
    return csp.complete(html, POLICY)


def archive(contents: Mapping[str, bytes], made: date) -> bytes:
    """Return a zip of files, the same bytes for the same files, whatever the day and the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for name in sorted(contents, key=lambda name: (name.startswith(f"{INSIDE}/"), name)):
            entry = zipfile.ZipInfo(name, (made.year, made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            whole.writestr(entry, contents[name])
    return out.getvalue()
