"""Spreadsheets for tests, written by another program than ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl


def xlsx(*rows: Sequence[Any], sheet: str = "List", change: Callable[[Any], None] | None = None) -> bytes:
    """A workbook of one sheet; `change` may do anything to it before it is saved."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    if change is not None:
        change(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def repacked(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The archive with some members replaced, added, or (None) left out."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *changed}:
            content = changed[name] if name in changed else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return held.getvalue()


def sheet_xml(rows: str) -> bytes:
    """A sheet of hand-written rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()
