"""The doors of this room: a path, bytes or pasted text in, documents out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from timeline_app.documents.assemble import assemble
from timeline_app.documents.decode import refuse_blank
from timeline_app.documents.pdf import read_pdf
from timeline_app.documents.plain import read_front, read_plain
from timeline_app.documents.reading import Reading
from timeline_app.documents.sidecar import SUFFIX, check_sidecar, parse_sidecar
from timeline_app.documents.table import looks_like_reports, read_table
from timeline_app.documents.web import read_web
from timeline_app.documents.word import read_word
from timeline_app.errors import UnreadableFile
from timeline_app.model import Document, sha256_hex

MOST_BYTES = 20 * 1024 * 1024
"""Size in bytes from which a file is refused: no article is as long, and everything is kept in memory."""

Reader = Callable[[bytes, str], tuple[Reading, ...]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_web,
    ".htm": read_web,
    ".xhtml": read_web,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".csv": read_table,
    ".tsv": read_table,
}
"""Reader of bytes by the file's suffix in lower case; each takes the bytes and the name for messages."""

_TABLES = (".csv", ".tsv")
"""Tables hold reports or events: their header tells."""


def read_documents(path: Path | str, published: date | None = None) -> tuple[Document, ...]:
    """The documents of a file: one, or several where it is a table whose rows are reports.

    Args:
        path: the file; FILE.meta.json beside it wins over what the text says of itself.
        published: the day of publication; wins over everything.

    Raises:
        UnreadableFile: missing, a folder, empty, binary, over 20 MB, broken, or of an unknown kind.
        InvalidData: the table or the sidecar does not have the promised shape.
    """
    path = Path(path)
    return read_bytes(file_bytes(path), path.name, published, sidecar_of(path))


def sidecar_of(path: Path) -> Mapping[str, object] | None:
    """What FILE.meta.json beside a file says of it; None where there is none.

    Raises:
        UnreadableFile, InvalidData: it cannot be taken.
    """
    beside = path.with_name(path.name + SUFFIX) if path.name else path
    return parse_sidecar(file_bytes(beside), beside.name) if path.name and beside.exists() else None


def holds_documents(data: bytes, name: str) -> bool:
    """Whether a file holds texts to be read, rather than events made by hand or by us."""
    suffix = Path(name).suffix.lower()
    if suffix in _TABLES:
        return looks_like_reports(data, name)
    return suffix in READERS or _is_no_suffix(suffix)


def read_bytes(
    data: bytes, name: str, published: date | None = None, meta: Mapping[str, object] | None = None
) -> tuple[Document, ...]:
    """The documents of a file's bytes, as `read_documents`.

    Args:
        data: the file's bytes.
        name: its name; the suffix says how to read it.
        published: the day of publication, wins over everything.
        meta: what a sidecar says: published, title, publisher, url, language.

    Raises:
        UnreadableFile: empty, binary, over 20 MB, broken, or of an unknown kind.
        InvalidData: the table or the sidecar does not have the promised shape.
    """
    reader = reader_for(name)
    if len(data) > MOST_BYTES:
        raise UnreadableFile(name, f"has {len(data) / 1048576:.0f} MB, more than 20", "split it into articles")
    if not data:
        raise UnreadableFile(name, "is empty", "the download or copy was interrupted")
    sidecar = check_sidecar(meta or {}, name + SUFFIX)
    readings = reader(data, name)
    for reading in readings:
        refuse_blank(reading.text, name)
    sha256 = sha256_hex(data)
    return tuple(assemble(reading, name, sha256, sidecar, published) for reading in readings)


def read_text(text: str, name: str = "pasted text", published: date | None = None) -> Document:
    """The document of a text that is no file.

    Raises:
        UnreadableFile: nothing in it can be seen, or it is over 20 MB.
    """
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(name, f"has {len(data) / 1048576:.0f} MB, more than 20", "split it into articles")
    refuse_blank(text, name)
    return assemble(read_front(text, name), name, sha256_hex(data), check_sidecar({}, name), published)


def reader_for(name: str) -> Reader:
    """The reader of a file by its name; a name without a suffix is read as text if it is one.

    Raises:
        UnreadableFile: the suffix is none of those known.
    """
    suffix = Path(name).suffix.lower()
    if _is_no_suffix(suffix):
        return read_plain
    if suffix not in READERS:
        raise UnreadableFile(
            name, f"is a '{suffix:.20}' file, which is not read", f"known are {', '.join(sorted(READERS))}"
        )
    return READERS[suffix]


def _is_no_suffix(suffix: str) -> bool:
    """Whether what follows a name's last dot tells no kind: "article", "part.2", "Mr. Smith said"."""
    return not suffix or suffix[1:].isdigit() or " " in suffix


def file_bytes(path: Path) -> bytes:
    """The bytes of a file or pipe, read once.

    Raises:
        UnreadableFile: missing, a folder, over 20 MB, or not to be opened.
    """
    try:
        if path.is_dir():
            raise UnreadableFile(path.name or str(path), "is a folder", "name the files in it")
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size / 1048576
            raise UnreadableFile(path.name, f"has {size:.0f} MB, more than 20", "split it into articles")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFile(str(path), "does not exist", "the name is misspelt or the folder is another") from None
    except (OSError, ValueError) as fault:
        if isinstance(fault, UnreadableFile):
            raise
        raise UnreadableFile(path.name, f"cannot be read ({fault})", "you may not open it") from None
    if len(data) > MOST_BYTES:  # a pipe does not tell its size
        raise UnreadableFile(path.name, "has more than 20 MB", "split it into articles")
    return data
