"""What each actor of a sentence does in it: acts, is acted on, or tells."""

from __future__ import annotations

import re

from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.function_words import BE, HAVE, SUBORDINATORS
from timeline_app.events.verbs.signals import REPORTING, VIOLENT, signals_of
from timeline_app.events.who.actors import deed_of_it
from timeline_app.events.who.doers import is_behind_by
from timeline_app.events.who.named import Named
from timeline_app.events.who.people import is_of_saying
from timeline_app.model import Actor, ActorRole


def actors_in(sentence: str, reading: Reading, named: list[Named], whole: str = "") -> tuple[Actor, ...]:
    """Actors with roles by word order: before an active verb acts, after it is acted on; "by" names who acts.

    Args:
        sentence: the words read, where other clauses are blanked.
        reading: what they tell.
        named: who is named in them.
        whole: the same with what is blanked; "not" may stand there.
    """
    found: dict[str, ActorRole] = {}
    quotes = quoted_spans(sentence)
    before: tuple[Named, ActorRole] | None = None
    for actor in named:
        if _is_beside(sentence, actor) or _is_denied(whole or sentence, actor):
            continue
        spoken_of = any(start <= actor.start < end for start, end in quotes)
        if spoken_of and reading.event_type in REPORTING:
            role: ActorRole = "other"
        elif before is not None and _are_listed(sentence, before[0], actor):
            role = before[1]
        else:
            role = _actor_role(sentence, reading, actor)
        before = actor, role
        if actor.name not in found or _RANK[role] > _RANK[found[actor.name]]:
            found[actor.name] = role
    return tuple(Actor(name, role) for name, role in found.items())


def _are_listed(sentence: str, first: Named, second: Named) -> bool:
    """Whether two actors do or suffer the same: "the army and Hezbollah"; not "struck Hezbollah, the army said"."""
    return _AND.fullmatch(sentence, first.end, second.start) is not None and not _says(sentence, second.end)


_RANK: dict[ActorRole, int] = {"other": 0, "target": 1, "speaker": 1, "source": 1}
"""Which of two roles an actor keeps whom a sentence names twice: the first one that says something."""

# "the army and the Kurdish forces", "IS as well as Hezbollah"
_AND = re.compile(r"(?:\sand|,\sand|\sas\swell\sas|\salong\swith|\sand\sits\sallies|\sor)\s(?:the\s|allied\s)?")

# "troops loyal to", "fighters backed by", "a group tied to": whose friends somebody is, who does nothing here
_BESIDE = re.compile(
    r"\b(?:loyal\sto|tied\sto|linked\sto|close\sto|opposed\sto|hostile\sto|allied\s(?:with|to)|affiliated\s(?:with|to)|aligned\swith"
    r"|(?:supported|backed|funded|armed|sponsored|trained|controlled)\sby|(?:which|who)\s(?:backs?|supports?)"
    r"|(?:triumph|victory|success|blow|setback|win|boost)\s(?:for|to))\s(?:the\s|both\s)?$"
)
# "told AFP", "in an interview with SANA": those told are no part of it
_TOLD = re.compile(
    r"\b(?:told|tells|informed|(?:interview|email|statement|comments?|remarks|interviews)\s(?:with|to|for)|spoke(?:n)?\s(?:with|to))"
    r"\s(?:the\s)?(?:[a-z-]{3,15}\s){0,3}$"
)
# "Walid Muallem, the Syrian foreign minister": who he is has been named
_APPOSED = re.compile(r"[\w’'.]\s?,\s(?:the|a|an)\s$")


# "Israel, not Hezbollah, killed", "by the Kurds rather than by the army", "It was not the army that fired"
_NOT_HIM = re.compile(
    r"(?:[,;–—]\s|\band\s|\bbut\s|^\s*)(?:and\s)?[Nn]ot\s(?:by\s)?(?:the\s|an?\s)?$"
    r"|\b[Ii]t\s(?:was|is)(?:\snot|n[’']t)\s(?:by\s)?(?:the\s|an?\s)?$"
    r"|\b(?:rather\sthan|instead\sof)\s(?:by\s)?(?:the\s|an?\s)?$"
)


def _is_beside(sentence: str, actor: Named) -> bool:
    """Whether somebody is named only to say who another one is, or who heard it."""
    before = sentence[max(0, actor.start - 60) : actor.start]
    if actor.kind in ("media", "news agency"):
        return _TOLD.search(before) is not None
    if actor.kind == "office" and _APPOSED.search(before):
        return True
    return _BESIDE.search(before) is not None


def _is_denied(whole: str, actor: Named) -> bool:
    """Whether it is said that it was another: "Israel, not Hezbollah, killed"."""
    return _NOT_HIM.search(whole[max(0, actor.start - 30) : actor.start]) is not None


# "The Observatory: ", "Aleppo province - the Observatory: ": whose report it is
_HEADS_LINE = re.compile(r"\W{0,3}(?:[^.:;“”\"]{2,40}\s[-–—]{1,2}\s)?(?:the\s)?", re.IGNORECASE)


def _heads_line(sentence: str, actor: Named) -> bool:
    """Whether a name stands alone before a colon at the head of a sentence: it tells what follows."""
    return sentence.startswith(": ", actor.end) and _HEADS_LINE.fullmatch(sentence, 0, actor.start) is not None


def _actor_role(sentence: str, reading: Reading, actor: Named) -> ActorRole:
    if _says(sentence, actor.end):
        return "source" if _tells_own_deed(sentence, reading, actor) else "speaker"
    speech = reading.speech
    inserted = speech is not None and _INSERTED.fullmatch(sentence, actor.end, speech.hit.start)
    if inserted or _heads_line(sentence, actor):
        return "speaker"  # "The Observatory, which is based in Britain, said"
    if (
        speech is not None
        and speech.hit.signal.base in _ADDRESSING
        and _NEXT.fullmatch(sentence, speech.hit.end, actor.start)
    ):
        return "target"  # "told the coalition"
    if speech is not None and not _between(actor, reading.verb.hit.start, speech.hit.start):
        if 0 <= speech.hit.start - actor.end < _NEAR and not _goes_on(sentence[actor.end : speech.hit.start]):
            return "source" if _tells_own_deed(sentence, reading, actor) else "speaker"
        if 0 <= actor.start - speech.hit.end < _NEAR and not _goes_on(sentence[speech.hit.end : actor.start]):
            return "speaker"
    if reading.type == "statement" and _tells(sentence, reading, actor):
        return "source" if _tells_own_deed(sentence, reading, actor) else "speaker"
    before = sentence[max(0, actor.start - 60) : actor.start]
    if _FELL_TO.search(before):
        return "source"  # "Hama fell to the rebels", "is in the hands of Hezbollah"
    if _ATTRIBUTED.search(before) or _REPORTED_BY.search(before):
        return "speaker"
    if _HELD_BY.search(before) and _holder(reading) == "target":
        return "target"
    if is_behind_by(before):
        return "other" if _did_something_before(sentence, reading, actor) else "source"
    if reading.type in VIOLENT and deed_of_it(sentence, actor) and _is_deed_told(sentence, reading, actor):
        return "source"  # "nine were killed in coalition air strikes"
    return _role_in_clause(sentence, reading, actor)


# "soldiers kidnapped by the group [were] located by the army": the group did not
_WERE = re.compile(r",?[^,;:]{0,60}?\s(?:was|were|(?:has|have|had)\sbeen)\s[^,;:]{0,30}$")


def _did_something_before(sentence: str, reading: Reading, actor: Named) -> bool:
    """Whether "by" names who did what only describes those to whom the event was done."""
    start = reading.verb.hit.start
    return reading.verb.passive and actor.end < start and _WERE.fullmatch(sentence, actor.end, start) is not None


# "said", "(SOHR) reported on Tuesday", "of the World Health Organization, who is in Syria, has told"
_SAYS = re.compile(
    r"(?:['’]s\s(?:spokes(?:man|woman|person)|correspondent|director|head|chief|commander|leader)(?:\s(?:at|in|for)\s(?:the\s)?(?:[a-z]+\sof\s)?(?:[a-z]{2}-)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})?)?"
    r"(?:\s\([^()]{2,60}\))?(?:\sof\s(?:the\s)?[^,;:.“”]{2,50}?)?(?:,\s(?!(?:and|but|as|while|after|it|he|she|they)\b)[^;:“”]{2,120}?,)?"
    r"\s(?:(?:has|had|have|also|later|then|yesterday|today|earlier|(?:late\s)?on\s[A-Z][a-z]{2,5}day)\s){0,3}(?P<verb>[a-z]{3,14})\b"
)


def _says(sentence: str, end: int) -> bool:
    """Whether the subject that ends at an offset is followed by a verb of saying."""
    says = _SAYS.match(sentence, end)
    return says is not None and (
        is_of_saying(says["verb"]) or _STATEMENT.match(sentence, says.start("verb")) is not None
    )


_STATEMENT = re.compile(
    r"(?:put\sout|made|gave|issued|published|released|posted)\s(?:an?|the)\s(?:[a-z]+\s)?(?:statement|speech|report|communiqu[ée]|video)\b"
    r"|put\s(?:the|its)\s(?:[a-z]+\s){0,2}(?:number|figure|toll|total|count)\b"
)


# "that it had withdrawn", "its aircraft had struck", "they were leaving"
_OWN_DEED = re.compile(
    r"[^,;:“”\"]{0,40}?\s(?:that\s)?(?:it|they|he|she|(?:its|their|his|her)\s(?:[a-z-]{3,15}\s){0,2}[a-z-]{3,15})"
    r"\s(?:(?:has|had|have|would|will|also|already|now|been|was|were|is|are)\s){0,3}(?P<verb>[a-z]{3,14})\b"
)


def _tells_own_deed(sentence: str, reading: Reading, actor: Named) -> bool:
    """Whether somebody says what he himself does: "The rebels announced that they had withdrawn"."""
    speech = reading.speech or reading.verb
    if speech.hit.start < actor.end or speech.hit.signal.type not in REPORTING:
        return False
    deed = _OWN_DEED.match(sentence, speech.hit.end)
    if deed is None or deed.end() - speech.hit.end > _DEED_NEAR:
        return False
    told = next((verb for verb in reading.verbs if verb.hit.start == deed.start("verb")), None)
    return told is not None and not told.passive and told.hit.signal.type not in _WORDS_ONLY


_DEED_NEAR = 75
_WORDS_ONLY = frozenset({"statement", "accusation", "refusal", "threat"})

_INSERTED = re.compile(r",\s(?:who|which|whose|an?|the|based|also|itself)\b[^,;:]{2,120},\s(?:also\s|later\s)?")

_FELL_TO = re.compile(
    r"\b(?:fell|fallen|falls|falling|lost(?:\s[^,;:]{2,40})?)\sto\s(?:(?:the|[A-Z]\w+)\s)?$"
    r"|\b(?:in|into)\sthe\s(?:hands|control|grip)\sof\s(?:the\s)?$|\bunder\sthe\scontrol\sof\s(?:the\s)?$"
)

_ATTRIBUTED = re.compile(
    r"\b(?:according to|in the words of|as told by|told by)(?:\s(?:the|a|an|its|his|her))?\s?[“\"]?$", re.I
)
# "recorded since July by the Network"
_REPORTED_BY = re.compile(
    r"\b(?:reported|recorded|documented|confirmed|announced|claimed|quoted|cited|published|released|aired)\b[^,;]{0,40}\sby\s(?:the\s)?$"
)
# "a base used by", "towns held by": who has what is struck; not "ten men were held by"
_HELD_BY = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeing\s)"
    r"\b(?:used|held|owned|manned|inhabited|run|operated|administered|patrolled|guarded|governed|ruled|populated)"
    r"\sby\s(?:(?:the|an?|[a-z-]{3,15})\s){0,3}$"
)


def _holder(reading: Reading) -> ActorRole:
    """What becomes of whose town, base or house something happens to: he is struck where it is."""
    return "target" if reading.type in VIOLENT or reading.type == "territory" else "other"


def _role_in_clause(sentence: str, reading: Reading, actor: Named) -> ActorRole:
    """What an actor does by the verb of his own clause: the next one if he opens it, else the one before him."""
    if _is_subject(sentence, actor):
        own = _verb_behind(sentence, reading, actor)
        if _is_aside_about_place(sentence, reading, actor, own):
            return _holder(reading) if _HAS.match(sentence, actor.end) else "other"
        if own is not None:
            whose = _WHOSE_DEED.search(sentence[max(0, actor.start - 50) : actor.start])
            bare = own.tense == "none" and own.hit.start - actor.end == 1
            does_it = bare and whose is not None and not is_of_saying(whose["what"])
            return "target" if _undergoes(own) and not does_it else "source"
        does = _PREDICATE.match(sentence, actor.end)
        if does is not None:
            return "target" if does["is"] and not does["verb"].endswith("ing") else "source"
    elif _AGAINST.search(sentence[max(0, actor.start - 60) : actor.start]):
        return "target"
    else:
        last = _verb_before(sentence, reading, actor)
        if last is not None and not (_undergoes(last) and _IN_FIGHTS.search(sentence, last.hit.end, actor.start)):
            return "target"
    acts = (actor.end <= reading.verb.hit.start) != _undergoes(reading.verb)
    return "source" if acts else "target"


def _is_aside_about_place(sentence: str, reading: Reading, actor: Named, own: Verb | None) -> bool:
    """Whether somebody is only named for what he has or did at a place or thing: "Homs, which rebels have held"."""
    which = _WHICH.search(sentence[max(0, actor.start - 60) : actor.start])
    if which is None or (own is not None and own.hit.start == reading.verb.hit.start):
        return False
    what = which["what"]
    if signals_of(what.lower()) or _WEAPON.fullmatch(what):
        return False  # "the raid which the army carried out", "mortars which the rebels have fired"
    if which["at"] == "which" and _HAS.match(sentence, actor.end):
        return True
    if which["at"] == "which" and what[:1].isupper() and own is not None and own.tense == "past":
        return True
    return _BACKGROUND.match(sentence, actor.end) is not None


_WEAPON = re.compile(
    r"(?:rocket|missile|mortar|shell|bomb|drone|device|mine|car|truck|gas|weapon|grenade|bullet|gun|jet|plane)s?"
)
# "Saraqib, which rebels", "a town where the Syrian"; not "a battle in which rebels"
_WHICH = re.compile(
    r"\b(?P<what>[\w’'-]+),?\s(?P<at>which|where)\s(?:(?:the|an?|some|many|several|most|local|[\d,]+|[A-Za-z-]{3,12}-[a-z]{3,9})\s){0,3}$"
)
# "have held since", "had built a school", "has its base"
_BACKGROUND = re.compile(r"(?:\s[a-z]{3,12})?\s(?:have|has|had|are|is|were|was|still|once|now|long)\s")
_HAS = re.compile(
    r"(?:\s[a-z]{3,12})?(?:\s(?:have|has|had|still|also|once|now|long)){0,2}"
    r"\s(?:(?:is|are|was|were|been)\s(?:stationed|based|deployed|posted|entrenched|sheltering|holed)|held|hold|holds|ran|run|runs|controlled|controls?|captured|seized|took|taken|occupied|occup(?:y|ies)|ruled|kept|overran|used)\b"
)


# "had kept", "are holding", "was seen", also behind ", a group tied to somebody,": a verb that no table has
_PREDICATE = re.compile(
    r"(?:,\s(?:who|which|an?|the)\b[^,;:]{2,90},)?\s(?:also\s|then\s|later\s)?"
    r"(?:(?:has|have|had|will|would)\s(?!been\b)|(?P<is>(?:is|are|was|were|(?:has|have|had)\sbeen)\s)"
    r"|(?=[a-z]{2,12}ed\s(?!by\b)))"
    r"(?P<verb>[a-z]{3,14})\b"
)


def _undergoes(verb: Verb) -> bool:
    return verb.passive or verb.hit.signal.base in _UNDERGONE


# Before the subject of a clause: its start, a word that joins, words of number and kind
_CLAUSE_OPENS = re.compile(
    r"(?:^\W{0,3}|[,;:–—“\"]\s?|\b(?:and|but|that|as|while|when|whom|whose|where|after|before|because|since|once|until|which|although|if)\s"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester)day\s|\btoday\s"
    r"|\b(?:sa(?:id|ys?)|report(?:ed|s)|claim(?:ed|s)|confirm(?:ed|s)|insist(?:ed|s)|add(?:ed|s)|den(?:ied|ies)|hopes?|fears?)\s)"
    r"(?:(?:the|an?|its|their|his|some|more|than|about|around|least|at|over|several|dozens|hundreds|of|remaining|last|[\d,]+"
    r"|terrorist|militant|jihadist|extremist|armed|group|organi[sz]ation|so-called|rival|allied|hardline"
    r"|[A-Za-z.]+-(?:led|backed|linked|allied|based))\s){0,5}$",
    re.IGNORECASE,
)


# "the attack that the group Daesh carried out in Homs": the verb's object stands before
_WHOSE_DEED = re.compile(r"\b(?P<what>[a-z]+),?\s(?:that|which|whom)\s(?:[a-z-]{2,12}\s){0,3}$")


def _is_subject(sentence: str, actor: Named) -> bool:
    return _CLAUSE_OPENS.search(sentence[max(0, actor.start - 50) : actor.start]) is not None


def _verb_behind(sentence: str, reading: Reading, actor: Named) -> Verb | None:
    """The next finite verb, unless another clause is told first."""
    for verb in reading.verbs:
        if verb.hit.start >= actor.end:
            between = sentence[actor.end : verb.hit.start]
            if len(between) > _FAR or _ANOTHER_CLAUSE.search(_ASIDE.sub("", between)):
                return None
            told_of = verb.passive and verb.hit.signal.type in REPORTING and _TO_HAVE.match(sentence, verb.hit.end)
            if (verb.tense != "none" or verb.passive) and not told_of:
                return verb
    return None


# "were reported on Monday to have taken the hill"
_TO_HAVE = re.compile(r"\s(?:(?:on|by|in|late)\s[^,;:]{2,25}\s)?to\shave\s")


def _verb_before(sentence: str, reading: Reading, actor: Named) -> Verb | None:
    """The last verb before an actor who is its object, unless another clause has begun since."""
    before = [verb for verb in reading.verbs if verb.hit.end <= actor.start and verb.weight >= 1]
    if not before:
        return None
    between = sentence[before[-1].hit.end : actor.start]
    return None if len(between) > _FAR or _ANOTHER_CLAUSE.search(between) else before[-1]


_FAR = 110
# ", which the army had left,"
_ASIDE = re.compile(r",\s(?:who|which|whose|whom|an?|the)\b[^,;:]{2,120},|\([^()]{0,80}\)")
_ANOTHER_CLAUSE = re.compile(r"[;:“”\"]|\b(?:that|while|when|after|before|because|which|who|whom|where|as)\b")
# "a raid on", "the offensive against"
_AGAINST = re.compile(
    r"\b(?:raids?|attacks?|assaults?|strikes?|air\s?strikes|offensives?|operations?|war|fight|battle|campaign|ambush|siege)\s(?:on|against|of)"
    r"\s(?:the\s|an?\s)?$|\bagainst\s(?:the\s)?$"
)
_IN_FIGHTS = re.compile(r"\b(?:clashes|fighting|battles?|attacks?|strikes?|raids?|shelling|ambush|fire|combat)\b")


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
