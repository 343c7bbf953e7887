"""Longest runs of words that the gazetteer knows as a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from timeline_app.geo.abbreviations import division_of_abbreviation
from timeline_app.geo.fold import ARTICLES, SHORT_ARTICLES, folded_words, joined, plain_key, plain_word, sounds
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.importance import VERY_LARGE, is_known
from timeline_app.geo.kinds import KIND_WORDS, family
from timeline_app.geo.scripts import latin_twin
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import (
    ALSO_WORDS,
    BUILDINGS,
    FACILITY_WORDS,
    GIVEN_NAMES,
    NOT_PLACES,
    ONLY_AFTER_PREPOSITION,
    PLACE_PREPOSITIONS,
    SEATS_OF_POWER,
)
from timeline_app.model import Place

LONGEST = 7
"""Words in the longest name looked for."""

_OF_FACILITIES = frozenset("air military oil gas pumping".split())
_SMALL = frozenset("of the and de del la le les du da do di al el ul on sur gate station".split()).union(
    KIND_WORDS, _OF_FACILITIES
)
_LAST = set(KIND_WORDS) | {"gate", "station"}
"""Small words that may end a name: "Habur gate", "T2 pumping station"."""
_DETERMINERS = frozenset({"a", "an", "any", "each", "every", "one", "no", "some", "that", "this"})
_HYPHENS = "-‐‑–"
_CLITICS = "وفبلك"  # and, so, in, to, like: written onto the Arabic word after them


@dataclass(slots=True)
class Hit:
    """A name found: `tokens[first:last]`.

    Attributes:
        places: what it may mean, not empty.
        demonym: it is "Syrian" and the like.
        skip: characters of the first token that are no part of the name (Arabic particles).
        notes: how it was read.
        respelled: ids of the places that bear the name only in another spelling.
        state: a country or a capital is among the places: it can stand for its government.
        key: the same for all mentions of one name in a document.
        known: a well-known place is among the places, see `importance.is_known`.
        firm: a well-known city, a country or a large division goes by just this name.
        plain: the name as it stands, plain; "" for acronyms and names behind Arabic particles.
    """

    first: int
    last: int
    places: list[Place]
    demonym: bool = False
    skip: int = 0
    notes: list[str] = field(default_factory=list)
    key: str = ""
    respelled: frozenset[str] = frozenset()
    state: bool = False
    plain: str = ""
    known: bool = True
    firm: bool = True


def find_hits(tokens: list[Token], gazetteer: Gazetteer) -> list[Hit]:
    """Names in order, the longest at each point, none overlapping."""
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.capital and token.plain not in ARTICLES:
            at += 1
            continue
        hit = _hit_at(tokens, at, gazetteer) if _may_begin(tokens, at) else None
        if hit is None:
            at += 1
        elif _goes_on_as_a_name(tokens, hit):
            at = hit.last + 1
        else:
            hits.append(hit)
            at = hit.last
    return _without_buildings(tokens, hits)


def _without_buildings(tokens: list[Token], hits: list[Hit]) -> list[Hit]:
    """The hits without names that are a building's elsewhere in the text: "al-Sina'a prison ... encircled al-Sina'a".

    Only of names that lead to a place by another spelling: a town may have a prison of its own name.
    """
    loose = [hit for hit in hits if hit.respelled and len(hit.respelled) == len(hit.places) and not hit.demonym]
    if not loose or not any(token.plain in BUILDINGS for token in tokens):
        return hits
    called = {
        token.plain
        for token, after in pairwise(tokens)
        if after.plain in BUILDINGS and token.capital and after.gap == " "
    }
    dropped = {id(hit) for hit in loose if (word := _bare(tokens, hit)) in called and not _begins_alike(word, hit)}
    return [hit for hit in hits if id(hit) not in dropped]


def _begins_alike(word: str, hit: Hit) -> bool:
    """Whether the likeliest place's name begins with the same letters: "Roumieh" is Roumie, "Sina'a" is not Sanaa."""
    names = (hit.places[0].name, *hit.places[0].aliases)
    keys = (plain_key(name).split(" ") for name in names)
    return any(part.startswith(word[:_SAME_LETTERS]) for key in keys for part in key)


_SAME_LETTERS = 4


def _bare(tokens: list[Token], hit: Hit) -> str:
    """The one word of a name without its article; "" for longer names."""
    words = [token.plain for token in tokens[hit.first : hit.last] if token.plain not in ARTICLES]
    return words[0] if len(words) == 1 else ""


def _goes_on_as_a_name(tokens: list[Token], hit: Hit) -> bool:
    """Whether a given name behind a village's makes it another one's: "Hawsh al-Sayyed Ali" is no Hawsh al-Sayyed."""
    if hit.known or hit.demonym or hit.last - hit.first < _LONG_NAME or hit.last >= len(tokens):
        return False
    after = tokens[hit.last]
    return after.gap == " " and after.capital and not after.upper and after.plain in GIVEN_NAMES


_LONG_NAME = 2
"""Words, the article among them, of a name of which a given name behind it is likely a part."""


def names_a_group(tokens: list[Token], hit: Hit) -> bool:
    """Whether a country only stands in a group's name: "the Islamic State of Iraq and the Levant"."""
    words = [token.plain for token in tokens[max(0, hit.first - _GROUP_NAME) : hit.first]]
    at = next((n for n in range(len(words) - 2, -1, -1) if words[n : n + 2] == ["islamic", "state"]), None)
    return at is not None and set(words[at + 2 :]) <= _WITHIN_GROUP and bool(words[at + 2 :])


_GROUP_NAME = 6
_WITHIN_GROUP = frozenset({"of", "in", "and", "the", "iraq"})


def joins(gap: str) -> bool:
    """Whether two words with this between them can be one name."""
    return gap in (" ", "-", "\n", "\u00a0", "'") or gap in _HYPHENS or (len(gap) <= 3 and gap.isspace()
                                                                        and gap.count("\n") < 2)  # fmt: skip


def _may_begin(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.capital:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return token.plain in ARTICLES and after is not None and after.gap in _HYPHENS and after.capital


def _run_end(tokens: list[Token], at: int) -> int:
    """One past the last token that may belong to a name beginning at `at`."""
    end = at + 1
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        may_follow = token.capital or token.plain in _SMALL or token.plain in ARTICLES or _numbers(tokens, end)
        may_follow = may_follow or _is_short_article(tokens, end)
        if _is_of_a_house(tokens, end):
            break
        if not may_follow or not (joins(token.gap) or _is_shortened(tokens, end)):
            break
        end += 1
    return end


def _is_short_article(tokens: list[Token], at: int) -> bool:
    """Whether a letter is the article before the word joined to it: "Deir [e]-Zor", "Jisr [a]-Shughour"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].plain in SHORT_ARTICLES and after is not None and after.gap in _HYPHENS and after.capital


def _numbers(tokens: list[Token], at: int) -> bool:
    """Whether a number is part of the code before it, as stations of a pipeline have one: "T-4", "K-2"."""
    letter = tokens[at - 1].raw
    return tokens[at].gap in _HYPHENS and tokens[at].raw.isdigit() and len(letter) == 1 and letter.isupper()


SEATS = frozenset({"building", "headquarters", "hall", "compound", "palace", "offices"})
"""Houses in which a division is governed; they stand in its town."""


def _is_of_a_house(tokens: list[Token], at: int) -> bool:
    """Whether a word for a division only says whose house it is: "the Kirkuk governorate building"."""
    division = KIND_WORDS.get(tokens[at].plain) == "division" and not tokens[at].capital
    return division and at + 1 < len(tokens) and tokens[at + 1].plain in SEATS


def _is_known(place: Place, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether a well-known place goes by the name; by an alias of the world's layers only a very large one does."""
    rank = gazetteer.rank_of(place)
    if not is_known(place, rank):
        return False
    return rank <= 1 or place.kind == "country" or place.population >= VERY_LARGE or not is_alias(place, hit)


def _is_large(place: Place) -> bool:
    kind = family(place.kind)
    return kind in ("settlement", "country") or (kind == "division" and place.population >= VERY_LARGE)


def is_alias(place: Place, hit: Hit) -> bool:
    """Whether the name is not the one a place goes by.

    "New York" goes for "New York City", but "Kansas" is no "Kansas City" where a place is called Kansas.
    """
    if not hit.plain:
        return False
    own = plain_key(place.name)
    if own.startswith(f"{hit.plain} "):
        return any(plain_key(other.name) == hit.plain for other in hit.places)
    return own != hit.plain


def _is_shortened(tokens: list[Token], at: int) -> bool:
    """Whether the dot before a token belongs to the word before it: "St. Louis", "Mt. Pleasant"."""
    return tokens[at].gap == ". " and tokens[at - 1].raw in ("St", "Ste", "Mt", "Ft", "Pt")


def _hit_at(tokens: list[Token], at: int, gazetteer: Gazetteer) -> Hit | None:
    abbreviated = _abbreviated(tokens, at, gazetteer)
    if abbreviated is not None:
        return abbreviated
    end = _run_end(tokens, at)
    plains = [token.plain for token in tokens[at:end]]
    notes: list[str] = []
    for place, token in enumerate(tokens[at:end]):
        if token.raw.isascii():
            continue
        twin, odd = latin_twin(token.raw)
        if odd:
            plains[place] = plain_word(twin)
            notes.append(f"mixed script: {odd}")
    while end > at:
        if tokens[end - 1].capital or (end - at > 1 and (tokens[end - 1].plain in _LAST or _numbers(tokens, end - 1))):
            hit = _named(tokens, at, end, plains[: end - at], gazetteer)
            if hit is not None:
                hit.notes = notes + hit.notes
                hit.state = any(gazetteer.can_act(place) for place in hit.places)
                known = [place for place in hit.places if _is_known(place, hit, gazetteer)]
                hit.known = hit.demonym or bool(known)
                hit.firm = any(_is_large(place) and not is_alias(place, hit) for place in known)
                return hit
        end -= 1
    return _after_clitic(tokens, at, gazetteer) if tokens[at].arabic else None


def _named(tokens: list[Token], at: int, end: int, plains: list[str], gazetteer: Gazetteer) -> Hit | None:
    token = tokens[at]
    if plains[0] in _DETERMINERS and len(plains) > 1 and not tokens[at + 1].capital:
        return None  # "A town" at the head of a sentence is no Atun
    if _is_code(tokens, at, end):
        if not _stands_as_place(tokens, at, end):
            return None
    elif len(plains) == 1:
        acronym = token.upper and len(plains[0]) <= _LETTERS_OF_ACRONYM
        places, _ = gazetteer.named("=" + plains[0].upper()) if acronym else ([], False)
        if places and not (plains[0] in ALSO_WORDS and _among_capitals(tokens, at)):
            return Hit(at, end, places, key="=" + plains[0])
        if not _plausible_alone(tokens, at, plains[0]) or (acronym and _among_small(tokens, at)):
            return None
    key = " ".join(plains)
    country = gazetteer.demonym(key)
    if country is not None:
        return Hit(at, end, [country], demonym=True, key="demonym " + key)
    folded = folded_words(tuple(plains))
    places, exact = gazetteer.named(key, folded if len(folded) > 3 else "")
    if plains[0] == "the" and not (exact and len(plains) > 1 and tokens[at + 1].capital):
        return None  # "The Hague" is a name, "The village" at the head of a sentence is none
    if not exact and places and (_is_nisba(plains[-1], places) or not _article_fits(tokens, at, plains, places)):
        return None
    if not places or (not exact and len(plains) == 1 and not _spelling_is_safe(tokens, at, folded)):
        return None
    if _names_none(tokens, end, plains, exact):
        return None
    others: list[Place] = []
    if exact and all(place.kind != "country" for place in places):
        known = {place.id for place in places}
        others = [place for place in gazetteer.respelled(folded) if place.id not in known]
    respelled = frozenset(place.id for place in (others if exact else places))
    return Hit(at, end, places + others, key=folded or key, respelled=respelled, plain=key)


_LETTERS_OF_ACRONYM = 4


def _among_small(tokens: list[Token], at: int) -> bool:
    """Whether a word of capitals stands amid small letters: FAO there is an acronym, not the town of Fao."""
    return not tokens[at].first and not _among_capitals(tokens, at)


def _is_code(tokens: list[Token], at: int, end: int) -> bool:
    """Whether words are no more than a letter and a number: "T4", "T-4"."""
    if end - at > 1:
        return end - at == 2 and _numbers(tokens, at + 1)
    raw = tokens[at].raw
    return len(raw) in (2, 3) and raw[0].isupper() and raw[1:].isdigit()


def _stands_as_place(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a code is told as a place, and not as a tank or a motorway: "at T4", "the T-4 base"."""
    before, after = (tokens[at - 1].plain if at else ""), tokens[end : end + 1]
    based = bool(after) and after[0].gap == " " and KIND_WORDS.get(after[0].plain) == "base"
    return based or (before in PLACE_PREPOSITIONS and not (after and after[0].gap == " " and after[0].capital))


def _names_none(tokens: list[Token], end: int, plains: list[str], exact: bool) -> bool:
    """Whether words that some place is called by are no name here: "the Air Base", "al-Sina'a prison" for Sanaa."""
    if FACILITY_WORDS.issuperset(plains) or " ".join(plains) in SEATS_OF_POWER:
        return True
    bare = [word for word in plains if word not in ARTICLES]
    return not exact and len(bare) == 1 and end < len(tokens) and tokens[end].plain in BUILDINGS


def _abbreviated(tokens: list[Token], at: int, gazetteer: Gazetteer) -> Hit | None:
    """A state or province written short behind a name and a comma: "Lexington, Ky.", "Austin, TX", "Perth, W.A."."""
    if not at or tokens[at].gap not in (", ", " (") or not tokens[at - 1].capital:
        return None
    if tokens[at + 1 : at + 2] and tokens[at + 1].gap in ("-", "‐", "‑"):
        return None  # "Mazlum, FL-Tabiya"
    for length in (2, 1):  # "W. Va.", "N. C."
        words = tokens[at : at + length]
        if len(words) == length and all(word.gap in (" ", ". ") for word in words[1:]):
            place_id = division_of_abbreviation(" ".join(word.raw.replace(".", "") for word in words))
            place = gazetteer.place(place_id) if place_id else None
            if place is not None:
                return Hit(at, at + length, [place], key=f"short {place.id}")
    return None


def _among_capitals(tokens: list[Token], at: int) -> bool:
    """Whether a neighbour is all capitals too, as in headlines and datelines."""
    return any(token.upper for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]))


def _spelling_is_safe(tokens: list[Token], at: int, folded: str) -> bool:
    """Short keys are met by chance (Terra, Tyre): they need a preposition, Arabic letters or five letters."""
    before = tokens[at - 1] if at else None
    return len(folded) >= 5 or tokens[at].arabic or (before is not None and before.plain in PLACE_PREPOSITIONS)


def _is_nisba(word: str, places: list[Place]) -> bool:
    """Whether a word ends in the -i of Arabic adjectives, which no name of the places does.

    "Suleimani" is somebody called after Sulaymaniyah, not the city.
    """
    if not word.endswith("i"):
        return False
    return not any(name.casefold().endswith(("i", "y")) for place in places for name in (place.name, *place.aliases))


def _article_fits(tokens: list[Token], at: int, plains: list[str], places: list[Place]) -> bool:
    """Whether an "As" or "At" before a name is its Arabic article and not the English word.

    The article agrees with a sun letter (As S..., At T...) and the gazetteer knows the name with one.
    """
    article = plains[0]
    if article not in ARTICLES or len(plains) == 1 or tokens[at + 1].gap in _HYPHENS:
        return True
    if tokens[at].first and article in ("as", "at"):
        return False  # at the head of a sentence any word is capital
    agrees = article in ("al", "el", "ul") or plains[1].startswith(article[1:])
    names = (name for place in places for name in (place.name, *place.aliases))
    return agrees and any(name.replace("-", " ").casefold().split(" ")[0] in ARTICLES for name in names)


def _plausible_alone(tokens: list[Token], at: int, plain: str) -> bool:
    """Whether one word alone may be a place, or only looks like one."""
    if plain in NOT_PLACES or (len(plain) < 3 and not tokens[at].arabic) or plain.isdigit():
        return False
    if plain not in ONLY_AFTER_PREPOSITION:
        return True
    before = tokens[at - 1] if at else None
    return before is not None and joins(tokens[at].gap) and before.plain in PLACE_PREPOSITIONS


def _after_clitic(tokens: list[Token], at: int, gazetteer: Gazetteer) -> Hit | None:
    token = tokens[at]
    if len(token.plain) < 4 or token.plain[0] not in _CLITICS:
        return None
    rest = token.plain[1:]
    for words in ([rest, tokens[at + 1].plain] if at + 1 < len(tokens) else [], [rest]):
        if words:
            places, _ = gazetteer.named(" ".join(words), joined(sounds(words)))
            if places:
                return Hit(at, at + len(words), places, skip=1, key=joined(sounds(words)))
    return None
