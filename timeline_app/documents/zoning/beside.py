"""What a paragraph is by those beside it: posts set into a page, lists of links, subheadings, lines below a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.documents.formulas import bare, match_formula
from timeline_app.documents.pieces import SENTENCE_END, Piece, is_prose
from timeline_app.documents.stamp_lines import labelled_stamps
from timeline_app.documents.zoning.single import MONTHS

_LABEL_WORDS = 6
"""Words of a label above a list of other articles, at most."""

_LINK_WORDS = 25
"""Words of one headline in such a list, at most."""

# "— aris roussinos (@arisroussinos) September 1, 2017": how a tweet set into a page is signed
_TWEET = re.compile(r"[—–-]{1,2}\s{0,3}[^\n]{1,80}\(\s{0,2}@\w{1,20}\s{0,2}\)[^\n]{0,80}")
_TWEET_LINK = re.compile(r"(?:https?://t\.co/|pic\.twitter\.com/)\w{1,20}")


def with_embeds(pieces: list[Piece]) -> list[Piece]:
    """Posts set into a page: the signature line, and the words of the post above it."""
    marked = list(pieces)
    for i, piece in enumerate(pieces):
        if not _TWEET.fullmatch(bare(piece.paragraph.text)):
            continue
        marked[i] = replace(piece, kind="embed", reason="signature of a post set into the page", end_score=0.0)
        for j in range(i - 1, max(i - 5, -1), -1):
            if not (_TWEET_LINK.search(pieces[j].paragraph.text) or j == i - 1 or pieces[j + 1].paragraph.gap == 1):
                break
            if len(pieces[j].paragraph.text) > 400:
                break
            marked[j] = replace(pieces[j], kind="embed", reason="a post set into the page", end_score=0.0)
    return marked


def with_lists_of_links(pieces: list[Piece]) -> list[Piece]:
    """Headlines of other articles: lines that end no sentence, under a label of the page ("Related articles").

    Only below the story's first running text: the story's own headline stands under the page's menu.
    """
    first = next((i for i, piece in enumerate(pieces) if is_prose(piece)), len(pieces))
    listed, under_label = list(pieces), False
    for i, piece in enumerate(pieces[first:], start=first):
        words = piece.paragraph.text
        if piece.kind == "furniture":
            under_label = under_label or _is_label(words)
        elif under_label and piece.kind == "body" and _is_link_text(words):
            listed[i] = replace(piece, kind="furniture", reason="a line in a list of other articles")
        else:
            under_label = False
    return listed


def _is_label(words: str) -> bool:
    """A formula that says nothing itself: "Related articles", not "Read more: Convoy leaves" nor a rule."""
    return len(words.split()) <= _LABEL_WORDS and match_formula(words) is not None and ": " not in bare(words)


def _is_link_text(words: str) -> bool:
    return len(words.split()) <= _LINK_WORDS and not SENTENCE_END.search(words)


def with_subheadings(pieces: list[Piece]) -> list[Piece]:
    """Lines between two paragraphs of the story that end no sentence: they repeat what is told below.

    A line with a day may be the dated heading of a chronology or a sentence that lost its stop, and lines that follow
    each other are a list.
    """
    marked = list(pieces)
    chapters = [i for i in range(len(pieces) - 1) if _opens_a_chapter(pieces, i)]
    for i in range(1, len(pieces) - 1):
        if is_prose(pieces[i + 1]) and _is_subheading(pieces[i]):
            above = i - 1 - _heads_a_chapter(pieces[i - 1])
            numbered = i in chapters and len(chapters) > 1
            if numbered or (above >= 0 and is_prose(pieces[above])):
                heads = range(i if numbered else above + 1, i + 1)
                for at in heads:
                    marked[at] = replace(pieces[at], kind="headline", reason="a line between two paragraphs")
        if pieces[i].kind == "body" and _BETWEEN_DASHES.fullmatch(pieces[i].paragraph.text):
            marked[i] = replace(pieces[i], kind="headline", reason="a line between dashes")
    return marked


def with_lines_below(pieces: list[Piece]) -> list[Piece]:
    """Lines under a story's last paragraph: stamps; and headlines of others, that end no sentence and give no day."""
    prose = [i for i, piece in enumerate(pieces) if is_prose(piece)]
    if len(prose) < LEAST_STORY:
        return pieces
    marked = list(pieces)
    for i, piece in enumerate(pieces[prose[-1] + 1 :], start=prose[-1] + 1):
        words = piece.paragraph.text
        few = len(words.split()) <= _SUBHEADING_WORDS
        if piece.kind == "body" and few and labelled_stamps(words):
            marked[i] = replace(piece, kind="stamp", reason="a line that says when it was published")
        elif piece.kind == "body" and few and _is_link_text(words) and not _MAY_TELL.search(words):
            marked[i] = replace(piece, kind="furniture", reason="a line under the story, as headlines of others stand")
    return marked


# "- Guards take the mill", "3 May: guards take the mill", "Gunmen: nine": a list goes on
_MAY_TELL = re.compile(
    rf"^\W{{0,3}}(?:[-–—•*·▪●]|\d{{1,2}}[.):])|\b{MONTHS}\b|\b(?:19|20)\d\d\b|\d[:.]\d\d|:$|^[^:]{{1,24}}:\s.*\.$"
)
# "I. First reports", "B. The strike"
_CHAPTER_MARK = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]\s{1,3}[A-Z]")
# "- Resolution ignored -", as agencies write their subheadings
_BETWEEN_DASHES = re.compile(r"(?P<dash>[-–—*=]{1,3})\s{1,2}[^.;:]{3,60}\s{1,2}(?P=dash)")


def _is_subheading(piece: Piece) -> bool:
    words = piece.paragraph.text
    if piece.kind == "body" and _is_title_case(words):
        return True
    short = 2 <= len(words.split()) <= _SUBHEADING_WORDS and words[:1].isupper()
    return piece.kind == "body" and short and not _ENDS_SOMEHOW.search(words) and not _DIGIT.search(words)


def _opens_a_chapter(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a short line with a Roman number or a letter stands over running text: "II. Findings"."""
    words = pieces[at].paragraph.text
    short = len(words.split()) <= _SUBHEADING_WORDS // 2 and _is_subheading(pieces[at])
    return short and _CHAPTER_MARK.match(words) is not None and is_prose(pieces[at + 1])


def _heads_a_chapter(piece: Piece) -> bool:
    """Whether a line is a few words over a subheading: "When it happened"; longer ones are a list."""
    return _is_subheading(piece) and len(piece.paragraph.text.split()) <= _CHAPTER_WORDS


_CHAPTER_WORDS = 3


def _is_title_case(words: str) -> bool:
    """Whether a line that ends no sentence writes nearly all its words large, as headlines of other articles do."""
    long = [word for word in words.split() if len(word) > _SMALL_WORD]
    if not _LEAST_TITLE <= len(long) <= _LINK_WORDS or SENTENCE_END.search(words):
        return False
    return sum(word[:1].isupper() for word in long) >= _TITLE_SHARE * len(long)


_SMALL_WORD = 3
"""Letters of words that headlines write small: "of", "the"."""

_LEAST_TITLE = 5
_TITLE_SHARE = 0.9
_SUBHEADING_WORDS = 12
_ENDS_SOMEHOW = re.compile(r"[.!?…:;,؟\"”’»)\]-]$")
_DIGIT = re.compile(r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today)\b")
LEAST_STORY = 3
"""Paragraphs of a story above the first stamp of readers' talk; what is told live begins with one."""
