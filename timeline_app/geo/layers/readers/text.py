"""Opening text files so that every fault of the file is one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from timeline_app.errors import UnreadableFile

_HEAD = 65_536  # characters: a header and some rows


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The file as UTF-8 text, line ends as they are; it is read as it is asked for.

    Raises:
        UnreadableFile: missing, a folder or no UTF-8, the last also while it is being read.
    """
    if path.is_dir():
        raise UnreadableFile(path.name, "is a folder", "name the file in it")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
    except FileNotFoundError:
        raise UnreadableFile(path.name, "there is no such file") from None
    except OSError as fault:
        raise UnreadableFile(path.name, f"cannot be read: {fault.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableFile(path.name, "is not UTF-8", "save it as UTF-8 ('CSV UTF-8' in a spreadsheet)") from None


def head_of(path: Path) -> str:
    """The beginning of a file, without blank space before it.

    Raises:
        UnreadableFile: as `opened`; or empty.
    """
    with opened(path) as file:
        head = file.read(_HEAD).lstrip()
        while not head and (more := file.read(_HEAD)):
            head = more.lstrip()
    if not head:
        raise UnreadableFile(path.name, "is empty")
    return head


def first_line(head: str) -> str:
    """The first line of the beginning of a file."""
    return (head.splitlines() or [""])[0]


def tabbed_lines(file: TextIO) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of every line with something in it; tabs part the cells, nothing is quoted."""
    for number, line in enumerate(file, 1):
        if line.strip():
            yield number, line.rstrip("\r\n").split("\t")
