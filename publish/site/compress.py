"""Compressed siblings beside the text files of a site, for servers that send them as they are (nginx, Caddy).

`python -m publish.site.compress [SITE]`; Netlify, Cloudflare and GitHub compress by themselves.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest"}
LEAST = 512
"""Bytes below which packing gains nothing."""
BROTLI = """
const { readFileSync, writeFileSync } = require("node:fs");
const { brotliCompressSync, constants } = require("node:zlib");
for (const name of readFileSync(0, "utf8").split("\\n").filter(Boolean)) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(`${name}.br`, brotliCompressSync(readFileSync(name), { params }));
}
"""


def write(site: Path) -> int:
    """Write `.gz` and `.br` beside every text file; return how many files got them."""
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT and path.stat().st_size >= LEAST]
    for path in files:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    subprocess.run(["node", "-e", BROTLI], input="\n".join(map(str, files)), encoding="utf-8", check=True)
    return len(files)


if __name__ == "__main__":
    made = write(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
    print(f"{made} berkas punya bentuk .gz dan .br di sampingnya.")
