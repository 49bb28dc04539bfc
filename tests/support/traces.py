"""Where typed digits could be left: what a page can read of its browser, and what the browser writes to disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

WRONG, RIGHT = "310199530792003", "3101995307920038"
"""Of nobody, and on no page of the guide: what a page shows is in the cache of a browser, rightly."""
LEAK = RIGHT[:9]
"""Enough of the digits to know them by; what is typed begins with it each time."""
PLANTED = "kontrol-88277166"
"""What a test leaves in storage on purpose: where this is not found on disk, nothing would be."""

SPY = """
window.spied = [];
const keep = (...all) => { spied.push(all.map(String).join(" ")); };
for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = keep;
for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) addEventListener(name, (event) => keep(name, event.message || event.reason || event.blockedURI));
window.print = () => keep("print");
navigator.sendBeacon = (...all) => { keep("beacon", ...all); return true; };
for (const name of ["share"]) Object.defineProperty(navigator, name, { configurable: true, value: async (data) => keep(name, JSON.stringify(data)) });
return true;
"""
"""Keeps what the page says, sends or prints; runs before anything is typed."""

LOOK = """
if (window.traces !== undefined) return window.traces;
window.traces = null;
(async () => {
  const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
  all.push(JSON.stringify(history.state), location.href, window.name, document.referrer, document.title);
  for (const { name, version } of (await indexedDB.databases?.()) || []) all.push(`database ${name} ${version}`);
  for (const key of await caches.keys())
    for (const request of await (await caches.open(key)).keys()) all.push(`cache ${key} ${request.url}`);
  for (const found of await navigator.serviceWorker.getRegistrations()) all.push(`worker ${found.scope}`);
  all.push(...performance.getEntries().map((entry) => entry.name), ...(window.spied || []));
  window.traces = all;
})().catch((error) => { window.traces = [`failed ${error}`]; });
return null;
"""
"""Asked until it answers: a page may still be leaving when it is asked first."""

ESCAPES = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
add("script", { textContent: "window.escaped = 1" });
add("script", { src: "https://example.org/a.js" });
add("img", { src: "https://example.org/a.png" });
add("iframe", { src: "https://example.org/" });
fetch("https://example.org/").then(() => { window.escaped = 2; }, () => {});
const form = Object.assign(document.createElement("form"), { action: "https://example.org/", method: "post", target: "_blank" });
document.body.append(form);
try { form.submit(); } catch {} // Firefox throws
return true;
"""
"""Tries each way out that a page has; `refused` names the directives that stopped it."""
REFUSED = {"connect-src", "form-action", "frame-src", "img-src", "script-src-elem"}


def of(driver: Any) -> list[str]:
    """Return the traces that a page of a Driver (tests/support/drivers) can read now."""
    driver.js("delete window.traces")
    found: list[str] = driver.until(LOOK)
    assert not found[0].startswith("failed"), found
    return found


def blocks(raw: bytes) -> bytes:
    """Return an LZ4 block without its compression: Firefox keeps its session so."""
    out, at = bytearray(), 0

    def size(count: int) -> int:
        nonlocal at
        while count >= 15 and raw[at] == 255:
            count, at = count + 255, at + 1
        if count >= 15:
            count, at = count + raw[at], at + 1
        return count

    while at < len(raw):
        token = raw[at]
        at += 1
        literals = size(token >> 4)
        out += raw[at : at + literals]
        at += literals
        if at >= len(raw):
            break
        back = int.from_bytes(raw[at : at + 2], "little")
        at += 2
        for _ in range(size(token & 15) + 4):
            out.append(out[-back])
    return bytes(out)


def contents(file: Path) -> Iterator[bytes]:
    """Yield what a file holds, as it is and unpacked."""
    raw = file.read_bytes()
    yield raw
    if raw.startswith(b"mozLz40\0"):
        yield blocks(raw[12:])


def on_disk(home: Path, text: str) -> tuple[list[Path], list[str]]:
    """Return the files under a folder, and the names of those that hold a text in UTF-8 or UTF-16."""
    files = [file for file in home.rglob("*") if file.is_file() and not file.is_symlink()]
    forms = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
    found = []
    for file in files:
        try:
            held = [form for content in contents(file) for form in forms if form in content]
        except OSError:
            continue  # gone meanwhile
        if held:
            found.append(file.relative_to(home).as_posix())
    return files, found
