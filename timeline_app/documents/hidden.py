"""Text of a web page that no reader sees: a way to plant words for machines, so it is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER_ZERO = r"0*\.?0+(?:px|pt|em|rem|%|ex|vw|vh)?"
# Declarations that put text out of sight.
_OUT_OF_SIGHT = re.compile(
    r"(?:^|;)\s{0,5}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}(?:hidden|collapse)|opacity\s{0,5}:\s{0,5}0*\.?0+\b(?!\.)"
    r"|font-size\s{0,5}:\s{0,5}" + _NUMBER_ZERO + r"\s{0,5}(?:!|;|$)|color\s{0,5}:\s{0,5}transparent"
    r"|(?:text-indent|left|right|top|margin-left)\s{0,5}:\s{0,5}-\d{3,6}(?:px|em|pt|rem|%)"
    r"|(?:clip|clip-path)\s{0,5}:\s{0,5}(?:rect\(\s{0,3}[01](?:px)?[\s,]|inset\(\s{0,3}(?:50|100)%))",
    re.I,
)  # fmt: skip
_COLOUR = re.compile(r"(?:^|;)\s{0,5}color\s{0,5}:\s{0,5}([^;!]{1,60})", re.I)
_BACKGROUND = re.compile(r"(?:^|;)\s{0,5}background(?:-color)?\s{0,5}:\s{0,5}([^;!]{1,60})", re.I)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]{0,15})?(?P<mark>[.#][A-Za-z_][\w-]{0,80})")
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.S)
_NAMED = {"white": "ffffff", "black": "000000"}
_MOST_CSS = 500_000


@dataclass(frozen=True, slots=True)
class Hiding:
    """Classes and ids that the page's own style sheet puts out of sight, written ".name" and "#name"."""

    marks: frozenset[str]


def styles_that_hide(root: _Element) -> Hiding:
    """Simple selectors (".name", "#name", "p.name") of style elements whose rule hides text."""
    marks: set[str] = set()
    for style in root.iter("style"):
        for selectors, declarations in _RULE.findall(_COMMENT.sub("", (style.text or "")[:_MOST_CSS])):
            if _hides(declarations):
                parts = (part.strip() for part in selectors.split(","))
                marks |= {match["mark"] for part in parts if (match := _SIMPLE.fullmatch(part))}
    return Hiding(frozenset(marks))


def is_hidden(element: _Element, hiding: Hiding) -> bool:
    """Whether an element (and so all within it) is out of a reader's sight."""
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if hiding.marks:
        names = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        if names & hiding.marks:
            return True
    style = element.get("style")
    return _hides(style, element) if style else False


def _hides(style: str, element: _Element | None = None) -> bool:
    style = style[:2_000]
    if _OUT_OF_SIGHT.search(style):
        return True
    colour = _COLOUR.search(style)
    return bool(colour) and _shade(colour[1] if colour else "") == _behind(style, element)


def _behind(style: str, element: _Element | None) -> str:
    """The colour behind an element: its own or the nearest of those around it, white when none says."""
    own = _BACKGROUND.search(style)
    if own:
        return _shade(own[1])
    around = element.getparent() if element is not None else None
    for _ in range(30):
        if around is None:
            break
        found = _BACKGROUND.search((around.get("style") or "")[:2_000]) or None
        if found or around.get("bgcolor"):
            return _shade(found[1] if found else around.get("bgcolor") or "")
        around = around.getparent()
    return "ffffff"


def _shade(colour: str) -> str:
    """A colour as six hex digits where it can be told, else as written; nearly white counts as white.

    >>> _shade("#FFF"), _shade("rgb(255, 255, 255)"), _shade("white")
    ('ffffff', 'ffffff', 'ffffff')
    """
    word = colour.strip().lower().split(" url(")[0].strip()
    word = _NAMED.get(word, word.lstrip("#"))
    figures = re.findall(r"\d{1,3}", word) if word.startswith("rgb") else []
    if len(figures) >= 3:
        word = "".join(f"{min(int(figure), 255):02x}" for figure in figures[:3])
    if re.fullmatch(r"[0-9a-f]{3}", word):
        word = "".join(letter * 2 for letter in word)
    return "ffffff" if re.fullmatch(r"(?:f[a-f0-9]){3}", word) and min(word[1::2]) >= "c" else word
