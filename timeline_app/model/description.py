"""What a person says of a source: its title, publisher, address and day, kept beside what was read from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline_app.model.document import Document, Publication
from timeline_app.model.timeline import Source


@dataclass(frozen=True, slots=True)
class Description:
    """A person's word on one source; what is None was not spoken of and stays as it was read.

    Attributes:
        source: id of the document, or of the source an imported file describes.
        title, publisher, url: "" says that there is none.
        published: the day it was published.
        undated: the day is not known, whatever the text seems to say; then `published` is None.
        by, at, why: who said so, when (RFC 3339, UTC), and the reason given.

    Raises:
        ValueError: a day is given and said to be unknown; an address is no http or https link.
    """

    source: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    undated: bool = False
    by: str = ""
    at: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if self.undated and self.published is not None:
            raise ValueError(f"the day {self.published} is given and said to be unknown")
        if self.url and not self.url.lower().startswith(("http://", "https://")):
            raise ValueError(f"the address {self.url!r:.80} does not begin with http:// or https://")

    @property
    def says_something(self) -> bool:
        """Whether anything is spoken of."""
        return self.undated or any(said is not None for said in (self.title, self.publisher, self.url, self.published))

    @property
    def dates(self) -> bool:
        """Whether it speaks of the day of publication."""
        return self.undated or self.published is not None

    def same_words(self, other: Description) -> bool:
        """Whether both say the same, whoever says it and when."""
        return replace(self, by="", at="", why="") == replace(other, by="", at="", why="")

    def of_document(self, document: Document) -> Document:
        """The document as this person describes it."""
        return replace(
            document,
            title=_first(self.title, document.title),
            publisher=_first(self.publisher, document.publisher),
            url=_first(self.url, document.url),
            publications=self._publications(document.publications),
        )

    def _publications(self, read: tuple[Publication, ...]) -> tuple[Publication, ...]:
        if self.undated:
            return ()
        if self.published is None:
            return read
        reason = f"given by {self.by}" if self.by else "given by a person"
        given = Publication(self.published, "option", self.published.isoformat(), reason=reason)
        return (given, *(other for other in read if other.day != self.published))

    def of_source(self, source: Source) -> Source:
        """The description of a source as this person has it."""
        day = None if self.undated else source.published
        return replace(
            source,
            title=_first(self.title, source.title),
            publisher=_first(self.publisher, source.publisher),
            url=_first(self.url, source.url),
            published=day if self.published is None else self.published.isoformat(),
        )


def _first(said: str | None, read: str) -> str:
    return read if said is None else said
