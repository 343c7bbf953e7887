"""Which place a story lends to an event whose words name none: the likeliest of those it names.

What the rules of `narrative.places_told` hand on (the scene of the sentence before, the town of the story) is one
candidate, and a strong one; every other place the story names is another. All are weighed in one sum each, a
conditional logit (McFadden 1974) whose weights stand in `weights.toml` with where they are from.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from timeline_app.events.lending.story import Story, Telling
from timeline_app.events.placing.handing import INHERITED, LONG, OF_STORY, near_it
from timeline_app.events.placing.roles import is_all_over
from timeline_app.events.placing.scenes import is_wide
from timeline_app.model import LENT, Where

MORE_LIKELY = 2.0
"""Times as likely as what the rules hand on from which another place is lent instead."""

_MOST_WORDS = 4
"""Words named in a reason."""


@dataclass(frozen=True, slots=True)
class Option:
    """A place that may be lent.

    Attributes:
        place: the place.
        aspects: what speaks for and against it, each by its name in `weights.toml`.
    """

    place: Where
    aspects: dict[str, float]


def lend(story: Story, telling: Telling, where: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places of an event: as the rules have them, or the one place of the story that is likelier by far.

    Args:
        story: what the document names and has told.
        telling: the event.
        where: its places by the rules. One that its own words name stays, and what is lent to an event that they put
            in a wide area lies within it. Where the rules hand on none, none is lent: of 62 so lent, on folders whose
            readers had no part in the weights, 33 were where a reader puts them.
    """
    handed = _handed(where)
    found = options(story, telling, where)
    if handed is None or len(found) < _FEWEST:
        return where
    totals = [_total(option) for option in found]
    best = max(range(len(found)), key=totals.__getitem__)
    if totals[best] < totals[0] + math.log(MORE_LIKELY):
        return where
    place = found[best].place
    lent = near_it(place, LENT + _why(story, telling, place))
    return (lent, *where) if story.names(handed, telling) else (lent,)


_FEWEST = 2
"""Options of which one may be chosen."""


def options(story: Story, telling: Telling, where: tuple[Where, ...]) -> list[Option]:
    """What an event may be lent: first what the rules hand on, then the other places that the story names.

    None where the rules hand on none or several, and for an event whose own words name a place finer than a wide area
    or point to one ("the town"): of 26 so moved, as many were right before as after.
    """
    handed = _handed(where)
    if handed is None or (story.names(handed, telling) and not is_wide(handed)):
        return []
    named = story.names(handed, telling)
    how = _named_by(telling, where) if named else _handed_by(handed)
    if how is None:
        return []
    others = [place for place in story.places_for(telling) if place.place_id != handed.place_id]
    if named:
        others = [place for place in others if not is_wide(place) and story.lies_in(place, handed)]
    by_rule = {name: float(name == how) for name in _HANDED}
    none = dict.fromkeys(_HANDED, 0.0)
    return [
        Option(handed, {**story.aspects(handed, telling), **by_rule}),
        *(Option(place, {**story.aspects(place, telling), **none}) for place in others),
    ]


def _named_by(telling: Telling, where: Sequence[Where]) -> str | None:
    """How an event's own words place it where a town within may be meant; None where they do not.

    They name one area, on a day of the story's; not a whole border, nor on the way there, nor all over it. "They
    overran parts of Syria and Iraq in 2014" and "Crowds blocked roads across Lebanon" were in no town.
    """
    area = all(place.role in ("at", "near") and place.kind not in LONG for place in where)
    area = area and not is_all_over(telling.words, where[0])
    return _NAMED if area and telling.is_of_now else None


def _handed(where: Sequence[Where]) -> Where | None:
    """The one place that the rules give an event; None where they give several, or none."""
    return where[0] if len(where) == 1 and where[0].is_placed else None


def _total(option: Option) -> float:
    table = weights()
    return sum(table[name] * value for name, value in option.aspects.items())


_BY_RULE = {
    LENT: "lent by rule",
    OF_STORY: "of the story by rule",
    INHERITED: "of the sentence before by rule",
}
_NAMED = "named, and wide"
_HANDED = (*_BY_RULE.values(), _NAMED)


def _handed_by(place: Where) -> str | None:
    """How the rules hand on a place, by its reasons; None where words point to it."""
    return next((by for how, by in _BY_RULE.items() if any(r.startswith(how) for r in place.reasons)), None)


@cache
def weights() -> dict[str, float]:
    """The weight of each aspect by its name."""
    table = tomllib.loads(resources.files("timeline_app.events.lending").joinpath("weights.toml").read_text("utf-8"))
    return dict(table["weights"])


def _why(story: Story, telling: Telling, place: Where) -> str:
    """Why this place, for a person: the words its own sentence has in common with the event's."""
    words = story.words_shared(place, telling)[:_MOST_WORDS]
    return f"it also tells of {', '.join(words)} there" if words else "the likeliest of the places it names"
