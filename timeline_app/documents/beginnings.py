"""What the matches of a pattern begin with, read off the pattern: tables of many patterns are tried only where one may.

A regular expression that begins with a list of words is tried by `re` at every letter of a text, word by word. Where
the words are known, a look at the text's own first letters tells that most patterns of a table cannot match there.
"""

from __future__ import annotations

import re

_QUANTIFIER = re.compile(r"(?:[?*+]|\{(\d*),?\d*\})[?+]?")
_LOOKING = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[a-z-]*:))?")
_LETTERS = re.compile(r"\[([\w]+)\]")
_RUN = re.compile(r"[\w ]+(?![?*+{])")
_NESTED = re.compile(r"[\\\[(]")
_SIMPLE = re.compile(r"[^\\\[()|]+")
_ANY_LETTERS = re.compile(r"\.\{\d+,\d+\}\??(?:\\W\?)?")
_OTHER_LETTER = re.compile(r"[^\x00-\x7f]")
_NOT_ASCII = re.compile(r"[^\W\x00-\x7f]")
_PUNCTUATION = frozenset("()[]{}.?*+|^$\\")
_DIGITS = frozenset("0123456789")
_SWAPPED = ("ſ", "ı", "İ")
"""Letters that are s and i to `re.IGNORECASE` but not to `str.lower`."""


def beginnings(pattern: str) -> frozenset[str] | None:
    r"""Beginnings in lower case of which every match has one; None where the pattern does not tell.

    Only what lists of words are made of is understood: letters, groups, alternatives, `[ab]`, `[0-9]`, `\d`
    (of which the digits of ASCII are given). What looks ahead or behind is left out, so that more may begin, never
    less.

    >>> sorted(beginnings(r"\b(?:photos?|(?:no )?maps)"))
    ['maps', 'no ', 'photo']
    """
    try:
        return _of_alternatives(pattern)
    except (ValueError, IndexError):
        return None


def word_beginnings(pattern: str) -> frozenset[str] | None:
    """The same for patterns whose matches begin where a word begins, or with a letter that is none of ASCII."""
    found = frozenset[str]()
    for part in _split(pattern):
        some = beginnings(part)
        if some is None or any(one.isascii() and not one[0].isalnum() for one in some):
            return None
        if not part.startswith((r"\b", r"(?<!\w)")) and any(one.isascii() for one in some):
            return None
        found |= some
    return found


def held(pattern: str) -> frozenset[str] | None:
    """For patterns that begin with any letters: words in lower case of which every match holds one; else None."""
    if _LOOKING.match(pattern):
        pattern = pattern[_end_of_group(pattern) :]
    any_letters = _ANY_LETTERS.match(pattern)
    words = beginnings(pattern[any_letters.end() :]) if any_letters else None
    of_ascii = frozenset(_OTHER_LETTER.split(word)[0] for word in words or ())
    return of_ascii if of_ascii and "" not in of_ascii else None


def are_told(letters: str) -> bool:
    """Whether letters of a text can be compared with beginnings: those of ASCII and marks; others have odd cases."""
    return letters.isascii() or _NOT_ASCII.search(letters) is None


def lowered(text: str) -> str | None:
    """The text in lower case, None where `re.IGNORECASE` takes some letter of it for another of ASCII."""
    low = text.lower()
    return low if text.isascii() or not any(letter in text for letter in _SWAPPED) else None


def _of_alternatives(pattern: str) -> frozenset[str]:
    return frozenset[str]().union(*map(_of_sequence, _split(pattern)))


def _of_sequence(pattern: str) -> frozenset[str]:
    """The beginnings of one alternative.

    Raises:
        ValueError: they cannot be told.
    """
    run = ""
    while pattern:
        letters = _RUN.match(pattern)
        if letters and letters[0].isascii():
            run, pattern = run + letters[0].lower(), pattern[letters.end() :]
            continue
        try:
            piece, own, rest = _first(pattern)
        except ValueError:
            break
        quantifier = _QUANTIFIER.match(rest)
        rest = rest[quantifier.end() :] if quantifier else rest
        may_miss = quantifier is not None and (quantifier[0][0] in "?*" or quantifier[1] in ("", "0"))
        if piece is None:
            pattern = rest
        elif run and (may_miss or not own):
            break
        elif may_miss:
            return piece | _of_sequence(rest)
        elif not own or quantifier:
            return frozenset(run + one for one in piece)
        else:
            run, pattern = run + own, rest
    if not run:
        raise ValueError("it may begin with anything")
    return frozenset({run})


def _first(pattern: str) -> tuple[frozenset[str] | None, str, str]:
    """What the first piece may begin with (None: it takes no letter), the piece if it is one letter, and the rest."""
    if pattern.startswith((r"\b", r"\B")):
        return None, "", pattern[2:]
    if _LOOKING.match(pattern):
        return None, "", pattern[_end_of_group(pattern) :]
    group = _GROUP.match(pattern)
    if group:
        end = _end_of_group(pattern)
        return _of_alternatives(pattern[group.end() : end - 1]), "", pattern[end:]
    letters = _LETTERS.match(pattern)
    if letters:
        piece = frozenset(map(_plain, letters[1]))
        return piece, next(iter(piece)) if len(piece) == 1 else "", pattern[letters.end() :]
    for digits in (r"\d", "[0-9]"):
        if pattern.startswith(digits):
            return _DIGITS, "", pattern[len(digits) :]
    escaped = pattern[0] == "\\"
    letter = pattern[1] if escaped else pattern[0]
    if letter.isalnum() if escaped else letter in _PUNCTUATION:
        raise ValueError(f"{pattern[:2]} may be many letters")
    letter = _plain(letter)
    return frozenset({letter}), letter, pattern[1 + escaped :]


def _plain(letter: str) -> str:
    """A letter in lower case.

    Raises:
        ValueError: it is none of ASCII but has a form that is.
    """
    if not letter.isascii() and (letter.lower() + letter.upper() + letter.casefold()).encode("ascii", "ignore"):
        raise ValueError(f"{letter} is a letter of ASCII in another case")
    return letter.lower()


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern."""
    if not _NESTED.search(pattern):
        return pattern.split("|")
    parts, begin, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            parts.append(pattern[begin:at])
            begin = at + 1
        at = _after(pattern, at)
    return [*parts, pattern[begin:]]


def _end_of_group(pattern: str) -> int:
    """Where the group ends that a pattern begins with."""
    at = 1
    while pattern[at] != ")":
        at = _after(pattern, at)
    return at + 1


def _after(pattern: str, at: int) -> int:
    """Where letters, an escaped one, a class or a group end."""
    letters = _SIMPLE.match(pattern, at)
    if letters:
        return letters.end()
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    return at + _end_of_group(pattern[at:]) if pattern[at] == "(" else at + 1
