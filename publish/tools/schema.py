"""JSON Schemas of the TOML files, for editors: `python -m publish.tools.schema` writes docs-maintainer/schema/.

They are made from the very tables that the checks use, so that both always agree; what a schema
cannot say (that a name exists, that a date has passed) only the checks know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from publish import ROOT
from publish.content import table_shape
from publish.content.checks import fact_tables, flow_tables
from publish.content.table_shape import Field

FOLDER = ROOT / "docs-maintainer" / "schema"
KEBAB = f"^{flow_tables.NAME.pattern}$"
Schema = dict[str, Any]
TYPES: dict[int, tuple[Schema, Schema]] = {
    id(table_shape.TEXT): ({"type": "string"}, {"minLength": 1}),
    id(table_shape.TEXTS): ({"type": "array", "items": {"type": "string", "minLength": 1}}, {"minItems": 1}),
    # Taplo gives dates of TOML to a schema as text of this format.
    id(table_shape.DATE): ({"type": "string", "format": "date"}, {}),
    id(table_shape.FLAG): ({"type": "boolean"}, {}),
}
"""What a kind of value is in a schema, and what it is when it must say something."""
MEANINGS = {
    "value": "Yang dibaca orang. Huruf besar dan titik: kalimat utuh. Huruf kecil tanpa titik: potongan kalimat.",
    "label": "Nama untuk pembaca.",
    "href": "Alamat lengkap, hanya untuk url dan account.",
    "source": "Kunci di sources.toml.",
    "checked": "Kapan terakhir diperiksa di sumbernya.",
    "review": "Kapan paling lambat diperiksa lagi. Sesudah hari itu situs tidak diterbitkan, kecuali dengan TERLAMBAT=boleh.",
    "confidence": "Seberapa yakin kita. medium: kalimatnya memakai menurut atau biasanya.",
    "note": "Keterangan untuk halaman sumber.",
    "goto": "Nama pertanyaan atau rencana.",
    "picture": "Gambar kecil di depan jawaban: nama berkas di docs/assets/tanda/.",
    "page": "Halaman milik rencana ini, misalnya metode/kartu-fisik.",
    "calm": "Satu kalimat yang benar dan menenangkan.",
    "first": "Langkah cara pertama, berurutan.",
    "fallback": "Kalau cara pertama gagal.",
    "bring": "Yang dibawa.",
    "say": "Nama teks siap salin.",
    "avoid": "Yang tidak boleh dilakukan.",
    "links": "Halaman lain yang berguna.",
    "contact": "Nama kotak kontak, kalau rencana ini menyuruh menelepon.",
    "check_nik": "true kalau NIK akan ditanyakan, supaya diperiksa dulu.",
    "body": "Isi teks siap salin. Tempat kosong ditulis …… (dua tanda elipsis).",
    "start": "Nama pertanyaan pertama.",
}


def table(fields: Mapping[str, Field], more: Mapping[str, Schema] | None = None) -> Schema:
    """Return the schema of one table from its fields; `more` adds to the schema of a key."""
    properties = {}
    for key, field in fields.items():
        base, filled = TYPES.get(id(field.kind), ({}, {}))
        meaning = {"description": MEANINGS[key]} if key in MEANINGS else {}
        properties[key] = {**base, **(filled if field.filled else {}), **meaning, **(more or {}).get(key, {})}
    needed = [key for key, field in fields.items() if field.needed]
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def named(entry: Schema, pattern: str) -> Schema:
    """Return the schema of a table of such entries, by name."""
    return {"type": "object", "patternProperties": {pattern: entry}, "additionalProperties": False}


def schemas() -> dict[str, Schema]:
    """Return the schema of each TOML file, by the file's name."""
    fact = table(
        fact_tables.FACT,
        {"kind": {"enum": [*fact_tables.KINDS]}, "confidence": {"enum": [*fact_tables.CONFIDENCES]}},
    )
    source = table(fact_tables.SOURCE, {"kind": {"enum": [*fact_tables.SOURCE_KINDS]}})
    answer = table(flow_tables.ANSWER, {"id": {"pattern": KEBAB}})
    question = table(flow_tables.QUESTION, {"answer": {"type": "array", "items": answer, "minItems": 2}})
    parts = {
        "question": named(question, KEBAB),
        "outcome": named(table(flow_tables.OUTCOME), KEBAB),
        "contact": named(named({"type": "string", "minLength": 1}, ".+"), KEBAB),
        "text": named(table(flow_tables.TEXT_KEYS), ".+"),
        "pages": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
    }
    made = {
        "facts": named(fact, ".+"),
        "sources": named(source, ".+"),
        "flow": table(flow_tables.TOP, parts),
    }
    return {
        name: {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"{name}.toml", **schema}
        for name, schema in made.items()
    }


def text(schema: Schema) -> str:
    """Return a schema as it is committed."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the schemas."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(text(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
