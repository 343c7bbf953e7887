"""Where something happened: the words as written, the place they were resolved to, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

Role = Literal["at", "from", "to", "via", "near"]
PlaceStatus = Literal["auto", "confirmed", "rejected", "unresolved"]
Use = Literal["place", "demonym", "metonym", "organisation"]
"""How a toponym is used: where something is; "Syrian"; "Damascus" for the government; inside the name
of an organisation ("Deir Ezzor Military Council")."""


def check_latitude(lat: float) -> float:
    """The latitude itself, in degrees.

    Raises:
        ValueError: when it is not a number within -90..90, with the likely mistake.
    """
    if not math.isfinite(lat):
        raise ValueError(f"latitude {lat} is not a number")
    if not -90 <= lat <= 90:
        hint = ": are latitude and longitude exchanged?" if abs(lat) <= 180 else ""
        raise ValueError(f"latitude {lat:g} is beyond 90{hint}")
    return lat


def check_longitude(lon: float) -> float:
    """The longitude itself, in degrees.

    Raises:
        ValueError: when it is not a number within -180..180. It is never wrapped round.
    """
    if not math.isfinite(lon):
        raise ValueError(f"longitude {lon} is not a number")
    if not -180 <= lon <= 180:
        raise ValueError(f"longitude {lon:g} is beyond 180")
    return lon


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a gazetteer.

    Attributes:
        id: unique within the gazetteer, e.g. "sy-deir-ezzor".
        name: the usual English spelling.
        kind: governorate, city, town, village, region, desert, border, river, oilfield, base, crossing ...
        country: ISO 3166-1 alpha-2 codes, "|" between those of a place that spans several.
        admin1: first-level division, in English, or "".
        lat, lon: WGS 84 degrees of a representative point.
        radius_km: how far from the point the truth may lie, at least 0.
        aliases: other spellings.
        name_ar: the Arabic name, or "".
        source: where the row comes from.
        population: inhabitants, 0 when unknown.
    """

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float
    lon: float
    radius_km: float
    aliases: tuple[str, ...] = ()
    name_ar: str = ""
    source: str = ""
    population: int = 0

    def __post_init__(self) -> None:
        if not self.id or not self.name.strip():
            raise ValueError("a place needs an id and a name")
        check_latitude(self.lat)
        check_longitude(self.lon)
        if not (math.isfinite(self.radius_km) and 0 <= self.radius_km <= 20_038):
            raise ValueError(f"radius {self.radius_km} km is not between 0 and half the Earth's circumference")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean.

    Attributes:
        place: the gazetteer's row.
        score: 0..1, larger is likelier.
        reasons: short English clauses.
    """

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


LENT = "lent by the story: "
"""How the reason begins of a place that nothing in an event's words points to, and that its story lends to it."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an event, in the role it plays there.

    Attributes:
        role: at, from, to, via or near.
        text: the words as written, never replaced.
        name, place_id, lat, lon, radius_km, kind: the resolved place; None or "" when unresolved.
        score: 0..1 of the chosen candidate.
        reasons: why this one.
        candidates: the others considered, best first.
        status: auto, confirmed, rejected or unresolved.
    """

    role: Role
    text: str
    name: str = ""
    place_id: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    kind: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    status: PlaceStatus = "auto"

    def __post_init__(self) -> None:
        if self.role not in get_args(Role):
            raise ValueError(f"role {self.role!r} is none of {', '.join(get_args(Role))}")
        if self.status not in get_args(PlaceStatus):
            raise ValueError(f"status {self.status!r} is none of {', '.join(get_args(PlaceStatus))}")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("latitude and longitude come together or not at all")
        if self.lat is not None and self.lon is not None:
            check_latitude(self.lat)
            check_longitude(self.lon)

    @property
    def is_placed(self) -> bool:
        """Whether it can be drawn on a map."""
        return self.lat is not None and self.status != "rejected"

    @property
    def is_lent(self) -> bool:
        """Whether the story lends it to an event whose words point to none, and no person has confirmed it."""
        return self.status == "auto" and any(reason.startswith(LENT) for reason in self.reasons)

    @classmethod
    def of(cls, candidate: Candidate, role: Role, text: str, others: tuple[Candidate, ...] = ()) -> Where:
        """The resolved place of a candidate, with the runners-up beside it."""
        place = candidate.place
        return cls(
            role, text, place.name, place.id, place.lat, place.lon, place.radius_km, place.kind,
            candidate.score, candidate.reasons, others,
        )  # fmt: skip

    def with_(self, **changes: object) -> Where:
        """A copy with some attributes changed (and checked anew)."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym found in a text.

    Attributes:
        start, end: code-point offsets, `text == source[start:end]`.
        use: see `Use`.
        place: the place chosen, or None when unresolved or too close to call.
        candidates: all considered, best first.
        reasons: why the chosen one, or why none.
        status: "confirmed" when a person said which place it is, "rejected" when that nobody can say.
    """

    start: int
    end: int
    text: str
    use: Use = "place"
    place: Place | None = None
    candidates: tuple[Candidate, ...] = field(default=())
    reasons: tuple[str, ...] = ()
    status: PlaceStatus = "auto"
