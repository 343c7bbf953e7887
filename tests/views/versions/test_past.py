"""Words for the history, differences and the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timeline_app.model import Actor, Event, Quantity, Report, Review, When, Where
from timeline_app.store import Change, HistoryStep
from timeline_app.views.versions.differing import differing
from timeline_app.views.versions.meeting import meet
from timeline_app.views.versions.past import change_rows, change_title, moment_words, short_moment, step_line, why_words

HOMS = Where("at", "Homs", "Homs", "sy-homs", 34.73, 36.71, 5.0, "city", 0.9)
EVENT = Event("e", "A convoy left", when=When.on_day(date(2017, 8, 30)), where=(HOMS,))


@pytest.mark.parametrize(
    ("at", "zone", "words", "short"),
    [
        ("2026-11-21T10:15:00Z", "Europe/Berlin", "21 Nov 2026, 11:15 (10:15 UTC)", "21 Nov 2026, 11:15"),
        ("2026-11-21T23:15:00Z", "Asia/Damascus", "22 Nov 2026, 02:15 (21 Nov 2026, 23:15 UTC)", "22 Nov 2026, 02:15"),
        ("2026-11-21T10:15:00Z", None, "21 Nov 2026, 10:15 UTC", "21 Nov 2026, 10:15"),
        ("2026-11-21T10:15:00Z", "../../etc/passwd", "21 Nov 2026, 10:15 UTC", "21 Nov 2026, 10:15"),
        ("once upon a time", "Europe/Berlin", "once upon a time", "once upon a time"),
        ("", None, "", ""),
    ],
)
def test_moments_are_told_in_the_readers_time_and_in_utc(at: str, zone: str | None, words: str, short: str) -> None:
    assert (moment_words(at, zone), short_moment(at, zone)) == (words, short)


@pytest.mark.parametrize(
    ("changes", "label", "before", "after"),
    [
        ({"title": "A lorry\u202e left"}, "Title", "A convoy left", "A lorry⟦RLO⟧ left"),
        ({"when": None}, "Date", "30 August 2017", "Undated"),
        ({"where": ()}, "Place", "Homs", "–"),
        ({"actors": (Actor("Hezbollah", "source"),)}, "Actors", "–", "Hezbollah (acting)"),
        ({"quantities": (Quantity("fighters", 301, None), Quantity("buses", 17, 17))}, "Numbers", "–",
         "fighters 301 or more, buses 17"),
        ({"review": Review("rejected", "Bea", "", "a rumour")}, "Review", "Not reviewed", "Rejected by Bea: a rumour"),
        ({"reports": (Report("r", "d", 0, 3, "It\nleft"),)}, "Reports", "–", "“It left”"),
    ],
)  # fmt: skip
def test_fields_differ_in_plain_words(changes: dict[str, object], label: str, before: str, after: str) -> None:
    (pair,) = differing(EVENT, EVENT.with_(**changes))
    assert (pair.label, pair.before, pair.after) == (label, before, after)


def test_what_reads_alike_but_differs_is_told_in_full() -> None:
    (moved,) = differing(EVENT, EVENT.with_(where=(Where("at", "Homs", "Homs", "x", 34.9, 36.7, 5.0, "town", 1.0),)))
    assert "34.7300, 36.7100" in moved.before
    assert "34.9000, 36.7000" in moved.after
    (dated,) = differing(EVENT, EVENT.with_(when=When.on_day(date(2017, 8, 30), basis="publication")))
    assert "stated" in dated.before
    assert "publication" in dated.after


def test_of_reports_only_what_differs_is_told() -> None:
    first, second, third = (Report(f"r{number}", "d", number, number + 9, f"Words {number}") for number in range(3))
    moved = replace(second, where=(HOMS,), quantities=(Quantity("buses", 17, 17),))
    (pair,) = differing(EVENT.with_(reports=(first, second)), EVENT.with_(reports=(first, moved, third)))
    assert pair.before == "“Words 1” [no place; no numbers]; 1 the same"
    assert pair.after == "“Words 1” [Homs (at, “Homs”, 34.7300, 36.7100, ±5 km, auto); buses 17]; “Words 2”; 1 the same"
    reread = replace(first, title="Otherwise")
    (pair,) = differing(EVENT.with_(reports=(first,)), EVENT.with_(reports=(reread,)))
    assert (pair.before, pair.after) == ("“Words 0”", "“Words 0” (read from other words)")


@pytest.mark.parametrize(
    ("status", "told"),
    [("accepted", "2 events accepted"), ("rejected", "2 events rejected"), ("unsure", "2 events marked not sure"),
     ("draft", "2 events no longer reviewed")],
)  # fmt: skip
def test_a_step_of_reviews_says_what_was_decided(status: str, told: str) -> None:
    first = replace(change("event", {}, {"review": {"status": status}}), what="reviewed")
    assert step_line(HistoryStep(1, "", "", "", (("reviewed", "event", 2),), first)) == told


def test_a_step_of_verdicts_says_what_they_are_and_not_how_many() -> None:
    first = replace(change("judgement", None, {"wire": {"verdict": "different"}}), what="judged")
    tallies = (("judged", "judgement", 4), ("split", "event", 1), ("added", "judgement", 2))
    assert step_line(HistoryStep(1, "", "", "", tallies, first)) == "said: two happenings, 1 event parted"
    assert step_line(HistoryStep(1, "", "", "", tallies[2:], first)) == "2 verdicts on reports added"


def change(kind: str, before: dict[str, object] | None, after: dict[str, object] | None) -> Change:
    return Change(1, "", "", "x", "", kind, "id", before, after)


def test_items_differ_in_plain_words() -> None:
    said = {"wire": {"source": "id", "title": "Said", "publisher": None, "undated": True, "by": "Ada"}}
    told = {pair.label: (pair.before, pair.after) for pair in change_rows(change("description", None, said))}
    assert told == {"Title": ("–", "Said"), "Day said to be unknown": ("–", "yes"), "By": ("–", "Ada")}
    document = {
        "name": "a.txt",
        "title": "T",
        "text": "abc",
        "publications": [{"day": "2017-08-30", "source": "stamp"}],
    }
    rows = {pair.label: pair.before for pair in change_rows(change("document", document, None))}
    assert (rows["File"], rows["Published"], rows["Text"]) == ("a.txt", "2017-08-30 (in the text)", "3 characters")
    assert (
        change_title(change("place", None, {"wire": {"name": "Hit", "verdict": "not a place"}})) == "Hit: not a place"
    )
    khasham = {"name": "Euphrates", "verdict": "is", "place": {"name": "Khasham"}}
    assert change_title(change("place", None, {"wire": khasham})) == "Euphrates: is Khasham"
    verdict = change("judgement", None, {"wire": {"verdict": "same", "reports": ["r1", "r2"]}})
    assert change_title(verdict) == "two reports: one happening"
    titles = {"r1": "A truce", "r2": "A ceasefire\u202e"}
    assert change_title(verdict, titles.__getitem__) == "“A truce” and “A ceasefire⟦RLO⟧”: one happening"
    assert change_title(verdict, {"r1": "A truce"}.get) == "two reports: one happening"  # type: ignore[arg-type]
    told = {pair.label: pair.after for pair in change_rows(verdict, titles.__getitem__)}
    assert told == {"Verdict": "one happening", "Reports": "“A truce” and “A ceasefire⟦RLO⟧”"}
    assert change_title(change("event", None, None)) == "id"


def test_a_reason_that_names_a_step_is_told_in_words() -> None:
    assert why_words("change 12") == "takes back step 12"
    assert why_words("change of mind") == "change of mind"


def test_two_versions_meet() -> None:
    mine = EVENT.with_(title="Mine", type="talks", url="https://example.org")
    theirs = EVENT.with_(title="Theirs", type="talks", when=None)
    found = meet(EVENT, mine, theirs)
    assert (found.contested, found.mine, found.theirs) == (("title",), ("url",), ("when",))
    assert found.together == theirs.with_(url="https://example.org")
