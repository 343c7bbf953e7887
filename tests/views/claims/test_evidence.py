"""What stands behind an event, ready to be shown as text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.documents import read_text
from timeline_app.geo import load_gazetteer
from timeline_app.model import Actor, Event, Quantity, Report, Source
from timeline_app.pipeline import parse_document
from timeline_app.views.claims.evidence import CONTEXT, document_payload, evidence_payload, pieces

TEXT = "Before it.\n\nAbout 40 rebels captured al-Mayadin on Wednesday. After it."


def test_the_words_behind_date_place_and_number_are_marked_in_their_context() -> None:
    document = read_text(TEXT, published=date(2017, 9, 2))
    event = parse_document(document, load_gazetteer())[0]
    payload = evidence_payload(event, {document.id: document}, {document.id: Source.of(document)})
    report = payload["reports"][0]
    marked: dict[str, str] = {}
    for piece in report["pieces"]:
        for mark in piece["marks"]:
            marked[mark] = marked.get(mark, "") + piece["text"]
    assert marked == {"number": "About 40 rebels", "place": "al-Mayadin", "date": "Wednesday", "actor": "rebels"}
    assert report["before"].strip().endswith("Before it.")
    assert report["after"].strip() == "After it."
    assert payload["quantities"] == ["About 40 rebels"]
    assert "2 September 2017" in payload["when"]["reason"]


def test_a_document_shows_all_its_text_with_what_was_read() -> None:
    document = read_text(TEXT, published=date(2017, 9, 2))
    payload = document_payload(document, parse_document(document, load_gazetteer()))
    assert "".join(piece["text"] for piece in payload["pieces"]) == TEXT
    assert [piece["text"] for piece in payload["pieces"] if "event" in piece["marks"]] == [
        "About 40 rebels captured al-Mayadin on Wednesday."
    ]


marks = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["date", "place"])), max_size=6)


@given(st.text(alphabet="abc é\n", max_size=40), st.integers(0, 10), marks)
def test_pieces_lose_nothing_whatever_the_marks(text: str, offset: int, marks: list[tuple[int, int, str]]) -> None:
    ordered = [(min(a, b), max(a, b), kind) for a, b, kind in marks]
    assert "".join(piece["text"] for piece in pieces(text, offset, ordered)) == text


def test_numbers_of_a_list_are_said_in_words() -> None:
    counts = (Quantity("family members", 300, 500, "300..500"), Quantity("people", 601, None, "601.."))
    told = evidence_payload(Event("e", "E", quantities=(*counts, Quantity("buses", 17, 17, "17"))), {}, {})
    assert told["quantities"] == ["300 to 500 family members", "at least 601 people", "17 buses"]


def test_the_context_of_a_quote_begins_and_ends_with_whole_words() -> None:
    before, after = "Nobody saw it coming. " * 30, " Nobody saw it go." * 30
    document = read_text(f"{before}Rebels captured al-Mayadin.{after}", published=date(2017, 9, 2))
    start = len(before)
    report = Report("r", document.id, start, start + 27, document.text[start : start + 27])
    told = evidence_payload(Event("e", "E", reports=(report,)), {document.id: document}, {})["reports"][0]
    first, last = told["before"].removeprefix("… ").split(), told["after"].removesuffix(" …").split()
    assert told["before"].startswith("… ")
    assert told["after"].endswith(" …")
    assert {*first, *last} <= {*before.split(), *after.split()}
    assert CONTEXT - 10 <= len(told["before"]) <= CONTEXT + 2
    short = Report("r", document.id, 0, 6, document.text[:6])
    told = evidence_payload(Event("e", "E", reports=(short,)), {document.id: document}, {})["reports"][0]
    assert told["before"] == ""


def test_a_context_without_a_space_is_shown_as_it_is() -> None:
    document = read_text("x" * 900, published=date(2017, 9, 2))
    report = Report("r", document.id, 400, 410, "x" * 10)
    told = evidence_payload(Event("e", "E", reports=(report,)), {document.id: document}, {})["reports"][0]
    assert told["before"] == f"… {'x' * CONTEXT}"


def test_how_it_is_told_who_did_what_and_how_it_came_are_said_in_words() -> None:
    actors = (Actor("Ada", "source"), Actor("Bea", "target"), Actor("Cem", "other"))
    report = Report("r", "d", 0, 0, "", modality="denied")
    told = evidence_payload(Event("e", "E", actors=actors, reports=(report,), modality="planned"), {}, {})
    assert (told["told_as"], told["came"], told["review"]["state"]) == (
        "planned or expected", "read from documents", "not reviewed",
    )  # fmt: skip
    assert [actor["role"] for actor in told["actors"]] == ["acting", "acted upon", ""]
    assert told["reports"][0]["told_as"] == "denied"
    assert evidence_payload(Event("e", "E", origin="curated"), {}, {})["told_as"] == ""
