"""Which column means what, whatever its author called it."""

from __future__ import annotations

import re
from collections import Counter, abc
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from timeline_app.errors import InvalidData
from timeline_app.model import Problem
from timeline_app.views import visible

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("id", "event id", "uid", "key", "identifier", "unique id"),
    "title": ("title", "headline", "event", "name", "event title"),
    "type": ("type", "event type", "category"),
    "date": ("date", "when", "event date", "date edtf", "edtf", "start date", "start", "begin"),
    "basis": ("basis", "date basis"),
    "end": ("end", "end date", "date end", "until"),
    "role": ("role", "place role"),
    "place": ("place", "location", "place name", "location name", "where"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "long", "longitude"),
    "radius_km": ("radius km", "radius"),
    "actors": ("actors", "actor", "participants"),
    "quantities": ("quantities", "quantity", "numbers"),
    "source": ("source", "sources", "source name"),
    "url": ("url", "source url", "link", "source link"),
    "quote": ("quote", "quotation", "evidence"),
    "told_date": ("told date",),
    "told_basis": ("told basis",),
    "told_actors": ("told actors",),
    "told_modality": ("told modality",),
    "disputed": ("disputed",),
    "summary": ("summary", "description", "details"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks"),
    "origin": ("origin",),
    "modality": ("modality",),
    "review": ("review",),
}
"""Our fields, and the folded headers that mean them, best first."""

JOINED = {
    "title": ": ", "summary": "; ", "note": "; ", "quote": " … ", "place": ", ", "actors": " | ", "quantities": " | ",
    "source": "; ",
}  # fmt: skip
"""Fields that several columns may give together, and what stands between their words."""

OWN = ("basis", "origin")
"""Columns that show a table to be an export of ours; its review and modality are taken over."""
DERIVED = ("earliest", "latest", "reports")
"""Columns of such an export that say again what others say; there they are passed over without a word."""

_FIELD_OF = {synonym: name for name, synonyms in SYNONYMS.items() for synonym in synonyms}

_GAPS = re.compile(r"[\s_\-.]{1,20}")
_LISTED = 8
"""Names of columns listed in one message."""
_SAMPLES, _SAMPLE = 3, 80
"""Values shown of a column, and how many characters of each."""


def fold_header(header: str) -> str:
    """The header as compared: no case, no surrounding space, "_", "-" and "." as a space."""
    return _GAPS.sub(" ", header.strip().strip("\ufeff").casefold()).strip()


def field_of(header: str) -> str | None:
    """The field a header means, or None."""
    return _FIELD_OF.get(fold_header(header))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list as its author made it.

    Attributes:
        header: its name there.
        field: what it is read as, one of `SYNONYMS`; "" when it is not read.
        samples: a few of its values, fit for eyes.
    """

    header: str
    field: str
    samples: tuple[str, ...] = ()


Mapping = abc.Mapping[str, str]
"""What a person said of headers: each with one of our fields, or "" for "do not read"."""


def columns_of(headers: Iterable[str], said: Mapping, values: abc.Callable[[str], Iterable[str]]) -> tuple[Column, ...]:
    """The columns of a list, each with what it is read as.

    Args:
        headers: their names; blank ones are passed over.
        said: what a person said of them.
        values: gives the values of a column.
    """
    headers = [header for header in headers if header.strip()]
    chosen = choose_headers(headers, said)
    field_by_header = {header: field for field, header in chosen.items()} | _said_of(headers, said)
    return tuple(
        Column(header, field_by_header.get(header, ""), _samples(values(header))) for header in dict.fromkeys(headers)
    )


def _samples(values: Iterable[str]) -> tuple[str, ...]:
    filled = (visible(" ".join(value.split()))[:_SAMPLE] for value in values if value.strip())
    return tuple(islice(dict.fromkeys(filled), _SAMPLES))


def choose_headers(headers: Iterable[str], said: Mapping) -> dict[str, str]:
    """Which header gives each field.

    A person's word counts; where several other headers mean one field ("name" and "title") the best known
    word wins.
    """
    headers = list(headers)
    told = _said_of(headers, said)
    given = {field: header for header, field in reversed(told.items()) if field}
    chosen: dict[str, str] = {}
    for header in headers:
        field = field_of(header)
        if field is None or field in given or header in told:
            continue
        if field not in chosen or _rank(field, header) < _rank(field, chosen[field]):
            chosen[field] = header
    return {**given, **chosen}


def further_headers(headers: Iterable[str], said: Mapping) -> dict[str, tuple[str, ...]]:
    """The headers that a person joined to the first one of a field, by field."""
    headers_of: dict[str, list[str]] = {}
    for header, field in _said_of(headers, said).items():
        if field in JOINED:
            headers_of.setdefault(field, []).append(header)
    return {field: tuple(several[1:]) for field, several in headers_of.items() if len(several) > 1}


def joined(field: str, told: Iterable[tuple[str, str]]) -> str:
    """The words of several columns as one cell; numbers each with what their column counts.

    Args:
        field: one of `JOINED`.
        told: the header and the cell of each.
    """
    filled = [(header, cell.strip()) for header, cell in told if cell.strip()]
    if field == "quantities":
        filled = [(header, _counted(header, cell)) for header, cell in filled]
    return JOINED[field].join(dict.fromkeys(cell for _, cell in filled))


def _counted(header: str, cell: str) -> str:
    """Numbers with what they count: "5" in a column "Killed" is "Killed=5"."""
    if field_of(header) == "quantities":
        return cell
    parts = [part.strip() for part in cell.split("|") if part.strip()]
    return " | ".join(part if "=" in part else f"{header.strip()}={part}" for part in parts)


def _said_of(headers: Iterable[str], said: Mapping) -> dict[str, str]:
    folded = {fold_header(header): field for header, field in said.items()}
    return {header: folded[fold_header(header)] for header in headers if fold_header(header) in folded}


def map_headers(headers: Iterable[str], name: str, said: Mapping | None = None) -> tuple[dict[str, str], list[Problem]]:
    """Which header gives each field, and a problem for the headers that are not read.

    Args:
        headers: names of the columns.
        name: the file, for messages.
        said: what a person said of some of them; nobody is told that a column is not read who said so.

    Raises:
        InvalidData: two headers differ in case and spaces only, so that nobody can tell which counts; or
            what a person said does not fit.
    """
    said = said or {}
    headers = [header for header in headers if header.strip()]
    _refuse_doubles(headers, name)
    _refuse_misfits(headers, name, said)
    chosen = choose_headers(headers, said)
    known = DERIVED if chosen.keys() >= set(OWN) else ()
    kept = {*chosen.values(), *_said_of(headers, said)}
    unread = [header for header in headers if header not in kept and fold_header(header) not in known]
    return chosen, _unread(unread, name)


def _refuse_misfits(headers: list[str], name: str, said: Mapping) -> None:
    """What a person said must be of columns that are there, and of each field once where it cannot be joined."""
    told = _said_of(headers, said)
    folded = {fold_header(header) for header in headers}
    for header, field in said.items():
        if field and field not in SYNONYMS:
            raise InvalidData(name, f"there is no field {field!r:.40}", f"fields are {', '.join(SYNONYMS)}")
        if fold_header(header) not in folded:
            likely = f"its columns are {_listed(headers)}"
            raise InvalidData(name, f"has no column {visible(header)!r:.60} to read as {field or 'nothing'}", likely)
    for field, count in Counter(filter(None, told.values())).items():
        if count > 1 and field not in JOINED:
            both = _listed([header for header, given in told.items() if given == field])
            raise InvalidData(
                name, f"{count} columns are to be read as {field}: {both}",
                f"one of them is another field; columns are joined only as {', '.join(JOINED)}",
            )  # fmt: skip


def _rank(field: str, header: str) -> int:
    return SYNONYMS[field].index(fold_header(header))


def _refuse_doubles(headers: list[str], name: str) -> None:
    seen: dict[str, str] = {}
    for header in headers:
        folded = fold_header(header)
        if folded in seen:
            raise InvalidData(
                name,
                f"has the column {visible(folded)!r} more than once ({visible(seen[folded])!r}, {visible(header)!r})",
                "two tables were joined; rename or remove one column",
            )
        seen[folded] = header


def _unread(headers: list[str], name: str) -> list[Problem]:
    if not headers:
        return []
    return [Problem(name, None, f"columns not read: {_listed(headers)}", f"known columns are {', '.join(SYNONYMS)}")]


def _listed(headers: list[str]) -> str:
    more = f" and {len(headers) - _LISTED} more" if len(headers) > _LISTED else ""
    return ", ".join(repr(visible(header)[:40]) for header in headers[:_LISTED]) + more
