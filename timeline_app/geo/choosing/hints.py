"""The family of kinds that the words around a name give: "city of X", "X province", "X oil fields"."""

from __future__ import annotations

from timeline_app.geo.kinds import KIND_WORDS, SHARED_WORDS, SMALL_WORDS, family
from timeline_app.geo.match import SEATS, Hit, joins
from timeline_app.geo.tokens import Token


def kind_hint(tokens: list[Token], hit: Hit) -> str:
    """The family of kinds that the words around a name give: "city of X", "X province", "X oil fields"."""
    after = tokens[hit.last : hit.last + 2]
    if after and joins(after[0].gap) and after[0].gap != "\n":
        if len(after) > 1 and after[0].plain in ("oil", "gas") and after[1].plain in ("field", "fields"):
            return "oilfield"
        word = after[0].plain
        if word == "countryside":
            return "division"
        if KIND_WORDS.get(word) == "division" and len(after) > 1 and after[1].plain in SEATS:
            return "settlement"  # "the Kirkuk governorate building" stands in the town
        if word in KIND_WORDS and word != "area" and not _begins_a_name(after, word):
            return KIND_WORDS[word]
    if after and after[0].gap == " (":  # "Deir Ezzor (an administrative province in eastern Syria)"
        for token in tokens[hit.last : hit.last + 5]:
            if ")" in token.gap:
                break
            if token.plain in KIND_WORDS:
                return KIND_WORDS[token.plain]
    return _hint_before(tokens, hit) or _hint_behind(tokens, hit) or _hint_of_list(tokens, hit)


def _hint_behind(tokens: list[Token], hit: Hit) -> str:
    """The kind that stands in apposition: "Deir Ezzor, the provincial capital", "Raqqa, a city on the Euphrates"."""
    words = [token.plain for token in tokens[hit.last : hit.last + 4]]
    if not words or tokens[hit.last].gap != ", " or words[0] not in _ARTICLES_BEFORE_KIND:
        return ""
    for word in words[1:]:
        if word == "capital" or KIND_WORDS.get(word) in ("settlement", "division"):
            return _unless_country(hit, KIND_WORDS.get(word, "settlement"))
        if word not in _APPOSED:
            return ""
    return ""


_ARTICLES_BEFORE_KIND = frozenset({"the", "a", "an", "its"})
_APPOSED = frozenset(
    """provincial regional largest biggest main second third second-largest strategic besieged eastern western northern
    southern central northeastern northwestern southeastern southwestern border desert major key small nearby ancient
    historic old rebel-held government-held oil-rich country s""".split()
)
"""Words that may stand between the article and the kind word of an apposition."""


def is_called_small(tokens: list[Token], hit: Hit) -> bool:
    """Whether a name is said to be a town's or a village's: "the town of Riyadh", "Riyadh village"."""
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    after = tokens[hit.last] if hit.last < len(tokens) else None
    led = len(before) == 2 and before[1] == "of" and before[0] in SMALL_WORDS
    return led or (after is not None and after.gap == " " and not after.capital and after.plain in SMALL_WORDS)


def _begins_a_name(after: list[Token], word: str) -> bool:
    """Whether a capitalised "City" or "State" goes on as another name: "New York State University"."""
    if not after[0].capital or word not in ("city", "state"):
        return False
    return word == "city" or (len(after) > 1 and after[1].gap == " " and after[1].capital)


def _hint_before(tokens: list[Token], hit: Hit) -> str:
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    if len(before) == 2 and before[1] == "of" and before[0] in KIND_WORDS:
        return _unless_country(hit, KIND_WORDS[before[0]])
    if before and before[-1] in ("mount", "lake", "village", "town", "governorate", "province", "district"):
        return KIND_WORDS[before[-1]]
    if before and before[-1] in _BESIDE_A_TOWN and any(family(place.kind) == "division" for place in hit.places):
        return "" if _is_country(hit) else "settlement"
    return ""


_BESIDE_A_TOWN = frozenset({"near", "outside", "besieged"})
"""Words before a name that is a city and a province: one is near the city, in the province."""

_LIST_WORDS = 14
"""Words of a list of names that are looked through for its kind word, each way."""


def _hint_of_list(tokens: list[Token], hit: Hit) -> str:
    """The kind that a list gives all its names: "provinces of Aleppo and Latakia", "Homs, Hama and Idlib provinces"."""
    for at in range(hit.last, min(hit.last + _LIST_WORDS, len(tokens))):
        token = tokens[at]
        if token.plain in SHARED_WORDS and at > hit.last and token.gap == " ":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            of_others = following is not None and following.plain == "of"  # "Homs and towns of Hama"
            return "" if of_others else _unless_country(hit, KIND_WORDS[token.plain])
        if not _goes_along(token):
            break
    for at in range(hit.first, max(hit.first - _LIST_WORDS, 1), -1):
        before = tokens[at - 1]
        if before.plain == "of" and tokens[at - 2].plain in SHARED_WORDS and tokens[at].gap == " ":
            return _unless_country(hit, KIND_WORDS[tokens[at - 2].plain])
        if not _goes_along(tokens[at]) or not (before.capital or before.plain in _JOINERS):
            break
    return ""


_JOINERS = frozenset({"and", "or", "al", "el", "as", "ash", "az", "ez"})


def _goes_along(token: Token) -> bool:
    """Whether a word goes on a list of names."""
    return token.gap in (" ", ", ", "-") and (token.capital or token.plain in _JOINERS)


def _unless_country(hit: Hit, hint: str) -> str:
    return "" if hint == "settlement" and _is_country(hit) else hint


def _is_country(hit: Hit) -> bool:
    """Whether a country bears just this name: "the biggest city of Iraq" is a city in it, none called so."""
    return any(place.kind == "country" and place.id not in hit.respelled for place in hit.places)
