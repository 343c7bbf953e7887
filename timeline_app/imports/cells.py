"""What the cells of a hand-made event mean: coordinates, actors, quantities, dates."""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise
from typing import get_args

from timeline_app.model import Actor, ActorRole, Quantity, When, check_latitude, check_longitude

# "35.33", "-12", "+40.140"
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,20})?")
# "48,85": a decimal comma, or a thousands mark; only the file's own habit can tell.
_COMMA = re.compile(r"[+-]?\d{1,9},\d{1,20}")
# 50°27'N, 50° 27' 30.5" N
_SEXAGESIMAL = re.compile(
    r"(\d{1,3})\s?°\s?(\d{1,2})\s?['′’]\s?(?:(\d{1,2}(?:\.\d{1,6})?)\s?(?:\"|″|''|”)\s?)?([NSEWnsew])"
)


def read_number(cell: str, decimal_comma: bool = False) -> float:
    """The number a cell holds, in any script's digits.

    Args:
        cell: "35.33", "٣٥٫٣٣"; with `decimal_comma` also "35,33".
        decimal_comma: whether the file writes its fractions so.

    Raises:
        ValueError: saying what is wrong; NaN, infinity, exponents, hexadecimal and "1_0" are no numbers here.
    """
    text = _plain_digits(cell.strip())
    if decimal_comma and _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _COMMA.fullmatch(text):
        raise ValueError(f"{cell.strip()!r} has a comma: a decimal comma is read in files parted by ';' only")
    raise ValueError(f"{cell.strip()!r:.60} is not a plain decimal number")


def _plain_digits(text: str) -> str:
    """Arabic-Indic and other decimal digits as 0-9, the Arabic decimal separator and the minus sign too."""
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(char, char)) for char in text)
    return "".join(digits).translate({0x066B: ".", 0x2212: "-"})


def read_latitude(cell: str, decimal_comma: bool = False) -> float:
    """Degrees north, from "48.85" or 48°51'N.

    Raises:
        ValueError: with the likely mistake.
    """
    return check_latitude(_degrees(cell, decimal_comma, "NS"))


def read_longitude(cell: str, decimal_comma: bool = False) -> float:
    """Degrees east, from "2.35" or 2°21'E.

    Raises:
        ValueError: with the likely mistake; never wrapped round.
    """
    return check_longitude(_degrees(cell, decimal_comma, "EW"))


def _degrees(cell: str, decimal_comma: bool, letters: str) -> float:
    match = _SEXAGESIMAL.fullmatch(cell.strip())
    if match is None:
        return read_number(cell, decimal_comma)
    degrees, minutes, seconds, letter = match.groups()
    if letter.upper() not in letters:
        raise ValueError(f"{cell.strip()!r} points {letter.upper()}: are latitude and longitude exchanged?")
    if int(minutes) > 59 or float(seconds or 0) >= 60:
        raise ValueError(f"{cell.strip()!r} has more than 59 minutes or seconds")
    value = int(degrees) + int(minutes) / 60 + float(seconds or 0) / 3600
    return -value if letter.upper() in "SW" else value


def read_radius(cell: str, decimal_comma: bool = False) -> float | None:
    """Kilometres from 0 to half the Earth's circumference, None when empty.

    Raises:
        ValueError: when it is out of range.
    """
    if not cell.strip():
        return None
    radius = read_number(cell, decimal_comma)
    if not (math.isfinite(radius) and 0 <= radius <= 20_038):
        raise ValueError(f"radius {radius:g} km is not between 0 and half the Earth's circumference")
    return radius


# "Islamic State (source)"
_ACTOR = re.compile(r"(.{1,300}?)\s{0,5}\(\s{0,3}([A-Za-z]{1,12})\s{0,3}\)", re.DOTALL)


def read_actors(cell: str) -> tuple[Actor, ...]:
    """Actors written "Name (role) | Name"; other words in brackets belong to the name."""
    return tuple(_actor(part.strip()) for part in cell.split("|") if part.strip())


def _actor(text: str) -> Actor:
    match = _ACTOR.fullmatch(text)
    role = match[2].lower() if match else ""
    if match is None or role not in get_args(ActorRole):
        return Actor(text)
    return Actor(match[1], role)  # type: ignore[arg-type]


def read_quantities(cell: str, counted: str = "") -> tuple[Quantity, ...]:
    """Numbers written "fighters=200..300 | buses=17 | dead=5.."; an open end is unknown.

    Args:
        cell: the numbers.
        counted: what a number without a name counts, as the name of its column says; "" when that says nothing.

    Raises:
        ValueError: naming the part that cannot be read.
    """
    return tuple(_quantity(part.strip(), counted) for part in cell.split("|") if part.strip())


def _quantity(text: str, counted: str) -> Quantity:
    what, found, value = text.partition("=")
    if not found and counted:
        what, found, value = counted, "=", text
    if not found or not what.strip():
        raise ValueError(f"{text!r:.60} is not written what=number or what=low..high")
    low, dots, high = value.strip().partition("..")
    bounds = (_bound(low), _bound(high)) if dots else (_bound(low), _bound(low))
    if bounds == (None, None):
        raise ValueError(f"{text!r:.60} has no number")
    if None not in bounds and bounds[0] > bounds[1]:  # type: ignore[operator]
        raise ValueError(f"{text!r:.60} is reversed: are low and high exchanged?")
    return Quantity(what.strip(), *bounds, text=value.strip())


def _bound(text: str) -> float | None:
    return read_number(text) if text.strip() else None


def read_date(cell: str, end: str = "") -> tuple[When, str]:
    """The date of a cell, and a remark when it is not in EDTF but in words or another order.

    Args:
        cell: EDTF ("2017-08-30", "2017-08", "[2017-08-16..2017-08-23]"); else any date our own reader
            knows, if it is the whole cell ("30 August 2017", "05.01.2024").
        end: the last day of what lasted, in the same forms, or "".

    Raises:
        ValueError: when it is no date, or ends before it begins.
    """
    when, remark = _one_date(cell.strip())
    if not end.strip() or end.strip() == cell.strip():
        return when, remark
    last, more = _one_date(end.strip())
    edtf = "/".join(
        one.edtf if one.edtf[:1].isdigit() and "/" not in one.edtf else day.isoformat()
        for one, day in ((when, when.earliest), (last, last.latest))
    )
    if when.earliest > last.latest:
        raise ValueError(f"it ends on {end.strip()}, before it begins on {cell.strip()}")
    span = When(
        when.earliest, max(when.latest, last.latest), edtf, "throughout", "range",
        when.approximate or last.approximate, "curated", f"{cell.strip()} to {end.strip()}",
    )  # fmt: skip
    return span, "; ".join(part for part in (remark, more) if part)


def _one_date(text: str) -> tuple[When, str]:
    from timeline_app.temporal import parse_edtf  # noqa: PLC0415 - files without dates need no calendar

    try:
        return parse_edtf(text).with_(basis="curated", text=text), ""
    except ValueError:
        if _YEAR_AND_NUMBER.fullmatch(text):
            raise
        when = _in_words(text)
        if when is None:
            raise
    others = " or ".join(other.edtf for other in when.alternatives)
    also = f", but it may be {others} as well" if others else ""
    return when, f"date {text!r:.60} is not written YYYY-MM-DD; read as {when.edtf}{also}"


# "2017-99": a month that is none, and no eighty years
_YEAR_AND_NUMBER = re.compile(r"([0-9]{4})-([0-9]{2})")


def _in_words(text: str) -> When | None:
    """The date of a text that is nothing but a date and needs no other day to be understood."""
    from timeline_app.temporal import find_dates  # noqa: PLC0415 - heavy

    if len(text) > 80:
        return None
    mentions = find_dates(text, None)
    whens = {mention.when for mention in mentions}
    when = mentions[0].when if mentions else None
    if when is None or len(whens) > 1:
        return None
    gaps = [text[: mentions[0].start], text[mentions[-1].end :]]
    gaps += [text[one.end : other.start] for one, other in pairwise(mentions)]
    before, after, *between = (gap.strip().casefold() for gap in gaps)
    if after or before not in (*_LEADING, *_VAGUELY) or not {*between} <= _JOINING:
        return None
    return _vaguely(when, before in _VAGUELY).with_(basis="curated", text=text)


_LEADING = ("", "on", "in", "from", "between")
_VAGUELY = ("about", "around", "approximately", "circa", "c.", "ca.", "ca", "roughly")
_JOINING = {"-", "–", "—", "to", "and", "until", "till", "through"}
"""Words around the dates of a cell: "from 16 to 23 August 2017", "about 28 August 2017"."""


def _vaguely(when: When, vaguely: bool) -> When:
    if not vaguely or when.approximate:
        return when
    return when.with_(
        approximate=True, edtf=f"{when.edtf}~" if when.edtf[0].isdigit() and "/" not in when.edtf else when.edtf
    )
