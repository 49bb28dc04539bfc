"""The region codes that a NIK can begin with: provinces by name, kabupaten and kota by code.

A NIK keeps the code it was given with, for life, so codes that a split of a province has retired
count as much as those of today. These are codes of the Ministry of Home Affairs (Kemendagri), not
of Statistics Indonesia (BPS): the two disagree. Kecamatan are left out on purpose: hundreds of
their numbers are unused or retired, and a check would frighten real people.
"""

from __future__ import annotations

from helper.regions_table import PROVINCE_NAMES, REGENCY_CODES

PROVINCES: dict[str, str] = dict(line.split(" ", 1) for line in PROVINCE_NAMES.splitlines())
"""Two digits -> name, the 38 provinces of today."""

CURRENT: frozenset[str] = frozenset(
    line[:2] + line[i : i + 2] for line in REGENCY_CODES.splitlines() for i in range(3, len(line), 2)
)
"""Four digits, the 514 kabupaten and kota of today."""

# Old code > the code of the same place today. Ours: no published table holds them together, and
# living people carry them. Drop none; add the old codes whenever a province is split again.
_RETIRED = (
    # Papua, split in 2022 into Papua Selatan (93), Papua Tengah (94) and Papua Pegunungan (95)
    "9101>9301 9102>9501 9104>9401 9107>9402 9108>9403 9109>9404 9112>9502 9113>9503 9114>9504 9116>9302 "
    "9117>9303 9118>9304 9121>9505 9122>9506 9123>9507 9124>9508 9125>9405 9126>9406 9127>9407 9128>9408 "
    # Papua Barat, split in 2022: Papua Barat Daya (96)
    "9201>9601 9204>9602 9205>9603 9209>9604 9210>9605 9271>9671 "
    # Kalimantan Timur, split in 2012: Kalimantan Utara (65)
    "6404>6501 6405>6503 6406>6502 6410>6504 6473>6571 "
    # Sulawesi Selatan, split in 2004: Sulawesi Barat (76)
    "7319>7604 7320>7605 7321>7602 7323>7603 7325>7601"
)

RETIRED: dict[str, str] = dict(pair.split(">") for pair in _RETIRED.split(" "))
"""Four digits -> four digits, the 36 retired codes and what the same place is called by today."""

KNOWN: frozenset[str] = CURRENT.union(RETIRED)
"""Every kabupaten or kota code that a NIK may carry."""
