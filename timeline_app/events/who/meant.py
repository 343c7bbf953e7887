"""Whom words mean that name nobody: "Dillon", "the army", "the group", "he said", by what was told before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.events.who.homes import Home
from timeline_app.events.who.named import Named, Taken
from timeline_app.events.who.people import is_of_saying, speaks_in
from timeline_app.events.who.pronouns import Sex, is_harmed, is_he_harmed, may_mean_another, sex_of
from timeline_app.events.who.surnames import Surnames

_ARMYS = (
    "council|base|post|checkpoint|chief|airport|hospital|spokesman|position|convoy|barrack|wing|intelligence|commander|court|prosecutor"
    "|leadership|source|official|operation|campaign|defector|vehicle|media|unit"
)
# "the army", "The military had"; not "the army chief", "the army of Islam", "the military operation"
_ARMY = (
    r"(?P<army>[Aa]rmy|military|air\sforce|armed\sforces|General\sCommand|army\scommand)"
    rf"(?=['’]s?\s|[,.;:]|$|\s(?!of\b|[A-Z]|(?:{_ARMYS})s?\b))"
)
# "the government": who does it; not "the government of Iraq", "the government side"
_GOVERNMENT = (
    r"(?P<government>regime|government)(?=\s[a-z]{3,12}(?:ed|s|d|t|ew|ook|ave)\b(?<!forces)(?<!troops)(?<!soldiers))"
)
# "the group", "the organisation"; not "the group of men", "the movement Amal"
_GROUP = r"(?P<group>group|organi[sz]ation|movement|militia)(?=['’]s?\s|[,.;:]|\s(?!of\b|[A-Z])|$)"
_THE = re.compile(rf"(?<!\w)[Tt]he\s(?:{_ARMY}|{_GOVERNMENT}|{_GROUP})")
# "He has told reporters", "...,” she said", "it added"; not "the caliphate it proclaimed"
_PRONOUN_SAYS = re.compile(
    r"(?:^\W{0,3}|[,;”\"]\s|\b(?:and|but|yet)\s)(?P<who>[Hh]e|[Ss]he|[Ii]t)\s(?:(?:has|had|also|later|then)\s){0,2}(?P<verb>[a-z]{3,14})\b"
)
# "the group said", "the group has said"
_VERB = re.compile(r"\s(?:(?:has|had|also|later)\s){0,2}(?P<verb>[a-z]{3,14})\b")

_JUDGES = frozenset(
    "accused accuses urged urges called calls condemned condemns documented recorded blamed criticised "
    "criticized".split()
)
"""Verbs of those who judge what others did: "the group accused the army"."""
_JIHADISTS = frozenset(
    "Islamic State|Hayat Tahrir al-Sham|al-Qaeda|Fatah al-Islam|al-Shabaab|Boko Haram|Taliban|Hurras al-Din".split("|")
)
_HE_LASTS = 3
"""Sentences for which the last person named is "he"."""
_GROUP_LASTS = 3
"""Sentences for which "the militants" are the group named before."""
_NATIONAL = frozenset({"government force", "government"})
_SPEAKING_BODIES = frozenset(
    {"organisation", "government force", "coalition", "government", "media", "news agency", "armed group"}
)


def _may_go_on(sentence: str, one: Named) -> bool:
    """Whether a person named may be who "he" is next: not "Rida's men", not who was killed."""
    return not sentence.startswith(("'s ", "’s "), one.end) and not is_harmed(sentence, one)


# "the jihadists", "the ten militants"
_THOSE = re.compile(r"\b[Tt]h(?:e|ese|ose)\s(?:[a-z-]{2,12}\s)?$")
# "other militants", "rival jihadists": not the group named beside them
_OTHERS = re.compile(
    r"\b(?:other|rival|unidentified|unknown|foreign|and|or|with|between|against)\s(?:[a-z-]{2,12}\s)?$"
)


def _are_of(one: Named, is_beside: bool, sentence: str) -> bool:
    """Whether militants are a group told of: "the jihadists", or any beside its name; not "militants of the Sinai"."""
    if one.name != "militants" or sentence.startswith((" of ", " from "), one.end):
        return False
    before = sentence[max(0, one.start - 30) : one.start]
    if is_beside:
        return _OTHERS.search(before) is None
    return _THOSE.search(before) is not None


def _places(no_names: Sequence[tuple[int, int]]) -> list[Named]:
    return [Named(start, end, "", "place") for start, end in no_names]


def _speaks(sentence: str, one: Named) -> bool:
    """Whether a verb of saying stands right behind a body: "The army said"."""
    says = _VERB.match(sentence, one.end)
    return says is not None and is_of_saying(says["verb"])


def _is_subject_of(sentence: str, one: Named) -> bool:
    """Whether a body that reports and does not fight opens a sentence: "Human Rights Watch published a report"."""
    opens = one.start < _OPENING_LONG and _OPENS.fullmatch(sentence, 0, one.start) is not None
    return opens and one.kind in ("organisation", "media", "news agency")


# "The", "The Britain-based": what may stand before a body that opens its sentence
_OPENS = re.compile(r"[\s“\"]{0,2}(?:[Tt]he\s)?(?:(?:[A-Z][\w.]{1,15}-)?[a-z]{4,12}\s)?")
_OPENING_LONG = 40
"""Characters of it, at most."""


@dataclass(slots=True)
class Cast:
    """Who has been named in a document so far, and whose army and government its story is about."""

    text: str
    person: str | None = None
    army: str | None = None
    military: str | None = None
    government: str | None = None
    speaker: str | None = None
    groups: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    _home: Home = field(init=False)
    _surnames: Surnames = field(init=False)
    _sexes: dict[str, Sex] = field(default_factory=dict)
    _read: int = 0
    _named_at: int = 0
    _paragraph: int = 0
    _groups_at: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._home, self._surnames = Home(self.text), Surnames(self.text)

    def come_to(self, paragraph: int, lands: Collection[str], towns: Collection[str]) -> None:
        """Go on to a sentence: its paragraph, the countries of its places, and those of its towns."""
        self._paragraph = paragraph
        self._home.come_to(lands, towns)

    def meet(self, named: Sequence[Named], sentence: str, no_names: Sequence[tuple[int, int]] = ()) -> None:
        """Remember who is named in a sentence, and where its places are."""
        self._read += 1
        self._meet_persons([one for one in named if one.kind == "person"], sentence, (*named, *_places(no_names)))
        self._meet_body(named, sentence)
        for one in named:
            if one.kind == "person":
                self._surnames.learn(one.name)
            elif one.kind == "government force" and one.name.endswith("army"):
                self.army = self.military = one.name
            elif one.kind == "government force" and one.name.endswith("military"):
                self.military = one.name
            elif one.kind == "government" and one.name.endswith("government"):
                self.government = one.name
            elif one.kind == "armed group":
                self.groups.pop(one.name, None)
                self.groups[one.name] = None  # the last one last
                self._groups_at[one.name] = self._read, self._paragraph
            if one.kind in _NATIONAL:
                self._home.see(one.name)
            self.bodies.setdefault(one.name, one.kind)

    def _meet_persons(self, persons: Sequence[Named], sentence: str, known: Sequence[Named]) -> None:
        """Remember who is "he": whoever speaks, else the first who may, nobody where another one may be meant."""
        if not persons and self.he is None:
            return
        for one in persons:
            sex = sex_of(sentence, one)
            if sex is not None:
                self._sexes[one.name] = sex
        alive = [one for one in persons if _may_go_on(sentence, one)]
        speaking = next((one for one in alive if speaks_in(sentence, one)), None)
        if speaking is None and (is_he_harmed(sentence) or may_mean_another(sentence, known)):
            self.person = None
        elif alive:
            self.person, self._named_at = (speaking or alive[0]).name, self._read
        elif any(one.name == self.person and is_harmed(sentence, one) for one in persons):
            self.person = None

    def _meet_body(self, named: Sequence[Named], sentence: str) -> None:
        """Remember which body is "it": one that says something, or the subject if it is one that reports."""
        for one in named:
            if one.kind in _SPEAKING_BODIES and (_speaks(sentence, one) or _is_subject_of(sentence, one)):
                self.speaker = one.name
                return

    @property
    def he(self) -> str | None:
        """Whom "he" means now; None where nobody was named for some sentences: it may be somebody no table knows."""
        return self.person if self._read - self._named_at <= _HE_LASTS else None

    def heard(self, speaker: str | None) -> None:
        """Remember which body spoke last: "it added"."""
        if speaker is not None and self.bodies.get(speaker) in _SPEAKING_BODIES:
            self.speaker = speaker

    def meant_in(
        self, sentence: str, named: Sequence[Named], no_names: Sequence[tuple[int, int]] = ()
    ) -> Iterator[Named]:
        """Those meant in a sentence by words that name nobody, apart from who is named.

        Args:
            sentence: the words.
            named: who is named in them.
            no_names: stretches of them that name places.
        """
        taken = Taken(sentence, (*named, *_places(no_names)))
        for one in (
            *self._surnames.meant_in(sentence),
            *self._by_kind(sentence, named),
            *self._by_pronoun(sentence, named),
        ):
            if taken.take(one):
                yield one

    def _by_kind(self, sentence: str, named: Sequence[Named]) -> Iterator[Named]:
        here = {one.name for one in named}
        for match in _THE.finditer(sentence) if "he " in sentence else ():
            who, kind = self._of_kind(match, sentence)
            if who is not None and (not match["group"] or who not in here):
                yield Named(match.start(), match.end(), who, kind)

    def _of_kind(self, match: re.Match[str], sentence: str) -> tuple[str | None, str]:
        if match["army"]:
            last = self.army if match["army"].lower() == "army" else self.military
            return self._of_story(last, "forces", sentence, match.end()), "government force"
        if match["government"]:
            return self._of_story(self.government, "government", sentence, match.end()), "government"
        says = _VERB.match(sentence, match.end())
        if says is not None and (is_of_saying(says["verb"]) or says["verb"] in _JUDGES):
            spoke = self.bodies.get(self.speaker or "")
            if spoke in ("organisation", "armed group"):
                return self.speaker, spoke
            if "organisation" in self.bodies.values():
                return None, ""
        return next(reversed(self.groups), None), "armed group"

    def _of_story(self, last: str | None, body: str, sentence: str, end: int) -> str | None:
        """The army or government named last where it may be here or speaks; else that of the story's people."""
        says = _VERB.match(sentence, end)
        speaks = says is not None and is_of_saying(says["verb"])
        if last is not None and (speaks or self._home.acts_here(last)):
            return last
        people = self._home.people
        return None if people is None else getattr(people, body)

    def folded(self, named: Sequence[Named], sentence: str) -> list[Named]:
        """Who is named, with "the militants" as the group told of just before, where the document has a single one."""
        if all(one.name != "militants" for one in named):
            return list(named)
        groups = [name for name in self.groups if name in _JIHADISTS]
        groups += [one.name for one in named if one.name in _JIHADISTS and one.name not in groups]
        if len(set(groups)) != 1 or not self._is_told_of(groups[0]):
            return list(named)
        group = groups[0]
        is_beside = any(one.name == group for one in named)
        return [replace(one, name=group) if _are_of(one, is_beside, sentence) else one for one in named]

    def _is_told_of(self, group: str) -> bool:
        """Whether a group was named in this sentence, in its paragraph or in one of the last sentences."""
        read, paragraph = self._groups_at.get(group, (self._read, self._paragraph))
        return paragraph == self._paragraph or self._read - read < _GROUP_LASTS

    def _by_pronoun(self, sentence: str, named: Sequence[Named]) -> Iterator[Named]:
        first = min((one.start for one in named), default=len(sentence))
        for match in _PRONOUN_SAYS.finditer(sentence, 0, first):
            pronoun = match["who"].lower()
            who = self.speaker if pronoun == "it" else self.he
            if who in self._sexes and self._sexes[who] != pronoun:
                continue
            if who is not None and is_of_saying(match["verb"]):
                yield Named(match.start("who"), match.end("who"), who, self.bodies.get(who, "person"))
