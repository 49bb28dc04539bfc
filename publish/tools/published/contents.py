"""Whether what the host gives is, byte for byte, what its version names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from publish.content import addresses
from publish.site import service_worker
from publish.tools.published import brotli
from publish.tools.published.finding import Finding, some
from publish.tools.published.visit import Visit

CHANGED_BY = ("/cdn-cgi/", "rocket-loader", "cloudflareinsights")
"""What Cloudflare's rewriting leaves in a page."""


def problems(visit: Visit) -> Iterator[Finding]:
    """Yield what is missing, changed, or not led on."""
    yield from files(visit)
    yield from summed(visit)
    yield from not_there(visit)
    yield from moved(visit)


def files(visit: Visit) -> Iterator[Finding]:
    """Yield what a service worker could not take: then nobody can keep the guide."""
    missing, stale, rewritten, changed = set(), set(), set(), set()
    for path, hashed in visit.version.files.items():
        if path in visit.version.optional:
            continue
        answer = visit.answers[path]
        if answer.status != 200:
            missing.add(path)
        elif service_worker.name(answer.body) != hashed:
            if service_worker.name(visit.visitor.get(path, packing="identity").body) == hashed:
                stale.add(path)
            elif any(sign in answer.text for sign in CHANGED_BY):
                rewritten.add(path)
            else:
                changed.add(path)
    keeps = "Selama begitu, panduan tidak bisa disimpan di HP."
    if missing:
        yield Finding(f"Tidak bisa dibuka: {some(missing)}. Unggah seluruh isi site/. {keeps}")
    stale |= brotli.stale(visit) - missing - rewritten - changed
    if stale:
        yield Finding(
            f"Salinan termampat (.gz, .br) dari versi lama: {some(stale)}. Hapus semua .gz dan .br di server, lalu unggah lagi. {keeps}"
        )
    if rewritten:
        yield Finding(
            f"Cloudflare mengubah isi halaman: {some(rewritten)}. Matikan Rocket Loader dan Web Analytics otomatis. {keeps}"
        )
    if changed:
        yield Finding(
            f"Isinya bukan dari versi yang disebut sw.js: {some(changed)}. Unggah seluruh isi site/, dan kosongkan cache CDN. {keeps}"
        )


def summed(visit: Visit) -> Iterator[Finding]:
    """Yield which copies and which of Python's files do not have the sum that a page says."""
    if not visit.copies:
        yield Finding(
            "Halaman unduh/ tidak menawarkan salinan. Bangun dengan make build, lalu unggah seluruh isi site/."
        )
    wrong = {
        path
        for path, hashed in visit.sums.items()
        if hashlib.sha256(visit.answers[path].body).hexdigest() != hashed
    }
    if copies := wrong.intersection(visit.copies):
        yield Finding(
            f"Salinan tidak cocok dengan sidiknya di halaman unduh/: {some(copies)}. Unggah lagi unduh/, dan matikan pengubah isi."
        )
    if python := wrong.difference(visit.copies):
        yield Finding(
            f"Berkas Python tidak utuh: {some(python)}. Unggah lagi assets/runtime/ dan assets/whole/."
        )


def not_there(visit: Visit) -> Iterator[Finding]:
    """Yield what is wrong with the answer to an unknown address, and to one without its slash."""
    expected = visit.version.files.get(service_worker.LOST)
    if visit.lost.status != 404:
        yield Finding(
            f"Alamat yang tidak ada dijawab {visit.lost.status}, bukan 404. Atur server supaya memberi 404.html dengan status 404."
        )
    elif service_worker.name(visit.lost.body) != expected:
        yield Finding(
            "Alamat yang tidak ada tidak mendapat halaman 404 kita. Atur 404.html sebagai halaman 404 di server."
        )
    to = visit.bare.header("location")
    if not (300 <= visit.bare.status < 400 and to.endswith(f"/{visit.bare_path}")):
        yield Finding(
            f"Alamat tanpa garis miring di ujung ({visit.bare_path.rstrip('/')}) tidak diteruskan, jadi halamannya tanpa gaya. "
            "Atur server supaya menambahkannya; di Netlify: nyalakan Pretty URLs."
        )


def moved(visit: Visit) -> Iterator[Finding]:
    """Yield which old addresses lead nowhere; by a page or by the host, both will do."""
    gone = set()
    for old, new in addresses.moved().items():
        answer = visit.answers.get(f"{old}/") or visit.visitor.get(f"{old}/")
        there = f"{new}/" if new else ""
        led = (
            answer.url == f"{visit.address}{there}"
            or f'href="{"../" * (old.count("/") + 1)}{there}"' in answer.text
        )
        if answer.status != 200 or not led:
            gone.add(f"{old}/")
    if gone:
        yield Finding(
            f"Alamat lama tidak sampai ke yang baru: {some(gone)}. Unggah seluruh isi site/, juga _redirects."
        )
