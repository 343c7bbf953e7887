"""Everything about one timeline in one value: what is parsed, stored, shown and exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline_app.model.document import Document
from timeline_app.model.event import Event
from timeline_app.model.problem import Problem

Verdict = Literal["same", "different", "unsure"]


BY_RULE = "timeline_app"
"""Who a reckoned judgement is by, its likeness behind it in brackets."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's (or the merger's) verdict on whether two reports tell of one event."""

    reports: tuple[str, str]
    verdict: Verdict
    by: str
    at: str

    @property
    def is_by_rule(self) -> bool:
        """Whether it was reckoned when merging, and so binds nobody: persons bear other names."""
        return self.by == BY_RULE or self.by.startswith(f"{BY_RULE} (")


@dataclass(frozen=True, slots=True)
class Source:
    """What an export says of a document: everything but its text."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    published: str | None = None
    sha256: str = ""

    @classmethod
    def of(cls, document: Document) -> Source:
        """The description of a document."""
        day = document.published
        return cls(
            document.id, document.title or document.name, document.publisher, document.url,
            None if day is None else day.isoformat(), document.sha256,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timeline:
    """Sources, events, judgements and problems that belong together."""

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
