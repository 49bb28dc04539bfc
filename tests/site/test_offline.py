"""The offline copies as files: complete, whole in themselves, small enough, the same every time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from helper import data, flow, view
from publish import SCRIPTS, offline
from publish.offline import copy_words, document_sections, payload, rewrite_links
from publish.site import csp, download_table
from tests.support import built_pages, copied

GUIDE = data.guide()
ONE = (offline.FULL, offline.LIGHT)
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "use": "href"}


class Document(HTMLParser):
    """What a document names, links to and loads, and its words, by section (`id` of the page, or "")."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.loads: list[str] = []
        self.words: dict[str, str] = {"": ""}
        self.section, self.silent = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if "page" in known.get("class", "").split():
            self.section = known["id"]
            self.words[self.section] = ""
        if tag == "footer":
            self.section = ""
        if "id" in known:
            self.ids.append(known["id"])
        if tag == "a":
            self.hrefs.append(known.get("href", ""))
        elif tag in LOADS and LOADS[tag] in known:
            self.loads.append(known[LOADS[tag]])
        if tag in ("script", "style"):
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words[self.section] += "".join(data.split())


@pytest.fixture(scope="module", params=ONE)
def text(request: pytest.FixtureRequest, copies: Path) -> str:
    """The text of each single file, in the encoding that it declares."""
    raw: bytes = (copies / request.param).read_bytes()
    charset = re.search(rb'<meta charset="([^"]+)"', raw)
    assert charset
    return raw.decode("cp1252" if charset[1] == b"windows-1252" else "utf-8", "replace")


def squeezed(text: str) -> str:
    """Return words without their spaces, as Document keeps them."""
    return "".join(text.split())


# --- one file ---------------------------------------------------------------------------------


def test_the_files_are_small_enough(copies: Path) -> None:
    assert (copies / offline.FULL).stat().st_size <= 4_500_000
    assert (copies / offline.LIGHT).stat().st_size <= 360_000


def test_a_single_file_loads_nothing_and_every_link_in_it_arrives(text: str) -> None:
    document = Document(text)
    assert all(load.startswith(("data:", "#")) for load in document.loads)
    assert len(document.ids) == len(set(document.ids))
    inside = [href for href in document.hrefs if not re.match(r"(https?|mailto|tel):", href)]
    assert len(inside) > 300
    assert all(href.startswith("#") for href in inside)
    assert {href[1:] for href in inside} <= set(document.ids)


def test_a_single_file_has_every_page_and_every_position(text: str, site: Path) -> None:
    document = Document(text)
    assert {rewrite_links.section(page.slug) for page in built_pages.read(site)} <= document.words.keys()
    assert {flow.fragment(answers) for answers in flow.paths(GUIDE.flow)} | {"cek-nik"} <= set(document.ids)


def test_a_single_file_says_all_that_a_plan_says(text: str) -> None:
    document = Document(text)
    shown = document.words[rewrite_links.section("mulai")]
    for plan in GUIDE.flow.outcomes.values():
        for line in (plan.title, plan.calm, *plan.first, *plan.fallback, *plan.bring, *plan.avoid):
            assert squeezed(view.plain(GUIDE, line)) in shown, plan.id
    everything = "".join(document.words.values())
    for ready in GUIDE.flow.texts.values():
        assert squeezed(view.plain(GUIDE, ready.body)) in everything


def test_the_words_of_a_page_are_those_of_the_site(
    text: str, site: Path, request: pytest.FixtureRequest
) -> None:
    document = Document(text)
    light = offline.LIGHT in request.node.name
    for page in built_pages.read(site):
        if page.slug in {"mulai", "sumber", "unduh"}:
            continue  # said in other words, or in another form
        article = page.article.partition('<section class="page-foot"')[0]
        if light:  # ready texts, contacts and buttons are elsewhere
            article = re.sub(
                r'<figure class="message">.*?</figure>|<section class="contact".*?</section>|<svg.*?</svg>',
                "<hr>",
                article,
                flags=re.DOTALL,
            )
        article = document_sections.ELSEWHERE.sub("<hr>", article)  # a copy has that field in one place
        for piece in re.split(r"<hr>|<button.*?</button>", article):
            assert Document(piece).words[""] in document.words[rewrite_links.section(page.slug)], page.slug


def test_a_picture_that_comes_again_in_the_light_file_is_the_same_picture(copies: Path, site: Path) -> None:
    light = (copies / offline.LIGHT).read_text(encoding="utf-8")
    svgs = re.findall(r"(<svg\b[^>]*class=gambar[^>]*>)(.*?)</svg>", light, re.DOTALL)
    assert len(svgs) == sum(page.article.count('class="gambar"') for page in built_pages.read(site))
    first = {found[1]: tag for tag, inside in svgs if (found := re.match(r"<g id=(\S+?)>", inside))}
    again = [(tag, re.search(r'href="?#([^"/> ]+)', inside)) for tag, inside in svgs if "<use" in inside]
    assert again
    assert all(name and first[name[1]] == tag for tag, name in again)


def test_a_single_file_names_only_what_it_runs(text: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == ["'wasm-unsafe-eval'", *map(csp.seal, inline)]
    assert rules["style-src"] == csp.seal(style[1])
    assert rules.keys().isdisjoint({"connect-src"})
    assert text.index(policy[0]) < text.index("<style>")


def test_the_full_file_is_plain_ascii_but_for_what_it_carries(copies: Path) -> None:
    raw = (copies / offline.FULL).read_bytes()
    assert re.sub(
        rb'<script type="application/octet-stream".*?</script>', b"", raw, flags=re.DOTALL
    ).isascii()


def test_copies_carry_their_date_and_no_address(text: str, copies: Path) -> None:
    inside = (copies / copied.FOLDER / "isi/metode/jmo/index.html").read_text(encoding="utf-8")
    for copy in (text, inside):
        assert f'data-made="{copy_words.made()}"' in copy.replace(
            f"data-made={copy_words.made()}", f'data-made="{copy_words.made()}"'
        )
        assert (
            copy_words.NEWER.replace("“", "&#8220;").replace("”", "&#8221;") in copy
            or copy_words.NEWER in copy
        )
        assert "127.0.0.1" not in copy


def test_every_page_of_a_copy_asks_not_to_be_listed(copies: Path) -> None:
    files = [copies / name for name in ONE] + sorted((copies / copied.FOLDER).rglob("*.html"))
    assert len(files) > 30
    for file in files:
        before, _, _ = file.read_text(encoding="cp1252", errors="replace").partition("</head>")
        assert before.count(copy_words.NO_INDEX) == 1, file


MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LEFT = re.compile(
    r"<!--email_off-->.*?<!--/email_off-->|<(head|script|noscript|textarea|xmp|style)\b.*?</\1>|<!--.*?-->",
    re.DOTALL,
)
"""What Cloudflare leaves as it is, by its documentation (Email Address Obfuscation)."""


def test_no_network_in_between_hides_an_address(copies: Path, site: Path) -> None:
    """Cloudflare replaces e-mail addresses by what only its own script reads: lost in a copy, and without scripts."""
    files = [copies / name for name in ONE] + [
        *sorted(site.rglob("*.html")),
        *sorted((copies / copied.FOLDER).rglob("*.html")),
    ]
    shown = 0
    for file in files:
        text = file.read_text(encoding="cp1252", errors="replace")
        assert MAIL.findall(LEFT.sub("", text)) == [], file
        shown += len(MAIL.findall(text))
    assert shown > len(files)


# --- the bytes it carries -----------------------------------------------------------------------

HARD = (
    bytes(range(256)) * 3,
    b"",
    b"<",
    b"\r\n\0=</script><!--<script",
    bytes(4000),
    b"\r" * 99,
    os.urandom(70_000),
)
DECODE = """
const fs = require("fs"), vm = require("vm");
const context = vm.createContext({ TextDecoder, Uint8Array, DataView, ArrayBuffer, Uint32Array, document: { characterSet: "windows-1252" } });
vm.runInContext(fs.readFileSync(process.argv[1], "utf8"), context);
const copy = vm.runInContext("guideCopy", context);
const text = new TextDecoder("windows-1252").decode(fs.readFileSync(0));
process.stdout.write(Buffer.from(copy.decode(text)).toString("hex"));
"""


@pytest.mark.parametrize("raw", HARD, ids=lambda raw: f"{len(raw)} bytes")
def test_the_browser_takes_back_what_was_encoded(raw: bytes) -> None:
    encoded = payload.encode(raw)
    assert not re.search(rb"[\0\r]|</|<!|<$", encoded)
    run = subprocess.run(
        ["node", "-e", DECODE, str(SCRIPTS / "copy-bytes.js")], input=encoded, capture_output=True, check=True
    )
    assert run.stdout.decode() == raw.hex()


def test_encoding_costs_little() -> None:
    raw = os.urandom(1_000_000)
    assert len(payload.encode(raw)) < 1.02 * len(raw)


# --- the folder ---------------------------------------------------------------------------------


def test_the_zip_opens_without_a_wrapper(copies: Path) -> None:
    with zipfile.ZipFile(copies / offline.ZIP) as archive:
        names = archive.namelist()
    assert names[0] == "buka-saya.html"
    assert {name.partition("/")[0] for name in names} == {"buka-saya.html", "isi"}


BLOCKED = """
ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe hta img ins iso isp jar
jnlp js jse lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 scr sct shb sys vb vbe vbs vhd vxd wsc wsf wsh
xll
"""
"""Endings for which Gmail refuses a message, inside an archive too (support.google.com/mail/answer/6590, read in 2026)."""


def test_mail_takes_the_zip(copies: Path) -> None:
    with zipfile.ZipFile(copies / offline.ZIP) as archive:
        endings = {name.rpartition("/")[2].rpartition(".")[2].lower() for name in archive.namelist()}
    assert endings == {"html", "css", "svg", "txt"}
    assert not endings & set(BLOCKED.split())


def test_every_link_in_the_folder_arrives(copies: Path, site: Path) -> None:
    folder = copies / copied.FOLDER
    files = sorted(folder.rglob("*.html"))
    assert len(files) == len(built_pages.read(site))
    ids = {file.resolve(): set(Document(file.read_text(encoding="utf-8")).ids) for file in files}
    for file in files:
        document = Document(file.read_text(encoding="utf-8"))
        assert document.loads
        for href in document.loads + [
            href for href in document.hrefs if not re.match(r"(https?|mailto|tel):", href)
        ]:
            path, _, anchor = href.partition("#")
            target = (file.parent / path).resolve() if path else file.resolve()
            assert target.is_file(), f"{file}: {href}"
            assert not anchor or anchor in ids[target], f"{file}: {href}"


def test_no_file_of_the_folder_asks_an_origin_for_anything(copies: Path) -> None:
    for file in (copies / copied.FOLDER).rglob("*"):
        if file.suffix in {".html", ".css", ".txt", ".svg"} and "runtime" not in file.parts:
            text = file.read_text(encoding="utf-8")
            assert not re.search(
                r"""(?:src|import|url\()\s*=?\s*["']?(?:https?:)?//|<link[^>]+href="(?:https?:)?//""", text
            ), file


# --- builds -------------------------------------------------------------------------------------


def test_the_site_offers_the_copies_with_true_sizes_and_sums(site: Path) -> None:
    page = (site / "unduh/index.html").read_text(encoding="utf-8")
    for name in (offline.FULL, offline.LIGHT, offline.ZIP):
        content = (site / "unduh" / name).read_bytes()
        assert f'href="{name}"' in page
        assert hashlib.sha256(content).hexdigest() in page
        assert download_table.size(len(content)) in page
