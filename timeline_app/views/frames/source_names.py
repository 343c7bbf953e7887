"""One source under all its names: a kept article, and the name by which a hand-made list or another file tells of it.

The names are the article's title, its file, the file without its ending, and its address. Where two articles bear one
name nobody can tell which is meant: then the name stays a source of its own, and so it does where another address or
publisher is told of it. What is kept and exported holds the names
as they were written; only what is shown, counted and filtered goes by the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath
from unicodedata import normalize

from timeline_app.model import Document, Event, Source

Articles = Mapping[str, str]
"""The id of an article by each id that only names it."""


def plain_name(name: str) -> str:
    """A name as names are compared: whatever its case, its spaces and how its accents are stored."""
    return " ".join(normalize("NFC", name).split()).casefold()


def written_names(document: Document) -> tuple[str, ...]:
    """What a document may be called by: its title, its file, the file without folder, without ending."""
    file = PurePath(document.name)
    stem = file.stem if _PARTED.search(file.stem) else ""
    return tuple(dict.fromkeys(filter(None, (document.title, document.name, file.name, stem))))


_PARTED = re.compile(r"[^\W\d_].*[\W_].*\w|\w.*[\W_].*[^\W\d_]")
"""More than one word, a letter among them: others too are called "reuters" or "1", but not "003-stranded-convoy"."""


def names_of(document: Document) -> set[str]:
    """The same, plain."""
    return {plain_name(name) for name in written_names(document)} - {""}


def named_articles(documents: Iterable[Document], others: Iterable[Source]) -> dict[str, str]:
    """The articles that sources without a text only name.

    Args:
        documents: whose text is kept.
        others: every other source, described or only named by events.
    """
    bearers: dict[str, set[str]] = {}
    kept = {document.id: document for document in documents}
    for document in kept.values():
        for name in names_of(document) | {plain_name(document.url.rstrip("/"))} - {""}:
            bearers.setdefault(name, set()).add(document.id)
    found = {}
    for source in others:
        meant = set().union(*(bearers.get(name, ()) for name in _said(source)))
        if len(meant) == 1 and not _is_another(source, kept[next(iter(meant))]):
            found[source.id] = meant.pop()
    return found


def _is_another(source: Source, document: Document) -> bool:
    """Whether what is told of a source besides its name speaks against the article: its address or its publisher."""
    addresses = (source.url.rstrip("/"), document.url.rstrip("/"))
    if all(map(_is_web, addresses)) and plain_name(addresses[0]) != plain_name(addresses[1]):
        return True
    publishers = (plain_name(source.publisher), plain_name(document.publisher))
    return all(publishers) and publishers[0] != publishers[1]


def _is_web(address: str) -> bool:
    return address.casefold().startswith(("http:", "https:"))


def _said(source: Source) -> set[str]:
    """The plain names a source goes by; of an address that is a path also the file's."""
    names = {source.id, source.title, source.url.rstrip("/")}
    if source.url and not _is_web(source.url):
        names.add(PurePath(source.url).name)
    return {plain_name(name) for name in names}


def with_one_name(event: Event, same: Callable[[str], str]) -> Event:
    """An event whose reports name their source by its one id, for counting who tells what; its texts are elsewhere."""
    if all(same(name) == name for name in event.sources):
        return event
    return event.with_(reports=tuple(replace(one, document=same(one.document)) for one in event.reports))
