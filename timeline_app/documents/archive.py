"""Zip archives from strangers: members read by name, with a count of the bytes, never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from timeline_app.errors import UnreadableFile

LOCKED = b"\xd0\xcf\x11\xe0"
"""First bytes of old Office files, and of new ones behind a password."""

_MOST_BYTES = 50 * 1024 * 1024
"""Unpacked bytes in all from which an archive is refused."""
_MOST_RATIO = 100
"""Unpacked to packed bytes; text packs at about 10."""
_MOST_MEMBERS = 5_000
_CHUNK = 65_536


def open_archive(data: bytes, name: str, kind: str) -> zipfile.ZipFile:
    """The archive, if it does not claim to unpack to more than anybody wrote.

    Args:
        data: its bytes.
        name: the file, for messages.
        kind: what it should be ("a Word document"), for messages.

    Raises:
        UnreadableFile: no archive, broken, or made to do harm.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError, IndexError,
            NotImplementedError, RuntimeError) as fault:  # fmt: skip
        raise UnreadableFile(name, f"is not {kind} ({fault})", "another kind of file was renamed") from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_BYTES or unpacked > _MOST_RATIO * max(len(data), 1):
        raise UnreadableFile(
            name, f"unpacks to {unpacked / 1048576:.0f} MB in {len(members)} parts", "an archive made to do harm"
        )
    return archive


def read_member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """A member's bytes, counted while unpacking: what the archive says of its sizes may be a lie.

    Raises:
        UnreadableFile: it unpacks to too much, or is broken.
    """
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
