"""What each actor of a sentence does in it: acts, is acted on, or tells."""

from __future__ import annotations

import re

from timeline_app.events.reading import Reading, quoted_spans
from timeline_app.events.verbs.finite import BE, HAVE, SUBORDINATORS
from timeline_app.events.verbs.signals import VIOLENT, signals_of
from timeline_app.events.who.actors import Named, deed_of_it
from timeline_app.model import Actor, ActorRole


def actors_in(sentence: str, reading: Reading, named: list[Named]) -> tuple[Actor, ...]:
    """Actors with roles by word order: before an active verb acts, after it is acted on; "by" names who acts."""
    found: dict[str, ActorRole] = {}
    quotes = quoted_spans(sentence)
    for actor in named:
        spoken_of = any(start <= actor.start < end for start, end in quotes)
        role = "other" if spoken_of else _actor_role(sentence, reading, actor)
        if actor.name not in found or found[actor.name] == "other":
            found[actor.name] = role
    return tuple(Actor(name, role) for name, role in found.items())


def _actor_role(sentence: str, reading: Reading, actor: Named) -> ActorRole:
    speech = reading.speech
    if (
        speech is not None
        and 0 < speech.hit.start - actor.end < 4
        and not sentence[actor.end : speech.hit.start].strip()
    ):
        return "speaker"  # "..., the Observatory reported"
    if speech is not None and _INSERTED.fullmatch(sentence, actor.end, speech.hit.start):
        return "speaker"  # "The Observatory, which is based in Britain, said"
    if (
        speech is not None
        and speech.hit.signal.base in _ADDRESSING
        and _NEXT.fullmatch(sentence, speech.hit.end, actor.start)
    ):
        return "target"  # "told the coalition"
    if speech is not None and not _between(actor, reading.verb.hit.start, speech.hit.start):
        if 0 <= speech.hit.start - actor.end < _NEAR and not _goes_on(sentence[actor.end : speech.hit.start]):
            return "speaker"
        if 0 <= actor.start - speech.hit.end < _NEAR and not _goes_on(sentence[speech.hit.end : actor.start]):
            return "speaker"
    if reading.type == "statement" and _tells(sentence, reading, actor):
        return "speaker"
    if _ATTRIBUTED.search(sentence[max(0, actor.start - 40) : actor.start]):
        return "speaker"
    by_agent = sentence[max(0, actor.start - 8) : actor.start].lower().rstrip(' “"').endswith((" by", " by the"))
    if by_agent:
        return "source"
    if reading.type in VIOLENT and deed_of_it(sentence, actor) and _is_deed_told(sentence, reading, actor):
        return "source"  # "nine were killed in coalition air strikes"
    undergoes = reading.verb.passive or reading.verb.hit.signal.base in _UNDERGONE
    acts = (actor.end <= reading.verb.hit.start) != undergoes
    return "source" if acts else "target"


_INSERTED = re.compile(r",\s(?:who|which|whose|an?|the|based|also|itself)\b[^,;:]{2,120},\s(?:also\s|later\s)?")

_ATTRIBUTED = re.compile(
    r"\b(?:according to|in the words of|as told by|told by)(?:\s(?:the|a|an|its|his|her))?\s?[“\"]?$", re.I
)


def speaker_of(actors: tuple[Actor, ...], named: list[Named]) -> str | None:
    """Who speaks: a person before a body, as in "Col. Ryan Dillon, spokesman of the coalition, said"."""
    speakers = [actor.name for actor in actors if actor.role == "speaker"]
    if len(speakers) < 2:
        return speakers[0] if speakers else None
    people = {one.name for one in named if one.kind == "person"}
    return next((name for name in speakers if name in people), speakers[0])


def _between(actor: Named, a: int, b: int) -> bool:
    return min(a, b) < actor.start < max(a, b)


def _tells(sentence: str, reading: Reading, actor: Named) -> bool:
    """Whether an actor is the subject of the verb by which a statement is told, before it or right behind it."""
    verb = reading.verb.hit
    if actor.end <= verb.start:
        return not _goes_on(sentence[actor.end : verb.start])
    behind = sentence[verb.end : actor.start]
    title = _TITLE.fullmatch(behind) is not None and verb.signal.base not in _ADDRESSING
    return title and sentence[: verb.start].rstrip().endswith(("”", '"', ","))


# "said the general director Rida": what stands between "said" and the name
_TITLE = re.compile(r"\s(?:[\w.’'-]{1,20}\s){0,4}")

_NEAR = 40
"""Characters between a speech verb and whose words they are, at most."""

_ADDRESSING = frozenset({"tell", "inform", "warn", "assure", "thank", "praise", "hail", "welcome"})
"""Speech verbs whose object hears."""

_BY_HIS = re.compile(
    r"\b(?:in|by|from|under|during|through)\s(?:(?:an?|the|heavy|intense|suspected|alleged|separate|two|three|several)\s){0,2}$"
)


def _is_deed_told(sentence: str, reading: Reading, actor: Named) -> bool:
    """Whether an actor's strikes are what the sentence tells: before its verb, or "killed in his strikes"."""
    before = actor.end <= reading.verb.hit.start and not reading.verb.passive
    return before or _BY_HIS.search(sentence, 0, actor.start) is not None


_UNDERGONE = frozenset(
    "die perish drown starve suffocate succumb freeze suffer survive fall lose collapse crumble sustain incur".split()
)
"""Verbs whose subject does nothing: what happens, happens to it."""

_NEXT = re.compile(r"\s(?:the\s)?")

_WORD = re.compile(r"[a-z]+")


# "Eleven were civilians, it said": who speaks instead of those named before; not "in a report it published"
_SPEAKING = re.compile(r"[,;”\"]\s(?:it|he|she|they|we)\s?$", re.IGNORECASE)


def _goes_on(between: str) -> bool:
    """Whether another clause is told between an actor and a speech verb: "said on Monday, as the army entered"."""
    return (
        any(
            word in SUBORDINATORS or word in BE or word in HAVE or any(one.form == "past" for one in signals_of(word))
            for word in _WORD.findall(between)
        )
        or _SPEAKING.search(between) is not None
    )
