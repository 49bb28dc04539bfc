"""The reference pictures: how they are taken, kept and compared. `make screens-accept` writes them anew, and the README's.

They show few screens, in a typeface that every machine of the tests has. They are kept at half size, and compared
cell by cell by the mean of each: another version of the browser draws the edges of letters otherwise, and nothing more.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests import ROOT
from tests.support import built, engines
from tests.support.server import serve

FOLDER = ROOT / "tests" / "browser" / "accepted"
SIZES = ((360, 740), (1366, 768))
PALETTES = ("light", "dark")
SCREENS = {
    "beranda": ("", ""),
    "tabel": ("panduan/bandingkan-cara/", "article table"),
    "pertanyaan": ("mulai/#jawab.tidak-ada", "[data-part=step] h2"),
    "rencana": ("mulai/#jawab.tidak-ada.tutup.ya", "[data-part=step] h2"),
    "nik": ("mulai/", "[data-part=result] .verdict"),
}
"""A page or a step of the flow, and what stands at the top of the screen."""
STILL = """* { caret-color: transparent !important; font-family: "DejaVu Sans", sans-serif !important; transition: none !important; }
.page-foot { visibility: hidden !important; }"""
"""One typeface for all machines; the foot has dates, which change with every fact."""
DAY = "2026-01-15T12:00:00+07:00"
NIK = "3101991708450001"
CELL, APART, SHARE = 8, 14, 0.0025
"""Pixels of half a picture that make a cell; how far apart two cells are that differ, of 255; how many of all may."""

README = ROOT / "docs-maintainer" / "layar.webp"
SHOWN = (("beranda", "light"), ("rencana", "light"), ("beranda", "dark"))
"""What the README shows of them, side by side, on a phone."""
BESIDE = """async (shots) => {
  const images = await Promise.all(shots.map(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  }));
  const gap = 8, canvas = new OffscreenCanvas(images.reduce((sum, one) => sum + one.width + gap, -gap), images[0].height), pen = canvas.getContext("2d");
  images.reduce((at, one) => { pen.drawImage(one, at, 0); return at + one.width + gap; }, 0);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}"""
SHRINK = """async (data) => {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width / 2, image.height / 2), pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.6 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}"""
COMPARE = """async ([before, after, cell, apart]) => {
  const drawn = async (data) => {
    const image = new Image();
    image.src = `data:image/webp;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height);
  };
  const [one, other] = [await drawn(before), await drawn(after)];
  if (one.width !== other.width || one.height !== other.height) return { share: 1, places: ["the size"] };
  const across = Math.ceil(one.width / cell), down = Math.ceil(one.height / cell), sums = new Float64Array(across * down * 3), counts = new Uint32Array(across * down);
  for (let y = 0, at = 0; y < one.height; y += 1)
    for (let x = 0; x < one.width; x += 1, at += 4) {
      const which = Math.floor(y / cell) * across + Math.floor(x / cell);
      counts[which] += 1;
      for (let colour = 0; colour < 3; colour += 1) sums[which * 3 + colour] += one.data[at + colour] - other.data[at + colour];
    }
  const places = [];
  counts.forEach((count, which) => {
    if ([0, 1, 2].some((colour) => Math.abs(sums[which * 3 + colour]) / count > apart)) places.push(`${(which % across) * cell * 2},${Math.floor(which / across) * cell * 2}`);
  });
  return { share: places.length / counts.length, places: places.slice(0, 12) };
}"""


def take(
    browser: Browser,
    origin: str,
    screens: Iterable[str] = SCREENS,
    style: str = STILL,
    shots: dict[str, str] | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield (name, picture as WebP in base64) of screens, in every size and palette; `shots` gets them as PNG, unshrunk."""
    context = browser.new_context(locale="id-ID", reduced_motion="reduce", bypass_csp=True)
    context.add_init_script("Object.defineProperty(navigator, 'serviceWorker', { value: undefined });")
    page, desk = context.new_page(), context.new_page()
    page.clock.set_fixed_time(DAY)
    for screen in screens:
        address, top = SCREENS[screen]
        page.goto("about:blank")
        page.goto(f"{origin}/{address}")
        page.add_style_tag(content=style)
        if address.startswith("mulai"):
            page.wait_for_selector('[data-helper][data-state="ready"]')
        if screen == "nik":
            page.fill("#nik", NIK)
            page.press("#nik", "Enter")
            page.wait_for_selector(f"{top}:focus")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            for palette in PALETTES:
                page.emulate_media(color_scheme=palette)  # type: ignore[arg-type]  # it is of its literals
                if top:
                    page.locator(top).first.evaluate(
                        "e => { scrollTo(0, 0); e.scrollIntoView(); if (!parseFloat(getComputedStyle(e).scrollMarginTop)) scrollBy(0, -80); }"
                    )
                shot = base64.b64encode(page.screenshot()).decode()
                if shots is not None:
                    shots[f"{screen}.{width}.{palette}"] = shot
                yield f"{screen}.{width}.{palette}.webp", str(desk.evaluate(SHRINK, shot))
    context.close()


def differs(page: Page, name: str, picture: str) -> dict[str, Any]:
    """Return the share of cells that are not as accepted, and where some of them are."""
    kept = base64.b64encode((FOLDER / name).read_bytes()).decode()
    found: dict[str, Any] = page.evaluate(COMPARE, [kept, picture, CELL, APART])
    return found


def main() -> None:
    """Build the site, take the pictures, and accept them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built.build(Path(folder))
        browser = engines.launch("chromium")
        with serve(Path(folder)) as server:
            shots: dict[str, str] = {}
            taken = dict(take(browser, server.origin, shots=shots))
        beside = browser.new_page().evaluate(
            BESIDE, [shots[f"{name}.360.{palette}"] for name, palette in SHOWN]
        )
        README.write_bytes(base64.b64decode(beside))
        browser.close()
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    for name, picture in taken.items():
        (FOLDER / name).write_bytes(base64.b64decode(picture))
    size = sum(path.stat().st_size for path in FOLDER.iterdir()) // 1000
    print(f"{len(taken)} gambar acuan ditulis ke {FOLDER.relative_to(ROOT)}/ ({size} KB).")


if __name__ == "__main__":
    main()
