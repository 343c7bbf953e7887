"""Whether work grows in proportion to its input: a ratio of two timings side by side, never seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 4
"""How much longer the longer input is. Quadratic work then takes 16 times as long."""

ALLOWED = 6.0
"""Between 4 and 16: caches and a busy machine add to the longer run."""

ROUNDS = 8
"""Only work that is too slow every time is too slow: noise hits some of the pairs, not all of them."""

GRAIN = 0.01
"""Seconds below which a clock says little."""


def grows_in_proportion(work: Callable[[str], object], unit: str, length: int) -> bool:
    """Whether `work` on `TIMES * length` characters of a repeated unit stays near `TIMES` times as long."""
    short, long = _repeated(unit, length), _repeated(unit, TIMES * length)
    for _ in range(ROUNDS):
        few, many = _seconds(work, short), _seconds(work, long)
        if many <= ALLOWED * max(few, GRAIN):
            return True
    return False


def _repeated(unit: str, length: int) -> str:
    return unit * (length // len(unit))


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()  # its rounds grow with what else the test run holds
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
