"""The kinds of numbers and their words: what each is, and what to do with it, in Indonesian."""

from __future__ import annotations

from collections import namedtuple

Kind = namedtuple("Kind", "name words page", defaults=("",))
"""A kind of number: its name inside a sentence, words, and the slug of the page that goes on, if any.

Where the name is a sentence of its own it is the heading of the answer."""

KPJ = Kind(
    "nomor KPJ",
    "Nomor KPJ terdiri dari 11 angka, jadi mungkin inilah yang Anda cari. Catat nomor ini. "
    "Tanyakan kepada HRD atau petugas apakah benar ini nomor KPJ Anda.",
    "panduan/setelah-dapat",
)
SHORT_KPJ = Kind(
    "nomor KPJ yang kurang satu angka",
    "Nomor KPJ terdiri dari 11 angka. Cocokkan lagi dengan kartunya, satu demi satu.",
)
LONG_KPJ = SHORT_KPJ._replace(name="nomor KPJ yang lebih satu angka")
NIK = Kind(
    "NIK",
    "NIK adalah nomor Anda sebagai penduduk, seperti di KTP. Pakai kalau diminta NIK, bukan sebagai nomor KPJ. "
    "NIK juga dipakai sebagai NPWP perorangan.",
)
NIK_FAULTY = Kind(
    "NIK atau Nomor KK",
    "Keduanya 16 angka, tetapi susunan isian ini tidak cocok. "
    "Salin lagi dari KTP-el, lalu periksa di kolom NIK pada halaman Mulai mencari.",
)
SHORT_NIK = Kind("NIK yang kurang satu angka", "NIK terdiri dari 16 angka. Cocokkan lagi dengan KTP-el.")
LONG_NIK = SHORT_NIK._replace(name="NIK yang lebih satu angka")
NIT = Kind(
    "NIT",
    "NIT adalah nomor warga Indonesia yang pertama kali didata di luar negeri. "
    "Aturan menyamakan NIT dengan NIK, jadi pakai kalau diminta NIK.",
)
KK = Kind(
    "Nomor KK",
    "Nomor KK milik keluarga, dan susunannya mirip NIK. Kalau diminta NIK, salin dari KTP-el.",
)
JKN = Kind(
    "nomor BPJS Kesehatan",
    "Itu nomor kartu JKN atau KIS, dari lembaga lain. Nomor itu tidak bisa menggantikan nomor KPJ.",
)
NPWP_OLD = Kind("NPWP lama", "NPWP adalah nomor pajak. Nomor itu tidak bisa menggantikan nomor KPJ.")
NPWP = Kind(
    "NPWP 16 angka",
    "NPWP adalah nomor pajak. Yang diawali 0 biasanya milik perusahaan atau lembaga, jadi bukan nomor KPJ.",
)
NIP = Kind("NIP", "NIP adalah nomor pegawai negeri. Nomor itu tidak bisa menggantikan nomor KPJ.")
NPP = Kind(
    "NPP",
    "NPP adalah nomor perusahaan, bukan nomor Anda. Cari nomor lain yang 11 angka di kertas yang sama.",
)
PHONE = Kind(
    "nomor telepon",
    "Nomor HP biasanya diawali 08 atau 62. Kalau ini nomor telepon, cari nomor lain yang 11 angka.",
)
CARD = Kind(
    "nomor kartu bank",
    "Nomor kartu bank tidak diperlukan untuk mencari nomor KPJ. Jangan kirim nomor itu kepada siapa pun.",
    "keamanan",
)
PAYMENT = Kind(
    "nomor rekening, kode iuran, atau kode bayar",
    "Panjangnya bermacam-macam, jadi kami tidak bisa memastikan. Nomor seperti itu bukan nomor peserta.",
)
OLD_KTP = Kind(
    "nomor KTP lama", "KTP kertas yang lama bernomor seperti ini. Pakai NIK yang tertulis di KTP-el Anda."
)
OLD_CARD = Kind(
    "Mungkin ini nomor dari kartu lama",
    "Isian Anda 11 karakter dan memuat huruf, jadi kami tidak bisa memastikan. "
    "Kalau begitu tertulis di kartu lama, tunjukkan apa adanya kepada HRD atau petugas.",
    "metode/kartu-fisik",
)
SPREADSHEET = Kind(
    "Nomor ini sudah disingkat oleh tabel",
    "Tabel seperti Excel menyingkat nomor panjang, dan angka belakangnya bisa hilang. Jangan menebak angka itu. "
    "Salin lagi dari kartu atau kertasnya. Di tabel, ubah dulu kolomnya menjadi teks.",
)
MASKED = Kind(
    "Sebagian angkanya tertutup",
    "Nomor yang disensor tidak bisa dikenali, dan angka yang tertutup tidak bisa ditebak.",
    "situasi/nomor-disensor",
)
UNKNOWN = Kind(
    "Nomor ini belum kami kenali",
    "Nomor KPJ terdiri dari 11 angka. Kalau isian ini dua nomor, tulis satu per satu. "
    "Kalau satu nomor, cocokkan lagi dengan kartu atau kertasnya.",
)
LETTERS = Kind(
    "Ini belum berupa nomor",
    "Ada huruf atau tanda yang bukan angka. Tulis satu nomor saja, dengan angka 0 sampai 9.",
)
EMPTY = Kind("Nomornya belum diisi", "Tulis nomor yang ingin Anda kenali, lalu tekan tombolnya.")
TOO_MUCH = Kind("Isian ini terlalu panjang", "Karena itu tidak kami baca. Tulis satu nomor saja.")
PAGES = {
    "panduan/setelah-dapat": "Kalau nomornya sudah dapat",
    "metode/kartu-fisik": "Membaca kartu fisik",
    "situasi/nomor-disensor": "Nomor disensor di Pengkinian Data",
    "keamanan": "Keamanan dan penipuan",
}
"""The labels of links, as in the flow's own table: a number is named before there is any content too."""
SURE = {
    "length": "Baru panjangnya yang cocok, {} angka, jadi ini belum pasti.",
    "form": "Susunan angkanya cocok. Itu tidak berarti nomornya terdaftar.",
    "sign": "",
}
"""How sure a kind is, in words; the blank is the number of digits."""
