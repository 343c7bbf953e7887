"""From rows of named cells to events: one table's ways for csv, JSON lists and GeoJSON alike."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, get_args

from timeline_app.imports.cells import (
    read_actors,
    read_date,
    read_latitude,
    read_longitude,
    read_quantities,
    read_radius,
)
from timeline_app.imports.columns import (
    Column,
    Mapping,
    columns_of,
    field_of,
    further_headers,
    joined,
    map_headers,
)
from timeline_app.merge import find_conflicts
from timeline_app.model import (
    EVENT_TYPES,
    Basis,
    Candidate,
    Event,
    Modality,
    Origin,
    Problem,
    Quantity,
    Report,
    Review,
    ReviewStatus,
    Role,
    Source,
    Timeline,
    When,
    Where,
    curated_event_id,
    is_id,
    sha256_hex,
)
from timeline_app.views import safe_url, visible

T = TypeVar("T")

UNTITLED = "Untitled event"


class Lookup(Protocol):
    """What a gazetteer must do for us: `geo.Gazetteer` does, and so does a five-line fake."""

    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> Sequence[Candidate]:
        """What a name may mean, best first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file as written: text cells by field name (see `columns.SYNONYMS`).

    Attributes:
        number: line of the table (1 is the header), or number of the item, counted from 1.
        cells: only fields that are there; nothing is stripped.
        points: further (lat, lon) beside the cells', in degrees, already checked.
        mark: whatever else tells the row from another, such as a geometry that is not read.
    """

    number: int
    cells: dict[str, str]
    points: tuple[tuple[float, float], ...] = ()
    mark: str = ""

    @property
    def contents(self) -> tuple[object, ...]:
        """All but its number, to be compared and looked up."""
        return tuple(self.cells.items()), self.points, self.mark

    def get(self, name: str) -> str:
        """The cell as written, "" when it is not there."""
        return self.cells.get(name, "")

    def word(self, name: str) -> str:
        """The cell without surrounding space."""
        return self.get(name).strip()


Claims = tuple[tuple[Where, ...], tuple[Quantity, ...]]
"""What one row says of places and numbers."""


@dataclass(slots=True)
class Importer:
    """Reads the rows of one file and gathers what could not be read.

    Attributes:
        name: the file's name as the user knows it.
        gazetteer: where places without coordinates are looked up, or None.
        said: what a person said its columns are, see `columns.Mapping`.
        sheet: the sheet a person asked for; "" for the one whose headers fit best.
        sheets: all there are, in a file that has some.
        decimal_comma: whether the file writes "48,85" for 48.85.
        counted: what the column of numbers counts, where its own name says so ("Killed").
        part: the part of the file that is read ("sheet 'Events'"), said of every row.
        problems: what was found wrong so far.
        left_out: those of them whose row gave nothing.
        columns: what its columns were taken for; () where they have fixed names.
        further: headers of columns that a person joined to the one that gives a field.
        rows: how many rows there were, those left out among them.
    """

    name: str
    gazetteer: Lookup | None = None
    said: Mapping = field(default_factory=dict)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    decimal_comma: bool = False
    counted: str = ""
    part: str = ""
    problems: list[Problem] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    further: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: int = 0
    _known: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def timeline(self, rows: Iterable[Row]) -> Timeline:
        """The events of the rows; rows with one id are the several places of one event."""
        rows = list(rows)
        self.rows = len(rows) + len(self.left_out)
        self._note_missing_ids(rows)
        events = [self._event(key, group) for key, group in self._grouped(rows).items()]
        return Timeline(_sources(events), tuple(events), tuple(self.problems))

    def fields(self, headers: Iterable[str], values: Callable[[str], Iterable[str]]) -> dict[str, str]:
        """Which header gives each field; what the columns were taken for is kept whatever comes of it.

        Args:
            headers: names of the columns.
            values: gives some values of a column, for a person to look at.

        Raises:
            InvalidData: see `columns.map_headers`.
        """
        headers = list(headers)
        self.columns = columns_of(headers, self.said, values)
        chosen, unread = map_headers(headers, self.name, self.said)
        self.further = further_headers(headers, self.said)
        self.problems += unread
        numbers = chosen.get("quantities", "")
        self.counted = "" if field_of(numbers) == "quantities" else numbers.strip()
        return chosen

    def with_further(self, cells: dict[str, str], columns: Mapping, read: Callable[[str, str], str]) -> dict[str, str]:
        """The cells of a row with those of joined columns.

        Args:
            cells: by field.
            columns: the header that gives each field, as of `fields`.
            read: gives the row's cell of a field and a header.
        """
        for name, headers in self.further.items():
            told = [(columns[name], cells.get(name, "")), *((header, read(name, header)) for header in headers)]
            cells[name] = joined(name, told)
        return cells

    def note(self, row: Row | int | None, what: str, likely: str = "") -> None:
        """Count a problem of a row, or of the whole file (None)."""
        number = row.number if isinstance(row, Row) else row
        where = f"{self.part}: " if self.part and number is not None else ""
        self.problems.append(Problem(self.name, number, visible(where + what), likely))

    def leave_out(self, row: Row | int, what: str, likely: str = "") -> None:
        """Count a row that gives nothing, and why."""
        self.note(row, what, likely)
        self.left_out.append(self.problems[-1])

    def _tried(self, row: Row, read: Callable[[], T], otherwise: T, consequence: str) -> T:
        try:
            return read()
        except ValueError as fault:
            self.note_fault(row, fault, consequence)
            return otherwise

    def note_fault(self, row: Row | int, fault: ValueError, consequence: str) -> None:
        """Count a fault; its likely mistake stands in brackets or is the question its message ends in."""
        what, _, likely = str(fault).partition(" (likely mistake: ")
        if not likely:
            what, _, likely = what.partition(": are ")
        self.note(row, f"{what}; {consequence}", likely.removesuffix(")").removesuffix("?"))

    def _note_missing_ids(self, rows: list[Row]) -> None:
        missing = [row for row in rows if not row.word("id")]
        if missing and len(missing) == len(rows):
            self.note(None, "no event has an id; a corrected row will count as a new event", "no id column")
            return
        for row in missing:
            self.note(row, "has no id; once corrected it will count as a new event", "the id was forgotten")

    def _grouped(self, rows: list[Row]) -> dict[str, list[Row]]:
        """Rows by the id of their event, in the order of the file; a row pasted twice counts once."""
        groups: dict[str, list[Row]] = {}
        seen: dict[tuple[object, ...], Row] = {}
        for row in rows:
            first = seen.setdefault(row.contents, row)
            if first is row:
                groups.setdefault(self._key(row, groups), []).append(row)
            else:
                self.leave_out(row, f"repeats row {first.number}; counted once", "the row was pasted twice")
        return groups

    def _key(self, row: Row, groups: dict[str, list[Row]]) -> str:
        """The row's id; with its words as well where that id is another event's already."""
        key = row.word("id") or _content_id(row)
        group = groups.get(key)
        if group is None or _agree(group[0], row):
            return key
        what = f"id {key!r:.60} is that of row {group[0].number}, but title or date differ"
        self.note(row, f"{what}; kept as an event of its own", "the id was copied")
        return f"{key} {_content_id(row)}"

    def _event(self, key: str, rows: list[Row]) -> Event:
        first = rows[0]
        title, summary, note = (self._one(rows, name) for name in ("title", "summary", "note"))
        if not title.strip():
            self.note(first, "has no title", "the cell was left empty")
        when = self._when(rows)
        claims = [self._claims(row) for row in rows]
        event = Event(
            id=key if first.word("origin") in get_args(Origin) and is_id(key) else curated_event_id(key),
            title=title if title.strip() else UNTITLED,
            summary=summary or note,
            type=self._type(first, self._one(rows, "type")),
            when=when,
            where=tuple(dict.fromkeys(where for places, _ in claims for where in places)),
            actors=read_actors(self._one(rows, "actors")),
            quantities=tuple(dict.fromkeys(quantity for _, counts in claims for quantity in counts)),
            modality=self._modality(first),
            origin="curated",
            review=Review(self._review(first), note=note if summary else ""),
            url=self._url(first, self._one(rows, "url")),
        )
        if first.word("disputed") and not any("told_date" in row.cells for row in rows):
            what = f"its sources disagree ({first.word('disputed')}), and this file holds one version"
            self.note(first, what, "the timeline file and the csv hold what each source says")
        reports = self._reports(rows, event, claims)
        return event.with_(reports=reports, conflicts=find_conflicts(reports))

    def _claims(self, row: Row) -> Claims:
        """The places and numbers of one row."""
        none: tuple[Quantity, ...] = ()
        cell = row.get("quantities")
        counts = self._tried(row, lambda: read_quantities(cell, self.counted), none, "its quantities are left out")
        return tuple(self._places(row)), counts

    def _one(self, rows: list[Row], name: str) -> str:
        """The first non-blank cell of a field that belongs to the whole event."""
        given = [row for row in rows if row.word(name)]
        for other in given[1:]:
            if other.word(name) != given[0].word(name) and name not in ("title", "date", "end"):
                self.note(other, f"{name} differs from row {given[0].number}'s, which counts")
        return given[0].get(name) if given else ""

    def _type(self, row: Row, cell: str) -> str:
        word = " ".join(cell.casefold().split())
        if not word or word in EVENT_TYPES:
            return word or "other"
        close = difflib.get_close_matches(word[:60], EVENT_TYPES, 1)
        hint = f"{close[0]!r} is meant" if close else f"types are {', '.join(EVENT_TYPES)}"
        self.note(row, f"type {cell.strip()!r:.60} is not known; taken as 'other'", hint)
        return "other"

    def _modality(self, row: Row, field: str = "modality") -> Modality:
        word = row.word(field).lower() or "asserted"
        if word in get_args(Modality):
            return word  # type: ignore[return-value]
        likely = f"they are {', '.join(get_args(Modality))}"
        self.note(row, f"modality {word!r:.40} is not known; taken as 'asserted'", likely)
        return "asserted"

    def _review(self, row: Row) -> ReviewStatus:
        """What somebody made of it before it was exported; a list made by hand was made to be true."""
        word = row.word("review")
        if not word or (row.word("origin") and word in get_args(ReviewStatus)):
            return word or "accepted"  # type: ignore[return-value]
        self.note(row, f"review {word!r:.40} is not taken over; the event counts as accepted")
        return "accepted"

    def _when(self, rows: list[Row]) -> When | None:
        dated = next((row for row in rows if row.word("date") or row.word("end")), None)
        dated = dated or next((row for row in rows if row.word("told_date") and not row.word("origin")), None)
        if dated is None:
            return None
        start, end = dated.word("date") or dated.word("end") or dated.word("told_date"), dated.word("end")
        found = self._tried(dated, lambda: read_date(start, end), None, "the event stays undated")
        if found is None:
            return None
        when, remark = found
        if remark:
            self.note(dated, remark, "the format of the date column")
        basis = dated.word("basis")
        return when.with_(basis=basis) if basis in get_args(Basis) else when

    def _places(self, row: Row) -> tuple[Where, ...]:
        """The places of one row: by coordinates, else by name."""
        role = self._role(row)
        before = len(self.problems)
        points = (*self._point(row), *row.points)
        if not points:
            return self._by_name(row, role, is_reported=len(self.problems) > before)
        radius = self._tried(
            row, lambda: read_radius(row.get("radius_km"), self.decimal_comma), None, "the radius is left out"
        )
        exchanged = [point for point in points if self._looks_exchanged(row, *point)]
        kept = [point for point in points if point not in exchanged]
        placed = tuple(self._given(row, role, lat, lon, radius) for lat, lon in kept)
        return placed or self._by_name(row, role, is_reported=True)

    def _role(self, row: Row) -> Role:
        word = row.word("role").lower() or "at"
        if word in get_args(Role):
            return word  # type: ignore[return-value]
        self.note(row, f"role {word!r:.40} is not known; taken as 'at'", f"roles are {', '.join(get_args(Role))}")
        return "at"

    def _point(self, row: Row) -> tuple[tuple[float, float], ...]:
        lat, lon = row.word("lat"), row.word("lon")
        if not lat and not lon:
            return ()
        if not lat or not lon:
            self.note(row, f"{'longitude' if lat else 'latitude'} without the other; not placed by coordinates")
            return ()
        return self._tried(row, lambda: (self._read_point(lat, lon),), (), "not placed by coordinates")

    def _read_point(self, lat: str, lon: str) -> tuple[float, float]:
        point = read_latitude(lat, self.decimal_comma), read_longitude(lon, self.decimal_comma)
        return check_point(*point)

    def _given(self, row: Row, role: Role, lat: float, lon: float, radius: float | None) -> Where:
        text = row.word("place") or f"{lat:g}, {lon:g}"
        near = self._near(row.word("place"), lat, lon)
        return Where(
            role, text, row.word("place"), near.place.id if near else "", lat, lon, radius,
            near.place.kind if near else "", 1.0, ("coordinates given by hand",), (), "confirmed",
        )  # fmt: skip

    def _near(self, name: str, lat: float, lon: float) -> Candidate | None:
        """The known place of that name which the given point lies in or beside."""
        close = (c for c in self._candidates(name) if _distance_km(c, lat, lon) <= max(_BESIDE_KM, c.place.radius_km))
        return next(close, None)

    def _looks_exchanged(self, row: Row, lat: float, lon: float) -> bool:
        """Whether the place of that name lies where latitude and longitude would be the other way round."""
        name = row.word("place")
        if abs(lon) > 90 or not name or self._near(name, lat, lon):
            return False
        right = self._near(name, lon, lat)
        if right is None or _distance_km(right, lat, lon) < _FAR_KM:
            return False
        away = _distance_km(right, lat, lon)
        what = f"{lat:g}, {lon:g} lies {away:,.0f} km from {right.place.name}; not placed by coordinates"
        self.note(row, what, "latitude and longitude are exchanged")
        return True

    def _by_name(self, row: Row, role: Role, is_reported: bool) -> tuple[Where, ...]:
        """The place the gazetteer knows by that name; unresolved, with the candidates, when it is not clear."""
        name = row.word("place")
        if not name:
            return ()
        candidates = self._candidates(name)
        if candidates and _is_clear(candidates):
            return (Where.of(candidates[0], role, name, candidates[1:]),)
        if not is_reported or candidates:
            why = "no gazetteer was given" if self.gazetteer is None else _why_not(candidates)
            self.note(row, f"place {name!r:.80} has no coordinates and {why}")
        return (Where(role, name, candidates=candidates, status="unresolved"),)

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        if self.gazetteer is None or not name:
            return ()
        if name not in self._known:
            from timeline_app.views.tasks.place_choice import bearing  # noqa: PLC0415 - only where a gazetteer is there

            self._known[name] = bearing(name, self.gazetteer.lookup(name))
        return self._known[name]

    def _url(self, row: Row, url: str) -> str:
        if url.strip() and safe_url(url.strip()) is None:
            self.note(row, f"address {url.strip()!r:.120} is kept as text and never becomes a link")
        return url.strip()

    def _reports(self, rows: list[Row], event: Event, claims: list[Claims]) -> tuple[Report, ...]:
        """One report for each source, quote and what it tells, with the places and numbers of its rows.

        A row without a source has its address, else the file.
        """
        told: dict[tuple[str, ...], list[tuple[Row, Claims]]] = {}
        for row, claim in zip(rows, claims, strict=True):
            said = tuple(row.word(name) for name in _TOLD)
            told.setdefault((row.word("source"), row.get("quote"), *said), []).append((row, claim))
        named = {key: group for key, group in told.items() if any(key[:2])}
        named = named or {("", ""): list(zip(rows, claims, strict=True))}
        return tuple(
            self._report(
                event.id if index == 0 else curated_event_id(f"{event.id} report {index + 1}"),
                (key[0], key[1]),
                group,
                event,
            )
            for index, (key, group) in enumerate(named.items())
        )

    def _report(self, report_id: str, pair: tuple[str, str], group: list[tuple[Row, Claims]], event: Event) -> Report:
        """One report; a column for what the source itself tells goes before what holds for the whole event."""
        row = group[0][0]
        return Report(
            report_id,
            pair[0] or event.url or self.name, 0, 0, pair[1],
            self._told_when(row) if "told_date" in row.cells else event.when,
            tuple(dict.fromkeys(where for _, (places, _) in group for where in places)),
            tuple(dict.fromkeys(count for _, (_, counts) in group for count in counts)),
            read_actors(row.get("told_actors")) if "told_actors" in row.cells else event.actors,
            self._modality(row, "told_modality") if row.word("told_modality") else event.modality,
        )  # fmt: skip

    def _told_when(self, row: Row) -> When | None:
        """The date the row's source gives, None where it gives none."""
        said, basis = row.word("told_date"), row.word("told_basis")
        found = self._tried(row, lambda: read_date(said), None, "its source counts as giving no date") if said else None
        when = found[0] if found else None
        return when.with_(basis=basis) if when is not None and basis in get_args(Basis) else when


_TOLD = ("told_date", "told_basis", "told_actors", "told_modality")
_BESIDE_KM = 10.0
"""A hand-set point for a town may lie at its edge."""
_FAR_KM = 200.0
"""Exchanging latitude and longitude hardly moves a place near the diagonal; such cases stay as given."""
_SURE = 0.4
"""Below, the gazetteer met the name by its letters only."""
_RIVAL = 0.05
"""A score within this of the best is as good."""


def check_point(lat: float, lon: float) -> tuple[float, float]:
    """The point itself, if it is one.

    Raises:
        ValueError: for 0, 0, which programs write where nothing is known.
    """
    if lat == 0 and lon == 0:
        raise ValueError("0, 0 is a point in the Atlantic that stands for 'unknown' in many files")
    return lat, lon


def _distance_km(candidate: Candidate, lat: float, lon: float) -> float:
    from timeline_app.geo import distance_km  # noqa: PLC0415 - only where a gazetteer is there

    return distance_km(candidate.place.lat, candidate.place.lon, lat, lon)


def _is_clear(candidates: tuple[Candidate, ...]) -> bool:
    """Whether the best is good, and no place elsewhere is as good (a province around its city is not elsewhere)."""
    best = candidates[0]
    rivals = [other for other in candidates[1:] if other.score > best.score - _RIVAL]
    return best.score >= _SURE and all(
        _distance_km(other, best.place.lat, best.place.lon) <= max(50.0, best.place.radius_km, other.place.radius_km)
        for other in rivals
    )


def _why_not(candidates: tuple[Candidate, ...]) -> str:
    if not candidates:
        return "is not in the gazetteer"
    if candidates[0].score < _SURE:
        return f"is only like {candidates[0].place.name} in the gazetteer"
    names = "; ".join(f"{c.place.name} ({c.place.kind}, {c.place.country})" for c in candidates[:4])
    return f"may mean several places: {names}"


def _agree(one: Row, other: Row) -> bool:
    """Whether two rows of one id can tell of one event: title and date agree or are left out."""
    return all(
        not one.word(name) or not other.word(name) or one.word(name) == other.word(name)
        for name in ("title", "date", "end")
    )


def _content_id(row: Row) -> str:
    """What a row without an id of its own is known by: its words."""
    cells = sorted((name, cell) for name, cell in row.cells.items() if name != "id")
    words = "\x1f".join(f"{name}={cell}" for name, cell in (*cells, ("points", repr(row.points)), ("mark", row.mark)))
    return f"row {sha256_hex(words.encode('utf-8', 'surrogatepass'))[:16]}"


def _sources(events: list[Event]) -> tuple[Source, ...]:
    """What the reports name as their documents; the address only where all its events give the same."""
    urls: dict[str, set[str]] = {}
    for event in events:
        for name in event.sources:
            urls.setdefault(name, set()).add(event.url)
    return tuple(Source(name, name, url=next(iter(given)) if len(given) == 1 else "") for name, given in urls.items())
