"""Which of the many alternate names of GeoNames are names that texts use, and a few that it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_FORMER = {
    ("Kyiv", "UA"): "Kiev", ("Mumbai", "IN"): "Bombay", ("Kolkata", "IN"): "Calcutta", ("Chennai", "IN"): "Madras",
    ("Yangon", "MM"): "Rangoon", ("Beijing", "CN"): "Peking", ("Bengaluru", "IN"): "Bangalore",
    ("Ho Chi Minh City", "VN"): "Saigon", ("Odesa", "UA"): "Odessa", ("Kharkiv", "UA"): "Kharkov",
    ("Astana", "KZ"): "Nur-Sultan", ("Nay Pyi Taw", "MM"): "Naypyidaw", ("Lviv", "UA"): "Lvov",
    ("Sanaa", "YE"): "Sana'a", ("Frankfurt am Main", "DE"): "Frankfurt", ("Los Angeles", "US"): "LA|L.A.",
    ("Washington", "US"): "Washington DC|Washington D.C.", ("New York City", "US"): "NYC|New York",
}  # fmt: skip
"""Names that English texts use for large cities, beside the one GeoNames prefers."""


def good_aliases(names: Iterable[str]) -> Iterator[str]:
    """Latin and Arabic names that are no transliterations made by machine and no codes."""
    return (name for name in names if _is_good(name))


def _is_good(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 3 or len(name) > 60 or any(mark in name for mark in "|\t\n,;()[]/<>"):
        return False
    scripts = {_script(letter) for letter in letters}
    if scripts == {"ARABIC"}:
        return True
    # GeoNames' transliterations of other scripts are wholly in small letters ("sant jwlya dy lwrya");
    # names wholly in capitals of up to five letters are codes of airports and countries.
    return scripts == {"LATIN"} and name != name.lower() and not (name.isupper() and len(letters) <= 5)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0] if not letter.isascii() else "LATIN"


def short_forms(name: str) -> Iterator[str]:
    """The plain name of "Washington, D.C." and "Panama City"; "St." for "Saint"."""
    if len(name) > 7 and "," in name:
        yield name.split(",", maxsplit=1)[0]
    if len(name) > 9 and name.endswith(" City"):
        yield name.removesuffix(" City")
    if name.startswith("Saint "):
        yield from ("St. " + name[6:], "St " + name[6:])


def former_names(name: str, country: str) -> list[str]:
    """Former and short names of large cities."""
    return [form for form in _FORMER.get((name, country), "").split("|") if form]
