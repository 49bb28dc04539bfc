"""The built site behind a real nginx and a real Caddy, in a folder: every page, the headers, the load."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from publish.site import compress, csp
from publish.site import headers as hosting
from publish.tools import reader_costs, server_settings
from tests import ROOT

PAGES_A_SECOND = 2000
MOVED = {"situasi/kartu-rusak": "situasi/kartu-hilang", "bantuan": ""}
pytestmark = pytest.mark.xdist_group("hosting")


@pytest.fixture(scope="module")
def root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's root with the site in its folder, packed siblings beside, and a stand-in for an offline copy."""
    root = tmp_path_factory.mktemp("www")
    folder = root / server_settings.FOLDER
    shutil.copytree(site, folder)
    (folder / "unduh/nomor-kpj.html").write_text("<p>salinan</p>" * 100)
    compress.write(folder)
    return root


class Host(NamedTuple):
    """A running server."""

    name: str
    port: int
    root: Path

    def get(self, path: str, **more: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers (lower case) and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers=more)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def free_port() -> int:
    """Return a port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(
    name: str, folder: Path, root: Path, port: int, old: Mapping[str, str] | None = MOVED
) -> list[str]:
    """Write a server's settings, the very ones of docs-maintainer with port and root replaced; return its command."""
    site = root / server_settings.FOLDER
    made = {"nginx": server_settings.nginx, "caddy": server_settings.caddy}[name](site, old=old)
    settings = made.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/var/www", str(root))
    if name == "caddy":
        (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + settings)
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    user = "user root;" if os.getuid() == 0 else ""
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{ worker_connections 512; }}\nhttp {{ access_log off; {temporary}\n{settings}\n}}"
    )
    return [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


@contextlib.contextmanager
def running(
    name: str, root: Path, folder: Path, port: int = 0, old: Mapping[str, str] | None = MOVED
) -> Iterator[Host]:
    """Run a server, on the loopback only, while the context lasts; `folder` is for its own files."""
    assert shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin"), (
        f"{name} is missing: make browsers installs it"
    )
    port = port or free_port()
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(
            command(name, folder, root, port, old), stdout=said, stderr=said, cwd=folder
        )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "said").read_text()
            time.sleep(0.05)
        yield Host(name, port, root)
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def host(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    """Each server in turn."""
    with running(request.param, root, tmp_path_factory.mktemp(request.param)) as server:
        yield server


def addresses(root: Path) -> list[str]:
    """Return the address of every page."""
    pages = (root / server_settings.FOLDER).rglob("index.html")
    return sorted(f"/{path.parent.relative_to(root).as_posix()}/" for path in pages)


def test_every_page_answers(host: Host) -> None:
    """Every page is there, as HTML for minutes, with all security headers and a policy that fits it."""
    wanted = hosting.headers(host.root / server_settings.FOLDER)
    for address in addresses(host.root):
        status, headers, body = host.get(address)
        assert (status, headers["cache-control"]) == (200, hosting.UNCHANGED), address
        assert headers["content-type"] == "text/html; charset=utf-8"
        assert {name: headers.get(name.lower()) for name in wanted} == wanted
        sent = set(headers["content-security-policy"].replace(";", "").split())
        assert set(csp.policy(body.decode()).replace(";", "").split()) <= sent


def test_files_have_their_types_and_lifetimes(host: Host) -> None:
    """Scripts, styles and pictures have their types; what has a hash in its name stays a year."""
    types = {
        ".js": "javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".bin": "application/octet-stream",
    }
    seen = set()
    for path in sorted((host.root / server_settings.FOLDER / "assets").rglob("*")):
        if path.suffix not in types:
            continue
        status, headers, body = host.get(f"/{path.relative_to(host.root).as_posix()}")
        assert status == 200
        assert types[path.suffix] in headers["content-type"]
        hashed = bool(re.search(hosting.HASHED, path.name))
        assert headers["cache-control"] == (hosting.NEVER_CHANGES if hashed else hosting.UNCHANGED), path
        assert body == path.read_bytes()
        seen.add((path.suffix, hashed))
    assert {(".bin", True), (".js", False), (".css", False)} <= seen


def test_packed_siblings_are_sent(host: Host) -> None:
    """Who takes gzip gets the packed sibling; the runtime, packed already, goes as it is."""
    site = host.root / server_settings.FOLDER
    status, headers, body = host.get(f"/{server_settings.FOLDER}/", **{"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert body == (site / "index.html.gz").read_bytes()
    copy = f"{server_settings.FOLDER}/unduh/nomor-kpj.html"
    _, headers, body = host.get(f"/{copy}", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert body == (host.root / f"{copy}.gz").read_bytes()
    runtime = next((site / "assets/runtime").glob("*.bin"))
    _, headers, _ = host.get(f"/{runtime.relative_to(host.root)}", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in headers


def test_what_is_not_a_page(host: Host) -> None:
    """An unknown address gets the 404 page, the settings are not served, a copy is saved and not shown."""
    status, headers, body = host.get(f"/{server_settings.FOLDER}/tidak/ada")
    assert status == 404
    assert body == (host.root / server_settings.FOLDER / "404.html").read_bytes()
    assert "content-security-policy" in headers
    assert host.get(f"/{server_settings.FOLDER}/_headers")[0] == 404
    _, headers, _ = host.get(f"/{server_settings.FOLDER}/unduh/nomor-kpj.html")
    assert {name: headers[name.lower()] for name in hosting.COPY} == hosting.COPY
    assert "x-robots-tag" not in host.get(f"/{server_settings.FOLDER}/unduh/")[1]
    status, headers, _ = host.get("/")
    assert (status, headers["location"]) == (302, f"/{server_settings.FOLDER}/")
    status, headers, _ = host.get(f"/{server_settings.FOLDER}/faq")
    assert 301 <= status <= 308
    assert headers["location"].endswith(f"/{server_settings.FOLDER}/faq/")


def test_old_addresses_lead_on(host: Host) -> None:
    """What publish/content/moved.toml names is answered with the new address, for good."""
    for old, new in (("situasi/kartu-rusak", "situasi/kartu-hilang/"), ("bantuan", "")):
        status, headers, _ = host.get(f"/{server_settings.FOLDER}/{old}/")
        assert (status, headers["location"]) == (301, f"/{server_settings.FOLDER}/{new}")


def test_what_the_web_asks_for(host: Host) -> None:
    """The manifest and the pictures have their types, or no phone takes them."""
    for path, kind in (
        ("manifest.webmanifest", hosting.MANIFEST_TYPE),
        ("assets/icons/icon-192.png", "image/png"),
        ("assets/social/beranda.png", "image/png"),
        ("robots.txt", "text/plain"),
    ):
        status, headers, body = host.get(f"/{server_settings.FOLDER}/{path}")
        assert (status, headers["content-type"].partition(";")[0]) == (200, kind)
        assert body == (host.root / server_settings.FOLDER / path).read_bytes()
    assert host.get(f"/{server_settings.FOLDER}/_redirects")[0] == 404


def test_load(host: Host, tmp_path: Path) -> None:
    """Two cores serve pages by the thousand, all right: the server and who asks share them."""
    assert shutil.which("wrk"), "wrk is missing: make browsers installs it"
    paths = ", ".join(f'"{address}"' for address in addresses(host.root))
    script = tmp_path / "pages.lua"
    script.write_text(
        f"local pages, at = {{{paths}}}, 0\n"
        "request = function() at = at % #pages + 1\n"
        'return wrk.format("GET", pages[at], {["Accept-Encoding"] = "gzip"}) end\n'
    )
    best = 0.0
    for _ in range(2):  # other work on the same cores may take one turn away
        run = subprocess.run(
            ["wrk", "-t1", "-c16", "-d2s", "-s", str(script), f"http://127.0.0.1:{host.port}/"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "Non-2xx" not in run.stdout, run.stdout
        assert "Socket errors" not in run.stdout, run.stdout
        found = re.search(r"Requests/sec:\s+([\d.]+)", run.stdout)
        assert found, run.stdout
        best = max(best, float(found[1]))
        if best >= PAGES_A_SECOND:
            break
    print(f"{host.name}: {best:.0f} pages a second")
    assert best >= PAGES_A_SECOND


def test_headers_file_names_each_file_once(root: Path) -> None:
    """For Netlify and Cloudflare every file has one lifetime, and hashed files have the long one; few enough rules."""
    site = root / server_settings.FOLDER
    blocks = [
        block.split("\n")
        for block in hosting.netlify(site, "https://contoh.example/x/").strip().split("\n\n")
    ]
    assert len(blocks) <= 100
    assert "  Content-Security-Policy: " + hosting.policy(site) in blocks[0]
    assert ["/x/manifest.webmanifest", f"  Content-Type: {hosting.MANIFEST_TYPE}"] in blocks
    rules = [(block[0], line) for block in blocks for line in block if "Cache-Control" in line]
    for path in sorted(site.rglob("*")):
        if (
            path.is_dir()
            or path.suffix in (".gz", ".br")
            or path.name in ("_headers", "_redirects", "sitemap.xml", "sitemap.xml.gz")
        ):
            continue
        address = f"/x/{path.relative_to(site).as_posix()}".removesuffix("index.html")
        fits = [line for rule, line in rules if re.fullmatch(re.escape(rule).replace(r"\*", ".*"), address)]
        wanted = hosting.NEVER_CHANGES if re.search(hosting.HASHED, path.name) else hosting.PAGES
        assert fits == [f"  Cache-Control: {wanted}"], (address, fits)
    assert (site / "_headers").read_text() == hosting.netlify(site, "http://127.0.0.1:8000/").replace(
        "\n/unduh/nomor-kpj.html", ""
    )


def test_committed_settings_are_those_of_the_site(root: Path) -> None:
    """docs-maintainer/hosting is what `python -m publish.tools.hosting` writes, and its README holds the costs."""
    site, folder = root / server_settings.FOLDER, ROOT / "docs-maintainer/hosting"
    assert (folder / "nomor-kpj-nginx.conf").read_text() == server_settings.nginx(site)
    assert (folder / "Caddyfile").read_text() == server_settings.caddy(site)
    rows = [line.split("|")[1] for line in reader_costs.table(site).split("\n") if line.startswith("| ")]
    assert all(row in (folder / "README.md").read_text() for row in rows)


def test_costs_grow_with_what_is_opened(root: Path) -> None:
    """A second page costs less than the first, because what they share is there already."""
    site, known = root / server_settings.FOLDER, set[Path]()
    first, second = (reader_costs.page(site, name, known) for name in ("", "metode/hrd"))
    assert 10_000 < second + 10_000 < first < 75_000


def test_a_quote_in_a_header_is_refused() -> None:
    """A value that would end its own quotes never reaches a server's settings."""
    with pytest.raises(ValueError, match="ganda"):
        server_settings.quoted('a"b')


def test_workflow_pins_what_it_uses() -> None:
    """The ready workflow names every action by its full version and only builds and deploys."""
    text = (ROOT / "docs-maintainer/hosting/github-pages.yml").read_text()
    used = re.findall(r"uses: (\S+)", text)
    assert len(used) == 6
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", one) for one in used)
    assert re.findall(r"run: (.*)", text) == ["make build"]
