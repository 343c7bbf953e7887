"""Plain text and Markdown, with front matter when there is some."""

from __future__ import annotations

import re

from timeline_app.documents.decode import decode
from timeline_app.documents.language import language_tag
from timeline_app.documents.reading import Reading
from timeline_app.documents.stamps import read_day
from timeline_app.model import Problem, Publication, Zone

# "---\ntitle: Shelling in Kharkiv\ndate: 2024-01-05\n---\n" as static site programs write it.
_FRONT = re.compile(
    r"\ufeff?\s{0,20}---[ \t]*(?:\r\n|\r|\n)(.{1,20000}?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r|\n|$)", re.S
)
# "date: 2024-01-05"; keys of Jekyll, Hugo, Pandoc and Dublin Core.
_FIELD = re.compile(r"(?m)^[ \t]{0,8}([A-Za-z][A-Za-z_.:-]{0,30}?)[ \t]*:[ \t]+([^\r\n]{1,1000})")
_KEYS = {
    "published": "published", "date": "published", "pubdate": "published", "date_published": "published",
    "publishdate": "published", "datepublished": "published", "published_at": "published", "dc.date": "published",
    "title": "title", "headline": "title", "dc.title": "title",
    "publisher": "publisher", "site": "publisher", "site_name": "publisher", "source": "publisher",
    "url": "url", "link": "url", "permalink": "url", "canonical": "url", "source_url": "url",
    "lang": "language", "language": "language",
}  # fmt: skip


def read_plain(data: bytes, name: str) -> tuple[Reading, ...]:
    """A text file as read; front matter is told apart and its fields are taken."""
    decoded = decode(data, name)
    return (read_front(decoded.text, name, decoded.encoding, decoded.problems),)


def read_front(text: str, name: str, encoding: str = "utf-8", problems: tuple[Problem, ...] = ()) -> Reading:
    """A text with the fields of its front matter, if it has some."""
    front = _FRONT.match(text)
    if not front or not _is_fields(front[1]):
        return Reading(text, encoding, problems=problems)
    fields: dict[str, tuple[str, int, int]] = {}
    for match in _FIELD.finditer(text, front.start(1), front.end(1)):
        key = _KEYS.get(match[1].lower())
        if key:
            fields.setdefault(key, (match[2].strip().strip("\"'"), match.start(2), match.end(2)))
    dates: tuple[Publication, ...] = ()
    if "published" in fields:
        words, start, end = fields["published"]
        day = read_day(words)
        if day:
            dates = (Publication(day, "front matter", text[start:end], start, end, "the front matter says so"),)
        else:
            problems += (
                Problem(name, None, f"front matter date {words!r:.80} is no day that can be read", "write YYYY-MM-DD"),
            )
    values = {key: value[0] for key, value in fields.items()}
    url = values.get("url", "")
    start = len(text[: front.end(1)]) - len(text[: front.end(1)].lstrip("\ufeff \t\r\n"))
    mark = Zone(start, front.start() + len(front[0].rstrip()), "furniture", "front matter")
    return Reading(
        text, encoding, values.get("title", ""), values.get("publisher", ""),
        url if url.lower().startswith(("http://", "https://")) else "", language_tag(values.get("language", "")),
        dates, (mark,), problems,
    )  # fmt: skip


def _is_fields(block: str) -> bool:
    """Whether a block between rules is fields, and not a passage between two horizontal lines."""
    lines = [line for line in block.splitlines() if line.strip()]
    fields = sum(bool(_FIELD.match(line)) or line[:1] in " \t-#[]" or line.rstrip().endswith(":") for line in lines)
    return bool(lines) and fields == len(lines) and bool(_FIELD.search(block))
