"""What each paragraph is: story, headline, byline, caption, advert, a reader's comment, boilerplate.

Three steps, each with its reason kept on the zone: formulas and shapes of single lines; the head of the page;
and the end of the story, found as the change point after which paragraphs no longer report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from timeline_app.documents.beginnings import lowered
from timeline_app.documents.datelines import find_dateline
from timeline_app.documents.formulas import bare, match_formula
from timeline_app.documents.head import find_head
from timeline_app.documents.language import language_of
from timeline_app.documents.paragraphs import Paragraph, paragraphs
from timeline_app.documents.pieces import SENTENCE_END, Piece, is_prose
from timeline_app.documents.stamp_lines import labelled_stamps
from timeline_app.documents.voice import comment_score
from timeline_app.model import Zone, ZoneKind

_LABEL_WORDS = 6
"""Words of a label above a list of other articles, at most."""
_LINK_WORDS = 25
"""Words of one headline in such a list, at most."""
_LEAST_TAIL = 2.6
"""Sum of scores from which paragraphs at the end are no longer the story."""
_LEAST_CONTRAST = 1.5
_LEAST_CONTRAST_HEADED = 1.0
"""Difference of mean voice from which what follows is somebody else's talk."""
_ENDING = 2.0
"""What a formula that stands after stories adds to that sum."""
_RHYTHM = 0.8
"""What a wider gap than the story's own adds: pages set readers' comments apart."""

_LINK_ONLY = re.compile(r"(?:[\w &/'’-]{0,40}:\s{0,3})?(?:\W{0,5}!?\[[^\[\]]{1,200}\]\([^()\s]{0,500}\)){1,30}\W{0,5}")
_URL_ONLY = re.compile(r"[\s<(*]{0,5}(?:https?://|www\.)\S{1,500}[\s>)*]{0,5}")
# "العربية | English": the languages of a page
_MENU = re.compile(r"[^\s|]{1,20}(?:\s{1,2}\|\s{1,2}[^\s|]{1,20}){1,12}")
# "Airline earns 233 mln  • Gold futures rise  • Film festival opens": headlines of other articles
_TICKER = re.compile(r"[^•\n]{3,160}(?:\s{1,3}•\s{1,3}[^•\n]{3,160}){3,40}")
_CRUMBS = re.compile(r"[^.!?>»›|/]{1,40}(?:\s{1,3}[>»›|/→]\s{1,3}[^.!?>»›|/→]{1,60}){2,10}")
# "Army enters the town after a siege | Syria News | Example": a page's name as browsers show it, no trail of pages
_NAMES_ITS_SITE = re.compile(r"(?=[^|]* [a-z]{3,} )(?:[^\s|]+ ){3,20}[^\s|]+\s\|\s")
# "— aris roussinos (@arisroussinos) September 1, 2017": how a tweet set into a page is signed
_TWEET = re.compile(r"[—–-]{1,2}\s{0,3}[^\n]{1,80}\(\s{0,2}@\w{1,20}\s{0,2}\)[^\n]{0,80}")
_TWEET_LINK = re.compile(r"(?:https?://t\.co/|pic\.twitter\.com/)\w{1,20}")
_NAME_LINE = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}")
_RULE = re.compile(r"[\W_]{1,200}")
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


@dataclass(frozen=True, slots=True)
class Look:
    """What can be told of a text's paragraphs before the publisher is known."""

    text: str
    pieces: list[Piece]
    voices: list[float]
    outlet: str = ""
    title: str = ""


def find_zones(text: str, marks: Sequence[Zone] = (), publisher: str = "") -> tuple[Zone, ...]:
    """The zones of a text, in order, covering every paragraph of it.

    Args:
        text: the document's text.
        marks: zones that the file's own structure tells; they win.
        publisher: name of the publisher, "" when unknown: its words about itself are no story.
    """
    return zones_of(look_at(text, marks), publisher)


def look_at(text: str, marks: Sequence[Zone] = ()) -> Look:
    """The first steps of `find_zones`, which a publisher found later changes nothing in."""
    pieces = [_first_look(paragraph) for paragraph in paragraphs(text, marks)]
    pieces = _apply_marks(pieces, marks)
    pieces = _embeds(pieces)
    pieces = _lists_of_links(pieces)
    head = find_head(pieces)
    pieces = _lines_below(_subheadings(head.pieces))
    language = language_of(text)
    return Look(text, pieces, [_voice(piece, language) for piece in pieces], head.outlet, head.title)


def zones_of(look: Look, publisher: str) -> tuple[Zone, ...]:
    """The last steps of `find_zones`."""
    return _split_openings(look.text, _end(look.pieces, look.voices, publisher))


def _first_look(paragraph: Paragraph) -> Piece:
    """What a paragraph is by its own shape and wording."""
    words = paragraph.text
    if _RULE.fullmatch(words):
        return Piece(paragraph, "furniture", "no letters in it")
    formula = match_formula(words)
    if formula:
        reason = f"a formula of web pages, as {formula.example!r}"
        return Piece(paragraph, formula.kind, reason, _ENDING if formula.ends else 0.0)
    for pattern, reason in (
        (_URL_ONLY, "only a link"),
        (_LINK_ONLY, "only links"),
        (_CRUMBS, "a trail of page names"),
        (_MENU, "a menu of the page"),
        (_TICKER, "headlines of other articles in one line"),
    ):
        if pattern.fullmatch(words) and not (pattern is _CRUMBS and _NAMES_ITS_SITE.match(words)):
            return Piece(paragraph, "furniture", reason)
    if _PICTURE.fullmatch(words):
        return Piece(paragraph, "caption", "a line that ends with its day, as captions of pictures do")
    if _is_data(words):
        return Piece(paragraph, "furniture", "data or code of the page")
    return Piece(paragraph, "body")


# "A guard waits beside the buses, April 24, 2017. (Agency)": what is seen in a picture, its day at the end
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_SEEN = (
    r"(?:stands?|sits?|waits?|walks?|looks?|inspects?|poses?|waves?|billows?|rises?|peers?|gestures?|is seen|are seen"
    r"|pictured|(?:Traffic|View|Scene|Smoke|Damage|Ruins|Rubble|Aerial)\b(?=[^,]{0,80}\b(?:in|at|of|on|near)\b))"
)
_CREDIT = r"(?:\s{0,2}(?:\([^()\n]{2,60}\)|(?:Photo(?:graph)?|Picture|Image|Credit|Source)?:?\s?[A-Z/][\w/.: ]{1,50}))"
_PICTURE = re.compile(
    rf"(?=[^\n]{{0,160}}\b{_SEEN})(?!.*\b(?:said|says?|told|according|killed|was|were|had)\b)[A-Z“][^.!?:\n]{{20,220}}"
    r",\s(?:on\s)?(?:[A-Z][a-z]{2,8}day,?\s)?"
    rf"(?:{_MONTHS}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{_MONTHS},?\s\d{{4}})\.?{_CREDIT}?\.?"
)
_DATA_SHARE = 0.1
"""Brackets, quotation marks, backslashes and signs of code among the letters of a line that is no prose."""
_OF_DATA = re.compile(r"[{}\[\]\"\\<>=;_|]")
# '"id":', '\\"title\\":', 'function(', '};', 'var x ='
_DATA = re.compile(r"\"\s{0,2}:\s{0,2}[\[{\"\\\d]|\bfunction\s?\(|\}\s?;|\bvar\s\w+\s?=|\{\s?\\?\"|</?\w+[\s>]")


def _is_data(words: str) -> bool:
    """Whether a line is data or code that a page spilt into its text, such as what a dump of a variable prints."""
    if '"' not in words and "{" not in words and "<" not in words:
        return False
    return _DATA.search(words) is not None and len(_OF_DATA.findall(words)) > _DATA_SHARE * len(words)


def _apply_marks(pieces: list[Piece], marks: Sequence[Zone]) -> list[Piece]:
    marked, i = [], 0
    for piece in pieces:
        while i < len(marks) and marks[i].end <= piece.paragraph.start:
            i += 1
        mark = marks[i] if i < len(marks) and marks[i].start < piece.paragraph.end else None
        if mark:
            marked.append(replace(piece, kind=mark.kind, reason=mark.reason, end_score=0.0))
        else:
            marked.append(piece)
    return marked


def _embeds(pieces: list[Piece]) -> list[Piece]:
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


def _lists_of_links(pieces: list[Piece]) -> list[Piece]:
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


def _subheadings(pieces: list[Piece]) -> list[Piece]:
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


def _lines_below(pieces: list[Piece]) -> list[Piece]:
    """Lines under a story's last paragraph: stamps; and headlines of others, that end no sentence and give no day."""
    prose = [i for i, piece in enumerate(pieces) if is_prose(piece)]
    if len(prose) < _LEAST_STORY:
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
    rf"^\W{{0,3}}(?:[-–—•*·▪●]|\d{{1,2}}[.):])|\b{_MONTHS}\b|\b(?:19|20)\d\d\b|\d[:.]\d\d|:$|^[^:]{{1,24}}:\s.*\.$"
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


def _end(pieces: list[Piece], voices: list[float], publisher: str) -> list[Piece]:
    """Cut where paragraphs stop reporting: first what the publisher adds, then what readers say.

    Each end is a change point: the suffix whose scores add up to most. Running text of the story counts
    against an end; formulas that stand after stories, a publisher's talk of itself and readers' talk count
    for it; what stands between paragraphs of a story (adverts, captions) counts for nothing.
    """
    sales = [_sale(piece, voice, publisher) for piece, voice in zip(pieces, voices, strict=True)]
    end = min(_change_point(pieces, sales), _signed_off(pieces))
    talk = [
        (piece.end_score if piece.kind in ("comment", "share") else 0.0) if piece.kind != "body" else voice + rhythm
        for piece, voice, rhythm in zip(pieces[:end], voices, _rhythm(pieces), strict=False)
    ]
    readers = _change_point(pieces[:end], talk)
    if not _is_talk(pieces[:end], voices, readers):
        readers = end
    elif readers < end:
        readers = _first_of_talk(pieces, voices, readers)
    talks = (_numbered_talk(pieces[:end], voices), _dated_talk(pieces[:end], voices), _headed_talk(pieces[:end]))
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


def _first_of_talk(pieces: Sequence[Piece], voices: Sequence[float], start: int) -> int:
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


def _numbered_talk(pieces: Sequence[Piece], voices: Sequence[float]) -> int:
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
    rf"\W{{0,3}}(?:[^\W\d][\w.@()’'-]{{1,24}}\s){{0,3}}(?:(?:says|said|wrote|writes|posted|commented|replied):?\s)?(?:\d{{1,2}}\s{_MONTHS}\.?,?\s\d{{4}}|{_MONTHS}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:,|\sat|\s[-–|])?\s{1,2}\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\W{0,3}",
    re.I,
)
_LEAST_STORY = 3
"""Paragraphs of a story above the first stamp of readers' talk; what is told live begins with one."""


def _dated_talk(pieces: Sequence[Piece], voices: Sequence[float]) -> int:
    """Where lines that are nothing but day and hour part what readers wrote below a story."""
    above = list(accumulate(map(is_prose, pieces), initial=0))  # the story's own stamp stands above it
    stamps = [
        at
        for at, piece in enumerate(pieces)
        if above[at] >= _LEAST_STORY and _WRITTEN_AT.fullmatch(piece.paragraph.text)
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


def _headed_talk(pieces: Sequence[Piece]) -> int:
    """Where "Comments (2)" stands below a story and a reader's name right under it, alone or before his words."""
    above = list(accumulate(map(is_prose, pieces), initial=0))
    for at, (head, below) in enumerate(pairwise(pieces)):
        words = below.paragraph.text
        named = _HANDLE.fullmatch(words) is not None and not is_prose(below)
        named = named or _HANDLE_SAYS.match(words) is not None
        if above[at] >= _LEAST_STORY and _HEADS_TALK.fullmatch(head.paragraph.text) and named:
            return at
        heads = head.kind == "comment" and _HEADS_READERS.match(head.paragraph.text) is not None
        if above[at] >= _LEAST_STORY and heads and _are_all_said(pieces[at + 1 :]):
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


def _is_talk(pieces: Sequence[Piece], voices: Sequence[float], end: int) -> bool:
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
    return len(told) < _LEAST_STORY <= len(account) and sum(map(len, account)) > _MUCH_MORE * sum(map(len, told))


_MUCH_MORE = 3


def _ended(piece: Piece, kind: ZoneKind, score: float) -> Piece:
    if piece.kind != "body":
        return piece
    return replace(piece, kind=kind, reason=f"after the end of the story (score {score:+.1f})")


def _voice(piece: Piece, language: str) -> float:
    words = piece.paragraph.text
    if piece.kind != "body":
        return 0.0
    if len(words.split()) <= 4 and _NAME_LINE.fullmatch(words):
        return 0.3
    return comment_score(words, language)


def _rhythm(pieces: Sequence[Piece]) -> list[float]:
    """What gaps wider than the story's own add, where they come again and again."""
    prose = [i for i, piece in enumerate(pieces) if is_prose(piece)]
    usual = _usual_gap(pieces)
    wider = [bool(prose) and i > prose[0] and piece.paragraph.gap > usual for i, piece in enumerate(pieces)]
    bonus = _RHYTHM if sum(wider) >= 3 else 0.0
    return [bonus * wide for wide in wider]


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


def _split_openings(text: str, pieces: Sequence[Piece]) -> tuple[Zone, ...]:
    """Zones of the pieces; a dateline or stamp that opens a paragraph is a zone of its own.

    The story's first paragraph may stand behind a line of the page or the caption of a picture.
    """
    zones: list[Zone] = []
    paragraphs = 0
    for piece in pieces:
        start, end = piece.paragraph.start, piece.paragraph.end
        if piece.kind == "body" and paragraphs < _MOST_BEFORE_DATELINE:
            paragraphs += is_prose(piece)
            opening = find_dateline(text, start, end)
            if opening and opening < end:
                paragraphs = _MOST_BEFORE_DATELINE
                zones.append(Zone(start, opening, "dateline", "place and time before the first sentence"))
                start = opening
        zones.append(Zone(start, end, piece.kind, piece.reason))
    return tuple(zones)


_MOST_BEFORE_DATELINE = 2
"""Paragraphs of prose that may open a story: a caption, and the first one told."""
