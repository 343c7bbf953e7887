"""Borders by the countries they part: "the Syrian-Lebanese border", "border between Iraq and Syria"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from timeline_app.geo.fold import APOSTROPHES
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.match import Hit
from timeline_app.geo.tokens import Token
from timeline_app.model import Candidate

_BORDER = frozenset({"border", "borders", "frontier"})
_LINKS = frozenset("-‐‑–—/")


@dataclass(slots=True)
class BorderMention:
    """`tokens[first:last]` speak of the border of these countries (one or two ISO codes)."""

    first: int
    last: int
    codes: tuple[str, ...]


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
    """Such as "Syrian-Lebanese border", "Lebanon/Syria border", "Iraqi border", "Syria's border with Iraq"."""
    owned = at > 0 and tokens[at - 1].plain == "s" and tokens[at - 1].gap in APOSTROPHES
    near = by_last.get(at - owned) if tokens[at].gap in (" ", "\n") else None
    if near is None:
        return None
    second = by_first.get(at + 2) if tokens[at + 1 : at + 2] and tokens[at + 1].plain == "with" else None
    if second is not None:
        return BorderMention(near.first, second.last, (_code(near), _code(second)))
    if owned:
        return None
    far = by_last.get(near.first) if tokens[near.first].gap.strip() in _LINKS else None
    if far is not None:
        return BorderMention(far.first, at + 1, (_code(far), _code(near)))
    return BorderMention(near.first, at + 1, (_code(near),))


def _named_after(tokens: list[Token], at: int, by_first: dict[int, Hit]) -> BorderMention | None:
    """Such as "border between Lebanon and Syria", "border of Syria and Iraq", "border with Iraq"."""
    following = [token.plain for token in tokens[at + 1 : at + 3]]
    if not following or following[0] not in ("between", "of", "with"):
        return None
    first = by_first.get(at + 2) or (by_first.get(at + 3) if following[-1] == "the" else None)
    if first is None:
        return None
    links = [token.plain for token in tokens[first.last : first.last + 1]]
    second = by_first.get(first.last + 1) if links and links[0] in ("and", "with") else None
    if second is not None and following[0] != "with":
        return BorderMention(at, second.last, (_code(first), _code(second)))
    return BorderMention(at, first.last, (_code(first),)) if following[0] == "with" else None


def border_candidates(gazetteer: Gazetteer, codes: tuple[str, ...], countries: Counter[str]) -> list[Candidate]:
    """Border places of the gazetteer between these countries, best first.

    With one country known, the neighbour the text speaks of most comes first.
    """
    ranked = []
    for place in gazetteer.borders():
        parts = set(place.country.split("|"))
        if not set(codes) <= parts:
            continue
        others = parts - set(codes)
        weight = max((countries[code] for code in others), default=0)
        score = 0.9 if len(codes) == 2 else 0.5 + 0.3 * weight / max(1, countries.total())
        reason = f"the border of {' and '.join(sorted(parts))}"
        if len(codes) == 1 and weight:
            reason += f"; the text also speaks of {', '.join(sorted(others))}"
        ranked.append(Candidate(place, round(score, 4), (reason,)))
    return sorted(
        ranked,
        key=lambda one: (-one.score, gazetteer.rank_of(one.place), -one.place.radius_km, one.place.id),
    )
