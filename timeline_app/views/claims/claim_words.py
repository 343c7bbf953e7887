"""What sources say and how far they are apart, in plain words."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import inf, isinf

from timeline_app.merge import (
    QUANTITY,
    Claim,
    agreeing,
    are_compatible,
    can_all_be_true,
    claims_of,
    documents_of,
    fields_of,
)
from timeline_app.model import Conflict, Event, Quantity, When
from timeline_app.views.claims.gaps import furthest, gap_of, km_between
from timeline_app.views.words.labels import when_label
from timeline_app.views.words.text import visible

NAMES = {"when": "the date", "where": "the place", "modality": "whether it happened", "actors": "who did it"}
TITLES = {"when": "Date", "where": "Place", "modality": "Told as", "actors": "Who did it"}
_SHORT = {"when": "date", "where": "place", "modality": "whether it happened", "actors": "who did it"}
_MOST_VALUES = 4
_MOST_NUMBERS = 3
# "about 300", "~300", "some 40": the words by which a number says that it is not exact
_ABOUT = re.compile(
    r"\s*(?:about|around|roughly|some|nearly|almost|approximately|an estimated|circa|~)(?:\s|\d)", re.IGNORECASE
)


def field_title(field: str) -> str:
    """The field as a heading: "Date", "Number of buses"."""
    if field.startswith(QUANTITY):
        return visible(f"Number of {thing_of(field)}")
    return TITLES.get(field) or visible(f"{field[:1].upper()}{field[1:]}")


def disputed_words(event: Event) -> str:
    """On what an event's sources cannot all be right, for readers: "disputed: date, numbers"; "" on nothing."""
    fields = disputed_fields(event)
    return f"disputed: {fields}" if fields else ""


def disputed_fields(event: Event) -> str:
    """The same as a list: "date, numbers"."""
    fields = (conflict.field for conflict in event.conflicts if not are_compatible(conflict, event.reports))
    named = dict.fromkeys("numbers" if one.startswith(QUANTITY) else _SHORT.get(one, visible(one)) for one in fields)
    return ", ".join(named)


def thing_of(field: str) -> str:
    """What a number counts."""
    return field.removeprefix(QUANTITY)


def _named(field: str) -> str:
    return (
        f"the number of {visible(thing_of(field))}" if field.startswith(QUANTITY) else NAMES.get(field, visible(field))
    )


# -- values ---------------------------------------------------------------------------------------


def value_words(claim: Claim) -> str:
    """One value as a person reads it: "about 300", "28 August 2017", "al-Mayadin"."""
    said = claim.said
    if isinstance(said, When):
        return when_label(said.with_(alternatives=()))
    if isinstance(said, Quantity):
        return visible(number_words(said))
    return visible(claim.value) or "no words"


def is_approximate(claim: Claim) -> bool:
    """Whether the source itself says that it is not exact."""
    said = claim.said
    if isinstance(said, When):
        return said.approximate
    return isinstance(said, Quantity) and _ABOUT.match(said.text) is not None


def number_words(count: Quantity) -> str:
    """The number in the words of the text without what it counts; hand-made lists write "300..500"."""
    words = count.text.strip()
    for noun in (count.what, count.what.rpartition(" ")[0]):  # of "people killed" the text may say "17 people"
        if noun and words.casefold().endswith(noun.casefold()):
            words = words[: len(words) - len(noun)].strip().removesuffix(" of")
            break
    if words and ".." not in words:
        return words
    return bounds_words(-inf if count.low is None else count.low, inf if count.high is None else count.high)


def bounds_words(low: float, high: float) -> str:
    """A range of numbers in words: "300 to 310", "at least 24", "up to 40", "331"."""
    if isinf(low) and isinf(high):
        return "any number"
    if isinf(high):
        return f"at least {number(low)}"
    if isinf(low):
        return f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _room_words(low: float, high: float) -> str:
    """What is left to a number, in words: "300 to 310", "300 or more"."""
    if isinf(low) == isinf(high):
        return bounds_words(low, high)
    return f"{number(low)} or more" if isinf(high) else f"{number(high)} or less"


def number(value: float) -> str:
    """The number with thousands marked and no more digits than it has."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0")


def day_words(low: float, high: float) -> str:
    """A range of days (ordinals) in words: "28 August 2017", "16 to 23 August 2017", "28 August 2017 or later"."""
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    if first == last:
        return _day(first)
    if last == date.max:
        return "any day" if first == date.min else f"{_day(first)} or later"
    if first == date.min:
        return f"{_day(last)} or earlier"
    same = first.year == last.year
    begin = (
        str(first.day)
        if same and first.month == last.month
        else _day(first).removesuffix(f" {last.year}" if same else "")
    )
    return f"{begin} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


# -- how they stand to each other -----------------------------------------------------------------


def shared_bounds(claims: Sequence[Claim]) -> tuple[float, float] | None:
    """What fits all claims, None when nothing does or they are names."""
    bounds = [claim.bounds for claim in claims if claim.bounds is not None]
    if len(bounds) < len(claims) or not bounds:
        return None
    low, high = max(one[0] for one in bounds), min(one[1] for one in bounds)
    return (low, high) if low <= high else None


def verdict(field: str, claims: Sequence[Claim]) -> str:
    """Whether something fits all, and if not how far the furthest are apart: "3 apart, no overlap"."""
    shared = shared_bounds(claims)
    if shared is not None:
        return f"all fit {(day_words if field == 'when' else _room_words)(*shared)}"
    if can_all_be_true(claims):
        return _ONE_PLACE if field == "where" else "all may be true"
    pair = furthest(field, claims)
    several = len({claim.value for claim in claims}) > 2
    if pair is None:
        return "told in different ways"
    return _VERDICTS.get(field.partition(":")[0], _words_differ)(*pair, several)


def _numbers_differ(one: Claim, other: Claim, several: bool) -> str:
    gap = number(gap_of(one, other))
    return f"up to {gap} apart, no value fits all" if several else f"{gap} apart, no overlap"


def _days_differ(one: Claim, other: Claim, several: bool) -> str:
    days = int(gap_of(one, other))
    apart = f"{days:,} day{'' if days == 1 else 's'} apart"
    return f"up to {apart}, no day fits all" if several else f"{apart}, no overlap"


_ONE_PLACE = "within each other's reach: it may be one place"


def _places_differ(one: Claim, other: Claim, several: bool) -> str:
    km = km_between(one.said, other.said)
    if km is None:
        return "how far apart is not known: not all are on the map"
    if km < 1:
        return _ONE_PLACE
    return f"{'up to ' if several else ''}{km:,.0f} km apart"


_MODALITY_WORDS = {
    "asserted": "says it happened",
    "denied": "says it did not",
    "planned": "tells of a plan",
    "claimed": "passes on a claim",
}


def _modalities_differ(one: Claim, other: Claim, several: bool) -> str:  # noqa: ARG001 - the table's shape
    first, second = sorted((one.value, other.value), key=lambda word: list(_MODALITY_WORDS).index(word))
    return f"one {_MODALITY_WORDS[first]}, another {_MODALITY_WORDS[second]}"


def _actors_differ(one: Claim, other: Claim, several: bool) -> str:  # noqa: ARG001
    return "nobody is named by all"


def _words_differ(one: Claim, other: Claim, several: bool) -> str:  # noqa: ARG001
    return "told in different ways"


_VERDICTS: dict[str, Callable[[Claim, Claim, bool], str]] = {
    "quantity": _numbers_differ,
    "when": _days_differ,
    "where": _places_differ,
    "modality": _modalities_differ,
    "actors": _actors_differ,
}


def statement(field: str, values: Iterable[str], claims: Sequence[Claim]) -> str:
    """The disagreement in one line: "17 or 20 buses: 3 apart, no overlap"."""
    thing = f" {visible(thing_of(field))}" if field.startswith(QUANTITY) else ""
    return f"{either(list(dict.fromkeys(values)))}{thing}: {verdict(field, claims)}"


def either(words: Sequence[str]) -> str:
    """Words joined by commas and a last "or"; many are cut short with their number."""
    if len(words) > _MOST_VALUES + 1:
        rest = len(words) - _MOST_VALUES
        return f"{', '.join(words[:_MOST_VALUES])} or {rest} other values"
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def in_order(conflict: Conflict, claims: Sequence[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    """The values of a conflict in words with their documents: numbers and days rising, others by number of sources."""
    first = {claim.value: claim for claim in reversed(claims)}

    def key(value: str, documents: tuple[str, ...]) -> tuple[float, float, str]:
        claim = first.get(value)
        bounds = claim.bounds if claim else None
        low, high = bounds or (-len(documents), 0)
        return (high if isinf(low) else low, high, value)

    ordered = sorted(conflict.values, key=lambda one: key(one.value, one.documents))
    return [
        (value_words(first[one.value]) if one.value in first else visible(one.value), one.documents) for one in ordered
    ]


# -- agreement ------------------------------------------------------------------------------------


def agree_words(claims: Sequence[Claim]) -> str:
    """How many sources can be right together: "2 of 3 sources agree"."""
    told, same = len(documents_of(claims)), len(agreeing(claims))
    if same == told > 1:
        return f"{'both' if told == 2 else f'all {told}'} sources can be right"
    return f"{same} of {told} sources agree" if same else f"no two of {told} sources agree"


def agreement_line(event: Event) -> str:
    """On what the sources of an event agree: "4 sources: 3 agree on the date, none on the number of buses".

    Whether it happened and who did it are told where that is disputed; what only one source tells is left out. ""
    for an event of one source.
    """
    total = len(event.sources)
    if total < 2:
        return ""
    disputed = {conflict.field for conflict in event.conflicts}
    fields = [field for field in fields_of(event.reports) if field in ("when", "where") or field in disputed]
    fields += [field for field in fields_of(event.reports) if field.startswith(QUANTITY) and field not in fields]
    numbers = [field for field in fields if field.startswith(QUANTITY)]
    left = numbers[_MOST_NUMBERS:]
    counts: dict[tuple[str, str], list[str]] = {}
    for field in fields:
        if field not in left:
            counts.setdefault(_count(claims_of(field, event.reports), total), []).append(_named(field))
    if not counts:
        return f"{total} sources: no two of them tell the same kind of thing"
    parts = [f"{word} on {_listed(names)}{silent}" for (word, silent), names in counts.items()]
    head, *rest = parts
    more = f"; {len(left)} more numbers below" if left else ""
    return f"{total} sources: {', '.join([head.replace(' on ', ' agree on ', 1), *rest])}{more}"


def _count(claims: Sequence[Claim], total: int) -> tuple[str, str]:
    """How many agree, and how many tell nothing: ("2", " (1 gives none)")."""
    told, same = len(documents_of(claims)), len(agreeing(claims))
    word = ("both" if total == 2 else "all") if same == total else str(same) if same else "none"
    silent = total - told
    return word, f" ({silent} {'gives' if silent == 1 else 'give'} none)" if silent else ""


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
