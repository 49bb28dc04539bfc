"""Asks a host for files as a browser does: packed, over kept connections, following where the host leads."""

from __future__ import annotations

import gzip
import http.client
import ssl
import zlib
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

PATIENCE = 20
"""Seconds without a byte after which a request is given up."""
MOST = 4
"""How often a host may lead on."""
WHY = (
    (ssl.SSLCertVerificationError, "sertifikat HTTPS-nya ditolak"),
    (TimeoutError, "tidak ada jawaban"),
    (ConnectionRefusedError, "tidak ada server di situ"),
    (OSError, "alamatnya tidak ditemukan atau sambungannya putus"),
    (http.client.HTTPException, "jawabannya bukan HTTP, atau putus di tengah"),
)


class Answer(NamedTuple):
    """What a host sent: the body unpacked; status 0, and the reason in `why`, when nothing came."""

    status: int
    headers: dict[str, str]
    body: bytes
    url: str
    why: str = ""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")

    def header(self, name: str) -> str:
        """Return a header's value, "" when it was not sent."""
        return self.headers.get(name.lower(), "")


class Visitor:
    """Requests to one host, from any number of threads; what is open is kept, until `close`."""

    def __init__(self, address: str) -> None:
        """Take the address whose host is asked."""
        self.address = address
        self.host = urlsplit(address)
        self.free: list[http.client.HTTPConnection] = []

    def connection(self) -> http.client.HTTPConnection:
        """Return a connection that nobody uses."""
        try:
            return self.free.pop()
        except IndexError:
            kind = http.client.HTTPSConnection if self.host.scheme == "https" else http.client.HTTPConnection
            return kind(self.host.netloc, timeout=PATIENCE)

    def close(self) -> None:
        """Close what is open."""
        for connection in self.free:
            connection.close()

    def get(self, path: str, *, follow: bool = True, packing: str = "gzip") -> Answer:
        """Return the answer to a path from the address; one on the same host is followed, unless told not to."""
        url = urljoin(self.address, path)
        for _ in range(MOST):
            answer = self.once(url, packing)
            to = urlsplit(urljoin(url, answer.header("location")))
            here = (to.scheme, to.netloc) == (self.host.scheme, self.host.netloc)
            if not (follow and 300 <= answer.status < 400 and here):
                break
            url = to.geturl()
        return answer

    def once(self, url: str, packing: str) -> Answer:
        """Return the answer to a URL; a kept connection that the host has closed meanwhile is made anew."""
        parts = urlsplit(url)
        target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        why = ""
        for _ in range(2):
            connection = self.connection()
            try:
                connection.request("GET", target, headers={"Accept-Encoding": packing})
                answer = connection.getresponse()
                body = answer.read()
                headers = {name.lower(): value for name, value in answer.getheaders()}
                self.free.append(connection)
                return Answer(answer.status, headers, unpacked(body, headers), url)
            except (OSError, http.client.HTTPException) as error:
                why = next(words for kind, words in WHY if isinstance(error, kind))
                connection.close()
                if isinstance(error, TimeoutError | ssl.SSLError):
                    break
        return Answer(0, {}, b"", url, why)


def unpacked(body: bytes, headers: dict[str, str]) -> bytes:
    """Return a body as it was before its packing; one that is damaged stays as it came."""
    if headers.get("content-encoding") != "gzip":
        return body
    try:
        return gzip.decompress(body)
    except (OSError, EOFError, zlib.error):
        return body
