"""`python -m publish.tools.serve_address HOST:PORT`: whether `make serve` can have an address, and which is free if not."""

from __future__ import annotations

import errno
import socket
import sys

HIGHEST = 65535


def refusal(host: str, port: int) -> int:
    """Return the error number with which the machine refuses an address; 0 when it is free."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
        )  # as the server: what just stopped is no bar
        try:
            probe.bind((host, port))
        except socket.gaierror:
            return errno.EADDRNOTAVAIL
        except OSError as error:
            return error.errno or errno.EADDRNOTAVAIL
    return 0


def problem(address: str) -> str:
    """Return in Indonesian why an address cannot be served, and what to write; "" when it can."""
    host, _, number = address.rpartition(":")
    host = host.strip("[]")
    if not host or not number.isdecimal() or not 0 < int(number) <= HIGHEST:
        return (
            f'ALAMAT="{address}" tidak bisa dibaca. Tulis IP:PORT, misalnya: make serve ALAMAT=127.0.0.1:8001'
        )
    port = int(number)
    refused = refusal(host, port)
    if not refused:
        return ""
    if refused == errno.EADDRINUSE:
        free = next((one for one in range(port + 1, HIGHEST) if not refusal(host, one)), port)
        return (
            f"{address} sedang dipakai, mungkin oleh make serve yang lain. "
            f"Hentikan dulu, atau pakai yang kosong: make serve ALAMAT={host}:{free}"
        )
    if refused in (errno.EACCES, errno.EPERM):
        return (
            f"Port {port} tidak boleh dipakai di komputer ini. Pakai misalnya: make serve ALAMAT={host}:8000"
        )
    return f"{host} bukan alamat komputer ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk jaringan rumah."


if __name__ == "__main__":
    sys.exit(problem(sys.argv[1]) or None)
