"""Ways to pack the runtime, each measured end to end in Chromium: `python -m bench.packing [--rounds 3]`.

Bytes on the wire (payload and decoder), the time to unpack alone, and the first start of the helper's page.
A later start unpacks nothing, whatever the way: the device keeps the module as it is.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench import BUILD, built, peers
from bench.browser import chromium, visit
from bench.line import Server
from bench.rows import ROWS
from bench.slow import renderers, slowed
from publish.frozen import packing
from publish.frozen.paths import ASSETS, DECODER

PLACE = 'new self["xz-decompress"].XzReadableStream(arriving)'
"""What worker.js says where bytes are unpacked; each way puts its own words there."""
STARTS = ("cold-slow", "cold-phone")
ALONE = """
onmessage = async ({ data }) => {
  const source = () => new ReadableStream({ start(feed) {
    for (let at = 0; at < data.length; at += 16384) feed.enqueue(data.slice(at, at + 16384));
    feed.close();
  } });
  const start = performance.now();
  for (const reader = unpack(source()).getReader(); !(await reader.read()).done;);
  postMessage(performance.now() - start);
};
"""
ASK = """async (name) => {
  const worker = new Worker(`/packed/${name}.js`);
  const bytes = new Uint8Array(await (await fetch(`/packed/${name}.bin`)).arrayBuffer());
  const time = await new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = failed;
    setTimeout(failed, 120000, "no end");
    worker.postMessage(bytes);
  });
  worker.terminate();
  return time;
}"""
PUSHED = """
const pushed = (make) => (packed) => {
  let unpacker;
  return packed.pipeThrough(new TransformStream({
    start(out) { unpacker = make((bytes) => out.enqueue(bytes)); },
    transform(bytes) { unpacker(bytes); },
  }));
};
"""
"""A stream from a decoder that is handed bytes and hands bytes on."""


class Way(NamedTuple):
    """`pack` returns the payload; `script` the decoder: a function `unpack`, stream to stream."""

    pack: Callable[[bytes], bytes]
    script: Callable[[Path], str]


def piped(*command: str) -> Callable[[bytes], bytes]:
    return lambda raw: (
        subprocess.run(command, input=raw, stdout=subprocess.PIPE, check=True, timeout=300).stdout
    )


def with_zstd(packages: Path) -> str:
    code = (packages / "fzstd/umd/index.js").read_text(encoding="utf-8")
    make = "(give) => { const inner = new fzstd.Decompress(give); return (bytes) => inner.push(bytes); }"
    return f"{code}\n{PUSHED}const unpack = pushed({make});"


def with_xz(_: Path) -> str:
    return (
        DECODER.read_text(encoding="utf-8")
        + '\nconst unpack = (packed) => new self["xz-decompress"].XzReadableStream(packed);'
    )


def with_brotli(packages: Path) -> str:
    """Brotli's decoder as a classic script with its WebAssembly inside."""
    folder = packages / "brotli-dec-wasm/pkg"
    code = (folder / "brotli_dec_wasm.js").read_text(encoding="utf-8").replace("import.meta.url", '""')
    code = re.sub(
        r"export\{h as initSync[^}]*\}", "", re.sub(r"\bexport (class|const|function)", r"\1", code)
    )
    module = base64.b64encode((folder / "brotli_dec_wasm_bg.wasm").read_bytes()).decode()
    make = """(give) => {
  const inner = new BrotliDecStream();
  return (bytes) => {
    for (let code = 2; code === 2;) {
      const part = inner.dec(bytes, 65536);
      give(part.buf);
      bytes = bytes.subarray(part.input_offset);
      code = part.code === BrotliStreamResultCode.NeedsMoreOutput ? 2 : 0;
    }
  };
}"""
    start = f'h({{ module: Uint8Array.from(atob("{module}"), (c) => c.charCodeAt(0)) }});'
    return f"{code}\n{start}\n{PUSHED}const unpack = pushed({make});"


NODE_BROTLI = (
    "const z=require('zlib'),c=z.constants;process.stdout.write(z.brotliCompressSync(require('fs').readFileSync(0),"
    "{params:{[c.BROTLI_PARAM_QUALITY]:11,[c.BROTLI_PARAM_LGWIN]:24}}))"
)
WAYS = {
    "gzip": Way(
        packing.deflate,
        lambda _: 'const unpack = (packed) => packed.pipeThrough(new DecompressionStream("gzip"));',
    ),
    "zstd": Way(piped("zstd", "-22", "--ultra", "--long=22", "-qc"), with_zstd),
    "xz": Way(packing.squeeze, with_xz),
    "brotli": Way(piped("node", "-e", NODE_BROTLI), with_brotli),
}


def entry(folder: Path, name: str, content: bytes, raw: int) -> dict[str, Any]:
    """Write a file of the runtime; return what the page is told of it."""
    digest = hashlib.sha256(content).hexdigest()
    (folder / f"{name}.bin").write_bytes(content)
    return {"file": f"{name}.bin", "size": len(content), "raw": raw, "sha256": digest}


def prepare(site: Path) -> tuple[Server, dict[str, int]]:
    """Make the helper's page in every way; return their server, and the bytes of each runtime on the wire."""
    packages, target = peers.installed(), BUILD / "packed"
    shutil.rmtree(target, ignore_errors=True)
    page = (site / "mulai/index.html").read_text(encoding="utf-8")
    written = re.search(r'data-runtime="([^"]*)"', page)
    assert written
    plan = json.loads(html.unescape(written[1]))
    wasm = plan["files"]["wasm"]
    raw = packing.unpack((site / "assets/runtime" / wasm["file"]).read_bytes())
    host, worker = ((ASSETS / name).read_text(encoding="utf-8") for name in ("host.js", "worker.js"))
    assert PLACE in worker
    sizes = {}
    for name, way in WAYS.items():
        runtime = target / name / "assets/runtime"
        shutil.copytree(
            site / "assets", target / name / "assets", ignore=lambda _, names: {"whole"} & {*names}
        )
        code = way.script(packages)
        script = "\n;\n".join((code, host, worker.replace(PLACE, "unpack(arriving)"))).encode()
        payload = way.pack(raw)
        (target / f"{name}.js").write_text(code + ALONE, encoding="utf-8")
        (target / f"{name}.bin").write_bytes(payload)
        plan["files"] = {
            "python": entry(runtime, "python", packing.deflate(script), len(script)),
            "wasm": entry(runtime, "wasm", payload, len(raw)) | {"open": wasm["open"]},
        }
        sizes[name] = sum(file["size"] for file in plan["files"].values())
        told = f'data-runtime="{html.escape(json.dumps(plan))}"'
        (target / name / "mulai").mkdir()
        (target / name / "mulai/index.html").write_text(page.replace(written[0], told), encoding="utf-8")
    (BUILD / "blank").mkdir(exist_ok=True)
    (BUILD / "blank/index.html").write_text(
        "<!doctype html><title>.</title><link rel=icon href='data:,'>", encoding="utf-8"
    )
    return Server(
        {name: target / name for name in WAYS} | {"packed": target, "blank": BUILD / "blank"}
    ), sizes


def alone(server: Server, name: str, rate: float) -> float:
    """Return the ms that unpacking takes in a worker, the median of three."""
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{server.origin}/blank/")
        with slowed(renderers(browser), rate):
            return float(median(page.evaluate(ASK, name) for _ in range(3)))


def start(server: Server, name: str, row: str) -> float:
    """Return the ms to Python's first answer."""
    address, at = f"{server.origin}/{name}/mulai/index.html", ROWS[row]
    with chromium() as browser:
        return visit(browser.new_context(), server, address, at.line, at.rate)["ready"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.packing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--site", type=Path, help="a site already built")
    given = parser.parse_args()
    server, sizes = prepare(given.site or built())
    found: dict[str, dict[str, list[float]]] = {name: {} for name in WAYS}
    for _ in range(given.rounds):
        for name, figures in found.items():
            for rate in (1, 4):
                figures.setdefault(f"unpack {rate}x", []).append(alone(server, name, rate))
            for row in STARTS:
                figures.setdefault(row, []).append(start(server, name, row))
    rows = list(found["gzip"])
    print(f"{'':8}{'bytes':>11}" + "".join(f"{row:>12}" for row in rows))
    for name, figures in found.items():
        print(f"{name:8}{sizes[name]:>11,}" + "".join(f"{median(figures[row]):>12,.0f}" for row in rows))
    print("ms, medians")


if __name__ == "__main__":
    main()
