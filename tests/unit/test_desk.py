"""`make serve` goes on when something is broken, and says what, in every page; the maintainers' page."""

from __future__ import annotations

import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from helper import data
from publish.content import clock
from publish.tools import desk, desk_page, flow_picture
from tests import ROOT
from tests.support import content

PAGE = '<html><head></head><body dir="ltr"><p>Isi</p></body></html>'


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[desk.Desk]:
    """A desk over the small tree, serving a site of two files, one in a folder."""
    monkeypatch.setenv(clock.TODAY, str(content.TODAY))
    content.write(tmp_path)
    (tmp_path / "site/faq").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("pertama")
    (tmp_path / "site/faq/index.html").write_text("tanya")
    made = desk.Desk(tmp_path)
    made.serve(tmp_path / "site", "/panduan/")
    yield made
    logging.getLogger("mkdocs").removeHandler(made)


def failing(site: Path, error: BaseException, *, cleared: bool) -> Callable[[], None]:
    """Return a build that stops, before or after the old site was cleared."""

    def build() -> None:
        if cleared:
            (site / "index.html").unlink()
            (site / "faq/index.html").unlink()
            (site / "faq").rmdir()
            (site / "index.html").write_text("setengah")
        raise error

    return build


@pytest.mark.parametrize("cleared", [False, True])
def test_a_broken_build_keeps_the_last_site(at_work: desk.Desk, cleared: bool) -> None:
    """However far the build came, the pages are those from before, and they say what is wrong."""
    at_work.build(failing(at_work.site, SystemExit("docs/faq.md:3: Salah. Tulis <benar>."), cleared=cleared))
    assert (at_work.site / "index.html").read_text() == "pertama"
    assert (at_work.site / "faq/index.html").read_text() == "tanya"
    marked = at_work.mark(PAGE)
    assert "<code>docs/faq.md:3</code> Salah. Tulis &lt;benar&gt;." in marked
    assert marked.index('dir="ltr">') < marked.index('role="alert"') < marked.index("<p>Isi")
    assert 'href="/panduan/pengelola/desk.css"' in marked
    assert (at_work.site / "pengelola/desk.css").is_file()


def test_a_mended_build_says_nothing(at_work: desk.Desk) -> None:
    """After the mistake is gone pages are served as they are."""
    at_work.build(failing(at_work.site, SystemExit("docs/faq.md:3: Salah."), cleared=True))
    at_work.build(lambda: None)
    assert at_work.mark(PAGE) == PAGE


def test_a_passed_date_is_a_warning(
    at_work: desk.Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages are served as they were built, below a line that says what is late; nothing is called broken."""
    monkeypatch.setenv(clock.TODAY, "2027-02-23")
    at_work.build(lambda: None)
    assert at_work.problems == []
    marked = at_work.mark(PAGE)
    assert "1 tanggal periksa ulang sudah lewat</summary>" in marked
    assert (
        "<code>helper/data/facts.toml:9</code> Tanggal periksa ulang &quot;call&quot; sudah lewat" in marked
    )
    assert "Belum beres" not in marked
    assert marked.endswith("<p>Isi</p></body></html>")
    said = capsys.readouterr().err
    assert "1 tanggal periksa ulang sudah lewat" in said
    assert "BELUM BERES" not in said


def test_broken_code_is_named_by_its_place(at_work: desk.Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Code that cannot be read, or stops, is shown with file and line; the rest is in the terminal."""
    at_work.build(
        failing(at_work.site, SyntaxError("x", (str(at_work.root / "helper/a.py"), 7, 1, "")), cleared=False)
    )
    assert at_work.problems == ["helper/a.py:7: Kode ini tidak bisa dibaca Python: x."]
    at_work.build(failing(at_work.site, ValueError("aneh"), cleared=False))
    assert "Kode berhenti di sini (ValueError): aneh" in at_work.problems[0]
    said = capsys.readouterr().err
    assert "BELUM BERES" in said
    assert "Traceback" in said


def test_broken_settings_are_said_before_the_site_is_built(at_work: desk.Desk) -> None:
    """MkDocs would stop in English; it is not asked, and the pages are those from before."""
    settings = at_work.root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("theme:", "theme", 1))
    at_work.build(failing(at_work.site, AssertionError("built"), cleared=True))
    assert at_work.problems == [
        "mkdocs.yml:5: Berkas tidak bisa dibaca: titik dua tidak ada. Tulis kunci: isinya."
    ]
    assert (at_work.site / "index.html").read_text() == "pertama"


def test_warnings_of_a_build_are_shown(at_work: desk.Desk) -> None:
    """What would stop a strict build is in the pages too; chatter of the server is not."""

    def build() -> None:
        logging.getLogger("mkdocs.structure.nav").warning("tautan aneh")
        logging.getLogger("mkdocs.livereload").warning("code 404")

    at_work.build(build)
    assert at_work.problems == ["tautan aneh"]


def test_a_broken_start_names_the_cause_only(at_work: desk.Desk) -> None:
    """Half a site makes MkDocs warn of much; only what the checks said is shown, until the next build."""
    at_work.begin(["docs/faq.md:3: Salah."])
    logging.getLogger("mkdocs.structure").warning("tautan putus")
    assert at_work.problems == ["docs/faq.md:3: Salah."]
    at_work.build(lambda: logging.getLogger("mkdocs.structure").warning("tautan putus"))
    assert at_work.problems == ["tautan putus"]


def test_the_page_shows_everything(tmp_path: Path) -> None:
    """Picture, every path with its plan, every fact with age and use, pages by date."""
    content.write(tmp_path)
    html = desk_page.render(tmp_path, date(2026, 11, 30))
    assert "Semua jalan (3)" in html
    assert '<a href="../mulai/#jawab.tidak-ada.ya">Tidak ada &rsaquo; Ya</a>' in html
    assert "10 hari</td>" in html
    assert "3: faq.md, [outcome.tanya], [contact.telepon]" in html
    assert f"Halaman menurut tanggal periksa ulang ({len(content.PAGES)})" in html


def test_the_page_survives_a_broken_flow(tmp_path: Path) -> None:
    """A loop would make endless paths; then there is a sentence instead of a picture."""
    content.write(tmp_path)
    path = tmp_path / "helper/data/flow.toml"
    path.write_text(path.read_text().replace('goto = "tanya"', 'goto = "punya"'))
    html = desk_page.render(tmp_path, content.TODAY)
    assert "Alur belum bisa digambar" in html
    assert "Fakta (4)" in html


def test_the_picture_has_every_node_and_every_answer() -> None:
    """One box a node, one edge an answer, nothing over anything, everything inside the frame, as valid XML."""
    whole = data.guide().flow
    svg = flow_picture.picture(whole)
    root = ET.fromstring(svg)
    boxes = flow_picture.boxes(whole)
    assert boxes.keys() == whole.questions.keys() | whole.outcomes.keys()
    answers = sorted((q.id, a.goto) for q in whole.questions.values() for a in q.answers)
    assert sorted(re.findall(r'data-from="([^"]+)" data-to="([^"]+)"', svg)) == answers
    width, height = (float(root.attrib[name]) for name in ("width", "height"))
    for name, box in boxes.items():
        assert 0 <= box.x <= width - flow_picture.WIDTH
        assert 0 <= box.y <= height - box.height
        for other, to in boxes.items():
            apart = box.x != to.x or box.y + box.height <= to.y or to.y + to.height <= box.y
            assert name == other or apart, (name, other)
    assert all(boxes[goto].x > boxes[name].x for name, goto in answers)


def test_the_page_is_not_published() -> None:
    """Nothing in the menu or the pages leads to it, and only the server's hook writes it."""
    assert desk.HERE not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert not (ROOT / "docs" / f"{desk.HERE}.md").exists()
