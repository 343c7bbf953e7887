"""Where readers begin to talk below a story: numbered, dated, under a head, or in another voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from timeline_app.documents.pieces import Piece, is_prose
from timeline_app.documents.voice import comment_score
from timeline_app.documents.zoning.beside import LEAST_STORY
from timeline_app.documents.zoning.single import MONTHS

_LEAST_CONTRAST = 1.5
_LEAST_CONTRAST_HEADED = 1.0
"""Difference of mean voice from which what follows is somebody else's talk."""

_RHYTHM = 0.8
"""What a wider gap than the story's own adds: pages set readers' comments apart."""

_NAME_LINE = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}")


def first_of_talk(pieces: Sequence[Piece], voices: Sequence[float], start: int) -> int:
    """Where readers' talk begins, when its first paragraphs show no sign of it by themselves.

    They are taken along when they name no source and are set apart as talk is: by a wider gap than the
    story's paragraphs, or under a line with nothing but a name.
    """
    usual = _usual_gap(pieces[:start])
    while start > 1 and pieces[start - 1].kind == "body" and voices[start - 1] >= -0.6:
        named = _is_name(pieces[start - 1]) or _is_name(pieces[start - 2])
        if not named and pieces[start - 1].paragraph.gap <= usual:
            break
        start -= 1
    return start


_NUMBERED = re.compile(r"(\d{1,3})[.)]\s")
_TALKS = 2.0
"""Voice from which one paragraph is a reader's by itself."""


def numbered_talk(pieces: Sequence[Piece], voices: Sequence[float]) -> int:
    """Where a list numbered from 1 ends the page and readers talk in it: some blogs number their comments.

    One of them is enough; others may tell what they heard as a report does.
    """
    last = len(pieces)
    while last and pieces[last - 1].kind != "body":
        last -= 1
    at = last
    while at and pieces[at - 1].kind == "body" and _NUMBERED.match(pieces[at - 1].paragraph.text.lstrip()):
        at -= 1
    numbers = [_number(piece) for piece in pieces[at:last]]
    story = [voice for piece, voice in zip(pieces[:at], voices, strict=False) if piece.kind == "body"]
    talks = bool(numbers) and max(voices[at:last]) >= _TALKS and bool(story) and sum(story) < 0
    return at if talks and numbers == list(range(1, len(numbers) + 1)) else len(pieces)


# "15 August 2015, 00:24", "cedars_1943 02 August 2017, 17:22": when a reader wrote
_WRITTEN_AT = re.compile(
    rf"\W{{0,3}}(?:[^\W\d][\w.@()’'-]{{1,24}}\s){{0,3}}(?:(?:says|said|wrote|writes|posted|commented|replied):?\s)?(?:\d{{1,2}}\s{MONTHS}\.?,?\s\d{{4}}|{MONTHS}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:,|\sat|\s[-–|])?\s{1,2}\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\W{0,3}",
    re.I,
)


def dated_talk(pieces: Sequence[Piece], voices: Sequence[float]) -> int:
    """Where lines that are nothing but day and hour part what readers wrote below a story."""
    above = list(accumulate(map(is_prose, pieces), initial=0))  # the story's own stamp stands above it
    stamps = [
        at
        for at, piece in enumerate(pieces)
        if above[at] >= LEAST_STORY and _WRITTEN_AT.fullmatch(piece.paragraph.text)
    ]
    if len(stamps) < 2:
        return len(pieces)
    story = [voice for piece, voice in zip(pieces[: stamps[0]], voices, strict=False) if piece.kind == "body"]
    talk = [
        voice for piece, voice in zip(pieces[stamps[0] :], voices[stamps[0] :], strict=False) if piece.kind == "body"
    ]
    louder = bool(talk) and sum(talk) / len(talk) > sum(story) / max(len(story), 1)
    headed = stamps[0] > 0 and pieces[stamps[0] - 1].kind == "comment"  # "Comments 3"
    return stamps[0] if louder or headed else len(pieces)


_HEADS_TALK = re.compile(
    r"\W{0,3}(?:\d{1,4}\s(?:reader\s)?comments?|comments?\s?[(:]?\s?\d{1,4}\)?|sort\sby\b.{0,60})\W{0,3}", re.I
)
_HANDLE = re.compile(r"@?[^\W_][\w.@’'-]{1,24}(?:\s[\w.@’'>-]{1,24}){0,3}")
# "cedars_1943: Let them go.", "TellAll: No."; not "BEIRUT: The army", "Update: Jets"
_HANDLE_SAYS = re.compile(
    r"(?:@\w[\w.-]{1,24}|[a-z][\w.-]{1,24}|\w{1,20}[\d_]\w{0,20}|[A-Z][a-z0-9]+[A-Z][\w-]{1,20}):\s\S"
)


def headed_talk(pieces: Sequence[Piece]) -> int:
    """Where "Comments (2)" stands below a story and a reader's name right under it, alone or before his words."""
    above = list(accumulate(map(is_prose, pieces), initial=0))
    for at, (head, below) in enumerate(pairwise(pieces)):
        words = below.paragraph.text
        named = _HANDLE.fullmatch(words) is not None and not is_prose(below)
        named = named or _HANDLE_SAYS.match(words) is not None
        if above[at] >= LEAST_STORY and _HEADS_TALK.fullmatch(head.paragraph.text) and named:
            return at
        heads = head.kind == "comment" and _HEADS_READERS.match(head.paragraph.text) is not None
        if above[at] >= LEAST_STORY and heads and _are_all_said(pieces[at + 1 :]):
            return at
    return len(pieces)


# "6 Comments", "Join the discussion"; not "Leave a comment", under which the story may go on
_HEADS_READERS = re.compile(r"\W{0,3}(?:\d{1,4}\s)?(?:reader\s)?comments?\b|\W{0,3}join\sthe\s", re.IGNORECASE)
# "Adel Rida: Mission accomplished.": a name and what he writes; not "BEIRUT: The army"
_NAME_SAYS = re.compile(
    r"(?![A-Z]{3,20}(?:\s[A-Z]{3,20})?:)[^\W\d_][\w.@’'-]{1,20}(?:\s[\w.@’'-]{1,20}){0,2}:\s(?P<words>\S.*)", re.DOTALL
)
_REPORTS = -1.6
"""Voice below which words are a report's rather than a reader's, in the mean of several."""

_BELOW_HEAD = 2
"""Paragraphs under the head of comments among which the first reader is looked for: the site's rules stand there."""


def _are_all_said(below: Sequence[Piece]) -> bool:
    """Whether a reader's name opens what stands under the head of comments, and most of it to the end of the page."""
    told = [piece.paragraph.text for piece in below if piece.kind == "body"]
    said = [_NAME_SAYS.match(words) for words in told]
    voices = [comment_score(found["words"]) for found in said if found is not None]
    named = any(found is not None for found in said[:_BELOW_HEAD]) and 2 * len(voices) >= len(said)
    return named and sum(voices) / len(voices) > _REPORTS


def _number(piece: Piece) -> int:
    found = _NUMBERED.match(piece.paragraph.text.lstrip())
    return int(found[1]) if found else 0


def _is_name(piece: Piece) -> bool:
    words = piece.paragraph.text
    return piece.kind == "body" and len(words.split()) in range(2, 5) and bool(_NAME_LINE.fullmatch(words))


def _usual_gap(pieces: Sequence[Piece]) -> int:
    """Line breaks between the first paragraphs of running text: the middle value."""
    gaps = sorted(piece.paragraph.gap for piece in [piece for piece in pieces if is_prose(piece)][1:8])
    return gaps[len(gaps) // 2] if gaps else 99


def is_talk(pieces: Sequence[Piece], voices: Sequence[float], end: int) -> bool:
    """Whether running text after a point sounds so much more like talk than that before that others speak.

    A story that speaks as readers do itself (a column, a diary, an interview) gives no contrast: there only
    a formula of comment sections tells.
    """
    if end < len(pieces) and _is_transcript(pieces) and not any(piece.kind == "comment" for piece in pieces[end:]):
        return False
    before = [voice for piece, voice in zip(pieces[:end], voices, strict=False) if piece.kind == "body"]
    after = [voice for piece, voice in zip(pieces[end:], voices[end:], strict=False) if piece.kind == "body"]
    if end < len(pieces) and pieces[end].kind == "comment":
        return True
    story = sum(before) / max(len(before), 1)
    headed = any(piece.kind == "comment" for piece in pieces[end:])  # "View all comments" under them
    if not headed and _is_introduction(pieces[:end], pieces[end:]):
        return False
    if story > 0 and not any(piece.kind == "comment" for piece in pieces[end:]):
        return False
    least = _LEAST_CONTRAST_HEADED if headed else _LEAST_CONTRAST
    return not after or sum(after) / len(after) - story >= least


# "COL. DILLON: We hit the road.", "Q: How many?", "ERIC J. PAHON: Morning.": who speaks, in a briefing put to paper
_SPEAKER = re.compile(r"\W{0,3}(?P<who>[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){0,4}|Question|Answer):\s{1,4}\S")
_LEAST_TURNS = 4


def _is_transcript(pieces: Sequence[Piece]) -> bool:
    """Whether speakers named in capitals, or Q and A, take turns: what they say is the text, not readers' talk."""
    turns = [found["who"] for piece in pieces if (found := _SPEAKER.match(piece.paragraph.text)) is not None]
    return len(turns) >= _LEAST_TURNS and 1 < len(set(turns)) < len(turns)


def _is_introduction(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether what stands above is a paragraph or two, and far more in one voice below: an account in the first person.

    "Our reporter was hurt when the helicopter fell, and dictated this", and then what she tells.
    """
    told = [piece.paragraph.text for piece in above if is_prose(piece)]
    account = [piece.paragraph.text for piece in below if is_prose(piece)]
    return len(told) < LEAST_STORY <= len(account) and sum(map(len, account)) > _MUCH_MORE * sum(map(len, told))


_MUCH_MORE = 3


def voice_of(piece: Piece, language: str) -> float:
    """How much a piece of the story sounds as readers do, see `voice.comment_score`; 0 for what is no story."""
    words = piece.paragraph.text
    if piece.kind != "body":
        return 0.0
    if len(words.split()) <= 4 and _NAME_LINE.fullmatch(words):
        return 0.3
    return comment_score(words, language)


def rhythm_of(pieces: Sequence[Piece]) -> list[float]:
    """What gaps wider than the story's own add, where they come again and again."""
    prose = [i for i, piece in enumerate(pieces) if is_prose(piece)]
    usual = _usual_gap(pieces)
    wider = [bool(prose) and i > prose[0] and piece.paragraph.gap > usual for i, piece in enumerate(pieces)]
    bonus = _RHYTHM if sum(wider) >= 3 else 0.0
    return [bonus * wide for wide in wider]
