"""A verb with what stands beside it in its clause: what every rule of this room reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.events.verbs.beside import PREPOSITIONS, Noun
from timeline_app.events.verbs.function_words import SUBORDINATORS
from timeline_app.events.verbs.signals import plain_words


@dataclass(frozen=True, slots=True)
class Told:
    """A verb with what stands beside it in its clause.

    Attributes:
        sentence: where it stands.
        at: the number of its first word; `end` that behind its last, particles right behind it included.
        own: its own event type.
        passive: whether its subject is what something was done to.
        subject: the nouns before it in its clause; the first under no preposition is the subject's head.
        behind: those behind it.
        flags: for each word, whether it stands in a subordinate clause.
    """

    sentence: str
    at: int
    end: int
    own: str
    passive: bool
    subject: tuple[Noun, ...]
    behind: tuple[Noun, ...]
    flags: Sequence[bool]

    @property
    def agent(self) -> Noun | None:
        """Who or what does it."""
        if self.passive:
            return next((noun for noun in self.behind if noun.under == "by"), None)
        return self.head

    @property
    def head(self) -> Noun | None:
        """The subject's head."""
        bare = [noun for noun in self.subject if not noun.under]
        if plain_words(self.sentence)[0] in _OPENS_WITH_WHEN:
            bare = [noun for noun in bare if noun.clause] or bare  # "Since the revolt began, [clashes] have"
        bare = bare or [noun for noun in self.subject if noun.under in _OPENERS][:1]
        return bare[0] if bare else None

    @property
    def objects(self) -> tuple[Noun, ...]:
        """What it is done to, the head and what it is made of ("a group of nuns") first."""
        if self.passive:
            bare = tuple(noun for noun in self.subject if noun.under in ("", "of"))
            return bare or tuple(noun for noun in self.subject if noun.under in _OPENERS)[:1]
        found: list[Noun] = []
        for noun in self.behind:
            if noun.clause or (noun.under not in ("", "of") and found) or (found and not noun.under):
                break
            if noun.under in ("", "of"):
                found.append(noun)  # "turned over to the army [the body of a soldier]"
        return tuple(found)

    @property
    def object(self) -> Noun | None:
        """The head of what it is done to."""
        return next(iter(self.objects), None)


_OPENERS = ("since", "after", "before", "until")
"""Words before a subject that are prepositions elsewhere: "since the bodies were brought out"."""


_OPENS_WITH_WHEN = PREPOSITIONS | SUBORDINATORS | {"ever", "just", "even", "only", "once", "following"}


def first_of(nouns: Sequence[Noun], kinds: frozenset[str]) -> Noun | None:
    """The first noun of some kinds."""
    return next((noun for noun in nouns if noun.kind in kinds), None)


def by_object(told: Told, kinds: dict[str, str]) -> str | None:
    """The type that the kind of what it is done to gives."""
    return None if told.object is None else kinds.get(told.object.kind)
