"""The index of names: which places a folded name may mean. Kept behind one class so it can be swapped."""

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


class NameIndex:
    """Place numbers under plain keys and, for Arabic names, under folded keys, in order of adding."""

    def __init__(self) -> None:
        self._plain: dict[str, list[int]] = {}
        self._folded: dict[str, list[int]] = {}

    def add(self, number: int, plain: str, folded: str = "") -> None:
        """Let a name lead to a place; keys without letters lead nowhere."""
        for keys, key in ((self._plain, plain), (self._folded, folded)):
            if key:
                numbers = keys.setdefault(key, [])
                if number not in numbers[-3:]:
                    numbers.append(number)

    def plain(self, key: str) -> list[int]:
        """Places that bear exactly this plain key."""
        return self._plain.get(key, [])

    def folded(self, key: str) -> list[int]:
        """Places that bear a spelling of this folded key."""
        return self._folded.get(key, [])

    def plain_keys(self) -> list[str]:
        """Every plain key, for fuzzy look-ups."""
        return list(self._plain)

    def folded_keys(self) -> list[str]:
        """Every folded key, for fuzzy look-ups."""
        return list(self._folded)
