"""Stand-ins of the hosts that the guide has recipes for, each by the rules that the host has written down.

GitHub Pages: docs.github.com/pages. Netlify: docs.netlify.com/manage/routing (headers, redirects).
Cloudflare Pages: developers.cloudflare.com/pages/configuration (serving-pages, headers, redirects) and its
limits. Slashes: github.com/slorber/trailing-slash-guide, which has tried all of them.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import re
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

GITHUB, NETLIFY, CLOUDFLARE = "GitHub.com", "Netlify", "cloudflare"
HOSTS = (GITHUB, NETLIFY, CLOUDFLARE)
LARGEST, FILES, RULES, LINE = 25 << 20, 20_000, 100, 2000
"""What Cloudflare takes: bytes of a file, files, rules of `_headers`, characters of a line there."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".zip": "application/zip",
    ".webmanifest": "application/manifest+json",
}
PACKED = re.compile("text/|javascript|xml|json")


@dataclass
class Reply:
    """What is sent."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


@dataclass
class Host:
    """A host with the files that were uploaded to it; `spoil` may change every reply."""

    name: str
    root: Path
    base: str = "/"
    """The path under which the root is served: on GitHub Pages the name of the repository."""
    spoil: Callable[[str, Reply], None] = lambda path, reply: None
    rules: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    led: dict[str, tuple[str, int]] = field(default_factory=dict)
    address: str = ""

    def __post_init__(self) -> None:
        """Take what was uploaded, as the host does: with its limits, and its own files read."""
        if self.name == GITHUB:
            return
        text = self.read("_headers")
        for block in text.strip().split("\n\n") if text else []:
            path, *lines = block.splitlines()
            self.rules.append((path, dict(line.strip().split(": ", 1) for line in lines)))
        sizes = [path.stat().st_size for path in self.root.rglob("*") if path.is_file()]
        if self.name == CLOUDFLARE:
            assert max(sizes) <= LARGEST
            assert len(sizes) <= FILES
            assert len(self.rules) <= RULES
            assert all(len(line) <= LINE for line in text.splitlines())
        for line in self.read("_redirects").splitlines():
            start, to, status = line.split()
            self.led[start] = (to, int(status))

    def read(self, name: str) -> str:
        """Return the text of a file of the root, "" when it is not there."""
        path = self.root / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def file(self, path: str) -> Path | None:
        """Return the file at a path, if there is one that the host shows."""
        found = self.root / path.lstrip("/")
        hidden = self.name != GITHUB and path in ("/_headers", "/_redirects")
        return found if found.is_file() and not hidden else None

    def reply(self, path: str) -> Reply:
        """Return the answer to a path."""
        if not path.startswith(self.base):
            return Reply(404, {"Content-Type": TYPES[".html"]}, b"not found")
        inner = path.removeprefix(self.base.rstrip("/"))
        reply = self.led_on(inner) or self.found(inner) or self.lost(inner)
        reply.headers = {"Server": self.name, **reply.headers, **self.sent(inner)}
        self.spoil(inner.lstrip("/"), reply)
        return reply

    def led_on(self, path: str) -> Reply | None:
        """Return a redirect of `_redirects`: Cloudflare's come first, Netlify's only where there is no file."""
        if path not in self.led or (self.name == NETLIFY and self.file(f"{path}index.html")):
            return None
        to, status = self.led[path]
        return Reply(status, {"Location": to})

    def found(self, path: str) -> Reply | None:
        """Return a file, or a redirect to the address that the host wants it to have."""
        base = self.base.rstrip("/")
        if path.endswith("/"):
            page = self.file(f"{path}index.html")
            return self.shown(page) if page else None
        if page := self.file(path):
            if self.name == CLOUDFLARE and path.endswith(".html"):
                return Reply(308, {"Location": base + path.removesuffix(".html").removesuffix("index")})
            return self.shown(page)
        if page := self.file(f"{path}.html"):
            return self.shown(page)
        if self.file(f"{path}/index.html"):
            return Reply(308 if self.name == CLOUDFLARE else 301, {"Location": f"{base}{path}/"})
        return None

    def lost(self, path: str) -> Reply:
        """Return the 404 page: of the root, on Cloudflare the nearest one."""
        folders = (
            [path.rsplit("/", up)[0] for up in range(1, path.count("/") + 1)]
            if self.name == CLOUDFLARE
            else [""]
        )
        page = next((page for folder in folders if (page := self.file(f"{folder}/404.html"))), None)
        if not page:
            return Reply(404, {"Content-Type": TYPES[".html"]}, b"not found")
        return Reply(404, self.shown(page).headers, page.read_bytes())

    def shown(self, path: Path) -> Reply:
        """Return a file with what the host says of it by itself."""
        kind = TYPES.get(path.suffix, "application/octet-stream")
        control = "max-age=600" if self.name == GITHUB else "public, max-age=0, must-revalidate"
        return Reply(200, {"Content-Type": kind, "Cache-Control": control}, path.read_bytes())

    def sent(self, path: str) -> dict[str, str]:
        """Return the headers of `_headers` for a path: of all rules that fit, one name's values joined."""
        found: dict[str, str] = {}
        for rule, lines in self.rules:
            if re.fullmatch(re.escape(rule).replace(r"\*", ".*"), path):
                for name, value in lines.items():
                    found[name] = f"{found[name]}, {value}" if name in found else value
        return found


@functools.lru_cache(maxsize=256)
def packed(body: bytes) -> bytes:
    """Return a body packed; hosts keep what they have packed, too."""
    return gzip.compress(body, 1)


class Handler(http.server.BaseHTTPRequestHandler):
    """Sends what the host replies, packed where the host packs."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def version_string(self) -> str:
        """Return nothing: the host names itself."""
        return ""

    def do_GET(self) -> None:
        """Answer."""
        reply = self.server.host.reply(urllib.parse.urlsplit(self.path).path)
        body = reply.body
        packs = PACKED.search(reply.headers.get("Content-Type", "")) and "X-Plain" not in reply.headers
        if packs and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = packed(body)
            reply.headers["Content-Encoding"] = "gzip"
        self.send_response_only(reply.status)
        for name, value in {**reply.headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """A server of one host."""

    daemon_threads = True
    host: Host


@contextlib.contextmanager
def running(make: Callable[[str], Host]) -> Iterator[Host]:
    """Serve what `make` makes of the server's origin, while the context lasts."""
    with Server(("127.0.0.1", 0), Handler) as server:
        origin = f"http://127.0.0.1:{server.server_port}"
        server.host = host = make(origin)
        host.address = host.address or f"{origin}{host.base}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()
