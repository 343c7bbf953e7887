"""Bytes to text: nothing is replaced silently, and what is no text is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.errors import UnreadableFile
from timeline_app.model import Problem

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer first: UTF-32's begins with UTF-16's."""

_SIGNATURES = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a zip archive or Office file; name a Word document .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx"),
    (b"{\\rtf", "a rich text file; save it as .docx or .txt"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"SQLite format 3\x00", "a database"),
)
"""First bytes of files that are no text, and what to say of them."""

_CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""Legacy encodings news is still found in."""

_NAMES = {
    "cp1252": "Windows-1252 (Western European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
}

# NUL, ESC and the other C0 controls that no text editor writes; tab, line ends and form feed are text.
_CONTROLS = bytes(i for i in range(32) if i not in (9, 10, 11, 12, 13))
_MOST_CONTROLS_IN_LEGACY = 0.01
_MOST_CONTROLS_IN_UTF8 = 0.3
"""Share of control bytes above which bytes are no text. Valid UTF-8 is strong evidence of text by itself."""

_BLANK = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and a problem when the encoding was guessed."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text that bytes hold.

    Args:
        data: the bytes of a file.
        name: the file, for messages.
        declared: an encoding the file claims for itself (HTML `meta charset`); UTF-8 goes first all
            the same, as text in another encoding is hardly ever valid UTF-8 by chance.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(name, "is not a text", f"it is {what}")
    wide = _utf16_without_mark(data)
    if wide:
        return Decoded(data.decode(wide), wide, (_guessed(name, wide.upper()),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, name, declared)
    _refuse_junk(data, name, _MOST_CONTROLS_IN_UTF8)
    return Decoded(text, "utf-8")


def refuse_blank(text: str, name: str) -> None:
    """Refuse a text in which nothing can be seen.

    Raises:
        UnreadableFile: only white space, zero-width characters or byte order marks.
    """
    if not text:
        raise UnreadableFile(name, "is empty", "the download or copy was interrupted")
    if _BLANK.fullmatch(text):
        raise UnreadableFile(name, "holds nothing but white space", "the text was not copied along")


def _decode_marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeDecodeError as fault:
        raise UnreadableFile(
            name, f"begins as {encoding} but breaks at byte {fault.start}", "the file was cut or joined"
        ) from None


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin text has a zero in every second byte, and hardly any in the others."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    encoding = "utf-16-le" if odd > 0.5 and even < 0.05 else "utf-16-be" if even > 0.5 and odd < 0.05 else ""
    try:
        data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return ""
    return encoding


def _decode_legacy(data: bytes, name: str, declared: str) -> Decoded:
    _refuse_junk(data, name, _MOST_CONTROLS_IN_LEGACY)
    encoding = _known(declared, data) or _guess(data)
    if not encoding:
        raise UnreadableFile(name, "is in no encoding that can be told", "it is not a text; save it as UTF-8")
    return Decoded(data.decode(encoding), encoding, (_guessed(name, _NAMES.get(encoding, encoding)),))


def _guessed(name: str, encoding: str) -> Problem:
    return Problem(name, None, f"is not UTF-8; read as {encoding}", "if letters look wrong, save the file as UTF-8")


def _known(declared: str, data: bytes) -> str:
    # Browsers read the label "iso-8859-1" as Windows-1252 (WHATWG Encoding Standard, section 4.2).
    label = declared.strip().lower().replace("_", "-")
    label = "cp1252" if label in ("iso-8859-1", "latin1", "us-ascii", "ascii") else label
    try:
        return label if label and isinstance(data.decode(label), str) else ""
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""


def _guess(data: bytes) -> str:
    """The likeliest legacy encoding; Windows-1252 where few bytes speak for any (the most common on the web)."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy

    high = sum(byte >= 0x80 for byte in data[:100_000])
    if high >= 12 or not _known("cp1252", data):
        best = from_bytes(data, cp_isolation=list(_CANDIDATES)).best()
        if best is not None:
            return str(best.encoding)
    return _known("cp1252", data)


def _refuse_junk(data: bytes, name: str, most: float) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(most * len(data), 1):
        raise UnreadableFile(
            name, f"is binary: {controls} of its {len(data)} bytes are control bytes", "not a text file"
        )
