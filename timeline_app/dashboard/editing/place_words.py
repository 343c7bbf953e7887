"""A person's word on a name, kept and heeded at once: for every page on which one may be given."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.dashboard import load
from timeline_app.dashboard.editing.naming import kept_line
from timeline_app.errors import TimelineError
from timeline_app.model import Place, PlaceCorrection, PlaceVerdict
from timeline_app.pipeline import say_of_name

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
    by = load.user_name()
    try:
        word = PlaceCorrection(name, verdict, place, document, by, "", why.strip())
        said = say_of_name(load.store(), [word], load.gazetteer(), by, also)
    except (TimelineError, ValueError) as fault:
        return False, f"⚠ Not kept: {fault}"
    return True, kept_line(said)
