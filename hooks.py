"""The MkDocs events; each is a line or two that calls publish.

Nothing of MkDocs is imported, so that a builder with the same events (ProperDocs) can take its place.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))
for name in [name for name in sys.modules if name.partition(".")[0] in ("helper", "publish")]:
    del sys.modules[name]  # see on_serve: an edit of the code shows at once

from publish import frozen, offline  # noqa: E402  (the path comes first)
from publish.content import checks, clock, contact_block, machine, messages  # noqa: E402  (the path comes first)
from publish.content.checks import review_dates  # noqa: E402
from publish.site import (  # noqa: E402  (the path comes first)
    address,
    compress,
    csp,
    frame,
    headers,
    metadata,
    page_record,
    page_scripts,
    paper,
    search,
    service_worker,
    source_list,
    stylesheet,
)
from publish.site import pages as site  # noqa: E402
from publish.tools.desk import Desk  # noqa: E402

sys.excepthook = machine.explain
_site: site.Site | None = None
_index: search.Index
_theme: Any
_order: list[str]
_records: dict[str, page_record.PageRecord] = {}
_frame: dict[str, str] = {}
_desk: Desk | None = None
SERVED = "GUIDE_SERVED"
"""Set for all builds of one `make serve`; `_desk` is there for the first only."""


def on_startup(command: str, dirty: bool) -> None:
    """Under `make serve`, set up the desk; later builds get a module of their own, and their problems are raised."""
    global _desk
    if command == "serve":
        _desk = Desk(ROOT)
        os.environ[SERVED] = "1"


def on_config(config: Any) -> Any:
    """Take the address that the host itself names, where none is given."""
    config.site_url = config.site_url or address.of_host(os.environ)
    return config


def on_pre_build(config: Any) -> None:
    """Stop at broken content, with all that is wrong; a server that starts with it shows the pages as written.

    A passed review date stops what would be published, unless it is allowed and then named in the pages.
    """
    global _site, _index
    served = SERVED in os.environ
    problems = messages.short(checks.run(ROOT)) or ([] if served else review_dates.refusal(checks.late(ROOT)))
    if problems and _desk:
        _desk.begin(problems)
        return
    if problems:
        raise SystemExit("\n".join(problems))
    late = clock.today() if review_dates.allowed() else None
    report = config.extra.get("report") or ""
    _site = site.Site(ROOT, config.site_url or "", name=config.site_name, report=report, late=late)
    _index = search.Index(contact_block.brief(_site.guide, "telepon"))


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Keep the order of the menu."""
    global _order
    _order = [page.url for page in nav.pages]
    return nav


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Fill in the facts."""
    page.source_text = markdown
    page.update_date = str(
        page.meta.get("checked", page.update_date)
    )  # not the day of the build: same bytes on any
    if not _site:
        return markdown
    return _site.markdown(markdown)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Fill in the blocks and add the foot, write down what the page is, tell MkDocs the anchors that came with them."""
    page.record = page_record.of(page, config, html)
    if not _site:
        return html
    whole = search.anchor_terms(_site.html(html, page.source_text, page.meta, page.url, page.edit_url or ""))
    page.early = _site.early(page.source_text, site.root(page.url))
    _index.add(page.url, page.file.src_uri, page.meta, whole)
    page.present_anchor_ids |= site.anchors(whole)
    page.record = _records[page.url] = page.record._replace(article=whole)
    return whole


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Tell the theme where the search is, and what shows passed dates."""
    env.globals["dates"] = source_list.DATES.read_text(encoding="utf-8").strip()
    env.globals["search_file"] = search.FILE if _site else ""
    global _theme
    _theme = env
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Render for the copies what their frame has of the theme's."""
    if page.is_homepage:
        _frame.update(frame.render(_theme, context))
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Add what stands in the head of every page, and what only paper shows."""
    output = paper.complete(output, page.url, address.public(config.site_url))
    return csp.complete(metadata.describe(output, page.record, config.copyright))


def _later(index: search.Index, built: Path) -> None:
    """Put the search beside pages that are served already, unless they gave way to newer ones meanwhile."""
    with contextlib.suppress(FileNotFoundError):
        index.ship(built)


def on_post_build(config: Any) -> None:
    """Put the runtime, the search and the one stylesheet beside the pages; leave out what no page uses."""
    built, served = Path(config.site_dir), SERVED in os.environ
    if _site:
        frozen.ship(built, _site.manifest)
        if served:  # nobody looks for anything in the second after saving
            threading.Thread(target=_later, args=(_index, built)).start()
        else:
            _index.ship(built)
    page_scripts.ship(built)
    stylesheet.bundle(built)
    stylesheet.tidy(built)
    records = [_records[url] for url in _order if url in _records]
    cards = {} if served else {record.card: record.heading for record in records}
    metadata.ship(built, config.site_url, config.site_name, config.site_description, cards)
    if served:
        service_worker.leave(built)
    else:
        report = _site.reports.line("Salinan ringan") if _site else ""
        offline.offer(built, offline.make(built, records, _frame, report))
        service_worker.ship(built)
    headers.ship(built, config.site_url)  # it names all that is there
    if not served:
        compress.write(built)
    if not config.site_url:
        print(address.MISSING, file=sys.stderr)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Let the desk watch, and MkDocs's live reload script pass our policy: its hash joins those of the page."""
    assert _desk
    desk, build, inject = _desk, server.builder, server._inject_js_into_html

    def anew() -> None:
        # MkDocs would keep this module, and all that it imports.
        sys.modules[type(config).__module__].c.Hooks._load_hook.cache_clear()
        build()

    desk.serve(Path(config.site_dir), server.mount_path)
    server.builder = lambda: desk.build(anew)
    server._inject_js_into_html = lambda content, epoch: csp.complete(
        desk.mark(inject(content, epoch).decode())
    ).encode()
    return server


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The 404 page is a template, not a page; it gets the first question and the same head."""
    if not template_name.endswith(".html"):
        return output_content
    whole = site.lost(output_content, _site.guide, config.site_url) if _site else output_content
    return csp.complete(whole)
