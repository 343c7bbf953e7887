"""Arabic and French: dates with month names, and weekdays, in documents of those languages.

Names come from CLDR through Babel, which is imported only when a text shows Arabic letters or French
months; the months of the Levant (Syriac names, used in Syria, Lebanon, Iraq, Jordan and Palestine)
are CLDR's ar-SY and ar-LB. Both languages write the day before the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline_app.model import DateMention, When
from timeline_app.temporal import almanac, say

_ARABIC = re.compile("[\u0621-\u064a]")
# French months and weekdays, of which some are English words too, as a first sign of French.
_FRENCH = frozenset(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
    " lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
_FRENCH_WORDS = re.compile(r"(?i)\b(?:le|la|les|des|du|une?|et|dans|au|en|est)\b")
_SAMPLE = 20_000  # characters looked at to tell French from English that quotes a French name
_ARABIC_EVERY = 20  # letters: a document in Arabic, not an English one that spells a name
_FRENCH_EVERY = 60  # French running text has one of those words at least every sixty characters
_LOCALES = {"ar": ("ar", "ar_SY", "ar_LB", "ar_IQ"), "fr": ("fr",)}


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one language and the regex of its dates, e.g. "28 août 2017", "الأربعاء"."""

    months: dict[str, int]
    weekdays: dict[str, int]
    date: re.Pattern[str]
    weekday: re.Pattern[str]


def find_foreign(plain: str, words: Iterable[str], published: date | None) -> Iterator[tuple[int, int, DateMention]]:
    """Dates with French or Arabic names in a plain text, with their offsets there.

    Args:
        plain: the text.
        words: its words in lower case.
        published: the day it was published, if known.
    """
    for language in _languages(plain, words):
        names = _names(language)
        taken = -1
        for match in names.date.finditer(plain):
            mention = _day_or_month(match, names, published)
            if mention is not None:
                taken = max(taken, match.end())
                yield match.start(), match.end(), mention
        for match in names.weekday.finditer(plain):
            yield match.start(), match.end(), _weekday(match, names, published)


def _languages(plain: str, words: Iterable[str]) -> list[str]:
    languages = ["ar"] if not plain.isascii() and _mostly(plain, _ARABIC, _ARABIC_EVERY) else []
    if not _FRENCH.isdisjoint(words) and _mostly(plain, _FRENCH_WORDS, _FRENCH_EVERY):
        languages.append("fr")
    return languages


def _mostly(plain: str, sign: re.Pattern[str], every: int) -> bool:
    """Whether the sign stands at least once in so many characters of the text's beginning."""
    return len(sign.findall(plain, 0, _SAMPLE)) * every > min(len(plain), _SAMPLE)


@cache
def _names(language: str) -> _Names:
    from babel import Locale  # noqa: PLC0415  (slow to import, needed for other languages only)

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for code in _LOCALES[language]:
        locale = Locale.parse(code)
        for number, name in locale.months["format"]["wide"].items():
            months[_fold(name)] = number
            months.update({part.strip(): number for part in _fold(name).split("/")})
        for number, name in locale.days["format"]["wide"].items():
            weekdays[_fold(name)] = number
    if language == "fr":
        months |= {"fevrier": 2, "aout": 8, "decembre": 12}
    either = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    days = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    first = r"(?P<day>[0-9]{1,2})(?:er)?(?:\s|من){1,3}"
    return _Names(
        months,
        weekdays,
        re.compile(rf"(?i)(?<![\w/])(?:(?:{days}),?\s{{1,3}})?(?:{first})?(?P<month>{either})(?:،|,)?(?:\s{{1,3}}(?:de\s|عام\s|سنة\s)?(?P<year>[0-9]{{4}}))?(?![\w/])"),
        re.compile(rf"(?i)(?<!\w)(?:يوم\s)?(?P<weekday>{days})(?!\w)"),
    )  # fmt: skip


def _fold(name: str) -> str:
    return name.casefold()


def _day_or_month(match: re.Match[str], names: _Names, published: date | None) -> DateMention | None:
    month = names.months[_fold(match["month"])]
    year = int(match["year"]) if match["year"] else _year(month, int(match["day"] or 1), published)
    text = match[0]
    if not match["day"] and not match["year"]:
        return None  # "mars", "mai", "آب" alone are too often other words
    if match["day"] is None:
        span = almanac.month_span(year or 0, month)
        when = When.in_month(year or 0, month, text=text, reason=say.stated(text, *span)) if span and year else None
        return _mention(text, f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}", when)
    day = int(match["day"])
    if year is None:
        return _mention(text, f"XXXX-{month:02d}-{day:02d}", None)
    moment = almanac.day_or_none(year, month, day)
    if moment is None:
        return None
    if match["year"]:
        when = When.on_day(moment, text=text, reason=say.stated(text, moment, moment))
    else:
        anchor = say.publication(published) if published else ""
        when = When.on_day(
            moment, text=text, basis="relative", anchor=anchor, reason=say.reckoned(text, anchor, moment, moment)
        )
    return _mention(text, moment.isoformat(), when)


def _year(month: int, day: int, published: date | None) -> int | None:
    """The latest year in which the day does not lie after publication."""
    if published is None:
        return None
    return published.year - ((month, day) > (published.month, published.day))


def _weekday(match: re.Match[str], names: _Names, published: date | None) -> DateMention:
    weekday, text = names.weekdays[_fold(match["weekday"])], match[0]
    day = almanac.nearest_weekday(published, weekday, -1) if published else None
    if day is None or published is None:
        return _mention(text, f"XXXX-WXX-{weekday + 1}", None)
    anchor = say.publication(published)
    how = "on the day of" if day == published else "before"
    reason = say.reckoned(text, anchor, day, day, how)
    return _mention(text, day.isoformat(), When.on_day(day, text=text, basis="relative", anchor=anchor, reason=reason))


def _mention(text: str, value: str, when: When | None) -> DateMention:
    reason = when.reason if when else say.unknown(text, "no year is told and there is no publication date")
    return DateMention(0, len(text), text, "DATE", value, when, reason)
