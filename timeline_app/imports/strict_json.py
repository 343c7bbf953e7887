"""JSON as its standard has it: no NaN, no doubled key, no number that would be kept wrongly, no abyss."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any, NoReturn

from timeline_app.errors import InvalidData

MAX_DEPTH = 50
"""Lists within objects within lists: ours need 7, GeoJSON's deepest geometry 9."""

_MAX_WHOLE = 2**53
"""The largest whole number every JSON reader keeps exactly (RFC 8259, section 6)."""

_MAX_DIGITS = 40
"""Digits of one number; a float keeps 17."""


def load_json(text: str, name: str) -> Any:
    """The value a JSON text tells.

    Raises:
        InvalidData: naming the file, the line where it can be told, and the likely mistake.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, name),
            parse_constant=lambda word: _refuse_constant(word, name),
            parse_int=lambda digits: _whole(digits, name),
            parse_float=lambda digits: _fraction(digits, name),
        )
    except json.JSONDecodeError as fault:
        raise InvalidData(name, f"is broken JSON at line {fault.lineno}: {fault.msg}", _likely(fault)) from None
    except RecursionError:
        raise _too_deep(name) from None
    _check_depth(value, name)
    return value


def _likely(fault: json.JSONDecodeError) -> str:
    """A fault at the very end means that the end is missing."""
    rest = fault.doc[fault.pos :].strip()
    cut = not rest or "Unterminated" in fault.msg
    return "the file was cut off, as by a broken download" if cut else "it was edited by hand"


def _object(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        (doubled, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise InvalidData(name, f"has the key {doubled!r:.60} twice in one object", "two versions were joined")
    return found


def _refuse_constant(word: str, name: str) -> NoReturn:
    raise InvalidData(name, f"holds {word}, which JSON does not know", "a missing number should be null")


def _whole(digits: str, name: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > _MAX_WHOLE:
        raise _too_large(digits, name)
    return int(digits)


def _fraction(digits: str, name: str) -> float:
    number = float(digits) if len(digits) <= _MAX_DIGITS else math.inf
    if not math.isfinite(number):
        raise _too_large(digits, name)
    return number


def _too_large(digits: str, name: str) -> InvalidData:
    shown = digits if len(digits) <= 24 else f"{digits[:12]}... of {len(digits)} characters"
    return InvalidData(
        name, f"holds the number {shown}, which cannot be kept exactly", "write long ids as text, in quotes"
    )


def _too_deep(name: str) -> InvalidData:
    return InvalidData(name, f"nests more than {MAX_DEPTH} levels deep", "it is no event file")


def _check_depth(value: object, name: str) -> None:
    """Level by level, so that no depth can exhaust the stack."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [item for one in level for item in _items(one)]
        if not level:
            return
    raise _too_deep(name)


def _items(value: object) -> list[object]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [item for item in inner if isinstance(item, dict | list)]
