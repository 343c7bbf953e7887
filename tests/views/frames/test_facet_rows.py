"""A facet shows words for people, and keeps the file's words in the link."""

from __future__ import annotations

from timeline_app.views.frames.facet_rows import facet_group


def test_words_of_the_file_are_shown_in_ours_and_kept_in_the_link() -> None:
    rows = facet_group("review", ["draft", "unsure"], {"draft": 3}, ["unsure"], {})["values"]
    assert [(row["value"], row["label"], row["count"]) for row in rows] == [
        ("draft", "Not reviewed", 3),
        ("unsure", "Not sure", 0),
    ]
    rows = facet_group("origin", ["curated", "parsed"], {}, [], {})["values"]
    assert [row["label"] for row in rows] == ["Made by hand", "Read from documents"]


def test_the_same_words_as_values_of_another_facet_stay() -> None:
    rows = facet_group("actor", ["draft", "d1"], {}, [], {"d1": "An article"})["values"]
    assert [row["label"] for row in rows] == ["draft", "An article"]
