"""What every test of a page leaves behind as it found it."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def _main_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """`AppTest` leaves its script, a file deleted since, as `__main__`; new processes would look for it for ever."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
