"""Months, seasons and quarters: August 2017, the spring of 1862, the first quarter of 2009."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import edged, whole
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.which_year import year_after, year_anchor, year_for, year_of
from timeline_app.temporal.words import AMBIGUOUS_NAMES, CLASSES, TIME_PREPOSITIONS

_SURE_PREPOSITIONS = frozenset(
    {"in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "during", "through"}
)

# Months that are given names too: "April Ryan", "June Smith", "August Wilson".
_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "jan", "mar"})
_SHORT_NAMES = frozenset({"jan", "mar"})
"""Of these those that are a month only where shortened: "in Mar Mikhael", "of Jan Egeland" name nobody's March."""

# Words after which a month is none of them: "in April Russia said", "the August Decrees".
_NO_NAME_AFTER = (TIME_PREPOSITIONS - {"to", "and", "or", "for", "about", "as", "than", "on"}) | frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "'s", "that", "these", "those"}
)


def read_month(scene: Scene, found: Found) -> list[Reading] | None:
    """August 2017, early August, the end of March 1917, July of that year, May."""
    k = next(found.having("MONTH"))
    month = found.number("MONTH")
    year, named = year_of(scene, found)
    if month is None or _month_is_no_month(scene, found, k, named):
        return None
    anchor = ""
    if not named:
        year = year_after(scene, found)
        if year is not None:
            named = True
        else:
            year, anchor = year_for(scene, found, month)
    elif scene.tokens.words[found.j - 1] == "year":
        anchor = year_anchor(scene, found)
    if year is None:
        missing = "no year is told and there is no publication date"
        return [whole(scene, found, None, f"XXXX-{month:02d}", "month", missing=missing, stated=False)]
    if found.has("bc", "b.c.", "bce"):
        return [whole(scene, found, None, f"BC{year:04d}-{month:02d}", "month")]
    edge = found.word("EDGE")
    span, approximate = edged(almanac.month_span(year, month), edge)
    return [
        whole(
            scene, found, span, f"{year:04d}-{month:02d}", "month",
            anchor=anchor, approximate=approximate, stated=named or scene.anchors.year_stated,
        )
    ]  # fmt: skip


def _month_is_no_month(scene: Scene, found: Found, k: int, year_named: bool) -> bool:
    tokens = scene.tokens
    if year_named:
        return tokens.words[k] in AMBIGUOUS_NAMES and not tokens.capital(k) and not any(found.digits(1000, 2999))
    if not tokens.capital(k):
        return True
    word, before, after = tokens.words[k], tokens.word(found.i - 1), tokens.word(found.j)
    short = word in _SHORT_NAMES and not _is_dotted(scene, k)
    if found.i == k and found.j == k + 1 and (short or before not in _NO_NAME_AFTER) and _is_given_name(scene, k):
        return True
    if len(word) < 5 and _is_dotted(scene, k):
        return False
    if len(word) < 5 and word != "may" and word not in {"june", "july"}:
        return before not in TIME_PREPOSITIONS and found.i == k
    if word not in AMBIGUOUS_NAMES:
        return (
            k > 0
            and tokens.capital(k - 1)
            and found.i == k
            and tokens.words[k - 1] not in TIME_PREPOSITIONS
            and not scene.starts_sentence(k - 1)
        )
    if found.i < k:
        return False
    if scene.surname_may or (after[:1].isalpha() and len(tokens.words) > found.j and tokens.capital(found.j)):
        return before not in _SURE_PREPOSITIONS
    return before not in TIME_PREPOSITIONS


def _is_dotted(scene: Scene, k: int) -> bool:
    """Whether a name stands with the dot of its abbreviation: "Oct."."""
    return scene.tokens.ends[k] - scene.tokens.starts[k] > len(scene.tokens.words[k])


def _is_given_name(scene: Scene, k: int) -> bool:
    """Whether a month begins a person's name: a capitalised word that is no date follows at once."""
    tokens = scene.tokens
    if tokens.words[k] not in _GIVEN_NAMES or k + 1 >= len(tokens.words) or not tokens.word(k + 1).isalpha():
        return False
    return tokens.capital(k + 1) and not any(tokens.word(k + 1) in CLASSES[name] for name in ("WEEKDAY", "MONTH"))


def read_season(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the spring of 1862, autumn 1918, summer."""
    season, k = found.word("SEASON"), next(found.having("SEASON"))
    year, named = year_of(scene, found)
    if season is None or (not named and _season_is_a_word(scene, k)):
        return None
    anchor = ""
    if not named:
        year, anchor = year_for(scene, found, almanac.SEASON_MONTHS[season][0] + (season != "WI"))
    if year is None:
        missing = "no year is told and there is no publication date"
        return [whole(scene, found, None, f"XXXX-{season}", "season", missing=missing, stated=False)]
    span, approximate = edged(almanac.season_span(year, season), found.word("EDGE"))
    value = f"{year:04d}-{season}"
    reading = whole(scene, found, span, value, "season", anchor=anchor, approximate=approximate, stated=named)
    return [reading if named else replace(reading, tells=False)]


def _season_is_a_word(scene: Scene, k: int) -> bool:
    """Whether it is none: "fall" and "spring" are verbs and nouns too; a season alone follows a word of time."""
    before = scene.tokens.word(k - 1)
    if scene.tokens.words[k] in {"fall", "spring"}:
        if scene.tokens.word(k + 1) == "of":
            return True
        return before not in {"in", "this", "last", "next", "since", "until", "by", "early", "late", "mid"} and not (
            before == "the" and scene.tokens.word(k - 2) in {"in", "during", "by", "until", "since", "through"}
        )
    return False


def read_quarter(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the first quarter of 2009, Q3 2016, the second half of 1917."""
    number = next((n for _, n in found.digits(1, 4)), None)
    year, named = year_of(scene, found)
    if number is None:
        return None
    if not named:
        if scene.tokens.word(found.i - 1) not in _QUARTER_PREPOSITIONS or scene.tokens.word(found.j) == "of":
            return None
        year = _year_of_quarter(scene, number)
    if year is None:
        return [whole(scene, found, None, f"XXXX-Q{number}", "quarter", missing="no year is told", stated=False)]
    if found.has("half"):
        first, last = almanac.quarter_span(year, number * 2 - 1), almanac.quarter_span(year, number * 2)
        span = (first[0], last[1]) if first and last and number <= 2 else None
        return [whole(scene, found, span, f"{year:04d}-H{number}", "range", stated=named)]
    return [whole(scene, found, almanac.quarter_span(year, number), f"{year:04d}-Q{number}", "quarter", stated=named)]


def read_quarter_noun(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as "third-quarter profit": before a noun."""
    number = next((n for _, n in found.digits(1, 4)), None)
    if number is None or not scene.tokens.word(found.j)[:1].isalpha():
        return None
    year = _year_of_quarter(scene, number)
    if year is None:
        return None
    return [whole(scene, found, almanac.quarter_span(year, number), f"{year:04d}-Q{number}", "quarter", stated=False)]


_QUARTER_PREPOSITIONS = frozenset({"in", "for", "during", "since", "from", "of"})


def _year_of_quarter(scene: Scene, number: int) -> int | None:
    """The year of a quarter told without one: in the news the last one that has begun."""
    if scene.anchors.narrative or not scene.published:
        return scene.anchors.year_in_force
    return scene.published.year - (number > (scene.published.month + 2) // 3)


RULES = (
    Rule("month", "$edge? MONTH $year?", "the end of March 1917", read_month),
    Rule("season", "$edge? the? SEASON $year?", "the spring of 1862", read_season),
    Rule("season", "YEAR SEASON", "1982 summer", read_season),
    Rule("quarter", "the? ( ORD | ORDWORD ) ( quarter | half ) $year", "the first quarter of 2009", read_quarter),
    Rule(
        "quarter of year",
        "( YEAR | the? PAST year ) 's? ( ORD | ORDWORD ) ( quarter | half )",
        "the 1988 third quarter",
        read_quarter,
    ),
    Rule("quarter before noun", "( ORD | ORDWORD ) - quarter", "third-quarter profit", read_quarter_noun),
    Rule("quarter alone", "the ( ORD | ORDWORD ) quarter", "in the first quarter", read_quarter),
)
