"""The head of a page copied whole: the headline among menus, tickers and outlets' names, and what stands beside it.

The headline is the line that tells of what the story tells of: it shares words with the first paragraphs, which menus,
outlets' names and pleas for donations do not. What stands above it is the page's own.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.documents.formulas import bare
from timeline_app.documents.menus import WORD, entries, is_menu
from timeline_app.documents.outlets import LEAST, begins_with_outlet, is_large, is_outlet, names_in
from timeline_app.documents.pieces import Piece, is_prose, is_sentence
from timeline_app.documents.stamp_lines import labelled_stamps, stamp_of
from timeline_app.documents.stamps import find_stamps, find_yearless

_HEAD = 40
"""Paragraphs that the head of a page (title, byline, stamps, crumbs) may have."""
_LEAD = 3_000
"""Characters of running text that a headline is compared with."""
_LONGEST_TITLE = 40
"""Words of a headline, at most; a resolution's or a letter's may be long."""
_KEY = 5
"""Letters by which words are compared: "strike" and "struck" differ, "attack" and "attacks" do not."""
_LEAST_KEY = 4
_ABOUT_BEST = 3.0
"""What the first headline may score less than the best one: the line below it often tells more of the story."""
_LEAST_SCORE = 1.5
"""Score from which a line is a headline among other lines."""
_DECKS = 2
"""Lines under the headline that tell more of it, at most."""
_BULLET = re.compile(r"\s{0,3}(?:[-–—•*·▪●]|\d{1,2}[.)])\s")
_TRAIL = re.compile(r"\W{0,3}(?:you are here|home\s{0,2}[>»›/|]|home page\s{0,2}[>»›/|])", re.I)
_OF_PAGE = re.compile(
    r"\W{0,3}(?:site icon|skip to|accessibility (?:links?|help|menu|statement)|powered by|you are here)\b"
    r"[^.,;!?]{0,60}",
    re.I,
)
_READ_MORE = re.compile(r"\W{0,3}(?:read|see|learn|show|view)\s(?:more|also)\W{0,5}", re.I)
# "Support our work with a donation", "Subscribe from $4.99 a month", "Support Coastwatch"
_PLEA = re.compile(
    r"\W{0,3}(?:please\s|kindly\s)?"
    r"(?:(?:donate|subscribe|sign up|log in|chip in)\b|(?:support|help|join|back)\s(?:us|our|the site)\b"
    r"|(?:support|help|join|follow)\s(?-i:[A-Z])[\w.]{2,20}$)",
    re.I,
)
# "If you value our work, please chip in"
_PLEA_WITHIN = re.compile(
    r"\b(?:if|please)\b[^.]{0,120}\b(?:your?|our)\b.{0,200}\b(?:donat\w+|chip in|subscri\w+|sign up|support|help)\b",
    re.I | re.DOTALL,
)
_DAYS_AND_MONTHS = frozenset((*calendar.day_name, *calendar.month_name[1:]))
_TELLS = re.compile(
    r"\b(?:said|says|told|reported|killed|" + "|".join(sorted(_DAYS_AND_MONTHS - {"May"})) + r")\b|\b(?:19|20)\d\d\b"
)
# "by: The Agency", "By a Special Correspondent", "Report from UN High Commissioner for Refugees"
_BYLINE = re.compile(
    r"\W{0,2}(?:(?:posted |written |text )?by\s?:?|report from|from(?=\s(?:our|the)\s))\s"
    r"(?P<who>(?:an?\s|our\s|the\s)?(?-i:[A-Z])[^!?;:]{1,90})",
    re.I,
)
_BYLINE_WORDS = 10
_SMALL_IN_SIGNATURES = frozenset(
    """and of the for de al von van der in at a an our & staff newsdesk correspondent correspondents reporter writer
    special editor desk agencies""".split()
)
_SIGNATURE_WORDS = 4
# "Soldiers in the town after its fall (Example Media, November 20, 2017)"
_PICTURED = re.compile(
    r"[^.!?]{10,200}\([A-Z][^()0-9]{2,60},? "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}\)"
)
_MONEY = re.compile(r"[\d.,\s]{0,30}[$€£%][\d.,\s$€£%]{0,60}")
_PAGE_CODE = re.compile(r"[A-Z]{1,3}\d{2,5}|[\W\d_]{0,10}(?:shares?|views?|likes?)\W{0,3}", re.I)
_STOP = frozenset(
    """about after again against also amid among been before being between both could does from have having here into
    its just like made make more most much near only other over said same says should some such than that their them
    then there these they this those through under until upon very were what when where which while will with without
    would your""".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page begins with.

    Attributes:
        pieces: its paragraphs, marked.
        outlet: the name of the outlet above the headline, "" when none stands there.
        title: the headline, "" where no line stands out as one.
    """

    pieces: list[Piece]
    outlet: str = ""
    title: str = ""


def find_head(pieces: Sequence[Piece]) -> Head:
    """The pieces with headline, stamps, bylines and the page's own lines marked, and the outlet's name."""
    marked = list(pieces)
    _mark_pleas(marked)
    first = _first_of_story(marked)
    _mark_stamps(marked, first)
    styled = (i for i, piece in enumerate(marked[: min(first, _HEAD)]) if piece.kind == "headline")
    title = next(styled, None)
    title = _title(marked, first) if title is None else title
    if title is None:
        _mark_headlines(marked, range(min(first, _HEAD)))
        return Head(marked)
    outlet = _outlet(marked, title)
    for i in range(title):
        if marked[i].kind == "body" and not is_sentence(marked[i]):
            marked[i] = replace(marked[i], kind="furniture", reason="a line above the headline", end_score=0.0)
    if marked[title].kind == "body":  # "North-East Syria in brief - 2 February 2022" gives the day as well
        marked[title] = replace(marked[title], kind="headline", reason="the line above the story that tells of it")
    _mark_below(marked, title, first)
    return Head(marked, outlet, bare(marked[title].paragraph.text))


def _mark_pleas(marked: list[Piece]) -> None:
    """What the page asks of its readers, its figures and its buttons, above the second paragraph of running text."""
    told = 0
    for i, piece in enumerate(marked[:_HEAD]):
        words = piece.paragraph.text
        if piece.kind != "body":
            continue
        if any(pattern.fullmatch(words) for pattern in (_MONEY, _PAGE_CODE, _OF_PAGE)):
            marked[i] = replace(piece, kind="furniture", reason="figures and buttons of the page")
        elif _asks_readers(words):
            marked[i] = replace(piece, kind="furniture", reason="the page asks its readers for something")
        else:
            told += is_prose(piece)
        if told > 1:
            break


def _asks_readers(words: str) -> bool:
    """Whether a line asks readers to give, to subscribe or to accept; nothing that tells what happened does."""
    if len(words) >= _LONGEST_PLEA or _TELLS.search(words) or any(mark in words for mark in '"“”«'):
        return False
    return _PLEA.match(words) is not None or _PLEA_WITHIN.search(words) is not None


_LONGEST_PLEA = 500
"""Characters of what a page asks its readers for, at most."""


def _first_of_story(pieces: Sequence[Piece]) -> int:
    """The first running text; in a short note the first sentence, else what follows a line that says "published"."""
    running = next((i for i, piece in enumerate(pieces) if is_prose(piece) and not _asks_above(pieces, i)), None)
    first = running if running is not None else next((i for i, piece in enumerate(pieces) if is_sentence(piece)), None)
    if first is not None:
        return first
    stamps = (i for i, piece in enumerate(pieces[:_HEAD]) if labelled_stamps(piece.paragraph.text))
    return next(stamps, -1) + 1


def _asks_above(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line is a headline that asks: "Who Dropped the Bombs, and at What Hour?", or one over its byline."""
    words = pieces[at].paragraph.text
    if not words.endswith("?") or len(words.split()) > _LONGEST_TITLE // 2:
        return False
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if below is not None and (below.kind == "byline" or stamp_of(below.paragraph.text) is not None):
        return True
    long = [word for word in words.split() if len(word) >= _LEAST_KEY]
    return sum(map(is_large, long)) > _TITLE_SHARE * len(long)


_TITLE_SHARE = 0.7
"""Part of its longer words that a headline writes large."""


_STAMPED = ("body", "furniture", "caption", "boilerplate", "byline", "comment")
"""What a line with the day may have been taken for: the hour beside it looks like a reader's."""


def _mark_stamps(marked: list[Piece], first: int) -> None:
    """Lines that give a day: before the story, and below its first lines where one stands alone or says what it is.

    Under a headline's second line, or a summary, many pages give day and author before the story goes on.
    """
    for i, piece in enumerate(marked[: min(first + _BELOW, _HEAD)]):
        if piece.kind not in _STAMPED:
            continue
        words = piece.paragraph.text
        signed = _SIGNED.search(words) is not None
        if _is_day(words) and _heads_an_entry(marked, i):
            continue
        if stamp_of(words) and (i < first or signed or labelled_stamps(words) or _is_lone_day(marked, i, first)):
            marked[i] = replace(piece, kind="stamp", reason="a line that gives a date", end_score=0.0)


# "The Harbour Post / By Post staff, 14 September 2023"
_SIGNED = re.compile(r"(?:^|[/|,–—-]\s)by\s(?-i:[A-Z])", re.I)
_BELOW = 6
"""Paragraphs under the first running text in which the day of publication may stand."""


def _is_lone_day(marked: Sequence[Piece], at: int, first: int) -> bool:
    """Whether a line is a day alone and heads no part of a chronicle: no other line is one, no stamp stands above."""
    if any(piece.kind == "stamp" for piece in marked[:first]) or not _is_day(marked[at].paragraph.text):
        return False
    return not any(_is_day(piece.paragraph.text) for i, piece in enumerate(marked) if i != at)


def _heads_an_entry(marked: Sequence[Piece], at: int) -> bool:
    """Whether a day alone heads a part of a chronicle: one of several on a page that says when it was published."""
    if not any(_says_published(piece.paragraph.text) for piece in marked[:_HEAD]):
        return False
    others = (piece for i, piece in enumerate(marked) if i != at and len(piece.paragraph.text) <= _LONE_LETTERS)
    return sum(_is_day(piece.paragraph.text) for piece in others) >= _OTHER_DAYS


def _says_published(words: str) -> bool:
    found = stamp_of(words)
    return found is not None and any(role == "published" for role, _ in found.stamps)


_OTHER_DAYS = 2
_LONE_LETTERS = 60


def _is_day(line: str) -> bool:
    """Whether a line or its first cell is a day, with or without its year, weekday and hour: "2 May | Iraq, Kurds"."""
    words = _CELLS.split(line, maxsplit=1)[0]
    if len(words.split()) > _LONE_WORDS or not any(letter.isdigit() for letter in words):
        return False
    days = [(stamp.start, stamp.end) for stamp in find_stamps(words)] or [day[:2] for day in find_yearless(words)]
    return len(days) == 1 and _BESIDE_DAY.fullmatch(words[: days[0][0]] + words[days[0][1] :]) is not None


_CELLS = re.compile(r"\s[|·•]\s")
_LONE_WORDS = 8
_BESIDE_DAY = re.compile(
    r"(?:\W|\d|page\s[A-Z]{0,2}\d|[ap]m\b|GMT|UTC|at\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)*", re.I
)


def _title(marked: Sequence[Piece], first: int) -> int | None:
    """Number of the headline; None where no line above the story tells of it."""
    lead = _keys(" ".join(piece.paragraph.text for piece in marked[first:] if is_prose(piece))[:_LEAD])
    if not lead:
        return None
    lines = [i for i in range(min(first, _HEAD)) if _may_be_title(marked, i)]
    trails = [i for i in range(min(first, _HEAD)) if _TRAIL.match(marked[i].paragraph.text)]
    below = [i for i in lines if trails and i > trails[-1]]
    scores = {i: _score(marked[i].paragraph.text, lead) + _beside_stamp(marked, i) for i in below or lines}
    best = max(scores.values(), default=0.0)
    if best >= _LEAST_SCORE:
        chosen = next(i for i, score in scores.items() if score >= max(best - _ABOUT_BEST, _LEAST_SCORE))
        return 0 if chosen == 1 and lines[0] == 0 and _is_worded(marked[0].paragraph.text) else chosen
    named = [i for i in lines if is_outlet(bare(marked[i].paragraph.text))]
    others = [i for i in lines if i not in named]
    return others[0] if named and others and named[0] < others[0] - 1 else None


def _is_worded(words: str) -> bool:
    """Whether a line is words and no name: "Out of the ashes", over the line that tells of the story."""
    small = sum(not is_large(word, frozenset()) for word in words.split())
    return len(words.split()) > 2 and small > 1 and not begins_with_outlet(words)


def _beside_stamp(marked: Sequence[Piece], at: int) -> float:
    """What a line of some words gains that the day of publication stands right below."""
    below = at + 1 < len(marked) and marked[at + 1].kind == "stamp"
    return _OVER_STAMP if below and len(marked[at].paragraph.text.split()) > 2 else 0.0


_OVER_STAMP = 2.0


def _may_be_title(marked: Sequence[Piece], at: int) -> bool:
    piece, words = marked[at], marked[at].paragraph.text
    if piece.kind == "stamp":
        return _is_dated_title(words)
    if piece.kind != "body" or len(words.split()) > _LONGEST_TITLE or _BULLET.match(words):
        return False
    if is_menu(words) or _is_byline(words) or words.rstrip().endswith((":", ",", ".")):
        return False
    return not (at + 1 < len(marked) and _READ_MORE.fullmatch(marked[at + 1].paragraph.text))


def _is_dated_title(words: str) -> bool:
    """Whether a line that gives a day is a headline with it, not a name or a label beside it."""
    found = stamp_of(words)
    if found is None or any(role != "plain" for role, _ in found.stamps) or len(entries(words)) > 1:
        return False
    before = words[: found.stamps[0][1].start]
    return len(before.split()) > _DATED_TITLE_WORDS and _OF_A_REPORT.search(before) is not None


_DATED_TITLE_WORDS = 3
_OF_A_REPORT = re.compile(r"[:–—-]\s|\b(?:brief|report|update|bulletin|digest|review|summary|news)\b", re.I)


def _score(words: str, lead: frozenset[str]) -> float:
    """How much a line looks like the headline of a story: by what it shares with it, and by its length."""
    keys = _keys(words)
    count = len(words.split())
    shared = len(keys & lead)
    score = min(shared, 4) + (shared / len(keys) if keys else 0.0)
    score += 1.0 if 5 <= count <= 25 else -0.5 if count > 2 else -2.0
    return score - (_NAMES_OUTLET if begins_with_outlet(words) else 0.0)


_NAMES_OUTLET = 3.0
"""What a line loses that is an outlet's name, or begins with a short one: "Syria Truths - what they will not tell"."""


def _keys(words: str) -> frozenset[str]:
    plain = (word.casefold().rstrip(".'’") for word in WORD.findall(words))
    return frozenset(word[:_KEY] for word in plain if len(word) >= _LEAST_KEY and word not in _STOP)


def _outlet(marked: Sequence[Piece], title: int) -> str:
    """The name of the outlet among the lines above the headline; "" where none is likely enough."""
    best, outlet = LEAST, ""
    for i in range(title):
        words = marked[i].paragraph.text
        if marked[i].kind == "stamp" or any(pattern.search(words) for pattern in (_PLEA, _MONEY, _OF_PAGE)):
            continue
        over_menu = i == 0 and title > 1 and is_menu(marked[1].paragraph.text)
        for part, name in enumerate(names_in(words)):
            beside_menu = part == 0 and len(entries(words)) > 1
            large = name.isupper() and (over_menu or beside_menu or is_outlet(name))
            likely = (i == 0) + over_menu + large + 1.5 * is_outlet(name) + 0.5 * beside_menu - part
            if likely > best:
                best, outlet = likely, name
    return outlet


def _mark_below(marked: list[Piece], title: int, first: int) -> None:
    """What stands between the headline and the story: bylines, labels of the page, and a line or two that tell more."""
    decks = 0
    for i in range(title + 1, min(first + _BELOW, len(marked), _HEAD)):
        piece, words = marked[i], marked[i].paragraph.text
        if piece.kind != "body":
            continue
        if _is_byline(words) or (i < first and _is_signature(words)):
            marked[i] = replace(piece, kind="byline", reason="who wrote it, under the headline")
        elif i < first and _PICTURED.fullmatch(words):
            marked[i] = replace(piece, kind="caption", reason="what is seen in a picture, with its source and day")
        elif i >= first:
            continue
        elif is_menu(words) or len(words.split()) == 1:
            marked[i] = replace(piece, kind="furniture", reason="a label of the page")
        elif decks < _DECKS - 1 and _is_headline(words):
            decks += 1
            marked[i] = replace(piece, kind="headline", reason="a line above the running text")


def _is_byline(words: str) -> bool:
    """Whether a line says by whom: names, or what they are; "By Sunday the town was lost" does not."""
    found = _BYLINE.fullmatch(words)
    if found is None or len(words.split()) > _BYLINE_WORDS or found["who"].split()[0] in _DAYS_AND_MONTHS:
        return False
    return is_large(found["who"].replace(",", " "), _SMALL_IN_SIGNATURES)


def _is_signature(words: str) -> bool:
    """Whether a line is made of names: "Daniel McLaughlin", "Albert A. and Zeina K., The Associated Press"."""
    if not is_large(words.replace(",", " "), _SMALL_IN_SIGNATURES) or words.endswith(("?", "!", ":")):
        return False
    if any(word.casefold().endswith(("ed", "ing")) for word in words.split()):
        return False  # "Nine Rebels Killed"
    few = 1 < len(words.split()) <= (2 * _SIGNATURE_WORDS if "," in words else _SIGNATURE_WORDS)
    return few and not any(letter.isdigit() for letter in words)


def _mark_headlines(marked: list[Piece], numbers: range) -> None:
    """The first lines of a text of which none tells of its story."""
    headlines = 0
    for i in numbers:
        words = marked[i].paragraph.text
        if marked[i].kind == "body" and headlines < _DECKS and _is_headline(words) and not is_menu(words):
            headlines += 1
            marked[i] = replace(marked[i], kind="headline", reason="a line above the running text")


def _is_headline(words: str) -> bool:
    if _BULLET.match(words):
        return False  # the first point of a summary
    return 2 <= len(words.split()) <= 30 and not words.rstrip().endswith((".", ":", ","))
