"""Dates that name their month or year: days, months, years, seasons, decades, centuries, BC."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline_app.model import Basis, Precision, When
from timeline_app.temporal import almanac, say
from timeline_app.temporal.numeric import choose, full_year, read_numeric
from timeline_app.temporal.scene import Found, Reading, Rule, Scene, number_at
from timeline_app.temporal.words import AMBIGUOUS_NAMES, CLASSES

# Prepositions and determiners a bare month or year stands after; "the" and "and" are too common for May.
_TIME_PREPOSITIONS = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "to", "of", "last", "next", "this", "early", "late", "mid",
     "between", "before", "after", "through", "throughout", "previous", "following", "every", "and", "or", "-", "for",
     "end", "beginning", "around", "circa", "about", "on", "as", "than", "late-", "/", "("}
)  # fmt: skip
_SURE_PREPOSITIONS = frozenset(
    {"in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "during", "through"}
)

# Nouns before a number that is a name and no year: "Flight 1812", "Resolution 1701", "page 1204".
_NUMBERED = frozenset(
    {"flight", "room", "gate", "bus", "route", "highway", "train", "page", "pages", "chapter", "article", "section",
     "paragraph", "verse", "resolution", "resolutions", "number", "no", "no.", "nr", "channel", "platform", "apartment",
     "suite", "box", "extension", "code", "version", "block", "checkpoint", "hill", "point"}
)  # fmt: skip

# Months that are given names too: "April Ryan", "June Smith", "August Wilson".
_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "jan"})
# Words after which a month is none of them: "in April Russia said", "the August Decrees".
_NO_NAME_AFTER = (_TIME_PREPOSITIONS - {"to", "and", "or", "for", "about", "as", "than", "on"}) | frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "'s", "that", "these", "those"}
)

# What is counted after a number between 1000 and 2100 that is no year: "1500 troops".
_COUNTED_ENDINGS = ("s", "men", "people", "women", "children", "percent", "km", "kg", "soldiers")
# Words in -s that nothing is counted by.
_NO_PLURALS = frozenset(
    {
        "was",
        "is",
        "has",
        "does",
        "as",
        "his",
        "hers",
        "its",
        "this",
        "us",
        "s",
        "'s",
        "series",
        "always",
        "perhaps",
        "unless",
    }
)

# A number with one of these before it and a plural behind it is that of a year: "the 2008 elections", "its 1998 sales".
_OF_A_YEAR = frozenset({"the", "its", "his", "her", "their", "our", "'s", "this", "that", "these", "those"})

# ---------------------------------------------------------------- shared pieces


def whole(
    scene: Scene, found: Found, span: almanac.Span | None, value: str, precision: Precision, **more: object
) -> Reading:
    """A reading of a span; without the span a mention that has only its TIMEX3 value."""
    i, j = int(more.pop("i", found.i)), int(more.pop("j", found.j))  # type: ignore[call-overload]
    text = scene.tokens.text[scene.tokens.starts[i] : scene.tokens.ends[j - 1]]
    stated = bool(more.pop("stated", True))
    if span is None:
        missing = str(more.pop("missing", "it lies outside the years 1 to 9999"))
        return Reading(i, j, "DATE", value, None, say.unknown(text, missing), tells=False, stated=stated)
    anchor = str(more.pop("anchor", ""))
    reason = str(more.pop("reason", "")) or (say.reckoned(text, anchor, *span) if anchor else say.stated(text, *span))
    basis: Basis = "relative" if anchor else "stated"
    when = interval(span, precision, text, bool(more.pop("approximate", False)), basis, anchor, reason)
    return Reading(i, j, "DATE", value, when, reason, stated=stated)


def interval(
    span: almanac.Span, precision: Precision, text: str, approximate: bool, basis: Basis, anchor: str, reason: str
) -> When:
    """A When with the shortest EDTF that says the span."""
    first, last = span
    rest = {"text": text, "approximate": approximate, "basis": basis, "anchor": anchor, "reason": reason}
    if first == last and precision == "day":
        return When.on_day(first, **rest)
    if precision == "month" and almanac.month_span(first.year, first.month) == span:
        return When.in_month(first.year, first.month, **rest)
    if precision == "year" and almanac.year_span(first.year) == span:
        return When.in_year(first.year, **rest)
    if precision in {"decade", "century"} and span in {almanac.year_span(first.year, n) for n in (10, 100)}:
        masked = f"{first.year:04d}"[: 3 if precision == "decade" else 2].ljust(4, "X")
        return When(first, last, masked, extent="within", precision=precision, **rest)  # type: ignore[arg-type]
    return When.within(first, last, precision=precision, **rest)


def edged(span: almanac.Span | None, edge: str | None) -> tuple[almanac.Span | None, bool]:
    """The part of a span that "early", "mid" or "late" means, and whether that is approximate."""
    if span is None or edge is None:
        return span, False
    return almanac.part_of(span, edge), True


def year_of(scene: Scene, found: Found) -> tuple[int | None, bool]:
    """The year the words name (also "of that year") and whether they name one at all."""
    for k in range(found.j - 1, found.i - 1, -1):
        word = scene.tokens.words[k]
        if word == "year":
            return _year_meant(scene, k), True
        if word.startswith("'") and word[1:].isdigit():
            return short_year(scene, word[1:]), True
        if word.isdigit() and len(word) == 4:
            return int(word), True
    return None, False


_BESIDE_THIS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _year_meant(scene: Scene, k: int) -> int | None:
    """The year of "of last year" (by publication) or "of that year" (by what was told)."""
    this = scene.published.year if scene.published else None
    beside = _BESIDE_THIS.get(scene.tokens.word(k - 1))
    if beside is not None and not scene.anchors.narrative:
        return None if this is None else this + beside
    return scene.anchors.year_in_force or this


def _year_anchor(scene: Scene, found: Found) -> str:
    """What a year told without its number is reckoned from."""
    if scene.published and not scene.anchors.narrative and scene.tokens.word(found.j - 2) in _BESIDE_THIS:
        return say.publication(scene.published)
    return "the year told before"


def short_year(scene: Scene, digits: str) -> int:
    """The year of '89: in the century told last, else by the pivot of `full_year`."""
    if scene.anchors.narrative and scene.anchors.year_in_force:
        here = scene.anchors.year_in_force
        return min((here // 100 * 100 + c + int(digits) for c in (-100, 0, 100)), key=lambda y: abs(y - here))
    return full_year(digits, scene.published)


def year_for(scene: Scene, found: Found, month: int, day: int = 15) -> tuple[int | None, str]:
    """The year of a date that does not say it, and what it was reckoned from.

    News: the past unless the verb looks forward. A story: the year in force, turning over where the
    month lies so far back that the story must have gone on into the next year (or so far on that it
    looks back into the last).
    """
    anchors = scene.anchors
    if (month, day) == (9, 11) and {"attacks", "attack"} & set(scene.tokens.words[found.j : found.j + 3]):
        return 2001, "the attacks known by that name"
    same_sentence = (
        anchors.sentence >= 0
        and anchors.year_stated
        and scene.sentences[found.i] - anchors.sentence <= 1
        and anchors.precision in {"day", "month"}
    )
    if anchors.first is not None and (anchors.narrative or anchors.published is None or same_sentence):
        return _year_in_story(anchors.first, anchors.last or anchors.first, month), say.told(
            anchors.first, anchors.last or anchors.first
        )
    if anchors.published is None:
        return None, ""
    return _year_in_news(scene, found, anchors.published, month, day), say.publication(anchors.published)


def _year_in_story(first: date, last: date, month: int) -> int:
    if first.year != last.year or (last - first).days > 40:
        return first.year
    gap = month - first.month
    return first.year + (1 if gap <= -9 else -1 if gap >= 10 else 0)


def _year_in_news(scene: Scene, found: Found, published: date, month: int, day: int) -> int:
    year = published.year
    forward = scene.looks_forward(found)
    if month == published.month and day == 15 and not any(found.digits(1, 31)):
        return year
    months_on = month - published.month + (day - published.day) / 31
    if forward is True:
        return year if months_on >= 0 else year + 1 if months_on < -3 else year
    if forward is False:
        return year if months_on <= 0 else year - 1
    return year - (months_on > 6) + (months_on < -9)


# ---------------------------------------------------------------- readers


def read_iso(scene: Scene, found: Found) -> list[Reading]:
    """2017-08-28, 2017-08-28T09:30Z."""
    surface = found.text
    day = almanac.day_or_none(int(surface[:4]), int(surface[5:7]), int(surface[8:10]))
    clock = surface[11:]
    if day is None or (clock and (int(clock[:2]) > 24 or int(clock[3:5]) > 59)):
        return []
    reading = whole(scene, found, (day, day), day.isoformat(), "day")
    if clock and reading.when:
        value = f"{day.isoformat()}T{clock.replace(' ', '').replace('UTC', 'Z')}"
        return [Reading(found.i, found.j, "TIME", value, reading.when.with_(time=clock), reading.reason, stated=True)]
    return [reading]


def read_digits(scene: Scene, found: Found) -> list[Reading]:
    """28/8/2017, 12-02-19."""
    numeric = choose(read_numeric(found.text, scene.published), scene.proven, scene.published, scene.language)
    if not numeric.readings:
        return []
    day = numeric.readings[0][1]
    reading = whole(scene, found, (day, day), day.isoformat(), "day")
    if reading.when is None:
        return []
    others = [other for _, other in numeric.readings[1:] if other != day] + _other_century(scene, found.text, day)
    reason = f"'{found.text}' is {say.day(day)}: {numeric.why}"
    if others:
        reason += f"; it may also be {' or '.join(say.day(other) for other in others)}"
    alternatives = tuple(When.on_day(other, text=found.text, reason=reason) for other in others)
    when = reading.when.with_(alternatives=alternatives, reason=reason)
    return [Reading(found.i, found.j, "DATE", day.isoformat(), when, reason, stated=True)]


def _other_century(scene: Scene, surface: str, day: date) -> list[date]:
    """The doubt of a two-digit year: certain only close to the day of publication."""
    parts = surface.replace(".", "/").replace("-", "/").split("/")
    if len(parts[0]) == 4 or len(parts[2]) == 4 or (scene.published and abs(scene.published.year - day.year) <= 20):
        return []
    other = almanac.day_or_none(day.year + (100 if day.year < 2000 else -100), day.month, day.day)
    return [other] if other else []


def read_day(scene: Scene, found: Found) -> list[Reading] | None:
    """28 August 2017, August 28th, the 28th of August, 24, 25 and 26 January."""
    months = list(found.having("MONTH"))
    month = found.number("MONTH")
    days = [(k, d) for k, d in found.digits(1, 31) if not scene.tokens.words[k].startswith("'")]
    if month is None or not days or _lower_case_verb(scene, months[0], found):
        return None
    year, named = year_of(scene, found)
    anchor = ""
    if not named or scene.tokens.words[found.j - 1] == "year":
        lookahead = _year_after(scene, found) if not named else year
        if lookahead is not None and not named:
            year, named = lookahead, True
        elif not named:
            year, anchor = year_for(scene, found, month, days[-1][1])
        else:
            anchor = _year_anchor(scene, found)
    readings: list[Reading] = []
    for n, (k, day) in enumerate(days):
        i, j = (found.i if n == 0 else k, k + 1) if len(days) > 1 else (found.i, found.j)
        if len(days) > 1:
            i = found.i if n == 0 else k
            j = found.j if n == len(days) - 1 else (k + 1)
        readings += _one_day(scene, found, (year, month, day), named, anchor, i, j)
    return readings


def read_hyphenated(scene: Scene, found: Found) -> list[Reading] | None:
    """3-Mar-2005, 3-Mar-05."""
    day, month = next((n for _, n in found.digits(1, 31)), None), found.number("MONTH")
    digits = scene.tokens.words[found.j - 1]
    if day is None or month is None or not scene.tokens.glued(found.j - 1):
        return None
    year = int(digits) if len(digits) > 2 else short_year(scene, digits)
    return _one_day(scene, found, (year, month, day), True, "", found.i, found.j)


def _one_day(
    scene: Scene, found: Found, ymd: tuple[int | None, int, int], named: bool, anchor: str, i: int, j: int
) -> list[Reading]:
    year, month, day = ymd
    if year is None:
        if day > 29 and almanac.day_or_none(2000, month, day) is None:
            return []
        missing = "no year is told and there is no publication date"
        return [
            whole(scene, found, None, f"XXXX-{month:02d}-{day:02d}", "day", i=i, j=j, missing=missing, stated=False)
        ]
    moment = almanac.day_or_none(year, month, day)
    if moment is None:
        if 1 <= year <= 9999:
            return []  # 30 February: nothing happened then
        return [whole(scene, found, None, f"{year:04d}-{month:02d}-{day:02d}", "day", i=i, j=j)]
    return [
        whole(
            scene,
            found,
            (moment, moment),
            moment.isoformat(),
            "day",
            i=i,
            j=j,
            anchor=anchor,
            stated=named or scene.anchors.year_stated,
        )
    ]


def _year_after(scene: Scene, found: Found) -> int | None:
    """The year of a range's second end: "17 August to 2 September 1914", "July 1 - July 3, 1863"."""
    words = scene.tokens.words
    if scene.tokens.word(found.j) not in {"to", "-", "and", "until", "till", "through", "or", "/"}:
        return None
    months = 0
    for k in range(found.j + 1, min(found.j + 7, len(words))):
        word = words[k]
        months += word in CLASSES["MONTH"]
        if word.isdigit() and len(word) == 4 and months == 1:
            return int(word)
        if not (word in CLASSES["MONTH"] or word in {",", "of", "the"} or number_at(scene.tokens, k) is not None):
            return None
    return None


def _lower_case_verb(scene: Scene, k: int, found: Found) -> bool:
    """Whether "may" or "march" beside a number is a verb after all: "12 may be", "5 march on"."""
    word = scene.tokens.words[k]
    if word not in AMBIGUOUS_NAMES or scene.tokens.capital(k):
        return False
    return not any(found.digits(1000, 2999))


def read_month(scene: Scene, found: Found) -> list[Reading] | None:
    """August 2017, early August, the end of March 1917, July of that year, May."""
    k = next(found.having("MONTH"))
    month = found.number("MONTH")
    year, named = year_of(scene, found)
    if month is None or _month_is_no_month(scene, found, k, named):
        return None
    anchor = ""
    if not named:
        year = _month_year_after(scene, found)
        if year is not None:
            named = True
        else:
            year, anchor = year_for(scene, found, month)
    elif scene.tokens.words[found.j - 1] == "year":
        anchor = _year_anchor(scene, found)
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


def _month_year_after(scene: Scene, found: Found) -> int | None:
    return _year_after(scene, found)


def _month_is_no_month(scene: Scene, found: Found, k: int, year_named: bool) -> bool:
    tokens = scene.tokens
    if year_named:
        return tokens.words[k] in AMBIGUOUS_NAMES and not tokens.capital(k) and not any(found.digits(1000, 2999))
    if not tokens.capital(k):
        return True
    word, before, after = tokens.words[k], tokens.word(found.i - 1), tokens.word(found.j)
    if found.i == k and found.j == k + 1 and before not in _NO_NAME_AFTER and _is_given_name(scene, k):
        return True
    if len(word) < 5 and word != "may" and word not in {"june", "july"}:
        return before not in _TIME_PREPOSITIONS and found.i == k
    if word not in AMBIGUOUS_NAMES:
        return (
            k > 0
            and tokens.capital(k - 1)
            and found.i == k
            and tokens.words[k - 1] not in _TIME_PREPOSITIONS
            and not _starts_sentence(scene, k - 1)
        )
    if found.i < k:
        return False
    if scene.surname_may or (after[:1].isalpha() and len(tokens.words) > found.j and tokens.capital(found.j)):
        return before not in _SURE_PREPOSITIONS
    return before not in _TIME_PREPOSITIONS


def _is_given_name(scene: Scene, k: int) -> bool:
    """Whether a month begins a person's name: a capitalised word that is no date follows at once."""
    tokens = scene.tokens
    if tokens.words[k] not in _GIVEN_NAMES or k + 1 >= len(tokens.words) or not tokens.word(k + 1).isalpha():
        return False
    return tokens.capital(k + 1) and not any(tokens.word(k + 1) in CLASSES[name] for name in ("WEEKDAY", "MONTH"))


def _starts_sentence(scene: Scene, k: int) -> bool:
    return k == 0 or scene.sentences[k] != scene.sentences[k - 1]


def read_no_day(_scene: Scene, _found: Found) -> list[Reading]:
    """32 May 2024: no such day, and "May 2024" inside it is not meant either."""
    return []


def read_odd_year(scene: Scene, found: Found) -> list[Reading] | None:
    """1 January 0000, March 10000: a date without a place on the calendar."""
    year = scene.tokens.words[found.j - 1]
    if len(year) == 4 and int(year) > 0:
        return read_day(scene, found) if any(found.digits(1, 31)) else read_month(scene, found)
    return [whole(scene, found, None, year, "year")]


def read_year(scene: Scene, found: Found) -> list[Reading] | None:
    """2017, early 2017, the end of 1914, mid-1916."""
    tokens = scene.tokens
    k = found.j - 1
    year = int(tokens.words[k])
    edge = found.word("EDGE")
    if edge is None and not _is_year(scene, k, year):
        return None
    span, approximate = edged(almanac.year_span(year), edge)
    return [whole(scene, found, span, f"{year:04d}", "year", approximate=approximate)]


def _is_year(scene: Scene, k: int, year: int) -> bool:
    tokens = scene.tokens
    before, after = tokens.word(k - 1), tokens.word(k + 1)
    if (
        0 < k < len(tokens.words) - 1
        and tokens.capital(k - 1)
        and tokens.capital(k + 1)
        and before not in _TIME_PREPOSITIONS
        and before not in {"the", "a"}
        and "\n" not in tokens.text[tokens.ends[k] : tokens.starts[k + 1]]
    ):
        return before in CLASSES["MONTH"] or _starts_sentence(scene, k + 1) or not after.isalpha()
    if before in _NUMBERED:
        return False
    if before in {"-", "/"} and tokens.glued(k) and not _year_before(tokens.word(k - 2)):
        return False
    if after in {"-", "/"} and tokens.word(k + 2)[:1].isalpha() is False and not tokens.word(k + 2).isdigit():
        return False
    if after == "." and tokens.glued(k + 1) and tokens.word(k + 2)[:1].isdigit() and tokens.glued(k + 2):
        return False
    if before in {"and", "or", "to"} and _is_told_year(tokens.word(k - 2)) and not tokens.glued(k):
        return True  # "in 2010 and 2011 exports fell"
    counted = (
        after.isalpha()
        and after.endswith(_COUNTED_ENDINGS)
        and after not in _NO_PLURALS
        and not tokens.capital(k + 1)
        and not (before in _OF_A_YEAR and 1900 <= year < 2100 and year % 100)
    )
    if before in {"in", "since", "by", "until", "till", "during"} and 1700 <= year < 2050:
        return True
    if before in {
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "of",
        "from",
        "between",
        "circa",
        "after",
        "before",
        "late",
        "early",
    }:
        return 1000 <= year < 2200 and not counted
    return (
        1500 <= year < 2100
        and not counted
        and before not in {"than", "about", "some", "least", "nearly", "over", "approximately", "only", "no", "number"}
    )


def _is_told_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and 1500 <= int(word) < 2100


def _year_before(word: str) -> bool:
    return word.isdigit() and len(word) in {3, 4}


def read_years(scene: Scene, found: Found) -> list[Reading] | None:
    """1914-18, 1939/40: two years, the second in the century of the first."""
    (i, first), (j, second) = list(found.digits(0, 2999))[:2]
    if not scene.tokens.glued(j) or first < 1000:
        return None
    second += first // 100 * 100
    if second <= first:
        return None
    return [
        whole(scene, found, almanac.year_span(first), f"{first:04d}", "year", j=i + 1),
        whole(scene, found, almanac.year_span(second), f"{second:04d}", "year", i=j),
    ]


def read_short_year(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as in '89, the summer of '17: never a name such as iLife '11."""
    if scene.tokens.word(found.i - 1) not in _TIME_PREPOSITIONS:
        return None
    year = short_year(scene, scene.tokens.words[found.j - 1][1:])
    return [whole(scene, found, almanac.year_span(year), f"{year:04d}", "year")]


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


def read_decade(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the 1870s, the '90s, the early 1990s."""
    digits = "".join(
        c
        for c in next(w for w in scene.tokens.words[found.i : found.j] if w[-1] == "s" and any(map(str.isdigit, w)))
        if c.isdigit()
    )
    first = int(digits) if len(digits) == 4 else short_year(scene, digits)
    if first == 1000:
        return None  # "1000s of people"
    span, approximate = edged(almanac.year_span(first, 10), found.word("EDGE"))
    return [whole(scene, found, span, f"{first:04d}"[:3], "decade", approximate=approximate)]


def read_century(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the nineteenth century, 9th-century, the 3rd century BC."""
    number = next((n for _, n in found.digits(1, 40)), None)
    if number is None:
        return None
    if found.value("COUNT") == 20:  # twenty-first century
        number += 20
    if found.value("BC"):
        return [whole(scene, found, None, f"BC{number - 1:02d}", "century")]
    span, approximate = edged(
        almanac.year_span(max(1, number * 100 - 100), 100 if number > 1 else 99), found.word("EDGE")
    )
    return [whole(scene, found, span, f"{number - 1:02d}", "century", approximate=approximate)]


def read_bc(scene: Scene, found: Found) -> list[Reading] | None:
    """264 BC, 149-146 B.C., AD 70."""
    years = list(found.digits(1, 9999))
    if not years:
        return None
    if found.value("AD"):
        _, year = years[-1]
        return [whole(scene, found, almanac.year_span(year), f"{year:04d}", "year")]
    return [
        whole(
            scene,
            found,
            None,
            f"BC{year:04d}",
            "year",
            i=found.i if n == 0 else k,
            j=found.j if k == years[-1][0] else k + 1,
        )
        for n, (k, year) in enumerate(years)
    ]


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


_QUARTER_PREPOSITIONS = frozenset({"in", "for", "during", "since", "from", "of"})


def _year_of_quarter(scene: Scene, number: int) -> int | None:
    """The year of a quarter told without one: in the news the last one that has begun."""
    if scene.anchors.narrative or not scene.published:
        return scene.anchors.year_in_force
    return scene.published.year - (number > (scene.published.month + 2) // 3)


MACROS = {
    "edge": "( the? ( very )? ( early | mid | late | later | earlier | midway ) ( in | on | - )? the?"
    " | the? ( very )? ( beginning | start | end | middle | close | outset ) of the? )",
    "year": "( ,? of? ( YEAR | SHORTYEAR ) | of ( that | the same | the ) year | of? ( PAST | NEXT | this ) year )",
    "dayname": "( WEEKDAY ,? the? )",
    "dom": "( DAY | ORD )",
    "join": "( - | and | to | or | / | until | & )",
    "century": "( century | centuries )",
}

RULES = (
    Rule("iso", "ISO", "2017-08-28T09:30Z", read_iso),
    Rule("numeric", "NUMERIC", "28/8/17", read_digits),
    Rule("no such day", "( BADDAY of? MONTH ,? YEAR? | MONTH BADDAY ,? YEAR )", "32 May 2024", read_no_day),
    Rule("odd year", "the? $dom? of? MONTH ,? ODDYEAR", "1 January 0000", read_odd_year),
    Rule("day month", "$dayname? $edge? the? $dom of? MONTH $year?", "Monday, 28 August 2017", read_day),
    Rule("day-month-year", "$dom - MONTH - ( YEAR | YY )", "3-Mar-2005", read_hyphenated),
    Rule("month day", "$dayname? $edge? MONTH the? $dom $year?", "August 28th, 2017", read_day),
    Rule("day in words", "$dayname? the ORDWORD of MONTH $year?", "the seventh of March 2016", read_day),
    Rule("days month", "the? $dom ( , $dom )? ( , $dom )? $join the? $dom of? MONTH $year?", "24-25 January", read_day),
    Rule("month days", "MONTH the? $dom ( , $dom )? ( , $dom )? $join the? $dom $year?", "July 1-3, 1863", read_day),
    Rule("month", "$edge? MONTH $year?", "the end of March 1917", read_month),
    Rule("year", "$edge? YEAR", "mid-1916", read_year),
    Rule("years", "YEAR ( - | / ) YY", "1914-18", read_years),
    Rule("short year", "SHORTYEAR", "'89", read_short_year),
    Rule("season", "$edge? the? SEASON $year?", "the spring of 1862", read_season),
    Rule("season", "YEAR SEASON", "1982 summer", read_season),
    Rule("decade", "( the | $edge )? the? EDGE? -? DECADE", "the early 1870s", read_decade),
    Rule(
        "century", "( the | $edge )? ( COUNT - )? ( ORD | ORDWORD ) -? $century BC?", "the 9th century BC", read_century
    ),
    Rule("bc", "the? ( year )? ( YEAR | NUM ) ( ( - | to ) ( YEAR | NUM ) )? BC", "264 BC", read_bc),
    Rule("ad", "( AD ( YEAR | NUM ) | ( YEAR | NUM ) AD )", "AD 70", read_bc),
    Rule("quarter", "the? ( ORD | ORDWORD ) ( quarter | half ) $year", "the first quarter of 2009", read_quarter),
    Rule("quarter alone", "the ( ORD | ORDWORD ) quarter", "in the first quarter", read_quarter),
)
