"""Spreadsheet files (Office Open XML, ECMA-376): their sheets as rows of text. Macros and links are never looked at.

Read by hand: the libraries hide errors and formulas without a result, see docs/decisions/0004-small-choices.md.
"""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app.documents.archive import read_member
from timeline_app.errors import InvalidData
from timeline_app.imports.cell_formats import BUILT_IN, Shown, plain_number, read_serial, shown_as
from timeline_app.imports.strict_xml import each_end, local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "xl/workbook.xml"
_MOST_COLUMNS = 16_384

# "B12", "XFD1048576"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# "_x000D_": a character that XML cannot hold (ECMA-376, part 1, 22.9.2.19)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet: its name, whether it is hidden, and where it lies in the archive."""

    name: str
    is_hidden: bool
    member: str


@dataclass(slots=True)
class Told:
    """What was met in the cells of a sheet beside their text.

    Attributes:
        faults: row and what is wrong with a cell, which counts as empty.
        formulas: cells whose kept result was read.
        months: cells whose first day stands for their month or year.
        hidden: rows that a person does not see.
        merged: areas of cells that were made one.
    """

    faults: list[tuple[int, str]] = field(default_factory=list)
    formulas: int = 0
    months: int = 0
    hidden: int = 0
    merged: int = 0


class Workbook:
    """An open workbook.

    Args:
        archive: the file, opened by `documents.archive`.
        name: its name, for messages.
    """

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._members = set(archive.namelist())
        root = whole(read_member(archive, MAIN, name), name, MAIN)
        self._from_1904 = any(
            local(one) == "workbookPr" and one.get("date1904") in ("1", "true", "on") for one in root.iter()
        )
        self.sheets = tuple(self._listed(root))

    @property
    def has_macros(self) -> bool:
        """Whether programs lie in it."""
        return any(member.lower().endswith("vbaproject.bin") for member in self._members)

    def _listed(self, root: _Element) -> Iterator[SheetInfo]:
        targets = self._targets()
        for sheet in root.iter():
            link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
            if local(sheet) == "sheet" and link in targets:
                yield SheetInfo(sheet.get("name", ""), sheet.get("state", "visible") != "visible", targets[link])

    def _targets(self) -> dict[str, str]:
        """The members that hold worksheets, by the id the workbook calls them; charts and macro sheets are none."""
        member = "xl/_rels/workbook.xml.rels"
        if member not in self._members:
            raise InvalidData(self._name, f"has no {member}", "the file was cut or put together by hand")
        found = {}
        for link in whole(read_member(self._archive, member, self._name), self._name, member):
            target = posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
            if link.get("Type", "").endswith("/worksheet") and target in self._members:
                found[link.get("Id", "")] = target
        return found

    @cached_property
    def _strings(self) -> list[str]:
        """Texts that several cells share."""
        member = "xl/sharedStrings.xml"
        if member not in self._members:
            return []
        data = read_member(self._archive, member, self._name)
        strings = []
        for element in each_end(data, self._name, member, "si"):
            strings.append(_text(element))
            element.clear()
        return strings

    @cached_property
    def _formats(self) -> list[Shown]:
        """What each cell format makes of a number."""
        member = "xl/styles.xml"
        if member not in self._members:
            return []
        root = whole(read_member(self._archive, member, self._name), self._name, member)
        codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter() if local(one) == "numFmt"}
        cells = (one for group in root if local(group) == "cellXfs" for one in group)
        return [_shown(one.get("numFmtId", "0"), codes) for one in cells]

    def rows(self, sheet: SheetInfo, told: Told) -> Iterator[tuple[int, dict[int, str]]]:
        """The rows that are not blank: number, counted from 1, and texts by column, counted from 0.

        Args:
            sheet: one of `sheets`.
            told: is told what was met beside the texts.
        """
        number = 0
        data = read_member(self._archive, sheet.member, self._name)
        for element in each_end(data, self._name, sheet.member, "row", "mergeCell"):
            if local(element) == "mergeCell":
                told.merged += 1
                continue
            number = _counted(element.get("r"), number + 1)
            cells = self._cells(element, number, told)
            if cells:
                told.hidden += element.get("hidden") in ("1", "true")
                yield number, cells
            element.clear()

    def _cells(self, row: _Element, number: int, told: Told) -> dict[int, str]:
        cells: dict[int, str] = {}
        column = -1
        for cell in row:
            if local(cell) != "c":
                continue
            column = _column(cell.get("r"), column + 1)
            if column >= _MOST_COLUMNS:
                raise InvalidData(self._name, f"row {number} goes beyond the last column", "it was made to do harm")
            text = self._cell(cell, told, number, column)
            if text.strip():
                cells[column] = text
        return cells

    def _cell(self, cell: _Element, told: Told, number: int, column: int) -> str:
        """The text of a cell; what cannot be told is a fault, and the cell is empty."""
        kind = cell.get("t", "n")
        parts = {local(part): part for part in cell}
        value = parts["v"].text or "" if "v" in parts else None
        if "f" in parts and kind == "n" and not (value or "").strip():
            value = None  # some programs write an empty result
        told.formulas += "f" in parts and value is not None
        try:
            if kind == "inlineStr":
                return _text(parts["is"]) if "is" in parts else ""
            if value is None:
                if "f" in parts:
                    raise ValueError("holds a formula without a result; open and save the file in a spreadsheet first")
                return ""
            return self._value(kind, value, cell.get("s", ""), told)
        except ValueError as fault:
            told.faults.append((number, f"cell {column_letters(column)}{number} {fault}; taken as empty"))
            return ""

    def _value(self, kind: str, value: str, style: str, told: Told) -> str:
        """What a cell's value tells.

        Raises:
            ValueError: an error of the spreadsheet, or nothing that can be read.
        """
        if kind == "s":
            return self._shared(value)
        if kind == "str":
            return _unescaped(value)
        if kind == "b":
            return "TRUE" if value.strip() in ("1", "true") else "FALSE"
        if kind == "e":
            raise ValueError(f"holds the error {value.strip():.20}")
        if kind == "d":
            return value.strip().removesuffix("T00:00:00")
        return self._number(value, style, told)

    def _shared(self, value: str) -> str:
        index = int(value) if value.strip().isdecimal() and len(value) < 10 else -1
        if not 0 <= index < len(self._strings):
            raise ValueError("names a text that is not in the file")
        return self._strings[index]

    def _number(self, value: str, style: str, told: Told) -> str:
        if not value.strip():
            return ""
        number = float(value) if len(value) < 60 else math.nan
        if not math.isfinite(number):
            raise ValueError(f"holds {value.strip():.20}, which is no number")
        index = int(style) if style.isdecimal() and len(style) < 9 else -1
        shown = self._formats[index] if 0 <= index < len(self._formats) else "number"
        if shown == "number":
            return plain_number(number)
        written = read_serial(number, shown, self._from_1904)
        told.months += shown in ("month", "year") and len(written) < 10
        return written


def _shown(number: str, codes: dict[str | None, str]) -> Shown:
    if number in codes:
        return shown_as(codes[number])
    return BUILT_IN.get(int(number), "number") if number.isdecimal() and len(number) < 9 else "number"


def _text(element: _Element) -> str:
    """The runs of a text one after the other, without the readings beside East Asian words."""
    if len(element) == 1 and local(element[0]) == "t":
        return _unescaped(element[0].text or "")
    runs = (run for run in element if local(run) in ("t", "r"))
    pieces = (run if local(run) == "t" else next((t for t in run if local(t) == "t"), run) for run in runs)
    return _unescaped("".join(piece.text or "" for piece in pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _counted(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 8 else otherwise


def _column(address: str | None, otherwise: int) -> int:
    """The column of an address such as "B12", counted from 0; cells without one follow each other."""
    match = _ADDRESS.fullmatch(address or "")
    if match is None:
        return otherwise
    index = 0
    for letter in match[1]:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
