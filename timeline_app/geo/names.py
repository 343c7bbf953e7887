"""The index of names: which places a folded name may mean. Kept behind one class so it can be swapped."""

from __future__ import annotations

import re

from timeline_app.geo.fold import plain_key, skeleton

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
        self._consonants: dict[str, list[int]] = {}
        self._beginnings: dict[str, list[str]] = {}  # made when first asked for

    def add(self, number: int, plain: str, folded: str = "") -> None:
        """Let a name lead to a place; keys without letters lead nowhere."""
        self._beginnings.clear()
        consonants = skeleton(plain) if folded else ""
        for keys, key in ((self._plain, plain), (self._folded, folded), (self._consonants, consonants)):
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

    def skeletal(self, key: str) -> list[int]:
        """Places that bear a name of these consonants."""
        return self._consonants.get(key, [])

    def plain_keys(self, beginning: str) -> list[str]:
        """Plain keys of one beginning of two letters or more, for names that no other key finds."""
        if not self._beginnings:
            for key in self._plain:
                self._beginnings.setdefault(key[:2], []).append(key)
        same = self._beginnings.get(beginning[:2], [])
        return [key for key in same if key.startswith(beginning)] if len(beginning) > 2 else same
