"""What a rule sees (the words it matched, the text around, the anchors in force) and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from timeline_app.model import Precision, TimexType, When
from timeline_app.temporal.anchors import Anchors
from timeline_app.temporal.numeric import Order
from timeline_app.temporal.tokens import Tokens
from timeline_app.temporal.words import CLASSES, FUTURE_WORDS, NO_PAST_FORMS, PAST_WORDS

_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})
_NEAR = 14  # tokens looked at on each side for the verb a date hangs on


_BEFORE_INFINITIVE = frozenset({"set", "going", "is", "are", "about", "likely", "due", "poised", "hoping"})
"""Words after which "to" and a verb look forward: "is set to begin", "are to meet"."""


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

    def __post_init__(self) -> None:
        number = 0
        for word in self.tokens.words:
            self.sentences.append(number)
            number += word in _SENTENCE_ENDS

    @property
    def published(self) -> date | None:
        """The publication day."""
        return self.anchors.published

    def tell(self, reading: Reading) -> None:
        """Remember a date told, for what follows."""
        if reading.when is not None and reading.tells and not self._looks_back(reading):
            self.anchors = self.anchors.told(
                reading.when.earliest,
                reading.when.latest,
                reading.when.precision,
                self.sentences[reading.i],
                reading.stated,
            )
        elif reading.timex_value.startswith("BC"):
            self.anchors = replace(self.anchors, first=None, last=None, sentence=-1, bc=True)

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

    def looks_forward(self, found: Found) -> bool | None:
        """Whether the verb nearest to the words looks forward; None when there is no telling.

        An adverb of time belongs to the nearest verb of its sentence, so the nearest signal decides, the
        one before the words when two are equally near.
        """
        sentence = self.sentences[found.i]
        for distance in range(1, _NEAR):
            for k in (found.i - distance, found.j - 1 + distance):
                if not 0 <= k < len(self.tokens.words) or self.sentences[k] != sentence:
                    continue
                word = self.tokens.words[k]
                if word in FUTURE_WORDS or (word == "to" and self.tokens.word(k - 1) in _BEFORE_INFINITIVE):
                    return True
                if word in PAST_WORDS:
                    return False
                if word.endswith("ed") and len(word) > 3 and word not in NO_PAST_FORMS:
                    return self.tokens.word(k - 1) == "be"  # "may be signed" lies ahead, "signed" does not
        return None


def precise(when: When) -> Precision:
    """The unit of a reading."""
    return when.precision
