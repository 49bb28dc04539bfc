"""The parts of the theme that a single file has too, as HTML: rendered for the home page, from the same templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publish.site import csp

PARTS = {
    "boot": ("partials/javascripts/base.html",),
    "tools": ("partials/search-button.html", "partials/look-button.html", "partials/look.html"),
    "dialog": ("partials/search.html",),
    "mark": (".icons/material/card-search-outline.svg",),
}
"""Each part, and the templates that it is made of."""


def render(env: Any, context: Mapping[str, Any]) -> dict[str, str]:
    """Return the parts, made with the theme's environment in the context of the home page."""
    made = {
        name: "".join(env.get_template(one).render(context).strip() for one in templates)
        for name, templates in PARTS.items()
    }
    return {name: csp.hide_icons(html) for name, html in made.items()}
