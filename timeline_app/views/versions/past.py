"""The history in the words a person reads: what was done, to what, when, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline_app.model import event_from_wire
from timeline_app.store import Change, HistoryStep
from timeline_app.views.versions.differing import NOTHING, Differing, differing
from timeline_app.views.words.labels import DAY_FOUND, language_words, short_day
from timeline_app.views.words.text import visible

DEEDS = {
    "added": "added",
    "edited": "edited",
    "reviewed": "reviewed",
    "read again": "read again",
    "parsed again": "read differently",
    "described": "described",
    "merged": "put together",
    "split": "parted",
    "judged": "judged",
    "judged again": "judged again",
    "said": "given",
    "not told any more": "no longer read",
    "lost a source": "left with fewer sources",
    "removed": "removed",
    "restored": "restored",
    "undone": "put back",
}
"""Words of the store for what was done, and ours for readers; others are shown as they are."""

NOBODY = "nobody named"
"""Who did what nobody gave a name for."""

KINDS = {
    "event": ("event", "events"),
    "document": ("document", "documents"),
    "source": ("source", "sources"),
    "judgement": ("verdict on reports", "verdicts on reports"),
    "place": ("word on a name", "words on names"),
    "description": ("word on a source", "words on sources"),
}
"""What was changed, one of it and many."""

_UNDOES = "change "
"""How the store begins the reason of a step that takes another back; the number follows."""


VERDICTS = {"same": "one happening", "different": "two happenings", "unsure": "not sure whether one happening"}
"""What a person says of two reports."""

_REVIEWED = {"accepted": "accepted", "rejected": "rejected", "unsure": "marked not sure", "draft": "no longer reviewed"}

_BY_RULE = ("added", "judged again")
"""How verdicts are kept that were reckoned, not given: what they led to is told beside them."""

Titled = Callable[[str], str]
"""Gives a report, by its id, the title of what it tells; "" when nobody knows it."""


def step_line(step: HistoryStep) -> str:
    """A step in one line: "1 event accepted", "5 documents added, 94 events added"."""
    return tally_line(step.tallies, step.first)


def tally_line(tallies: Iterable[tuple[str, str, int]], first: Change | None = None) -> str:
    """What was done to what how often, in one line.

    Args:
        tallies: as in `HistoryStep`.
        first: the first change, which tells what was said where all of one step say the same.
    """
    listed = list(tallies)
    told = [one for one in listed if one[1] != "judgement" or one[0] not in _BY_RULE]
    if _verdict(first) and any(what in ("merged", "split") for what, _, _ in told):
        told = [one for one in told if one[0] != "parsed again"]  # the event that the others were put into
    return ", ".join(_tally(*one, first) for one in told or listed)


def _tally(what: str, kind: str, number: int, first: Change | None) -> str:
    verdict = _verdict(first) if (what, kind) == ("judged", "judgement") else ""
    if verdict:
        return f"said: {VERDICTS[verdict]}"
    status = _status(first) if (what, kind) == ("reviewed", "event") else ""
    return f"{number:,} {_kind(kind, number)} {_REVIEWED.get(status) or deed(what)}"


def _verdict(change: Change | None) -> str:
    """The verdict a change gave, "" when it gave none."""
    if change is None or change.kind != "judgement" or change.after is None:
        return ""
    verdict = str(change.after.get("wire", {}).get("verdict", ""))
    return verdict if verdict in VERDICTS else ""


def _status(change: Change | None) -> str:
    """The review a change gave, "" when it gave none."""
    if change is None or change.what != "reviewed" or change.after is None:
        return ""
    return str(change.after.get("review", {}).get("status", ""))


def deed(what: str) -> str:
    """What was done, for readers."""
    return DEEDS.get(what, visible(what))


def _kind(kind: str, number: int) -> str:
    one, many = KINDS.get(kind, (kind, kind))
    return one if number == 1 else many


def change_line(change: Change) -> str:
    """A change in one line: "event edited", "event accepted"."""
    return f"{_kind(change.kind, 1)} {done(change)}"


def done(change: Change) -> str:
    """What a change did, in a word or two: "edited", "accepted"."""
    return _REVIEWED.get(_status(change)) or deed(change.what)


def why_words(why: str) -> str:
    """The reason given; of a step that takes another back, which one."""
    number = why.removeprefix(_UNDOES)
    return f"takes back step {number}" if number != why and number.isdigit() else visible(why)


def short_moment(at: str, zone: str | None = None) -> str:
    """A moment in the reader's time alone: "21 Nov 2026, 11:15"; "" when there is none."""
    return moment_words(at, zone).partition(" (")[0].removesuffix(" UTC")


def moment_words(at: str, zone: str | None = None) -> str:
    """A moment in the reader's time and in UTC: "21 Nov 2026, 11:15 (10:15 UTC)"; as written if it is none.

    Args:
        at: RFC 3339.
        zone: name of the reader's time zone ("Europe/Berlin"); None or an unknown one: UTC alone.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return visible(at)
    if moment.tzinfo is None:
        return visible(at)
    utc, local = moment.astimezone(UTC), moment.astimezone(_zone(zone))
    if local.utcoffset() == utc.utcoffset():
        return f"{_moment(utc)} UTC"
    same_day = local.date() == utc.date()
    return f"{_moment(local)} ({f'{utc:%H:%M}' if same_day else _moment(utc)} UTC)"


def _moment(moment: datetime) -> str:
    return f"{short_day(moment.date())}, {moment:%H:%M}"


def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


# -- what differs -----------------------------------------------------------------------------------


def change_rows(change: Change, titled: Titled = str) -> tuple[Differing, ...]:
    """The fields in which the two sides of a change differ, in words; `titled` names the reports of a verdict."""
    if change.kind == "event":
        before, after = (None if wire is None else event_from_wire(wire) for wire in (change.before, change.after))
        return differing(before, after)
    before_words, after_words = (_words(change.kind, wire, titled) for wire in (change.before, change.after))
    labels = dict.fromkeys((*before_words, *after_words))
    pairs = [
        Differing(label, label, before_words.get(label, NOTHING), after_words.get(label, NOTHING)) for label in labels
    ]
    return tuple(pair for pair in pairs if pair.before != pair.after)


def change_title(change: Change, titled: Titled | None = None) -> str:
    """What the change is about, by the name it has now or had; `titled` names the reports of a verdict."""
    sides = [wire for wire in (change.after, change.before) if wire is not None]
    if not sides:
        return visible(change.item)
    return _title(change.kind, sides[0], titled) or visible(change.item)


def _title(kind: str, wire: dict[str, Any], titled: Titled | None) -> str:
    if kind in ("place", "judgement", "description"):
        wire = wire.get("wire") or {}
    if kind == "place":
        place = (wire.get("place") or {}).get("name")
        meant = f"is {place}" if place else wire.get("verdict", "")
        return visible(f"{wire.get('name', '')}: {meant}") if wire else ""
    if kind == "judgement":
        return _two_reports(wire, titled) if wire else ""
    return visible(str(wire.get("title") or wire.get("name") or ""))


def _two_reports(wire: dict[str, Any], titled: Titled | None) -> str:
    named = [titled(report) for report in wire.get("reports", ())] if titled else []
    verdict = VERDICTS.get(wire.get("verdict", ""), "")
    if not all(named) or not named:
        return f"two reports: {verdict}"
    return visible(f"“{named[0]}” and “{named[-1]}”: {verdict}")


def _words(kind: str, wire: dict[str, Any] | None, titled: Titled) -> dict[str, str]:
    """An item as labelled words; empty where there is none."""
    if wire is None:
        return {}
    if kind == "document":
        return _document(wire)
    told = wire.get("wire", wire) or {}
    words = {label: told.get(name) for name, label in _LABELS.get(kind, {}).items()}
    if kind == "judgement" and told:
        words["Reports"] = [f"“{titled(report) or report}”" for report in told.get("reports", ())]
        words["Verdict"] = VERDICTS.get(told.get("verdict", ""), told.get("verdict"))
    return {label: _said(value) for label, value in words.items() if value not in (None, False, "")}


_LABELS = {
    "source": {"title": "Title", "publisher": "Publisher", "url": "Address", "published": "Published"},
    "description": {
        "title": "Title", "publisher": "Publisher", "url": "Address", "published": "Published",
        "undated": "Day said to be unknown", "by": "By", "why": "Why",
    },
    "place": {
        "name": "Name", "verdict": "Verdict", "place": "Place", "document": "In document", "by": "By", "why": "Why",
    },
    "judgement": {"verdict": "Verdict", "by": "By", "reports": "Reports"},
}  # fmt: skip


def _said(value: Any) -> str:
    if value is True:
        return "yes"
    if isinstance(value, dict):
        point = f"{value.get('lat')}, {value.get('lon')}"
        return visible(f"{value.get('name', '')} ({value.get('kind', '')}, {point})")
    if isinstance(value, list | tuple):
        return visible(" and ".join(map(str, value)))
    return visible(str(value))


def _document(wire: dict[str, Any]) -> dict[str, str]:
    published = next(iter(wire.get("publications", ())), None)
    problems = [problem.get("what", "") for problem in wire.get("problems", ())]
    return {
        "File": visible(wire.get("name", "")),
        "Title": visible(wire.get("title", "")) or NOTHING,
        "Publisher": visible(wire.get("publisher", "")) or NOTHING,
        "Address": visible(wire.get("url", "")) or NOTHING,
        "Published": _published(published),
        "Language": language_words(wire.get("language", "")) or NOTHING,
        "Text": f"{len(wire.get('text', '')):,} characters",
        "Parts of the text": f"{len(wire.get('zones', ())):,}",
        "Problems": visible("; ".join(problems)) or NOTHING,
    }


def _published(published: dict[str, Any] | None) -> str:
    return f"{published['day']} ({DAY_FOUND.get(published['source'], '')})" if published else "unknown"
