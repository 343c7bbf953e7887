"""Which words say that something happened, and of what type: the table `signals.toml`, inflected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

Form = Literal["past", "participle", "present", "gerund", "noun"]


REPORTING = frozenset({"statement"})
"""Types whose verbs introduce what somebody says."""

VIOLENT = frozenset({"strike", "attack", "clash", "offensive", "violence against civilians"})
"""Types of what armed people do to each other and to others."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One form of one signal word: the type it speaks for, its base form and its grammatical form.

    A regular past ("attacked") is also the participle: it is listed as "past".
    """

    type: str
    base: str
    form: Form


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal word in a sentence, by offsets into that sentence; `at` is the number of its first word."""

    start: int
    end: int
    signal: Signal
    others: tuple[Signal, ...] = ()
    at: int = 0


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = "aeiou"


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(resources.files("timeline_app.events.verbs").joinpath("signals.toml").read_text("utf-8"))


@cache
def _table() -> dict[str, list[Signal]]:
    """Lower-case form (up to three words) to the signals it may be, in the table's order."""
    raw = _raw()
    table: dict[str, list[Signal]] = {}
    for kind, verbs in raw["verbs"].items():
        for verb in verbs:
            for form, word in _inflect(verb, raw["irregular"]):
                table.setdefault(word, []).append(Signal(kind, verb, form))
    for kind, verbs in raw["told"].items():
        for verb in verbs:
            for form, word in _inflect(verb, raw["irregular"]):
                if form in ("past", "participle", "gerund"):  # the gerund counts behind "is" only
                    table.setdefault(word, []).append(Signal(kind, verb, form))
    for kind, nouns in raw["nouns"].items():
        for noun in nouns:
            table.setdefault(noun, []).append(Signal(kind, noun, "noun"))
    return table


def nouns_by_type() -> dict[str, list[str]]:
    """The nouns of the table by the type they speak for."""
    nouns: dict[str, list[str]] = _raw()["nouns"]
    return nouns


def forms_of_verb(verb: str, irregular: dict[str, list[str]]) -> set[str]:
    """All forms of a verb of one word, the base form among them; irregular pasts besides the table's as given."""
    return {word for _, word in _inflect(verb, {**irregular, **_raw()["irregular"]})}


def _inflect(verb: str, irregular: dict[str, list[str]]) -> list[tuple[Form, str]]:
    """All forms of a verb; of a phrasal one ("turn down") the first word bends."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    doubled = _doubles(head)
    stem = head + head[-1] if doubled else head
    past = head + "d" if head.endswith("e") else head[:-1] + "ied" if _consonant_y(head) else stem + "ed"
    gerund = head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else stem + "ing"
    third = (
        head[:-1] + "ies" if _consonant_y(head) else head + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", head) else "s")
    )
    forms: list[tuple[Form, str]] = [
        ("present", head + tail),
        ("present", third + tail),
        ("gerund", gerund + tail),
    ]
    if head in irregular:
        forms.append(("past", irregular[head][0] + tail))
        forms.append(("participle", irregular[head][-1] + tail))
    else:
        forms.append(("past", past + tail))
    if not doubled and re.search(r"[^aeiou][aeo]l$", head):  # "travelled", as written outside the United States
        forms += [("past", f"{head}led{tail}"), ("gerund", f"{head}ling{tail}")]
    return forms


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS


def _doubles(word: str) -> bool:
    """Whether the last consonant doubles: one syllable, or one of the stressed endings listed."""
    if not re.search(r"[^aeiou][aeiou][bdgklmnprt]$", word):
        return False
    return len(re.findall(r"[aeiou]+", word)) == 1 or word.endswith(
        ("mit", "fer", "bel", "pel", "nap", "cur", "rol", "drop")
    )


@lru_cache(maxsize=32)
def words(text: str) -> tuple[re.Match[str], ...]:
    """The words of a text with their offsets; hyphens and apostrophes stay inside a word."""
    return tuple(_WORD.finditer(text))


@lru_cache(maxsize=32)
def plain_words(text: str) -> list[str]:
    """The same in lower case with plain apostrophes; "IS" is the group, no auxiliary, but in a line of capitals."""
    plain = [_bare(token[0]) for token in words(text)]
    if "IS" in text and not text.isupper():
        return [_GROUP if token[0] == "IS" else word for token, word in zip(words(text), plain, strict=True)]
    return plain


_GROUP = "isis"


@cache
def _longest() -> dict[str, int]:
    """The words that begin a signal, each with the words of the longest signal it begins."""
    longest: dict[str, int] = {}
    for phrase in _table():
        head, *rest = phrase.split(" ")
        longest[head] = max(longest.get(head, 0), 1 + len(rest))
    return longest


@cache
def never_participle(base: str) -> bool:
    """Whether a verb's past can be no participle: it takes no object ("arrived") or has one of its own ("withdrew")."""
    own = _raw()["irregular"].get(base.partition(" ")[0], [""])
    return own[0] != own[-1] or base in _raw()["intransitive"]["verbs"]


@cache
def _pasts() -> frozenset[str]:
    return frozenset(own[0] for own in _raw()["irregular"].values() if own[0] != own[-1])


def is_only_past(word: str) -> bool:
    """Whether a word in lower case is an irregular verb's past and no participle: "tore", "fell"."""
    return word in _pasts()


@lru_cache(maxsize=16_384)
def signals_of(word: str) -> Sequence[Signal]:
    """What a single word may signal, the table's first choice first."""
    return _table().get(_bare(word), ())


def present_of(word: str) -> Signal | None:
    """The verb, of those told in the past only too, whose present a word may be: "board" and "boards" of "board"."""
    return _presents().get(_bare(word))


@cache
def _presents() -> dict[str, Signal]:
    raw = _raw()
    presents: dict[str, Signal] = {}
    for group in (raw["verbs"], raw["told"]):
        for kind, verbs in group.items():
            for verb in verbs:
                for form, word in _inflect(verb.partition(" ")[0], raw["irregular"]):
                    if form == "present" and (" " not in verb or word not in presents):
                        presents.setdefault(word, Signal(kind, verb, form))
    return presents


@lru_cache(maxsize=32)
def find_signals(text: str) -> tuple[Hit, ...]:
    """Every signal word of a sentence in order, the longest phrase first, never overlapping."""
    table, longest = _table(), _longest()
    found: list[Hit] = []
    tokens, plain = words(text), plain_words(text)
    at = 0
    while at < len(tokens):
        if plain[at] not in longest:
            at += 1
            continue
        length = min(longest[plain[at]], len(tokens) - at)
        while length:
            signals = table.get(plain[at] if length == 1 else " ".join(plain[at : at + length]))
            if signals and _is_name(text, tokens[at], at):
                signals = [signal for signal in signals if signal.form == "noun"]
            if signals:
                start, end = tokens[at].start(), tokens[at + length - 1].end()
                found.append(Hit(start, end, signals[0], tuple(signals[1:]), at))
                break
            length -= 1
        at += max(1, length)
    return tuple(found)


def _bare(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_name(text: str, token: re.Match[str], position: int) -> bool:
    """Whether a word is capitalised where a verb would not be: the "State" of a name, not of a sentence's start."""
    opens = position == 0 or text[: token.start()].rstrip(" ")[-1:] in "\"“‘'([:.!?—–"
    return token.group()[0].isupper() and not opens and not text.isupper()


def forms_of(hit: Hit) -> set[Form]:
    """The grammatical forms that a signal word may be."""
    return {signal.form for signal in (hit.signal, *hit.others)}
