"""Whom words mean that name nobody: "Dillon", "the army", "the group", "he said", by what the document has told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline_app.events.who.named import Named, are_apart
from timeline_app.events.who.people import is_of_speech
from timeline_app.events.who.peoples import People, peoples

# "the army", "The Army", "the Syrians' army" no; "the army chief" means him
_THE_ARMY = re.compile(
    r"(?<!\w)[Tt]he\s(?:[Aa]rmy|military|air\sforce|armed\sforces|General\sCommand|army\scommand)(?=['’]s?\s|[,.;:]|\s(?!of\b|[A-Z]"
    r"|(?:council|base|post|checkpoint|chief|airport|hospital|spokesman|position|convoy|barracks|wing|intelligence|commander|court"
    r"|prosecutor|leadership|source|official|operation|campaign|defector|barrack|vehicle|media|unit)s?\b)|$)"
)
_THE_REGIME = re.compile(
    r"(?<!\w)[Tt]he\s(?:regime|government)(?=['’]s?\s|[,.;:]|\s(?!of\b|in\b|[A-Z]|forces|troops|soldiers|side\b|controlled)|$)"
)
# "the group", "the organisation", "the militants"
_THE_GROUP = re.compile(
    r"(?<!\w)[Tt]he\s(?P<what>group|organi[sz]ation|movement|militia|militants|jihadists|jihadis|terrorists|extremists|insurgents)(?=['’]s?\s|[,.;:]|\s|$)"
)
# "he said", "She told reporters", "It added"
_PRONOUN_SAYS = re.compile(
    r"(?<![\w’'])(?P<who>[Hh]e|[Ss]he|[Ii]t)\s(?:(?:has|had|also|later|then)\s){0,2}(?P<verb>[a-z]{3,14})\b"
)

_JIHADISTS = frozenset(
    {
        "Islamic State",
        "Hayat Tahrir al-Sham",
        "al-Qaeda",
        "Fatah al-Islam",
        "al-Shabaab",
        "Boko Haram",
        "Taliban",
        "Hurras al-Din",
    }
)
_SPEAKING_BODIES = frozenset(
    {"organisation", "government force", "coalition", "government", "media", "news agency", "armed group"}
)


@dataclass(slots=True)
class Cast:
    """Who has been named in a document so far, and whose army and government its story is about."""

    text: str
    surnames: dict[str, str] = field(default_factory=dict)
    person: str | None = None
    army: str | None = None
    speaker: str | None = None
    groups: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    _home: tuple[People | None, ...] = ()

    def meet(self, named: Sequence[Named]) -> None:
        """Remember who is named in a sentence."""
        for one in named:
            if one.kind == "person":
                self.person = one.name
                self._learn_surname(one.name)
            elif one.kind == "government force" and one.name.endswith(("army", "military")):
                self.army = one.name
            elif one.kind in ("armed group", "organisation"):
                self.groups.pop(one.name, None)
                self.groups[one.name] = None  # the last one last
            self.bodies.setdefault(one.name, one.kind)

    def heard(self, speaker: str | None) -> None:
        """Remember which body spoke last: "it added"."""
        if speaker is not None and self.bodies.get(speaker) in _SPEAKING_BODIES:
            self.speaker = speaker

    def _learn_surname(self, name: str) -> None:
        *first, last = name.split()
        if first and len(last) > 3:
            self.surnames[last] = name
            if last.lower().startswith(("al-", "el-")) and len(last) > 6:
                self.surnames[last[3:]] = name
            self.surnames["al-" + last] = name

    @property
    def home(self) -> People | None:
        """The people whose name the document has most often: the army of a story about Syria is the Syrian one."""
        if not self._home:
            counts = {
                people: sum(map(self.text.count, {*people.adjectives, *people.countries})) for people in peoples()
            }
            most = max(counts, key=counts.__getitem__)
            self._home = (most if counts[most] else None,)
        return self._home[0]

    def meant_in(self, sentence: str, named: Sequence[Named]) -> Iterator[Named]:
        """Those meant in a sentence by words that name nobody, apart from who is named.

        Args:
            sentence: the words.
            named: who is named in them.
        """
        found = list(named)
        for one in (*self._by_surname(sentence), *self._by_kind(sentence, named), *self._by_pronoun(sentence, named)):
            if are_apart(one, found):
                found.append(one)
                yield one

    def _by_surname(self, sentence: str) -> Iterator[Named]:
        for surname, name in self.surnames.items():
            if surname not in sentence:
                continue
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", sentence):
                if not _IS_NAMESAKE.search(sentence, 0, match.start()):
                    yield Named(match.start(), match.end(), name, "person")

    def _by_kind(self, sentence: str, named: Sequence[Named]) -> Iterator[Named]:
        if "he " not in sentence:
            return
        army = self.army or (self.home.forces if self.home else None)
        for match in _THE_ARMY.finditer(sentence) if army else ():
            yield Named(match.start(), match.end(), army or "", "government force")
        government = self.home.government if self.home else None
        for match in _THE_REGIME.finditer(sentence) if government else ():
            yield Named(match.start(), match.end(), government or "", "government")
        here = {one.name for one in named}
        for match in _THE_GROUP.finditer(sentence):
            group = self._group(match["what"])
            if group is not None and group not in here:
                yield Named(match.start(), match.end(), group, "armed group")

    def _group(self, what: str) -> str | None:
        """The last group named, of militants the only kind that are."""
        if what in ("group", "organization", "organisation", "movement", "militia"):
            return next(reversed(self.groups), None)
        armed = [name for name in self.groups if name in _JIHADISTS]
        return armed[0] if len(armed) == 1 else None

    def _by_pronoun(self, sentence: str, named: Sequence[Named]) -> Iterator[Named]:
        for match in _PRONOUN_SAYS.finditer(sentence):
            before = [one for one in named if one.end <= match.start()]
            if before or not is_of_speech(match["verb"]):
                continue
            who = self.speaker if match["who"] in ("It", "it") else self.person
            if who is not None:
                yield Named(match.start(), match.end("who"), who, "person" if who == self.person else "organisation")


# "Maher Assad" when Bashar is known: another one's first name
_IS_NAMESAKE = re.compile(
    r"(?<=[a-z,]\s)(?!Mr|Mrs|Ms|Dr|Gen|Col|President|Minister|General|Colonel|Sheikh|Sayyed|Captain|Major)[A-Z][a-z]{2,12}\s$"
)
