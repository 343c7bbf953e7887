"""Finding the places a text names, and saying which they are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from timeline_app.geo.borders import BorderMention, border_candidates, find_borders
from timeline_app.geo.choosing.containers import is_said_elsewhere
from timeline_app.geo.choosing.deciding import decide
from timeline_app.geo.choosing.evidence import Evidence, gather
from timeline_app.geo.choosing.hints import is_called_small, kind_hint
from timeline_app.geo.choosing.ranking import rank
from timeline_app.geo.computed import area_between, area_of, lead_in, offset_place, spread
from timeline_app.geo.distance import distance_km
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.inside import led_in, placed_inside
from timeline_app.geo.kinds import KIND_WORDS, TOWN, kind_fit
from timeline_app.geo.match import Hit, find_hits, is_alias, joins, names_a_group
from timeline_app.geo.support import unsupported
from timeline_app.geo.tokens import Token, tokenize
from timeline_app.geo.uses import find_people, use_of
from timeline_app.geo.words import INTRODUCERS, NOT_PLACES, TITLED_KINDS
from timeline_app.model import Candidate, Place, PlaceMention, Use

_A_SENTENCE = 25
"""Words before a border within which the country on its other side is told."""
_UNKNOWN_LOOKUPS = 40  # unknown names per text that are compared with every known one


def find_places(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Every toponym of a text in order, none overlapping; time is linear in its length.

    Args:
        text: any text; offsets of the mentions count its code points.
        gazetteer: see `load_gazetteer`.

    Returns:
        Mentions of every use. `place` is None for a name that is introduced as a place but unknown,
        and where two readings are too close to call; the reasons say which.
    """
    reading = _Reading(text, tokenize(text), gazetteer)
    return reading.mentions()


@dataclass(slots=True)
class _Sense:
    ranked: list[Candidate]
    place: Place | None
    reasons: tuple[str, ...]


class _Reading:
    """One text being read."""

    def __init__(self, text: str, tokens: list[Token], gazetteer: Gazetteer) -> None:
        self.text, self.tokens, self.gazetteer = text, tokens, gazetteer
        self.hits = find_hits(tokens, gazetteer)
        self.firsts = [hit.first for hit in self.hits]
        self.first = {hit.key: hit for hit in reversed(self.hits)}
        sure = {at for hit in self.hits if hit.known for at in range(hit.first, hit.last)}
        people = find_people(tokens, self.hits, sure)
        self.uses = [use_of(tokens, hit, sure, people) for hit in self.hits]
        kept = [hit for hit, use in zip(self.hits, self.uses, strict=True) if use is not None]
        dropped = unsupported(tokens, kept, gather(tokens, [hit for hit in kept if hit.known], gazetteer))
        left = {id(hit) for number, hit in enumerate(kept) if number not in dropped}
        self.uses = [use if id(hit) in left else None for hit, use in zip(self.hits, self.uses, strict=True)]
        kept_hits = (hit for hit, use in zip(self.hits, self.uses, strict=True) if use is not None)
        self.taken = {at for hit in kept_hits for at in range(hit.first, hit.last)}
        self.evidence: Evidence = gather(tokens, [hit for hit in kept if id(hit) in left], gazetteer)
        self.senses: dict[tuple[str, str, frozenset[str]], _Sense] = {}

    def mentions(self) -> list[PlaceMention]:
        found = self._borders()
        named = _outside(self._named(), found)
        everything = found + named
        everything += self._introduced([(mention.start, mention.end) for mention in everything])
        ordered = placed_inside(self.text, sorted(everything, key=lambda mention: mention.start))
        return sorted([*ordered, *self._before_larger(ordered)], key=lambda mention: mention.start)

    # -- borders

    def _borders(self) -> list[PlaceMention]:
        mentions = []
        for border in find_borders(self.tokens, self.hits):
            ranked = border_candidates(self.gazetteer, border, self.evidence.countries, self._country_beside(border))
            start, end = self.tokens[border.first].start, self.tokens[border.last - 1].end
            if ranked:
                mentions.append(self._mention(start, end, "place", _sense_of_border(ranked)))
        return mentions

    def _country_beside(self, border: BorderMention) -> str:
        """The country, none of the border's, of the last well-known name shortly before it; "" where there is none."""
        low = border.first - _A_SENTENCE
        before = (hit for hit in reversed(self.hits) if low <= hit.first < border.first and hit.known and hit.places)
        countries = (hit.places[0].country for hit in before if not names_a_group(self.tokens, hit))
        return next((country for country in countries if country and country not in border.codes), "")

    # -- names

    def _named(self) -> list[PlaceMention]:
        mentions: list[PlaceMention] = []
        skip_until = 0
        for number, (hit, use) in enumerate(zip(self.hits, self.uses, strict=True)):
            if use is None or hit.first < skip_until:
                continue
            pair = self._pair(number) if use[0] == "place" else None
            if pair is not None:
                mention, skip_until = pair
                mentions.append(mention)
            else:
                mentions.append(self._beside(mentions[-1] if mentions else None, hit, use))
        return mentions

    def _beside(self, earlier: PlaceMention | None, hit: Hit, use: tuple[Use, str]) -> PlaceMention:
        """A name's mention; without the kind word before it where that belongs to the name before."""
        mention = self._single(hit, *use)
        if earlier is None or mention.start >= earlier.end:
            return mention
        return self._mention(*self._span(hit), use[0], self._sense(hit, ""))

    def _single(self, hit: Hit, use: Use, why: str) -> PlaceMention:
        hint = kind_hint(self.tokens, hit) if use == "place" else ""
        small = hint == "settlement" and is_called_small(self.tokens, hit)
        sense = self._sense(hit, TOWN if small else hint)
        start, end = self._span(hit)
        if use == "place" and sense.place is not None:
            start, end, sense = self._widened(hit, hint, sense, sense.place)
        mention = self._mention(start, end, use, sense)
        return mention if not why else _because(mention, why)

    def _widened(self, hit: Hit, hint: str, sense: _Sense, place: Place) -> tuple[int, int, _Sense]:
        """Span and sense with the words of distance before the name or the kind word after it."""
        start, end = self._span(hit)
        lead = lead_in(self.text, start)
        if lead is not None and place.kind != "country":
            return start - len(lead.group()), end, _reckoned(sense, offset_place(place, lead))
        if spread(hint) and kind_fit(place, hint) < 1:
            return *self._span_with_kind(hit), _reckoned(sense, area_of(place, hint))
        if self._is_titled(hit):
            end = self.tokens[hit.last].end
            if kind_fit(place, hint) < 0:
                sense = _Sense(sense.ranked, None, (f"no {hint} of this name is known",))
        elif place.kind != "neighbourhood" and self._is_quarter(hit) and self._is_elsewhere(hit, place):
            sense = _Sense(sense.ranked, None, ("no neighbourhood of this name is known",))
        elif self._is_lesser_district(hit, place):
            sense = _Sense(sense.ranked, None, ("nothing of this kind and name is known",))
        return start, end, sense

    def _sense(self, hit: Hit, hint: str) -> _Sense:
        """One sense per document: a name without kind words means what it means elsewhere in the text."""
        here = frozenset(self.evidence.here.get(hit.first, ()))
        known = self.senses.get((hit.key, hint, here))
        if known is None:
            ranked, lead = rank(self.gazetteer, hit, hint, self.evidence)
            sense = _Sense(ranked, *decide(ranked, lead))
            if sense.place is not None and sense.place.id in hit.respelled and self._lies_elsewhere(sense.place, hit):
                sense = _Sense(ranked, None, (f"{sense.place.name} is spelled so, but lies elsewhere than it is said",))
            known = self.senses[hit.key, hint, here] = sense
        if hit.notes:
            return _Sense(known.ranked, known.place, (*hit.notes, *known.reasons))
        return known

    def _lies_elsewhere(self, place: Place, hit: Hit) -> bool:
        """Whether the text says of a name, here or where it stands first, that it lies where this place does not."""
        return any(is_said_elsewhere(place, self.tokens, one, self._next(one)) for one in (hit, self.first[hit.key]))

    def _next(self, hit: Hit) -> Hit | None:
        at = bisect_right(self.firsts, hit.first)
        return self.hits[at] if at < len(self.hits) else None

    def _is_titled(self, hit: Hit) -> bool:
        """Whether a capitalised kind word belongs to the name: "Lexington County", "Deir Ezzor Governorate"."""
        after = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        if after is None or after.gap != " " or not after.raw.istitle():
            return False
        return after.plain in TITLED_KINDS or (after.plain == "state" and kind_hint(self.tokens, hit) == "division")

    def _is_quarter(self, hit: Hit) -> bool:
        """Whether a name is said to be a quarter's: "al-Sakan neighborhood" is no town spelled like it."""
        if self.tokens[hit.first].plain in _HAYY:
            return True  # "Hayy al-Shuhada"
        after = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        if after is not None and after.gap == " " and after.plain in _QUARTERS:
            return True
        return self._is_one_of_quarters(hit)

    def _is_one_of_quarters(self, hit: Hit) -> bool:
        """Whether names are told together to be quarters: "Jubeil and Tamim, two southern neighborhoods"."""
        apposed = False
        for token in self.tokens[hit.last : hit.last + _LONGEST_LIST]:
            if token.first or token.gap.strip() not in ("", ",", "-", "‑"):
                return False
            if token.plain in _QUARTERS:
                return apposed
            apposed = apposed or (token.gap == ", " and not token.capital)
            if not (token.capital or token.plain in _IN_LISTS or apposed):
                return False
        return False

    def _is_elsewhere(self, hit: Hit, place: Place) -> bool:
        """Whether a quarter's name only leads to a town spelled like it, or to one far from all that the text names."""
        others = [sure for sure in self.evidence.sure if sure.id not in {one.id for one in hit.places}]
        near = (distance_km(place.lat, place.lon, sure.lat, sure.lon) <= _QUARTER_KM for sure in others)
        return place.id in hit.respelled or (bool(others) and not any(near))

    def _is_lesser_district(self, hit: Hit, place: Place) -> bool:
        """Whether a town's "Tamim district", or an airport, is taken for the governorate that bore the name."""
        after = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        if after is None or after.gap != " " or after.raw not in _LESSER:
            return False
        if after.raw == "district" and place.kind in ("region", "mountain", "mountains", "desert", "valley"):
            return self._is_elsewhere(hit, place)  # "the al-Julan district" of a town, no heights far away
        if place.kind != "governorate":
            return False
        return is_alias(place, hit) or after.raw != "district"

    def _pair(self, number: int) -> tuple[PlaceMention, int] | None:
        """Such as "Homs-Deir Ezzor desert": an area named after two places."""
        if number + 1 >= len(self.hits):
            return None
        one, other = self.hits[number], self.hits[number + 1]
        gap = self.tokens[other.first].gap
        hint = kind_hint(self.tokens, other)
        if one.last != other.first or gap not in ("-", "–", "‑", "/") or hint not in ("desert", "region"):
            return None
        first, second = self._sense(one, ""), self._sense(other, "")
        if first.place is None or second.place is None:
            return None
        word = self.tokens[other.last].plain
        place = area_between(first.place, second.place, word)
        sense = _Sense([Candidate(place, 0.7, ("between the two places",)), first.ranked[0], second.ranked[0]],
                       place, (f"the {word} between {first.place.name} and {second.place.name}",))  # fmt: skip
        start, end = self._span(one)[0], self.tokens[other.last].end
        return self._mention(start, end, "place", sense), other.last

    # -- unknown names introduced as places

    def _introduced(self, covered: list[tuple[int, int]]) -> list[PlaceMention]:
        starts = {at for span in covered for at in span}
        mentions: list[PlaceMention] = []
        looked_up = 0
        for first, last, wanted in _announced(self.tokens, self.taken):
            start, end = self.tokens[first].start, self.tokens[last - 1].end
            if start in starts or end in starts or looked_up >= _UNKNOWN_LOOKUPS:
                continue
            looked_up += 1
            name = self.text[start:end]
            near = self.gazetteer.nearest_names(name)
            why = f"introduced as a {wanted}, but no gazetteer row has this name"
            if near:
                why += f"; nearest is {near[0].place.name}"
            mentions.append(PlaceMention(start, end, name, "place", None, near, (why,)))
        return mentions

    def _before_larger(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """Unknown names that nothing announces but the larger place behind them: "in Qurtel, Afrin"."""
        held = {mention.start: mention.place for mention in mentions if mention.use == "place"}
        taken = [(mention.start, mention.end) for mention in mentions]
        found = []
        for first, last in led_in(self.tokens, self.taken, (hit.first for hit in self.hits)):
            larger = held.get(self.tokens[last].start)
            start, end = self.tokens[first].start, self.tokens[last - 1].end
            if larger is not None and not any(one < end and start < other for one, other in taken):
                alone = PlaceMention(start, end, self.text[start:end], "place")
                both = placed_inside(
                    self.text, [alone, PlaceMention(self.tokens[last].start, end, "", "place", larger)]
                )
                found += [both[0]] if both[0].place is not None else []
        return found

    # -- spans

    def _span(self, hit: Hit) -> tuple[int, int]:
        end = self.tokens[hit.last - 1].end
        if hit.key.startswith("short ") and self.text[end : end + 1] == ".":
            end += 1  # the dot of "Ky." belongs to it
        return self.tokens[hit.first].start + hit.skip, end

    def _span_with_kind(self, hit: Hit) -> tuple[int, int]:
        """The name with its kind word: "X oil fields", "desert of X"."""
        start, end = self._span(hit)
        after = self.tokens[hit.last : hit.last + 2]
        if len(after) > 1 and after[0].plain in ("oil", "gas"):
            return start, after[1].end
        if after and KIND_WORDS.get(after[0].plain, "") and joins(after[0].gap):
            return start, after[0].end
        return self.tokens[max(0, hit.first - 2)].start, end

    def _mention(self, start: int, end: int, use: Use, sense: _Sense) -> PlaceMention:
        return PlaceMention(start, end, self.text[start:end], use, sense.place, tuple(sense.ranked), sense.reasons)


def _outside(mentions: list[PlaceMention], others: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions that overlap none of the others; both come in order."""
    ends = [other.end for other in others]
    return [
        mention
        for mention in mentions
        if (at := bisect_right(ends, mention.start)) == len(others) or others[at].start >= mention.end
    ]


def _sense_of_border(ranked: list[Candidate]) -> _Sense:
    best = ranked[0]
    rival = ranked[1] if len(ranked) > 1 else None
    if rival is not None and best.score == rival.score and best.place.country != rival.place.country:
        return _Sense(ranked, None, (f"too close to call: {best.place.name} or {rival.place.name}",))
    return _Sense(ranked, best.place, best.reasons)


def _reckoned(sense: _Sense, place: Place) -> _Sense:
    reason = f"reckoned from {sense.ranked[0].place.name}"
    return _Sense([Candidate(place, 0.6, (reason,)), *sense.ranked], place, (reason, *sense.reasons))


def _because(mention: PlaceMention, why: str) -> PlaceMention:
    return PlaceMention(
        mention.start, mention.end, mention.text, mention.use, mention.place, mention.candidates,
        (why, *mention.reasons),
    )  # fmt: skip


_LESSER = frozenset({"district", "airport", "airbase", "airfield", "base"})
_QUARTER_KM = 100.0
"""How far a quarter may lie from some other place of its text."""
_HAYY = frozenset({"hayy", "hay", "hai", "haiy"})
"""Arabic for a quarter, as it is written before its name."""
_LONGEST_LIST = 12
"""Words behind a name in which a list of quarters says what its names are."""
_IN_LISTS = frozenset({"and", "al", "el", "as", "ash", "an", "ad", "ar", "at", "az"})
_QUARTERS = frozenset({"neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "quarter"})
_ANNOUNCING = frozenset(TITLED_KINDS) | frozenset(INTRODUCERS)


def _announced(tokens: list[Token], taken: set[int]) -> list[tuple[int, int, str]]:
    """Runs of unknown capitalised words that a kind word announces: "the village of Xyz", "Xyz district"."""
    found: list[tuple[int, int, str]] = []
    for at in [at for at, token in enumerate(tokens) if token.plain in _ANNOUNCING]:
        token = tokens[at]
        if token.plain in TITLED_KINDS and token.capital and not token.upper:
            run = _run_before(tokens, at)
            if run is not None and not taken.intersection(range(*run)):
                found.append((run[0], at + 1, KIND_WORDS[token.plain]))
        elif token.plain in INTRODUCERS and not token.upper:
            run = _run_after(tokens, at) or _run_before(tokens, at) or _run_apposed(tokens, at)
            if run is not None and not taken.intersection(range(*run)):
                found.append((*run, KIND_WORDS[token.plain]))
    return _apart(found)


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The runs that overlap none before them: "village of Xyz village" announces one name twice."""
    kept: list[tuple[int, int, str]] = []
    for run in sorted(found):
        if not kept or run[0] >= kept[-1][1]:
            kept.append(run)
    return kept


def _names_something(token: Token) -> bool:
    return token.capital and not token.arabic and token.plain not in NOT_PLACES and not token.upper


def _run_after(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Such as "village of Xyz", "town of al-Xyz"."""
    if at + 2 >= len(tokens) or tokens[at + 1].plain != "of":
        return None
    first = last = at + 2
    while last < min(len(tokens), first + 4):
        token = tokens[last]
        if not joins(token.gap) or not (_names_something(token) or _is_hyphened_article(tokens, last)):
            break
        last += 1
    return (first, last) if last > first else None


def _is_hyphened_article(tokens: list[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return len(tokens[at].plain) <= 3 and after is not None and after.gap in ("-", "‑") and after.capital


def _run_apposed(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Such as "Xyz, a small town in" and "al-Xyz, the last village on": the name that a town is told of beside."""
    behind = tokens[at + 1].plain if at + 1 < len(tokens) else ""
    article = next((k for k in range(at - 1, max(0, at - _APPOSED_WORDS), -1) if tokens[k].gap.startswith(",")), 0)
    if behind not in _LIES or not article or tokens[article].plain not in ("a", "an", "the"):
        return None
    if any(token.capital or token.gap != " " for token in tokens[article + 1 : at + 1]):
        return None
    before = [*tokens[:article], tokens[article]._replace(gap=" ")]
    return _run_before(before, article)


_APPOSED_WORDS = 5
_LIES = frozenset("in of on near north south east west northeast northwest outside between along at close".split())
"""Words behind "a town" that say where it is."""


def _run_before(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Such as "Xyz al-Abc district"; not at the head of a sentence, where any word is capital."""
    first = at
    while first > max(0, at - 4) and tokens[first].gap in (" ", "-") and (
        _names_something(tokens[first - 1]) or _is_hyphened_article(tokens, first - 1)
    ):  # fmt: skip
        first -= 1
    if first == at or tokens[first].first or not joins(tokens[at].gap):
        return None
    return first, at
