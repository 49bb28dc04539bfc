"""`python -m publish.tools.hosting [SITE]`: write the servers' settings and the costs; needs a built site."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from publish import ROOT
from publish.tools import reader_costs, server_settings

FOLDER = ROOT / "docs-maintainer" / "hosting"
PART = re.compile(r"(<!-- biaya -->\n).*?(<!-- /biaya -->)", re.DOTALL)


def main(site: Path) -> None:
    """Write the settings of nginx and Caddy, and the table of costs into the README there."""
    (FOLDER / "nomor-kpj-nginx.conf").write_text(server_settings.nginx(site), encoding="utf-8")
    (FOLDER / "Caddyfile").write_text(server_settings.caddy(site), encoding="utf-8")
    readme = FOLDER / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(
        PART.sub(lambda part: f"{part[1]}{reader_costs.table(site)}\n{part[2]}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
