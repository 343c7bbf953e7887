"""Look-alike letters: "Кyiv" with a Cyrillic К is flagged, never silently matched or silently different.

Full-width letters are flagged too; folding reads them as the ordinary ones (NFKC).
"""

from __future__ import annotations

import unicodedata

_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкорсухуԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικτα",
    "ABESIJKMHOPCTYXaesijkopcyxydhABEZHIKMNOPTYXovikta",
)
"""Cyrillic and Greek letters that look like Latin ones (after Unicode's confusables, UTS 39)."""

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def _scripts(word: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for letter in word:
        name = "" if letter.isascii() else unicodedata.name(letter, "")
        script = "LATIN" if letter.isascii() and letter.isalpha() else name.split(" ")[0]
        if script in _SCRIPTS:
            found.setdefault(script, letter)
    return found


def latin_twin(word: str) -> tuple[str, str]:
    """A word with its look-alike letters made Latin, and what was odd ("" for a word of one script).

    >>> latin_twin("Кyiv")
    ('Kyiv', 'Cyrillic К among Latin letters')
    """
    if word.isascii():
        return word, ""
    if any("\uff01" <= letter <= "\uff5e" for letter in word):
        return word, "full-width letters"
    scripts = _scripts(word)
    others = [script for script in scripts if script != "LATIN"]
    if "LATIN" not in scripts or not others:
        return word, ""
    odd = f"{others[0].capitalize()} {scripts[others[0]]} among Latin letters"
    return word.translate(_TWINS), odd
