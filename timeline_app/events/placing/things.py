"""Things that a story tells of with their place, for when it speaks of them again: "the deal", "the convoy".

"A truce was agreed in Palmyra ... Families were covered by the truce": the second happened where the first did, however
many other scenes were told between. A thing that was never told with a place has none. Every town has a prison: that of
Homs is "the prison" only while the story is there, and not what stood there years before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.events.placing.containing import is_near
from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.model import When, Where

_THINGS = {
    "deal": r"deals?|agreements?|accords?|truces?|cease-?fires?|pacts?|bargains?",
    "convoy": r"convoys?|buses|column|lorries|trucks",
    "leaving": r"evacuations?|transfers?|withdrawals?|pull-?outs?|exchanges?|swaps?|departures?",
    "raid": r"(?:air\s?-?)?strikes?|(?:air\s)?raids?|bombings?|bombardments?|shelling|attacks?|assaults?|blasts?"
    r"|explosions?|ambush|shootings?|massacres?|killings?",
}
"""Nouns that writers use for one thing in turn."""
_SITES = (
    "academy prison jail mosque church monastery convent embassy consulate headquarters barracks factory depot"
    " warehouse stadium palace springs shrine courthouse hotel compound refinery"
).split()
"""Nouns of what stands in one place and is spoken of again by that noun alone."""
_SAME_SITE = {"jail": "prison", "convent": "monastery", "consulate": "embassy"}
"""Nouns that writers use for one site in turn."""
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _THINGS.items()) + r")\b", re.IGNORECASE
)
_SITE = re.compile(r"\b(?P<site>" + "|".join(_SITES) + r")\b")
# "the buses carried 400 out of the Old City", "rebels pulled out of the quarter": a leaving, by its verb
_LEAVES = re.compile(
    r"\b(?:evacuat(?:e|ed|ing)|withdr(?:ew|awn|awing)|(?:pull(?:ed|ing)?|drove|driven|driving|brought|bused|bussed|taken|carried)\sout)\b"
)
_THE = r"(?:the|this|that)\s(?:[a-z-]{3,15}\s){0,2}?"
_ALONE = r"\b(?!-|\s(?:of|in|between|with|on|for|at|near|against)\b)"
_DEFINITE = re.compile(
    # "covered by the agreement", "concluded that the convoy had been hit", "On Thursday the buses were moving again"
    rf"(?:\b(?:by|of|under|in|from|to|on|with|that)\s{_THE}|(?:day|morning|afternoon|evening|night|noon),?\s{_THE}"
    r"|^\W{0,3}(?:The|This|That)\s(?:[a-z-]{3,15}\s){0,2}?)"
    rf"(?:(?P<deal>{_THINGS['deal']})|(?P<convoy>{_THINGS['convoy']})|(?P<leaving>{_THINGS['leaving']})){_ALONE}"
    # "The two blasts killed nine"; a raid on something is told with it
    r"|^\W{0,3}(?:The|These|Those|Both)\s(?:(?:two|three|four|twin|deadly|bloody|fatal|double)\s){0,2}"
    rf"(?P<happened>{_THINGS['raid']}){_ALONE}"
    # "carried out the assault"
    rf"|\b(?:carr(?:y|ied|ying)\sout|claim(?:ed|ing)?\sresponsibility\sfor)\s{_THE}(?P<raid>{_THINGS['raid']}){_ALONE}"
    # "was among those killed", "one of the dead", "visited the scene"
    r"|\b(?P<dead>(?:among|one\sof|two\sof|most\sof)\s(?:the|those)\s(?:killed|dead|wounded|injured|victims)"
    r"|(?:visited|inspected|toured|reached|rushed\sto|arrived\sat|from|at)\sthe\s(?:scene|site)"
    r"(?=\W{0,2}$|\s(?:and|said|with|as|on|after)\b|,))\b"
)
# "hit the academy's courtyard", "The prison was shelled"; not "taken to the prison in Homs"
_THE_SITE = re.compile(
    r"(?:\b(?:at|inside|into|outside|near|around|hit|hits|struck|bombed|shelled|stormed|attacked|besieged|encircled|surrounded|damaged"
    r"|destroyed|seized|captured|retook|entered|reached|left)\s(?:the|that)\s|^\W{0,3}The\s)(?:[a-z-]{3,15}\s)?"
    rf"(?P<site>{'|'.join(_SITES)})\b(?!-|\s(?:of|in|at|near)\b|\s(?:said|says|condemned|denied|added|told|called|announced|urged|warned)\b)"
)
_IN_TOWN = re.compile(r"\s(?:in|at|of|near|outside|inside)\s(?:[\w’'-]{1,15}\s){0,4}")
_BESIDE = 40
"""Letters between a site's noun and the place before it that it is told with: "In Homs is the academy"."""


# "A convoy left Homs": it is there no more
_SETS_OUT = re.compile(
    rf"\b(?:{_THINGS['convoy']})\s(?:[a-z]{{2,12}}\s){{0,2}}?(?:left|departed|set\s(?:off|out)|pulled\sout|drove\soff|rolled\sout)\b"
    r"(?!\sfor\b)"
)


# "The convoy reached Idlib": it is where it came to
_COMES = re.compile(
    rf"\b(?:{_THINGS['convoy']})\s(?:[a-z]{{2,12}}\s){{0,2}}?(?:reach(?:ed|es)|arriv(?:ed|es)|enter(?:ed|s)|got\sto|made\sit\sto|pulled\sinto"
    r"|drove\sinto|crossed\sinto)\b"
)


def things_in(text: str, kind: str) -> Iterator[str]:
    """The things that a sentence tells of, by its nouns; violence is a raid whatever its verb.

    Args:
        text: the sentence.
        kind: the event's type.
    """
    yield from {str(found.lastgroup) for found in _NAMED.finditer(text)}
    if _LEAVES.search(text):
        yield "leaving"
    if kind in VIOLENT:
        yield "raid"


def thing_meant(text: str) -> str | None:
    """The thing that a sentence speaks of as told before; None where it speaks of none, or says where it was."""
    found = _DEFINITE.search(text)
    return None if found is None else _KINDS.get(found.lastgroup or "", found.lastgroup)


_KINDS = {"dead": "raid", "happened": "raid"}
_STAYING = frozenset({"deal", "leaving"})
"""Things that are where they were told first: a convoy goes on, and of raids the last is spoken of."""


class Things:
    """Where the story last told each kind of thing.

    Attributes:
        here: the places that it told of last.
    """

    def __init__(self) -> None:
        self._at: dict[str, Where] = {}
        self._sites: dict[str, tuple[Where, When | None]] = {}
        self.here: tuple[Where, ...] = ()

    def copy(self) -> Things:
        """The same, to be told on apart."""
        other = Things()
        other._at, other._sites = dict(self._at), dict(self._sites)
        other.here = self.here
        return other

    def learn(self, other: Things) -> None:
        """Remember what only the other has told."""
        self._at = {**other._at, **self._at}
        self._sites = {**other._sites, **self._sites}

    def tell(self, text: str, kind: str, scene: tuple[Where, ...]) -> None:
        """Remember the scene of the things that a sentence tells of; what is spoken of again stays where it was."""
        again = thing_meant(text) if scene and self._at else None
        for thing in things_in(text, kind) if scene else ():
            if thing == "convoy" and _SETS_OUT.search(text):
                self._at.pop(thing, None)
            elif not (thing == again and thing in _STAYING and thing in self._at):
                self._at[thing] = scene[0]

    def go_to(self, where: Sequence[Where]) -> None:
        """Go on from the places that the story tells of, if there are any."""
        self.here = tuple(place for place in where if place.is_placed) or self.here

    def look_at(self, text: str, places: Sequence[Where]) -> None:
        """Go on from the places of a sentence that only describes, and remember its sites."""
        self.go_to(places)
        self.show(text, places)

    def show(self, text: str, places: Sequence[Where], when: When | None = None) -> None:
        """Remember the sites that a sentence names with their town: "the academy in Homs", "Homs's prison".

        Args:
            text: the sentence.
            places: those it names.
            when: the time it tells of.
        """
        for site in _SITE.finditer(text) if places else ():
            beside = (
                place
                for place in places
                if place.is_placed and place.kind != "country" and _names_its_town(site, place)
            )
            town = next(beside, None)
            if town is not None:
                self._sites[_site_of(site)] = town.with_(role="at"), when

    def site(self, text: str, when: When | None) -> tuple[Where, ...]:
        """Where the site that a sentence speaks of was told; () where it speaks of none, or none was told here and now.

        Args:
            text: the sentence.
            when: the time it tells of.
        """
        told = self._site_told(text)
        known = told is not None and self._is_here(told[0]) and not _is_of_another_year(told[1], when)
        return (told[0],) if known and told is not None else ()

    def is_elsewhere(self, text: str) -> bool:
        """Whether a sentence speaks of a site that was told in another town than where the story went since."""
        told = self._site_told(text)
        return told is not None and not self._is_here(told[0])

    def _site_told(self, text: str) -> tuple[Where, When | None] | None:
        meant = _THE_SITE.search(text) if self._sites else None
        return None if meant is None else self._sites.get(_site_of(meant))

    def _is_here(self, site: Where) -> bool:
        return not self.here or any(is_near(place, site) or is_near(site, place) for place in self.here)

    def scene(self, text: str, when: When | None) -> tuple[Where, ...]:
        """Where the thing or site that a sentence speaks of was told; () where it speaks of none, or none was told."""
        if _THE_SITE.search(text) is not None:
            return self.site(text, when)
        meant = thing_meant(text)
        if meant == "convoy" and _COMES.search(text) is not None:
            return ()
        where = None if meant is None else self._at.get(meant)
        return () if where is None else (where,)


_YEAR_DAYS = 365


def _is_of_another_year(told: When | None, when: When | None) -> bool:
    """Whether more than a year lies between two times."""
    if told is None or when is None:
        return False
    return max((when.earliest - told.latest).days, (told.earliest - when.latest).days) > _YEAR_DAYS


def _site_of(found: re.Match[str]) -> str:
    return _SAME_SITE.get(found["site"], found["site"])


def _names_its_town(site: re.Match[str], place: Where) -> bool:
    """Whether a place's name is told with a site: right behind it, or before it in the same breath."""
    at = site.string.find(place.text)
    if at > site.start():
        return _IN_TOWN.fullmatch(site.string, site.end(), at) is not None
    between = site.string[at + len(place.text) : site.start()]
    return at >= 0 and len(between) < _BESIDE and not any(mark in between for mark in ",;:")
