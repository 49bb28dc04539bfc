"""A server on a line of given width and length, so that every engine is held to the same line."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

CHUNK = 4096
SQUEEZED = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".wasm", ".zip", ".xml"}
"""What a usual host sends as gzip; our own packed files (.bin) go as they are."""


class Line(NamedTuple):
    """`bits`: bits a second for all connections together (0: no limit); `trip`: seconds there and back."""

    name: str
    bits: int = 0
    trip: float = 0


class Link:
    """The one wire that all connections share."""

    def __init__(self) -> None:
        self.line = Line("")
        self.free = 0.0
        self.lock = threading.Lock()

    def wait(self, size: int) -> None:
        """Return when `size` bytes have gone through the wire."""
        if not self.line.bits:
            return
        with self.lock:
            self.free = max(self.free, time.monotonic()) + size * 8 / self.line.bits
            until = self.free
        time.sleep(max(0.0, until - time.monotonic()))


@cache
def body(path: Path) -> tuple[bytes, bool]:
    """Return what is sent for a file, and whether it is gzip."""
    content = path.read_bytes()
    return (gzip.compress(content, 9, mtime=0), True) if path.suffix in SQUEEZED else (content, False)


class Handler(BaseHTTPRequestHandler):
    """Answers from folders, through the link."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        super().setup()
        time.sleep(self.server.link.line.trip)  # the connection itself

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that was closed
            super().handle()

    def do_GET(self) -> None:
        address = self.path.partition("?")[0]
        path = self.server.find(address)
        time.sleep(self.server.link.line.trip)
        content, squeezed = body(path) if path else (b"", False)
        self.send_response(200 if path else 404)
        self.send_header("Content-Type", mimetypes.guess_type(str(path))[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for at in range(0, len(content), CHUNK):
            part = content[at : at + CHUNK]
            self.server.link.wait(len(part))
            try:
                self.wfile.write(part)
            except OSError:
                return
        self.server.sent.append((address, len(content)))

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Serves folders by first path part; `sent` holds (address, bytes) of every answer."""

    daemon_threads = True

    def __init__(self, folders: Mapping[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folders, self.link = folders, Link()
        self.sent: list[tuple[str, int]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def find(self, address: str) -> Path | None:
        """Return the file of an address, None when there is none."""
        first, _, rest = address.lstrip("/").partition("/")
        folder = self.folders.get(first)
        if folder is None:
            return None
        path = folder / rest
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() else None
