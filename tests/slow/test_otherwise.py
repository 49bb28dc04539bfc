"""The guide built with all otherwise that should not matter: one build, and what each of its differences changes.

By ProperDocs, which goes on where MkDocs 1.x stopped (decision 8); for no address; with ten times the pages,
the copies in no menu; long after all review dates, which is allowed here; and with maintainers whom readers can reach.
"""

from __future__ import annotations

import re
import shutil
import time
import zipfile
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

import markdown  # type: ignore[import-untyped]
import pytest

from publish import offline
from publish.content import reading
from publish.content.checks import review_dates
from publish.site import metadata, redirects
from publish.tools import file_origins
from tests import ROOT
from tests.site.test_site import PAGES
from tests.support import built

pytestmark = pytest.mark.xdist_group("otherwise")
DUE = review_dates.due(reading.read(ROOT, date.max))
MOMENT = f"{DUE[-1].review + timedelta(days=2000)} 05:00:00 UTC"
"""Noon in Jakarta, years after the last date."""
COPIES = 40
"""How often the pages of the methods are copied."""
FIRST = """
import pathlib, resource, shutil
def spent():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime
def on_files(files, config):
    config.extra["begun"] = spent()
def on_post_build(config):
    site = pathlib.Path(config.site_dir)
    pathlib.Path("seconds").write_text(str(spent() - config.extra["begun"]))
    pathlib.Path("pages").write_text(str(len(list(site.rglob("*.html")))))
    for folder in site.glob("buat*"):
        shutil.rmtree(folder)
"""
"""A hook before those of the project: once all pages are written, it counts them and their seconds, and takes away what is in no menu."""
DEARER = 5
"""How many times the bare conversion of its Markdown a page may cost, ten times as many beside it."""
MAIL, REPOSITORY = "panduan@contoh.id", "https://github.com/contoh/panduan"
OTHER = re.compile(
    r'<meta name="generator"[^>]*>|<link rel="canonical"[^>]*>|<p data-(?:overdue|report|edit)>.*?</p>|(?<=/site\.css\?)\w+',
    re.S,
)


class Otherwise(NamedTuple):
    """That build: its site without the copies, how many pages it had, the builder's words, the seconds of processor for the pages."""

    site: Path
    pages: int
    said: str
    seconds: float


@pytest.fixture(scope="module")
def otherwise(tmp_path_factory: pytest.TempPathFactory) -> Otherwise:
    folder = tmp_path_factory.mktemp("otherwise")
    shutil.copytree(ROOT / "docs", folder / "docs")
    for number in range(COPIES):
        shutil.copytree(ROOT / "docs/metode", folder / f"docs/buat{number}")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: docs\nhooks: [first.py, {ROOT}/hooks.py]\nwatch: []\n"
        f'theme:\n  custom_dir: {ROOT}/publish/site/theme\nnot_in_nav: "/buat*"\n'
        f"repo_url: {REPOSITORY}\nextra:\n  report: {MAIL}\n",
        encoding="utf-8",
    )
    (folder / "first.py").write_text(FIRST, encoding="utf-8")
    said = built.build(
        folder / "site", "properdocs", "", root=folder, before=("faketime", MOMENT),
        more=("-f", "mkdocs.yml"), TERLAMBAT="boleh", GUIDE_TODAY="", LD_PRELOAD="",
    )  # fmt: skip
    pages, seconds = ((folder / name).read_text() for name in ("pages", "seconds"))
    return Otherwise(folder / "site", int(pages), said, float(seconds))


def text(path: Path) -> str:
    """Return a page without what ProperDocs, the late day and the missing address change."""
    html = OTHER.sub("", metadata.strip(path.read_text(encoding="utf-8")))
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def names(site: Path) -> set[str]:
    """Return the names of the pages, without the copies."""
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.name in ("index.html", "404.html")
    }


def test_every_page_is_the_same_but_for_what_it_names(site: Path, otherwise: Otherwise) -> None:
    """ProperDocs, more pages and another day leave every page as it is; one names the sums of the copies."""
    assert names(otherwise.site) == names(site)
    assert len(names(site)) > 25
    changed = {name for name in names(site) if text(otherwise.site / name) != text(site / name)}
    assert changed == {"unduh/index.html"}


def test_without_an_address_none_is_named(otherwise: Otherwise, tmp_path: Path) -> None:
    """The builder says so; what needs an address is left out: card, canonical address, data, list of pages."""
    said = otherwise.said.splitlines()
    assert [line for line in said if "SITE_URL=https://" in line and "tanpa alamat" in line]
    assert not list(otherwise.site.rglob("sitemap*"))
    assert "Sitemap" not in (otherwise.site / "robots.txt").read_text()
    assert file_origins.problems(otherwise.site) == []
    for name in PAGES:
        html = (otherwise.site / name).read_text(encoding="utf-8")
        assert not re.search(r"127\.0\.0\.1|canonical|og:url|og:image|ld\+json", html), name
        assert 'property="og:title"' in html, name
    redirects.ship(tmp_path, "", {"lama/sekali": "faq"})
    assert "canonical" not in (tmp_path / "lama/sekali/index.html").read_text()
    assert (tmp_path / "_redirects").read_text() == "/lama/sekali/ /faq/ 301\n"


def test_what_is_allowed_to_be_late_is_named(otherwise: Otherwise) -> None:
    """Every page names itself, each fact that it quotes, and so does the light copy."""
    pages = [(otherwise.site / name).read_text(encoding="utf-8") for name in names(otherwise.site)]
    pages = [page for page in pages if 'class="page-foot"' in page]
    assert len(pages) == sum(one.file.startswith("docs/") for one in DUE)
    assert all("isi halaman ini" in page.partition("data-overdue>")[2] for page in pages)
    whole = (otherwise.site / "sumber/index.html").read_text(encoding="utf-8").partition("data-overdue>")[2]
    assert all(one.label.replace("&", "&amp;") in whole for one in DUE if one.file.endswith("facts.toml"))
    light = (otherwise.site / "unduh" / offline.LIGHT).read_text(encoding="utf-8")
    assert light.count("isi halaman ini") == len(pages)


def test_every_page_and_plan_leads_to_the_maintainers(otherwise: Otherwise) -> None:
    """Filled in with its own name and dates; the light copy says it once; the page is found where it is changed."""
    for name in PAGES:
        html = (otherwise.site / name).read_text(encoding="utf-8")
        foot = html[html.index('class="page-foot"') :]
        (mail,) = mails(foot)
        slug = name.removesuffix("index.html")
        checked, review = re.findall(r"<time[^>]*>(.*?)</time>", foot)
        said = f"Diperiksa {checked}. Diperiksa lagi paling lambat {review}."
        assert mail.split("\r\n")[1:3] == [slug, said] if slug else mail.split("\r\n")[1] == said, name
        source = re.search(rf'<p data-edit><a href="{REPOSITORY}/edit/master/docs/([^"]*)\.md"', foot)
        assert source and source[1] in (slug.rstrip("/"), f"{slug}index"), name
    plans = (
        (otherwise.site / "mulai/index.html").read_text(encoding="utf-8").split('<section class="plan">')[1:]
    )
    for html in plans:
        title = re.search(r"<h2[^>]*>(.*?)</h2>", html)
        mail = mails(html)[0]
        assert title and mail.startswith(f"Rencana: {unescape(re.sub('<.*?>', '', title[1]))}\r\n"), title
    light = (otherwise.site / "unduh" / offline.LIGHT).read_text(encoding="utf-8")
    assert [mail.partition("\r")[0] for mail in mails(light)] == ["Salinan ringan"]
    with zipfile.ZipFile(otherwise.site / "unduh" / offline.ZIP) as folder:
        assert mails(folder.read("isi/faq/index.html").decode()) == mails(
            (otherwise.site / "faq/index.html").read_text(encoding="utf-8")
        )


def mails(html: str) -> list[str]:
    """Return the bodies of the mails to the maintainers that are prepared in a page."""
    links = re.findall(rf'<p data-report>[^<]*<a href="?mailto:{MAIL}\?([^">]*)', html)
    return [parse_qs(unescape(link))["body"][0] for link in links]


def test_the_site_builds_in_linear_time(otherwise: Otherwise) -> None:
    """Ten times the pages cost ten times as much: nothing looks at all pages for each page."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs/metode").glob("*.md")]
    begun = time.process_time()
    for text in texts * 4:
        markdown.markdown(text, extensions=["admonition", "attr_list", "def_list", "tables", "toc"])
    bare = (time.process_time() - begun) / 4 / len(texts)
    assert otherwise.pages > 8 * len(names(otherwise.site))
    assert otherwise.seconds / otherwise.pages <= DEARER * bare, (otherwise.seconds, otherwise.pages, bare)
