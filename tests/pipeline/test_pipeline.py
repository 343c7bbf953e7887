"""The rooms in a row: text in, merged timeline out, in time that grows with the text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import grows_in_proportion
from timeline_app import Gazetteer, load_gazetteer, parse
from timeline_app.errors import UnreadableFile
from timeline_app.pipeline import add_gathered, gather, parallel, parse_documents, read_all
from timeline_app.store import MemoryStore

PUBLISHED = date(2017, 9, 2)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_a_text_becomes_dated_placed_events_with_reasons(gazetteer: Gazetteer) -> None:
    timeline = parse("Rebels captured al-Mayadin on Wednesday.", PUBLISHED, gazetteer)
    (event,) = timeline.events
    assert event.when is not None
    assert (event.when.edtf, event.when.basis) == ("2017-08-30", "relative")
    assert event.where[0].name == "Al-Mayadin"
    assert event.where[0].reasons
    assert (event.type, event.modality) == ("territory", "asserted")


@pytest.mark.parametrize(
    ("text", "edtf", "basis", "remark"),
    [
        ("The bodies of soldiers kidnapped by the group in 2014 were handed over on Friday.", "2017-09-01", "relative",
         "the year belongs to the kidnapping"),
        ("They agreed to free soldiers who have been captives since 2014.", "2017-09-02~", "publication",
         "the year belongs to the captivity; the agreement's day is a guess and says so"),
        ("Troops entered Raqqa on 30 August. They seized the hospital.", "2017-08-30", "relative", "the year comes from the publication"),
        ("The army captured the town in October 2017.", "2017-10", "stated", "a month stays a month"),
        ("The army captured the town.", "2017-09-02~", "publication", "a guess, marked"),
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_event(text: str, edtf: str, basis: str, remark: str, gazetteer: Gazetteer) -> None:
    when = parse(text, PUBLISHED, gazetteer).events[0].when
    assert when is not None
    assert (when.edtf, when.basis) == (edtf, basis), remark


def test_a_sentence_that_goes_on_inherits_the_date_and_says_so(gazetteer: Gazetteer) -> None:
    events = parse("Troops entered Raqqa on 30 August. They seized the hospital.", PUBLISHED, gazetteer).events
    when = events[1].when
    assert when is not None
    assert (when.edtf, when.basis) == ("2017-08-30", "inherited")


@pytest.mark.parametrize(
    ("text", "places", "remark"),
    [
        ("The convoy left Arsal for Deir Ezzor.", {("from", "Arsal")}, "from and to"),
        ("The US and its allies struck Raqqa.", {("at", "Raqqa")}, "a state that acts is no place"),
        ("The convoy was halted between Humayma and Sukhnah.", {("near", "Humaymah"), ("near", "Sukhnah")}, "between"),
        ("The Deir Ezzor Military Council captured Hajin.", {("at", "Hajin")}, "an organisation's name is no place"),
    ],
)
def test_places_have_roles(text: str, places: set[tuple[str, str]], remark: str, gazetteer: Gazetteer) -> None:
    found = {(where.role, where.name) for where in parse(text, PUBLISHED, gazetteer).events[0].where}
    assert places <= found, (remark, found)
    assert not any(name == "United States" for _, name in found)


def test_a_file_and_a_text_give_the_same(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "Rebels captured al-Mayadin on 30 August 2017."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert parse(path, None, gazetteer).events == parse(text, None, gazetteer).events


def test_files_that_cannot_be_read_are_problems_unless_all_are(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Rebels captured al-Mayadin.", encoding="utf-8")
    documents, problems = read_all([good, tmp_path / "gone.txt"])
    assert (len(documents), len(problems)) == (1, 1)
    with pytest.raises(UnreadableFile):
        read_all([tmp_path / "gone.txt"])


def test_adding_twice_adds_nothing_and_the_order_of_files_does_not_matter(tmp_path: Path, gazetteer: Gazetteer) -> None:
    texts = {
        "a.txt": "Coalition jets bombed the road ahead of the convoy near Sukhnah on 30 August 2017.",
        "b.txt": "On 30 August 2017 coalition jets bombed a road near Sukhnah to stop the convoy.",
    }
    paths = [tmp_path / name for name in texts]
    for path in paths:
        path.write_text(texts[path.name], encoding="utf-8")
    ids = set()
    for order in (paths, paths[::-1]):
        store = MemoryStore()
        add_gathered(store, gather(order, gazetteer), gazetteer)
        first = store.events()
        again = add_gathered(store, gather(order, gazetteer), gazetteer)
        assert "0 events new, 0 updated" in again.line
        assert store.events() == first
        assert [len(event.reports) for event in first] == [2]
        ids.add(frozenset(event.id for event in first))
    assert len(ids) == 1
    one_by_one = MemoryStore()
    for path in paths:
        add_gathered(one_by_one, gather([path], gazetteer), gazetteer)
    assert [len(event.reports) for event in one_by_one.events()] == [2]


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("He said “army” attacked Raqqa on Monday 5,.?!()[]\n\u200b\u202e\0أ12–-'"), min_size=1
    )
)
def test_any_text_gives_reports_that_quote_it_exactly(text: str) -> None:
    try:
        timeline = parse(text, PUBLISHED, _SMALL)
    except UnreadableFile:
        return
    for event in timeline.events:
        for report in event.reports:
            assert text[report.start : report.end] == report.quote


_SMALL = load_gazetteer()


@pytest.mark.parametrize(
    "unit", ["He said. ", "attacked ", "Deal between ", "The army that had ", "(", "300-500 men ", "[x]("]
)
def test_time_grows_with_the_text(unit: str, gazetteer: Gazetteer) -> None:
    assert grows_in_proportion(lambda text: parse(text, PUBLISHED, gazetteer), unit, 10_000)


def test_progress_is_told(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rebels captured al-Mayadin.", encoding="utf-8")
    heard: list[tuple[int, int, str]] = []
    parse_documents(read_all([path])[0], gazetteer, progress=lambda *step: heard.append(step))
    assert heard == [(0, 1, "a.txt"), (1, 1, "")]


def test_several_processes_find_what_one_finds(
    tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        text = f"Rebels captured the town of Sukhnah on Monday. Some {number + 20} men left for Palmyra on Tuesday.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    documents, _ = read_all(sorted(tmp_path.glob("*.txt")), PUBLISHED)
    alone = parse_documents(documents, gazetteer)
    monkeypatch.setattr(parallel, "WORTH_IT", 10)
    heard: list[tuple[int, int, str]] = []
    together = parse_documents(documents, gazetteer, progress=lambda *step: heard.append(step), workers=2)
    assert together == alone
    assert heard[0][:2] == (0, 5)
    assert heard[-1] == (5, 5, "")
