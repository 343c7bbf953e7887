"""Word documents (docx): paragraphs of the main text, read with care for hostile archives."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from timeline_app.documents.archive import LOCKED, open_archive, read_member
from timeline_app.documents.reading import Reading
from timeline_app.errors import UnreadableFile
from timeline_app.model import Problem, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pict", f"{_W}txbxContent"}


def read_word(data: bytes, name: str) -> tuple[Reading, ...]:
    """The main text of a Word document, a line for each paragraph and an empty line between them.

    Text marked as hidden or deleted is not read.

    Raises:
        UnreadableFile: no docx, broken, locked, an archive bomb, or XML with a DOCTYPE.
    """
    archive = _open(data, name)
    body = _xml(read_member(archive, _BODY, name), name)
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
    if data.startswith(LOCKED):
        raise UnreadableFile(name, "is locked or an old .doc", "save it as .docx without a password")
    archive = open_archive(data, name, "a Word document")
    if _BODY not in archive.namelist():
        raise UnreadableFile(name, f"has no {_BODY} in it", "it is a zip archive or another Office file")
    return archive


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
    core = _xml(read_member(archive, _CORE, name), name)
    title = " ".join((core.findtext(f"{_DC}title") or "").split())
    language = (core.findtext(f"{_DC}language") or "").split("-")[0].lower()
    return title, language if len(language) in (2, 3) and language.isalpha() else ""
