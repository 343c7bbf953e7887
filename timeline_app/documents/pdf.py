"""PDF files: the text layer, page by page, with running heads and page numbers told apart."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from timeline_app.documents.reading import Reading
from timeline_app.errors import UnreadableFile
from timeline_app.model import Problem, Zone

_MOST_PAGES = 500
_MOST_TEXT = 20 * 1024 * 1024
_LEAST_TEXT = 20
"""Letters in a whole file below which it is pictures of pages."""
_DIGITS = re.compile(r"\d{1,9}")


def read_pdf(data: bytes, name: str) -> tuple[Reading, ...]:
    """The text layer of a PDF.

    Raises:
        UnreadableFile: no PDF, broken, locked by a password, or without a text layer (scanned).
    """
    pages, problems, title = _pages(data, name)
    if sum(letter.isalnum() for page in pages for letter in page[:10_000]) < _LEAST_TEXT:
        raise UnreadableFile(name, "has no text layer", "it is scanned; run text recognition (OCR) on it first")
    text = "\n\n".join(pages)
    return (Reading(text, "pdf", title, marks=_running_lines(pages), problems=problems),)


def _pages(data: bytes, name: str) -> tuple[list[str], tuple[Problem, ...], str]:
    from pypdf import PdfReader  # noqa: PLC0415 - heavy
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs a line for every oddity
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(name, "is not a PDF", "another kind of file was renamed")
    pages: list[str] = []
    problems: tuple[Problem, ...] = ()
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(name, "is locked by a password", "save an unlocked copy")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        for number, page in enumerate(reader.pages, start=1):
            pages.append(_clean(page.extract_text()))
            if number == _MOST_PAGES or sum(map(len, pages)) > _MOST_TEXT:
                problems = (Problem(name, None, f"only the first {number} pages are read", "split the file"),)
                break
    except UnreadableFile:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
            NotImplementedError, OSError, AssertionError, ArithmeticError, MemoryError) as fault:  # fmt: skip
        # pypdf meets broken files with whatever its parser stumbles over.
        what = " ".join(str(fault).split())[:120] or type(fault).__name__
        raise UnreadableFile(name, f"is a broken PDF ({what})", "the download was cut") from None
    except ImportError:
        raise UnreadableFile(name, "is encrypted in a way that cannot be opened", "save an unlocked copy") from None
    return pages, problems, " ".join(title.split())


def _clean(page: str) -> str:
    """Extracted text without lone surrogates, which no file can hold."""
    return page.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _running_lines(pages: list[str]) -> tuple[Zone, ...]:
    """First and last lines that return on at least half of three or more pages, figures aside."""
    if len(pages) < 3:
        return ()
    edges: list[tuple[str, int, int]] = []
    offset = 0
    for page in pages:
        lines = [match for match in re.finditer(r"[^\n]+", page) if match[0].strip()]
        for line in {match.start(): match for match in (*lines[:2], *lines[-2:])}.values():
            words = line[0]
            start = offset + line.start() + len(words) - len(words.lstrip())
            edges.append((_DIGITS.sub("#", words.strip()), start, start + len(words.strip())))
        offset += len(page) + 2
    counts = Counter(key for key, _, _ in edges)
    return tuple(
        Zone(start, end, "furniture", "a line that returns page by page")
        for key, start, end in sorted(edges, key=lambda edge: edge[1])
        if counts[key] >= len(pages) / 2 and len(key) < 120
    )
