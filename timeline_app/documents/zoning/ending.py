"""The end of the story: the change point after which paragraphs no longer report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from timeline_app.documents.beginnings import lowered
from timeline_app.documents.pieces import Piece, is_prose
from timeline_app.documents.zoning.talk import dated_talk, first_of_talk, headed_talk, is_talk, numbered_talk, rhythm_of
from timeline_app.model import ZoneKind

_LEAST_TAIL = 2.6
"""Sum of scores from which paragraphs at the end are no longer the story."""

_PRODUCT = re.compile(
    r"\b(?:print edition|e-?book|paperback|hardcover|new book|book|newsletter|magazine|subscription"
    r"|special offer|podcast|webinar|app|chapters|bookstores?|forthcoming|pre-?order|order)\b",
    re.I,
)
_PROMOTES = re.compile(
    r"\b(?:announces?|is pleased to|presents?|offers?|relies on|depends on|needs your|invites?"
    r"|publishes|is a (?:non-?profit|reader-supported|registered|independent))\b",
    re.I,
)
_PROMOTING = (
    "announce", "pleased to", "present", "offer", "relies on", "depends on", "needs your", "invite", "publishes",
    "is a",
)  # fmt: skip
"""Of these one stands in whatever `_PROMOTES` finds."""


def with_end(pieces: list[Piece], voices: list[float], publisher: str) -> list[Piece]:
    """Cut where paragraphs stop reporting: first what the publisher adds, then what readers say.

    Each end is a change point: the suffix whose scores add up to most. Running text of the story counts
    against an end; formulas that stand after stories, a publisher's talk of itself and readers' talk count
    for it; what stands between paragraphs of a story (adverts, captions) counts for nothing.
    """
    sales = [_sale(piece, voice, publisher) for piece, voice in zip(pieces, voices, strict=True)]
    end = min(_change_point(pieces, sales), _signed_off(pieces))
    talk = [
        (piece.end_score if piece.kind in ("comment", "share") else 0.0) if piece.kind != "body" else voice + rhythm
        for piece, voice, rhythm in zip(pieces[:end], voices, rhythm_of(pieces), strict=False)
    ]
    readers = _change_point(pieces[:end], talk)
    if not is_talk(pieces[:end], voices, readers):
        readers = end
    elif readers < end:
        readers = first_of_talk(pieces, voices, readers)
    talks = (numbered_talk(pieces[:end], voices), dated_talk(pieces[:end], voices), headed_talk(pieces[:end]))
    readers = min(readers, *talks)
    return [
        *pieces[:readers],
        *(_ended(piece, "comment", score) for piece, score in zip(pieces[readers:end], talk[readers:], strict=True)),
        *(_ended(piece, "boilerplate", score) for piece, score in zip(pieces[end:], sales[end:], strict=True)),
    ]


# "(Reporting by A. Writer; Editing by B. Editor)": agencies close a story so
_SIGN_OFF = re.compile(r"\((?:additional\s)?(?:reporting|writing|compiled)\sby\s[^()]{3,300}\)\W{0,2}", re.IGNORECASE)


def _signed_off(pieces: Sequence[Piece]) -> int:
    """Where an agency's line of who reported and edited closes the text, but for headlines and links below it.

    The number of pieces where there is no such line; of two stories on one page the first one's closes nothing.
    """
    above = list(accumulate(map(is_prose, pieces), initial=0))
    lines = (
        at
        for at, piece in enumerate(pieces)
        if 0 < above[at] == above[-1] and _SIGN_OFF.fullmatch(piece.paragraph.text.strip())
    )
    return next(lines, len(pieces))


def _change_point(pieces: Sequence[Piece], scores: Sequence[float]) -> int:
    """Index of the first piece after the story; the number of pieces when the story goes on to the end."""
    sums = list(accumulate(reversed(scores)))[::-1]
    first = next((i for i, piece in enumerate(pieces) if is_prose(piece)), len(pieces))
    best = max(range(first + 1, len(pieces)), key=lambda i: (sums[i], -i), default=None)
    if best is None or sums[best] < _LEAST_TAIL:
        return len(pieces)
    return best


def _ended(piece: Piece, kind: ZoneKind, score: float) -> Piece:
    if piece.kind != "body":
        return piece
    return replace(piece, kind=kind, reason=f"after the end of the story (score {score:+.1f})")


def _sale(piece: Piece, voice: float, publisher: str) -> float:
    """What a piece adds to the publisher's end of a page."""
    if piece.kind == "body":
        return min(voice, -0.6) + _promotion(piece.paragraph.text, publisher)
    return 0.0 if piece.kind == "comment" else piece.end_score


def _promotion(words: str, publisher: str) -> float:
    """A publisher speaking of itself and of what it sells."""
    low = lowered(words)
    may_promote = low is None or any(word in low for word in _PROMOTING)  # `_PROMOTES` is tried at every word
    promotes = may_promote and bool(_PROMOTES.search(words))
    itself = bool(publisher) and words.startswith(publisher)
    if not itself and not promotes:
        return 0.0
    products = min(len(_PRODUCT.findall(words)), 3)
    return 1.5 * (itself and promotes) + 0.7 * products * (itself or (promotes and products > 1))
