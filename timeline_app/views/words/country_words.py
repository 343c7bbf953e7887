"""Countries by name where the gazetteer has codes, and the reasons for a place in words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("countries.tsv")
# "the text speaks of IQ|SY (7 times)", "followed by its country LB", "runner-up Arāk (city) in IR", "lies in SY"
_CODES = re.compile(r"(?:(?<=\bspeaks of )|(?<=\bin )|(?<=\bcountry ))[A-Z]{2}(?:\|[A-Z]{2})*(?=$|[ ,;])")
_BORDER = re.compile(r"(?<=^the border of )[A-Z]{2}(?: and [A-Z]{2})*(?=$|;)")
_LIST = re.compile(r"(?<=\balso speaks of )[A-Z]{2}(?:, [A-Z]{2})*$")


@cache
def _names() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file, delimiter="\t")}


def country_words(codes: str) -> str:
    """The countries of a place in a sentence: "Iraq and Syria" for "IQ|SY"; a code nobody knows stays as it is."""
    return _listed(_names().get(code, code) for code in codes.split("|") if code)


def country_label(codes: str) -> str:
    """The same standing alone: "United States", where a sentence says "the United States"."""
    return _listed(_names().get(code, code).removeprefix("the ") for code in codes.split("|") if code)


def _listed(names: Iterable[str]) -> str:
    *others, last = [*names] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def reason_words(reason: str) -> str:
    """Why a name was taken for a place, with countries by their names: "the text speaks of Syria (19 times)"."""
    told = reason
    for pattern, between in ((_LIST, ", "), (_BORDER, " and "), (_CODES, "|")):
        told = pattern.sub(lambda found, mark=between: country_words(found.group().replace(mark, "|")), told)  # type: ignore[misc]
    return told.replace("(1 times)", "(once)").replace("(2 times)", "(twice)")
