"""The page Review as Streamlit runs it: the queue, the verdicts, the places, many at once, two people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.geo import load_gazetteer
from timeline_app.merge import Proposal, propose
from timeline_app.model import Event, ReviewStatus, When
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import Store, open_store
from timeline_app.views.tasks.doubt import weigh
from timeline_app.views.tasks.reviewing import Queue, Scope


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "example.sqlite"
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather(seed_files(), gazetteer), gazetteer)
    return path


@pytest.fixture
def case(seeded: Path, tmp_path: Path) -> Path:
    """A store of this test's own."""
    path = tmp_path / "case.sqlite"
    open_store(seeded).backup(path)
    return path


def review_page() -> None:
    import streamlit as st

    from timeline_app.dashboard.screens import review

    if not st.session_state.get("on_another_page"):
        review.show()


def opened(monkeypatch: pytest.MonkeyPatch, path: Path, who: str = "Ada") -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    test = AppTest.from_function(review_page, default_timeout=60)
    test.session_state["who"] = who
    return test.run()


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def button(test: AppTest, label: str) -> Any:
    return next(one for one in test.button if one.label == label)


def press(test: AppTest, label: str) -> AppTest:
    test = button(test, label).click().run()
    assert not test.exception
    return test


def shown(test: AppTest) -> str:
    """The id of the event at hand."""
    return str(test.session_state["review_at"].event.id)


def queue(path: Path) -> list[str]:
    return [one.event.id for one in Queue.of(weigh(open_store(path).events()).values(), Scope()).with_status("draft")]


def status(path: Path, event_id: str) -> ReviewStatus:
    return open_store(path).event(event_id)[0].review.status


def accepted_by_bea(path: Path, ids: list[str]) -> None:
    store = open_store(path)
    store.review_many([event for event in store.events() if event.id in ids], "accepted", "Bea")


def test_the_most_doubtful_event_comes_first_with_its_reasons(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = opened(monkeypatch, case)
    assert not test.exception
    expected = Queue.of(weigh(open_store(case).events()).values(), Scope()).all
    assert shown(test) == expected[0].event.id
    assert f"Event 1 of {len(expected)}, doubt {expected[0].score:.2f} of 1" in words(test)
    for doubt in expected[0].doubts:
        assert doubt.reason[1:] in words(test)
    assert f"0 of {len(expected)} reviewed; {len(expected)} to go." in words(test)


@pytest.mark.parametrize(("label", "kept"), [("Accept", "accepted"), ("Reject", "rejected"), ("Not sure", "unsure")])
def test_after_a_verdict_the_next_comes(monkeypatch: pytest.MonkeyPatch, case: Path, label: str, kept: str) -> None:
    first, second, *_ = queue(case)
    test = opened(monkeypatch, case)
    next(one for one in test.text_input if one.label.startswith("Note")).set_value("seen on the video")
    press(test, label)
    assert shown(test) == second
    review = open_store(case).event(first)[0].review
    assert (review.status, review.by, review.note) == (kept, "Ada", "seen on the video")
    assert next(one for one in test.text_input if one.label.startswith("Note")).value == ""


def test_every_verdict_has_a_key_and_the_keys_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = opened(monkeypatch, case)
    keys = {one.label: one.proto.shortcut for one in test.button if one.proto.shortcut}
    assert keys == {
        "Accept": "a", "Reject": "x", "Not sure": "u", "Previous": "p", "Next": "n", "Edit": "e", "Merge or split": "m",
        "Undo": "z",
    }  # fmt: skip
    next(one for one in test.toggle if one.label == "Keys").set_value(False).run()
    assert not any(one.proto.shortcut for one in test.button)


def test_not_sure_is_left_to_the_end(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    order = queue(case)
    accepted_by_bea(case, order[2:])
    test = press(opened(monkeypatch, case), "Not sure")
    press(test, "Accept")
    assert shown(test) == order[0]
    assert "1 not sure, 0 to go" in words(test)


def test_one_can_go_back_and_forth_and_take_a_verdict_back(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    first, second, third, *_ = queue(case)
    test = press(opened(monkeypatch, case), "Reject")
    press(test, "Next")
    assert shown(test) == third
    press(press(test, "Previous"), "Previous")
    assert shown(test) == first
    assert "Rejected by Ada" in words(test)
    press(test, "Take back")
    assert (shown(test), status(case, first)) == (first, "draft")
    press(test, "Next")
    assert shown(test) == second


def test_undo_takes_back_step_by_step(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    first, second, *_ = queue(case)
    test = press(press(opened(monkeypatch, case), "Accept"), "Reject")
    press(test, "Undo")
    assert (shown(test), status(case, second)) == (second, "draft")
    press(test, "Undo")
    assert (shown(test), status(case, first)) == (first, "draft")
    assert button(test, "Undo").disabled


def test_what_somebody_changed_since_is_not_undone(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    first = queue(case)[0]
    test = press(opened(monkeypatch, case), "Accept")
    open_store(case).review(first, "rejected", "Bea")
    press(test, "Undo")
    assert "Not taken back: somebody changed the same thing since" in words(test)
    assert status(case, first) == "rejected"


# -- two people -----------------------------------------------------------------------------------


def test_the_second_of_two_is_told_who_reviewed_it_and_nothing_is_overwritten(
    monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    first, second, *_ = queue(case)
    ada, bea = opened(monkeypatch, case, "Ada"), opened(monkeypatch, case, "Bea")
    press(bea, "Reject")
    press(ada, "Accept")
    assert status(case, first) == "rejected"
    assert shown(ada) == first
    assert "Not kept: somebody changed this event while you looked at it" in words(ada)
    assert "Bea rejected this event at" in words(ada)
    press(ada, "Next")
    assert shown(ada) == second
    press(ada, "Previous")
    press(ada, "Accept")
    assert status(case, first) == "accepted"


def test_the_position_survives_what_others_do(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    order = queue(case)
    test = press(press(opened(monkeypatch, case), "Next"), "Next")
    accepted_by_bea(case, order[:2] + order[5:])
    test.run()
    assert shown(test) == order[2]
    assert "Bea" not in words(test).split("Event 3")[1]
    press(test, "Accept")
    assert shown(test) == order[3]


def test_an_event_that_is_gone_makes_way_for_the_next(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = opened(monkeypatch, case)
    store = open_store(case)
    gone = store.event(shown(test))[0].reports[0].document
    store.remove_document(gone, "Bea")
    test.run()
    assert not test.exception
    assert "is gone" in words(test)
    assert shown(test) == queue(case)[0]


# -- filters --------------------------------------------------------------------------------------


def test_a_part_can_be_reviewed_and_the_choice_outlives_the_page(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = opened(monkeypatch, case)
    document = open_store(case).event(queue(case)[-1])[0].reports[0].document
    next(one for one in test.multiselect if one.label == "Of documents").set_value([document]).run()
    assert document in open_store(case).event(shown(test))[0].sources
    assert "Of those chosen: 0 of" in words(test)
    test.session_state["on_another_page"] = True
    assert not test.run().multiselect
    test.session_state["on_another_page"] = False
    test.run()
    assert next(one for one in test.multiselect if one.label == "Of documents").value == [document]
    press(test, "Show all")
    assert "Of those chosen" not in words(test)


def test_a_choice_may_be_of_doubts_and_scores_or_fit_nothing(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = opened(monkeypatch, case)
    next(one for one in test.multiselect if one.label == "In doubt because of").set_value(["world"]).run()
    assert "Of those chosen: 0 of 1 reviewed" in words(test)
    test.slider[0].set_value((0.9, 1.0)).run()
    assert not test.exception
    assert [one.value for one in test.subheader] == ["No event fits this choice"]
    test.button("show_all_again").click().run()
    assert shown(test) == queue(case)[0]


# -- many at once ---------------------------------------------------------------------------------


def certain(path: Path) -> list[Event]:
    events = open_store(path).events()
    return [one.event for one in weigh(events).values() if one.score <= 0.25 and one.event.review.status == "draft"]


def test_many_are_listed_then_accepted_in_one_step_that_undo_takes_back(
    monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    test = opened(monkeypatch, case)
    wanted = certain(case)
    table = test.dataframe[0].value
    assert sorted(table["Event"]) == sorted(event.title for event in wanted)
    press(test, f"Accept these {len(wanted)} events")
    assert {status(case, event.id) for event in wanted} == {"accepted"}
    assert shown(test) == queue(case)[0]  # nobody decided on it
    assert f"{len(wanted)} events accepted in one step" in words(test)
    assert len({change.at for change in open_store(case).history()[: len(wanted)]}) == 1
    press(test, "Undo")
    assert {status(case, event.id) for event in wanted} == {"draft"}


def test_many_of_one_document_leave_what_somebody_changed_meanwhile(
    monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    test = opened(monkeypatch, case)
    document = certain(case)[0].sources[0]
    next(one for one in test.multiselect if one.label == "Events of these documents").set_value([document])
    next(one for one in test.slider if one.label == "with a doubt of at most").set_value(1.0)
    test.run()
    wanted = [event for event in open_store(case).events() if document in event.sources and event.origin == "parsed"]
    open_store(case).review(wanted[0].id, "rejected", "Bea")
    press(test, f"Accept these {len(wanted)} events")
    assert "1 were left: somebody changed them meanwhile" in words(test)
    found = [status(case, event.id) for event in wanted]
    assert found == ["rejected", *["accepted"] * (len(wanted) - 1)]
    others = [
        event for event in open_store(case).events() if document not in event.sources and event.origin == "parsed"
    ]
    assert {event.review.status for event in others} == {"draft"}


def test_no_more_than_a_hundred_are_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "many.sqlite"
    events = [Event(f"e{n}", f"Event {n}", when=When.in_year(2017)) for n in range(130)]
    open_store(path).add(events=events)
    test = opened(monkeypatch, path)
    assert "130 events that nobody reviewed yet, the first 100 are listed" in words(test)
    assert len(test.dataframe[0].value) == 100


# -- places ---------------------------------------------------------------------------------------


@pytest.fixture
def sukhnah(tmp_path: Path) -> Path:
    path, gazetteer = tmp_path / "sukhnah.sqlite", load_gazetteer()
    for number, text in enumerate(["Rebels captured the town of Sukhnah.", "A blast hit Sukhnah and Palmyra."]):
        article = tmp_path / f"{number}.txt"
        article.write_text(text, encoding="utf-8")
        add_gathered(open_store(path), gather([article], gazetteer, date(2017, 9, 2)), gazetteer)
    return path


def states(store: Store) -> list[str]:
    return [where.status for event in store.events() for where in event.where if where.text == "Sukhnah"]


def test_a_place_is_confirmed_here_or_for_every_mention(monkeypatch: pytest.MonkeyPatch, sukhnah: Path) -> None:
    test = opened(monkeypatch, sukhnah)
    at = shown(test)
    assert "“Sukhnah”, where it happened. Unverified" in words(test)
    press(test, "It is this place")
    assert shown(test) == at
    assert "“Sukhnah”, where it happened. Confirmed" in words(test)
    assert sorted(states(open_store(sukhnah))) == ["auto", "confirmed"]
    next(one for one in test.toggle if one.label.startswith("Apply")).set_value(True).run()
    press(test, "Not identifiable")
    assert states(open_store(sukhnah)) == ["rejected", "rejected"]
    assert "“Sukhnah”, where it happened. Not identifiable" in words(test)
    press(press(test, "Undo"), "Undo")
    assert states(open_store(sukhnah)) == ["auto", "auto"]
    assert open_store(sukhnah).place_corrections() == ()


def test_another_candidate_can_be_looked_up_and_chosen(monkeypatch: pytest.MonkeyPatch, sukhnah: Path) -> None:
    test = opened(monkeypatch, sukhnah)
    next(one for one in test.text_input if one.label.startswith("Look for")).set_value("Raqqa").run()
    pick = next(one for one in test.selectbox if one.label == "Taken for")
    assert pick.options[0].startswith("Raqqa, city")
    next(one for one in test.text_input if one.label.startswith("Why (kept with your word on a place)")).set_value(
        "map"
    )
    press(test, "It is this place")
    (said,) = open_store(sukhnah).place_corrections()
    assert said.place is not None
    assert (said.place.name, said.why, said.by, bool(said.document)) == ("Raqqa", "map", "Ada", True)


def test_a_name_may_be_no_place(monkeypatch: pytest.MonkeyPatch, sukhnah: Path) -> None:
    test = opened(monkeypatch, sukhnah)
    at = shown(test)
    press(test, "Not a place")
    assert "Sukhnah" not in [where.text for where in open_store(sukhnah).event(at)[0].where]
    assert "“Sukhnah”" not in words(test)


# -- edit, merge, split ---------------------------------------------------------------------------


def test_an_edit_is_made_in_place_and_can_be_undone(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    test = press(opened(monkeypatch, case), "Edit")
    at, title = shown(test), open_store(case).event(shown(test))[0].title
    assert test.session_state["review_correcting"] is True
    next(one for one in test.text_input if one.label == "Title").set_value("A better title")
    press(test, "Save")
    assert (shown(test), open_store(case).event(at)[0].title) == (at, "A better title")
    assert any(line.startswith("Not reviewed. Corrected by ") for line in words(test).split("\n"))
    press(test, "Accept")
    assert status(case, at) == "accepted"
    assert test.session_state["review_correcting"] is False
    press(press(test, "Undo"), "Undo")
    assert (status(case, at), open_store(case).event(at)[0].title) == ("draft", title)


def test_two_events_are_put_together_in_place_and_parted_by_undo(
    monkeypatch: pytest.MonkeyPatch, sukhnah: Path
) -> None:
    test = press(opened(monkeypatch, sukhnah), "Merge or split")
    next(one for one in test.selectbox if one.label.startswith("Another event")).set_value(0).run()
    press(test, "One happening")
    (both,) = open_store(sukhnah).events()
    assert shown(test) == both.id
    press(test, "Undo")
    one, other = open_store(sukhnah).events()
    titles = {one.title, other.title}
    assert any(f"Taken back: one happening of {a} and {b}." in words(test) for a in titles for b in titles - {a})


# -- empty states ---------------------------------------------------------------------------------


def test_an_empty_store_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    test = opened(monkeypatch, tmp_path / "empty.sqlite")
    assert not test.exception
    assert [one.value for one in test.subheader] == ["Nothing to review"]
    assert [one.label for one in test.button] == ["Add documents"]


def test_hand_made_events_need_no_review(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "hand.sqlite"
    open_store(path).add(events=[Event("h", "By hand", origin="curated")])
    test = opened(monkeypatch, path)
    assert "entered by hand" in words(test)
    assert [one.label for one in test.button] == ["Add documents", "Look at the events"]


def test_when_all_is_reviewed_it_says_so_and_leads_on(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    order = queue(case)
    accepted_by_bea(case, order[1:])
    test = press(opened(monkeypatch, case), "Accept")
    assert [one.value for one in test.subheader] == ["Everything here is reviewed"]
    assert f"{len(order)} of {len(order)} reviewed" in words(test)
    press(test, "Look through them again")
    assert shown(test) == order[0]
    press(test, "Undo")
    assert status(case, order[0]) == "draft"


# -- pairs that may be one happening --------------------------------------------------------------


def pairs(path: Path) -> list[Proposal]:
    store = open_store(path)
    return list(propose(store.events(), store.judgements()))


def opened_at_pairs(monkeypatch: pytest.MonkeyPatch, path: Path) -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    test = AppTest.from_function(review_page, default_timeout=60)
    test.session_state["who"] = "Ada"
    test.query_params["show"] = "pairs"
    test.run()
    assert not test.exception
    return test


def test_a_link_opens_the_pairs_the_likeliest_first(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    found, test = pairs(case), opened_at_pairs(monkeypatch, case)
    one, other = (open_store(case).event(id_)[0] for id_ in (found[0].one, found[0].other))
    assert f"Pair 1 of {len(found)}, the likeliest first" in words(test)
    assert f"“{one.reports[0].quote}”" in words(test)
    assert f"“{other.reports[0].quote}”" in words(test)
    assert found[0].chance.speaks_for[0] in words(test)
    keys = {one.label: one.proto.shortcut for one in test.button if one.proto.shortcut}
    assert keys == {
        "One happening": "s", "Two happenings": "d", "Not sure": "u", "Previous": "p", "Next": "n", "Undo": "z",
    }  # fmt: skip


def test_one_happening_joins_the_two_and_undo_parts_them(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    first, count = pairs(case)[0], len(open_store(case).events())
    test = press(opened_at_pairs(monkeypatch, case), "One happening")
    joined = [e for e in open_store(case).events() if set(first.reports) <= {r.id for r in e.reports}]
    assert len(joined) == 1
    assert len(open_store(case).events()) == count - 1
    assert "Kept: one happening" in words(test)
    assert first.reports not in [one.reports for one in pairs(case)]
    press(test, "Undo")
    assert "Taken back: one happening of " in words(test)
    assert len(open_store(case).events()) == count
    assert first.reports == pairs(case)[0].reports == test.session_state["pair_at"]


@pytest.mark.parametrize("label", ["Two happenings", "Not sure"])
def test_what_is_two_or_unsure_stays_apart_and_comes_no_more(
    monkeypatch: pytest.MonkeyPatch, case: Path, label: str
) -> None:
    found, count = pairs(case), len(open_store(case).events())
    test = press(opened_at_pairs(monkeypatch, case), label)
    assert len(open_store(case).events()) == count
    assert [one.reports for one in pairs(case)] == [one.reports for one in found[1:]]
    assert test.session_state["pair_at"] == found[1].reports


def test_next_and_previous_leave_a_pair_for_later(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    found = pairs(case)
    test = press(opened_at_pairs(monkeypatch, case), "Next")
    assert test.session_state["pair_at"] == found[1].reports
    press(press(test, "Previous"), "Previous")
    assert test.session_state["pair_at"] == found[-1].reports
    assert len(pairs(case)) == len(found)


def test_when_no_pair_is_left_it_says_so_and_the_last_verdict_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    store = open_store(case)
    for one in pairs(case)[1:]:
        store.judge(*one.reports, "unsure", "Bea")
    test = press(opened_at_pairs(monkeypatch, case), "Not sure")
    assert [one.value for one in test.subheader] == ["No pair to decide on"]
    press(test, "Undo")
    assert "Pair 1 of 1" in words(test)


def test_what_somebody_changed_while_a_pair_was_shown_is_not_judged(
    monkeypatch: pytest.MonkeyPatch, case: Path
) -> None:
    first, test = pairs(case)[0], opened_at_pairs(monkeypatch, case)
    count = len(open_store(case).events())
    open_store(case).review(first.other, "rejected", "Bea")
    press(test, "One happening")
    assert "Not kept: somebody changed one of the two while you looked." in words(test)
    assert len(open_store(case).events()) == count
    assert not [one for one in open_store(case).judgements() if not one.is_by_rule]
    assert first.reports != test.session_state["pair_at"], "what is rejected is offered no more"


def test_after_a_verdict_the_list_goes_on_where_one_was(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    found = pairs(case)
    test = press(press(opened_at_pairs(monkeypatch, case), "Next"), "One happening")
    left = [one for one in pairs(case) if one.chance.share <= found[1].chance.share]
    assert test.session_state["pair_at"] in [one.reports for one in left]


def test_a_large_timeline_is_compared_once_and_again_when_asked(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    from timeline_app.dashboard.load import paired

    monkeypatch.setattr(paired, "AT_ONCE", 10)
    found, test = pairs(case), opened_at_pairs(monkeypatch, case)
    assert "Perhaps one happening (" not in str([one.options for one in test.segmented_control])
    press(test, "Two happenings")
    assert test.session_state["pair_found"] == tuple(found)
    assert f"Pair 1 of {len(found) - 1}" in words(test)
    press(test, "Look again")
    assert [one.reports for one in test.session_state["pair_found"]] == [one.reports for one in found[1:]]


def test_pairs_of_too_large_a_timeline_are_not_looked_for(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    from timeline_app.dashboard.load import paired
    from timeline_app.dashboard.reviewing import pairs as shown

    monkeypatch.setattr(paired, "AT_ONCE", 1)
    monkeypatch.setattr(paired, "COMPARED", 10)
    monkeypatch.setattr(shown, "COMPARED", 10)
    assert "Pairs are looked for among up to 10 events" in words(opened_at_pairs(monkeypatch, case))


def test_a_link_to_the_pairs_says_that_it_heeds_no_event(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(case))
    test = AppTest.from_function(review_page, default_timeout=60)
    test.query_params["show"] = "pairs"
    test.query_params["event"] = pairs(case)[0].one
    test.run()
    assert f"were ignored: event={pairs(case)[0].one}" in words(test)


def test_an_event_offers_first_what_may_be_one_with_it(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    first = pairs(case)[0]
    monkeypatch.setenv("TIMELINE_APP_STORE", str(case))
    test = AppTest.from_function(review_page, default_timeout=60)
    test.query_params["event"] = first.one
    press(test.run(), "Merge or split")
    offered = next(one for one in test.selectbox if one.label.startswith("Another event"))
    assert offered.options[0].startswith(f"Likeness {first.chance.share:.2f} · ")
