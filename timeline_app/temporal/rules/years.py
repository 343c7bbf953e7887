"""Years, decades, centuries, and years before Christ."""

from __future__ import annotations

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import edged, whole
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.which_year import short_year
from timeline_app.temporal.words import CLASSES, TIME_PREPOSITIONS

# Nouns before a number that is a name and no year: "Flight 1812", "Resolution 1701", "page 1204".
_NUMBERED = frozenset(
    {"flight", "room", "gate", "bus", "route", "highway", "train", "page", "pages", "chapter", "article", "section",
     "paragraph", "verse", "resolution", "resolutions", "number", "no", "no.", "nr", "channel", "platform", "apartment",
     "suite", "box", "extension", "code", "version", "block", "checkpoint", "hill", "point"}
)  # fmt: skip

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

# What may stand behind a year before 1500; other words are counted by it: "after 1200 air strikes".
_AFTER_EARLY_YEAR = frozenset(
    {"and", "to", "the", "a", "an", "when", "he", "she", "it", "they", "until", "by", "in", "at", "on", "of", "with", "after",
     "before", "under", "was", "were", "had", "but", "or", "as", "from", "for", "onwards", "bc", "ad", "ce"}
)  # fmt: skip

# A number with one of these before it and a plural behind it is that of a year: "the 2008 elections", "its 1998 sales".
_OF_A_YEAR = frozenset({"the", "its", "his", "her", "their", "our", "'s", "this", "that", "these", "those"})


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
        and before not in TIME_PREPOSITIONS
        and before not in {"the", "a"}
        and "\n" not in tokens.text[tokens.ends[k] : tokens.starts[k + 1]]
    ):
        return before in CLASSES["MONTH"] or scene.starts_sentence(k + 1) or not after.isalpha()
    if before in _NUMBERED:
        return False
    if before in {"-", "/"} and tokens.glued(k) and not _year_before(tokens.word(k - 2)):
        return False
    dashed = after in {"-", "/"} and not (tokens.word(k + 2)[:1].isalpha() or tokens.word(k + 2).isdigit())
    if dashed and not (_ends_line(scene, k + 1) and _begins_line(scene, k)):
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
        is_early_count = year < 1500 and after.isalpha() and after not in _AFTER_EARLY_YEAR
        return 1000 <= year < 2200 and not counted and not is_early_count
    return (
        1500 <= year < 2100
        and not counted
        and before not in {"than", "about", "some", "least", "nearly", "over", "approximately", "only", "no", "number"}
    )


def _ends_line(scene: Scene, k: int) -> bool:
    """Whether nothing follows a token on its line: the dash of the heading "- 2011 -"."""
    tokens = scene.tokens
    last = k + 1 >= len(tokens.words)
    return last or tokens.words[k + 1] == "\n" or "\n" in tokens.text[tokens.ends[k] : tokens.starts[k + 1]]


def _begins_line(scene: Scene, k: int) -> bool:
    """Whether nothing but a dash stands before a token on its line: the year of "- 2011 -"."""
    tokens = scene.tokens
    first = k - 1 if k and tokens.words[k - 1] == "-" else k
    return (
        first == 0
        or tokens.words[first - 1] == "\n"
        or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    )


def _is_told_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and 1500 <= int(word) < 2100


def _year_before(word: str) -> bool:
    return word.isdigit() and len(word) in {3, 4}


def read_year_end(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as "by year-end", "year-end 1988": the last third of the year."""
    told = next((n for _, n in found.digits(1000, 2999)), None)
    year = told or (scene.anchors.year_in_force if scene.anchors.narrative else None)
    anchor = ""
    if year is None and scene.published:
        year, anchor = scene.published.year, scene.publication
    if year is None:
        return [whole(scene, found, None, "XXXX", "year", missing="no year is told", stated=False)]
    span, approximate = edged(almanac.year_span(year), "END")
    return [
        whole(
            scene, found, span, f"{year:04d}", "year", approximate=approximate, anchor=anchor, stated=told is not None
        )
    ]


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
    if scene.tokens.word(found.i - 1) not in TIME_PREPOSITIONS:
        return None
    year = short_year(scene, scene.tokens.words[found.j - 1][1:])
    return [whole(scene, found, almanac.year_span(year), f"{year:04d}", "year")]


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


RULES = (
    Rule("year", "$edge? YEAR", "mid-1916", read_year),
    Rule("year-end", "year - end YEAR?", "by year-end", read_year_end),
    Rule("years", "YEAR ( - | / ) YY", "1914-18", read_years),
    Rule("short year", "SHORTYEAR", "'89", read_short_year),
    Rule("decade", "( the | $edge )? the? EDGE? -? DECADE", "the early 1870s", read_decade),
    Rule(
        "century", "( the | $edge )? ( COUNT - )? ( ORD | ORDWORD ) -? $century BC?", "the 9th century BC", read_century
    ),
    Rule("bc", "the? ( year )? ( YEAR | NUM ) ( ( - | to ) ( YEAR | NUM ) )? BC", "264 BC", read_bc),
    Rule("ad", "( AD ( YEAR | NUM ) | ( YEAR | NUM ) AD )", "AD 70", read_bc),
)
