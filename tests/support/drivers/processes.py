"""Programs that run beside a test, and the ports that they listen at."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import Any

from tests.support import engines
from tests.support.drivers.driver import PATIENCE

MISSING = "{} tidak ditemukan. Pasang dengan `sudo apt-get install {}`."


def need(names: tuple[str, ...], package: str) -> str:
    """Return where a program is; NoBrowser, with what to install, when it is nowhere."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise engines.NoBrowser(MISSING.format(names[0], package))
    return found


def free_port() -> int:
    """Return a port of the loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def alive(group: int) -> bool:
    """Return whether a process of this group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def connect(port: int, process: subprocess.Popen[bytes]) -> socket.socket:
    """Return a connection to a port as soon as a process listens there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            line = socket.create_connection(("127.0.0.1", port), 1)
        except OSError:
            assert process.poll() is None, "the browser ended"
            assert time.monotonic() < end, "the browser does not listen"
            time.sleep(0.05)
        else:
            line.settimeout(PATIENCE)
            return line


@contextlib.contextmanager
def running(
    command: list[str], environment: dict[str, str] | None = None, **given: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, in silence, while the context lasts."""
    quiet: Any = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, **quiet, **given)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Run an X server that shows nothing; return its name."""
    end, start = os.pipe()
    command = [
        need(("Xvfb",), "xvfb"),
        "-displayfd",
        str(start),
        "-screen",
        "0",
        "1024x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with running(command, pass_fds=[start]), os.fdopen(end) as answer:
        os.close(start)
        yield f":{answer.readline().strip()}"
