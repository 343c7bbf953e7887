"""Web pages: what a reader sees of them as text, with what the markup says each block is.

The text of a page is its visible text, a line for every block and an empty line between blocks, with
entities decoded once; offsets refer to that. trafilatura tells the article from the rest; nothing is thrown
away, so that what is left out can be looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline_app.documents.decode import decode
from timeline_app.documents.hidden import Hiding, is_hidden, styles_that_hide
from timeline_app.documents.language import language_tag
from timeline_app.documents.reading import Reading
from timeline_app.documents.stamps import read_day
from timeline_app.errors import UnreadableFile
from timeline_app.model import Problem, Publication, Zone, ZoneKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead time title tr ul".split()
) - {"time", "title"}  # fmt: skip
_SKIPPED = frozenset(
    "script style noscript template head iframe object embed svg math canvas audio video select option button input "
    "textarea map area datalist noframes frameset applet title".split()
)  # fmt: skip
"""Elements whose contents no reader reads as text."""

_BY_TAG: dict[str, ZoneKind] = {
    "nav": "furniture", "footer": "furniture", "aside": "furniture", "form": "furniture", "menu": "furniture",
    "figcaption": "caption", "h1": "headline",
}  # fmt: skip
# Words of class and id attributes; whole words between "-", "_" and spaces.
_BY_CLASS: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (re.compile(
        r"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|replies|reactions)(?:$|[\s_-])"
    , re.I), "comment"),
    (re.compile(r"(?:^|[\s_-])(?:twitter-tweet|instagram-media|fb-post|tweet|embed)(?:$|[\s_-])", re.I), "embed"),
    (re.compile(
        r"(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|sponsored|promo|banner)(?:$"
        r"|[\s_-])"
    , re.I), "advert"),
    (re.compile(r"(?:^|[\s_-])(?:share|sharing|social|sharedaddy|addtoany|sharebar)(?:$|[\s_-])", re.I), "share"),
    (re.compile(
        r"(?:^|[\s_-])(?:breadcrumbs?|nav|navbar|menu|sidebar|related|recommended|newsletter|cookie"
        r"|cookies|popup|tags|footer|widget)(?:$|[\s_-])"
    , re.I), "furniture"),
    (re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.I), "byline"),
    (re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text|credit)(?:$|[\s_-])", re.I), "caption"),
    (re.compile(r"(?:^|[\s_-])(?:disclaimer|copyright)(?:$|[\s_-])", re.I), "boilerplate"),
)  # fmt: skip
_CONTAINERS = frozenset(("html", "body", "main", "article"))
"""Elements whose class says nothing of their contents ("body class=has-sidebar")."""

_DEEPEST = 200
"""Levels of nesting trafilatura is given; it walks trees by recursion."""
_LEAST_ARTICLE = 250
"""Characters from which what trafilatura found is an article (its own default for a sure find)."""
_CHARSET = re.compile(rb"<meta[^<>]{1,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,30})", re.I)
# Bare tags that are always closed; one with attributes may hide its contents, so it stays.
_NESTING_TAG = re.compile(
    r"<(/)?(?:div|span|section|article|font|b|i|em|strong|blockquote|ul|ol|center|small|table)>", re.I
)
_SPACES = re.compile(r"[ \t\n\r\f\v]+")

_META_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date.published", "publishdate", "pubdate",
    "publication_date", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "cxenseparse:recs:publishtime",
    "date",
)  # fmt: skip
"""Names of meta tags that give the day of publication, best first."""


@dataclass(slots=True)
class _Block:
    """A run of visible text between block boundaries."""

    kind: ZoneKind | None
    tag: str
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return _SPACES.sub(" ", "".join(self.parts)).strip(" ")


def read_web(data: bytes, name: str) -> tuple[Reading, ...]:
    """A web page's visible text, its zones by markup, and what its meta tags say.

    Raises:
        UnreadableFile: no visible text in it, or no text at all.
    """
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, name, charset[1].decode("ascii") if charset else "")
    root = _parse(decoded.text, name)
    meta = _meta(root)
    dates = _dates(root, meta)  # before trafilatura, which prunes the tree
    title, url, language = _title(root, meta), _url(root, meta), _language(root)
    hiding = styles_that_hide(root)
    blocks, hidden, depth = _visible(root, hiding)
    text, told = _laid_out(blocks)
    if not text.strip():
        raise UnreadableFile(name, "shows no text", "the page is made by a script; save it from the browser")
    marks = _apart_from_article(text, told, blocks, _article(root, hidden) if depth <= _DEEPEST else "")
    problems = decoded.problems
    if hidden:
        what = f"{len(hidden)} passages that the page hides from its readers were left out"
        problems += (Problem(name, None, what, "a page hides text for machines or for menus"),)
    publisher = meta.get("og:site_name", "")
    return (Reading(text, decoded.encoding, title, publisher, url, language, dates, marks, problems),)


def _parse(text: str, name: str) -> _Element:
    from lxml import etree, html  # noqa: PLC0415 - heavy

    # huge_tree: without it libxml2 stops at 256 levels and loses what is inside without a word.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            _shallow(text.replace("\x00", " ")).encode("utf-8", "surrogatepass"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile(name, f"cannot be read as a web page ({fault})", "it is not HTML") from None
    return root


def _shallow(page: str) -> str:
    """A page without the bare tags nested deeper than 200 levels: libxml2 gives up at 2048 and loses the rest."""
    depth, end, kept = 0, 0, []
    for tag in _NESTING_TAG.finditer(page):
        depth += -1 if tag[1] else 1
        if depth >= _DEEPEST if tag[1] else depth > _DEEPEST:
            kept.append(page[end : tag.start()] + "\n")
            end = tag.end()
    return "".join(kept) + page[end:] if kept else page


def _visible(root: _Element, hiding: Hiding) -> tuple[list[_Block], list[_Element], int]:
    """Blocks of visible text, the elements that were hidden, and the depth of the tree; without recursion."""
    from lxml import etree  # noqa: PLC0415

    blocks = [_Block(None, "body")]
    hidden: list[_Element] = []
    kinds: list[ZoneKind | None] = [None]
    skipped, depth, deepest = 0, 0, 0
    for happening, element in etree.iterwalk(root, events=("start", "end", "comment")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if happening == "start":
            depth += 1
            deepest = max(deepest, depth)
            if skipped or tag in _SKIPPED or is_hidden(element, hiding):
                if not skipped and tag not in _SKIPPED:
                    hidden.append(element)
                skipped += 1
                continue
            kinds.append(_kind(element, tag) or kinds[-1])
            if tag in _BLOCKS or kinds[-1] != kinds[-2]:
                blocks.append(_Block(kinds[-1], tag))
            blocks[-1].parts.append(element.text or "")
        elif happening == "end":
            depth -= 1
            if skipped:
                skipped -= 1
            else:
                kind = kinds.pop()
                if tag in _BLOCKS or kind != kinds[-1]:
                    blocks.append(_Block(kinds[-1], ""))
            if not skipped and depth:
                blocks[-1].parts.append(element.tail or "")
        elif not skipped:
            blocks[-1].parts.append(element.tail or "")
    return [block for block in blocks if block.text], hidden, deepest


def _kind(element: _Element, tag: str) -> ZoneKind | None:
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if tag in _CONTAINERS:
        return None
    words = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return next((kind for pattern, kind in _BY_CLASS if pattern.search(words)), None) if words.strip() else None


def _laid_out(blocks: Iterable[_Block]) -> tuple[str, list[Zone | None]]:
    """The page's text, and for each block the zone its markup tells (None when it tells none)."""
    parts: list[str] = []
    marks: list[Zone | None] = []
    start = 0
    for block in blocks:
        words = block.text
        zone = Zone(start, start + len(words), block.kind, "the page's markup says so") if block.kind else None
        marks.append(zone)
        parts.append(words)
        start += len(words) + 2
    return "\n\n".join(parts), marks


def _article(root: _Element, hidden: Iterable[_Element]) -> str:
    """The words of the article as trafilatura finds it, "" when it finds none to be sure of."""
    from trafilatura import extract  # noqa: PLC0415 - heavy

    for element in hidden:
        element.drop_tree()  # type: ignore[attr-defined] # HtmlElement has it, its stub not
    found = extract(root, include_comments=False, include_tables=True, favor_recall=True, fast=False)
    return _squeezed(found) if found and len(found) >= _LEAST_ARTICLE else ""


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", "", words)


def _apart_from_article(text: str, marks: list[Zone | None], blocks: list[_Block], article: str) -> tuple[Zone, ...]:
    """What trafilatura left out is furniture, unless it stands within the article or is its headline."""
    starts = _starts(blocks)
    inside = [_squeezed(block.text) in article for block in blocks] if article else []
    if sum(inside) < 2:
        return tuple(mark for mark in marks if mark)
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    told: list[Zone] = []
    for i, (mark, start) in enumerate(zip(marks, starts, strict=True)):
        end = start + len(blocks[i].text)
        if mark:
            told.append(mark)
        elif i > last and not inside[i]:
            told.append(Zone(start, end, "furniture", "outside the article"))
        elif i < first and not inside[i] and not blocks[i].tag.startswith("h"):
            from timeline_app.documents.stamp_lines import stamp_of  # noqa: PLC0415

            kind: ZoneKind = "stamp" if stamp_of(text[start:end]) else "furniture"
            told.append(Zone(start, end, kind, "outside the article"))
    return tuple(told)


def _starts(blocks: Iterable[_Block]) -> list[int]:
    starts, start = [], 0
    for block in blocks:
        starts.append(start)
        start += len(block.text) + 2
    return starts


def _meta(root: _Element) -> dict[str, str]:
    """Contents of meta tags by name, property or itemprop in lower case, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower()[:80], content[:1_000])
    return found


def _dates(root: _Element, meta: dict[str, str]) -> tuple[Publication, ...]:
    """Publication days of meta tags, JSON-LD and time elements, best first."""
    told: list[tuple[str, str]] = [(f"meta tag {name}", meta[name]) for name in _META_DATES if name in meta]
    told += [("JSON-LD datePublished", words) for words in _linked_data(root)]
    for element in root.iter("time"):
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        words = element.get("datetime")
        if words and (marked or "publish" in (element.get("class") or "").lower() or not told):
            told.append(("time element", words))
            break
    dates: dict[Any, Publication] = {}
    for where, words in told:
        day = read_day(words[:40])
        if day:
            dates.setdefault(day, Publication(day, "meta", words[:40], reason=f"the page's {where} says so"))
    return tuple(dates.values())


def _linked_data(root: _Element) -> Iterator[str]:
    """Values of datePublished in the page's JSON-LD, which may be a list or a graph."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > 500_000:
            continue
        try:
            waiting: list[Any] = [json.loads(script.text)]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item[:50]
            elif isinstance(item, dict):
                if isinstance(item.get("datePublished"), str):
                    yield item["datePublished"]
                waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]


def _title(root: _Element, meta: dict[str, str]) -> str:
    title = root.findtext(".//title") or ""
    return " ".join((meta.get("og:title") or title).split())


def _url(root: _Element, meta: dict[str, str]) -> str:
    links = [element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"]
    for url in (*links, meta.get("og:url", "")):
        if url.lower().startswith(("http://", "https://")):
            return url
    return ""


def _language(root: _Element) -> str:
    return language_tag(root.get("lang") or "")
