"""Text made fit for eyes and for searching; what is stored stays as it was written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

# Anything that cannot be seen: controls but tab and line feed ("\x00"), the soft hyphen, joiners,
# direction marks ("\u202e"), line separators, byte order marks, lone surrogates, tag characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_NAMES = {
    "\u00ad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
    "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO",
    "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\ufeff": "BOM",
}  # fmt: skip
"""Abbreviations of the Unicode standard (chapter 23)."""

_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """The text with everything invisible shown as a mark: NUL as "␀", a direction override as "⟦RLO⟧".

    Tab and line feed stay. So do joiners where a script needs them: between two letters of a script
    that joins or stacks (Arabic, Persian, Indic) and inside an emoji.
    """
    if text.isascii() and text.isprintable():
        return text  # most names: an answer in a tenth of the time
    return _UNSEEN.sub(_mark, text)


def _mark(match: re.Match[str]) -> str:
    char, text, at = match.group(), match.string, match.start()
    code = ord(char)
    if char in _JOINERS and _joins(text[at - 1 : at]) and _joins(text[at + 1 : at + 2]):
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟦{_NAMES.get(char, f'U+{code:04X}')}⟧"


def _joins(char: str) -> bool:
    """Whether a joiner beside this character does its proper work."""
    return bool(char) and (
        unicodedata.bidirectional(char) == "AL"
        or unicodedata.category(char) in ("Mn", "Mc", "So", "Sk")
        or "\u0900" <= char <= "\u0dff"
    )


_ALIKE = str.maketrans(
    {
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h", "ı": "i", "ŧ": "t",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ـ": "",
        **dict.fromkeys("'’‘`´ʿʾʼ", ""),
        **dict.fromkeys("-‐‑‒–—_/", " "),
    }
)  # fmt: skip
"""Letters with a stroke have no decomposition in Unicode; the kashida only stretches; apostrophes stand
for ayn and hamza as the writer likes; a hyphen parts words as a space does."""


@lru_cache(maxsize=65_536)
def fold_text(text: str) -> str:
    """The text as search compares it: no case, accents, vowel signs, invisible characters or apostrophes."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cf", "Cs"))
    return text.translate(_ALIKE).casefold()


def safe_url(url: str) -> str | None:
    """The address when it may become a link, else None (it is then shown as plain text).

    Only http and https with a host name pass. Refused are addresses that hide where they lead: with a
    user name before the host, with invisible characters, spaces, quotes, angle brackets or backslashes.
    A host name that is not ASCII ("аpple.com" in Cyrillic) passes in its ASCII form, "xn--pple-43d.com".
    """
    if not url.isprintable() or any(char in " \"'<>\\`{}|^" for char in url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        if host.isascii():
            return url
        name = host.encode("idna").decode("ascii")
    except ValueError:
        return None
    return parts._replace(netloc=name if port is None else f"{name}:{port}").geturl()
