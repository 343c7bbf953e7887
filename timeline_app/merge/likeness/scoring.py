"""How likely two reports tell of one happening: each aspect with its score and its reason.

Weights and the threshold were set on hand-made pairs of reports of the same and of different
happenings (tests/merge); a wrong merge costs more than a missed one, because it hides an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from timeline_app.events import with_wholes
from timeline_app.geo import distance_km
from timeline_app.merge.disputes.claims import head_of
from timeline_app.merge.likeness.marks import Rarity, marks, named_words
from timeline_app.merge.telling.days import (
    GAP_DAYS,
    days_apart,
    give_their_day,
    is_told_too_early,
    neither_gives_its_day,
    on_one_day,
)
from timeline_app.merge.telling.deeds import tell_one_deed
from timeline_app.merge.telling.named_deeds import LASTING, named_deeds
from timeline_app.merge.telling.places import place_ids, quarters, reached, settlements
from timeline_app.merge.telling.targets import VIOLENCE, shared_targets, things_hit
from timeline_app.merge.telling.victims import shared_victims
from timeline_app.merge.telling.wording import meanings, ordered_stems, proper_names, stems
from timeline_app.model import Event, Quantity, Where

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"strike", "attack", "clash", "offensive", "violence against civilians"}),
    frozenset({"agreement", "talks", "movement", "other"}),
    frozenset({"accusation", "statement", "threat", "refusal"}),
    frozenset({"territory", "offensive"}),
    frozenset({"discovery", "territory"}),
)
"""Types that two sources may give to one happening ("allowed to withdraw" and "reached a deal")."""

UNPLACED = frozenset({"agreement", "talks", "movement", "accusation", "statement", "threat", "refusal"})
"""Types whose places are those spoken of, left or made for: how far they lie apart says nothing."""

EXACT_GAP_DAYS = 1
"""Days that both sources give exactly may differ by one: night and morning, local time and another's."""

CONTRADICTING = 3.0
"""Counts of one thing that differ by more than this factor are not told of one happening: 5 killed, 40 killed."""

LEAST_WORDING = 0.3
"""Share of wording without which nothing else makes two reports one: much happens in one place on one day."""

ALMOST_ONE_TEXT = 0.8
"""Words in common, as a share of all words of both, from which one source copied the other, whatever differs."""

LEAST_SHARED = 4
"""Content words two reports must share before their wording counts."""

LEAST_OWN = 2
"""Of these, words that are no names: one army, one town and one verb of war are in much that happens."""

DENIED_WORDING = 0.8
"""Share of a denial's words from which it is of that deed: a denial of another one has words that it has not."""

MERGE_AT = 0.62
"""Total from which two reports are taken for the same happening."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict on one pair.

    Attributes:
        total: 0..1.
        reasons: what spoke for and against, in English.
    """

    total: float
    reasons: tuple[str, ...]


def compare(one: Event, other: Event, rarity: Rarity | None = None) -> Likeness | None:
    """The likeness of two events, or None when something rules it out.

    That is: time, kind, modality, distance, another doer, or counts of one thing far apart. Two events are alike
    by their wording, or by marks they share (see `marks`); the better of the two counts.

    Args:
        one: an event.
        other: another.
        rarity: of what the timeline's events hold; None: only the wording is looked at.
    """
    if (one.modality == "denied") != (other.modality == "denied"):
        return _denied_alike(one, other) if one.modality == "denied" else _denied_alike(other, one)
    apart_in_time = days_apart(one, other) > _gap_allowed(one, other) or is_told_too_early(one, other)
    if apart_in_time or not kinds_meet(one, other):
        return None
    apart = _km_apart(one, other)
    if apart is not None and apart > 0 and not {one.type, other.type} & UNPLACED:
        return None
    if _is_another_day_of_it(one, other) or _is_other_phase(one, other) or _is_the_other_way(one, other):
        return None
    if (_other_doer(one, other) or _contradict(one, other)) and not (
        _is_copy(one, other) or _is_one_target(one, other)
    ):
        return None
    told = _told_alike(one, other, apart)
    marked = _marked_alike(one, other, rarity) if rarity is not None else told
    return max(told, marked, key=lambda likeness: likeness.total)


def _is_another_day_of_it(one: Event, other: Event) -> bool:
    """Whether both give a day of one battle that goes on for days, or of what is said daily, and it is not one day."""
    if days_apart(one, other) == 0 or not give_their_day(one, other) or _is_copy(one, other):
        return False
    if one.type == other.type == "statement":
        return True
    return any(kind == LASTING for kind, _ in named_deeds(one) & named_deeds(other))


def _is_the_other_way(one: Event, other: Event) -> bool:
    """Whether one tells the opposite of the other: who did it and to whom, whither and whence, what was opened or lost.

    A market and a prison of one town, two of its quarters, are two happenings, unless one text is the other's copy.
    """
    if _is_copy(one, other):
        return False
    if _are_opposed(stems(one), stems(other)) or _are_apart(quarters(one), quarters(other)):
        return True
    if {one.type, other.type} <= VIOLENCE:
        if _are_apart(things_hit(one), things_hit(other)):
            return True
        (mine, hit), (theirs, struck) = _sides(one), _sides(other)
        if not mine & theirs and (mine & struck or theirs & hit):
            return True
    return "movement" in (one.type, other.type) and (_leaves_for(one, other) or _leaves_for(other, one))


def _are_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


_OPPOSITES = (
    (frozenset({"open", "reopen"}), frozenset({"clos", "close", "shut"})),
    (frozenset({"captur", "seiz", "retook", "recaptur", "regain"}), frozenset({"lost", "lose", "los"})),
    (frozenset({"enter", "storm"}), frozenset({"left", "leav", "withdrew", "withdrawn", "withdraw", "exit"})),
    (frozenset({"arrest", "detain", "kidnapp", "abduct"}), frozenset({"releas", "freed", "free"})),
    (frozenset({"impos", "impose"}), frozenset({"lift"})),
)
"""Stems of verbs that tell the contrary of each other."""


def _are_opposed(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one text has only the one, the other only the other of two opposite verbs."""
    return any(
        (mine & a and theirs & b and not (mine & b or theirs & a))
        or (mine & b and theirs & a and not (mine & a or theirs & b))
        for a, b in _OPPOSITES
    )


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Who did it and to whom, with what they are parts of."""
    did, was = (
        with_wholes(actor.name for actor in event.actors if actor.role == role) for role in ("source", "target")
    )
    return did, was


def _leaves_for(one: Event, other: Event) -> bool:
    """Whether one only leaves a place that the other only comes to."""
    left = _ids(one, "from") - _ids(one, "at", "near", "to")
    return bool(left & _ids(other, "to") - _ids(other, "from"))


def _ids(event: Event, *roles: str) -> set[str]:
    return {where.place_id for where in event.where if where.place_id and where.role in roles}


_ENDED = re.compile(
    r"\b(?:ended|ends|wrapped\sup|(?:was|were|been)\s(?:now\s)?completed|completed\s(?:on|its|their|the)|concluded|came\sto\san\send"
    r"|(?:is|are|was|were)\s(?:now\s)?over|finished)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:began|begun|begins?|started|starts|kicked\soff|got\sunder\s?way)\b", re.IGNORECASE)


def _is_other_phase(one: Event, other: Event) -> bool:
    """Whether one tells how something ended and the other how it began, or what went on another day."""
    if _are_told_apart(one, other, _HALTED, _RESUMED) or _are_told_apart(one, other, _PARTLY, _WHOLLY):
        return True
    if not {one.type, other.type} <= _GOES_ON:
        return False
    ended, began = (
        [any(words.search(_BESIDE.sub(" ", report.quote)) for report in event.reports) for event in (one, other)]
        for words in (_ENDED, _BEGAN)
    )
    if (ended[0] and began[1] and not ended[1]) or (ended[1] and began[0] and not ended[0]):
        return True
    return ended[0] != ended[1] and days_apart(one, other) > 0


def _are_told_apart(one: Event, other: Event, first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether one has only words of the first kind and the other only words of the second."""
    has = [
        [any(words.search(report.quote) for report in event.reports) for words in (first, second)]
        for event in (one, other)
    ]
    return has in ([[True, False], [False, True]], [[False, True], [True, False]])


_HALTED = re.compile(
    r"\b(?:(?:was|were|been|be|is|are)\s(?:\w+ly\s)?(?:suspended|halted|stopped|interrupted|paused|frozen|postponed|called\soff)"
    r"|put\son\shold|came\sto\sa\s(?:halt|stop)|broke\sdown)\b",
    re.IGNORECASE,
)
_RESUMED = re.compile(
    r"\b(?:resum(?:e|es|ed|ing)|restart(?:s|ed)?|(?:start|began|begun|moved|moving|leave|left|departed)\s(?:[a-z]+\s){0,2}again"
    r"|about\sto\s[a-z]+|(?:back|once\smore)\sunder\sway)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:almost\sall|nearly\sall|most|much|half|parts?|\d+\s?(?:%|per\scent|percent))\sof\b", re.IGNORECASE
)
_WHOLLY = re.compile(
    r"\b(?:(?:full|complete|total)\scontrol|(?:the\s)?(?:whole|entire|entirety)\b|(?:fully|completely|entirely)\s[a-z]+|(?<!almost\s)(?<!nearly\s)all\sof\sthe"
    r"|last\s(?:[a-z-]+\s){0,2}(?:pocket|stronghold|bastion|district|neighbou?rhood|quarter)s?)\b",
    re.IGNORECASE,
)

# "The evacuation, which began at dawn, saw": told beside
_BESIDE = re.compile(r",\s(?:which|who|that)\s[^,;]{0,120}(?:,|$)|\b(?:after|when|since|before)\s[^,;]{0,120}$")


_GOES_ON = frozenset({"movement", "offensive", "clash", "talks", "agreement", "other"})
"""Types of what lasts, and has a first and a last day."""


def _denied_alike(denial: Event, deed: Event) -> Likeness | None:
    """The likeness of a denial and of what it denies: one happening of which sources say that it was and was not.

    Nearly all words of the denial are the other's, both name one place finer than a country, and the days agree;
    who refuses to have done something may do so some days later. None where something else rules it out.
    """
    if deed.modality == "planned" or _other_doer(denial, deed) or _contradict(denial, deed):
        return None
    if not place_ids(denial) & place_ids(deed):
        return None
    if days_apart(denial, deed) > 0 and not _refused_later(denial, deed):
        return None
    words = _denied_words(denial, deed)
    told = f"one denies what the other tells, in words {words:.0%} alike"
    return Likeness(min(1.0, MERGE_AT + words - DENIED_WORDING) if words >= DENIED_WORDING else 0.0, (told,))


def _refused_later(denial: Event, deed: Event) -> bool:
    if denial.type != "refusal" or denial.when is None or deed.when is None:
        return False
    return 0 < (denial.when.earliest - deed.when.latest).days <= GAP_DAYS


def _denied_words(denial: Event, deed: Event) -> float:
    """The share of a denial's words that the deed tells in the same order; that it is denied is no word of it.

    "Rebels shelled the army" and "the army shelled rebels" have one bag of words; their order is another.
    """
    mine = [stem for stem in ordered_stems(denial) if stem not in _DENYING]
    told = SequenceMatcher(None, mine, ordered_stems(deed), autojunk=False)
    shared = sum(block.size for block in told.get_matching_blocks())
    return shared / len(mine) if shared >= LEAST_SHARED else 0.0


_DENYING = frozenset({"deny", "deni", "did", "didn't", "never", "said", "say"})


def _told_alike(one: Event, other: Event, apart: float | None) -> Likeness:
    words = _wording(one, other)
    if words < LEAST_WORDING:
        return Likeness(0.0, ("the wording has too little in common",))
    if len(_own_words(one, other)) < LEAST_OWN:
        return Likeness(0.0, ("they share hardly a word but names",))
    if days_apart(one, other) > 0 and neither_gives_its_day(one, other) and not _is_copy(one, other):
        return Likeness(0.0, (_EVERY_DAY,))
    mine, theirs = proper_names(one), proper_names(other)
    if mine and theirs and not mine & theirs and not _is_copy(one, other):
        return Likeness(0.0, ("every name in one is another than in the other",))
    actors = actors_shared(one, other)
    total = 0.2 * (one.type == other.type) + 0.9 * words + 0.25 * actors + 0.15 * _numbers(one, other)
    total += 0.1 * (apart is not None) + 0.05 * (days_apart(one, other) == 0)
    reasons = (f"wording {words:.0%} alike", f"actors {actors:.0%} shared", _kinds(one, other))
    return Likeness(min(total, 1.0), reasons)


_EVERY_DAY = "like words of two days that no source gives: every day has its clash and its meeting"


def _own_words(one: Event, other: Event) -> frozenset[str]:
    """Words in both, as written or meant, whichever are more, that are no names of actors and places."""
    named = named_words(one) | named_words(other)
    return max(stems(one) & stems(other), meanings(one) & meanings(other), key=lambda words: len(words - named)) - named


def _marked_alike(one: Event, other: Event, rarity: Rarity) -> Likeness:
    shared = marks(one, other, rarity)
    if shared.independent < 2:
        return Likeness(0.0, ("they share too few marks",))
    if days_apart(one, other) > 0 and give_their_day(one, other) and not shared.of_the_deed:
        return Likeness(0.0, ("one did much in one place: they share nothing of the deed, and give two days",))
    if days_apart(one, other) > 0 and neither_gives_its_day(one, other) and not shared.of_the_deed_beyond_words:
        return Likeness(0.0, (_EVERY_DAY,))
    near = {0: 0.1, 1: 0.05}.get(days_apart(one, other), 0.0)
    total = shared.score + near + (0.1 if one.type == other.type else 0.05) + 0.3 * _wording(one, other)
    return Likeness(min(total, 1.0), (*shared.reasons(), _kinds(one, other)))


def _kinds(one: Event, other: Event) -> str:
    return f"both are {one.type}" if one.type == other.type else f"{one.type} and {other.type} can be one happening"


def kinds_meet(one: Event, other: Event) -> bool:
    """Whether their types and modalities may be those of one happening."""
    if (one.modality == "planned") != (other.modality == "planned"):
        return False
    if one.type == other.type or any({one.type, other.type} <= family for family in FAMILIES):
        return True
    if shared_targets(one, other) or shared_victims(one, other) or tell_one_deed(one, other):
        return True  # "emptied its missiles into the market"; "came home, let go by", "were traded for"
    return _is_advance(one, other) or _is_advance(other, one)


# "entered the city", "rolled into the town": how it came to be attacked, or to fall
_ADVANCES = re.compile(
    r"\b(?:enter(?:ed|s|ing)?|storm(?:ed|s|ing)?|advanc(?:ed|es|ing)\s(?:in|on|into)|reached|(?:pushed|drove|rolled|broke|swept|moved)\sinto)\b",
    re.IGNORECASE,
)


def _is_advance(one: Event, other: Event) -> bool:
    """Whether a movement is into the place that the other tells was attacked or taken, by the same one."""
    if one.type != "movement" or other.type not in ("offensive", "territory") or not reached(one) & reached(other):
        return False
    into = any(_ADVANCES.search(report.quote) for report in one.reports)
    return into and bool(_sides(one)[0] & _sides(other)[0])


def _gap_allowed(one: Event, other: Event) -> int:
    single = all(event.when is not None and event.when.is_single_day for event in (one, other))
    return EXACT_GAP_DAYS if single and give_their_day(one, other) else GAP_DAYS


def _other_doer(one: Event, other: Event) -> bool:
    """Whether both name who did it, and nobody is in both: of an army and its government, one is."""
    mine, theirs = (
        with_wholes(actor.name for actor in event.actors if actor.role == "source") for event in (one, other)
    )
    return bool(mine and theirs and not mine & theirs)


def _is_one_target(one: Event, other: Event) -> bool:
    """Whether one thing in one town was struck that day: who did it, or how many died, is what the sources dispute."""
    if not on_one_day(one, other) or not settlements(one) & settlements(other):
        return False
    return bool(shared_targets(one, other)) and not (_other_doer(one, other) and _contradict(one, other))


def _contradict(one: Event, other: Event) -> bool:
    """Whether some count of one thing is so different that no two sources would give it of one happening."""
    return any(_factor(a, b) > CONTRADICTING for a in one.quantities for b in other.quantities if _same_thing(a, b))


def _factor(one: Quantity, other: Quantity) -> float:
    """By how much two counts differ at least, as a factor; 1 when their bounds meet."""
    small, large = sorted((one, other), key=lambda quantity: quantity.low or 0)
    top = small.high if small.high is not None else float("inf")
    bottom = large.low or 0
    return bottom / max(top, 1) if bottom > top else 1.0


def _same_thing(one: Quantity, other: Quantity) -> bool:
    mine, theirs = (count.what.lower().split() for count in (one, other))
    if len(mine) > 1 and len(theirs) > 1:  # whom it befell; that they were killed is no thing in common
        mine, theirs = ([word for word in words if word not in ("killed", "wounded")] for words in (mine, theirs))
    return bool(set(mine) & set(theirs)) or head_of(" ".join(mine)) == head_of(" ".join(theirs)) != ""


def _km_apart(one: Event, other: Event) -> float | None:
    """Kilometres between the nearest scenes beyond their radii; None when one of them has none.

    Where something went to or came from is no scene: one source tells where from, another where to.
    """
    gaps = [
        max(0.0, distance_km(a.lat, a.lon, b.lat, b.lon) - (a.radius_km or 0) - (b.radius_km or 0) - 30)
        for a in _scene(one)
        for b in _scene(other)
        if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    ]
    return min(gaps, default=None)


def _scene(event: Event) -> list[Where]:
    return [where for where in event.where if where.is_placed and where.role in ("at", "near")]


def _wording(one: Event, other: Event) -> float:
    """Share of the shorter text's content words in common, inflection forgiven; fewer than four prove nothing.

    As written or by what they mean, whichever is more: a text that says "fighters" and "militants" has one word less
    by meaning.
    """
    return max(_share(stems(one), stems(other)), _share(meanings(one), meanings(other)))


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    return shared / min(len(mine), len(theirs)) if shared >= LEAST_SHARED else 0.0


def _is_copy(one: Event, other: Event) -> bool:
    mine, theirs = stems(one), stems(other)
    return len(mine & theirs) >= ALMOST_ONE_TEXT * len(mine | theirs)


def actors_shared(one: Event, other: Event) -> float:
    """Actors in common as a share of all: that both name one side of a war says little."""
    mine, theirs = ({actor.name for actor in event.actors} for event in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _numbers(one: Event, other: Event) -> float:
    """1 when some count of the same thing has overlapping bounds."""
    for a in one.quantities:
        for b in other.quantities:
            if (
                _same_thing(a, b)
                and (a.low or 0) <= (b.high or float("inf"))
                and (b.low or 0) <= (a.high or float("inf"))
            ):
                return 1.0
    return 0.0
