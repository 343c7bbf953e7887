"""What names are indexed under, and in which countries their spellings are folded."""

from __future__ import annotations

import re

from timeline_app.geo.fold import plain_key

ARABIC_NAMING = frozenset("SY LB IQ JO PS SA YE EG LY TN DZ MA SD AE QA KW BH OM MR".split())
"""Countries whose place names are transliterated from Arabic: only there do `fold` keys apply."""

_ACRONYM = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.){2,4}")


def name_key(name: str) -> str:
    """The plain key of a name; short acronyms keep their case ("=US"), so that "us" is no country."""
    return "=" + name.replace(".", "") if _ACRONYM.fullmatch(name) else plain_key(name)


def takes_fold(country: str) -> bool:
    """Whether spellings of this country's places vary as transliterations from Arabic do."""
    return not country or any(code in ARABIC_NAMING for code in country.split("|"))
