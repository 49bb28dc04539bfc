#!/bin/sh
# Installs the browsers and servers that the tests drive: Debian's packages where that is possible,
# else it says in one sentence what is missing.
set -eu
need=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || need="$need chromium"
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || need="$need firefox-esr"
command -v WebKitWebDriver >/dev/null || need="$need webkit2gtk-driver"
command -v Xvfb >/dev/null || need="$need xvfb"
# The hosts behind which the built site is tried, and what asks them for pages (tests/site/test_hosting.py).
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || need="$need nginx-light"
command -v caddy >/dev/null || need="$need caddy"
command -v wrk >/dev/null || need="$need wrk"
# What speaks (tests/browser/test_read_aloud.py).
{ command -v speech-dispatcher && command -v espeak-ng; } >/dev/null || need="$need speech-dispatcher speech-dispatcher-espeak-ng espeak-ng"
# What reads the pages of a print (tests/browser/test_card.py).
command -v pdftotext >/dev/null || need="$need poppler-utils"
# What reads the square code of a print (tests/browser/test_paper.py).
command -v zbarimg >/dev/null || need="$need zbar-tools"
# Another day on the machine's calendar (tests/slow/test_days.py).
command -v faketime >/dev/null || need="$need faketime"
# The dictionary for the words of the guide (publish/content/language/spelling.py).
hunspell -D </dev/null 2>&1 | grep -q id_ID || need="$need hunspell hunspell-id"
fc-list 2>/dev/null | grep -q DejaVu || need="$need fonts-dejavu-core"
[ -n "$need" ] || exit 0
if [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
  echo "Memasang dari Debian:$need"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  # shellcheck disable=SC2086  # the list is words on purpose
  apt-get -qq install -y --no-install-recommends $need >/dev/null
else
  echo "Belum terpasang:$need (misalnya: sudo apt-get install$need). Tanpa itu sebagian pemeriksaan tidak jalan; laporan di akhir menyebutnya."
  [ "${CI:-}" != true ] || exit 1
fi
