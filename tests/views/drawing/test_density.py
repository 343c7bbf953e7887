"""The strip's bars: what the filter would find in each of them, and no squeezed axis."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.model import Event, Query, Report, Review, When
from timeline_app.views import day_of, density, events_frame, select

D = date


def test_density_counts_an_event_in_every_bin_it_touches() -> None:
    first = D(2017, 1, 1)
    events = [
        Event("day", "t", when=When.on_day(first)),
        Event("span", "t", when=When.within(first, first + timedelta(days=9))),
        Event("no", "t", when=When.on_day(first), review=Review("rejected")),
    ]
    strip = density(events_frame(events))
    assert (strip["width"], strip["counts"]) == (1, [2] + [1] * 9)
    assert strip["last"] - strip["first"] == 9


def test_one_outlier_does_not_squeeze_the_axis() -> None:
    days = [D(2017, 8, 1) + timedelta(days=i % 40) for i in range(60)]
    events = [Event(str(i), "t", when=When.on_day(day)) for i, day in enumerate([*days, D(9999, 12, 31), D(1, 1, 1)])]
    strip = density(events_frame(events))
    assert strip["width"] == 1
    assert sum(strip["counts"]) == 60
    assert (strip["before"], strip["after"]) == (1, 1)
    assert strip["last_overall"] - strip["first_overall"] == (D(9999, 12, 31) - D(1, 1, 1)).days


def test_density_bins_are_equally_wide_and_about_a_hundred() -> None:
    events = [Event(str(i), "t", when=When.on_day(D(2014, 1, 1) + timedelta(days=i))) for i in range(2000)]
    strip = density(events_frame(events))
    assert 60 <= len(strip["counts"]) <= 120
    assert strip["last"] - strip["first"] + 1 == strip["width"] * len(strip["counts"])


def test_density_of_nothing_is_empty() -> None:
    assert density(events_frame([Event("1", "t")]))["counts"] == []


def test_a_bar_is_solid_only_where_the_event_cannot_lie_elsewhere() -> None:
    first = D(2017, 1, 1)
    events = [
        Event("day", "t", when=When.on_day(first)),
        Event("within", "t", when=When.within(first, first + timedelta(days=3))),
        Event("throughout", "t", when=replace(When.within(first, first + timedelta(days=1)), extent="throughout")),
    ]
    strip = density(events_frame(events))
    assert (strip["counts"], strip["certain"]) == ([3, 2, 1, 1], [2, 1, 0, 0])


def test_every_date_that_a_source_gives_has_its_bar_and_none_is_certain() -> None:
    told = [When.on_day(D(2017, 1, day)) for day in (1, 4)]
    reports = tuple(Report(str(i), str(i), 0, 1, "q", when=when) for i, when in enumerate(told))
    strip = density(events_frame([Event("disputed", "t", when=told[0], reports=reports)]))
    assert (strip["counts"], strip["certain"]) == ([1, 0, 0, 1], [0, 0, 0, 0])
    assert (strip["before"], strip["after"]) == (0, 0)


spans = st.builds(
    lambda first, days: When.within(
        D(2017, 1, 1) + timedelta(days=first), D(2017, 1, 1) + timedelta(days=first + days)
    ),
    st.integers(0, 700), st.integers(0, 40),
)  # fmt: skip
lasting = spans.map(lambda when: replace(when, extent="throughout"))
read_so = st.one_of(spans, lasting, st.builds(lambda when, other: replace(when, alternatives=(other,)), spans, spans))


@given(st.lists(read_so, min_size=1, max_size=12))
@settings(max_examples=40)  # every bar of every strip is asked of the filter twice
def test_a_bar_says_what_the_filter_finds_there(dates: list[When]) -> None:
    frame = events_frame([Event(str(i), "t", when=when) for i, when in enumerate(dates)])
    strip = density(frame)
    for i, (may, must) in enumerate(zip(strip["counts"], strip["certain"], strict=True)):
        begin = strip["first"] + i * strip["width"]
        asked = Query(first=day_of(begin), last=day_of(begin + strip["width"] - 1))
        found = [len(select(frame, replace(asked, certainty=how)).events) for how in ("possible", "certain")]
        assert found == [may, must]
