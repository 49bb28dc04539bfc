"""What `make test` ends with: each promise in one row, how often it was tried, and what did not run.

The rows stand here, each with the tests that prove it; a row without a passed test is said loudly, and
under CI=true it fails the run. Written to build/report.md too, in Indonesian like all that maintainers read.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

import pytest

from tests import ROOT

REPORT = ROOT / "build" / "report.md"
ENGINES = ("chromium", "firefox", "webkit")
ENGINE = re.compile(r"\[(?:[^\]]*-)?(chromium\d*|firefox|webkit)\b")
LAMA = tuple(
    name.replace("-", "")
    for name in json.loads((ROOT / "tests/slow/lama/package.json").read_text())["dependencies"]
)
BROWSER = ("tests/browser/", "tests/offline/")


class Row(NamedTuple):
    """One promise: the table it stands in, its words, patterns of its tests, the engines that must run them."""

    table: str
    words: str
    tests: tuple[str, ...]
    engines: tuple[str, ...] = ()


ROWS = (
    Row("Tidak ada yang keluar", "satu kunjungan penuh tidak meninggalkan jejak angka", ("*test_privacy*leaves_no_trace*", "*test_engines*leaves_no_trace*"), ENGINES),
    Row("Tidak ada yang keluar", "profil peramban di disk tidak menyimpan angka", ("*test_engines*nothing_on_disk*", "*test_unbroken*nothing_on_disk*"), ENGINES[:2]),
    Row("Tidak ada yang keluar", "salinan dari file:// tidak meminta apa pun", ("*test_open*single_file*",), ENGINES),
    Row("Tidak ada yang keluar", "Dengarkan memakai suara di perangkat sendiri saja", ("*test_read_aloud*voice_of_the_device*",)),
    Row("Tidak ada yang keluar", "kebijakan isi (CSP) menolak setiap jalan keluar", ("*test_head*", "*refuses_every_way_out*"), ENGINES),
    Row("Tidak ada yang keluar", "kepala keamanan dari server sungguhan", ("*test_hosting*",)),
    Row("Benar", "sejuta angka acak dibandingkan dengan lokal-id", ("*test_differential_nik*random_numbers*",)),
    Row("Benar", "422 contoh milik lokal-id", ("*test_differential_nik*vectors*",)),
    Row("Benar", "contoh NIK di peramban", ("*test_nik_field*each_example*", "*test_engines*nik_table*"), ENGINES),
    Row("Benar", "contoh nomor dikenali di peramban", ("*test_number_field*each_example*", "*test_engines*table_of_kinds*"), ENGINES),
    Row("Benar", "100.000 angka dari setiap jenis nomor, tidak satu pun keliru", ("*test_kinds*of_a_kind*",)),
    Row("Benar", "nomor 11 angka di kolom NIK adalah kabar baik, dengan atau tanpa Python", ("*test_number_field*good_news*", "*test_number_field*without_python*")),
    Row("Benar", "HTML dan Python membaca tempelan yang sama, dengan tanda apa pun di sekitarnya", ("*test_view_nik*agree_on*", "*test_view_nik*browser_reads*", "*test_nik_field*plain_html_gives*")),
    Row("Benar", "tanpa Python, isian NIK dijawab seketika dengan kata-kata kami", ("*test_nik_field*without_python*", "*test_nik_field*without_scripts*")),
    Row("Benar", "rencana lewat alur di peramban", ("*test_walk_ready*every_path*", "*test_engines*every_plan*"), ENGINES),
    Row("Benar", "rencana menyebut jam dan biaya telepon, kata-katanya meminta nomor, dan menunjuk sesudahnya", ("*test_flow*telephone*", "*test_flow*asks_for_the_number*", "*test_flow*after_the_number*")),
    Row("Benar", "korban penipuan tidak diminta NIK; keluarga ditanya sejak pertanyaan pertama", ("*test_flow*in_danger*", "*test_flow*family*")),
    Row("Benar", "tes yang sama di dalam WebAssembly", ("*inside/test_inside*every_test*",)),
    Row("Benar", "runtime ringan menjawab sama dengan CPython", ("*inside/test_thin*cpython*",)),
    Row("Benar", "isi apa pun yang lolos pemeriksaan dijawab runtime ringan seperti oleh CPython", ("*inside/test_made_content*",)),
    Row("Benar", "1 MB masukan dijawab dalam 100 ms", ("*test_bounded*",)),
    Row("Tidak rusak", "berkas runtime hilang, terpotong, berubah, atau tertukar", ("*test_faults*broken_file*",)),
    Row("Tidak rusak", "berkas isi hilang, terpotong, dari versi lain, atau bukan JSON; ada yang diketik atau tidak", ("*test_bad_content*",)),
    Row("Tidak rusak", "tipe MIME salah", ("*test_faults*wrong_type*",)),
    Row("Tidak rusak", "byte runtime yang rusak diminta sekali lagi, seketika", ("*test_keep*fails_once*", "*test_keep*asked_for_again_at_once*", "*test_keep*damaged_on_the_device*")),
    Row("Tidak rusak", "Python disimpan di perangkat dalam bentuk siap pakai", ("*test_keep*kept_unpacked*", "*test_keep*not_fetched_again*")),
    Row("Tidak rusak", "server berhenti di tengah jalan", ("*test_unbroken*server_that_stops*",)),
    Row("Tidak rusak", "macet 3 detik lalu jalan lagi", ("*test_unbroken*stalls_3_seconds*",)),
    Row("Tidak rusak", "macet tanpa akhir", ("*test_faults*stalls_is_given_up*",)),
    Row("Tidak rusak", "luring sebelum, selama, dan sesudah memuat", ("*test_unbroken*offline_before*", "*test_unbroken*offline_while*", "*test_unbroken*offline_after*")),
    Row("Tidak rusak", "worker mati", ("*test_unbroken*worker_that_is_killed*", "*test_faults*python_dying*")),
    Row("Tidak rusak", "penyimpanan penuh atau dilarang", ("*test_unbroken*storage*", "*test_keep*forbidden_storage*")),
    Row("Tidak rusak", "service worker lama, situs baru", ("*test_keep*new_version*", "*test_keep*not_come_whole*")),
    Row("Tidak rusak", "versi baru terbit: pembaca yang menyimpan versi lama, dengan atau tanpa Python", ("*test_deployments*comes_back*", "*test_deployments*other_engines*"), ENGINES),
    Row("Tidak rusak", "versi baru terbit: tautan dengan #, dua tab, halaman yang masih terbuka", ("*test_deployments*every_link*", "*test_deployments*open_page*")),
    Row("Tidak rusak", "versi baru terbit: hanya cache HTTP, tanpa service worker", ("*test_deployments*without_a_service_worker*",)),
    Row("Tidak rusak", "versi baru terbit: di tengah unduhan, sedang offline, NIK sudah diketik", ("*test_deployments*middle*", "*test_deployments*offline*", "*test_deployments*typed*", "*test_deployments*once_and_no_more*")),
    Row("Tidak rusak", "halaman lama dari CDN tidak ikut; hanya yang berubah yang diunduh", ("*test_deployments*cdn*", "*test_deployments*what_changed*")),
    Row("Tidak rusak", "simpanan situs lain di asal yang sama tidak disentuh", ("*test_keep*others*",)),
    Row("Tidak rusak", "halaman 404 yang ganjil dan alamat tanpa garis miring, offline", ("*test_keep*odd_page*", "*test_keep*beside_the_page*")),
    Row("Tidak rusak", "batal, muat lagi, dan dua permintaan sekaligus", ("*test_cancel*",)),
    Row("Benar", "Dengarkan: tiap halaman, pertanyaan, dan rencana, juga di salinan, dan dengan suara sungguhan", ("*test_read_aloud*own_button*", "*test_read_aloud*copy_reads*", "*test_read_aloud*real_voice*")),
    Row("Tidak rusak", "Dengarkan berhenti ketika pembaca pergi", ("*test_read_aloud*stops_when*",)),
    Row("Tidak rusak", "JavaScript mati", ("*test_walk_static*", "*test_engines*without_scripts*", "*test_plain*"), ENGINES),
    Row("Tidak rusak", "WebAssembly mati atau dilarang", ("*test_unbroken*wasm_off*", "*test_faults*forbids_wasm*", "*test_faults*too_old*")),
    Row("Tidak rusak", "zoom 400 % dan layar 320 px", ("*test_unbroken*320*",)),
    Row("Tidak rusak", "dua tab", ("*test_unbroken*two_tabs*",)),
    Row("Tidak rusak", "kembali lewat tombol Kembali (bfcache)", ("*test_unbroken*back_forward_cache*", "*test_engines*coming_back*"), ENGINES),
    Row("Tidak rusak", "500 pemeriksaan tanpa memori bertambah", ("*inside/test_thin*500_checks*", "*test_unbroken*500_checks*")),
    Row("Tidak rusak", "bagian yang dipotong: runtime utuh mengambil alih", ("*test_cut*",)),
    Row("Tidak rusak", "isi baru yang sampai ke bagian yang dipotong menghentikan pembangunan", ("*test_content*stops_the_build*",)),
    Row("Tidak rusak", "salinan rusak tetap bisa dibaca", ("*test_broken*damaged*",), ENGINES),
    Row("Browser lama", "jalan ke rencana: satu langkah sekaligus, judulnya terlihat; situs, satu berkas, ringan; dengan dan tanpa skrip", ("*test_old_engines*way_to_a_plan*",), LAMA),
    Row("Browser lama", "NIK mendapat jawaban, dan tidak ada byte yang diunduh percuma", ("*test_old_engines*in_vain*", "*test_old_engines*without_scripts*", "*test_old_engines*one_file*"), LAMA),
    Row("Browser lama", "pencarian menjawab, menu terbuka", ("*test_old_engines*search*", "*test_old_engines*menu*"), LAMA),
    Row("Browser lama", "yang tidak bisa menjalankan Python tidak mengunduhnya, ditekan apa pun", ("*test_faults*too_old*", "*test_faults*memory*")),
    Row("Didengar", "setiap halaman, langkah, dan hasil: semua bernama, hiasan diam, angka terbaca benar", ("*test_listen*sound*",)),
    Row("Didengar", "singkatan dijelaskan di halamannya dan di Arti kata", ("*test_abbreviations*",)),
    Row("Disimpan dan diteruskan", "setiap rencana tercetak utuh di satu lembar A5", ("*test_card*prints_on_one_sheet*", "*test_card*of_python_prints*")),
    Row("Disimpan dan diteruskan", "rencana dibagikan sebagai teks, tanpa data pribadi", ("*test_card*shared_as_text*", "*test_card*shares_the_same*", "*test_card*without_*", "*test_card*stands_selected*")),
    Row("Disimpan dan diteruskan", "surat tercetak sendiri, dengan garis untuk diisi", ("*test_card*letter_prints_alone*",)),
    Row("Mudah dibaca", "kalimat pendek, kata biasa, ejaan benar di semua halaman dan rencana", ("*test_language*guide_is_plain*",)),
    Row("Mudah dibaca", "kalimat dan fakta yang bertemu tidak bertabrakan", ("*test_composed*",)),
    Row("Mudah dibaca", "setiap aturan bahasa menangkap kesalahannya dan hanya itu", ("*test_language*test_mistake*", "*test_language*left_alone*")),
    Row("Menjawab", "setiap pertanyaan yang dikumpulkan punya jawaban di judulnya sendiri", ("*test_questions*has_its_answer*",)),
    Row("Menjawab", "yang disuruh menelepon melihat jam, biaya, dan pertanyaannya di situ juga", ("*test_contact*",)),
    Row("Ditemukan", "pencarian: 150 pertanyaan yang disegel sebelum apa pun diubah, halaman benar di tiga teratas", ("*test_search*sealed*",)),
    Row("Ditemukan", "pencarian: pertanyaan lama, teks acak, dan jawaban di HP lambat", ("*test_search*old_queries*", "*test_search*ten_thousand*", "*test_search*slow_phone*")),
    Row("Ditemukan", "pencarian: jalan langsung, tidak pernah kosong, tombol Kembali menutupnya", ("*test_search*clear_intent*", "*test_search*three_situations*", "*test_search*finds_nothing*", "*test_search*back_closes*")),
    Row("Ditemukan", "judul, keterangan, alamat, dan kartu setiap halaman", ("*test_web*is_described*", "*test_web*say_the_same*", "*test_web*every_card*")),
    Row("Ditemukan", "data terstruktur sama dengan halaman dan cocok dengan schema.org", ("*test_web*what_the_page_shows*", "*test_web*is_told*", "*test_web*vocabulary*")),
    Row("Ditemukan", "data terstruktur tidak melanggar kebijakan isi", ("*test_web*break_no_policy*",), ENGINES),
    Row("Ditemukan", "peramban bisa memasang pencarian panduan sebagai mesin pencari", ("*test_web*among_its_own*",)),
    Row("Ditemukan", "bisa dipasang di HP, di dalam folder juga", ("*test_web*can_be_installed*", "*test_web*manifest*")),
    Row("Ditemukan", "alamat lama tetap sampai, tanpa JavaScript juga", ("*test_web*leads_on*", "*test_hosting*old_addresses*")),
    Row("Diterbitkan di mana saja", "tanpa alamat, situs tidak menyebut alamat yang salah", ("*test_otherwise*without_an_address*", "*test_web*names_its_address*")),
    Row("Diterbitkan di mana saja", "resep setiap tempat dicoba: GitHub Pages, Netlify, Cloudflare Pages, nginx, Caddy, di dalam folder juga", ("*test_published*recipe_is_right*", "*test_published*settings_are_right*")),
    Row("Diterbitkan di mana saja", "make published menyebut setiap yang salah di situs yang terbit, satu baris", ("*test_published*broken_promise*", "*test_published*is_named*", "*test_published*is_said*")),
    Row("Tidak rusak", "alamat lama yang diteruskan server tidak menghalangi penyimpanan", ("*test_keep*leads_on*",)),
    Row("Diterbitkan di mana saja", "salinan lewat surel, lewat Cloudflare, dan tidak masuk mesin pencari", ("*test_offline*mail_takes*", "*test_offline*no_network*", "*test_offline*not_to_be_listed*")),
    Row("Diterbitkan di mana saja", "satu berkas yang dibaca sebagai UTF-8 menyebut cara membukanya", ("*test_broken*read_as_utf_8*", "*test_broken*names_utf_8*"), ENGINES),
    Row("Diterbitkan di mana saja", "locale, editor, dan klon apa pun; sebab gagal menyiapkan disebut; bisa dihentikan dan diulang", ("*test_anywhere*", "*test_maintain*without_git*")),
    Row("Untuk semua orang", "axe tidak menemukan apa pun: semua halaman, langkah, dan keadaan; terang, gelap, 320 px", ("*test_axe*",)),
    Row("Untuk semua orang", "yang disentuh sedikitnya 44 x 44 piksel", ("*test_targets*",)),
    Row("Untuk semua orang", "dengan tombol saja, fokusnya terlihat", ("*test_keyboard*",)),
    Row("Untuk semua orang", "Lighthouse HP: 100, 100, 100, dan kecepatan sedikitnya 98", ("*test_lighthouse*",)),
    Row("Untuk semua orang", "angka di halaman aksesibilitas dari pemeriksaan ini", ("*test_access*",)),
    Row("Untuk semua orang", "setiap halaman dan langkah di semua lebar, juga dengan huruf terbesar dan di kertas: tidak ada yang terpotong, tertutup, atau bergeser", ("*test_layout*can_be_read*", "*test_layout*enlarges*", "*test_layout*table*", "*test_layout*middle*")),
    Row("Untuk semua orang", "menu yang terbuka menahan fokus, lalu mengembalikan halaman", ("*test_layout*menu*",)),
    Row("Untuk semua orang", "tombol Kembali menutup menu", ("*test_layout*back_closes*",)),
    Row("Untuk semua orang", "ukuran huruf, jarak, kontras, dan warna: dipilih dengan tombol atau jari, diingat, dan hanya itu yang disimpan", ("*test_look*",)),
    Row("Untuk semua orang", "tampilan sama dengan gambar acuan, dan perubahan kecil terlihat", ("*test_pictures*",)),
    Row("Untuk semua orang", "rencana tidak bergeser saat datang; tanpa skrip fokus ikut pindah", ("*test_layout*stands_still*", "*test_layout*takes_focus*")),
    Row("Untuk semua orang", "gambar terbaca tanpa variabel warna dan saat halaman digelapkan", ("*test_gambar*no_variables*",)),
    Row("Jalan utama", "pertanyaan terlihat di bawah kepala halaman sejak datang, dan tetap di situ sesudah Python datang", ("*test_arrival*arrives*", "*test_arrival*other_engines*", "*test_arrival*first_answer*"), ENGINES),
    Row("Jalan utama", "yang membaca di bawah tidak bergeser, dan jawaban di tengah jalan tidak hilang", ("*test_arrival*further_down*", "*test_arrival*while_python_starts*")),
    Row("Jalan utama", "tautan dengan tanda di belakangnya, ketuk dua kali, tautan di dalam rencana", ("*test_links*sign*", "*test_links*path*", "*test_links*double_click*", "*test_links*inside*", "*test_links*old_address*")),
    Row("Jalan utama", "bagikan dan cetak di peramban yang tidak bisa, diam, atau terlambat", ("*test_links*sharing*", "*test_links*print*")),
    Row("Jalan utama", "halaman di kertas: utuh, dengan alamat di balik tautan, dua tanggal, dan kode persegi yang terbaca; rencana tetap satu lembar", ("*test_paper*", "*test_card*one_sheet*")),
    Row("Jalan utama", "laporan pembaca: satu baris di setiap halaman dan rencana, terisi, tanpa yang diketik; tanpa pengaturan tidak ada", ("*test_reporting*", "*test_otherwise*maintainers*", "*test_card*maintainers*")),
    Row("Untuk semua orang", "tanpa gerak, warna paksa, tidak hanya lewat warna", ("*test_seeing*",)),
    Row("Pengelola", "kesalahan yang dibuat orang disebut dengan berkas, baris, dan yang harus ditulis", ("*test_checks*test_mistake*",)),
    Row("Pengelola", "apa pun isi sebuah berkas, jawabannya dalam dua detik, dan situs terakhir tetap dilayani", ("*test_messages*at_once*", "*test_desk*keeps_the_last*", "*test_desk*broken_settings*")),
    Row("Pengelola", "versi lain sebuah paket dicoba di luar pohon; kalau ada yang gagal, tidak ada yang berubah", ("*test_upgrade*",)),
    Row("Pengelola", "tautan lama sampai di jawaban yang berganti nama, dengan dan tanpa skrip", ("*test_flow*old_link*",)),
    Row("Hari", "di hari mana pun: isi diperiksa dan didaftar, tanggal yang lewat tidak mematikan apa pun", ("*test_days*goes_on*", "*test_desk*passed_date*", "*test_checks*day_of_review*")),
    Row("Hari", "di Los Angeles, Jakarta, dan Jayapura, sebelum dan sesudah tengah malam: harinya hari Jakarta", ("*test_days*midnight*", "*test_days*nobody_else*")),
    Row("Hari", "sesudah tanggal periksa ulang, penerbitan menolak, kecuali diizinkan dan ditulis di halaman", ("*test_days*refused*", "*test_otherwise*allowed*")),
    Row("Hari", "pembaca melihat tanggal yang sudah lewat: halaman, rencana, salinan", ("*test_passed_dates*",)),
    Row("Rantai pasok", "NOTICE sesuai dengan yang dikunci dan dikirim", ("*test_notice*",)),
    Row("Rantai pasok", "setiap berkas situs diketahui asalnya", ("*test_origin*",)),
    Row("Rantai pasok", "dua kali bangun, byte sama", ("*test_same_bytes*",)),
)  # fmt: skip

_seen: dict[str, str] = {}
_seeds: set[str] = set()
_figures: list[str] = []
_reasons: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep the outcome of a test; a failed setup or a skip counts as well."""
    if report.when == "call" or report.outcome != "passed":
        _seen[report.nodeid] = report.outcome
    if report.skipped and isinstance(report.longrepr, tuple):
        _reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    _seeds.update(f"{value}" for name, value in report.user_properties if name == "seed")
    if report.when == "call":
        _figures.extend(f"{value}" for name, value in report.user_properties if name == "figure")


def engine(test: str) -> str:
    """Return where a test ran: the engine in its id, Chromium for other browser tests, else nothing."""
    found = ENGINE.search(test)
    if found:
        return found[1]
    return "chromium" if test.startswith(BROWSER) else ""


def count(row: Row, seen: dict[str, str]) -> dict[str, Counter[str]]:
    """Return the outcomes of a row's tests by engine ("" for those without a browser)."""
    by: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for test, outcome in seen.items():
        if any(fnmatchcase(test, pattern) for pattern in row.tests):
            by[engine(test)][outcome] += 1
    return dict(by)


def state(row: Row, seen: dict[str, str]) -> tuple[str, bool]:
    """Return the words of a row's last column, and whether it is proved: all passed, in every engine it needs."""
    by = count(row, seen)
    words, proved = [], True
    for name in (*row.engines, *(name for name in by if name not in row.engines)):
        passed, failed = by.get(name, Counter())["passed"], by.get(name, Counter())["failed"]
        label = f"{name} " if name else ""
        proved &= bool(passed) and not failed
        words.append(
            f"{label}GAGAL {failed}" if failed else f"{label}{passed}" if passed else f"{label}TIDAK JALAN"
        )
    return (", ".join(words), proved) if words else ("TIDAK JALAN", False)


def unproved(seen: dict[str, str]) -> list[Row]:
    """Return the rows that this run did not prove."""
    return [row for row in ROWS if not state(row, seen)[1]]


def lines(seen: dict[str, str], seeds: Iterable[str], figures: Iterable[str] = ()) -> Iterator[str]:
    """Yield the report as Markdown; a figure is `what|how much`, recorded by a test as the property "figure"."""
    yield "# Laporan pemeriksaan"
    yield ""
    yield "Angka di kolom kanan: berapa pemeriksaan yang lulus."
    table = ""
    for row in ROWS:
        if row.table != table:
            table = row.table
            yield from ("", f"## {table}", "", "| yang dijanjikan | hasil |", "|---|---|")
        yield f"| {row.words} | {state(row, seen)[0]} |"
    rows = [f"| {figure.replace('|', ' | ')} |" for figure in figures]
    yield from ("", "## Angka", "", "| yang diukur | hasil |", "|---|---|", *rows) if rows else ()
    yield ""
    totals = Counter(seen.values())
    yield f"Lulus {totals['passed']}, gagal {totals['failed']}, dilewati {totals['skipped']}. Benih acak: {', '.join(sorted(seeds))}."
    for reason, times in _reasons.items():
        yield f"Dilewati {times} kali: {reason}"
    missing = [row.words for row in unproved(seen)]
    if missing:
        yield f"BELUM TERBUKTI oleh jalan ini: {'; '.join(missing)}."


def whole(config: pytest.Config) -> bool:
    """Return whether a run is of everything."""
    return not (
        config.option.keyword
        or config.option.markexpr
        or config.option.file_or_dir
        or config.option.collectonly
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Under CI=true a whole run that leaves a promise unproved has failed."""
    if hasattr(session.config, "workerinput") or not whole(session.config):
        return
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(lines(_seen, _seeds, _figures)) + "\n", encoding="utf-8")
    if os.environ.get("CI") == "true" and not exitstatus and unproved(_seen):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the table."""
    if whole(config):
        terminalreporter.section("laporan (build/report.md)")
        for line in lines(_seen, _seeds, _figures):
            terminalreporter.write_line(line, red="GAGAL" in line or "TIDAK JALAN" in line or "BELUM" in line)
