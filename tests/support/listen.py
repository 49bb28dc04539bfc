"""The guide as it is heard: `make listen` writes what a screen reader would say to build/listen/.

For every page, some plans and results of the NIK check: the accessibility tree's words in reading order (.txt)
and, for a few or for those that are named (`make listen SUARA="tips metode-jmo"`), their sound (.wav).
`words.tsv` lists every word that is no plain word with its phonemes, so that what sounds wrong can be found by eye.
Sound and phonemes need Debian's espeak-ng.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from helper import flow
from tests import ROOT
from tests.browser.conftest import PHONE, READY
from tests.support import built, engines, walk
from tests.support.server import serve

TARGET = ROOT / "build" / "listen"
VOICE = ["espeak-ng", "-v", "id"]
PLAIN = re.compile(r"[a-zA-Z]?[a-z]+(-[a-z]+)*")
ROLES = {
    "link": "tautan", "button": "tombol", "heading": "judul", "textbox": "kolom isian", "combobox": "kolom isian",
    "checkbox": "kotak centang", "image": "gambar", "img": "gambar", "navigation": "navigasi", "region": "bagian",
    "progressbar": "kemajuan", "dialog": "dialog", "status": "status", "search": "pencarian",
    "DisclosureTriangle": "bisa dibuka",
}  # fmt: skip
"""Roles that a screen reader says, in its Indonesian words."""
PLACES = {"RootWebArea", "scrollable", "generic", "none", "main"}
"""Roles that take focus as a place, not as a thing."""
NAMED = {
    "link",
    "button",
    "textbox",
    "combobox",
    "checkbox",
    "image",
    "img",
    "progressbar",
    "heading",
    "dialog",
}
"""Roles that must have a name to be of any use."""
ALOUD = ("beranda", "mulai", "metode-hrd", "alur-tanya-hrd", "nik-salah")
"""What is spoken unless told otherwise: sound takes 12 MB a page."""
NIKS = {"benar": "3101991708450001", "ragu": "3101991708260001", "salah": "310199170845000"}

Node = Mapping[str, Any]


def tree(page: Page) -> dict[str, Node]:
    """Return the accessibility tree of a page, by node id, the root first; what is hidden has no node."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {node["nodeId"]: node for node in nodes}


def role(node: Node) -> str:
    return str(node.get("role", {}).get("value", ""))


def name(node: Node) -> str:
    return " ".join(str(node.get("name", {}).get("value", "")).split())


def heard(nodes: Mapping[str, Node], at: str | None = None) -> Iterator[str]:
    """Yield what is said, in reading order: the role of what can be used or jumped to, and all words."""
    node = nodes[at or next(iter(nodes))]
    shown = not node.get("ignored")
    if shown and role(node) in {"StaticText", "ListMarker"}:
        yield name(node)
        return
    children = [child for child in node.get("childIds", ()) if child in nodes]
    if shown and role(node) in ROLES:
        inside = " ".join(text for child in children for text in heard(nodes, child))
        said = name(node)
        yield f"\n{ROLES[role(node)]}:"
        if said and role(node) not in NAMED and said not in inside:
            yield f"{said}\n"  # a part of the page, named for itself
        elif role(node) in NAMED and (not children or squeeze(inside) != squeeze(said)):
            yield said  # the name stands in for what is inside
            if role(node) in {"link", "button", "image", "img"}:
                return
    block = shown and role(node) in {
        "paragraph",
        "listitem",
        "term",
        "definition",
        "row",
        "LayoutTableRow",
        "main",
    }
    if block:
        yield "\n"
    for child in children:
        yield from heard(nodes, child)
    if block:
        yield "\n"


def squeeze(text: str) -> str:
    return "".join(text.split())


def script(page: Page) -> str:
    """Return what is said of a page, a line for each thing."""
    text = " ".join(heard(tree(page)))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line) + "\n"


def words(nodes: Mapping[str, Node], at: str) -> str:
    """Return all words in a node."""
    node = nodes[at]
    inside = (words(nodes, child) for child in node.get("childIds", ()) if child in nodes)
    return name(node) if role(node) == "StaticText" else "".join(inside)


def nameless(page: Page) -> list[str]:
    """Return the roles of what would be announced without a name: links, controls, pictures, all that takes focus."""
    nodes = tree(page)
    return [
        role(node)
        for at, node in nodes.items()
        if not node.get("ignored")
        and (role(node) in NAMED or (focusable(node) and role(node) not in PLACES))
        and not name(node)
        and not words(nodes, at)
    ]


def focusable(node: Node) -> bool:
    return any(entry["name"] == "focusable" for entry in node.get("properties", ()))


def stations(page: Page, origin: str, site: Path) -> Iterator[str]:
    """Bring a page to everything that is listened to, and yield the name of each."""
    for file in built.pages(site):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        page.goto(f"{origin}/{address}")
        yield address.strip("/").replace("/", "-").removesuffix(".html") or "beranda"
    page.goto(f"{origin}/mulai/")
    page.wait_for_selector(READY)
    for answers in walk.ONE_EACH:
        page.evaluate("(to) => { location.hash = to; }", flow.fragment(answers))
        walk.settle(page, answers)
        yield f"alur-{flow.at(walk.FLOW, answers).node.id}"
    for kind, text in NIKS.items():
        page.fill("#nik", text)
        page.press("#nik", "Enter")
        page.wait_for_selector("[data-part=result] .verdict:focus")
        yield f"nik-{kind}"


def phonemes(word: str) -> str:
    """Return how espeak-ng says a word, in the phonetic alphabet."""
    run = subprocess.run(
        [*VOICE, "-q", "--ipa", "--", word], capture_output=True, text=True, check=True, timeout=20
    )
    return " ".join(run.stdout.split())


def odd(said: str) -> list[str]:
    """Return the words of a text that are no plain words: figures, abbreviations, signs, addresses."""
    bare = (word.strip(".,:;?!()\"'“”") for word in said.split())
    return [word for word in bare if word and not PLAIN.fullmatch(word)]


def speak(text: str, file: Path) -> None:
    """Write the sound of a text."""
    subprocess.run([*VOICE, "-w", file, "--stdin"], input=text, text=True, check=True, timeout=120)


def main(aloud: Collection[str]) -> None:
    """Build the site, listen to all of it, and write what was heard."""
    TARGET.mkdir(parents=True, exist_ok=True)
    voice = shutil.which(VOICE[0]) is not None
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        built.build(Path(folder))
        with serve(Path(folder)) as server:
            page = engines.launch("chromium").new_context(**PHONE).new_page()
            for station in stations(page, server.origin, Path(folder)):
                said = script(page)
                (TARGET / f"{station}.txt").write_text(said, encoding="utf-8")
                found.update(odd(said))
                if voice and station in aloud:
                    speak(said, TARGET / f"{station}.wav")
    rows = "".join(f"{found[word]}\t{word}\t{phonemes(word) if voice else ''}\n" for word in sorted(found))
    (TARGET / "words.tsv").write_text(rows, encoding="utf-8")
    silent = "" if voice else " (tanpa suara: pasang espeak-ng)"
    print(f"Semua ada di {TARGET.relative_to(ROOT)}/{silent}")


if __name__ == "__main__":
    main(sys.argv[1:] or ALOUD)
