"""What every store offers; the docstrings are the contract, tests/contracts walks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from timeline_app.errors import EditConflict
from timeline_app.model import (
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    Problem,
    ReviewStatus,
    Source,
    Timeline,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an `add` did, in counts.

    Attributes:
        documents_new, documents_known: of the documents handed in.
        events_new, events_updated, events_unchanged: of the events handed in.
        events_refused: events that could not be kept; each has a problem that says why.
    """

    documents_new: int = 0
    documents_known: int = 0
    events_new: int = 0
    events_updated: int = 0
    events_unchanged: int = 0
    events_refused: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the audit history.

    Attributes:
        id: rises with time.
        at: RFC 3339, UTC ("2026-11-20T22:17:51Z").
        by: who, "" when nobody gave a name.
        what: "added", "parsed again", "merged", "split", "edited", "reviewed", "judged", "removed",
            "restored", "undone" ...
        why: the reason given, or "".
        kind: "event", "document", "source", "judgement" or "place" (a word on a name).
        item: its id.
        before, after: the wire dicts on either side (None: nothing was there, or nothing is left;
            for "added" both are None, since what was added is what the next change has as `before`).
    """

    id: int
    at: str
    by: str
    what: str
    why: str
    kind: str
    item: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Edited:
    """What `edit_many` did.

    Attributes:
        kept: ids of the events that were written or removed.
        conflicts: those somebody changed meanwhile, of which nothing was written. `mine` is what was handed in
            (None: it was to be removed), `theirs` the newest (None: somebody removed it).
        step: id of a change of the one step in the history, for `undo`; None when nothing was written.
    """

    kept: tuple[str, ...] = ()
    conflicts: tuple[EditConflict, ...] = ()
    step: int | None = None


class Store(Protocol):
    """Remembers one timeline. Safe to use from several threads; several programs may share a file.

    What was extracted and what a person made of it are kept beside each other: reading gives the
    person's version, adding never touches it. Every change is kept in the history by the same
    transaction. A method that raises has changed nothing.

    Any method may raise StoreError when the store cannot be read or written.
    """

    def add(
        self,
        documents: Sequence[tuple[Document, bytes]] = (),
        events: Sequence[Event] = (),
        problems: Sequence[Problem] = (),
        judgements: Sequence[Judgement] = (),
        sources: Sequence[Source] = (),
        by: str = "",
        read: Sequence[str] = (),
        base_version: int | None = None,
    ) -> Changes:
        """Keep what was read. The same again changes nothing.

        Documents come with their original bytes. `sources` describes documents whose text is not
        at hand (of imported timeline files). Events are known by id, then by their reports:

        - an event that shares reports with a stored one is that one, and keeps the stored id; the
          other id becomes a redirect;
        - an event that brings together reports of several stored ones merges them into the first;
        - two events that share out the reports of one stored event split it;
        - reports of a stored event that are not handed in stay with it; but when a document comes
          again with its events, what was parsed from it before and is not there any more goes,
          unless a person has edited or reviewed it;
        - a judgement made by `judge` outweighs one handed in.

        `read` names the files that were read: what was found wrong with them earlier is forgotten.
        `base_version` is the data version that the events were merged with; None: any.

        Raises:
            StoreChanged: the store has another data version by now; read it again.
            ValueError: when bytes are not those the document's sha256 tells of.
        """
        ...

    def documents(self) -> list[Document]:
        """All documents, in the order they came."""
        ...

    def document(self, document_id: str) -> Document:
        """One document, equal to what was added. Raises StoreError when there is none."""
        ...

    def original(self, document_id: str) -> bytes:
        """The bytes a document was read from. Raises StoreError when there are none."""
        ...

    def remove_document(self, document_id: str, by: str, why: str = "") -> None:
        """Take a document (or the source an imported or hand-made event names) out of the timeline.

        Events lose its reports, and what only those claimed; events left with no report go.
        `undo` brings all of it back. Raises StoreError when there is no such document.
        """
        ...

    def sources(self) -> tuple[Source, ...]:
        """Every document's description, and those known from imported files only."""
        ...

    def events(self) -> list[Event]:
        """All events as corrected, in the order they came; rejected ones too."""
        ...

    def extracted(self) -> list[Event]:
        """All events as they were handed in, before a person's edits: what merging starts from."""
        ...

    def event(self, event_id: str) -> tuple[Event, int]:
        """An event and its version, for `edit`.

        Redirects are followed, and the id of a report leads to its event. Raises StoreError when
        there is none.
        """
        ...

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, each fault once, the documents' own among them."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Verdicts on pairs of reports, one a pair."""
        ...

    def timeline(self) -> Timeline:
        """Everything, as of one moment."""
        ...

    def edit(self, event: Event, base_version: int, by: str, why: str = "") -> int:
        """Keep a person's version of an event beside the extracted one; its new version.

        `base_version` is what `event()` gave when the form was opened; 0 makes a new event by hand, with
        the review it comes with.
        The review and, of an event that was parsed or imported, the evidence (reports, conflicts,
        publication span) are not changed by editing; but of a hand-made event that was imported, the
        reports without a place in a document's text are its author's words and can be.

        Raises:
            EditConflict: somebody changed the event meanwhile (`mine`, `theirs`: both events).
            ValueError: the event cannot be kept as it is.
        """
        ...

    def edit_many(
        self, edits: Sequence[tuple[Event, int]], by: str, why: str = "", remove: Sequence[tuple[str, int]] = ()
    ) -> Edited:
        """Keep persons' versions of several events, and remove others, as one step of the history.

        Each comes with the version it was based on, see `edit` and `remove_event`. What somebody changed
        meanwhile is left as it is and handed back, the others are kept all the same.

        Raises:
            ValueError: an event cannot be kept as it is, or cannot be removed; nothing is kept then.
            StoreError: there is no event to be removed.
        """
        ...

    def remove_event(self, event_id: str, base_version: int, by: str, why: str = "") -> None:
        """Take a hand-made event out of the timeline; `undo` brings it back, and so does adding its list again.

        Raises:
            EditConflict: somebody changed the event meanwhile.
            ValueError: documents tell of the event: what they say can be rejected, not removed.
            StoreError: there is no such event.
        """
        ...

    def review(
        self, event_id: str, status: ReviewStatus, by: str, note: str = "", base_version: int | None = None
    ) -> int:
        """Accept or reject an event (or take that back: "draft"); its new version.

        Raises:
            EditConflict: `base_version` is given and no longer the newest.
        """
        ...

    def judge(self, report_a: str, report_b: str, verdict: Verdict, by: str, why: str = "") -> Judgement:
        """Keep a person's verdict on whether two reports tell of one event; merging heeds it.

        Raises:
            ValueError: no such verdict, or twice the same report.
        """
        ...

    def correct_place(self, correction: PlaceCorrection) -> PlaceCorrection:
        """Keep a person's word on a name, in place of an earlier one on the same name and document.

        Reading documents again heeds it; nothing here changes until then. The time is set here.
        """
        ...

    def withdraw_place_correction(self, correction: PlaceCorrection, by: str, why: str = "") -> None:
        """Take back the word on a name and document. Raises StoreError when there is none."""
        ...

    def place_corrections(self) -> tuple[PlaceCorrection, ...]:
        """Every word on a name, in the order they were first given."""
        ...

    def history(self, event_id: str | None = None) -> list[Change]:
        """What was done to one event (and to those merged into it), or to everything; newest first."""
        ...

    def undo(self, change_id: int, by: str) -> None:
        """Take back a step of the history, with all that one step did.

        Raises:
            EditConflict: something it touched was changed later: undo that first.
            StoreError: there is no such step, or it only added things (remove the document instead).
        """
        ...

    def data_version(self) -> int:
        """A number that rises with every change by anyone; cheap."""
        ...

    def search(self, text: str) -> set[str]:
        """Ids of events in whose title, summary, quotes, actors or places every word of `text` begins
        a word; "" finds nothing. Case, accents and Arabic vowel signs do not matter.
        """  # noqa: D205 - the sentence is longer than a line
        ...

    def backup(self, path: Path) -> None:
        """A consistent copy in a new file. Raises StoreError when the file is there already."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
