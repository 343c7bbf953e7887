"""What did the harm, where something beside a verb of harm says so: "shells killed", "died in clashes"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_app.events.verbs.beside import Noun
from timeline_app.events.verbs.carriers.told import Told
from timeline_app.events.verbs.signals import VIOLENT, plain_words, signals_of


def _harm(told: Told) -> str | None:
    """What did the harm: shells, a clash, a bomb; the verb's own type where nothing says so."""
    cause = cause_of(told)
    if cause in (None, "attack") and (told.object is not None and told.object.kind == "captive"):
        return "violence against civilians"  # "the hostages were shot"
    if cause is None and told.own == "attack" and _kills_civilians(told):
        return "violence against civilians"
    return cause or ("attack" if told.own in ("other", "territory", "statement", "movement") else None)


_CIVILIANS = frozenset("civilians residents villagers inhabitants townspeople townsfolk".split())
_KILLED = frozenset("killed kills kill shot murdered slew".split())


def _kills_civilians(told: Told) -> bool:
    """Whether armed people kill those who live there: "the group killed 120 residents"."""
    plain = plain_words(told.sentence)
    by_armed = told.agent is not None and told.agent.kind == "armed" and plain[told.at] in _KILLED
    return by_armed and any(plain[noun.at] in _CIVILIANS for noun in told.objects)


def cause_of(told: Told) -> str | None:
    """The type of what did the harm, where something beside the verb says so."""
    plain = plain_words(told.sentence)
    undergoes = told.passive or plain[told.at] in UNDERGONE
    first = () if undergoes or told.head is None else (told.head,)
    ends = next((at for at in range(told.end, len(plain)) if plain[at] in _ASIDE), len(plain))
    undergone = () if told.passive else told.objects
    for noun in (*_widened(told, first), *told.behind, *told.subject):
        if noun in undergone or noun.at > ends:
            continue
        if noun.kind in CAUSES and not noun.happening:
            return _of_weapon(plain, noun.at, noun.kind)
        if noun.happening and noun.kind in VIOLENT:
            return noun.kind
        if noun.kind in ("detention", "prison") and noun.under in ("in", "during"):
            return "detention"  # "died in custody"
        if plain[noun.at] in _DISASTERS and noun.kind == "other":
            return "other"
    if not _MISHAPS.isdisjoint(plain[told.end : ends]):
        return "other"  # "were killed when their bus overturned"
    fought = (
        signal.type for word in plain[told.end : ends] for signal in signals_of(word)[:1] if signal.form == "past"
    )
    return next((kind for kind in fought if kind in ("clash", "strike")), None)  # "died as factions battled"


def _of_weapon(plain: Sequence[str], at: int, kind: str) -> str:
    """What a weapon's word tells: "the bombs" were dropped, "a bomb" was laid; a fire may just break out."""
    if plain[at] == "bombs" and plain[at - 1] == "the":
        return "strike"
    return "other" if plain[at] == "fire" and plain[at - 2 : at] in (["in", "a"], ["by", "a"]) else CAUSES[kind]


_MISHAPS = frozenset("overturned capsized derailed collided crashed plunged skidded".split())
_DISASTERS = frozenset(
    """earthquake earthquakes quake flood floods crash accident collision storm avalanche landslide leak explosion blast
    cylinder pipeline""".split()
)
"""Those that are deeds elsewhere count where the noun is no deed: "a gas explosion"."""


UNDERGONE = frozenset("die dies died perished lost lose suffered sustained received drowned met found fell".split())
_ASIDE = frozenset("while but whereas although though".split())


def _widened(told: Told, first: tuple[Noun, ...]) -> tuple[Noun, ...]:
    """The subject's head, and before it what it was done with: "a raid by American aircraft"."""
    if not first or not (first[0].happening or first[0].kind == "bomb"):
        return first
    with_it = [noun for noun in told.subject if noun.under in ("by", "with", "of", "from") and noun.kind == "air"]
    return (*with_it, *first)


CAUSES = {"air": "strike", "bomb": "attack"}


def _topple(told: Told) -> str:
    """A house that planes or shells brought down was struck; so much else is brought down."""
    noun = told.object
    cause = cause_of(told)
    if cause is not None:
        return cause
    return "attack" if noun is not None and noun.kind == "air" else "other"


RULES: dict[str, Callable[[Told], str | None]] = {
    "harm": _harm,
    "topple": _topple,
}
"""The rule of each class of verbs."""
