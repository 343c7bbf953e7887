"""Relative clauses with a day of their own: "the rebels, who had taken the hill on August 18,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from timeline_app.events.clauses.aside import Aside, closing, until_mark, within
from timeline_app.events.clauses.nouns import MOST, PAST, noun_before, town_before
from timeline_app.events.clauses.of_objects import of_objects, of_owned
from timeline_app.events.numbers import WORDS
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.function_words import BE_OR_HAVE, is_past
from timeline_app.events.verbs.people import PEOPLE
from timeline_app.model import DateMention, PlaceMention

# "the rebels, who had taken the hill on August 18,"
_OF_SUBJECT = re.compile(rf"(?P<comma>,?)\s(?:who|which|that)\s(?={PAST}\s)")
# "and the league, whose planes went into action on Wednesday"
_OF_OWNER = re.compile(rf",\swhose\s(?=(?:[a-z-]{{3,15}}\s){{1,3}}?{PAST}\s)")
# "the hopes of the Kurds, who voted": a hope does not vote
_OF_NOBODY = re.compile(
    r"\b(?:hopes?|fears?|deaths?|bodies|body|remains|corpses|families|release|fate|arrest|killing|departure|evacuation|lives|homes)\sof\s$"
)
_A_NAME = re.compile(r"(?:[ae][a-z]-)?[A-Z]")
# "the battle for Qusair, which fell on June 5": of a town these can be told, and "who" is somebody else
_OF_TOWN = re.compile(
    r"which\s(?:fell|surrendered|came\sunder|changed\shands|(?:had\s|has\s)?(?:was|were|been)\s(?:[a-z]+ly\s|first\s|later\s)?"
    r"(?:captured|taken|seized|retaken|recaptured|overrun|liberated|besieged|shelled|bombed|hit|attacked|stormed|evacuated"
    r"|lost|freed|cleared|abandoned|occupied|surrounded|destroyed|bombarded|struck|cut\soff|conquered|encircled))\b"
)
# "30 soldiers, sixteen of whom were freed in May"
_OF_SOME = re.compile(
    # "nine were taken, of whom a boy of 19 was shot in May"
    r",\sof\swhom\s(?=(?:an?|the|only|at\sleast|\d|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|,\s(?P<some>(?:about\s|at\sleast\s|some\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|dozens|hundreds|several|many|most|some|all|both|one))\sof\s(?:whom|which)\s"
)
# "in an offensive launched on June 19", "under the deal reached on Monday"
_LAUNCHED = re.compile(
    r"\b(?P<noun>(?:an?|the|its|their|this|his|her)\s(?:(?!(?:the|an?|that|which|who)\s)[\w’'-]+\s){0,3}?(?:offensive|operation|campaign|assault|attack|drive|push|siege|blockade|deal"
    r"|agreement|accord|truce|ceasefire|cease-fire|pact|treaty|resolution|strike|evacuation|protests?|uprising|revolt|raid|ambush|bombing|initiative"
    r"|arrangement|swap|exchange)),?\s(?P<done>(?:[\w-]+ly\s|first\s)?(?:launched|begun|started|opened|announced|reached|agreed|signed|struck|concluded|brokered|declared"
    r"|imposed|adopted|approved|mounted|staged|carried\sout|held|negotiated|made|sealed|clinched|unveiled))\s(?!to\b)"
)


def relatives(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    """The relative clauses that have a day of their own, and the participles that stand for one.

    Args:
        sentence: its words.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    yield from _of_subjects(sentence, dates, places)
    yield from _of_owners(sentence, dates, places)
    yield from of_objects(sentence, dates, places)
    yield from of_owned(sentence, dates, places)
    yield from _of_some(sentence, dates, places)
    yield from _in_which(sentence, dates, places)
    yield from _launched(sentence, dates, places)
    yield from _having(sentence, dates, places)
    yield from _taken(sentence, dates, places)
    yield from _harmed(sentence, dates, places)


def _of_subjects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_SUBJECT.finditer(text), MOST):
        begin = found.end()
        end = closing(sentence, dates, begin) if found["comma"] else _up_to_main(sentence, dates, begin)
        own = [one for one in within(sentence, dates, begin, end) if one.timex_type != "DURATION" and one.when]
        noun = noun_before(text, found.start())
        if not own or noun is None:
            continue
        deed = _deed_begun(text, begin, found.start()) if _A_DEED.search(text, *noun) is None else None
        if deed is not None:  # "The protests against the council that began in May brought it down"
            yield Aside(found.start(), begin, end, deed, own, within(sentence, places, deed[0], end))
            continue
        of_another = end < len(text) and not found["comma"] and _IN_A_PHRASE.search(text, 0, noun[0]) is not None
        if of_another and not text.startswith("who ", begin - 4):
            continue  # "Protests against the council that broke out in May have grown": of either
        days = [one for one in dates if one.timex_type != "DURATION"]
        news = found["comma"] or len(own) < len(days) or _is_a_deed(text, noun)
        which = not news  # "Rebels who took the hill on Monday"; not "a truce which took effect on Monday"
        if text.endswith((" hands", " control", " grip", " turn", " fact", " part"), 0, found.start()):
            continue  # "the dam, still in the group's hands, which was shelled on Sunday"
        town = town_before(sentence, places, found.start())
        if town is not None and _OF_TOWN.match(text, found.end() - len("which ")):
            subject = (town.start - sentence.start, town.end - sentence.start)
            yield Aside(found.start(), begin, end, subject, own, [town], beside_words=which)
            continue
        if any(one.end - sentence.start == found.start() for one in places):
            continue  # "out of Saraqib, who": of somebody before the town
        subject = _of_things(text, found, noun)
        of_them = _VEHICLES.search(text, 0, subject[0]) if text.startswith("which ", found.end() - 6) else None
        subject = subject if of_them is None else (of_them.start(), subject[1])
        of_either = text.endswith(" of ", 0, subject[0])  # "a plan of the council, which"
        who = text.startswith("who ", found.end() - 4)
        if of_either and not (who and (_A_NAME.match(text, subject[0]) or _OF_NOBODY.search(text, 0, subject[0]))):
            continue
        inner = within(sentence, places, begin, end)
        yield Aside(found.start(), begin, end, subject, own, inner, beside_words=which)


_IN_A_PHRASE = re.compile(
    r"\b(?:of|against|in|on|from|by|between|with|for|near|at|and|or|over|under|to)\s(?:the\s|an?\s)?$"
)


def _up_to_main(sentence: Sentence, dates: Sequence[DateMention], begin: int) -> int:
    """Where a clause without commas ends: before the main verb behind its day, else with the sentence.

    "Soldiers who had been seized in 2014 [were found on Sunday]".
    """
    days = (one for one in dates if one.timex_type != "DURATION")
    first = next((one for one in days if one.start - sentence.start > begin), None)
    if first is None:
        return len(sentence.text)
    goes_on = _MAIN_GOES_ON.search(sentence.text, begin, first.start - sentence.start)
    if goes_on is not None:
        return goes_on.start()
    end = first.end - sentence.start
    behind = _MAIN_VERB.match(sentence.text, end)
    if _HOURS_ON.search(sentence.text, end, end + _HOURS_NEAR):
        return len(sentence.text)  # "who was seized on Sunday was let go hours later": one day, told once
    main = behind is not None and (behind["be"] is not None or is_past(behind["verb"]))
    return end if main and until_mark(sentence.text, begin) > first.start - sentence.start else len(sentence.text)


# "who had been in the hands of Tara, a group of the north, [were let go] on Monday"
_MAIN_GOES_ON = re.compile(r",\s(?=(?:was|were|is|are|has|have|had|will|and|but)\s)")
_HOURS_ON = re.compile(r"\b(?:within\s(?:the\s|a\sfew\s)?hours|hours\s(?:later|afterwards?|after))\b")
"""Words that keep a deed on the day of the one told before it."""
_HOURS_NEAR = 60
_MAIN_VERB = re.compile(r"\s(?:(?P<be>was|were|has|have|had|is|are|will)\b|(?P<verb>[a-z]{3,12})\b(?!\sby\b))")


def _is_a_deed(text: str, noun: tuple[int, int]) -> bool:
    """Whether a noun is a deed that a verb before it is about: what is told of it is news, too.

    "They left after a truce which took effect on Monday"; not "a truce that was announced collapsed", nor "won it
    in a campaign that began in May", which says when it was won.
    """
    if _A_DEED.search(text, *noun) is None or _FRAMES.search(text, 0, noun[0]):
        return False
    return any(is_past(word) or word in _FOLLOWS for word in text[: noun[0]].split())


_FOLLOWS = frozenset({"follows", "comes", "ends", "breaks"})
# "in a campaign", "under a deal", "as part of an exchange"
_FRAMES = re.compile(
    r"\b(?:in|during|under|by|with|through|amid|as\spart\sof|thanks\sto|because\sof)\s$", re.IGNORECASE
)
_A_DEED = re.compile(
    r"\b(?:offensive|operation|campaign|assault|siege|blockade|deal|agreement|accord|truce|cease-?fire|pact|evacuation|uprising"
    r"|raid|ambush|bombing|swap|exchange|battle|massacre)$"
)
_OPENING_NOUN = re.compile(
    r"\W{0,3}(?P<noun>(?:The|An?|This|That)\s(?:[a-z’'-]+\s){0,2}?[a-z’'-]+)\s(?:between|by|of|with|among|against)\s"
)
_PEOPLE = re.compile(
    r"(?:rebels|militants|jihadists|insurgents|fighters|gunmen|soldiers|men|women|troops|forces|authorities|officials|guards|civilians"
    r"|prisoners|captives|hostages|families|people|groups?|sides|parties|factions)$"
)


def _of_things(text: str, found: re.Match[str], noun: tuple[int, int]) -> tuple[int, int]:
    """The noun that "which" is of: "the exchange between the army and the rebels, which had begun": the exchange."""
    which = found.group().endswith("which ")
    if which and _TAKES_PLACE.match(text, found.end()) and _A_DEED.search(text, *noun) is None:
        deeds = [deed.span("noun") for deed in _DEED_BEFORE.finditer(text, 0, found.start())]
        return deeds[-1] if deeds else noun
    people = which and _PEOPLE.search(text, noun[0], noun[1]) is not None
    opening = _OPENING_NOUN.match(text) if people else None
    return noun if opening is None or opening.end() > noun[0] else opening.span("noun")


def _deed_begun(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """The happening that opens a sentence where a relative clause behind tells when it began; None where none does."""
    if _BEGAN.match(text, begin) is None:
        return None
    opening = _OPENING_DEED.match(text, 0, end)
    return None if opening is None else opening.span("noun")


# "that began on 3 May", "which had broken out in June"
_BEGAN = re.compile(r"(?:had\s)?(?:began|begun|started|erupted|broke\sout|broken\sout|flared|got\sunder\sway)\b")
_OPENING_DEED = re.compile(
    r"\W{0,3}(?P<noun>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose)\s)?(?:[\w’'-]+\s){0,2}?(?:protests?|demonstrations?|uprising|revolt|rebellion"
    r"|unrest|riots?|clashes|fighting|offensive|operation|campaign|assault|siege|strike|war|battle|shelling|bombardment|evacuation|talks"
    r"|trial))\s(?:(?!\b(?:was|were|has|have|had|is|are)\b)[^,;:])*$",
    re.IGNORECASE,
)


# "the evacuation of two towns ringed by one side, which got under way a week ago": a side does not get under way
_TAKES_PLACE = re.compile(
    r"(?:(?:had|has|have|was|were|been)\s)*(?:got\sunder\sway|gotten\sunder\sway|began|begun|started|took\splace|taken\splace|came\sinto\s(?:force|effect)"
    r"|took\seffect|completed|concluded|interrupted|suspended|resumed|postponed|called\soff)\b"
)
_DEED_BEFORE = re.compile(
    r"\b(?P<noun>(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat)\s(?:[\w’'-]+\s){0,2}?(?:offensive|operation|campaign|assault|siege|deal|agreement|accord|truce|cease-?fire"
    r"|evacuation|transfer|withdrawal|departure|handover|release|uprising|revolt|raid|swap|exchange|battle|fighting|talks|negotiations|process|trial"
    r"|ceremony|funeral|session|protests?))\b"
)
# "the buses of the League, which drove out": the buses did
_VEHICLES = re.compile(
    r"\b(?:the|an?|its|their|\d+|some)\s(?:[a-z-]+\s){0,2}?(?:buses|convoys?|column|coaches|trucks|vehicles|ambulances|planes|jets|ships|boats)\sof\s(?:the\s)?$"
)


def _of_owners(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_OWNER.finditer(text), MOST) if " whose " in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            yield Aside(found.start(), begin, end, None, own, within(sentence, places, begin, end))


def _of_some(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_SOME.finditer(text), MOST) if " of wh" in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            subject = found.span("some") if found["some"] else None
            yield Aside(found.start(), begin, end, subject, own, within(sentence, places, begin, end))


# "The bombing comes after an attack in the south, in which eight people were killed on Wednesday"
_IN_WHICH = re.compile(r",\sin\swhich\s(?=[^,;:]{3,60}?\s(?:was|were|had\sbeen|died|lost)\b)")


def _in_which(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_IN_WHICH.finditer(text), MOST) if " which " in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            yield Aside(found.start(), begin, end, None, own, within(sentence, places, begin, end))


def _launched(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_LAUNCHED.finditer(text), MOST):
        end = until_mark(text, found.end())
        own = within(sentence, dates, found.end(), end)[:1]
        if own and _SHORTLY.fullmatch(text, found.end(), own[0].start - sentence.start):
            end = own[0].end - sentence.start
            inner = within(sentence, places, found.start(), end)
            finite = _CLAUSE_OPENS.search(text, 0, found.start()) is not None  # "where the uprising started in March"
            passive = 0 if finite else found.start("done")
            yield Aside(found.start(), found.start(), end, None, own, inner, goes_on=True, passive=passive)


# "The buses left on Monday, [a truce having come into force] on Sunday"
_HAVING = re.compile(
    r",\s(?P<noun>(?:the|an?|its|their|his|her|some|\d+)\s(?:[\w’'-]+\s){1,5}?)having\s(?=(?:been\s)?[a-z]{3,})"
)


def _having(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_HAVING.finditer(text), MOST) if " having " in text else ():
        begin, end = found.start("noun"), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            inner = within(sentence, places, begin, end)
            yield Aside(found.start(), begin, end, None, own, inner, having=found.end("noun"))


def _taken(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for place in islice(places, MOST):
        at = place.end - sentence.start
        found = _TAKEN.match(text, at)
        if found is None or place.use != "place":
            continue
        end = closing(sentence, dates, found.end())
        own = within(sentence, dates, found.end(), end)[:1]
        if own:
            begin = place.start - sentence.start
            yield Aside(begin, begin, end, None, own, [place], goes_on=True, passive=found.start("done"))


# "visited Hanano, retaken by the army in late November"
_TAKEN = re.compile(
    r",\s(?P<done>(?:re)?(?:captured|taken)|seized|overrun|liberated|conquered|occupied|besieged|freed|lost|stormed|shelled|bombed|destroyed)\s"
    r"(?=by|from|in|on|late|early|last|at|during)"
)
_CLAUSE_OPENS = re.compile(r"(?:^\W{0,3}|\b(?:where|when|since|as|that|while|after|before|because|and|but|until)\s)$")
# "launched [by the army on] Monday", "reached [with the rebels in] July"
_SHORTLY = re.compile(r"(?:(?:by|with|between|in|at|under)\s[^,;:]{2,40}?\s)?(?:(?:on|in|late|early|at)\s){0,2}")


# "to bury 19 people killed when a bomb exploded a day before", "in memory of nine soldiers captured in May"
_HOW_MANY = (
    r"(?:(?:about|some|at\sleast|nearly|more\sthan|over)\s)?"
    rf"(?:\d[\d,]*|{'|'.join(WORDS)}|several|many|dozens\sof|hundreds\sof)\s(?:[a-z-]{{3,12}}\s){{0,2}}?"
)
_HARMED = re.compile(
    rf"\b(?:(?:the|its|their)\s(?:{_HOW_MANY})?|{_HOW_MANY}){PEOPLE}\s"
    r"(?P<done>killed|wounded|injured|slain|executed|beheaded|arrested|detained|captured|kidnapped|abducted|seized|displaced)\s"
    r"(?=in|by|when|while|on|during|at|near|late|early|earlier|last|after|outside|along|yesterday|two|three|a)"
)


# "Omar Rida, a commander of the league arrested in Homs in May"
_SEIZED = re.compile(
    r"\b(?:an?|the)\s(?:[a-z-]{3,12}\s){0,2}?(?:commander|leader|member|operative|fighter|militant|soldier|officer|official|journalist|reporter|activist"
    r"|doctor|bishop|priest|cleric|man|woman|suspect|general|colonel)\s(?:(?:of|in|with|from)\s(?:the\s)?(?:[\w’'-]+\s){1,4}?)?"
    r"(?P<done>arrested|detained|captured|kidnapped|abducted|seized|killed|assassinated|wounded|executed)\s"
    r"(?=in\s|by\s|on\s|at\s|near\s|late\s|early\s|earlier\s|last\s|outside\s|yesterday)"
)


def _harmed(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    """What befell those of whom a sentence tells something else, on a day of its own."""
    text = sentence.text
    for found in islice(chain(_HARMED.finditer(text), _SEIZED.finditer(text)), MOST):
        begin, done = found.start(), found.end("done")
        end = min(closing(sentence, dates, done), until_mark(text, done), _up_to_main(sentence, dates, done))
        own = within(sentence, dates, done, end)
        days = [one for one in own if one.timex_type != "DURATION" and one.when is not None]
        if days and any(is_past(word) or word in _HELPERS for word in text[:begin].split()):
            last = days[0].end - sentence.start
            end = end if _GOES_ON.match(text, last) else last
            inner = within(sentence, places, begin, end)
            yield Aside(
                begin, begin, end, None, days, inner, goes_on=True, passive=found.start("done"), elsewhere=not inner
            )


# "killed on Tuesday [when rebels attacked]", "in 2014 [by the group]"; not "in August 2014 [could be negotiated]"
_GOES_ON = re.compile(r"\s(?:when|while|as|after|by|in|at|near|during|along|outside|inside)\s")


_HELPERS = BE_OR_HAVE - {"remains", "remain"}
