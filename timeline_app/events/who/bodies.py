"""Bodies of a state named by its people or country: "Russian warplanes", "Syria's defence ministry".

A table of actors would need a row for each people and each body; here one word tells whose it is, the other what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline_app.events.who.named import STATE, Named
from timeline_app.events.who.peoples import People, by_adjective, by_country, by_name

WEAPONS = (
    r"(?:air\s?-?strikes?|strikes?|air\s?-?raids?|raids?|attacks?|shelling|bombing|bombardments?|missiles?|shells?"
    r"|rockets?|fire|offensive|incursions?|operations?|assaults?|positions?|outposts?)\b"
)
_OFFICES = (
    r"[Pp]resident|[Pp]rime\s[Mm]inister|[Pp]remier|[Kk]ing|[Ee]mir|[Cc]hancellor|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Hh]ealth)\s"
    r"(?:[Mm]inister|[Ss]ecretary)|[Aa]rmy\s[Cc]hief|[Cc]hief\sof\s[Ss]taff|[Aa]mbassador|[Cc]onsul"
)
_MINISTRY = (
    r"(?P<of>[Dd]efen[cs]e|[Ff]oreign|[Ii]nterior|[Hh]ealth|[Jj]ustice|[Ii]nformation|[Oo]il|[Ff]inance|[Rr]econciliation)\s"
    r"(?:[Mm]inistry|[Dd]epartment)"
    r"|[Mm]inistry\s(?:of|for)\s(?:the\s)?(?P<for>[Dd]efen[cs]e|[Ff]oreign\s[Aa]ffairs|[Ii]nterior|[Hh]ealth|[Jj]ustice|[Ii]nformation|[Oo]il"
    r"|[Ff]inance)"
)
_KIND_OF_FORCES = (
    r"(?:(?:air|ground|naval|special|elite|border|regular|federal|armou?red|counter-terrorism|occupation"
    r"|combat)\s){0,2}"
)
_BODIES = (
    rf"(?P<ministry>{_MINISTRY})"
    rf"|(?P<forces>{_KIND_OF_FORCES}(?:army|[Aa]ir\s[Ff]orce|[Aa]rmed\s[Ff]orces|forces|military|[Nn]avy|troops|soldiers?|servicemen"
    r"|warplanes?|war\splanes?|jets?|fighter\sjets?|planes?|aircraft|helicopters?|gunships?|bombers?|artillery|tanks?|warships?|ships"
    r"|drones?|commandos|guards|paratroopers|marines|pilots?|gunners))"
    r"|(?P<parliament>[Pp]arliament|lawmakers|parliamentarians)"
    r"|(?P<police>[Pp]olice|policemen|police\sofficers)"
    r"|(?P<media>[Ss]tate(?:-run|-owned)?\s(?:media|television|TV|news\sagency|radio|broadcaster))"
    r"|(?P<government>[Gg]overnment|authorities|cabinet|leadership|officials?|leaders)"
    rf"|(?P<office>(?:(?:former|then|deputy|late)\s)?(?:{_OFFICES})(?!['’]|\s[A-Z‘]))"
)
_BEHIND = r"(?![\w-])"
_GRADED = r"(?:(?:heavy|intense|deadly|recent|fresh|new|alleged|suspected|senior|top|allied|captive|captured)\s)?"


@cache
def _bodies_of_people() -> re.Pattern[str]:
    """What a people has: "Israeli air strikes", "Ukraine's president"."""
    adjectives = "|".join(map(re.escape, sorted(by_adjective(), key=len, reverse=True)))
    countries = "|".join(map(re.escape, sorted(by_country(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![\w-])(?:(?P<people>{adjectives})|(?P<country>{countries})['’]s?)\s{_GRADED}"
        rf"(?:{_BODIES}|(?P<deed>{WEAPONS})){_BEHIND}"
    )


@cache
def _bodies_of_country() -> re.Pattern[str]:
    """The same behind it: "the parliament of Iraq", "a former prime minister of Lebanon"."""
    countries = "|".join(map(re.escape, sorted(by_country(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{_BODIES})\sof\s(?:the\s)?(?P<country>{countries})\b")


@cache
def _whose() -> re.Pattern[str]:
    words = sorted({*by_adjective(), *by_country()}, key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()))


def bodies_in(sentence: str) -> Iterator[Named]:
    """The bodies and deeds of states named in a sentence; a deed is its state's."""
    if _whose().search(sentence) is None:
        return
    yield from (_named(found) for found in _bodies_of_people().finditer(sentence) if not _is_left_out(found))
    if " of " in sentence:
        yield from (_named(found) for found in _bodies_of_country().finditer(sentence) if not _is_left_out(found))


def _is_left_out(found: re.Match[str]) -> bool:
    people = _people(found)
    return "deed" in found.re.groupindex and found["deed"] is not None and not people.state


def _people(found: re.Match[str]) -> People:
    adjective = found["people"] if "people" in found.re.groupindex else None
    return by_adjective()[adjective] if adjective else by_country()[found["country"]]


def _named(found: re.Match[str]) -> Named:
    people = _people(found)
    if "deed" in found.re.groupindex and found["deed"]:
        whose = "people" if found["people"] else "country"
        return Named(found.start(), found.end(whose), people.state, STATE)
    start, end = found.span()
    if found["forces"]:
        return Named(start, end, people.forces, "government force")
    if found["government"]:
        return Named(start, end, people.government, "government")
    if found["office"]:
        return Named(start, end, f"{people.name} {found['office'].lower()}".replace("defense", "defence"), "office")
    return Named(start, end, f"{people.name} {_body(found)}", "government")


def _body(found: re.Match[str]) -> str:
    """Under one name, however it is written: "Defense Department", "Ministry of Defence"."""
    if found["ministry"]:
        of = (found["of"] or found["for"]).lower().replace("defense", "defence").removesuffix(" affairs")
        return f"{of} ministry"
    return "parliament" if found["parliament"] else "police" if found["police"] else "state media"


def whole_of(name: str) -> frozenset[str]:
    """The state and government whose body a name is made of: "Russian foreign ministry"; none of other names."""
    first, _, body = name.partition(" ")
    people = by_name().get(first) if _IS_BODY.search(body) else None
    return frozenset() if people is None else frozenset({people.state, people.government} - {"", name})


_IS_BODY = re.compile(rf"(?:ministry|parliament|police|state media|{_OFFICES})$")
