"""Word documents (docx): paragraphs of the main text, read with care for hostile archives."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from timeline_app.documents.reading import Reading
from timeline_app.errors import UnreadableFile
from timeline_app.model import Problem, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_BYTES = 50 * 1024 * 1024
"""Unpacked bytes in all from which an archive is refused."""
_MOST_RATIO = 100
"""Unpacked to packed bytes; text packs at about 10."""
_MOST_MEMBERS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pict", f"{_W}txbxContent"}
_CHUNK = 65_536


def read_word(data: bytes, name: str) -> tuple[Reading, ...]:
    """The main text of a Word document, a line for each paragraph and an empty line between them.

    Text marked as hidden or deleted is not read.

    Raises:
        UnreadableFile: no docx, broken, locked, an archive bomb, or XML with a DOCTYPE.
    """
    archive = _open(data, name)
    body = _xml(_member(archive, _BODY, name), name)
    texts: list[str] = []
    marks: list[Zone] = []
    start = hidden = 0
    for paragraph in body.iter(f"{_W}p"):
        words, left_out = _words(paragraph)
        hidden += left_out
        if words.strip():
            if _style(paragraph) == "title":
                lead = len(words) - len(words.lstrip())
                marks.append(Zone(start + lead, start + len(words.rstrip()), "headline", "styled as the title"))
            texts.append(words)
            start += len(words) + 2
    title, language = _properties(archive, name)
    problems = (Problem(name, None, f"{hidden} hidden passages were left out", ""),) if hidden else ()
    text = "\n\n".join(texts)
    return (Reading(text, "docx", title, language=language, marks=tuple(marks), problems=problems),)


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(name, "is locked or an old .doc", "save it as .docx without a password")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError, IndexError,
            NotImplementedError, RuntimeError) as fault:  # fmt: skip
        raise UnreadableFile(name, f"is not a Word document ({fault})", "another kind of file was renamed") from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_BYTES or unpacked > _MOST_RATIO * max(len(data), 1):
        raise UnreadableFile(
            name, f"unpacks to {unpacked / 1048576:.0f} MB in {len(members)} parts", "an archive made to do harm"
        )
    if _BODY not in archive.namelist():
        raise UnreadableFile(name, f"has no {_BODY} in it", "it is a zip archive or another Office file")
    return archive


def _member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """A member's bytes, counted while unpacking: what the archive says of its sizes may be a lie."""
    most = min(_MOST_BYTES, _MOST_RATIO * max(archive.getinfo(member).compress_size, 1) + _CHUNK)
    unpacked = bytearray()
    try:
        with archive.open(member) as packed:
            while chunk := packed.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > most:
                    raise UnreadableFile(name, f"{member} unpacks to too much", "an archive made to do harm")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as fault:
        raise UnreadableFile(name, f"{member} cannot be unpacked ({fault})", "the file is cut or locked") from None
    return bytes(unpacked)


def _xml(data: bytes, name: str) -> _Element:
    from lxml import etree  # noqa: PLC0415 - heavy

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile(name, f"holds broken XML ({fault})", "the file is cut") from None
    if root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in data[:10_000]:
        raise UnreadableFile(name, "holds a DOCTYPE, which no Word document has", "a file made to do harm")
    return root


def _words(paragraph: _Element) -> tuple[str, int]:
    """The words of a paragraph and how many of its runs are hidden."""
    parts: list[str] = []
    hidden = 0
    for run in paragraph.iter(f"{_W}r"):
        inside = {ancestor.tag for ancestor in _between(run, paragraph)}
        if inside & _LEFT_OUT or f"{_W}p" in inside:
            continue
        text = "".join(_TEXTS.get(str(item.tag), item.text if item.tag == f"{_W}t" else "") or "" for item in run)
        if _is_hidden(run):
            hidden += bool(text.strip())
        else:
            parts.append(text)
    return "".join(parts), hidden


def _between(run: _Element, paragraph: _Element) -> list[_Element]:
    found = []
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            break
        found.append(ancestor)
    return found


def _is_hidden(run: _Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return (style.get(f"{_W}val") or "").lower() if style is not None else ""


def _properties(archive: zipfile.ZipFile, name: str) -> tuple[str, str]:
    """Title and language the author set; the days of making and saving a file are none of publication."""
    if _CORE not in archive.namelist():
        return "", ""
    core = _xml(_member(archive, _CORE, name), name)
    title = " ".join((core.findtext(f"{_DC}title") or "").split())
    language = (core.findtext(f"{_DC}language") or "").split("-")[0].lower()
    return title, language if len(language) in (2, 3) and language.isalpha() else ""
