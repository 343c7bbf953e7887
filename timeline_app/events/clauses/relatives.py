"""Relative clauses with a day of their own: "the rebels, who had taken the hill on August 18,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from timeline_app.events.clauses.aside import Aside, closing, until_mark, within
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import is_past
from timeline_app.model import DateMention, PlaceMention

# "the rebels, who had taken the hill on August 18,"
_OF_SUBJECT = re.compile(
    r"(?P<comma>,?)\s(?:who|which|that)\s(?=(?:had|was|were|[a-z]{2,12}ed|hit|struck|took|fell|left|shot|broke|began|came|went|lost|fled)\s)"
)
# "and the league, whose planes went into action on Wednesday"
_OF_OWNER = re.compile(
    r",\swhose\s(?=(?:[a-z-]{3,15}\s){1,3}?(?:had|was|were|[a-z]{2,12}ed|hit|struck|took|fell|left|shot|broke|began|came|went|lost|fled)\s)"
)
# "the hopes of the Kurds, who voted": a hope does not vote
_OF_NOBODY = re.compile(
    r"\b(?:hopes?|fears?|deaths?|bodies|body|release|fate|arrest|killing|departure|evacuation|lives|homes)\sof\s$"
)
_A_NAME = re.compile(r"(?:[ae][a-z]-)?[A-Z]")
# "Zabadani, which the last of them left on Wednesday"
_OF_OBJECT = re.compile(r",\s(?:which|whom)\s(?=(?:the|an?|some|its|their|his|her)\b|\d|[A-Z])")
_HEAD = re.compile(
    r"(?:.*\s|^)(?P<noun>(?:the|an?|those|some|\d[\d,.]*)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+)$|(?P<bare>\b[\w’'-]{3,})$",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_LETTERS = 80
"""Characters before a relative clause in which its noun is looked for."""
_MOST = 3
"""Relative clauses of a kind in a sentence that are tried: each is read."""
# "the battle for Qusair, which fell on June 5": of a town these can be told, and "who" is somebody else
_OF_TOWN = re.compile(
    r"which\s(?:fell|surrendered|came\sunder|changed\shands|(?:had\s|has\s)?(?:was|were|been)\s(?:[a-z]+ly\s|first\s|later\s)?"
    r"(?:captured|taken|seized|retaken|recaptured|overrun|liberated|besieged|shelled|bombed|hit|attacked|stormed|evacuated"
    r"|lost|freed|cleared|abandoned|occupied|surrounded|destroyed|bombarded|struck|cut\soff|conquered|encircled))\b"
)
# "30 soldiers, sixteen of whom were freed in May"
_OF_SOME = re.compile(
    r",\s(?P<some>(?:about\s|at\sleast\s|some\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
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
    yield from _of_objects(sentence, dates, places)
    yield from _of_some(sentence, dates, places)
    yield from _launched(sentence, dates, places)
    yield from _taken(sentence, dates, places)


_NO_HEAD = re.compile(
    r".*\b(?:of|in|on|at|from|to|with|by|for|against|between|into|near|after|before|and|or|that|as|than)\s", re.DOTALL
)


def _of_subjects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_SUBJECT.finditer(text), _MOST):
        begin = found.end()
        end = closing(sentence, dates, begin) if found["comma"] else len(text)
        own = within(sentence, dates, begin, end)
        head = _HEAD.search(_NO_HEAD.sub("", text[max(0, found.start() - _HEAD_LETTERS) : found.start()]))
        if not own or head is None or not (found["comma"] or len(own) < len(dates)):
            continue  # "Rebels who took the hill on Monday": which rebels, no news
        if text.endswith((" hands", " control", " grip", " turn", " fact", " part"), 0, found.start()):
            continue  # "the dam, still in the group's hands, which was shelled on Sunday"
        town = next((one for one in places if one.end - sentence.start == found.start()), None)
        if town is not None:  # "out of Saraqib, who": of somebody before the town
            if _OF_TOWN.match(text, found.end() - len("which ")):
                subject = (town.start - sentence.start, found.start())
                yield Aside(found.start(), begin, end, subject, own, [town])
            continue
        subject = (found.start() - len(_noun(head["noun"] or head["bare"])), found.start())
        of_either = text.endswith(" of ", 0, subject[0])  # "a plan of the council, which"
        who = text.startswith("who ", found.end() - 4)
        if of_either and not (who and (_A_NAME.match(text, subject[0]) or _OF_NOBODY.search(text, 0, subject[0]))):
            continue
        yield Aside(found.start(), begin, end, subject, own, within(sentence, places, begin, end))


def _of_owners(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_OWNER.finditer(text), _MOST) if " whose " in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            yield Aside(found.start(), begin, end, None, own, within(sentence, places, begin, end))


def _noun(words: str) -> str:
    """The words behind the last verb among those before a relative clause: "the guards shot Omar Rida" is Omar Rida."""
    last = 0
    for word in re.finditer(r"[\w’'-]+\s", words):
        if is_past(word.group().strip().lower()):
            last = word.end()
    return words[last:]


def _of_objects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_OBJECT.finditer(text), _MOST):
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        told_of = [one for one in places if one.end - sentence.start == found.start()]
        if own:
            yield Aside(found.start(), begin, end, None, own, [*told_of, *within(sentence, places, begin, end)])


def _of_some(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_OF_SOME.finditer(text), _MOST) if " of wh" in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        if own:
            yield Aside(found.start(), begin, end, found.span("some"), own, within(sentence, places, begin, end))


def _launched(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_LAUNCHED.finditer(text), _MOST):
        end = until_mark(text, found.end())
        own = within(sentence, dates, found.end(), end)[:1]
        if own and _SHORTLY.fullmatch(text, found.end(), own[0].start - sentence.start):
            end = own[0].end - sentence.start
            inner = within(sentence, places, found.start(), end)
            finite = _CLAUSE_OPENS.search(text, 0, found.start()) is not None  # "where the uprising started in March"
            passive = 0 if finite else found.start("done")
            yield Aside(found.start(), found.start(), end, None, own, inner, goes_on=True, passive=passive)


def _taken(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for place in islice(places, _MOST):
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
