"""Spreadsheet files (Office Open XML, ECMA-376) of texts and numbers: nothing in them can run.

Written by hand: the libraries let hostile text through or cannot write in pieces, see
docs/decisions/0004-small-choices.md.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from timeline_app.errors import TimelineError
from timeline_app.export.xml_text import xml_text

Cell = str | float

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them."""
MOST_CHARACTERS = 32_767
"""UTF-16 units of a cell."""

# "_x0041_" would be read as "A": the underscore is written as "_x005F_" (ECMA-376, part 1, 22.9.2.19).
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

_PIECE = 1 << 16
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same events at the same moment give the same file

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Cell formats 0: a number; 1: text, which stays text when somebody edits the cell; 2: bold text.
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""
_TEXT, _BOLD = 1, 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: at most 31 characters, none of them a bracket, colon, slash, asterisk or question mark.
        rows: cells from column A on; "" leaves a cell empty.
        widths: of the columns, in characters.
        has_header: whether the first row is bold and stays in sight.
    """

    name: str
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int]
    has_header: bool = False


def write_workbook(sheets: Sequence[Sheet], creator: str, generated: datetime) -> Iterator[bytes]:
    """The file in pieces; the rows of a sheet are asked for when it is written, one sheet after the other.

    Args:
        sheets: the first one is what opens.
        creator: the program, for the file's properties.
        generated: the moment of writing, for the same; with a time zone.

    Raises:
        TimelineError: more rows than a sheet can hold.
    """
    held = _Held()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(sheets, creator, generated):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as member:
                for piece in text:
                    member.write(piece.encode("utf-8"))
                    yield from held.taken(_PIECE)
    yield from held.taken(0)


class _Held:
    """What the archive has written and nobody has fetched yet: an output that cannot be sought in."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def write(self, data: bytes, /) -> int:
        self._bytes += data
        return len(data)

    def flush(self) -> None:
        """Nothing is behind it."""

    def close(self) -> None:
        """Nothing is behind it."""

    def taken(self, least: int) -> Iterator[bytes]:
        if len(self._bytes) > least:
            yield bytes(self._bytes)
            self._bytes.clear()


def _parts(sheets: Sequence[Sheet], creator: str, generated: datetime) -> Iterator[tuple[str, Iterable[str]]]:
    numbers = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", [_content_types(numbers)]
    yield "_rels/.rels", [_relations([("officeDocument", "xl/workbook.xml"), (_CORE, "docProps/core.xml")])]
    yield "docProps/core.xml", [_properties(creator, generated)]
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        [f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'],
    )
    parts = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", [_relations([*parts, ("styles", "styles.xml")])]
    yield "xl/styles.xml", [_STYLES]
    for n, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{n}.xml", _sheet(sheet)


_CORE = f"{_PACKAGE}/relationships/metadata/core-properties"


def _content_types(numbers: range) -> str:
    parts = [("xl/workbook.xml", f"{_TYPE}.sheet.main+xml"), ("xl/styles.xml", f"{_TYPE}.styles+xml")]
    parts += [(f"xl/worksheets/sheet{n}.xml", f"{_TYPE}.worksheet+xml") for n in numbers]
    parts += [("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _properties(creator: str, generated: datetime) -> str:
    moment = generated.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{escape(creator)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created></cp:coreProperties>'
    )


def _sheet(sheet: Sheet) -> Iterator[str]:
    """The sheet's parts in the order that the schema asks for."""
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}">'
    if sheet.has_header:
        yield '<sheetViews><sheetView workbookViewId="0">'
        yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    yield "<cols>"
    for n, width in enumerate(sheet.widths, 1):
        yield f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    rows = iter(sheet.rows)
    first = [_row(1, row, _BOLD if sheet.has_header else _TEXT) for row in (next(rows, ()),)]
    yield from chain(first, (_row(n, row, _TEXT) for n, row in enumerate(rows, 2)))
    yield "</sheetData></worksheet>"


def _row(number: int, cells: Sequence[Cell], style: int) -> str:
    if number > MOST_ROWS:
        raise TimelineError(
            f"a spreadsheet holds {MOST_ROWS:,} rows and this view has more: filter it, or take another format"
        )
    written = "".join(_cell(f"{column_name(n)}{number}", cell, style) for n, cell in enumerate(cells) if cell != "")
    return f'<row r="{number}">{written}</row>'


def _cell(address: str, cell: Cell, style: int) -> str:
    """A number, or a text written in place: the type says so, whatever the text looks like."""
    if not isinstance(cell, str):
        return f'<c r="{address}"><v>{cell!r}</v></c>'
    words = escape(_ESCAPED.sub("_x005F_", xml_text(cut(cell))))
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def column_name(index: int) -> str:
    """The letters of a column counted from 0.

    >>> column_name(0), column_name(25), column_name(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cut(text: str) -> str:
    """As much of the text as a cell can hold, an ellipsis at its end where something is missing."""
    if len(text) <= MOST_CHARACTERS // 2 or _units(text) <= MOST_CHARACTERS:
        return text
    while _units(text) > MOST_CHARACTERS - 1:
        text = text[: len(text) - max(1, (_units(text) - MOST_CHARACTERS + 1) // 2)]
    return f"{text}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
