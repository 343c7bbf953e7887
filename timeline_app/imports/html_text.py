"""The plain text of HTML that other programs put into their fields."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
}  # fmt: skip
"""Elements that begin and end a line."""
_UNSEEN = {"script", "style", "template", "head", "title", "noscript", "iframe", "object"}

# "<p>", "</a", "<!--", and "&amp;", "&#39;"
_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# What no HTML parser takes; it stands for itself in plain text.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_text(words: str) -> str:
    """The text somebody sees in a browser, a line for each paragraph; scripts and styles are not text.

    >>> plain_text("<b>Bread</b> &amp; butter")
    'Bread & butter'
    """
    if not _MARKUP.search(words):
        return words.strip()
    from lxml import html as parser  # noqa: PLC0415 - heavy, and most fields are plain
    from lxml.etree import LxmlError  # noqa: PLC0415

    clean = _CONTROLS.sub("\ufffd", words)
    try:
        root = parser.fragment_fromstring(clean, create_parent="div")
    except (LxmlError, ValueError):  # markup nobody can read is shown as it is
        return html.unescape(words).strip()
    lines = (" ".join(line.split()) for line in "".join(_pieces(root)).splitlines())
    return "\n".join(line for line in lines if line)


def _pieces(root: HtmlElement) -> list[str]:
    """The text in order, without recursion: nesting must not exhaust the stack."""
    pieces: list[str] = []
    waiting: list[HtmlElement | str] = [root]
    while waiting:
        at = waiting.pop()
        if isinstance(at, str):
            pieces.append(at)
            continue
        edge = "\n" if at.tag in _BLOCKS else ""
        after: list[HtmlElement | str] = [edge, at.tail or ""]
        if isinstance(at.tag, str) and at.tag not in _UNSEEN:  # a comment's tag is a function
            after = [edge, at.text or "", *at, *after]
        waiting.extend(reversed(after))
    return pieces
