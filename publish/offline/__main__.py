"""Makes the offline copies of a built site: `python -m publish.offline [SITE [TARGET]]`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from publish.offline import make, offer
from publish.site import service_worker

site, target = (Path(name) for name in [*sys.argv[1:], *("site", "dist")[len(sys.argv) - 1 :]])
if not (site / "index.html").exists():
    sys.exit(f"Situs belum dibangun di {site}/. Jalankan: make offline")
made = make(site, partial(print, flush=True))
target.mkdir(parents=True, exist_ok=True)
for name, content in made.items():
    (target / name).write_bytes(content)
offer(site, made)
service_worker.ship(site)
print(f"Salinan ada di {target}/, dan ditawarkan di {site}/unduh/.")
