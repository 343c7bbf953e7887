"""TimelineJS: slides of others as they say, our own as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest

from timeline_app.errors import InputError
from timeline_app.imports import read_events_bytes
from timeline_app.model import Timeline


def slide(headline: str = "t", text: str = "", **rest: Any) -> dict[str, Any]:
    return {"start_date": {"year": 2017}, "text": {"headline": headline, "text": text}, "unique_id": "s1", **rest}


def read(*slides: Any, **rest: Any) -> Timeline:
    return read_events_bytes(json.dumps({"events": list(slides), **rest}).encode(), "slides.json")


def problems(timeline: Timeline) -> str:
    return "\n".join(map(str, timeline.problems))


def test_a_slide_becomes_an_event_in_plain_text() -> None:
    media = {"url": "https://example.org/a.jpg", "credit": "A <b>paper</b>", "caption": "The&nbsp;bridge"}
    told = slide("Fish &amp; <i>chips</i>", "<p>One</p><p>two<script>x</script></p>", group="strike", media=media)
    (event,) = read(told).events
    assert (event.title, event.summary, event.type) == ("Fish & chips", "One\ntwo", "strike")
    assert (event.url, event.reports[0].document, event.review.note) == (media["url"], "A paper", "The bridge")


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ({"year": 2017}, None, "2017"),
        ({"year": 2017, "month": 8}, None, "2017-08"),
        ({"year": "2017", "month": "8", "day": "30"}, None, "2017-08-30"),
        ({"year": 2017, "month": "", "day": 3}, None, "2017"),
        (
            {"year": 2017, "month": 8, "day": 28, "hour": 14},
            {"year": 2017, "month": 9, "day": 3},
            "2017-08-28/2017-09-03",
        ),
        ({"year": 2017, "month": 8}, {"year": 2017, "month": 8}, "2017-08"),
        ({"year": -44, "month": 3}, None, None),
        ({"year": 2017, "month": 13}, None, None),
        ({}, None, None),
    ],
)
def test_dates_are_as_exact_as_their_parts(start: Any, end: Any, edtf: str | None) -> None:
    (event,) = read(slide(start_date=start, end_date=end)).events
    assert (event.when and event.when.edtf) == edtf


def test_the_date_in_words_is_kept_beside() -> None:
    (event,) = read(slide(display_date="some time in <b>spring</b>")).events
    assert event.summary == "Date shown as: some time in spring"


def test_what_is_no_event_is_counted() -> None:
    timeline = read(
        slide(group="Politics"), 5, {"start_date": {"year": True}}, {"start_date": {}}, slide(unique_id="s2"),
        eras=[{}], title={"text": {"headline": "x"}},
    )  # fmt: skip
    assert [event.title for event in timeline.events] == ["t", "t"]
    told = problems(timeline)
    for words in ("row 2: a slide should be an object", "row 3: year True of its date", "row 4: has neither words nor date",
                  "eras are not read", "title slide is not read", "groups not read: 'Politics'"):  # fmt: skip
        assert words in told


def test_a_list_of_events_is_still_a_list() -> None:
    value = {"events": [{"title": "t", "date": "2017"}]}
    assert read_events_bytes(json.dumps(value).encode(), "a.json").events[0].title == "t"


def test_slides_of_nothing_are_refused() -> None:
    with pytest.raises(InputError, match="no slide can be read"):
        read({"start_date": {"year": "soon"}})


OWN = {"timeline_app": [{"id": "s1", "title": "t", "date": "[2017-08-28..2017-08-31]", "earliest": "2017-08-28",
                         "latest": "2017-08-31", "place": "H&amp;ms"}]}  # fmt: skip
FIRST_DAY = {"year": 2017, "month": 8, "day": 28}


def test_our_own_slide_keeps_what_a_slide_cannot_say() -> None:
    (event,) = read(slide(start_date=FIRST_DAY, **OWN)).events
    assert event.when is not None
    assert (event.when.edtf, event.where[0].text) == ("[2017-08-28..2017-08-31]", "H&ms")


def test_a_headline_or_date_that_somebody_changed_counts() -> None:
    (event,) = read(slide("Better words", start_date=FIRST_DAY, **OWN)).events
    assert (event.title, event.when and event.when.edtf) == ("Better words", "[2017-08-28..2017-08-31]")
    timeline = read(slide(start_date={"year": 2016}, **OWN))
    assert (timeline.events[0].when and timeline.events[0].when.edtf) == "2016"
    assert "its date was changed in the file" in problems(timeline)
