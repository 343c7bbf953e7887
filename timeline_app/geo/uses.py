"""How a name is used: a place, a people, a government or part of an organisation's name - or a person's."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.geo.choosing.hints import kind_hint
from timeline_app.geo.fold import APOSTROPHES, ARTICLES, plain_key
from timeline_app.geo.kinds import KIND_WORDS
from timeline_app.geo.match import Hit, joins
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import (
    AGENCIES,
    AUXILIARIES,
    BUILDINGS,
    DIRECTIONS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    GROUPS,
    HEAD_WORDS,
    LOCATING,
    MEDIA,
    MEDIA_WORDS,
    NOBLES,
    NOT_HYPHENED,
    NOT_PLACES,
    ORGANISATION_WORDS,
    PASTS,
    PERSON_NOUNS,
    PLACE_PREPOSITIONS,
    REPORTS,
    SPEECH_VERBS,
    STORMS,
    TITLES,
    VENUES,
)
from timeline_app.model import Use


@dataclass(frozen=True, slots=True)
class People:
    """The persons that a text names.

    Attributes:
        keys: of the names that somewhere in it are part of a person's name.
        surnames: the last words, as `plain_word` gives them, of full names: "rifai" of "Abdullah Hussein al-Rifai".
    """

    keys: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


def find_people(tokens: list[Token], hits: list[Hit], taken: set[int]) -> People:
    """The persons of a text, by its names and what stands beside them."""
    persons = {hit.key for hit in hits if not hit.demonym and _is_person(tokens, hit, taken)}
    located = {hit.key for hit in hits if hit.key in persons and not _is_obscure(hit) and _is_located(tokens, hit)}
    keys = frozenset(persons - located)  # "Adib Homs, who fled to Homs" takes no city from the map
    given = (at for at, token in enumerate(tokens) if token.plain in GIVEN_NAMES and token.capital)
    return People(keys, frozenset(filter(None, (_surname(tokens, at) for at in given))))


def _surname(tokens: list[Token], at: int) -> str:
    """The word behind an article with which the name ends that begins with a given name; "" where there is none."""
    last = at
    while last + 1 < len(tokens) and last - at < _LONGEST_NAME:
        token = tokens[last + 1]
        in_name = token.gap in (" ", "-", "‐", "‑") and (token.capital or token.plain in ARTICLES)
        if not in_name or token.arabic:
            break
        last += 1
        if tokens[last - 1].plain in ARTICLES and last - at > 1:
            return token.plain
    return ""


_LONGEST_NAME = 5
"""Words of a person's name behind the first."""


def use_of(tokens: list[Token], hit: Hit, taken: set[int], people: People) -> tuple[Use, str] | None:
    """The use of a hit and why, or None when it is a person's name or the like.

    Args:
        tokens: of the whole text.
        hit: the name.
        taken: indices of tokens that belong to well-known names.
        people: the persons that the text names.
    """
    if _is_any_old_city(tokens, hit) or _is_cut_off(tokens, hit) or _names_building(tokens, hit):
        return None
    if _is_person(tokens, hit, taken) or _is_person_named(tokens, hit, people):
        return None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if after is not None and after.gap in "-‐‑" and after.gap and after.plain in NOT_HYPHENED:
        return "demonym", f"part of the adjective ending in -{after.plain}"
    if after is not None and after.gap in ("-", "‑", "‐") and after.plain.isdigit():
        return None  # "a Badr-1 missile"
    if _is_group(tokens, hit):
        return "organisation", "the name of an armed group"
    if _names_organisation(tokens, hit, taken):
        return "organisation", "inside the name of an organisation"
    if hit.last - hit.first == 1 and tokens[hit.first].raw in AGENCIES and not _all_capitals(tokens, hit):
        return "organisation", "a news agency"
    if _is_medium(tokens, hit) or (after is not None and _is_broadcaster(tokens, hit, after)):
        return "organisation", "the name of a newspaper or broadcaster"
    if hit.demonym:
        return "demonym", "names the people or what is theirs"
    if not _can_act(hit):
        return "place", ""
    if hit.key.startswith("=") and after is not None and _is_noun(after):
        return "demonym", f"an adjective to '{after.raw}'"
    return ("place", "") if _is_located(tokens, hit) else _actor_use(tokens, hit)


def _is_person_named(tokens: list[Token], hit: Hit, people: People) -> bool:
    """Whether somebody of this name is told of elsewhere in the text: "Rifai", who is "Abdullah al-Rifai"."""
    if _is_located(tokens, hit) and not (_is_owner(tokens, hit) and _is_obscure(hit)):
        return False
    if hit.key in people.keys:
        return not _may_be_country(hit)
    return hit.last - hit.first == 1 and _is_obscure(hit) and tokens[hit.first].plain in people.surnames


def _is_owner(tokens: list[Token], hit: Hit) -> bool:
    """Whether a possessive stands behind: "at Rifai's car"."""
    after = tokens[hit.last] if hit.last < len(tokens) else None
    return after is not None and after.plain == "s" and after.gap in APOSTROPHES


def _before(tokens: list[Token], hit: Hit) -> Token | None:
    return tokens[hit.first - 1] if hit.first and joins(tokens[hit.first].gap) else None


def _is_person(tokens: list[Token], hit: Hit, taken: set[int]) -> bool:
    if hit.demonym or hit.key.startswith("short "):
        return False
    if (
        _is_son_of(tokens, hit)
        or _is_first_name_alone(tokens, hit)
        or _is_fathers_name(tokens, hit)
        or _is_called_so(tokens, hit)
    ):
        return True
    if _is_title_of(tokens, hit) or _follows_person(tokens, hit, taken) or _is_in_double_name(tokens, hit, taken):
        return True
    return _precedes_surname(tokens, hit) or _precedes_given_name(tokens, hit) or _is_family(tokens, hit)


def _is_first_name_alone(tokens: list[Token], hit: Hit) -> bool:
    """A given name that only small places bear: "Diana, who ..."."""
    alone = hit.last - hit.first == 1 and tokens[hit.first].plain in GIVEN_NAMES
    return alone and not hit.firm and not _is_located(tokens, hit)


def _is_son_of(tokens: list[Token], hit: Hit) -> bool:
    """Such as "Omar ibn al-Khattab": a given name before whose son or daughter somebody is."""
    if _is_fathers_name_behind(tokens, hit):
        return True
    if hit.last + 1 >= len(tokens):
        return False
    son, father = tokens[hit.last], tokens[hit.last + 1]
    if tokens[hit.first].plain not in GIVEN_NAMES and hit.first and tokens[hit.first - 1].plain in _WHERE:
        return False  # "In Riyadh bin Salman met"
    joined = son.gap in _IN_NAMES and father.gap in _IN_NAMES
    return joined and son.plain in _SONS and (father.capital or father.plain in ("al", "abi", "abu", "el"))


_SONS = ("ibn", "bin", "bint")
_WHERE = ("in", "at", "near", "from", "to", "around", "outside")
_IN_NAMES = (" ", "-", "‑")


def _is_fathers_name_behind(tokens: list[Token], hit: Hit) -> bool:
    """Such as "ibn al-Khattab" and "bin Laden": whose son or daughter somebody is."""
    first = hit.first
    if first and tokens[first].plain not in ("al", "el") and tokens[first - 1].plain in ("al", "el"):
        first -= 1
    joined = first > 1 and tokens[first].gap in _IN_NAMES and tokens[first - 1].gap in _IN_NAMES
    return joined and tokens[first - 1].plain in _SONS and tokens[first - 2].capital


def _is_fathers_name(tokens: list[Token], hit: Hit) -> bool:
    """Such as "Abu Bakr al-Baghdadi": a man named after his son, and a name of origin behind it."""
    if tokens[hit.first].plain not in ("abu", "abd", "umm", "bin", "ibn") or hit.last + 1 >= len(tokens):
        return False
    article, name = tokens[hit.last], tokens[hit.last + 1]
    return (
        article.gap == " "
        and article.plain in ("al", "el", "ad", "ar", "as", "at")
        and name.gap in ("-", "‑")
        and name.capital
    )


def _is_called_so(tokens: list[Token], hit: Hit) -> bool:
    """Such as "a girl named Rama"."""
    named = hit.first >= 2 and tokens[hit.first - 1].plain in ("named", "called", "nicknamed")
    return named and tokens[hit.first].gap == " " and tokens[hit.first - 2].plain in PERSON_NOUNS


def _precedes_given_name(tokens: list[Token], hit: Hit) -> bool:
    """Such as "Hamada Omar": an unknown town's name, with no word of place, before a name that people are given."""
    if hit.last >= len(tokens) or not _is_obscure(hit) or tokens[hit.first].upper:
        return False
    after = tokens[hit.last]
    follows = after.gap == " " and after.capital and not after.upper and after.plain in GIVEN_NAMES
    behind = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    of_a_place = behind is not None and joins(behind.gap) and behind.plain in KIND_WORDS  # "Tanak Omar field"
    return follows and not of_a_place and not _is_located(tokens, hit)


def _is_family(tokens: list[Token], hit: Hit) -> bool:
    """Such as "the Hallaq family"."""
    after = tokens[hit.last] if hit.last < len(tokens) else None
    called = hit.first > 0 and tokens[hit.first - 1].plain == "the" and _is_obscure(hit)
    return called and after is not None and after.gap == " " and after.raw in ("family", "brothers", "clan", "tribe")


def _is_title_of(tokens: list[Token], hit: Hit) -> bool:
    """Such as "the Princess of Wales", "the Duke of York": who, not where."""
    of = hit.first >= 2 and tokens[hit.first - 1].plain == "of" and tokens[hit.first - 1].gap == " "
    return of and tokens[hit.first - 2].capital and tokens[hit.first - 2].plain in NOBLES


def _is_in_double_name(tokens: list[Token], hit: Hit, taken: set[int]) -> bool:
    """Such as "Minna-Liina Lind": the first of two names with a hyphen between that a surname follows."""
    if hit.last - hit.first > 1 or hit.last + 1 >= len(tokens) or _in_title_case(tokens, hit):
        return False
    second, surname = tokens[hit.last], tokens[hit.last + 1]
    joined = second.gap in ("-", "‑") and second.capital and not (second.upper or second.arabic)
    known = hit.last in taken or hit.last + 1 in taken or second.plain in NOT_PLACES or surname.plain in KIND_WORDS
    return joined and surname.gap == " " and surname.capital and not surname.upper and not known


def _follows_person(tokens: list[Token], hit: Hit, taken: set[int]) -> bool:
    """After a title or given name, or as the surname of another unknown capitalised word."""
    before = tokens[hit.first - 1] if hit.first else None
    gap = tokens[hit.first].gap
    if before is None or not before.capital or before.arabic or gap not in (" ", ". "):
        return False
    if before.first and before.plain in AUXILIARIES and _asks(tokens, hit.first):
        return False  # "Will Idlib be next?"
    respelled = all(place.id in hit.respelled for place in hit.places)
    if hit.first - 1 in taken:
        return gap == " " and before.plain in GIVEN_NAMES and (respelled or _is_obscure(hit))
    if before.plain in TITLES or before.plain in STORMS or (gap == " " and before.plain in GIVEN_NAMES):
        return True
    with_article = tokens[hit.first].raw in ("al", "el", "Al", "El") and hit.last - hit.first > 1
    weak = gap == " " and _is_proper(before) and (_is_obscure(hit) or with_article)
    return weak and not _in_title_case(tokens, hit)


def _asks(tokens: list[Token], at: int) -> bool:
    """Whether the sentence around a token is a question, as far as a headline is long."""
    for token in tokens[at + 1 : at + _LONGEST_QUESTION]:
        if token.first or "\n" in token.gap:
            return "?" in token.gap
    return False


_LONGEST_QUESTION = 16


def _in_title_case(tokens: list[Token], hit: Hit) -> bool:
    """Whether a name stands in a headline that writes all its words large: there a verb may look like a first name."""
    line: list[Token] = []
    for at in range(hit.first - 1, max(-1, hit.first - _TITLE_WORDS - 1), -1):
        line.append(tokens[at])
        if "\n" in tokens[at].gap:
            break
    for at in range(hit.last, min(len(tokens), hit.last + _TITLE_WORDS)):
        if "\n" in tokens[at].gap:
            break
        line.append(tokens[at])
    words = [token for token in line if len(token.raw) > 3 and token.raw.isalpha()]
    return len(words) >= _LEAST_TITLE_WORDS and all(token.capital for token in words)


_TITLE_WORDS = 6
"""Words looked at on each side of a name, within its line."""

_LEAST_TITLE_WORDS = 4
"""Words of four letters or more that tell how a line is written."""


def _precedes_surname(tokens: list[Token], hit: Hit) -> bool:
    """A given name before a capitalised word: "Jordan Smith"; or what is a place only in another spelling."""
    if hit.last - hit.first > 1 or hit.last >= len(tokens):
        return False
    after = tokens[hit.last]
    surname = after.gap == " " and after.capital and not after.upper and not after.arabic
    known = after.plain in NOT_PLACES or after.plain in ORGANISATION_WORDS or after.plain in KIND_WORDS
    before = _before(tokens, hit)
    placed = before is not None and before.plain in PLACE_PREPOSITIONS
    respelled = not hit.known or all(place.id in hit.respelled for place in hit.places)
    respelled = respelled and not placed and not tokens[hit.first].arabic and not tokens[hit.first].upper
    return (tokens[hit.first].plain in GIVEN_NAMES or respelled) and surname and not known


def _is_proper(token: Token) -> bool:
    """A capitalised word that its position does not explain and that is no direction or kind word."""
    known = token.plain in NOT_PLACES or token.plain in KIND_WORDS or token.plain in ORGANISATION_WORDS
    return not (token.first or token.upper or known or token.arabic)


_LIKE_SURNAMES = frozenset(["city", "town", "village", "neighbourhood", "admin1", "district", "ruin", "other"])


def _is_obscure(hit: Hit) -> bool:
    """One word that means only small places, or only towns and divisions, as many surnames do."""
    return hit.last - hit.first == 1 and (not hit.known or all(place.kind in _LIKE_SURNAMES for place in hit.places))


def _may_be_country(hit: Hit) -> bool:
    return hit.state


def _names_organisation(tokens: list[Token], hit: Hit, taken: set[int]) -> bool:
    """Followed by capitalised words of which one is "Council", "Post" ...; or "University of X"."""
    at = hit.last
    while at < min(len(tokens), hit.last + 4):
        token = tokens[at]
        if token.gap != " " or not (token.capital or token.plain in ("of", "for", "and")) or at in taken:
            break
        if token.capital and token.plain in ORGANISATION_WORDS:
            return not (_all_capitals(tokens, hit) or _is_at_a_venue(tokens, hit))
        at += 1
    if hit.first >= 2 and tokens[hit.first - 1].plain in ("of", "for"):
        head = tokens[hit.first - 2]
        return head.capital and head.plain in ORGANISATION_WORDS and not head.first
    return False


def _is_at_a_venue(tokens: list[Token], hit: Hit) -> bool:
    """Whether the name goes on to a house or ground that somebody is at: "outside the Aleppo University Hospital"."""
    if not hit.known or hit.places[0].kind == "country":
        return False
    at = hit.last
    while at < min(len(tokens), hit.last + 4) and tokens[at].gap == " " and tokens[at].capital:
        at += 1
    if at == hit.last or tokens[at - 1].plain not in VENUES:
        return False
    before = [token.plain for token in tokens[max(0, hit.first - 4) : hit.first]]
    return (bool(before) and not LOCATING.isdisjoint(before[-2:] if before[-1] == "the" else before[-1:])) or (
        before[-2:] == ["of", "the"] and not _ENTRANCES.isdisjoint(before)
    )


_ENTRANCES = frozenset("entrance entrances gate gates grounds front outskirts vicinity walls doors area".split())


def _is_broadcaster(tokens: list[Token], hit: Hit, after: Token) -> bool:
    """Whether a name is that of a medium: "Al-Mayadeen television", "Al-Jazeera reported"; towns report nothing."""
    if not joins(after.gap) or _can_act(hit):
        return False
    if after.plain in MEDIA_WORDS:
        return True
    article = tokens[hit.first].plain in ("al", "el") or tokens[hit.first].raw.startswith(("al-", "Al-", "El-", "el-"))
    return article and after.plain in REPORTS and not _is_located(tokens, hit)


def _is_medium(tokens: list[Token], hit: Hit) -> bool:
    """Whether a name is a well-known medium's and no word around it makes it a place: "according to Al Jazeera"."""
    name = " ".join(token.plain for token in tokens[hit.first : hit.last])
    if name not in MEDIA or kind_hint(tokens, hit):
        return False
    return _is_source(tokens, hit) or not _is_located(tokens, hit)


def _is_group(tokens: list[Token], hit: Hit) -> bool:
    """Whether a name is an armed group's, and no kind word makes it a place: "a branch of al-Qaida"."""
    words = [token.plain for token in tokens[hit.first : hit.last] if token.plain not in ARTICLES]
    return len(words) == 1 and words[0] in GROUPS and not kind_hint(tokens, hit)


def _is_source(tokens: list[Token], hit: Hit) -> bool:
    """Whether "to" or "from" before a name may lead to who was told or who tells: "said to X", "footage from X"."""
    before = _before(tokens, hit)
    return before is not None and before.plain in ("to", "from")


def _names_building(tokens: list[Token], hit: Hit) -> bool:
    """Whether a word is what a building is called by and no town's name: "al-Salam hospital", "Bilal mosque".

    One that a well-known place bears, or of several words, is taken for the place it stands in.
    """
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if after is None or after.gap != " " or after.plain not in BUILDINGS or hit.known or hit.demonym:
        return False
    words = [token.plain for token in tokens[hit.first : hit.last] if token.plain not in ARTICLES]
    return len(words) == 1


def _is_cut_off(tokens: list[Token], hit: Hit) -> bool:
    """Whether a word is only the head of an unknown name: the "Hawi" of "Hawi al-Kanisah", the "Tal" of "Tal al-X".

    A well-known place is meant unless its own name goes on too: "Busra al-Harir" is not Busra al-Sham.
    """
    if _is_head_word(tokens, hit):
        return True
    if hit.demonym or hit.last - hit.first > 1 or hit.last + 1 >= len(tokens):
        return False
    if hit.firm and any(plain_key(place.name) == hit.plain for place in hit.places):
        return False
    article, name = tokens[hit.last], tokens[hit.last + 1]
    return article.gap == " " and article.plain in ("al", "el") and name.gap in ("-", "‑") and name.capital


def _is_head_word(tokens: list[Token], hit: Hit) -> bool:
    """Whether such a word stands before the rest of its name: the "Jabal" of "Jabal Sarha"."""
    if hit.last - hit.first > 1 or hit.last >= len(tokens) or tokens[hit.first].plain not in HEAD_WORDS:
        return False
    after = tokens[hit.last]
    return after.gap in (" ", "-", "‑") and after.capital


def _is_any_old_city(tokens: list[Token], hit: Hit) -> bool:
    """Whether "the Old City" may be any town's: the gazetteer's is Jerusalem's."""
    if hit.last - hit.first != 2 or tokens[hit.first].plain != "old":
        return False
    words = [token.plain for token in tokens[hit.first : hit.last]]
    return words == ["old", "city"] and not any(token.plain == "jerusalem" for token in tokens)


def _all_capitals(tokens: list[Token], hit: Hit) -> bool:
    """Within a headline in capitals nothing tells names from words."""
    around = tokens[max(0, hit.first - 3) : hit.last + 4]
    return len(around) > 4 and all(token.upper or token.plain.isdigit() for token in around)


def _can_act(hit: Hit) -> bool:
    return hit.state or hit.key.startswith("=")


def _is_located(tokens: list[Token], hit: Hit) -> bool:
    before = _before(tokens, hit)
    if before is not None and before.plain == "the" and hit.first >= 2:
        before = tokens[hit.first - 2]
    return before is not None and (before.plain in LOCATING or before.plain in DIRECTIONS)  # "northwest Syria"


def _is_noun(token: Token) -> bool:
    """A word right after an acronym that can only be what the acronym describes: "US forces"."""
    word = token.plain
    grammatical = word in FUNCTION_WORDS or word in SPEECH_VERBS or word in AUXILIARIES
    is_verb = word in PASTS or word.endswith("ed")
    return token.gap == " " and not grammatical and not is_verb and not word.isdigit()


def _actor_use(tokens: list[Token], hit: Hit) -> tuple[Use, str]:
    """A government's doing ("Damascus denied", "the US has said") or a place."""
    following = tokens[hit.last : hit.last + 2]
    verb = "" if not following or following[0].gap != " " or following[0].capital else following[0].plain
    if hit.state and verb in SPEECH_VERBS:
        return "metonym", f"the government: subject of '{verb}'"
    if hit.state and verb in AUXILIARIES and len(following) > 1 and following[1].plain in SPEECH_VERBS:
        return "metonym", f"the government: subject of '{verb} {following[1].plain}'"
    if hit.key.startswith("=") and any(place.kind == "country" for place in hit.places):
        return "metonym", "the state: no 'in' or 'from' stands before the acronym"
    return "place", ""
