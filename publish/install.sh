#!/bin/sh
# Runs a command that fetches packages, in silence. When it fails: one sentence on why, then the tool's own last words.
set -u
log=$(mktemp) || { echo "Folder sementara tidak bisa ditulisi. Penyimpanan komputer mungkin penuh."; exit 1; }
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT TERM HUP # else dash leaves the log behind
"$@" >"$log" 2>&1 && exit 0
code=$?
# npm may not say that the disk is full, since it cannot even write its log: look at where it writes.
full() { df -Pk . "${TMPDIR:-/tmp}" "$HOME" 2>/dev/null | awk 'NR > 1 && $4 < 10240 { found = 1 } END { exit !found }'; }
says() { grep -qE "$1" "$log"; }
if says 'ENOSPC|[Nn]o space left|[Dd]isk quota' || full; then
  why="Penyimpanan komputer ini penuh. Kosongkan dulu, lalu ulangi perintah ini."
elif says 'ensurepip is not available|No module named (venv|ensurepip)'; then
  why="Python ini tidak bisa membuat lingkungan. Di Debian atau Ubuntu: sudo apt-get install python3.13-venv"
elif says 'EINTEGRITY|DO NOT MATCH THE HASHES'; then
  why="Paket yang diunduh tidak sama dengan yang dikunci, jadi tidak dipasang. Ulangi; kalau terjadi lagi, jangan diteruskan."
elif says 'EUSAGE|can only install (packages|with an existing)|Invalid requirement'; then
  why="Berkas kunci paket tidak cocok atau rusak. Kembalikan package-lock.json dan requirements.lock dari git."
elif says 'EACCES|EPERM|EROFS|[Pp]ermission denied|Read-only file system'; then
  why="Folder proyek ini tidak boleh ditulisi. Periksa izin dan pemiliknya, lalu ulangi perintah ini."
elif says 'ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|TIMEOUT|ENETUNREACH|EHOSTUNREACH|CERT|ISSUER|npm error code E[45][0-9][0-9]|[Cc]onnection|timed out|name resolution|No matching distribution'; then
  why="Tempat unduhan paket tidak bisa dihubungi. Periksa internet dan pengaturan proxy, lalu ulangi perintah ini."
else
  why="Paket tidak bisa dipasang."
fi
echo "$why"
echo "Kata alat pemasangnya ($1):"
grep -v '^[[:space:]]*$' "$log" | tail -n 8 | sed 's/^/    /'
exit "$code"
