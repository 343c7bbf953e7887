"""Persons that no table has, found by how a sentence presents them.

Whoever says something under a name of two words or more is a person ("Kino Gabriel said"), so is one whose office stands
beside the name: before it ("commander Abu Ali", "the lawyer Sami Nasr") or behind a comma ("Turki Binali, the chief cleric").
Bodies speak too; the words that name bodies, peoples, days and places are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.events.verbs.signals import signals_of
from timeline_app.events.who.named import Named, are_apart
from timeline_app.events.who.peoples import by_adjective, by_country

_WORD = r"(?:(?:[Aa]l|[Ee]l|[Aa]bd|[Aa]bu)-)?[‘’']?[A-ZÀ-ÖØ-ÞČĆŠŽİŞ][\w’'-]{1,25}"
_PARTICLE = r"(?:al|el|abu|bin|bint|ibn|van|von|de|der|del|di)"
# "Rami Abdel Rahman", "Ryan S. Dillon", "Nouri al-Maliki", "Khaled bin Walid"
_NO_NAME = r"(?!(?:In|On|At|The|A|An|But|And|As|From|By|For|Of|To|If|After|Before|When|While|Since|Near|Inside|Outside|Under|With)\b)"
_NAME = rf"(?<![\w-]){_NO_NAME}{_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}|\s[A-Z]\.){{0,3}}\s(?:{_PARTICLE}\s)?{_WORD}"

OFFICES = (
    "president|premier|minister|chancellor|secretary|governor|mayor|envoy|ambassador|diplomat|spokesman|spokeswoman"
    "|spokesperson|chief|head|chairman|chairwoman|chair|director|leader|commander|general|colonel|captain|lieutenant|officer"
    "|official|coordinator|co-ordinator|representative|adviser|advisor|aide|deputy|lawmaker|legislator|senator|politician|member"
    "|cleric|preacher|imam|bishop|archbishop|patriarch|priest|sheikh|judge|prosecutor|lawyer|activist|campaigner|journalist"
    "|reporter|correspondent|photographer|cameraman|editor|analyst|expert|researcher|historian|professor|doctor|surgeon|nurse|medic"
    "|engineer|teacher|pilot|soldier|fighter|militant|jihadist|rebel|negotiator|mediator|founder|co-founder|emir|warlord|smuggler"
    "|witness|resident|businessman|worker|volunteer|brother|father|mother|son|wife|widow"
)
_AN_OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
# "commander Abu Ali", "co-chair Ilham Ahmed"; not "rebel Aleppo"
_OFFICE_BEFORE = re.compile(
    rf"\b(?:[a-z]+-)?(?:{OFFICES.replace('|rebel', '').replace('|militant', '')}),?\s(?P<name>{_NAME})(?![\w-])"
)
# "Turki Binali, the chief cleric of the group, had been killed"; "Tayseer Abu Baker, who leads the front, said"
_OFFICE_BEHIND = re.compile(
    rf"(?P<name>{_NAME}),\s(?:who\b|whose\b|\d\d,|(?P<office>(?:(?:the|an?|its|their|his|her|one|a)\s)?[^,;:.“”]{{3,90}}))"
)
# Before the subject of a clause
_OPENS = r"(?:^\W{0,3}|[,;:–—”\"“]\s?|\b(?:and|but|that|as|while|when|where|after|before|because|since|also|day|earlier|later|[A-Z]?[a-z]{2,6}day|yesterday)\s)"
# "Sarah Whitson of the group told", "Kino Gabriel, its spokesman, said", "Karim Rida has said"
_SPEAKS = re.compile(
    rf"{_OPENS}(?P<name>{_NAME})(?:\sof\s(?:the\s)?[^,;:.“”]{{2,50}}?)?(?:,\s[^;:“”]{{2,120}}?,|\s\([^()]{{2,40}}\))?"
    r"\s(?:(?:has|had|have|also|later|then|yesterday|today|earlier|on\s[A-Z][a-z]{2,5}day)\s){0,2}(?P<verb>[a-z]{3,14})\b"
)
# "...,” said Karim Rida", "according to Karim Rida", "as Karim Rida put it"
_SPOKEN_BEHIND = re.compile(
    rf"(?:[,”\"]\s(?:said|says|added|told|explained|stated|warned|noted)|\b[Aa]ccording\sto)\s(?:(?:the|its|an?|[a-z-]{{3,14}})\s){{0,4}}(?P<name>{_NAME})(?![\w-])"
)

_NO_PERSON = frozenset(
    "ministry council army forces force party front movement brigade brigades battalion division corps agency office command"
    " committee commission court union league association network center centre institute institution foundation university"
    " hospital school mosque church bridge airport airbase base camp street square road prison governorate province district"
    " city town village region county valley mountain mountains river lake sea island gate border crossing operation war day"
    " news press times post star journal television tv radio channel media daily telegraph guardian herald tribune report reports"
    " watch observatory monitor group organization organisation society bank company house palace parliament senate assembly"
    " congress government administration department directorate embassy mission team unit guard guards police intelligence"
    " security state states nations kingdom republic emirate emirates caliphate east west north south middle northern southern"
    " eastern western central human rights white red black green free national international united arab islamic muslim sunni"
    " shia shiite shi'ite shi’ite christian druze kurd kurds kurdish alawite yazidi yezidi ismaili jewish january february march april may june july"
    " august september october november december monday tuesday wednesday thursday friday saturday sunday ramadan eid god"
    " jazeera arabiya hadath mayadeen manar alam akhbar hayat watan arabi resolution protocol agreement treaty accord plan conference summit board coalition alliance bloc doctrine nobel amnesty"
    " the a an in on at of and for by from to but if when while after before as it he she they we this that these those his her"
    " its their our some many most all both several two three four five six seven eight ten no not so then there here now"
    " meanwhile however earlier later last next according local syria iraq lebanon".split()
)
"""Words of bodies, peoples, places and days, and those that begin a sentence: no part of a person's name."""

_SAID = frozenset({"statement", "accusation", "refusal", "threat"})
_THINKS = frozenset(
    "reckoned thinks thought believes believed argued put asked called wondered complained lamented hoped hopes".split()
)


def people_in(sentence: str, named: Sequence[Named], no_names: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """The persons that a sentence presents by what they say or are.

    Args:
        sentence: the words.
        named: who is known to be named in them.
        no_names: stretches of them that name places.
    """
    found = list(named)
    for start, end in _names(sentence):
        name = sentence[start:end].strip("'‘’.,").removesuffix("'s").removesuffix("’s")
        person = Named(start, start + len(name), name, "person")
        if not are_apart(person, found) or not _is_personal(name):
            continue
        if any(first < end and start < last for first, last in no_names):
            continue
        found.append(person)
        yield person


def _names(sentence: str) -> Iterator[tuple[int, int]]:
    if sentence.istitle() or sentence.isupper():
        return
    for match in _OFFICE_BEFORE.finditer(sentence):
        yield match.span("name")
    for match in _OFFICE_BEHIND.finditer(sentence):
        if match["office"] is None or _AN_OFFICE.search(match["office"]):
            yield match.span("name")
    for match in _SPEAKS.finditer(sentence):
        if is_of_speech(match["verb"]):
            yield match.span("name")
    for match in _SPOKEN_BEHIND.finditer(sentence):
        yield match.span("name")


def is_of_speech(verb: str) -> bool:
    """Whether a finite verb is one by which somebody says something."""
    return verb in _THINKS or any(
        one.type in _SAID and one.form in ("past", "present") and verb != one.base for one in signals_of(verb)
    )


def _is_personal(name: str) -> bool:
    words = name.split()
    return not any(
        word.lower() in _NO_PERSON or word in by_adjective() or word in by_country() or word.isupper() for word in words
    )
