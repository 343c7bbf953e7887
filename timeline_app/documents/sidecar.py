"""What stands in FILE.meta.json beside a file: the user's own word on where a text comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline_app.documents.language import language_tag
from timeline_app.errors import InvalidData

SUFFIX = ".meta.json"
_TEXTS = ("title", "publisher", "url", "language")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the user says of a file; "" and None where nothing is said."""

    published: date | None = None
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


def parse_sidecar(data: bytes, name: str) -> Mapping[str, object]:
    """The object a sidecar file holds.

    Raises:
        InvalidData: not one JSON object.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise InvalidData(name, f"is not JSON ({fault})", "a comma or a quote is missing") from None
    if not isinstance(found, dict):
        raise InvalidData(name, "is not one JSON object", 'it should look like {"published": "2017-08-30"}')
    return found


def check_sidecar(meta: Mapping[str, object], name: str) -> Sidecar:
    """The fields of a sidecar, checked; unknown fields are left alone (other tools write them too).

    Raises:
        InvalidData: a field is not of its kind, named with its value.
    """
    texts = {field: _text(meta, field, name) for field in _TEXTS}
    if texts["url"] and not texts["url"].lower().startswith(("http://", "https://")):
        raise InvalidData(name, f"'url' is {texts['url']!r:.80}", "a link begins with http:// or https://")
    if texts["language"] and not _LANGUAGE.fullmatch(texts["language"]):
        raise InvalidData(name, f"'language' is {texts['language']!r:.80}", "it is a code such as 'en'")
    texts["language"] = language_tag(texts["language"])
    return Sidecar(_published(meta, name), **texts)


def _text(meta: Mapping[str, object], field: str, name: str) -> str:
    value = meta.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidData(name, f"'{field}' is {value!r:.80}, not a text", "quotes are missing")
    return " ".join(value.split())


def _published(meta: Mapping[str, object], name: str) -> date | None:
    value = meta.get("published")
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise InvalidData(
            name, f"'published' is {value!r:.80}", "a date is written YYYY-MM-DD, as 2017-08-30"
        ) from None
