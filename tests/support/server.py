"""A static server on the loopback, with a log of requests and answers, faults on purpose, and a slow line; the bench's too."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import http.server
import mimetypes
import threading
import time
import urllib.parse
from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
PIECE = 4096
TEXTS = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"}
"""What a usual host sends as gzip, where it packs; our own packed files (.bin) go as they are."""

Request = namedtuple("Request", "method target headers body")
"""What was asked: `target` with its query, `headers` as one text, `body` as text."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong with an answer; bytes count from the start of its body.

    `stall_after` and `hold` wait for `Server.release`; `drop_after` closes the connection, `gone` before any word.
    """

    status: int = 200
    type: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    change: Callable[[bytes], bytes] = bytes
    stall_after: int | None = None
    drop_after: int | None = None
    hold: bool = False
    gone: bool = False


class Line:
    """One slow line that all connections share: `kbps` kilobits a second, `rtt` seconds a round trip."""

    def __init__(self, kbps: float, rtt: float) -> None:
        self.rate, self.rtt = kbps * 125, rtt
        self.free = 0.0
        self.lock = threading.Lock()

    def carry(self, count: int) -> None:
        """Wait as long as `count` bytes take after all that was sent before."""
        with self.lock:
            now = time.monotonic()
            self.free = max(self.free, now) + count / self.rate
            wait = self.free - now
        time.sleep(wait)


@cache
def squeezed(file: Path, changed: float) -> bytes:
    """Return a file as gzip; `changed` is its time, so that a file of another time is read anew."""
    return gzip.compress(file.read_bytes(), 9, mtime=0)


class Server(http.server.ThreadingHTTPServer):
    """Serves `root`; `faults` maps a pattern of a path (as of fnmatch) to what goes wrong there.

    `folders` maps first parts of paths to other folders than those in `root`; `packed`: texts are
    sent as gzip, or as the packed sibling by Brotli where there is one.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        root: Path,
        line: Line | None = None,
        *,
        folders: Mapping[str, Path] = MappingProxyType({}),
        packed: Collection[str] = (),
        cache: str = "no-cache",
    ) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.root = root.resolve()
        self.folders = {name: folder.resolve() for name, folder in folders.items()}
        self.line, self.packed, self.cache = line, packed, cache
        self.log: list[Request] = []
        self.sent: list[tuple[str, int]] = []
        """(path, bytes of the body) of every answer that was sent whole."""
        self.faults: dict[str, Fault] = {}
        self.released = threading.Event()
        self.origin = f"http://127.0.0.1:{self.server_port}"

    def release(self) -> None:
        """Let everything go on that stalls or is held."""
        self.released.set()

    def where(self) -> Path:
        """Return the folder that the next answer comes from."""
        return self.root

    def find(self, path: str) -> tuple[Path, Path]:
        """Return the folder that answers for a path, and the file that is asked for, whether it is there or not."""
        first, _, rest = path.lstrip("/").partition("/")
        root, rest = (
            (self.folders[first], rest) if first in self.folders else (self.where(), path.lstrip("/"))
        )
        file = (root / rest).resolve()
        return root, file / "index.html" if file.is_dir() else file

    def fault(self, path: str) -> Fault:
        """Return what goes wrong at a path."""
        return next((fault for pattern, fault in self.faults.items() if fnmatch(path, pattern)), Fault())

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that hangs up is no error."""


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        """Open a connection, which takes a round trip itself."""
        super().setup()
        if self.server.line:
            time.sleep(self.server.line.rtt)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the log is a list."""

    def do_GET(self) -> None:
        """Answer from the files."""
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size).decode("utf-8", "replace")
        self.server.log.append(Request(self.command, self.path, str(self.headers), body))
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        fault = self.server.fault(path)
        if fault.gone:
            self.close_connection = True
            return
        root, file = self.server.find(path)
        status = fault.status
        if root not in file.parents or not file.is_file():
            file, status = root / "404.html", 404
        kind = fault.type or TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        content = file.read_bytes() if file.is_file() else b""
        sibling = file.with_name(f"{file.name}.br")
        if "br" in self.server.packed and content and sibling.is_file():
            fault = replace(fault, headers={"Content-Encoding": "br", **fault.headers})
            content = sibling.read_bytes()
        elif "gzip" in self.server.packed and content and file.suffix in TEXTS:
            fault = replace(fault, headers={"Content-Encoding": "gzip", **fault.headers})
            content = squeezed(file, file.stat().st_mtime)
        if self.server.packed and content:  # as every real server: what a browser has is not sent again
            tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
            fault = replace(fault, headers={"ETag": tag, **fault.headers})
            if self.headers.get("If-None-Match") == tag:
                status, content = 304, b""
        self.answer(status, kind or "application/octet-stream", fault.change(content), fault)

    do_HEAD = do_POST = do_PUT = do_GET

    def answer(self, status: int, kind: str, body: bytes, fault: Fault) -> None:
        """Send an answer, as slowly and as badly as it is to be."""
        if fault.hold:
            self.server.released.wait()
        if self.server.line:
            time.sleep(self.server.line.rtt)
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": self.server.cache}
        for name, value in (headers | fault.headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        stops = (fault.stall_after, fault.drop_after)
        first = next((stop for stop in stops if stop is not None), len(body))
        if self.send(body[:first]) and first == len(body):
            self.server.sent.append((urllib.parse.urlsplit(self.path).path, first))
        if fault.drop_after is not None:
            self.close_connection = True
        elif fault.stall_after is not None:
            self.server.released.wait()
            self.send(body[first:])

    def send(self, body: bytes) -> bool:
        """Send bytes at the pace of the line; return whether nobody hung up meanwhile."""
        with contextlib.suppress(ConnectionError):
            if not self.server.line:
                self.wfile.write(body)
                return True
            for start in range(0, len(body), PIECE):
                piece = body[start : start + PIECE]
                self.server.line.carry(len(piece))
                self.wfile.write(piece)
            return True
        return False


@contextlib.contextmanager
def running[S: Server](server: S) -> Iterator[S]:
    """Let a server answer while the context lasts."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.release()
        server.shutdown()
        server.server_close()
        thread.join()


def serve(root: Path, line: Line | None = None) -> contextlib.AbstractContextManager[Server]:
    """Serve a folder while the context lasts."""
    return running(Server(root, line))
