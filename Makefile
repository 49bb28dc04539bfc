# Perintah: make serve, make test. Keduanya menyiapkan semua yang diperlukan.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := $(shell for p in python3.13 python3; do $$p -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null && echo $$p && break; done)
RUN := .venv/bin/python -m
ALAMAT := 127.0.0.1:8000
# macOS has no timeout; "2>" makes its old make ask a shell.
LIMIT := $(if $(shell command -v timeout 2>/dev/null),timeout --foreground --signal=ABRT --kill-after=10 3600)
export NO_MKDOCS_2_WARNING := 1
# What a terminal's encoding does not have is shown as "?".
export PYTHONIOENCODING := :replace

.PHONY: help serve build test unit test-lama check published bench access facts diff record upgrade screens screens-accept listen browsers lama setup clean

help:            ## daftar perintah
	@awk -F ':.*## *' '/^[a-z-]+:.*##/ { printf "%-16s%s\n", $$1, $$2 }' Makefile

setup: .venv/ready node_modules/ready

.venv/ready: requirements.lock
	@case "$$(uname -s)" in MINGW* | MSYS* | CYGWIN*) echo "Windows tanpa WSL tidak didukung. Pasang WSL (wsl --install), lalu jalankan perintah ini di dalamnya."; exit 1;; esac
	@! grep -q "$$(printf '\r')" publish/install.sh || { echo "Akhir baris berkas di sini dari Windows (CRLF), jadi sh tidak bisa membacanya. Ambil lagi proyeknya dengan git clone."; exit 1; }
	@test -n "$(PYTHON)" || { echo "Perlu Python 3.13, tetapi yang ada: $$(python3 --version 2>/dev/null || echo tidak ada). Pasang Python 3.13 lalu ulangi perintah ini."; exit 1; }
	@echo "Menyiapkan lingkungan Python ..."
	@sh publish/install.sh $(PYTHON) -m venv --clear .venv
	@sh publish/install.sh .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

node_modules/ready: package-lock.json
	@command -v npm >/dev/null || { echo "Perlu Node 20 atau lebih baru (perintah npm tidak ditemukan). Pasang Node lalu ulangi."; exit 1; }
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || { echo "Perlu Node 20 atau lebih baru, tetapi yang ada: $$(node --version 2>&1 | head -n 1). Pasang Node yang baru lalu ulangi perintah ini."; exit 1; }
	@echo "Menyiapkan paket Node ..."
	@sh publish/install.sh npm ci --loglevel=error --no-progress --fetch-retry-mintimeout=2000 --fetch-retry-maxtimeout=10000
	@touch $@

browsers:
	@sh tests/support/install.sh

lama: tests/slow/lama/node_modules/ready

tests/slow/lama/node_modules/ready: tests/slow/lama/package-lock.json
	@echo "Mengambil tiga Chromium lama untuk tes (130 MB) ..."
	@cd tests/slow/lama && npm ci --silent --omit=dev
	@touch $@

serve: setup     ## layani panduan di http://127.0.0.1:8000/, dimuat ulang saat isi berubah (ALAMAT=0.0.0.0:8000 untuk jaringan rumah, MESIN=utuh untuk Python utuh)
	@$(RUN) publish.tools.serve_address $(ALAMAT)
	@$(RUN) publish.content.checks mkdocs.yml
	@PYTHONDONTWRITEBYTECODE=1 $(RUN) mkdocs serve --livereload --no-strict --dev-addr $(ALAMAT)

build: setup     ## bangun situs ke site/, salinan offline di dist/ dan site/unduh/ (MESIN=utuh untuk Python utuh)
	@$(RUN) publish.content.checks mkdocs.yml
	@$(RUN) mkdocs build --clean
	@mkdir -p dist && rm -f dist/nomor-kpj* && cp site/unduh/nomor-kpj*.html site/unduh/nomor-kpj*.zip dist/

check: setup     ## periksa isi saja (beberapa detik)
	@$(RUN) publish.content.checks

published: setup ## periksa situs yang sudah terbit (ALAMAT=https://alamat-situs.id/): versi, kepala HTTP, salinan
	@$(RUN) publish.tools.published $(ALAMAT)

facts: setup     ## tanggal periksa ulang semua fakta dan halaman, yang terdekat dulu
	@$(RUN) publish.tools.due

diff: setup      ## jalan alur dan fakta yang berubah; SEJAK=commit untuk membandingkan lebih jauh
	@$(RUN) publish.tools.diff "$(SEJAK)"

record: setup    ## sesudah halaman, rencana, atau jawaban baru: catat alamat dan semua jalannya, lalu tampilkan yang berubah
	@$(RUN) publish.content.checks
	@$(RUN) publish.tools.record_addresses
	@$(RUN) pytest --quiet -n 0 tests/unit/test_flow.py -k golden --rewrite-golden >/dev/null
	@$(RUN) publish.tools.diff "$(SEJAK)"

upgrade: setup   ## coba versi lain sebuah paket: PAKET=mkdocs-material VERSI=9.8.2; pohon ini berubah hanya kalau semuanya lulus
	@$(RUN) publish.tools.upgrade "$(PAKET)" "$(VERSI)"

test: setup browsers lama   ## jalankan semua pemeriksaan, peramban sungguhan juga
	@$(RUN) ruff check
	@$(RUN) ruff format --check
	@$(RUN) mypy
	@node_modules/.bin/tsc && node_modules/.bin/tsc -p tsconfig.worker.json
	@node_modules/.bin/eslint --max-warnings 0
	@$(LIMIT) $(RUN) pytest

unit: setup      ## tes tanpa peramban dan tanpa membangun situs (kurang dari semenit)
	@$(RUN) pytest tests/unit

test-lama: setup browsers   ## coba juga di semua Chromium lama, mulai 64 (mengambil 280 MB)
	@cd tests/slow/lama && npm ci --silent
	@touch tests/slow/lama/node_modules/ready
	@LAMA=semua $(RUN) pytest tests/slow/lama

bench: setup browsers     ## ukur berdampingan dengan pembanding (ROUNDS=5)
	@$(RUN) bench --rounds $(or $(ROUNDS),5)
	@$(RUN) bench.search
	@$(RUN) bench.edits

access: setup browsers    ## ukur aksesibilitas, lalu simpan angkanya untuk halaman aksesibilitas
	@$(RUN) pytest -n 0 tests/browser/test_axe.py tests/browser/test_targets.py tests/browser/test_lighthouse.py
	@$(RUN) publish.site.accessibility_table

screens: setup browsers   ## potret semua halaman untuk ditinjau, ke build/screens/index.html
	@$(RUN) tests.support.screens

screens-accept: setup browsers   ## terima tampilan sekarang sebagai gambar acuan (dibandingkan di make test)
	@$(RUN) tests.support.pictures

listen: setup browsers    ## tulis yang diucapkan pembaca layar di semua halaman, ke build/listen/ (SUARA="tips faq" untuk suaranya, dengan espeak-ng)
	@$(RUN) tests.support.listen $(SUARA)

clean:           ## hapus semua yang dibangun
	@rm -rf site dist build .venv node_modules tests/slow/lama/node_modules
