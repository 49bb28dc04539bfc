"""The address of the site where nobody gave one: some hosts name it to the build, others do not."""

from __future__ import annotations

import re
from collections.abc import Mapping

DEPLOYMENT = re.compile(r"^(https://)[0-9a-f]{8}\.(?=[^./]+\.pages\.dev(?:/|$))")
"""Cloudflare Pages names each deployment of its own; behind it stands the name of the project, which stays."""
MISSING = (
    "\nPERHATIAN: situs ini dibangun tanpa alamat, jadi hanya untuk dicoba. "
    "Untuk menerbitkannya, bangun lagi dengan alamatnya: SITE_URL=https://alamat-situs.id/ make build\n"
)


def of_host(environment: Mapping[str, str]) -> str:
    """Return the address that Netlify or Cloudflare Pages names, with a slash at its end; "" elsewhere."""
    if environment.get("NETLIFY") == "true":
        found = environment.get("URL", "")
    elif environment.get("CF_PAGES") == "1":
        found = DEPLOYMENT.sub(r"\1", environment.get("CF_PAGES_URL", ""))
    else:
        return ""
    return found and found.rstrip("/") + "/"
