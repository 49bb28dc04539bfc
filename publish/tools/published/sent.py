"""Whether what comes with the files is right: types, lifetimes, security headers, packing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from publish.site import compress, csp, headers
from publish.tools.published.finding import Finding, some
from publish.tools.published.visit import Visit
from publish.tools.published.visitor import Answer

TYPES = {
    "": r"text/html(; *charset=utf-8)?",
    ".html": r"text/html(; *charset=utf-8)?",
    ".js": r"(text|application)/javascript.*",
    ".css": r"text/css.*",
    ".svg": r"image/svg\+xml.*",
    ".png": r"image/png",
    ".bin": r"application/octet-stream",
    ".zip": r"application/(zip|x-zip-compressed)",
    ".txt": r"text/plain.*",
    ".xml": r"(text|application)/xml.*",
    ".webmanifest": r"application/manifest\+json.*",
}
SHORT, LONG = 600, 31536000
"""Seconds: the most for a file whose name stays, the least for one that has its hash in its name."""
AGE = re.compile(r"(?:^|[\s,])(s-maxage|max-age)=(\d+)")
RULES = "Pakai aturan di docs-maintainer/hosting/, atau unggah juga _headers."
GITHUB = "GitHub Pages tidak bisa mengirim kepala sendiri"


def problems(visit: Visit) -> Iterator[Finding]:
    """Yield what comes with the files and should not, or does not and should."""
    came = {path: answer for path, answer in visit.answers.items() if answer.status == 200} | {
        "sw.js": visit.worker
    }
    yield from types(came)
    yield from lifetimes(visit, came)
    yield from security(visit)
    yield from copies(visit)
    plain = {
        path
        for path in (*visit.version.files, *visit.copies)
        if (answer := came.get(path))
        and suffix(path) in compress.TEXT | {""}
        and len(answer.body) >= 4 * compress.LEAST
        and answer.header("content-encoding") != "gzip"
    }
    if plain:
        yield Finding(
            f"Dikirim tanpa dimampatkan, jadi memakan kuota pembaca: {some(plain)}. Nyalakan gzip di server."
        )


def suffix(path: str) -> str:
    """Return the ending of a path's name; "" for a page."""
    return "" if path.endswith("/") else PurePosixPath(path).suffix


def types(came: dict[str, Answer]) -> Iterator[Finding]:
    """Yield which types are wrong, each ending once."""
    wrong: dict[str, str] = {}
    for path, answer in came.items():
        kind = answer.header("content-type").lower()
        if not re.fullmatch(TYPES[suffix(path)], kind):
            wrong.setdefault(suffix(path), f"{path or 'halaman awal'} dikirim sebagai “{kind}”")
    for ending, words in wrong.items():
        yield Finding(
            f"Jenis berkas salah: {words}. Atur jenis untuk {ending or 'halaman'} di server. {RULES}"
        )


def lifetime(answer: Answer) -> int | None:
    """Return the most seconds that any cache keeps an answer; None when the host does not say."""
    control = answer.header("cache-control")
    if "no-store" in control or "no-cache" in control:
        return 0
    return max((int(count) for _, count in AGE.findall(control)), default=None)


def lifetimes(visit: Visit, came: dict[str, Answer]) -> Iterator[Finding]:
    """Yield what is kept too long, or what could be kept and is not."""
    long, silent, short = {}, set(), set()
    for path, answer in came.items():
        seconds = lifetime(answer)
        if headers.HASHED_NAME.search(path):
            if (seconds or 0) < LONG:
                short.add(path)
        elif seconds is None:
            silent.add(path)
        elif seconds > SHORT:
            long[path] = seconds
    if "sw.js" in long:
        yield Finding(
            f"sw.js disimpan {long.pop('sw.js')} detik, jadi versi baru terlambat sampai. Batasi sampai 5 menit. {RULES}"
        )
    if long:
        yield Finding(
            f"Disimpan terlalu lama (sampai {max(long.values())} detik): {some(long)}. Pembaca melihat isi lama. {RULES}"
        )
    if silent:
        yield Finding(f"Masa simpan tidak disebut (Cache-Control): {some(silent)}. {RULES}")
    if short:
        if visit.github:
            yield Finding(f"{GITHUB}: berkas Python disimpan 10 menit saja, bukan setahun.", wrong=False)
        else:
            yield Finding(
                f"Diunduh ulang padahal tidak berubah: {some(short)}. Beri masa simpan setahun. {RULES}"
            )


def security(visit: Visit) -> Iterator[Finding]:
    """Yield which security headers are missing, and where the host's policy stops our own scripts."""
    pages, missing, stopped = visit.pages(), dict[str, set[str]](), set()
    secure = visit.address.startswith("https:")
    wanted = {
        name: value
        for name, value in headers.SECURITY.items()
        if secure or name != "Strict-Transport-Security"
    }
    for path, answer in pages.items():
        for name, value in wanted.items():
            if answer.header(name) != value:
                missing.setdefault(name, set()).add(path)
        policy = answer.header("content-security-policy")
        if not policy:
            missing.setdefault("Content-Security-Policy", set()).add(path)
        elif not set(csp.policy(answer.text).replace(";", "").split()) <= set(
            policy.replace(";", "").split()
        ):
            stopped.add(path)
    if stopped:
        yield Finding(
            f"Content-Security-Policy dari server menghalangi skrip di {some(stopped, 'halaman')}. "
            "Tulis ulang aturannya (python -m publish.tools.hosting), lalu muat ulang server."
        )
    if missing and visit.github:
        yield Finding(
            f"{GITHUB}: {', '.join(missing)} tidak ada. Content-Security-Policy tetap ada di setiap halaman.",
            wrong=False,
        )
    elif missing:
        yield Finding(f"Kepala keamanan tidak ada atau lain nilainya: {', '.join(missing)}. {RULES}")


def copies(visit: Visit) -> Iterator[Finding]:
    """Yield which copies would be shown and not saved, or be listed by search engines."""
    for name, value in headers.COPY.items():
        without = {path for path in visit.copies if not visit.answers[path].header(name).startswith(value)}
        if without and visit.github:
            yield Finding(f"{GITHUB}: salinan dikirim tanpa {name}.", wrong=False)
        elif without:
            yield Finding(f"Salinan dikirim tanpa {name} ({value}): {some(without)}. {RULES}")
