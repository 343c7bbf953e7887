"""Finding places in a text."""

from __future__ import annotations

from timeline_app.geo.fold import joined, sounds
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.lookup import prior
from timeline_app.geo.tokens import tokenize
from timeline_app.model import Candidate, PlaceMention

_LONGEST = 7


def find_places(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Every toponym of a text, in order."""
    tokens = tokenize(text)
    mentions: list[PlaceMention] = []
    at = 0
    while at < len(tokens):
        step = 1
        if tokens[at].capital:
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                run = tokens[at : at + size]
                if any(t.gap not in (" ", "-") for t in run[1:]) or not run[-1].capital:
                    continue
                plain = [t.plain for t in run]
                key = "=" + plain[0].upper() if size == 1 and run[0].upper else " ".join(plain)
                places, _ = gazetteer.named(key, joined(sounds(plain)))
                if places:
                    ranked = sorted((Candidate(p, round(prior(gazetteer, p), 4)) for p in places),
                                    key=lambda c: -c.score)
                    start, end = run[0].start, run[-1].end
                    mentions.append(PlaceMention(start, end, text[start:end], "place", ranked[0].place, tuple(ranked)))
                    step = size
                    break
        at += step
    return mentions
