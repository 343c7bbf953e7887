"""What a rule sees (the words it matched, the text around, the anchors in force) and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate, islice

from timeline_app.model import Precision, TimexType, When
from timeline_app.temporal import say
from timeline_app.temporal.anchors import Anchors
from timeline_app.temporal.numeric import Order
from timeline_app.temporal.tokens import Tokens
from timeline_app.temporal.words import CLASSES, FUTURE_WORDS, NO_PAST_FORMS, PAST_WORDS, PLAIN_PRESENT

_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})
_NEAR = 14  # tokens looked at on each side for the verb a date hangs on


_SINCE_WORDS = 10
"""Tokens before a date among which "since" makes it the beginning of what is compared."""

_BEFORE_INFINITIVE = frozenset(
    {"set", "going", "is", "are", "about", "likely", "due", "poised", "hoping", "agreed", "agree", "agrees", "promised",
     "vowed", "pledged", "threatened", "offered", "plan", "wants", "want", "hope", "intend", "decided", "ready", "voted"}
)  # fmt: skip
"""Words after which "to" and a verb look forward: "is set to begin", "are to meet", "agreed to withdraw"."""

_FIXED_FOR = frozenset({"set", "scheduled", "slated", "planned", "due", "booked", "fixed", "called", "expected"})
"""Words after which "for" names a day ahead: "the vote is set for 3 March"."""

_MODALS = frozenset(
    {"will", "would", "could", "might", "must", "should", "can", "shall", "'ll", "is", "are", "has", "have"}
)

_AUXILIARIES = _MODALS | {"let", "to", "did", "not", "the", "a", "an", "his", "their", "of"}

_BEFORE_NOUN = frozenset({"in", "its", "her", "any", "no", "for", "by", "on", "from", "of", "with"})
"""Words before a present that is a noun there: "in return", "for release"."""

_NEXT_CLAUSE = frozenset({"and", "but", "while", "who", "which", "whereas", "although", "though", "because"})
"""Words behind a date after which another verb has the say, unless they join it to a further date."""

_SUBJECTS = frozenset({"it", "he", "she", "they"})
"""Pronouns that open a clause behind the date of another one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule's answer for some of the words it matched.

    Attributes:
        i, j: tokens i..j-1 are the mention.
        timex_type, timex_value, when, reason: see `model.DateMention`.
        tells: whether later words may be reckoned from it.
        stated: whether the year was said.
        open_year: month and day of a reading that lacks its year, to be given by a neighbour.
    """

    i: int
    j: int
    timex_type: TimexType
    timex_value: str
    when: When | None = None
    reason: str = ""
    tells: bool = True
    stated: bool = False


Reader = Callable[["Scene", "Found"], list[Reading] | None]
"""None: not a time expression after all, another rule may try. []: none, and none inside it either."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: what it is called, what it matches, an example, and who reads it."""

    name: str
    pattern: str
    example: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens i..j-1 a rule matched."""

    tokens: Tokens
    i: int
    j: int

    def having(self, name: str, i: int | None = None) -> Iterator[int]:
        """Positions of the tokens of a word class."""
        words = CLASSES[name]
        return (k for k in range(self.i if i is None else i, self.j) if self.tokens.words[k] in words)

    def value(self, name: str) -> object:
        """What the first word of a class is worth, None when there is none."""
        for k in self.having(name):
            return CLASSES[name][self.tokens.words[k]]
        return None

    def number(self, name: str) -> int | None:
        """The same for classes worth a whole number."""
        value = self.value(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str | None:
        """The same for classes worth a code."""
        value = self.value(name)
        return value if isinstance(value, str) else None

    def has(self, *words: str) -> bool:
        """Whether one of the words stands in it."""
        return any(word in self.tokens.words[self.i : self.j] for word in words)

    def digits(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Position and value of plain numbers and ordinals between low and high."""
        for k in range(self.i, self.j):
            value = number_at(self.tokens, k)
            if value is not None and low <= value <= high:
                yield k, value

    @property
    def text(self) -> str:
        """The words as written."""
        return self.tokens.text[self.tokens.starts[self.i] : self.tokens.ends[self.j - 1]]


def number_at(tokens: Tokens, k: int) -> int | None:
    """The number token k is in digits ("28", "28th", "'89") or as an ordinal word."""
    word = tokens.words[k].lstrip("'")
    if word.isdigit() and len(word) < 6:
        return int(word)
    if word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}:
        return int(word[:-2])
    value = CLASSES["ORDWORD"].get(word)
    return value if isinstance(value, int) else None


@dataclass(slots=True)
class Scene:
    """A text being read from left to right."""

    tokens: Tokens
    anchors: Anchors
    proven: set[Order] = field(default_factory=set)
    sentences: list[int] = field(default_factory=list)
    surname_may: bool = False
    language: str = ""

    def __post_init__(self) -> None:
        ends = map(_SENTENCE_ENDS.__contains__, self.tokens.words)
        self.sentences += islice(accumulate(ends, initial=0), len(self.tokens.words))

    @property
    def published(self) -> date | None:
        """The publication day."""
        return self.anchors.published

    @property
    def publication(self) -> str:
        """The name of that day as an anchor; "" when it is not known."""
        day = self.anchors.published
        return "" if day is None else say.publication(day, self.anchors.day_name)

    def tell(self, reading: Reading) -> None:
        """Remember a date told, for what follows."""
        aside = self._looks_back(reading) or self._compares(reading) or self._tells_what_had_been(reading)
        aside = aside or self._closes_a_relative(reading)
        if reading.when is not None and reading.tells and not aside:
            self.anchors = self.anchors.told(
                reading.when.earliest,
                reading.when.latest,
                reading.when.precision,
                self.sentences[reading.i],
                reading.stated or (self.anchors.year_stated and say.is_told(reading.when.anchor)),
                opens=any(self.starts_sentence(k) for k in range(max(0, reading.i - 1), reading.i + 1)),
            )
        elif reading.when is not None and reading.tells and reading.stated:
            days = (reading.when.earliest, reading.when.latest)
            self.anchors = replace(self.anchors, background=days, background_sentence=self.sentences[reading.i])
        elif reading.timex_value.startswith("BC"):
            self.anchors = replace(self.anchors, first=None, last=None, sentence=-1, bc=True)
        is_told_day = reading.when is not None and reading.tells and reading.when.precision == "day"
        if reading.when is not None and (is_told_day or self._lasts(reading)):
            day, sentence = reading.when.earliest, self.sentences[reading.i]
            named = is_told_day or len(reading.timex_value) >= len("2019-05-04")  # "since May" names no day
            self.anchors = replace(self.anchors, beside=day, beside_sentence=sentence, beside_named=named)

    def _lasts(self, reading: Reading) -> bool:
        """Whether a day is the first of what lasts: "since 4 May"."""
        return (
            reading.when is not None
            and reading.when.extent == "throughout"
            and self.tokens.word(reading.i - 1) == "since"
        )

    def _compares(self, reading: Reading) -> bool:
        """Whether a day only says since when: "the first death since the offensive began on Monday".

        Of a text with a publication date; what is told on goes on from the day told before, not from that one.
        """
        if self.published is None or self.anchors.first is None:
            return False
        words = self.tokens.words
        for k in range(reading.i - 1, max(-1, reading.i - _SINCE_WORDS), -1):
            if words[k] in _SENTENCE_ENDS or words[k] == ",":
                return False
            if words[k] == "since":
                return True
        return False

    def _closes_a_relative(self, reading: Reading) -> bool:
        """Whether a month or year only dates what is told between commas: "Daraa, where it began in March 2011, fell".

        Of a text with a publication date; the days told behind it are of the story's year.
        """
        when = reading.when
        if self.published is None or self.anchors.narrative or when is None or when.precision not in {"month", "year"}:
            return False
        words = self.tokens.words
        if self.tokens.word(reading.j) != ",":
            return False
        for k in range(reading.i - 1, max(0, reading.i - _NEAR), -1):
            if words[k] in {"where", "which", "who", "whose", "when"}:
                return words[k - 1] == ","
            if words[k] in _SENTENCE_ENDS or words[k] == ",":
                return False
        return False

    def _tells_what_had_been(self, reading: Reading) -> bool:
        """Whether an earlier day is only what had been before: "The army had seized the town on May 8.".

        Of a text with a publication date; the story goes on from the day told before.
        """
        first, when = self.anchors.first, reading.when
        if self.published is None or self.anchors.narrative or first is None or when is None or when.latest >= first:
            return False
        begin = max(0, reading.i - _NEAR)
        return any(
            word == "had" and self.sentences[begin + k] == self.sentences[reading.i]
            for k, word in enumerate(self.tokens.words[begin : reading.i])
        )

    def _looks_back(self, reading: Reading) -> bool:
        """Whether a bare year is a comparison or a look back and not where the story goes on.

        A story tells its years in order, so a year alone moves it only forward, by at most ten years;
        a full date, or a year that opens a paragraph, moves it anywhere.
        """
        year, when = self.anchors.year_in_force, reading.when
        if (
            not self.anchors.narrative
            or year is None
            or when is None
            or when.precision not in {"year", "decade", "century"}
        ):
            return False
        return not year <= when.earliest.year <= year + 10 and not self._opens_paragraph(reading.i)

    def _opens_paragraph(self, i: int) -> bool:
        return "\n" in self.tokens.words[max(0, i - 8) : i]

    def starts_sentence(self, k: int) -> bool:
        """Whether token k is the first of its sentence."""
        return k == 0 or self.sentences[k] != self.sentences[k - 1]

    def looks_forward(self, found: Found) -> bool | None:
        """Whether the verb nearest to the words looks forward; None when there is no telling.

        An adverb of time belongs to the nearest verb of its sentence, so the nearest signal decides, the
        one before the words when two are equally near.
        """
        before = self.tokens.word(found.i - 1), self.tokens.word(found.i - 2)
        is_on = before[0] == "on" and before[1] in {"is", "are"} and not self.tokens.capital(found.i - 2)  # "IS"
        if is_on or (before[0] == "for" and before[1] in _FIXED_FOR):
            return True
        end = self._clause_end(found)
        if found.j < end and self.tokens.words[found.j] not in _MODALS:
            ahead = self._verb_looks_forward(found.j)
            if ahead is not None:
                return ahead
        for distance in range(1, _NEAR):
            for k in (found.i - distance, found.j + distance):
                if not 0 <= k < end or self.sentences[k] != self.sentences[found.i]:
                    continue
                ahead = self._verb_looks_forward(k)
                if ahead is not None:
                    return ahead
        return self._rest_looks_forward(found.j)

    def _rest_looks_forward(self, j: int) -> bool | None:
        """What the words say that were kept for last: a modal right behind the date, or another clause's verb."""
        for k in range(j, min(j + _NEAR, len(self.tokens.words))):
            if self.sentences[k] != self.sentences[j]:
                break
            ahead = self._verb_looks_forward(k)
            if ahead is not None:
                return ahead
        return None

    def _clause_end(self, found: Found) -> int:
        """The token at which the clause of a date ends: "and", "who", or the comma that closes an insertion.

        "The minister, shot on Friday, will be buried": unless the date opens the sentence, what follows a comma
        after it goes on with what stood before the insertion.
        """
        words, j = self.tokens.words, found.j
        opens = found.i < 2 or self.sentences[found.i - 2] != self.sentences[found.i]  # "On Friday, he will"
        if self.tokens.word(j) == "," and not opens and not self._is_date_word(j + 1):
            return j
        if not opens and self.tokens.word(j) in _SUBJECTS:
            return j  # "said on Monday it would pull out"
        for k in range(j, min(j + _NEAR, len(words))):
            if words[k] in _NEXT_CLAUSE and not self._is_date_word(k + 1):
                return k
        return len(words)

    def _is_date_word(self, k: int) -> bool:
        word = self.tokens.word(k)
        return word[:1].isdigit() or any(word in CLASSES[name] for name in ("WEEKDAY", "MONTH", "TODAY", "PART"))

    def _verb_looks_forward(self, k: int) -> bool | None:
        """What one word says of the time of its clause, None when it is silent."""
        word, before = self.tokens.words[k], self.tokens.word(k - 1)
        if word == "ahead":
            return self._ahead_looks_forward(k)
        if word in FUTURE_WORDS or (word == "to" and before in _BEFORE_INFINITIVE):
            return True
        if word in PLAIN_PRESENT and before not in _AUXILIARIES and before not in _BEFORE_NOUN:
            return True
        if word == "may" and not self.tokens.capital(k) and self.tokens.word(k + 1) not in _DONE:
            return True
        if word in PAST_WORDS:
            return before == "be"  # "might be held"
        if word.endswith("ed") and len(word) > 3 and word not in NO_PAST_FORMS:
            return before == "be"  # "may be signed" lies ahead, "signed" does not
        return None

    def _ahead_looks_forward(self, k: int) -> bool | None:
        """What "ahead" says: of a day "ahead of Friday's vote", in "the weeks ahead"; of none in "the road ahead"."""
        before, after = self.tokens.word(k - 1), self.tokens.word(k + 1)
        if before in PAST_WORDS or (before.endswith("ed") and len(before) > _LETTERS_OF_PAST):
            return False  # "pressed ahead Monday", "went ahead on Friday"
        if before in _STRETCHES or before in {"lie", "lies", "look", "looks", "looking", "go", "goes"}:
            return True
        return True if after == "of" and self._is_date_word(k + 2) else None


_LETTERS_OF_PAST = 4
_STRETCHES = frozenset("day days week weeks month months year years weekend hours time times".split())
_DONE = frozenset({"have", "has", "had"})
"""After "may" these tell what may have happened already."""


def precise(when: When) -> Precision:
    """The unit of a reading."""
    return when.precision
