"""How a browser takes the guide's search among its own: an OpenSearch description, which each page names."""

from __future__ import annotations

from html import escape
from pathlib import Path

FILE = "opensearch.xml"
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{about}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>id</Language>
<Url type="text/html" template="{address}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def ship(site: Path, address: str, name: str, about: str) -> None:
    """Write the description into a site that is meant for this address: what a browser keeps has to name one."""
    text = DESCRIPTION.format(name=escape(name), about=escape(about), address=escape(address))
    (site / FILE).write_text(text, encoding="utf-8")
