"""An article and the name by which a list tells of it are one source, wherever sources are shown, counted or filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from timeline_app.documents import read_text
from timeline_app.model import Event, Quantity, Query, Report, Source, event_to_wire
from timeline_app.views import events_frame, facets, map_payload, select, timeline_payload
from timeline_app.views.claims.compare import named_sources, same_source
from timeline_app.views.claims.evidence import evidence_payload
from timeline_app.views.frames.columns import columns_frame, patched
from timeline_app.views.frames.facet_counts import facets_in_view
from timeline_app.views.frames.source_names import named_articles, with_one_name
from timeline_app.views.frames.tellers import articles_in, with_articles
from timeline_app.views.tasks.source_list import found_in, library

ARTICLE = replace(
    read_text("Seventeen buses left Qara.", name="wires/003-stranded-convoy.txt", published=date(2017, 9, 2)),
    title="A convoy stranded",
    url="https://paper.example/convoy",
)
STEM = "003-stranded-convoy"
BY_STEM, UNNAMED = Source(STEM, STEM), Source("blog", "A blog")


def event(id_: str, *sources: str) -> Event:
    reports = tuple(Report(f"{id_}{number}", source, 0, 0, "") for number, source in enumerate(sources))
    return Event(id_, id_, reports=reports)


EVENTS = [event("read", ARTICLE.id), event("named", STEM), event("both", ARTICLE.id, STEM), event("other", "blog")]


class Events:
    def some_events(self, event_ids: Sequence[str], /) -> list[Event]:
        return [one for id_ in event_ids for one in EVENTS if one.id == id_]

    def search(self, text: str, /) -> list[str]:
        raise AssertionError("nobody searches")


def small(events: list[Event]) -> pd.DataFrame:
    return events_frame(events)


def large(events: list[Event]) -> pd.DataFrame:
    return columns_frame(map(event_to_wire, events), Events())


def as_one(frame: pd.DataFrame) -> pd.DataFrame:
    return with_articles(frame, articles_in(frame, {ARTICLE.id: ARTICLE}, {}))


@pytest.mark.parametrize(
    "source",
    [
        BY_STEM,
        Source(STEM.upper(), ""),
        Source("s1", f" {STEM} "),
        Source("s1", "003-stranded-convoy.txt"),
        Source("s1", "wires/003-stranded-convoy.txt"),
        Source("s1", "a  CONVOY stranded"),
        Source("s1", "A paper", url="https://paper.example/convoy"),
        Source("s1", "A paper", url="articles/003-stranded-convoy.txt"),
        Source("s1", "A paper", url=STEM),
    ],
)
def test_a_name_a_file_a_title_or_an_address_means_the_article(source: Source) -> None:
    assert named_articles([ARTICLE], [source]) == {source.id: ARTICLE.id}


@pytest.mark.parametrize(
    "source",
    [UNNAMED, Source("s1", "003-stranded"), Source("s1", "", url="https://other.example/003-stranded-convoy.txt")],
)
def test_another_name_or_address_means_another_source(source: Source) -> None:
    assert named_articles([ARTICLE], [source]) == {}


def test_a_name_that_two_articles_bear_stays_a_source_of_its_own() -> None:
    second = replace(read_text("Another text.", name="other/003-stranded-convoy.txt"), title="Another")
    assert named_articles([ARTICLE, second], [BY_STEM]) == {}
    assert named_articles([ARTICLE, second], [Source("s1", "a convoy stranded")]) == {"s1": ARTICLE.id}
    assert STEM not in named_sources([ARTICLE, second], [])


@pytest.mark.parametrize("frame_of", [small, large])
def test_facets_filters_and_counts_go_by_the_article_at_every_size(
    frame_of: Callable[[list[Event]], pd.DataFrame],
) -> None:
    frame = as_one(frame_of(EVENTS))
    assert facets(frame)["source"] == [(ARTICLE.id, 3), ("blog", 1)]
    query = Query(sources=(ARTICLE.id,))
    found = select(frame, query)
    assert found.ids == {"read", "named", "both"}
    assert facets_in_view(frame, query, found, facets(frame))["source"] == {ARTICLE.id: 3, "blog": 1}
    shown = timeline_payload(frame, frame, Query(), "1")["undated"]
    assert dict(zip(shown["id"], shown["sources"], strict=True)) == {"read": 1, "named": 1, "both": 1, "other": 1}
    assert map_payload(frame, "1")["events"]["sources"] == []


@pytest.mark.parametrize("frame_of", [small, large])
def test_a_changed_event_is_counted_with_the_others(frame_of: Callable[[list[Event]], pd.DataFrame]) -> None:
    frame = as_one(frame_of(EVENTS))
    changed = as_one(patched(frame, frame_of([event("other", STEM)]), ["other"]))
    assert facets(changed)["source"] == [(ARTICLE.id, 4)]
    assert facets(with_articles(changed, {}))["source"] == [(STEM, 3), (ARTICLE.id, 2)]


def test_what_is_kept_holds_the_names_as_written() -> None:
    frame = as_one(small(EVENTS))
    assert [one.sources for one in frame["event"] if one.id == "both"] == [(ARTICLE.id, STEM)]
    assert [event_to_wire(one) for one in select(frame, Query()).events] == [
        event_to_wire(one) for one in sorted(EVENTS, key=lambda one: one.id)
    ]


def test_the_library_has_one_row_for_both() -> None:
    sources = {STEM: BY_STEM, "blog": UNNAMED}
    rows = library({ARTICLE.id: ARTICLE}, sources, EVENTS, articles=named_articles([ARTICLE], sources.values()))
    assert [(row.title, row.events, row.read, row.names) for row in rows] == [
        ("A convoy stranded", 3, 2, (STEM,)),
        ("A blog", 1, 0, ()),
    ]
    assert rows[0].ids == {ARTICLE.id, STEM}
    assert found_in(rows, "stranded convoy 003") == [rows[0]]


def test_a_text_of_which_only_lists_tell_has_no_events_of_its_own() -> None:
    (row,) = library({ARTICLE.id: ARTICLE}, {}, [event("named", STEM)], articles={STEM: ARTICLE.id})
    assert (row.state, row.events, row.read) == ("no events", 1, 0)


def test_compare_and_the_evidence_count_the_article_once() -> None:
    sources = named_sources([ARTICLE], [BY_STEM, UNNAMED])
    assert {same_source(sources)(name) for name in (STEM, "A convoy stranded", ARTICLE.id)} == {ARTICLE.id}
    fighters = (Quantity("fighters", 300, 300, "300"),)
    reports = tuple(
        Report(f"r{number}", name, 0, 0, "", quantities=fighters) for number, name in enumerate((ARTICLE.id, STEM))
    )
    told = Event("e", "Fighters left", reports=reports)
    assert with_one_name(told, same_source(sources)).sources == (ARTICLE.id,)
    payload = evidence_payload(told, {ARTICLE.id: ARTICLE}, sources)
    assert payload["agreement"] == ""
    assert [report["source"] for report in payload["reports"]] == ["A convoy stranded", "A convoy stranded"]


@pytest.mark.parametrize(
    ("source", "is_it"),
    [
        (Source("s", "A convoy stranded"), True),
        (Source("s", "A convoy stranded", url="https://paper.example/convoy/"), True),
        (Source("s", "A convoy stranded", url="https://other.example/convoy"), False),
        (Source("s", "A convoy stranded", publisher="The Paper"), True),
        (Source("s", "A convoy stranded", publisher="The Other Paper"), False),
    ],
)
def test_another_address_or_publisher_speaks_against_a_name(source: Source, is_it: bool) -> None:
    article = replace(ARTICLE, publisher="the paper")
    assert named_articles([article], [source]) == ({"s": article.id} if is_it else {})


def test_a_file_called_by_one_common_word_is_not_meant_by_that_word() -> None:
    wire = replace(ARTICLE, name="reuters.txt", title="A convoy stranded")
    assert named_articles([wire], [Source("reuters", "Reuters")]) == {}
    assert named_articles([wire], [Source("reuters.txt", "reuters.txt")]) == {"reuters.txt": wire.id}


def test_accents_stored_in_two_ways_are_one_name() -> None:
    cafe = replace(ARTICLE, name="cafe\u0301 raid.txt", title="")
    assert named_articles([cafe], [Source("s", "caf\u00e9 raid")]) == {"s": cafe.id}
