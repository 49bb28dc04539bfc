"""The recipes of docs-maintainer/hosting, each tried at its host or a stand-in, and what `make published` says there."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from publish.content import addresses
from publish.site import compress, headers, metadata, redirects, service_worker
from publish.tools import published, server_settings
from publish.tools.published import __main__ as command
from publish.tools.published.finding import Finding
from tests.site import test_hosting
from tests.support import built, hosts
from tests.support.hosts import Host, Reply

pytestmark = pytest.mark.xdist_group("hosting")
FOLDER = server_settings.FOLDER


def built_for(address: str, site: Path, folder: Path) -> Path:
    """Write the built site into a folder as it would be built for this address, its packed siblings left out."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.gz", "*.br"))
    for path in [*folder.rglob("*.html"), folder / "sitemap.xml", folder / "robots.txt"]:
        content = path.read_bytes()
        if built.ADDRESS.encode() in content:
            path.write_bytes(content.replace(built.ADDRESS.encode(), address.encode()))
    redirects.ship(folder, address, addresses.moved())
    service_worker.ship(folder)
    headers.ship(folder, address)
    return folder


RECIPES = [
    (hosts.GITHUB, FOLDER),
    (hosts.NETLIFY, FOLDER),
    (hosts.CLOUDFLARE, FOLDER),
    (hosts.CLOUDFLARE, ""),
]


@pytest.fixture(scope="module", params=RECIPES, ids="-".join)
def recipe(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Host, Path]]:
    """A stand-in of each host, with the site at its root and in a folder, uploaded as the recipe says; the built site."""
    name, folder = request.param
    root = tmp_path_factory.mktemp("host")
    ours = root / "site"

    def upload(origin: str) -> Host:
        at_root = not folder or name == hosts.GITHUB  # a project's site stands in a folder by itself
        built_for(f"{origin}/{folder}/" if folder else f"{origin}/", site, ours)
        if at_root:
            return Host(name, ours, f"/{folder}/" if folder else "/")
        (root / "up").mkdir()
        shutil.copytree(ours, root / "up" / folder)
        for one in ("_headers", "_redirects"):
            (root / "up" / folder / one).rename(root / "up" / one)
        (root / "up/404.html").write_bytes((ours / "404.html").read_bytes())
        return Host(name, root / "up", address=f"{origin}/{folder}/")

    with hosts.running(upload) as host:
        yield host, ours


def test_each_recipe_is_right(recipe: tuple[Host, Path]) -> None:
    """Nothing is wrong; what cannot be on GitHub Pages is a note."""
    host, ours = recipe
    found, looked_at = published.check(host.address, ours)
    assert not [one for one in found if one.wrong]
    assert bool(found) == (host.name == hosts.GITHUB)
    assert host.address in looked_at


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_the_servers_settings_are_right(name: str, site: Path, tmp_path: Path) -> None:
    """The real servers with the settings of docs-maintainer; a packed sibling of an older version is named."""
    port = test_hosting.free_port()
    address = f"http://127.0.0.1:{port}/{FOLDER}/"
    ours = built_for(address, site, tmp_path / "www" / FOLDER)
    (tmp_path / "own").mkdir()
    with test_hosting.running(name, tmp_path / "www", tmp_path / "own", port, old=None):
        assert published.check(address, ours)[0] == []
        (tmp_path / "packed").mkdir()
        shutil.copy(ours / "index.html", tmp_path / "packed")
        compress.write(tmp_path / "packed")
        shutil.copy(tmp_path / "packed/index.html.br", ours)
        old, ending = {"nginx": (gzip.compress(b"<p>lama</p>"), "gz"), "caddy": (BROTLI, "br")}[name]
        (ours / f"faq/index.html.{ending}").write_bytes(old)
        found, _ = published.check(address, ours)
        assert [one.text.partition(". ")[0] for one in found] == [
            "Salinan termampat (.gz, .br) dari versi lama: faq/"
        ]


BROTLI = bytes.fromhex("0b05803c703e6c616d613c2f703e03")
"""`<p>lama</p>`, packed by Brotli."""


def small(address: str, site: Path, folder: Path) -> Path:
    """Write a site of a few pages, so that a visit is short."""
    built_for(address, site, folder)
    for name in ("metode", "situasi", "panduan", "assets/social"):
        shutil.rmtree(folder / name)
    for page in folder.rglob("index.html"):
        page.write_text(metadata.strip(page.read_text("utf-8")), encoding="utf-8")
    places = (folder / "sitemap.xml").read_text("utf-8")
    left_out = r"<url>\s*<loc>[^<]*/(?:metode|situasi|panduan)/.*?</url>"
    (folder / "sitemap.xml").write_text(re.sub(left_out, "", places, flags=re.DOTALL), encoding="utf-8")
    service_worker.ship(folder)
    headers.ship(folder, address)
    return folder


@pytest.fixture(scope="module")
def netlify(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host with a small site at its root, which a test may spoil."""
    root = tmp_path_factory.mktemp("netlify") / "site"
    with hosts.running(lambda origin: Host(hosts.NETLIFY, small(f"{origin}/", site, root))) as host:
        yield host


def status(number: int) -> Callable[[Reply], None]:
    """Return what gives a reply another status."""

    def change(reply: Reply) -> None:
        reply.status = number

    return change


def body(content: bytes) -> Callable[[Reply], None]:
    """Return what gives a reply another body."""

    def change(reply: Reply) -> None:
        reply.body = content

    return change


def header(name: str, value: str = "") -> Callable[[Reply], None]:
    """Return what gives a reply another header, or takes it away."""

    def change(reply: Reply) -> None:
        reply.headers.pop(name, None)
        reply.headers.update({name: value} if value else {})

    return change


PYTHON, LIGHT, ALL = "assets/runtime/*", "unduh/nomor-kpj-ringan.html", "*"
BROKEN = {
    "missing": ("faq/", status(500), "Tidak bisa dibuka: faq/."),
    "changed": ("tips/", body(b"<p>versi lain</p>" * 999), "Isinya bukan dari versi yang disebut sw.js: tips/."),
    "rewritten": ("tips/", body(b"<script src=/cdn-cgi/rocket-loader.js>" * 99), "Cloudflare mengubah isi halaman: tips/."),
    "a copy": (LIGHT, body(b"x"), "Salinan tidak cocok dengan sidiknya di halaman unduh/: unduh/nomor-kpj-ringan.html."),
    "python": (PYTHON, body(b"x"), "Berkas Python tidak utuh: 3 berkas (misalnya assets/runtime/content-"),
    "404 as 200": ("tidak-ada*", status(200), "Alamat yang tidak ada dijawab 200, bukan 404."),
    "no 404 page": ("tidak-ada*", body(b"?"), "Alamat yang tidak ada tidak mendapat halaman 404 kita."),
    "no slash": ("aksesibilitas", status(200), "Alamat tanpa garis miring di ujung (aksesibilitas) tidak diteruskan"),
    "old address": ("pembantu/", status(404), "Alamat lama tidak sampai ke yang baru: pembantu/."),
    "type of sw.js": ("sw.js", header("Content-Type", "text/plain"), "Jenis berkas salah: sw.js dikirim sebagai “text/plain”."),
    "type of Python": (PYTHON, header("Content-Type", "text/html"), "Jenis berkas salah: assets/runtime/"),
    "sw.js kept": ("sw.js", header("Cache-Control", "max-age=86400"), "sw.js disimpan 86400 detik"),
    "page kept": ("faq/", header("Cache-Control", "public, max-age=60, s-maxage=7200"), "Disimpan terlalu lama (sampai 7200 detik): faq/."),
    "not said": ("faq/", header("Cache-Control"), "Masa simpan tidak disebut (Cache-Control): faq/."),
    "kept too short": (PYTHON, header("Cache-Control", "no-cache"), "Diunduh ulang padahal tidak berubah: 3 berkas"),
    "old policy": ("mulai/", header("Content-Security-Policy", "script-src 'self'"), "Content-Security-Policy dari server menghalangi skrip di mulai/."),
    "no policy": (ALL, header("Content-Security-Policy"), "Kepala keamanan tidak ada atau lain nilainya: Content-Security-Policy."),
    "no nosniff": ("faq/", header("X-Content-Type-Options"), "Kepala keamanan tidak ada atau lain nilainya: X-Content-Type-Options."),
    "copy shown": (LIGHT, header("Content-Disposition"), "Salinan dikirim tanpa Content-Disposition (attachment): unduh/nomor-kpj-ringan.html."),
    "copy listed": (LIGHT, header("X-Robots-Tag"), "Salinan dikirim tanpa X-Robots-Tag (noindex): unduh/nomor-kpj-ringan.html."),
    "not packed": ("assets/*.js", header("X-Plain", "1"), "Dikirim tanpa dimampatkan, jadi memakan kuota pembaca: 7 berkas"),
    "no manifest": ("manifest.webmanifest", status(404), "manifest.webmanifest tidak ada"),
    "no sitemap": ("sitemap.xml", status(404), "sitemap.xml tidak ada"),
}  # fmt: skip
"""What a host sends otherwise at which paths, and what is said then, and nothing else."""


@pytest.mark.parametrize("case", BROKEN)
def test_each_broken_promise_is_one_line(netlify: Host, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    where, change, words = BROKEN[case]
    monkeypatch.setattr(netlify, "spoil", lambda path, reply: change(reply) if fnmatch(path, where) else None)
    found, _ = published.check(netlify.address, netlify.root)
    assert [one.text[: len(words)] for one in found if one.wrong] == [words]


def test_a_small_site_is_right(netlify: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([netlify.address, str(netlify.root)]) == 0
    assert capsys.readouterr().out.endswith("diperiksa. Tidak ada yang salah.\n")


def words(found: list[Finding]) -> list[str]:
    """Return the beginnings of what is said, up to the colon or the full stop."""
    return [re.split(r"[:.] ", one.text)[0] for one in found if one.wrong]


def test_a_site_that_was_built_to_be_tried_is_named(
    netlify: Host, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Uploaded as `make build` without the address left it, or with that of the maintainer's machine."""
    monkeypatch.setattr(netlify, "root", small(built.ADDRESS, site, tmp_path / "tried"))
    found, _ = published.check(netlify.address, tmp_path / "nothing")
    assert words(found) == [
        "Alamat resmi (canonical) bukan alamat ini",
        "Menyebut alamat komputer pengelola (127.0.0.1)",
        "sitemap.xml tidak ada atau menyebut alamat lain",
        f"robots.txt tidak menyebut {netlify.address}sitemap.xml",
    ]
    assert f"SITE_URL={netlify.address} make build" in found[-1].text
    for page in built.pages(netlify.root):
        page.write_text(re.sub('<link rel="canonical"[^>]*>', "", page.read_text("utf-8")), encoding="utf-8")
    service_worker.ship(netlify.root)
    assert words(published.check(netlify.address, tmp_path)[0])[0] == "Tanpa alamat resmi (canonical)"


def test_another_version_is_named(
    netlify: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The built site here is newer, or was built for another address, or offers no copies."""
    here = tmp_path / "site"
    shutil.copytree(netlify.root, here)
    page = here / "faq/index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", "<p>baru</p></body>"), encoding="utf-8")
    service_worker.ship(here)
    assert command.main([netlify.address, str(here)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("SALAH: Yang terbit bukan versi di site/: faq/ lain isinya.")
    assert said[1].endswith("1 yang salah.")
    page = here / "unduh/index.html"
    page.write_text(page.read_text("utf-8").replace("<code>", "<b>"), encoding="utf-8")
    service_worker.ship(here)
    monkeypatch.setattr(netlify, "root", here)
    assert words(published.check(netlify.address, here)[0]) == ["Halaman unduh/ tidak menawarkan salinan"]
    home = here / "index.html"
    home.write_text(home.read_text("utf-8").replace(netlify.address, "https://contoh.id/"), encoding="utf-8")
    found, _ = published.check(netlify.address, here)
    assert "dibangun untuk alamat lain" in found[0].text
    assert not found[0].wrong


STOPPED = {
    "contoh.id": "“contoh.id” bukan alamat lengkap.",
    "http://contoh.id/": "Alamat ini tanpa HTTPS",
    "http://127.0.0.1:9/": "Alamat ini tidak bisa dibuka: tidak ada server di situ.",
    "/lama/": "Alamat ini meneruskan ke https://contoh.id/. Pakai itu",
    "/tidak-ada/": "Halaman awal dijawab 404.",
    "/faq/": "Di alamat ini tidak ada sw.js dari make build.",
}


@pytest.mark.parametrize("address", STOPPED)
def test_what_is_no_site_of_ours_is_said(
    netlify: Host, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Nothing more is asked for then."""
    monkeypatch.setitem(netlify.led, "/lama/", ("https://contoh.id/", 301))
    whole = f"{netlify.address.rstrip('/')}{address}" if address.startswith("/") else address
    found, _ = published.check(whole, netlify.root)
    assert [one.text[: len(STOPPED[address])] for one in found] == [STOPPED[address]]
    assert command.main([]) == 1
