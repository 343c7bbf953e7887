"""A person's word on a name, kept and heeded at once: for every page on which one may be given."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.dashboard import load
from timeline_app.errors import TimelineError
from timeline_app.model import Place, PlaceCorrection, PlaceVerdict
from timeline_app.pipeline import heed_corrections
from timeline_app.views import visible
from timeline_app.views.place_choice import place_line

KINDS = ("town", "village", "city", "neighbourhood", "district", "governorate", "region", "base", "camp", "crossing",
         "oilfield", "river", "lake", "mountain", "valley", "desert", "road", "other")  # fmt: skip
"""Kinds of places to choose from."""


def keep_word(
    name: str,
    verdict: PlaceVerdict,
    place: Place | None,
    document: str = "",
    why: str = "",
    also: Iterable[str] = (),
) -> tuple[bool, str]:
    """Keep the word and read the documents again in which the name stands; whether it was kept, and one line on it.

    Args:
        name: as written.
        verdict: what it is.
        place: the place it is, for the verdict "is".
        document: id of the one document it is said of, "" for all.
        why: the reason given.
        also: further names that lead to the place, in whose documents it is looked for too.
    """
    store, by = load.store(), load.user_name()
    try:
        store.correct_place(PlaceCorrection(name, verdict, place, document, by, "", why.strip()))
        changes = heed_corrections(store, [name, *also], load.gazetteer(), by)
    except (TimelineError, ValueError) as fault:
        return False, f"⚠ Not kept: {fault}"
    meant = f"is {place_line(place)}" if place else f"is {verdict}"
    return True, f"Kept: {visible(name)} {meant}. {changes.events_updated} events changed, {changes.events_new} new."
