"""Borders by the countries they part: "the Syrian-Lebanese border", "border between Iraq and Syria"."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from timeline_app.geo.fold import APOSTROPHES
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.match import Hit
from timeline_app.geo.outlines import middle_of_country
from timeline_app.geo.tokens import Token
from timeline_app.model import Candidate, Place

_BORDER = frozenset({"border", "borders", "frontier", "frontiers", "borderland", "borderlands"})
_LINKS = frozenset("-‐‑–—/")
_AREAS = frozenset({"area", "areas", "region", "regions", "strip", "zone", "zones", "lands", "hills", "mountains"})
"""What "border" may be said of before its countries: "the border region of Lebanon and Syria"."""
_SIDES = {"northern": (0, 1), "eastern": (1, 0), "southern": (0, -1), "western": (-1, 0), "northeastern": (1, 1),
          "southeastern": (1, -1), "southwestern": (-1, -1), "northwestern": (-1, 1)}  # fmt: skip
"""East and north of each side, as signs."""
_ASIDE = 60.0
"""Degrees from the middle of a side up to which a border lies on it."""


@dataclass(slots=True)
class BorderMention:
    """`tokens[first:last]` speak of the border of these countries (one or two ISO codes).

    Attributes:
        side: the side of the one country named ("eastern"), or "".
    """

    first: int
    last: int
    codes: tuple[str, ...]
    side: str = ""


def find_borders(tokens: list[Token], hits: list[Hit]) -> list[BorderMention]:
    """Borders named by countries or demonyms, in order."""
    borders = [at for at, token in enumerate(tokens) if token.plain in _BORDER]
    if not borders:
        return []
    by_first = {hit.first: hit for hit in hits if _code(hit)}
    by_last = {hit.last: hit for hit in hits if _code(hit)}
    found: list[BorderMention] = []
    for at in borders:
        mention = _named_by_both(tokens, at, by_first, by_last)
        if mention is not None and (not found or mention.first >= found[-1].last):
            found.append(mention)
    return found


def _named_by_both(
    tokens: list[Token], at: int, by_first: dict[int, Hit], by_last: dict[int, Hit]
) -> BorderMention | None:
    """The border by all that names it: the country before "border with" beside the one behind."""
    after, before = _named_after(tokens, at, by_first), _named_before(tokens, at, by_first, by_last)
    return before if before is not None and (after is None or len(before.codes) > len(after.codes)) else after


def _code(hit: Hit) -> str:
    return hit.places[0].country if hit.places[0].kind == "country" else ""


def _named_before(
    tokens: list[Token], at: int, by_first: dict[int, Hit], by_last: dict[int, Hit]
) -> BorderMention | None:
    """Such as "Syrian-Lebanese border", "Lebanon/Syria border", "Iraqi border", "Syria's border with Iraq".

    "Lebanon's eastern border" is that with the neighbour on this side.
    """
    side = tokens[at - 1].plain if at > 0 and tokens[at - 1].plain in _SIDES else ""
    start = at - bool(side)
    owned = start > 0 and tokens[start - 1].plain == "s" and tokens[start - 1].gap in APOSTROPHES
    near = by_last.get(start - owned) if tokens[at].gap in (" ", "\n") else None
    if near is None and side:
        return _told_before(tokens, at, start - owned, side, by_last, owned=owned)
    if near is None:
        return None
    second = by_first.get(at + 2) if tokens[at + 1 : at + 2] and tokens[at + 1].plain == "with" else None
    if second is not None:
        return BorderMention(near.first, second.last, (_code(near), _code(second)))
    if side:
        return BorderMention(near.first, at + 1, (_code(near),), side)
    if owned:
        return None
    far = by_last.get(near.first) if tokens[near.first].gap.strip() in _LINKS else None
    if far is not None:
        return BorderMention(far.first, at + 1, (_code(far), _code(near)))
    return BorderMention(near.first, at + 1, (_code(near),))


def _told_before(
    tokens: list[Token], at: int, owner: int, side: str, by_last: dict[int, Hit], *, owned: bool
) -> BorderMention | None:
    """Such as "its eastern border", "the country's (uneasy) eastern border", "the eastern border".

    Of the last country named shortly before.
    """
    owners = [n for n in (owner - 1, owner - 2, owner - 3) if n >= 0 and tokens[n].plain in _WHOSE]
    owners += [n for n in (owner - 1, owner - 2) if n >= 0 and not owned and tokens[n].plain == "the"]
    if not owners:
        return None
    last = next((by_last[end] for end in range(owners[0], max(0, owners[0] - _SHORTLY), -1) if end in by_last), None)
    return None if last is None else BorderMention(owners[0], at + 1, (_code(last),), side)


_WHOSE = frozenset({"its", "their", "country", "nation"})
_SHORTLY = 40
"""Words before "its eastern border" among which the country stands: the sentence and the one before."""


def _named_after(tokens: list[Token], at: int, by_first: dict[int, Hit]) -> BorderMention | None:
    """Such as "border between Lebanon and Syria", "border region of Syria and Iraq", "border with Iraq"."""
    behind = at + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].plain in _AREAS)
    following = [token.plain for token in tokens[behind + 1 : behind + 3]]
    if not following or following[0] not in ("between", "of", "with"):
        return None
    first = by_first.get(behind + 2) or (by_first.get(behind + 3) if following[-1] == "the" else None)
    if first is None:
        return None
    links = [token.plain for token in tokens[first.last : first.last + 1]]
    second = by_first.get(first.last + 1) if links and links[0] in ("and", "with") else None
    if second is not None and following[0] != "with":
        return BorderMention(at, second.last, (_code(first), _code(second)))
    return BorderMention(at, first.last, (_code(first),)) if following[0] == "with" else None


def border_candidates(
    gazetteer: Gazetteer, mention: BorderMention, countries: Counter[str], beside: str = ""
) -> list[Candidate]:
    """Border places of the gazetteer that a mention may mean, best first.

    With one country known, the neighbour told of right before it comes first, then the one the text speaks of
    most; with its side, only those that lie there.

    Args:
        gazetteer: for its borders.
        mention: what the text says.
        countries: how often the text speaks of each, by ISO code.
        beside: the country of what is named right before, by ISO code, or "".
    """
    ranked = []
    codes = mention.codes
    for place in gazetteer.borders():
        parts = set(place.country.split("|"))
        if not set(codes) <= parts or (mention.side and not _lies_on(mention.side, codes[0], place)):
            continue
        others = parts - set(codes)
        weight = max((countries[code] for code in others), default=0)
        score = (
            0.9 if len(codes) == 2 else 0.5 + 0.3 * weight / max(1, countries.total()) + _BESIDE * (beside in others)
        )
        reason = f"the border of {' and '.join(sorted(parts))}"
        if len(codes) == 1 and weight:
            reason += f"; the text also speaks of {', '.join(sorted(others))}"
        if mention.side:
            reason += f"; the {mention.side} one of {codes[0]}"
        ranked.append(Candidate(place, round(score, 4), (reason,)))
    return sorted(
        ranked,
        key=lambda one: (-one.score, gazetteer.rank_of(one.place), -one.place.radius_km, one.place.id),
    )


_BESIDE = 0.2
"""What a neighbour told of right before a border adds to its score."""


def _lies_on(side: str, code: str, border: Place) -> bool:
    """Whether the middle of a border lies on a side of a country, seen from the country's middle."""
    middle = middle_of_country(code)
    if middle is None:
        return False
    east = (border.lon - middle[1]) * math.cos(math.radians(middle[0]))
    way = math.atan2(east, border.lat - middle[0])
    apart = math.degrees(way - math.atan2(*_SIDES[side]))
    return abs((apart + 180) % 360 - 180) <= _ASIDE
