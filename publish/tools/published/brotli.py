"""What browsers get over HTTPS: answers packed by Brotli, which Python cannot unpack and Node can."""

from __future__ import annotations

import base64
import subprocess

from publish.site import service_worker
from publish.tools.published.visit import Visit, at_once

HASHES = """
const { createHash } = require("node:crypto");
const { brotliDecompressSync } = require("node:zlib");
for (const line of require("node:fs").readFileSync(0, "utf8").split("\\n")) {
  let hash = "";
  try { hash = createHash("sha256").update(brotliDecompressSync(Buffer.from(line, "base64"))).digest("hex"); } catch {}
  console.log(hash);
}
"""


def stale(visit: Visit) -> set[str]:
    """Return which files of the version are another one's when they come packed by Brotli; none where the host never does."""
    if visit.visitor.get("", packing="br").header("content-encoding") != "br":
        return set()
    paths = [path for path in visit.version.files if path not in visit.version.optional]
    asked = at_once(lambda path: visit.visitor.get(path, packing="br"), paths)
    came = {path: answer for path, answer in asked.items() if answer.header("content-encoding") == "br"}
    lines = "\n".join(base64.b64encode(answer.body).decode() for answer in came.values())
    run = subprocess.run(
        ["node", "-e", HASHES], input=lines, encoding="utf-8", check=True, stdout=subprocess.PIPE
    )
    hashes = (line[: service_worker.HASH] for line in run.stdout.splitlines())
    return {path for path, hashed in zip(came, hashes, strict=False) if hashed != visit.version.files[path]}
