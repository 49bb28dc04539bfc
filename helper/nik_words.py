"""The words of the NIK check: what was found and what to do next, in Indonesian, by code.

Blanks in braces are filled in by `helper.nik` with two or three digits at most: never the NIK.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "well-formed": (
        "Bentuknya benar. Ini tidak berarti NIK sudah terdaftar. Kami hanya memeriksa susunan angkanya."
    ),
    "empty": "NIK belum diisi. Tulis 16 angka NIK yang ada di KTP-el atau Kartu Keluarga Anda.",
    "too-much-text": "Isian ini terlalu panjang, jadi tidak kami baca. Tulis 16 angka NIK saja.",
    "too-short": (
        "NIK terdiri dari 16 angka. Isian Anda {count} angka, kurang {gap}. Cocokkan lagi dengan KTP-el."
    ),
    "nik-is-longer": "Kalau yang Anda maksud NIK: NIK terdiri dari 16 angka. Salin dari KTP-el.",
    "too-long": (
        "NIK terdiri dari 16 angka. Isian Anda {count} angka, lebih {gap}. Cocokkan lagi dengan KTP-el."
    ),
    "decimals-left-out": (
        "Angka 0 sesudah titik atau koma tidak kami hitung: tabel seperti Excel sering menambahkannya."
    ),
    "letter-for-digit": (
        "Ada huruf yang mirip angka. Ganti huruf O dengan angka 0. Ganti huruf l atau I dengan angka 1."
    ),
    "not-a-digit": "Ada huruf atau tanda yang bukan angka biasa. Tulis NIK dengan angka 0 sampai 9 saja.",
    "digits-hidden": "Sebagian angka tertutup tanda. Tulis 16 angka lengkap, seperti di KTP-el.",
    "only-digits-wanted": "Angkanya sudah 16. Hapus huruf atau tanda lainnya, lalu periksa lagi.",
    "looks-like-nit": (
        "Angka 99 di depan dipakai untuk NIT: nomor warga Indonesia yang pertama kali didata di luar negeri. "
        "Aturan menyamakan NIT dengan NIK. Kalau Anda pertama kali didata di Indonesia, "
        "cocokkan lagi angka ke-1 dan ke-2 dengan KTP-el."
    ),
    "unknown-province": (
        "Angka ke-1 dan ke-2 adalah kode provinsi. Kode {code} tidak ada. Cocokkan lagi dengan KTP-el."
    ),
    "regency-zero": (
        "Angka ke-3 dan ke-4 adalah kode kabupaten atau kota. Kode 00 tidak ada. Cocokkan lagi dengan KTP-el."
    ),
    "unknown-regency": (
        "Angka ke-3 dan ke-4 adalah kode kabupaten atau kota. Kode {code} tidak kami temukan di {province}. "
        "Kalau sudah sama dengan KTP-el, tidak ada yang perlu diubah."
    ),
    "district-zero": (
        "Angka ke-5 dan ke-6 adalah kode kecamatan. Kode 00 tidak ada. Cocokkan lagi dengan KTP-el."
    ),
    "day-out-of-range": (
        "Angka ke-7 dan ke-8 adalah tanggal: 01 sampai 31, atau 41 sampai 71 untuk perempuan. "
        "Isian Anda {code}. Cocokkan lagi dengan KTP-el."
    ),
    "month-out-of-range": (
        "Angka ke-9 dan ke-10 adalah bulan: 01 sampai 12. Isian Anda {code}. Cocokkan lagi dengan KTP-el."
    ),
    "impossible-date": (
        "Tanggal yang tersirat di NIK ini {date}, dan tanggal itu tidak ada. "
        "Cocokkan angka ke-7 sampai ke-10 dengan KTP-el."
    ),
    "no-leap-year": (
        "Tanggal yang tersirat di NIK ini 29 Februari, tetapi tahun itu tidak punya tanggal 29 Februari. "
        "Cocokkan angka ke-7 sampai ke-12 dengan KTP-el."
    ),
    "serial-zero": (
        "Empat angka terakhir tidak mungkin 0000. "
        "Tabel seperti Excel bisa mengubah angka terakhir menjadi 0. Salin NIK langsung dari KTP-el."
    ),
    "future-date": (
        "Tanggal yang tersirat di NIK ini belum tiba. Cocokkan angka ke-7 sampai ke-12 dengan KTP-el. "
        "Kalau sudah sama, tidak ada yang perlu diubah."
    ),
    "about-hundred": (
        "Menurut tahun yang tersirat di NIK ini, pemiliknya berumur sekitar 100 tahun. "
        "Cocokkan angka ke-11 dan ke-12 dengan KTP-el. Kalau sudah sama, tidak ada yang perlu diubah."
    ),
    "made-up": (
        "Angka-angka ini tampak seperti contoh, bukan NIK seseorang. Cocokkan semua angkanya dengan KTP-el. "
        "Kalau sudah sama, tidak ada yang perlu diubah."
    ),
}
