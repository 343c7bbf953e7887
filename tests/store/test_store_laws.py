"""Laws: stored equals read, twice is once, and no report is lost however events are regrouped."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model import (
    Actor,
    Document,
    Event,
    Judgement,
    Problem,
    Publication,
    Quantity,
    Report,
    Source,
    When,
    Where,
    Zone,
    sha256_hex,
)
from timeline_app.store import MemoryStore, Store, open_store

# Every code point, lone surrogates and NUL among them.
any_text = st.text(st.characters(), max_size=12)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
spans = st.tuples(days, days).map(sorted)
whens = st.builds(lambda span, text: When.within(*span, text=text, reason=text), spans, any_text)
numbers = st.none() | st.integers(-(10**6), 10**6) | st.floats(-1e9, 1e9)
quantities = st.builds(Quantity, any_text, numbers, numbers, any_text)
places = st.builds(
    lambda text, lat, lon: Where("at", text, text, lat=lat, lon=lon), any_text, st.floats(-90, 90), st.floats(-180, 180)
)
reports = st.builds(
    Report, any_text, any_text, st.integers(0, 99), st.integers(0, 99), any_text,
    when=st.none() | whens, where=st.lists(places, max_size=2).map(tuple),
    quantities=st.lists(quantities, max_size=2).map(tuple),
)  # fmt: skip
documents = st.builds(
    lambda text, name, day, row: Document(
        name, sha256_hex(text.encode("utf-8", "surrogatepass")), text, title=name, row=row,
        zones=(Zone(0, len(text), "body", name),), publications=(Publication(day, "stamp", name, 0, 1, name, (day,)),),
    ),
    any_text.filter(bool), any_text, days, st.none() | st.integers(1, 9),
)  # fmt: skip
events = st.builds(
    Event, any_text, any_text, summary=any_text, when=st.none() | whens,
    reports=st.lists(reports, max_size=2, unique_by=lambda report: report.id).map(tuple),
    actors=st.lists(st.builds(Actor, any_text), max_size=2).map(tuple), url=any_text,
)  # fmt: skip
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def stores(folder: str) -> list[Store]:
    return [MemoryStore(), open_store(Path(folder) / "t.sqlite")]


@quick
@given(documents, events, st.builds(Problem, any_text, st.none(), any_text), any_text)
def test_stored_equals_read_and_twice_is_once(document: Document, event: Event, problem: Problem, word: str) -> None:
    data = document.text.encode("utf-8", "surrogatepass")
    judgement, source = Judgement((word, word + "x"), "unsure", word, word), Source(word, word)
    with tempfile.TemporaryDirectory() as folder:
        for store in stores(folder):
            for _ in range(2):
                store.add([(document, data)], [event], [problem], [judgement], [source], by=word)
                assert store.document(document.id) == document
                assert store.original(document.id) == data
                assert (store.events(), store.event(event.id)) == ([event], (event, 1))
                assert (store.problems(), store.judgements()) == ((problem,), (judgement,))
                assert source in store.sources()
                assert store.data_version() == 1
            store.search(word)
            store.review(event.id, "accepted", word, word)
            assert store.history(event.id)[0].by == word
            store.close()


FIVE = [Report(f"r{n}", f"d{n % 3}", n, n + 1, str(n)) for n in range(5)]


def _regrouped(colours: list[int]) -> list[Event]:
    """All five reports, those of one colour in one event."""
    groups = [[r for r, c in zip(FIVE, colours, strict=True) if c == colour] for colour in sorted(set(colours))]
    return [Event(group[0].id, f"event of {group[0].id}", reports=tuple(group)) for group in groups]


colourings = st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=1, max_size=5)


@quick
@given(colourings)
def test_however_reports_are_regrouped_each_is_told_once_and_every_id_leads_somewhere(history: list[list[int]]) -> None:
    store = MemoryStore()
    met: set[str] = set()
    for colours in history:
        handed_in = _regrouped(colours)
        met |= {event.id for event in handed_in}
        store.add(events=handed_in)
        kept = store.events()
        assert sorted(r.id for event in kept for r in event.reports) == [r.id for r in FIVE]
        assert sorted(map(_group, kept)) == sorted(map(_group, handed_in))
        assert {store.event(id_)[0].id for id_ in met} == {event.id for event in kept}
        version = store.data_version()
        store.add(events=handed_in)
        assert store.data_version() == version


def _group(event: Event) -> tuple[str, ...]:
    return tuple(sorted(report.id for report in event.reports))


@quick
@given(colourings, st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_memory_and_sqlite_do_the_same(history: list[list[int]], touched: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory, sqlite = stores(folder)
        for store in (memory, sqlite):
            for colours, n in zip(history, touched, strict=False):
                store.add(events=_regrouped(colours))
                event, version = store.event(store.events()[0].id)
                store.edit(event.with_(title=f"edit {n}"), version, "Ada")
                store.add(events=_regrouped(colours)[: n + 1])
                if n == 0:
                    store.remove_document(FIVE[0].document, "Ada")
        assert memory.timeline() == sqlite.timeline()
        told = [[(c.id, c.what, c.item, c.before, c.after) for c in store.history()] for store in (memory, sqlite)]
        assert told[0] == told[1]
        assert memory.search("edit") == sqlite.search("edit")
        sqlite.close()
