"""Persons that no table has, found by how a sentence presents them.

Whoever says something under a name of two words or more is a person ("Kino Gabriel said"), so is one whose office
stands beside the name: before it ("commander Abu Ali") or behind a comma ("Turki Binali, the chief cleric").
Bodies speak too; the words that name bodies, peoples, days and places are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.events.verbs.signals import REPORTING, Signal, signals_of
from timeline_app.events.who.named import Named, Taken
from timeline_app.events.who.nobody import is_nobody
from timeline_app.events.who.peoples import by_adjective, by_country
from timeline_app.events.who.ranks import is_title, plain_name

_WORD = r"(?:(?:[Aa]l|[Ee]l|[Aa]bd|[Aa]bu)-)?[‘’']?[A-ZÀ-ÖØ-ÞČĆŠŽİŞ][\w’'-]{1,25}"
_PARTICLE = r"(?:al|el|abu|bin|bint|ibn|van|von|de|der|del|di)"
_NO_NAME = (
    r"(?!(?:In|On|At|The|A|An|But|And|As|From|By|For|Of|To|If|After|Before|When|While|Since|Near|Inside|Outside|Under"
    r"|With)\b)"
)
# "Rami Abdel Rahman", "Ryan S. Dillon", "Nouri al-Maliki", "Khaled bin Walid"
_NAME = re.compile(
    rf"(?<![\w-]){_NO_NAME}{_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}|\s[A-Z]\.){{0,3}}\s(?:{_PARTICLE}\s)?{_WORD}(?![\w-])"
)

OFFICES = (
    "president|premier|minister|chancellor|secretary|governor|mayor|envoy|ambassador|diplomat|spokesman|spokeswoman"
    "|spokesperson|chief|head|chairman|chairwoman|chair|director|leader|commander|general|colonel|captain|lieutenant|officer"
    "|official|coordinator|co-ordinator|representative|adviser|advisor|aide|deputy|lawmaker|legislator|senator|politician|member"
    "|cleric|preacher|imam|bishop|archbishop|patriarch|priest|sheikh|judge|prosecutor|lawyer|activist|campaigner|journalist"
    "|reporter|correspondent|photographer|cameraman|editor|analyst|expert|researcher|historian|professor|doctor|surgeon|nurse|medic"
    "|engineer|teacher|pilot|soldier|fighter|militant|jihadist|rebel|negotiator|mediator|founder|co-founder|emir|warlord|smuggler"
    "|witness|resident|businessman|worker|volunteer|brother|father|mother|son|wife|widow"
)
_AN_OFFICE = re.compile(rf"\b(?:{OFFICES})(?![\w-])")
# "commander Abu Ali", "Journalist Adel Rida", "the governor of Homs, Talal Barazi"; not "rebel Aleppo"
_OFFICE_BEFORE = re.compile(
    rf"\b(?i:{OFFICES.replace('|rebel', '').replace('|militant', '')})"
    r"(?:,?\s|\s(?:of|for|at|in|to)\s[^,;:.“”]{2,45},\s)$"
)
# "Turki Binali, the chief cleric of the group, had been killed"; "Tayseer Abu Baker, who leads the front, said"
_OFFICE_BEHIND = re.compile(r",\s(?:who\b|whose\b|\d\d,|(?P<office>[^,;:.“”]{3,90}))")
# Before the subject of a clause
_CLAUSE_OPENS = re.compile(
    r"(?:^\W{0,3}|[,;:–—”\"“]\s?|\b(?:and|but|that|as|while|when|where|after|before|because|since|also|day|earlier|later|yesterday"
    r"|[A-Z]?[a-z]{2,6}day)\s)$"
)
# "Kino Gabriel, its spokesman, said", "Sarah Whitson of the group told", "Karim Rida has said"
_SPEAKS = re.compile(
    r"(?:\sof\s(?:the\s)?[^,;:.“”]{2,50}?)?(?:,\s[^;:“”]{2,120}?,|\s\([^()]{2,40}\))?"
    r"\s(?:(?:has|had|have|also|later|then|yesterday|today|earlier|on\s[A-Z][a-z]{2,5}day)\s){0,2}(?P<verb>[a-z]{3,14})\b"
)
# "...,” said Karim Rida", "according to the activist Karim Rida"
_SAID_BY = re.compile(
    r"(?:[,”\"]\s(?:said|says|added|told|explained|stated|warned|noted)|\b[Aa]ccording\sto)\s(?:[a-z-]{2,14}\s){0,4}$"
)

_NO_PERSON = frozenset(
    "ministry council army forces force party front movement brigade brigades battalion division corps agency"
    " office command committee commission court union league association network center centre institute institution"
    " foundation university hospital school mosque church bridge airport airbase base camp street square road prison"
    " governorate province district city town village region county valley mountain mountains river lake sea island"
    " gate border crossing operation war day news press times post star journal television tv radio channel media"
    " daily telegraph guardian herald tribune report reports watch observatory monitor group organization"
    " organisation society bank company house palace parliament senate assembly congress government administration"
    " department directorate embassy mission team unit guard guards police intelligence security state states"
    " nations kingdom republic emirate emirates caliphate east west north south middle northern southern eastern"
    " western central human rights white red black green free national international united arab islamic muslim"
    " sunni shia shiite shi'ite shi’ite christian druze kurd kurds kurdish alawite yazidi yezidi ismaili jewish"
    " january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday ramadan eid god baladi jazeera arabiya hadath mayadeen manar alam akhbar hayat"
    " watan arabi resolution protocol agreement treaty accord plan conference summit board coalition alliance bloc"
    " doctrine nobel amnesty the a an in on at of and for by from to but if when while after before as it he she"
    " they we this that these those his her its their our some many most all both several two three four five six"
    " seven eight ten no not so then there here now meanwhile however earlier later last next according local syria"
    " iraq lebanon"
    " wadi jabal jebel jabel tell tal deir dayr kafr bab ras ain ayn beit bayt burj qalat nahr".split()
)
"""Words of bodies, peoples, places and days, and those that begin a sentence: no part of a person's name."""

_SPOKEN = REPORTING | {"accusation", "refusal", "threat"}
_RECKONS = frozenset("reckoned thinks thought believes believed argued".split())
_DOES = frozenset(
    "asked called wondered complained lamented hoped hopes put visited met resigned flew travelled traveled".split()
)


def people_in(sentence: str, named: Sequence[Named], no_names: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """The persons that a sentence presents by what they say or are.

    Args:
        sentence: the words.
        named: who is known to be named in them.
        no_names: stretches of them that name places.
    """
    if sentence.istitle() or sentence.isupper():
        return
    taken = Taken(sentence, named)
    for match in _NAME.finditer(sentence):
        words = _own_words(match.group())
        if len(words) < FEWEST or not _is_personal(words):
            continue
        end = match.end()
        start = end - len(" ".join(words))
        if not _is_presented(sentence, start, end) or any(first <= start and end <= last for first, last in no_names):
            continue
        person = Named(start, end, plain_name(sentence[start:end]), "person")
        if taken.take(person):
            yield person


FEWEST = 2
"""Words of a name by which a person is known from a place or a word at a sentence's head."""


def _own_words(name: str) -> list[str]:
    """The words of a name without those before it: "Sunday Dana Farouk", "Journalist Dana Farouk"."""
    words = name.split()
    while len(words) > FEWEST and (words[0].lower() in _NO_PERSON or _AN_OFFICE.fullmatch(words[0].lower())):
        del words[0]
    return words


def _is_presented(sentence: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that it is a person's."""
    before = sentence[max(0, start - 60) : start]
    if _OFFICE_BEFORE.search(before) or _SAID_BY.search(before):
        return True
    behind = _OFFICE_BEHIND.match(sentence, end) if sentence.startswith(",", end) else None
    if behind is not None and (behind["office"] is None or _AN_OFFICE.search(behind["office"])):
        return True
    if _CLAUSE_OPENS.search(before) is None:
        return False
    speaks = _SPEAKS.match(sentence, end)
    return speaks is not None and _shows_person(speaks["verb"])


def speaks_in(sentence: str, one: Named) -> bool:
    """Whether a person says what a sentence tells: "Rida, its spokesman, said", "according to Rida"."""
    if _SAID_BY.search(sentence[max(0, one.start - 60) : one.start]):
        return True
    speaks = _SPEAKS.match(sentence, one.end)
    return speaks is not None and (is_of_saying(speaks["verb"]) or sentence.startswith("went on", speaks.start("verb")))


def is_personal_name(name: str) -> bool:
    """Whether two words or more may be a person's name, by themselves."""
    words = _own_words(name)
    return len(words) >= FEWEST and _is_personal(words)


def is_of_saying(verb: str) -> bool:
    """Whether a finite verb introduces what somebody says: "said", "reckoned"; not "accused"."""
    return verb in _RECKONS or any(one.type in REPORTING and _is_finite(verb, one) for one in signals_of(verb))


def _shows_person(verb: str) -> bool:
    """Whether a finite verb has somebody who speaks for its subject."""
    return verb in _RECKONS | _DOES or any(one.type in _SPOKEN and _is_finite(verb, one) for one in signals_of(verb))


def _is_finite(verb: str, signal: Signal) -> bool:
    return signal.form in ("past", "present") and verb != signal.base


def _is_personal(words: Sequence[str]) -> bool:
    return not is_nobody(words) and not any(
        word.lower() in _NO_PERSON or word in by_adjective() or word in by_country() or word.isupper() for word in words
    )


# "Maher al-Assad", where al-Assad alone is another one
_FIRST_NAME = re.compile(r"(?:^\W{0,3}|[a-z,;:“\"]\s)(?P<first>[A-Z][a-z]{2,12})\s$")
_STYLES = frozenset(
    {"Premier", "Chancellor", "Pope", "Sultan", "Caliph", "Sayyed", "Sayyid", "Sayed", "Prince", "Imam", "Sheik"}
)


def is_namesake(sentence: str, start: int) -> bool:
    """Whether another first name stands before a surname, so that it is another person's."""
    found = _FIRST_NAME.search(sentence[max(0, start - 20) : start])
    if found is None:
        return False
    first = found["first"]
    return not (is_title(first.lower()) or first.lower() in _NO_PERSON or first in by_adjective() or first in _STYLES)
