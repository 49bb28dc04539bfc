"""mkdocs.yml: read before MkDocs speaks English, and what the site cannot do without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from publish.content import traced
from publish.content.problem import Problem, nearest
from publish.content.reading import read_text
from publish.content.site_settings import FILE, Settings

KNOWN = (
    "site_name", "site_description", "site_url", "site_author", "docs_dir", "site_dir", "strict", "hooks", "watch", "theme",
    "extra", "extra_css", "extra_javascript", "extra_templates", "copyright", "plugins", "markdown_extensions", "mdx_configs",
    "validation", "nav", "not_in_nav", "exclude_docs", "draft_docs", "use_directory_urls", "dev_addr", "repo_url", "repo_name",
    "edit_uri", "edit_uri_template", "remote_branch", "remote_name",
)  # fmt: skip
"""The settings that MkDocs knows."""
FIXED: tuple[tuple[tuple[str, ...], Any, str], ...] = (
    (("docs_dir",), "docs", "docs_dir: docs"),
    (("strict",), True, "strict: true"),
    (("hooks",), ["hooks.py"], "hooks: [hooks.py]"),
    (("theme", "name"), "material", "name: material"),
    (("theme", "custom_dir"), "publish/site/theme", "custom_dir: publish/site/theme"),
    (("theme", "language"), "id", "language: id"),
    (("theme", "font"), False, "font: false"),
)
"""What the site is built on: the key, its value, how it is written."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
FORM = re.compile(r"""https://[\w.-]+\.\w+[^\s"'<>\\]*""")
"""Where readers can report to."""
NEEDED = ("admonition", "attr_list", "def_list")
BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds by itself."""


def read(root: Path) -> Settings | None:
    """Return the settings under a root, or None when there are none."""
    path = root / FILE
    return parsed(read_text(path)) if path.exists() else None


@lru_cache(maxsize=4)
def parsed(text: str) -> Settings:
    """Return the settings of a text; all checks of one run read the same."""
    return Settings(text)


@cache
def installed() -> frozenset[str]:
    """Return the names of the extensions of Markdown that are installed."""
    return frozenset(one.name for one in entry_points(group="markdown.extensions"))


def check(root: Path) -> Iterator[Problem]:
    """Yield what is wrong in mkdocs.yml; one Problem when it cannot be read."""
    settings = read(root)
    if settings is None:
        yield Problem(FILE, 1, "Berkas ini tidak ada.", f"Kembalikan dengan: git checkout -- {FILE}.")
        return
    if settings.broken:
        yield settings.broken
        return
    yield from keys(settings)
    yield from fixed(settings)
    yield from address(settings)
    yield from report(settings)
    yield from additions(settings)
    yield from files(settings, root)
    nav = settings.table.get("nav")
    if not isinstance(nav, list) or not nav:
        yield settings.problem(
            ("nav",),
            "Menu (nav) tidak ada atau kosong.",
            "Tulis nav: lalu satu halaman di setiap baris, misalnya - index.md.",
        )


def keys(settings: Settings) -> Iterator[Problem]:
    """Yield settings that nobody knows, and those that are written twice."""
    for path in settings.twice:
        yield settings.problem(path, f'"{path[-1]}" ditulis dua kali.', "Hapus salah satunya.")
    for key in settings.table.keys() - set(KNOWN):
        yield settings.problem(
            (key,), f'Pengaturan "{key}" tidak dikenal.', nearest(key, KNOWN, "Hapus baris ini.")
        )


def fixed(settings: Settings) -> Iterator[Problem]:
    """Yield what must be as it is, and is not; a key that is misspelt is named by another check."""
    strange = settings.table.keys() - set(KNOWN)
    for path, wanted, written in FIXED:
        value: Any = settings.table
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None and path == ("docs_dir",):
            continue  # so it is by itself
        if value != wanted and not (value is None and any(nearest(one, [path[0]]) for one in strange)):
            yield settings.problem(
                path, f'"{" > ".join(path)}" tidak seperti yang diperlukan panduan ini.', f"Tulis {written}."
            )


def address(settings: Settings) -> Iterator[Problem]:
    """Yield whether the address of the site cannot be one."""
    value = settings.table.get("site_url")
    for url in value if isinstance(value, list) else [value]:
        if isinstance(url, str) and url and url != "SITE_URL":
            if not url.startswith(("https://", "http://")):
                yield settings.problem(
                    ("site_url",),
                    f'"{url}" bukan alamat situs.',
                    "Tulis seperti ini: https://alamat-situs.id/.",
                )
            elif not url.endswith("/"):
                yield settings.problem(
                    ("site_url",), f'Alamat situs "{url}" tidak diakhiri /.', f"Tulis {url}/."
                )


def report(settings: Settings) -> Iterator[Problem]:
    """Yield whether reports of readers would lead nowhere."""
    extra = settings.table.get("extra")
    value = extra.get("report") if isinstance(extra, dict) else None
    if value and not (isinstance(value, str) and (MAIL.fullmatch(value) or FORM.fullmatch(value))):
        yield settings.problem(
            ("extra", "report"),
            f'"{value}" bukan alamat email dan bukan alamat https.',
            "Tulis seperti ini: report: panduan@contoh.id, atau report: https://….",
        )


def additions(settings: Settings) -> Iterator[Problem]:
    """Yield plugins, which do again what this project does itself, and extensions that are unknown or missing."""
    plugins = settings.table.get("plugins")
    if plugins is None:
        yield settings.problem(
            ("plugins",), "Tanpa plugins, pencarian MkDocs ikut terpasang.", "Tulis plugins: []."
        )
    for at, name in enumerate(names(plugins)):
        wrong = f'Plugin "{name}" menggandakan atau mengganti yang sudah kami buat sendiri.'
        yield settings.problem(("plugins", at), wrong, "Hapus: tulis plugins: [].")
    listed = names(settings.table.get("markdown_extensions"))
    available = installed()
    for at, name in enumerate(names(settings.table.get("markdown_extensions"))):
        if name not in available and not is_module(name):
            yield settings.problem(
                ("markdown_extensions", at),
                f'Tambahan Markdown "{name}" tidak ada.',
                nearest(name, (*NEEDED, *BUILT_IN), "Hapus baris ini."),
            )
    for name in NEEDED:
        if name not in listed and not any(nearest(one, [name]) for one in listed if one not in available):
            yield settings.problem(
                ("markdown_extensions",),
                f'Tambahan Markdown "{name}" tidak ada di daftar.',
                f"Tulis - {name}.",
            )


def is_module(name: str) -> bool:
    """Return whether a name is that of a module."""
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def names(listed: Any) -> list[str]:
    """Return the names in a list of plugins or extensions, with settings of their own or without."""
    if isinstance(listed, dict):
        return list(listed)
    entries = listed if isinstance(listed, list) else []
    return [next(iter(one), "") if isinstance(one, dict) else str(one) for one in entries]


def extensions(settings: Settings | None) -> tuple[str, ...]:
    """Return the extensions that pages are rendered with; those that are needed where the settings name none."""
    own = names(settings.table.get("markdown_extensions")) if settings else []
    available = installed()
    return (
        tuple(dict.fromkeys((*BUILT_IN, *(name for name in own if name in available))))
        if own
        else traced.EXTENSIONS
    )


def files(settings: Settings, root: Path) -> Iterator[Problem]:
    """Yield what the settings name and is not there, or lies on another server."""
    for key in ("extra_css", "extra_javascript"):
        for at, name in enumerate(names(settings.table.get(key))):
            if "://" in name:
                yield settings.problem(
                    (key, at),
                    f'"{name}" dimuat dari server lain.',
                    "Simpan berkasnya di docs/assets, lalu tulis jalannya.",
                )
            elif not (root / "docs" / name).is_file():
                yield settings.problem(
                    (key, at), f"Berkas docs/{name} tidak ada.", "Hapus baris ini, atau buat berkasnya."
                )
    for path, folder in ((("theme", "custom_dir"), "publish/site/theme"), (("hooks",), "hooks.py")):
        if not (root / folder).exists():
            yield settings.problem(
                path, f"{folder} tidak ada.", f"Kembalikan dengan: git checkout -- {folder}."
            )
