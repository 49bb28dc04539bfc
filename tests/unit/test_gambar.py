"""The pictures in docs/assets are inlined into pages: accessible, self-contained, in both palettes, true."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publish.content import markers
from publish.site import stylesheet
from tests import ROOT

ASSETS = ROOT / "docs" / "assets"
FAVICON = ASSETS / "icons" / "favicon.svg"
PICTURES = sorted((ASSETS / "gambar").glob("*.svg"))
FILES = [*PICTURES, FAVICON]

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan"}
INVENTED_NIK = "3101991708450001"
# The palette of the guide; the stylesheet redefines these for the dark one.
PAINTS = {
    "none",
    "currentColor",
    "var(--g-surface, #f2f5f3)",
    "var(--g-accent, #0b6e4f)",
    "var(--g-soft, #d7ece2)",
    "var(--g-warn, #a8480b)",
    "var(--g-warn-soft, #fbe6d5)",
}

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every_picture = pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)


def root_of(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()


def words_of(path: Path) -> str:
    return " ".join(" ".join(root_of(path).itertext()).split())


def fact(name: str) -> str:
    with (ROOT / "helper" / "data" / "facts.toml").open("rb") as file:
        return str(tomllib.load(file)[name]["value"])


def length(name: str) -> int:
    """The figure of a fact such as "11 digit"."""
    return int(fact(name).split()[0])


def text_sizes(element: ElementTree.Element, inherited: float) -> list[float]:
    size = float(element.get("font-size", inherited))
    own = [size] if element.tag in {f"{SVG}text", f"{SVG}tspan"} else []
    return own + [nested for child in element for nested in text_sizes(child, size)]


def drawn_cells(path: Path) -> list[int]:
    """How many cells each row of digit cells has, from the top; a row is one path of closed boxes."""
    rows = [
        (float(d.split()[1].split("h")[0]), d.lower().count("z"))
        for shape in root_of(path).iter(f"{SVG}path")
        if (d := shape.get("d", "")).count("z") > 1
    ]
    return [cells for _, cells in sorted(rows)]


def test_the_pictures_the_guide_asks_for_exist() -> None:
    assert {path.stem for path in PICTURES} >= {"kartu", "nik", "empat-nomor", "lingkaran", "jalan"}
    assert FAVICON.is_file()


@every_file
def test_is_an_image_with_a_name_and_a_description(path: Path) -> None:
    root = root_of(path)
    title, desc = root[0], root[1]
    assert (root.tag, title.tag, desc.tag) == (f"{SVG}svg", f"{SVG}title", f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (title.text or "").strip() and (desc.text or "").strip()


@every_file
def test_scales_with_its_column(path: Path) -> None:
    root = root_of(path)
    assert re.fullmatch(r"0 0 \d+ \d+", root.get("viewBox", ""))
    assert root.get("width") is None and root.get("height") is None


@every_file
def test_stays_small(path: Path) -> None:
    assert path.stat().st_size < 6 * 1024


def test_ids_are_unique_over_all_files_and_carry_the_file_name() -> None:
    owners = [
        (id_, path.stem) for path in FILES for element in root_of(path).iter() if (id_ := element.get("id"))
    ]
    assert [pair for pair in owners if not pair[0].startswith(f"{pair[1]}-")] == []
    assert [id_ for id_, count in Counter(id_ for id_, _ in owners).items() if count > 1] == []


@every_file
def test_holds_only_plain_shapes_and_asks_nobody_for_anything(path: Path) -> None:
    """No script, raster, style or reference; the policy of the site would refuse inline styles anyway."""
    for element in root_of(path).iter():
        assert element.tag.removeprefix(SVG) in SHAPES
        for name, value in element.attrib.items():
            assert "href" not in name and name != "style" and not name.startswith("on")
            assert "url(" not in value and "://" not in value
    source = path.read_text(encoding="utf-8").replace(SVG.strip("{}"), "")
    assert not re.search(r"<!|<\?|&\w+;|https?:|data:", source)


@every_picture
def test_is_painted_from_the_palette_alone(path: Path) -> None:
    root = root_of(path)
    assert root.get("class") == "gambar"
    assert root.get("fill") == "currentColor"
    used = {element.get(paint) for element in root.iter() for paint in ("fill", "stroke")} - {None}
    assert used <= PAINTS


@every_picture
def test_keeps_its_colours_where_there_are_no_variables_and_its_paper_where_pages_are_darkened(
    path: Path,
) -> None:
    """The stylesheet colours what is marked; a mark without a rule would stay light in the dark."""
    shown = ElementTree.fromstring(markers.picture(ASSETS.parent, path.stem))[0]
    assert shown[2].get("data-fill") == "paper" and shown[2].get("width") == "100%"
    css = stylesheet.GUIDE.read_text(encoding="utf-8")
    for element in shown.iter():
        for paint in ("fill", "stroke"):
            assert "var(" not in element.get(paint, "")
            if name := element.get(f"data-{paint}"):
                assert re.fullmatch("#[0-9a-f]{6}", element.get(paint, ""))
                assert f'[data-{paint}="{name}"] {{ {paint}: var(--g-{name}); }}' in css
    assert len(list(shown.iter())) == 1 + len(list(root_of(path).iter()))


@every_picture
def test_text_is_readable_on_a_narrow_phone(path: Path) -> None:
    """340 units are shown about 328 pixels wide, so a unit is nearly a pixel."""
    root = root_of(path)
    assert root.get("viewBox", "").split()[2] == "340"
    sizes = text_sizes(root, 0)
    assert sizes and min(sizes) >= 13
    assert all(
        element.get("fill", "currentColor") == "currentColor"
        for tag in ("text", "tspan")
        for element in root.iter(SVG + tag)
    )


@every_picture
def test_shows_no_number_that_could_be_somebodys(path: Path) -> None:
    assert set(re.findall(r"\d{7,}", words_of(path))) <= {INVENTED_NIK}


@every_picture
def test_a_way_to_reach_the_agency_is_the_one_of_the_facts(path: Path) -> None:
    words = words_of(path)
    assert "@" not in words and "go.id" not in words
    assert set(re.findall(r"(?<!\d)1[5-9]\d(?!\d)|1\s?500\s?\d+|\+62\S*", words)) <= {fact("call-center")}


def test_as_many_cells_as_digits() -> None:
    kpj = length("digit-kpj")
    assert drawn_cells(ASSETS / "gambar" / "kartu.svg") == [kpj]
    assert drawn_cells(ASSETS / "gambar" / "empat-nomor.svg") == [
        length("digit-npp"),
        kpj,
        length("digit-kesehatan"),
        length("digit-nik"),
    ]


def test_lengths_in_words_are_those_of_the_facts() -> None:
    lengths = {length(f"digit-{name}") for name in ("npp", "kpj", "kesehatan", "nik")}
    words = words_of(ASSETS / "gambar" / "empat-nomor.svg")
    labels = [int(figure) for figure in re.findall(r"(\d+) angka(?! lagi)", words)]
    assert set(labels) == lengths and set(Counter(labels).values()) == {2}
    for name in ("kartu", "jalan"):
        assert f"{length('digit-kpj')} angka" in words_of(ASSETS / "gambar" / f"{name}.svg")


def test_the_menu_in_jmo_is_named_as_in_the_facts() -> None:
    assert words_of(ASSETS / "gambar" / "jalan.svg").count(fact("letak-jmo")) == 2


def test_the_parts_of_the_nik_make_up_the_example() -> None:
    desc = root_of(ASSETS / "gambar" / "nik.svg")[1].text or ""
    assert "".join(re.findall(r"yaitu ([\d ]+)", desc)).replace(" ", "") == INVENTED_NIK
