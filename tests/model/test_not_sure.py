"""A review may say that nobody can tell: known by every room, and settling nothing."""

from __future__ import annotations

import argparse
import json
from typing import get_args

import jsonschema

from tests.merge.events import event
from timeline_app.cli.options import add_filters
from timeline_app.dashboard.link import REVIEWS
from timeline_app.export import EXPORTERS, timeline_schema
from timeline_app.merge import merge
from timeline_app.model import Judgement, Review, ReviewStatus, Timeline, event_from_wire
from timeline_app.store import MemoryStore
from timeline_app.views.words import labels

UNSURE = Review("unsure", "Ada", "2026-01-01T00:00:00Z", "which Homs?")


def test_every_room_knows_the_same_words() -> None:
    words = set(get_args(ReviewStatus))
    parser = argparse.ArgumentParser()
    add_filters(parser)
    (option,) = (action for action in parser._actions if "--review" in action.option_strings)
    assert set(option.choices or ()) == set(REVIEWS) == set(labels.REVIEWS) == words


def test_it_is_kept_and_exported_and_read_back() -> None:
    store = MemoryStore()
    store.add(events=[event("a", "A convoy left.", 30)])
    store.review(store.events()[0].id, "unsure", "Ada", "which Homs?")
    kept = store.events()[0]
    assert (kept.review.status, kept.review.by, kept.review.note) == ("unsure", "Ada", "which Homs?")
    file = json.loads(b"".join(EXPORTERS["json"].write(Timeline(events=(kept,)))))
    jsonschema.validate(file, timeline_schema(), jsonschema.Draft202012Validator)
    assert event_from_wire(file["events"][0]) == kept


def test_it_holds_no_reports_together() -> None:
    one, other = event("a", "A convoy left Arsal.", 30), event("b", "Jets struck a school.", 30)
    (both,) = merge([one, other], [Judgement((one.id, other.id), "same", "Ada", "")]).events
    assert len(merge([both], reviewed=[both.with_(review=Review("accepted", "Ada"))]).events) == 1
    assert len(merge([both], reviewed=[both.with_(review=UNSURE)]).events) == 2
