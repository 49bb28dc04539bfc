"""One visit to a published site: everything of its version, asked for once."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from publish.site import service_worker
from publish.site.metadata import icons
from publish.tools.published.versions import Version, read
from publish.tools.published.visitor import Answer, Visitor

AT_ONCE = 8
LOST = "tidak-ada-di-sini/"
"""An address that no site of ours has."""
THIS_MACHINE = re.compile(r"^(127\.|localhost$|\[?::1)")
RUNTIME = re.compile(r'data-runtime="([^"]*)"')
SUM = re.compile(r"<li>([\w.-]+)<br><code>([0-9a-f]{64})</code>")
CARD = re.compile(r'<meta property="og:image" content="([^"]*)"')
WEB = (icons.MANIFEST, "robots.txt", "sitemap.xml")


class Stopped(Exception):
    """Why nothing more can be looked at, in Indonesian, with what to do."""


@dataclass(frozen=True)
class Visit:
    """What an address gave; `answers` by path from it, those of the pages and files of the version among them."""

    visitor: Visitor
    version: Version
    worker: Answer
    answers: dict[str, Answer]
    sums: dict[str, str]
    """SHA-256 by path: of the copies, as the page that offers them says, and of Python's files."""
    lost: Answer
    bare: Answer
    """A page asked for without its last slash; not followed."""
    bare_path: str

    @property
    def address(self) -> str:
        """The address, with a slash at its end."""
        return self.visitor.address

    @property
    def github(self) -> bool:
        """Whether this is GitHub Pages, where no header can be set."""
        return self.worker.header("server") == "GitHub.com"

    @property
    def copies(self) -> list[str]:
        """The paths of the copies."""
        return [path for path in self.sums if path.startswith("unduh/")]

    def pages(self) -> dict[str, Answer]:
        """Return the pages that came and are of this version, by path; of others no more is said than that."""
        hashes = self.version.files
        return {
            path: answer
            for path in self.version.pages
            if service_worker.name((answer := self.answers[path]).body) == hashes[path]
        }

    def text(self, path: str) -> str:
        """Return the text of a file that came, else ""."""
        answer = self.answers[path]
        return answer.text if answer.status == 200 else ""


def visitor(address: str) -> Visitor:
    """Return who visits an address; Stopped when it is none that readers could use."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Stopped(f"“{address}” bukan alamat lengkap. Tulis misalnya https://contoh.id/panduan/")
    if parts.scheme == "http" and not THIS_MACHINE.match(parts.hostname):
        raise Stopped(
            "Alamat ini tanpa HTTPS, jadi pemeriksa NIK tidak menyala. Pasang HTTPS, lalu periksa https://…"
        )
    return Visitor(f"{parts._replace(query='', fragment='').geturl().rstrip('/')}/")


def arrive(visitor: Visitor) -> Visit:
    """Ask an address for all of its version; Stopped when there is no site of ours."""
    home = visitor.get("", follow=False)
    if not home.status:
        raise Stopped(
            f"Alamat ini tidak bisa dibuka: {home.why}. Periksa alamatnya, internet, dan servernya."
        )
    if 300 <= home.status < 400:
        raise Stopped(f"Alamat ini meneruskan ke {home.header('location')}. Pakai itu, juga untuk SITE_URL.")
    if home.status != 200:
        raise Stopped(
            f"Halaman awal dijawab {home.status}. Unggah isi site/ ke folder yang dilayani alamat ini."
        )
    worker = visitor.get(service_worker.TARGET)
    if worker.status != 200 or not (version := read(worker.text)):
        raise Stopped(
            "Di alamat ini tidak ada sw.js dari make build. Unggah seluruh isi site/, bukan sebagian."
        )
    return look(visitor, worker, version)


def at_once(get: Callable[[str], Answer], paths: Sequence[str]) -> dict[str, Answer]:
    """Return the answers to paths, asked for several at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(paths, pool.map(get, paths), strict=True))


def look(visitor: Visitor, worker: Answer, version: Version) -> Visit:
    """Ask for everything that the version, its pages and its lists name."""
    answers: dict[str, Answer] = {}

    def ask(paths: Iterable[str]) -> None:
        answers.update(at_once(visitor.get, [path for path in dict.fromkeys(paths) if path not in answers]))

    ask([*(path for path in version.files if path != service_worker.LOST), *WEB])
    text = {path: answers[path].text for path in version.pages}
    sums = {f"unduh/{name}": hashed for name, hashed in SUM.findall(text.get("unduh/", ""))}
    for plan in RUNTIME.findall(text.get("mulai/", "")):
        parts = json.loads(html.unescape(plan))
        for one in (*parts["files"].values(), *parts["whole"].values()):
            sums[f"assets/runtime/{one['file']}".replace("runtime/../", "")] = one["sha256"]
    cards = {
        address.removeprefix(visitor.address) for page in text.values() for address in CARD.findall(page)
    }
    ask([*sums, *sorted(card for card in cards if "://" not in card)])
    bare = next(path for path in version.pages if path and path not in version.optional)
    lost, without = visitor.get(LOST), visitor.get(bare.rstrip("/"), follow=False)
    return Visit(visitor, version, worker, answers, sums, lost, without, bare)
