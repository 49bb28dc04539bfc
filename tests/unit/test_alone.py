"""A test marked `alone` waits until every other has ended, and none starts before it has."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from tests.support.alone import place


def run(folder: Path, alone: bool, ends: threading.Event, at: list[str], name: str) -> threading.Thread:
    """Take a place in a thread of its own, and keep it until an event."""

    def body() -> None:
        with place(folder, alone):
            at.append(name)
            assert ends.wait(10)
            at.append(f"{name} ends")

    thread = threading.Thread(target=body)
    thread.start()
    return thread


def test_who_measures_is_alone(tmp_path: Path) -> None:
    at: list[str] = []
    first, measured, later = threading.Event(), threading.Event(), threading.Event()
    threads = [run(tmp_path, False, first, at, "first")]
    while at != ["first"]:
        time.sleep(0.01)
    threads.append(run(tmp_path, True, measured, at, "measured"))
    time.sleep(0.2)
    threads.append(run(tmp_path, False, later, at, "later"))
    time.sleep(0.2)
    assert at == ["first"]
    for end in (first, measured, later):
        end.set()
        time.sleep(0.2)
    for thread in threads:
        thread.join()
    assert at == ["first", "first ends", "measured", "measured ends", "later", "later ends"]
