"""JSON in pieces: safe to encode as UTF-8, one item of a list a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

# What cannot be seen, or cannot be written as UTF-8, is written as JSON's "\u202e": lone surrogates,
# direction overrides, byte order marks, joiners, delete and C1 controls, tag characters.
_ESCAPED = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def dump(value: object) -> str:
    """The value as JSON on one line.

    Raises:
        ValueError: it holds NaN or infinity, which JSON has no word for.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda match: json.dumps(match.group())[1:-1], text)


def listed(name: str, items: Iterable[object]) -> Iterator[str]:
    """A member of an object, `"name": [...]`, in pieces."""
    yield f'"{name}": ['
    mark = "\n"
    for item in items:
        yield mark + dump(item)
        mark = ",\n"
    yield "]"
