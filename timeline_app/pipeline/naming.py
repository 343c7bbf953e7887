"""A person's word on a name: kept, heeded at once wherever it holds, and taken back whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline_app.geo import Gazetteer, plain_key
from timeline_app.model import Candidate, Event, PlaceCorrection, Where
from timeline_app.pipeline.adding import about, heed_corrections
from timeline_app.store import Changes, Sayings, Store


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a name and what came of it.

    Attributes:
        words: as they were kept, one on each document or one on all.
        changes: what reading the documents again did; its step holds all that was done.
        edit: id of the change by which the event at hand was put right itself, None where reading again sufficed.
    """

    words: tuple[PlaceCorrection, ...]
    changes: Changes
    edit: int | None = None


def say_of_name(
    store: Store, words: Sequence[PlaceCorrection], gazetteer: Gazetteer, by: str, also: Iterable[str] = ()
) -> Said:
    """Keep words on names and read the documents again in which the names stand, or the further ones, in one step."""
    names = {*also, *(word.name for word in words)}
    why = next((word.why for word in words if word.why), "")
    changes = heed_corrections(store, names, gazetteer, by, saying=Sayings(places=tuple(words)), why=why)
    wanted = {about(word) for word in words}
    return Said(tuple(word for word in store.place_corrections() if about(word) in wanted), changes)


def withdraw_word(store: Store, word: PlaceCorrection, gazetteer: Gazetteer, by: str) -> Changes:
    """Take back a word on a name and read the documents again in which the name stands, in one step.

    Raises:
        StoreError: nobody said anything of the name.
    """
    return heed_corrections(store, [word.name], gazetteer, by, saying=Sayings(withdrawn=(word,)))


def say_of_place(
    store: Store, event_id: str, where: Where, word: PlaceCorrection, everywhere: bool, gazetteer: Gazetteer
) -> Said:
    """Say what a name of one event means: in its documents, or in all.

    Where reading again does not bring it about (a person edited the event's places, or the text of its document is not
    kept), the event itself is edited as well.

    Args:
        store: where both are kept.
        event_id: the event.
        where: the place of it that bears the name.
        word: the name and the verdict; its `document` is set here.
        everywhere: apply it to every mention of the name in every document.
        gazetteer: where places are looked up.
    """
    event, _ = store.event(event_id)
    here = _documents(store, event, word.name)
    on_here = {said.document for said in store.place_corrections() if plain_key(said.name) == plain_key(word.name)}
    # A word on one document outweighs one on all: where there is one, it has to change too.
    documents = ["", *(document for document in here if document in on_here)] if everywhere else here
    said = say_of_name(store, [replace(word, document=document) for document in documents], gazetteer, word.by)
    event, version = store.event(event_id)
    places = tuple(one for place in event.where for one in _as_said(place, where, word))
    if places == event.where:
        return said
    store.edit(event.with_(where=places), version, word.by, word.why, said.changes.step)
    return replace(said, edit=store.history(event.id)[0].id)


def _documents(store: Store, event: Event, name: str) -> list[str]:
    """The kept documents in whose reports of the event the name stands."""
    kept = {document.id for document in store.documents()}
    naming = [
        report.document
        for report in event.reports
        if any(plain_key(place.text) == plain_key(name) for place in report.where)
    ]
    return [document for document in dict.fromkeys(naming) if document in kept]


def _as_said(place: Where, meant: Where, word: PlaceCorrection) -> tuple[Where, ...]:
    """A place of the event as the word has it; () where it is none."""
    if plain_key(place.text) != plain_key(meant.text):
        return (place,)
    if word.verdict == "not a place":
        return ()
    reasons = (f"{word.by or 'somebody'} said so" + (f": {word.why}" if word.why else ""),)
    if word.place is None:
        unknown = Where(place.role, place.text, status="rejected", reasons=reasons, candidates=place.candidates)
        return (place if place.status == "rejected" else unknown,)
    if (place.place_id, place.status) == (word.place.id, "confirmed"):
        return (place,)
    others = tuple(candidate for candidate in place.candidates if candidate.place.id != word.place.id)
    chosen = Where.of(Candidate(word.place, 1.0, reasons), place.role, place.text, others)
    return (chosen.with_(status="confirmed"),)
