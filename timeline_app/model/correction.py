"""What a person says a name means as a place: kept, applied to every mention, exported to a gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from timeline_app.model.place import Place

PlaceVerdict = Literal["is", "not a place", "not identifiable"]
"""The name means a place; it names none here; it names one, but nobody can say which."""


@dataclass(frozen=True, slots=True)
class PlaceCorrection:
    """A person's word on one name, in one document or everywhere.

    Attributes:
        name: the name as written; case, accents and hyphens do not matter.
        verdict: see `PlaceVerdict`.
        place: the place it is, only for the verdict "is"; a row of a gazetteer or a new one.
        document: id of the one document it is said of, "" for all. A word on one document outweighs
            one on all.
        by, at, why: who said so, when (RFC 3339, UTC), and the reason given.
    """

    name: str
    verdict: PlaceVerdict
    place: Place | None = None
    document: str = ""
    by: str = ""
    at: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a correction needs the name it is about")
        if self.verdict not in get_args(PlaceVerdict):
            raise ValueError(f"verdict {self.verdict!r} is none of {', '.join(get_args(PlaceVerdict))}")
        if (self.place is not None) != (self.verdict == "is"):
            raise ValueError("a correction names a place exactly when its verdict is 'is'")
