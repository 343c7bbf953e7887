"""Many files at once: each is read for itself; one that cannot be read says why and leaves the others be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Literal

from timeline_app.documents import parse_sidecar, read_text
from timeline_app.errors import TimelineError
from timeline_app.geo import Gazetteer
from timeline_app.model import Document, Event, PlaceCorrection, Problem, Timeline
from timeline_app.pipeline.adding import Gathered, gather_bytes
from timeline_app.pipeline.parsing import Progress, parse_document

Fate = Literal["new", "known", "twice", "list", "refused"]
"""What a file is: to be kept; kept already; here a second time; a list of events; not to be read."""

_BESIDE = ".meta.json"


@dataclass(frozen=True, slots=True)
class Upload:
    """One document or event list of the files handed in, or why there is none.

    Attributes:
        name: the file's (with its row in a table).
        fate: see `Fate`.
        data: its bytes.
        document: what was read, None of lists and refused files.
        events: what would be found in it.
        timeline: what a list holds.
        remark: what a person should know: why it is refused, what it is known as.
    """

    name: str
    fate: Fate
    data: bytes = b""
    document: Document | None = None
    events: tuple[Event, ...] = ()
    timeline: Timeline | None = None
    remark: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether keeping all keeps this one."""
        return self.fate in ("new", "list")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read in it."""
        return self.document.problems if self.document else (self.timeline.problems if self.timeline else ())


def read_uploads(
    files: Sequence[tuple[str, bytes]],
    known: Mapping[str, Document],
    gazetteer: Gazetteer,
    published: date | None = None,
    corrections: Sequence[PlaceCorrection] = (),
    progress: Progress | None = None,
    earlier: Sequence[Upload] = (),
) -> list[Upload]:
    """Read files one after the other; nothing is kept.

    FILE.meta.json among them is taken for the word beside FILE, as on disk.

    Args:
        files: names (perhaps with their folder) and bytes.
        known: documents kept already, by id.
        gazetteer: where places are looked up.
        published: the day of publication of all of them.
        corrections: what persons said of names.
        progress: told what is at hand.
        earlier: files read before and not kept yet.
    """
    beside = {name.removesuffix(_BESIDE): data for name, data in files if name.endswith(_BESIDE)}
    texts = [(name, data) for name, data in files if not name.endswith(_BESIDE)]
    found: list[Upload] = []
    for number, (name, data) in enumerate(texts):
        if progress is not None:
            progress(number, len(texts), PurePath(name).name)
        meta = beside.get(name)
        for upload in _read(name, data, meta, gazetteer, published):
            is_told = published is not None or meta is not None
            placed = _placed(upload, known, [*earlier, *found], is_told)
            found.append(_parsed(placed, gazetteer, corrections))
    names = {name for name, _ in texts}
    return found + [_alone(name) for name in beside if name not in names]


def read_pasted(
    text: str,
    known: Mapping[str, Document],
    gazetteer: Gazetteer,
    published: date | None = None,
    corrections: Sequence[PlaceCorrection] = (),
    earlier: Sequence[Upload] = (),
) -> list[Upload]:
    """The document of a text that is no file."""
    try:
        document = read_text(text, published=published)
    except TimelineError as fault:
        return [Upload("pasted text", "refused", remark=str(fault))]
    data = text.encode("utf-8", "surrogatepass")
    upload = _placed(Upload(document.name, "new", data, document), known, earlier, published is not None)
    return [_parsed(upload, gazetteer, corrections)]


def _read(name: str, data: bytes, meta: bytes | None, gazetteer: Gazetteer, published: date | None) -> list[Upload]:
    plain = PurePath(name).name
    try:
        said = None if meta is None else parse_sidecar(meta, plain + _BESIDE)
        found = gather_bytes(data, plain, gazetteer, published, said)
    except TimelineError as fault:
        return [Upload(plain, "refused", remark=str(fault))]
    lists = [Upload(list_name, "list", data, timeline=timeline) for list_name, timeline in found.lists]
    return [*lists, *(Upload(document.name, "new", data, document) for document, _ in found.documents)]


def _alone(name: str) -> Upload:
    plain = PurePath(name).name
    return Upload(plain + _BESIDE, "refused", remark=f"it describes {plain}, which is not among the files")


def _placed(upload: Upload, known: Mapping[str, Document], before: Sequence[Upload], is_told: bool) -> Upload:
    """The upload as one that is here already, if it is; `is_told`: a person says something of it that may be new."""
    twice = next((other for other in before if _is_same(upload, other)), None)
    if twice is not None:
        return replace(upload, fate="twice", remark=f"the same as {twice.name}")
    kept = known.get(upload.document.id) if upload.document is not None else None
    if upload.document is None or kept is None:
        return upload
    if is_told and _said(upload.document) != _said(kept):
        return replace(upload, remark=f"kept already as {kept.name}; what is said of it is new")
    return replace(upload, fate="known", remark=f"kept already as {kept.name}")


def _is_same(one: Upload, other: Upload) -> bool:
    if one.document is not None and other.document is not None:
        return one.document.id == other.document.id
    return one.timeline is not None and other.timeline is not None and one.data == other.data


def _said(document: Document) -> tuple[str, str, str, date | None]:
    return document.title, document.publisher, document.url, document.published


def _parsed(upload: Upload, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection]) -> Upload:
    """The upload with the events that would be kept."""
    if upload.timeline is not None:
        return replace(upload, events=upload.timeline.events)
    if upload.document is None or upload.fate != "new":
        return upload
    return replace(upload, events=tuple(parse_document(upload.document, gazetteer, corrections)))


def to_keep(uploads: Sequence[Upload]) -> Gathered:
    """What is to be kept of the files."""
    kept = [upload for upload in uploads if upload.is_kept]
    return Gathered(
        tuple((upload.document, upload.data) for upload in kept if upload.document is not None),
        tuple((upload.name, upload.timeline) for upload in kept if upload.timeline is not None),
    )


def uploads_line(uploads: Sequence[Upload]) -> str:
    """How it went in one line: "50 files: 46 read, 2 kept already, 1 twice, 1 cannot be read. 213 events found."."""
    words: tuple[tuple[Fate | str, str], ...] = (
        ("kept", "read"), ("known", "kept already"), ("twice", "here twice"), ("refused", "cannot be read"),
    )  # fmt: skip
    counts = [
        (sum(upload.is_kept if fate == "kept" else upload.fate == fate for upload in uploads), word)
        for fate, word in words
    ]
    told = ", ".join(f"{number:,} {word}" for number, word in counts if number)
    events = sum(len(upload.events) for upload in uploads if upload.is_kept)
    files = "1 file" if len(uploads) == 1 else f"{len(uploads):,} files"
    return f"{files}: {told}. {events:,} {'event' if events == 1 else 'events'} found."
