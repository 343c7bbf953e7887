"""Sentences that tell more than one happening, cut into the clauses that tell them.

"Rebels captured the mill on Monday, while the army shelled the town on Tuesday" are two events. A clause is one of its
own where it has its own verb and its own day, or its own subject and its own place; "killed five and wounded ten"
stays one. What is not a clause's own is blanked in its text, so that all offsets hold and a subject that two verbs
share stands before both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.events.clauses.asides import relative_of
from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.clauses.cutting import LATER, TWO
from timeline_app.events.clauses.joining import joined_in
from timeline_app.events.clauses.opening import opening_of
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import Reading, read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import SURE
from timeline_app.model import DateMention, PlaceMention


def clauses_of(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """The happenings a sentence tells, in order; the whole sentence where it tells one.

    Args:
        sentence: its words.
        reading: what it reports.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    led = opening_of(sentence, dates, places)
    led = led or _led_to(sentence, reading, dates, places) or _run_on(sentence, dates, places)
    if led:
        return led
    beside = told_beside(sentence, dates, places)
    if not beside or beside[0].background:
        return beside or joined_in(sentence, reading, dates, places)
    main, *rest = beside
    joined = joined_in(main.sentence, main.reading, main.dates, main.places)
    return [*(replace(part, end=min(part.end, main.end)) for part in joined), *rest]


def told_beside(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The main clause and what a relative clause tells of a day or two of its own; nothing where there is none."""
    return [part for clause in relative_of(sentence, dates, places) for part in _parted_further(clause)]


def _parted_further(clause: Clause) -> list[Clause]:
    """A clause beside the main one with two days of its own: "who was seized on Monday and handed back on Friday"."""
    if not clause.background or (len(clause.dates) < TWO and not LATER.search(clause.sentence.text)):
        return [clause]
    parts = joined_in(clause.sentence, clause.reading, clause.dates, clause.places)
    if len(parts) < TWO:
        return [clause]
    return [
        replace(part, start=max(part.start, clause.start), end=min(part.end, clause.end), background=True)
        for part in parts
    ]


RUN_ON = 450
"""Characters from which a sentence is many that its writer parted by commas: few good ones are half as long."""

_LEAST_CLAUSE = 30
"""Characters of a clause that is told apart: "it rose to 51" goes with what it is told of."""

# ", in which they managed to", ", where the group", ", then the army", ", and the clashes"
_LEADING = re.compile(
    r"[,;]\s(?:(?:and|but|then|while|where|whereas|meanwhile|in\swhich|during\swhich|after\swhich|as\swell\sas)\s){0,2}",
    re.IGNORECASE,
)


def _run_on(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The clauses of a sentence far too long, cut at each comma behind which something is told; else nothing."""
    text = sentence.text
    if len(text) < RUN_ON:
        return []
    quotes = quoted_spans(text)
    cuts = [found for found in _LEADING.finditer(text) if not any(a < found.start() < b for a, b in quotes)]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    found: list[Clause] = []
    for begin, end in zip(starts, ends, strict=True):
        alone = replace(sentence, text=blanked(text, [(begin, end)]))
        told = read_sentence(alone.text)
        first, last = sentence.start + begin, sentence.start + end
        led = not text[:begin].rstrip().endswith((",", ";"))  # by a word that joins
        own = told is not None and told.verb.weight >= SURE and (led or not told.verb.subordinate)
        if told is not None and own and end - begin >= _LEAST_CLAUSE:
            found.append(Clause(alone, told, first, last, [], []))
        elif found and last - found[-1].start < RUN_ON:  # goes on with the clause before
            kept = (found[-1].start - sentence.start, end)
            found[-1] = replace(found[-1], sentence=replace(sentence, text=blanked(text, [kept])), end=last)
    if len(found) < TWO:
        return []
    return [
        replace(
            clause,
            dates=[one for one in dates if clause.start <= one.start < clause.end],
            places=[one for one in places if clause.start <= one.start < clause.end],
        )
        for clause in found
    ]


_COLON = re.compile(r"(?<=[^\W\d]):\s+(?=[a-z])")
_WHERE = re.compile(r",\s(?:where|in\swhich|during\swhich)\s")


def _led_to(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """What is told with its day where the words before it only lead to it, or tell what somebody says; else nothing.

    "The port stayed open: a tanker berthed on 6 November.", "The group condemns the shelling of Nyala, where 31 were
    killed on Wednesday."
    """
    text = sentence.text
    found = _COLON.search(text) if ":" in text else None
    if found is None and reading.type in ("accusation", "statement"):
        found = _WHERE.search(text, reading.verb.hit.end)
    if found is None or any(start < found.start() < end for start, end in quoted_spans(text)):
        return []
    at = sentence.start + found.end()
    own = [mention for mention in dates if mention.start >= at]
    before = read_sentence(text[: found.start()] + ".")
    tells = before is not None and before.verb.hit.signal.base not in _LASTING
    if (
        not own
        or len(own) < len(dates)
        or (found.re is _COLON and (tells or any(place.start < at for place in places)))
    ):
        return []
    alone = replace(sentence, text=blanked(text, [(found.end(), len(text))]))
    told = read_sentence(alone.text)
    if told is None or told.verb.weight < SURE:
        return []
    deed = Clause(alone, told, at, sentence.end, own, list(places))
    if found.re is _COLON:
        return [deed]
    said = replace(sentence, text=blanked(text, [(0, found.start())]))
    return [Clause(said, reading, sentence.start, sentence.start + found.start(), [], list(places)), deed]


def told_behind_colon(sentence: Sentence) -> Sentence | None:
    """The sentence with what leads to its colon blanked, where what stands behind is told with a day; else None.

    "What was agreed is unclear: on Saturday the league reported that a bus was due to leave"; for sentences that report
    nothing as a whole.
    """
    found = _COLON_AND_DAY.search(sentence.text)
    if (
        found is None
        or not _LEADS.fullmatch(sentence.text, 0, found.start())
        or any(start < found.start() < end for start, end in quoted_spans(sentence.text))
    ):
        return None
    behind = replace(sentence, text=blanked(sentence.text, [(found.end(), len(sentence.text))]))
    told = read_sentence(behind.text)
    return behind if told is not None and told.verb.weight >= SURE - 1 else None  # what is planned, too


# "What exactly was agreed remains unclear"; not "Perhaps the truth is simpler", "Whether it is true is unclear"
_LEADS = re.compile(
    r"\W{0,3}(?:What|Who|Where|How\smany|Much|Details)\b(?:(?!\b(?:whether|if|true|rumou?rs?)\b)[^:“”\"]){2,120}\b"
    r"(?:unclear|unknown|uncertain|open|disputed|not\s(?:clear|known))"
)
_COLON_AND_DAY = re.compile(r"(?<=[^\W\d]):\s+(?=(?:on|last|early|late)\s(?:[a-z]+\s){0,2}[A-Z\d])")

_LASTING = frozenset({"stay", "remain", "continue", "happen", "occur", "go on"})
"""Verbs of clauses that only lead to what a colon announces."""
