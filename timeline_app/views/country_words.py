"""Countries by name where the gazetteer has codes, and the reasons for a place in words."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("countries.tsv")
# "the text speaks of IQ|SY (7 times)", "followed by its country LB", "runner-up Arāk (city) in IR", "lies in SY"
_CODES = re.compile(r"(?:(?<=\bspeaks of )|(?<=\bin )|(?<=\bcountry ))[A-Z]{2}(?:\|[A-Z]{2})*(?=$|[ ,;])")
_BORDER = re.compile(r"(?<=^the border of )([A-Z]{2})(?: and ([A-Z]{2}))?$")


@cache
def _names() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file, delimiter="\t")}


def country_words(codes: str) -> str:
    """The countries of a place in a sentence: "Iraq and Syria" for "IQ|SY"; a code nobody knows stays as it is."""
    names = [_names().get(code, code) for code in codes.split("|") if code]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def country_label(codes: str) -> str:
    """The same standing alone: "United States"."""
    return re.sub(r"\bthe (?=[A-Z])", "", country_words(codes))


def reason_words(reason: str) -> str:
    """Why a name was taken for a place, with countries by their names: "the text speaks of Syria (19 times)"."""
    told = _CODES.sub(lambda found: country_words(found.group()), reason)
    told = _BORDER.sub(lambda found: country_words("|".join(filter(None, found.groups()))), told)
    return told.replace("(1 times)", "(once)").replace("(2 times)", "(twice)")
