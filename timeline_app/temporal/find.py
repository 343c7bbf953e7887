"""Find the time expressions of a text: scan once, read from left to right, join ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from timeline_app.model import DateMention
from timeline_app.temporal.anchors import Anchors
from timeline_app.temporal.bracketed import find_bracketed
from timeline_app.temporal.clean import Clean, clean
from timeline_app.temporal.grammar import OTHER, Compiled, Grammar
from timeline_app.temporal.numeric import proven_orders, read_numeric
from timeline_app.temporal.other_languages import find_foreign
from timeline_app.temporal.ranges import join_ranges, since
from timeline_app.temporal.rules import MACROS, RULES
from timeline_app.temporal.say import PUBLICATION
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.style import has_surname_may, is_narrative
from timeline_app.temporal.tokens import NUMBER_CLASSES, Tokens, tokenize


@dataclass(frozen=True, slots=True)
class _Table:
    """The rules compiled, and for each pair of letters met so far those that may begin with it, in order.

    Attributes:
        begins: any letter that a match of some rule begins with: most words are passed over by it.
    """

    grammar: Grammar
    rules: list[tuple[Compiled, Rule]]
    begins: re.Pattern[str]
    by_first: dict[str, list[tuple[frozenset[str] | None, re.Pattern[str], Rule]]] = field(default_factory=dict)
    by_pair: dict[str, list[tuple[re.Pattern[str], Rule]]] = field(default_factory=dict)

    def beginning(self, pair: str) -> list[tuple[re.Pattern[str], Rule]]:
        """The rules whose match may begin with two letters (one at the end of a text)."""
        known = self.by_pair.get(pair)
        if known is None:
            second = pair[1:]
            known = [
                (regex, rule) for seconds, regex, rule in self._first(pair[0]) if seconds is None or second in seconds
            ]
            self.by_pair[pair] = known
        return known

    def _first(self, letter: str) -> list[tuple[frozenset[str] | None, re.Pattern[str], Rule]]:
        """The rules whose match may begin with a letter, each with the letters that may follow: few of all."""
        known = self.by_first.get(letter)
        if known is None:
            asked = ((compiled.seconds(letter), compiled.regex, rule) for compiled, rule in self.rules)
            known = self.by_first[letter] = [row for row in asked if row[0] is None or row[0]]
        return known


def find_dates(text: str, published: date | None, language: str = "", day_name: str = PUBLICATION) -> list[DateMention]:
    """The time expressions of a text, in order, not overlapping.

    Args:
        text: any text; offsets of the answer are its code points.
        published: the day it was published; without it words like "Wednesday" or "last week" that are
            reckoned from publication have no `when`. No date is ever invented.
        language: BCP 47 tag of the document ("fr", "en-GB"), by which 12/02/19 is read where nothing better
            decides; "" when it is not known.
        day_name: what `published` is called where something is reckoned from it, such as "the dateline".

    Of a range ("between 28 and 31 August") each end is a mention with its own `timex_value`, and the
    `when` of both is the whole range.
    """
    plain = clean(text)
    grammar = _table().grammar
    tokens = tokenize(plain.text, grammar.letters, grammar.letter_of, OTHER)
    scene = Scene(tokens, Anchors(published, day_name, is_narrative(tokens, published)))
    scene.language = language
    scene.surname_may = has_surname_may(tokens)
    scene.proven = proven_orders(
        read_numeric(tokens.surface(k), published) for k in tokens.having(grammar.letter_of("NUMERIC"))
    )
    readings = join_ranges(scene, _read_all(scene))
    mentions = [_mention(text, plain, tokens, reading) for reading in readings]
    return _with_foreign(mentions, text, plain, tokens, published)


def _with_foreign(
    mentions: list[DateMention], text: str, plain: Clean, tokens: Tokens, published: date | None
) -> list[DateMention]:
    """The mentions together with those in Arabic or French and those in brackets, of which the longer wins."""
    found = [*find_foreign(plain.text, tokens.words, published), *find_bracketed(plain.text, published)]
    if not found:
        return mentions
    for first, last, mention in found:
        start, end = plain.span(first, last)
        mentions.append(replace(mention, start=start, end=end, text=text[start:end]))
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _read_all(scene: Scene) -> list[Reading]:
    """The readings of all time expressions; each word is looked at by the rules that may begin with it."""
    letters, table = scene.tokens.letters, _table()
    by_pair = table.by_pair
    readings: list[Reading] = []
    i = 0
    begins = table.begins
    while (begin := begins.search(letters, i)) is not None:
        i = begin.start()
        pair = letters[i : i + 2]
        rules = by_pair.get(pair)
        if rules is None:
            rules = table.beginning(pair)
        i = _read_at(scene, i, rules, readings) if rules else i + 1
    return readings


def _read_at(scene: Scene, i: int, rules: list[tuple[re.Pattern[str], Rule]], readings: list[Reading]) -> int:
    """Let the rule with the longest match read, then the next longest; the position to go on from."""
    letters = scene.tokens.letters
    matches = [(match.end(), rule) for regex, rule in rules if (match := regex.match(letters, i))]
    matches.sort(key=lambda m: -m[0])
    for end, rule in matches:
        found = Found(scene.tokens, i, end)
        answer = rule.read(scene, found)
        if answer is not None:
            for reading in (since(scene, reading) for reading in answer):
                readings.append(reading)
                scene.tell(reading)
            return max((reading.j for reading in answer), default=end)
    return i + 1


def _mention(text: str, plain: Clean, tokens: Tokens, reading: Reading) -> DateMention:
    start, end = plain.span(tokens.starts[reading.i], tokens.ends[reading.j - 1])
    return DateMention(
        start, end, text[start:end], reading.timex_type, reading.timex_value, reading.when, reading.reason
    )


@cache
def _table() -> _Table:
    grammar = Grammar((rule.pattern for rule in RULES), MACROS, NUMBER_CLASSES)
    rules = [(grammar.compile(rule.pattern), rule) for rule in RULES]
    firsts = {letter for compiled, _ in rules for letter in (*compiled.alone, *compiled.second)}
    return _Table(grammar, rules, re.compile(f"[{''.join(sorted(firsts))}]"))
