"""What is said: results on standard output or in a file, everything else on standard error."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from timeline_app.errors import TimelineError

if TYPE_CHECKING:
    from timeline_app.export import Exporter
    from timeline_app.model import Problem
    from timeline_app.pipeline import Progress

_DATABASE = b"SQLite format 3\0"
_MOST_WARNINGS = 50


def say(line: str) -> None:
    """One line on standard error; control characters of hostile names are shown, not obeyed."""
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in line)
    print(shown.encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)


def report(problems: Iterable[Problem]) -> None:
    """Each problem on a line, with a count of those that are not shown."""
    listed = list(problems)
    for problem in listed[:_MOST_WARNINGS]:
        say(f"warning: {problem}")
    if len(listed) > _MOST_WARNINGS:
        say(f"warning: and {len(listed) - _MOST_WARNINGS} more, all in the export's 'problems'")


def progress(total: int) -> Progress | None:
    """Progress on standard error, only where somebody watches and waits."""
    if total < 3 or not sys.stderr.isatty():
        return None
    return lambda done, of, name: say(f"{done}/{of} {name}" if name else f"{done}/{of} done")


def check_output(output: Path | None, read: Iterable[Path | str]) -> None:
    """Refuse an output that would destroy what is read, before anything is read.

    Args:
        output: where the result is to go; None: standard output.
        read: files the command reads, the store among them; those that are not there count for nothing.

    Raises:
        TimelineError: the output is a folder, one of those files or any SQLite database.
    """
    if output is None:
        return
    if output.is_dir():
        raise TimelineError(f"{str(output)!r}: is a folder, not a file to write (likely mistake: no file name)")
    if not output.exists():
        return
    for path in map(Path, read):
        if path.exists() and output.samefile(path):
            raise TimelineError(f"{output}: is read by this command and would be overwritten (likely mistake: -o)")
    if output.is_file() and _first_bytes(output) == _DATABASE:
        raise TimelineError(f"{output}: is a store or another database; it is not overwritten")


def check_terminal(exporter: Exporter, output: Path | None) -> None:
    """Refuse to show on a terminal what is no text.

    Raises:
        TimelineError: saying what to do instead.
    """
    if output is None and not exporter.is_text and sys.stdout.isatty():
        raise TimelineError(f"a terminal cannot show {exporter.label}: name a file, such as -o events{exporter.suffix}")


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE))
    except OSError as fault:
        raise TimelineError(f"{path}: cannot be written ({fault.strerror})") from None


def write_text(pieces: Iterable[str], output: Path | None = None) -> None:
    """The same as `write`, as UTF-8."""
    write((piece.encode("utf-8") for piece in pieces), output)


def write(chunks: Iterable[bytes], output: Path | None) -> None:
    """To standard output, or to a file that is there whole or not at all.

    Raises:
        TimelineError: the disk is full, the folder is missing or may not be written.
    """
    if output is None:
        _write_or_tell("standard output", sys.stdout.buffer, chunks)
    elif output.exists() and not output.is_file():  # /dev/stdout, a named pipe
        with _opened(output) as file:
            _write_or_tell(str(output), file, chunks)
    else:
        _write_whole(chunks, output.resolve())


def _opened(output: Path) -> BinaryIO:
    try:
        return output.open("wb", buffering=0)
    except OSError as fault:
        raise TimelineError(f"{output}: cannot be written ({fault.strerror})") from None


def _write_or_tell(name: str, file: BinaryIO, chunks: Iterable[bytes]) -> None:
    try:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        if file is sys.stdout.buffer:
            forget_output()
        raise TimelineError(f"{name}: cannot be written ({fault.strerror})") from None


def forget_output() -> None:
    """Send what is still to be written to standard output nowhere, so that leaving does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_whole(chunks: Iterable[bytes], output: Path) -> None:
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{output.name[:100]}.", suffix=".part", dir=output.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
        part.chmod(output.stat().st_mode & 0o777 if output.exists() else 0o666 & ~_umask())
        part.replace(output)
    except OSError as fault:
        raise TimelineError(f"{output}: cannot be written ({fault.strerror})") from None
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _umask() -> int:
    """The rights new files are not given; reading it means setting it for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def print_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Columns as wide as their widest cell (the last one runs on); control characters are shown."""
    from timeline_app.views import visible

    shown = [tuple(" ".join(visible(cell).split()) for cell in row) for row in (head, *rows)]
    widths = [min(40, max(len(row[i]) for row in shown)) for i in range(len(head) - 1)]
    write_text(map(_line(widths), shown))


def _line(widths: Sequence[int]) -> Callable[[tuple[str, ...]], str]:
    def line(row: tuple[str, ...]) -> str:
        cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        return f"{cells}  {row[-1]}\n".encode("utf-8", "backslashreplace").decode()

    return line
