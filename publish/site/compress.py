"""Compressed siblings beside the text files of a site, for servers that send them as they are (nginx, Caddy).

Netlify, Cloudflare and GitHub compress by themselves.
"""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest"}
LEAST = 512
"""Bytes below which packing gains nothing."""
BROTLI = """
const { readFileSync, writeFileSync } = require("node:fs");
const { brotliCompressSync, constants } = require("node:zlib");
for (const name of readFileSync(0, "utf8").split("\\n").filter(Boolean)) {
  const content = readFileSync(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: content.length < 1e6 ? 11 : 9 }; // the last levels take seconds a megabyte
  writeFileSync(`${name}.br`, brotliCompressSync(content, { params }));
}
"""


def write(site: Path) -> int:
    """Write `.gz` and `.br` beside every text file; return how many files got them."""
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT and path.stat().st_size >= LEAST]
    for path in files:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    subprocess.run(["node", "-e", BROTLI], input="\n".join(map(str, files)), encoding="utf-8", check=True)
    return len(files)
