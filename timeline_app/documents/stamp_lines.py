"""Stamp lines: "Published: 2 September 2017", "Global Research, September 04, 2017", "12-02-19 12:56:00,"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from timeline_app.documents.formulas import bare
from timeline_app.documents.menus import entries, is_section, menu_words
from timeline_app.documents.stamps import Stamp, find_stamps

StampRole = Literal["published", "updated", "plain"]

_LONGEST = 300
"""Characters of a line with a stamp in it; link targets count."""
_MOST_OTHER_WORDS = 10
"""Words beside date, clock and labels that a stamp line may have: names of author, place and publisher."""

# "This article was first published"
_OF_THE_TEXT = r"th(?:is|e) (?:article|story|report|post|page|piece) (?:was|has been) (?:first |originally |last )?"
_PUBLISHED = (
    rf"{_OF_THE_TEXT}(?:published|posted)|(?:first|originally) published"
    r"|published date|published|publication date|date of publication|pub date"
    r"|posted|issued|released|made public|date|dated|created|gepubliceerd|geplaatst|datum|veröffentlicht"
    r"|erschienen|publié|publication|mis en ligne|publicado|fecha|pubblicato|data|publicada|дата"
    r"|опубликовано|yayınlanma|tarih|publicerad|تاريخ النشر|نشر|نُشر|نشرت"
)
_UPDATED = (
    rf"{_OF_THE_TEXT}(?:updated|modified|edited)"
    r"|last updated?|latest update|updated|last modified|modified|revised|edited|bijgewerkt|laatst gewijzigd"
    r"|gewijzigd|aktualisiert|mis à jour|modifié|actualizado|aggiornato|atualizado|обновлено"
    r"|güncelleme|güncellenme|uppdaterad|آخر تحديث|تحديث"
)
_LABEL = re.compile(
    r"(?<!\w)(?:(?P<updated>"
    + _UPDATED
    + r")|(?P<published>"
    + _PUBLISHED
    + r"))(?!\w)(?:\s{1,2}(?:on|at|le|am|op|el|il|em))?(?!\w)\s{0,2}:?",
    re.I,
)

# "12:56:00", "1:55 P.M. EDT", "13h55", "at 10:33am", "T13:55:00Z"
_CLOCK = re.compile(
    r"(?<!\w)(?:at |T|@ |um |à |om "
    r"|a las )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:Z"
    r"|[+-]\d{2}:?\d{2}|\(?(?:GMT|UTC|E[SD]?T|C[SD]T|P[SD]T|CES?T|EES?T|BST|MSK|AST"
    r"|IST)(?:[+-]\d{1,2})?\)?))?(?!\w)",
    re.I,
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
    r"|الأحد)\b\.?,?",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]{0,40}")
_SMALL = frozenset(
    (
        "by at on in of the and from for & with von vom am um par le la les de du des el "
        "los las por y del di da door van op der die das und min read reading time mins minute minutes hour hours "
        "comments comment views times edt est pm admin staff editor a an our writer correspondent font size s"
    ).split()
)
# "Harbour blog, by T. Reed | 4 September 2017", "Reporting period 5-11 November | Issued 12 November 2018"
_IN_LAST_CELL = re.compile(r"\s[|•·]\s{0,2}(?:" + _PUBLISHED + r")?\s?(?:on\s)?:?\s?$", re.I)
_DESCRIBING = frozenset(
    """blog report reporting period compiled statement press release bulletin newsletter update daily weekly
    monthly summary situation analysis investigation special feature column series desk agency team photo photos
    text words reporter writer correspondent contributor issue number edition online news post article note
    brief briefing week month""".split()
)
_MOST_DESCRIBING = 3
"""Words of no name beside a date in the last cell of a line: "blog", "reporting period"."""
# "28 March 2015: Seizure of Idlib by rebels"
_ENTRY = re.compile(r"\s{0,2}:\s{1,3}\w+\s\w+\s\w")
# "teleSUR"; not "al-Bab"
_BRAND = re.compile(r"[a-z]+[A-Z]")
_SENTENCE = re.compile(r"[!?;]|[a-z]\.\s|[a-z]{2}\.$")

# A label and a date, or a date alone, before a dateline or a dash: " date 2017-08-23 BEIRUT, LEBANON"
_OPENING = re.compile(r"[\s\W]{0,10}(?:" + _PUBLISHED + r")\s{0,2}:?\s{1,2}", re.I)


@dataclass(frozen=True, slots=True)
class StampLine:
    """The stamps of one line; offsets are of the line.

    Attributes:
        stamps: each with the role its label gives it.
        name: the publisher or author that stands beside, "" when none does.
    """

    stamps: tuple[tuple[StampRole, Stamp], ...]
    name: str = ""


def stamp_of(line: str) -> StampLine | None:
    """The stamps of a line that is made of dates, clock times, labels and names; None for any other line."""
    if len(line) > _LONGEST:
        return None
    stamps = find_stamps(line)
    if not stamps:
        return None
    if _ENTRY.match(line, stamps[0].end) and not line[: stamps[0].start].strip(" *•-–"):
        return None
    rest = _without(line, stamps)
    others = _WORD.findall(rest)
    lower = [
        word
        for word in others
        if word[0].islower() and not _BRAND.match(word) and word.rstrip(".") not in _SMALL | menu_words()
    ]
    described = (
        len(lower) <= _MOST_DESCRIBING
        and _DESCRIBING.issuperset(lower)
        and _IN_LAST_CELL.search(line[: stamps[0].start]) is not None
    )
    if len(others) > _MOST_OTHER_WORDS or (lower and not described) or _SENTENCE.search(rest.strip()):
        return None
    return StampLine(tuple((_role(line, stamp), stamp) for stamp in stamps), _name(line, stamps[0]))


# "SEPTEMBER 6, 2017  TARA, MALTA—The army"
_PLACE_IN_CAPITALS = re.compile(r"[\s|,–—-]{1,5}[A-Z][A-Z’' -]{2,30}(?:,\s[A-Z][A-Za-z’' ]{2,20})?\s{0,2}[–—-]")


def opening_stamp(paragraph: str) -> tuple[StampRole, Stamp] | None:
    """A date that a running paragraph begins with: labelled, or before a place in capitals.

    "date 2017-08-23 BEIRUT, LEBANON ...", "SEPTEMBER 6, 2017  TARA, MALTA—The army".
    """
    label = _OPENING.match(paragraph[:80])
    if not label:
        stamps = find_stamps(paragraph, 0, min(len(paragraph), 40))
        before_place = bool(stamps) and stamps[0].start == 0 and _PLACE_IN_CAPITALS.match(paragraph, stamps[0].end)
        return ("plain", stamps[0]) if before_place else None
    stamps = find_stamps(paragraph, label.end(), min(len(paragraph), label.end() + 40))
    return ("published", stamps[0]) if stamps and stamps[0].start == label.end() else None


def labelled_stamps(line: str) -> StampLine | None:
    """The stamps of a line anywhere on the page, when it says that they are of publication."""
    found = stamp_of(line)
    if not found:
        return None
    labelled = tuple((role, stamp) for role, stamp in found.stamps if role != "plain")
    return StampLine(labelled, found.name) if labelled else None


# "Posted on 09/15/2017 by Staff | Tags: Aleppo, strikes"
_FILED = re.compile(
    r"(?:\sin\s[A-Z][\w &]{2,30}\.)?(?:\s[|·•]|(?<=\.))\s{0,2}"
    r"(?:(?:tags?|categor(?:y|ies)|topics?|section)\s?:|tagged|filed under)\s.*$"
    r"|(?<=[apAP][mM])\s\([^()]{5,300}\)$",  # "June 5, 2013 at 9:45 pm (war, human rights)"
    re.I,
)
_EMAIL = re.compile(r"(?<!\S)[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}(?!\S)|(?<!\S)@\w{2,30}(?!\S)")
# "Editor: yan", "by willyloman"
_HAND = re.compile(r"\b(?:(?:editor|source|author|reporter)\s?:\s?|by\s)[\w.-]{2,24}(?=\W{0,3}$|\s[|·•])", re.I)
_ALL_TIMES = re.compile(r"\ball times(?:\s(?:stated|shown|given|are|in)){0,3}\s[A-Z]{2,4}\b\.?", re.I)
_AGO = re.compile(
    r"\b(?:(?:last\s)?updated?|modified|published|posted)\s?:?"
    r"(?:\s(?:an?|one|\d{1,3})\s(?:second|minute|hour|day|week|month|year)s?){1,2}\sago\b"
    r"|(?<=[/|·])\s{0,2}(?:an?|one|\d{1,3})\s(?:second|minute|hour|day|week|month|year)s?\sago\b",
    re.I,
)
# "; Page A12", as pages of printed papers are cited
_FOLIO = re.compile(r"(?:[;,|]\s{0,2}|\b)(?:page|p\.)\s?[A-Z]{0,2}\d{1,3}\b", re.I)
# "by J. Doe on 3 May 2018 in Coast News, Politics", with the stamp taken out
_SECTIONS = re.compile(r"\s(?:on\s{1,3})?in\s[A-Z][\w&-]{1,20}(?:,?\s(?:and\s|&\s)?[A-Z][\w&-]{1,20}){0,7}$")


def _without(line: str, stamps: list[Stamp]) -> str:
    for stamp in reversed(stamps):
        line = line[: stamp.start] + " " + line[stamp.end :]
    for pattern in (_EMAIL, _FILED, _SECTIONS, _AGO, _FOLIO, _CLOCK, _WEEKDAY, _HAND, _ALL_TIMES, _LABEL):
        line = pattern.sub(" ", line)
    return bare(line)


def _role(line: str, stamp: Stamp) -> StampRole:
    """The label nearest before a stamp is its own."""
    role: StampRole = "plain"
    for label in _LABEL.finditer(line, 0, stamp.start):
        role = "updated" if label["updated"] else "published"
    return role


# "by Jane Doe": who wrote it is no outlet, "by Naharnet Newsdesk" and "By Reuters Staff" are of one
_BY = re.compile(r"(?:posted\s|written\s)?(?:by|von|par|por|door|di)\b\s?:?\s*", re.I)
_OF_A_DESK = re.compile(r"\b(?:news\w*|desk|staff|agenc(?:y|ies)|press|reuters|afp|media|wire|team)\b", re.I)
_NAMES_ITSELF = re.compile(r"(?:source|publisher|via)\s?:\s*|\s+on$", re.I)
NOBODY = frozenset({"admin", "administrator", "editor", "staff", "guest", "anonymous", "newsroom"})
"""Who stands beside a day without being an outlet."""


def _name(line: str, stamp: Stamp) -> str:
    """A name before the first stamp: "Global Research, September 04, 2017"."""
    named = ""
    for part in entries(_LABEL.sub(" ", _ALL_TIMES.sub(" ", bare(line[: stamp.start])))):
        words = _WEEKDAY.sub(" ", part).strip(" ,|–—-·:")
        by = _BY.match(words)
        if by and not _OF_A_DESK.search(words):
            continue
        words = _NAMES_ITSELF.sub("", words[by.end() :] if by else words).strip(" ,|–—-·:")
        few = words and len(words.split()) <= _NAME_WORDS and words[0].isupper()
        if few and not any(map(str.isdigit, words)) and not is_section(words) and words.casefold() not in NOBODY:
            named = words
    return named


_NAME_WORDS = 5
