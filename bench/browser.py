"""One visit to a page in Chromium: how long until Python's first answer, and what it cost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.rows import Pace
from bench.slow import renderers, slowed
from tests.support.server import Line, Server

LIMIT = 240_000
"""ms after which a visit counts as failed."""
SPY = """
window.heap = 0;
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    window.spied = this;
    this.addEventListener("message", ({ data }) => { if (data.heap) window.heap = data.heap; });
  }
};
new PerformanceObserver((list) => { window.lcp = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
"""
READY = "() => performance.getEntriesByName('helper:ready').length"
TIME = "() => performance.getEntriesByName('helper:ready')[0].startTime"
CHECKS = """async () => {
  if (!window.spied || !window.heap) return 0;
  const times = [];
  for (let id = 1000; id < 1060; id += 1) {
    const start = performance.now();
    await new Promise((done, failed) => {
      setTimeout(failed, 10000, "no answer");
      spied.addEventListener("message", done, { once: true });
      spied.postMessage({ request: JSON.stringify({ id, op: "check", text: "3101991708450001", today: "2026-11-22" }) });
    });
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[30];
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


def visit(
    context: BrowserContext, server: Server, address: str, pace: Pace | None, rate: float
) -> dict[str, float]:
    """Return figures of one visit: `ready` and `lcp` (ms from navigation), `heap` (bytes), `check` (ms).

    A page whose worker does not tell its heap has neither `heap` nor `check`.
    """
    browser = context.browser
    assert browser
    page = context.new_page()
    page.add_init_script(SPY)
    try:
        page.goto(f"{server.origin}/blank/")  # the same process then shows the page that is measured
        server.line = Line(*pace) if pace else None
        with slowed(renderers(browser), rate):
            page.goto(address, wait_until="commit")
            page.wait_for_function(READY, timeout=LIMIT)
            ready = page.evaluate(TIME)
        server.line = None
        page.wait_for_timeout(300)
        lcp, heap = page.evaluate("[window.lcp || 0, window.heap]")
        figures = {"ready": ready, "lcp": lcp, "heap": heap, "check": page.evaluate(CHECKS)}
        return figures if heap else {"ready": ready, "lcp": lcp}
    finally:
        server.line = None
        page.close()
