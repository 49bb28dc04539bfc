"""The address of the site where nobody gave one: some hosts name it to the build, others do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

DEPLOYMENT = re.compile(r"^(https://)[0-9a-f]{8}\.(?=[^./]+\.pages\.dev(?:/|$))")
"""Cloudflare Pages names each deployment of its own; behind it stands the name of the project, which stays."""
MISSING = (
    "\nPERHATIAN: situs ini dibangun tanpa alamat, jadi hanya untuk dicoba. "
    "Untuk menerbitkannya, bangun lagi dengan alamatnya: SITE_URL=https://alamat-situs.id/ make build\n"
)


def of_host(environment: Mapping[str, str]) -> str:
    """Return the address that Netlify or Cloudflare Pages names, with a slash at its end; "" elsewhere."""
    if environment.get("NETLIFY") == "true":
        address = environment.get("URL", "")
    elif environment.get("CF_PAGES") == "1":
        address = DEPLOYMENT.sub(r"\1", environment.get("CF_PAGES_URL", ""))
    else:
        return ""
    return address and address.rstrip("/") + "/"


def public(address: str) -> str:
    """Return an address that others can open; "" for one of this machine, and for none."""
    return "" if urlsplit(address).hostname in {None, "localhost", "127.0.0.1"} else address
