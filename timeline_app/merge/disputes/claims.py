"""What each source says in one field of an event, in a form that shows which sources can be right together.

There is one rule: a claim leaves room for some points (days, numbers, names), and sources agree when one point lies in
the room of all their claims. Conflicts, the agreement beside an event and the comparison of a timeline all rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TypeAlias

from timeline_app.events import with_wholes
from timeline_app.geo import distance_km
from timeline_app.model import Quantity, Report, When, Where

QUANTITY = "quantity: "
"""What the name of a counted field begins with."""

Point: TypeAlias = float | str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that a report gives in a field.

    Attributes:
        document: whose it is.
        value: how it is told apart from other values, as in `ConflictValue`.
        said: the value itself: a date, a number, a place, or None where `value` is all.
        bounds: lowest and highest number or day (`date.toordinal`) that fits, None where values are names.
        names: the names that fit, where there are no bounds.
        report: where it is told.
    """

    document: str
    value: str
    said: When | Quantity | Where | None
    bounds: tuple[float, float] | None
    names: frozenset[str]
    report: Report

    def fits(self, point: Point) -> bool:
        """Whether the claim leaves room for a number, a day or a name."""
        if self.bounds is None or isinstance(point, str):
            return point in self.names
        return self.bounds[0] <= point <= self.bounds[1]

    @property
    def points(self) -> Iterable[Point]:
        """Points that decide: intervals share something exactly when they share the beginning of one of them."""
        return self.names if self.bounds is None else self.bounds[:1]


def claims_of(field: str, reports: Sequence[Report]) -> tuple[Claim, ...]:
    """The claims of a field ("when", "where", "modality", "actors", "quantity: buses"), in the order told.

    A date that only stands in for one (basis `publication`) is no claim of the source.
    """
    head = head_of(field.removeprefix(QUANTITY)) if field.startswith(QUANTITY) else None
    found = tuple(claim for report in reports for claim in _claims(field, head, report))
    if head in _FATES:
        return _of_groups(found)
    return tuple(replace(claim, names=_room(claim, found)) for claim in found) if field == "where" else found


def _claims(field: str, head: str | None, report: Report) -> Iterator[Claim]:
    if head is not None:
        for count in _counts(head, report):
            words = count.text.strip() or _written(count)
            yield Claim(report.document, words, count, _bounds(count), frozenset(), report)
    elif field == "when" and report.when is not None and report.when.basis != "publication":
        days = (float(report.when.earliest.toordinal()), float(report.when.latest.toordinal()))
        yield Claim(report.document, report.when.edtf, report.when, days, frozenset(), report)
    elif field == "where":
        scenes = [one for one in report.where if one.role in ("at", "near") and not one.is_lent]
        if scenes:
            where = min(scenes, key=_width)  # "near Khasham, on the bank of the Euphrates" says Khasham
            name = where.name or where.text
            yield Claim(report.document, name, where, None, frozenset((name,)), report)
    elif field == "modality":
        yield Claim(report.document, report.modality, None, None, _LEAVES_OPEN[report.modality], report)
    elif field == "actors":
        doers = sorted({actor.name for actor in report.actors if actor.role == "source"})
        if doers:
            yield Claim(report.document, ", ".join(doers), None, None, with_wholes(doers), report)


_LEAVES_OPEN: Mapping[str, frozenset[str]] = {
    "asserted": frozenset({"asserted"}),
    "denied": frozenset({"denied"}),
    "claimed": frozenset({"claimed", "asserted"}),
    "planned": frozenset({"planned"}),
}
"""Who passes on what somebody says ("a military source told ...") leaves room for a source that says it itself."""


def _width(where: Where) -> float:
    """How much room a place leaves, in km; one that could not be placed tells nothing finer than one that could."""
    return inf if not where.is_placed or where.radius_km is None else where.radius_km


def _room(claim: Claim, claims: Sequence[Claim]) -> frozenset[str]:
    """The names of the places that a claim's place may stand for: itself, and what lies within it."""
    return claim.names.union(*(other.names for other in claims if _holds(claim.said, other.said)))


def _holds(area: object, place: object) -> bool:
    """Whether an area's radius holds a place that is smaller: a province, and a town in it."""
    if not isinstance(area, Where) or not isinstance(place, Where) or not _width(place) < _width(area) < inf:
        return False
    if area.kind == "country" or len({_division(area), _division(place), ""}) > 2:
        return False  # a circle is no border
    if area.lat is None or area.lon is None or place.lat is None or place.lon is None:
        return False
    return distance_km(area.lat, area.lon, place.lat, place.lon) <= _width(area)


def _division(where: Where) -> str:
    """The first-level division a place lies in, "" where that is not known."""
    held = next((one.place for one in where.candidates if one.place.id == where.place_id), None)
    return (held.admin1 or "") if held is not None else ""


def _counts(head: str, report: Report) -> list[Quantity]:
    """What a report counts of one thing; "two soldiers, a guard and three civilians" killed are told together."""
    counts = [count for count in report.quantities if head_of(count.what) == head]
    if head not in _FATES or len(counts) < 2 or not all(count.text for count in counts):
        return counts
    words = _listed_words(report.quote, counts)
    if words is None:
        return counts
    lows, highs = [count.low for count in counts], [count.high for count in counts]
    low = None if None in lows else sum(one for one in lows if one is not None)
    high = None if None in highs else sum(one for one in highs if one is not None)
    return [Quantity(head, low, high, words)]


def _listed_words(quote: str, counts: Sequence[Quantity]) -> str | None:
    """The words from the first of some counts to the last, where nothing but commas and "and" parts them."""
    start = end = quote.find(counts[0].text)
    for number, count in enumerate(counts):
        at = quote.find(count.text, end)
        if start < 0 or at < 0 or (number and quote[end:at] not in _JOINTS):
            return None
        end = at + len(count.text)
    return quote[start:end]


_FATES = frozenset({"dead", "wounded"})
_JOINTS = (", ", " and ", ", and ", " as well as ", ", as well as ")


def _of_groups(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Counts of the killed or wounded among whom: who counts the civilians leaves room for others who died too.

    Where all count the same people, each says how many they are.
    """
    whom = {_whom(claim.said) for claim in claims}
    if len(whom) < 2:
        return claims
    return tuple(
        replace(claim, bounds=(claim.bounds[0], inf))
        if claim.bounds is not None and _whom(claim.said) not in _ANYBODY
        else claim
        for claim in claims
    )


_ANYBODY = frozenset({"", "people", "person", "persons", "others", "dead", "victims", "lives", "wounded", "killed"})


def _whom(said: object) -> str:
    """The noun of those who were killed or wounded; "" where none is told."""
    if not isinstance(said, Quantity):
        return ""
    *whom, fate = said.what.lower().split() or [""]
    return whom[-1] if whom and head_of(fate) in _FATES else ""


def _written(count: Quantity) -> str:
    """The number of a count that came without words, as hand-made lists write it: "17", "24.."."""
    low, high = ("" if end is None else f"{end:.12g}" for end in (count.low, count.high))
    return low if low == high else f"{low}..{high}"


def _bounds(count: Quantity) -> tuple[float, float]:
    return (-inf if count.low is None else count.low, inf if count.high is None else count.high)


def head_of(what: str) -> str:
    """The counted noun: the last word, in the singular as far as an "s" goes; of words for one thing the same one."""
    if what.startswith("of the "):
        return what  # "eleven of the dead": a part, which no other source's count of all of them is
    head = last_word(what).removesuffix("s")
    return "fighter" if head in _ARMED else _HARMED.get(head, head)


_HARMED = {"killed": "dead", "death": "dead", "fatalitie": "dead", "injured": "wounded", "hurt": "wounded"}
"""Words that count the same people: "12 dead", "12 were killed"."""


_ARMED = frozenset(
    {
        "fighter",
        "militant",
        "gunman",
        "gunmen",
        "insurgent",
        "jihadist",
        "jihadi",
        "extremist",
        "terrorist",
        "combatant",
    }
)
"""What one source calls fighters and another militants are the same people counted."""


def last_word(what: str) -> str:
    """The last word of what is counted, in small letters; "" of nothing."""
    return next(iter(what.rsplit(maxsplit=1)[-1:]), "").lower()


def fields_of(reports: Sequence[Report]) -> list[str]:
    """The fields that at least two documents tell: what can be compared, in a fixed order, numbers as first told."""
    things: dict[str, tuple[str, set[str]]] = {}
    for report in reports:
        for count in report.quantities:
            things.setdefault(head_of(count.what), (count.what, set()))[1].add(report.document)
    counted = [f"{QUANTITY}{what}" for what, documents in things.values() if len(documents) > 1]
    plain = ("when", "where", "modality", "actors")
    return [field for field in plain if len(documents_of(claims_of(field, reports))) > 1] + counted


def documents_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The documents of some claims, each once, in the order told."""
    return tuple(dict.fromkeys(claim.document for claim in claims))


def can_all_be_true(claims: Sequence[Claim]) -> bool:
    """Whether one point lies in the room of every claim; False without claims."""
    bounds = [claim.bounds for claim in claims if claim.bounds is not None]
    if len(bounds) == len(claims):
        return bool(bounds) and max(low for low, _ in bounds) <= min(high for _, high in bounds)
    return not bounds and bool(frozenset.intersection(*{claim.names for claim in claims}))


def agreeing(claims: Sequence[Claim]) -> frozenset[str]:
    """The documents of the largest group that can all be right; one alone agrees with nobody, which gives none.

    A source that tells it twice, differently, can be right with those whom one of its reports agrees with.

    Of groups of one size it is the first by the names of their documents, so that the order told does not matter.
    """
    return _largest(claims)[1]


def most_agreed(claims: Sequence[Claim]) -> Point | None:
    """A point (a day, a number, a name) that the largest group leaves room for; None where no two agree."""
    return _largest(claims)[0]


def _largest(claims: Sequence[Claim]) -> tuple[Point | None, frozenset[str]]:
    told: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        told.setdefault(claim.document, {}).setdefault(claim.report.id, []).append(claim)
    points = dict.fromkeys(point for claim in claims for point in claim.points)
    groups = [(sorted(name for name, own in told.items() if _allows(own.values(), point)), point) for point in points]
    best, point = min(groups, key=lambda group: (-len(group[0]), group[0]), default=([], None))
    return (point, frozenset(best)) if len(best) > 1 else (None, frozenset())


def _allows(reports: Iterable[Sequence[Claim]], point: Point) -> bool:
    """Whether some report of a source leaves room for a point in all it says."""
    return any(all(claim.fits(point) for claim in claims) for claims in reports)
