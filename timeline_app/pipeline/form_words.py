"""One event in full, as the fields of a form: what they say at first, and what they make of the event when saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

from timeline_app.export.rows import number, quantities_cell
from timeline_app.merge import find_conflicts
from timeline_app.model import (
    Actor,
    ActorRole,
    Event,
    EventType,
    Modality,
    Quantity,
    Report,
    When,
    Where,
)
from timeline_app.pipeline.hand_made import checked_url, counted, date_of, following, new_report, own_reports
from timeline_app.views import visible

Cells = Mapping[str, object]

_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\b")  # "06:30", "6.30", "18h05", "06:30:15 GMT"
_LONGEST_TIME = 40


@dataclass(frozen=True, slots=True)
class FormWords:
    """What stands in the form.

    Attributes:
        title, summary, type, modality, url: as typed or chosen.
        date: EDTF or words that are a date; "" for undated.
        time: time of day as the source writes it, or "".
        places: in order, already chosen.
        actors: rows of "name" and "role".
        numbers: rows of "what", "low", "high" and "text".
        sources: rows of "id" (blank for a new one), "source", "quote", "published", "date" and "numbers".
    """

    title: str
    summary: str
    type: str
    modality: str
    date: str
    time: str
    places: tuple[Where, ...]
    actors: Sequence[Cells]
    numbers: Sequence[Cells]
    sources: Sequence[Cells]
    url: str


def words_of(event: Event) -> FormWords:
    """The form of an event."""
    return FormWords(
        visible(event.title),
        visible(event.summary),
        event.type,
        event.modality,
        event.when.edtf if event.when else "",
        visible(event.when.time) if event.when else "",
        event.where,
        [{"name": visible(actor.name), "role": actor.role} for actor in event.actors],
        [
            {"what": visible(one.what), "low": one.low, "high": one.high, "text": visible(one.text)}
            for one in event.quantities
        ],
        [_source_row(report, event) for report in own_reports(event)],
        visible(event.url),
    )


def _source_row(report: Report, event: Event) -> dict[str, object]:
    own_date = report.when is not None and report.when != event.when
    own_numbers = report.quantities != event.quantities
    return {
        "id": report.id,
        "source": visible(report.document),
        "quote": visible(report.quote),
        "published": report.published.isoformat() if report.published else "",
        "date": report.when.edtf if own_date and report.when else "",
        "numbers": quantities_cell(report.quantities) if own_numbers else "",
    }


def event_in_words(event: Event, words: FormWords) -> tuple[Event, list[str]]:
    """The event as the form has it, and one line for each field that cannot be taken.

    What was not changed stays as it is, to the letter. Nothing is to be saved while there are faults.
    """
    faults: list[str] = []
    first = words_of(event)

    def taken(field: str, read: Callable[[], object], known: object) -> object:
        try:
            return read()
        except ValueError as fault:
            faults.append(visible(f"{field}: {fault}"))
            return known

    when = taken("Date", lambda: _when(words, event.when), event.when)
    changes: dict[str, object] = {
        "title": taken("Title", lambda: _unchanged(words.title, first.title, event.title, _title), event.title),
        "summary": event.summary if words.summary == first.summary else words.summary.strip(),
        "type": cast(EventType, words.type),
        "modality": cast(Modality, words.modality),
        "when": when,
        "where": words.places,
        "actors": taken("Actors", lambda: _actors(words.actors, event.actors), event.actors),
        "quantities": taken("Numbers", lambda: _quantities(words.numbers, event.quantities), event.quantities),
        "url": taken("Link", lambda: _unchanged(words.url, first.url, event.url, checked_url), event.url),
    }
    made = event.with_(**changes)
    return cast(Event, taken("Sources", lambda: _with_sources(event, made, words.sources), made)), faults


def _unchanged(typed: str, shown: str, known: str, read: Callable[[str], str]) -> str:
    """The known text, to the letter, where the field still shows it."""
    return known if typed == shown and known else read(typed.strip())


def _title(text: str) -> str:
    if not text:
        raise ValueError("is empty")
    return text


def _when(words: FormWords, known: When | None) -> When | None:
    when, time = date_of(words.date, known), words.time.strip()
    if when is None:
        if time:
            raise ValueError(f"the time {time!r:.60} stands without a date (likely mistake: the date was left out)")
        return None
    return when if time == visible(when.time) else when.with_(time=checked_time(time))


def checked_time(text: str) -> str:
    """A time of day as written, never reckoned with.

    Raises:
        ValueError: it is too long, or a clock never shows it.
    """
    if len(text) > _LONGEST_TIME:
        raise ValueError(f"the time is longer than {_LONGEST_TIME} characters")
    clock = _CLOCK.search(text)
    if clock is not None and (int(clock[1]) > 24 or int(clock[2]) > 59 or int(clock[3] or 0) > 59):
        raise ValueError(f"{clock[0]!r} is no time of day (likely mistake: hours and minutes are exchanged)")
    return text


def _actors(rows: Iterable[Cells], known: Sequence[Actor]) -> tuple[Actor, ...]:
    same = {(visible(actor.name), actor.role): actor for actor in known}
    found = []
    for row in rows:
        name, role = _word(row, "name"), _word(row, "role") or "other"
        if role not in get_args(ActorRole):
            raise ValueError(f"{role!r:.40} is none of {', '.join(get_args(ActorRole))}")
        if name:
            found.append(same.get((name, cast(ActorRole, role)), Actor(name, cast(ActorRole, role))))
    return tuple(dict.fromkeys(found))


def _quantities(rows: Iterable[Cells], known: Sequence[Quantity]) -> tuple[Quantity, ...]:
    same = {_shown(one): one for one in known}
    found = []
    for at, row in enumerate(rows, 1):
        what, low, high, text = _word(row, "what"), _bound(row, "low"), _bound(row, "high"), _word(row, "text")
        if not what and low is None and high is None and not text:
            continue
        if not what:
            raise ValueError(f"row {at} does not say what is counted")
        if low is None and high is None and not text:
            raise ValueError(f"row {at} ({what!r:.60}) has no number")
        if low is not None and high is not None and low > high:
            raise ValueError(f"row {at} ({what!r:.60}) is reversed: are low and high exchanged?")
        made = Quantity(what, low, high, text or _bounds_in_words(low, high))
        found.append(same.get(_shown(made), made))
    return tuple(dict.fromkeys(found))


def _shown(one: Quantity) -> tuple[str, float | None, float | None, str]:
    return visible(one.what), one.low, one.high, visible(one.text)


def _bounds_in_words(low: float | None, high: float | None) -> str:
    first, last = ("" if bound is None else number(bound) for bound in (low, high))
    return first if first == last else f"{first}..{last}"


def _bound(row: Cells, name: str) -> float | None:
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - NaN
        return None
    return float(value)


def _word(row: Cells, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _with_sources(before: Event, after: Event, rows: Iterable[Cells]) -> Event:
    """The event with what its author writes of sources; what documents say follows and stays."""
    after = following(before, after)
    known = {report.id: report for report in own_reports(after)}
    shown = {report.id: _source_row(report, before) for report in own_reports(before)}
    own: list[Report] = []
    for at, row in enumerate(rows, 1):
        source, quote, report_id = _word(row, "source"), _word(row, "quote"), _word(row, "id")
        if not any(_word(row, name) for name in ("source", "quote", "published", "date", "numbers")):
            continue
        if not source and not quote:
            raise ValueError(f"row {at} names no source and quotes nothing")
        taken = {report.id for report in (*after.reports, *own)}
        kept = known.get(report_id)
        is_first = after.origin == "curated" and after.id not in taken
        report = kept or new_report(after, source, quote, after.id if is_first else "")
        own.append(_claiming(report, after, row, shown.get(report_id), at))
    others = tuple(report for report in after.reports if report.id not in known)
    reports = (*own, *others) if after.origin == "curated" else (*others, *own)
    if reports == before.reports:
        return after.with_(reports=reports)
    return after.with_(
        reports=reports, conflicts=find_conflicts(reports), published=_published(before, own_reports(before), own)
    )


def _published(event: Event, before: Iterable[Report], after: Iterable[Report]) -> tuple[date, date] | None:
    """First and last day of publication when the reports written by hand are others."""
    told = None if event.published == _span(before) else event.published
    return _span(after, told or ())


def _span(reports: Iterable[Report], days: Iterable[date] = ()) -> tuple[date, date] | None:
    every = [*days, *(report.published for report in reports if report.published is not None)]
    return (min(every), max(every)) if every else None


def _claiming(report: Report, event: Event, row: Cells, shown: Cells | None, at: int) -> Report:
    """A report with the cells of its row that were changed."""

    def changed(name: str) -> bool:
        return shown is None or _word(row, name) != _word(shown, name)

    try:
        if changed("source"):
            report = replace(report, document=_word(row, "source") or event.url or "no source named")
        if changed("quote"):
            report = replace(report, quote=_word(row, "quote"))
        if changed("published"):
            report = replace(report, published=_day_of(_word(row, "published")))
        if changed("date"):
            report = replace(report, when=date_of(_word(row, "date"), None) if _word(row, "date") else event.when)
        if changed("numbers"):
            own = counted(_word(row, "numbers"), ()) if _word(row, "numbers") else event.quantities
            report = replace(report, quantities=own)
    except ValueError as fault:
        raise ValueError(f"row {at}: {fault}") from None
    return report


def _day_of(text: str) -> date | None:
    """The day of publication a cell names.

    Raises:
        ValueError: it is not one day.
    """
    when = date_of(text, None) if text else None
    if when is not None and not when.is_single_day:
        raise ValueError(f"{text!r:.60} is not one day, as that of a publication is")
    return None if when is None else when.earliest


FIELDS = {
    "title": "Title", "summary": "Summary", "type": "Type", "modality": "Said to be", "when": "Date", "where": "Places",
    "actors": "Actors", "quantities": "Numbers", "reports": "Sources", "url": "Link",
}  # fmt: skip
"""What a form changes, with the words people read."""


def changed_fields(before: Event, after: Event) -> list[str]:
    """The fields in which two forms of an event differ."""
    return [name for name in FIELDS if getattr(before, name) != getattr(after, name)]


def beside(basis: Event, mine: Event, theirs: Event) -> Event | None:
    """What two people made of one event from the same start, together; None when both changed one field."""
    my_fields, their_fields = changed_fields(basis, mine), changed_fields(basis, theirs)
    if any(name in their_fields and getattr(mine, name) != getattr(theirs, name) for name in my_fields):
        return None
    return over(basis, mine, theirs)


def over(basis: Event, mine: Event, theirs: Event) -> Event:
    """What one person changed, put over what the other made of the event."""
    made = theirs.with_(**{name: getattr(mine, name) for name in changed_fields(basis, mine)})
    if made.reports == theirs.reports:
        return made
    return made.with_(conflicts=find_conflicts(made.reports), published=mine.published)
