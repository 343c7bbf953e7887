"""What every store offers; the docstrings are the contract, tests/contracts walks it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from timeline_app.errors import EditConflict
from timeline_app.model import (
    Description,
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
        step: id of the change, for `undo`; 0 when nothing changed.
    """

    documents_new: int = 0
    documents_known: int = 0
    events_new: int = 0
    events_updated: int = 0
    events_unchanged: int = 0
    events_refused: int = 0
    step: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the audit history.

    Attributes:
        id: rises with time.
        at: RFC 3339, UTC ("2026-11-20T22:17:51Z").
        by: who, "" when nobody gave a name.
        what: "added", "parsed again", "merged", "split", "edited", "reviewed", "judged", "removed",
            "restored", "described", "undone" ...
        why: the reason given, or "".
        kind: "event", "document", "source", "judgement", "place" (a word on a name) or "description"
            (a word on a source).
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
class HistoryQuery:
    """Which steps of the history are wanted; what is left out lets everything pass.

    Attributes:
        by: who did it; "" are those done by nobody named.
        what, kind: words as in `Change`; a step passes when one of its changes does.
        text: words, each of which begins a word of who, why or a title, now or then.
        item: id of an event, document or source; steps that touched it, or an event merged into it.
    """

    by: str | None = None
    what: str = ""
    kind: str = ""
    text: str = ""
    item: str = ""


ALL_HISTORY = HistoryQuery()


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What was done at once, and is taken back at once.

    Attributes:
        id: for `undo` and `step`.
        at, by, why: as in `Change`.
        tallies: (what, kind, how many changes), in the order they were made.
        first: the first change.
    """

    id: int
    at: str
    by: str
    why: str
    tallies: tuple[tuple[str, str, int], ...]
    first: Change


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some steps of the history, newest first, and how many pass the filter in all."""

    steps: tuple[HistoryStep, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What adding would do to one event.

    Attributes:
        what: as in `Change`.
        before, after: the event as corrected, None where it is not in the timeline.
        read_before, read_after: the same as handed in, before a person's edits.
        touched: whether a person has edited or reviewed it.
    """

    what: str
    before: Event | None
    after: Event | None
    read_before: Event | None
    read_after: Event | None
    touched: bool


@dataclass(frozen=True, slots=True)
class Sayings:
    """A person's words that are kept by the same step as what they lead to.

    Attributes:
        descriptions: on sources, see `Store.describe`.
        places: on names, see `Store.correct_place`.
        withdrawn: words on names that are taken back, see `Store.withdraw_place_correction`.
        verdicts: on pairs of reports, see `Store.judge`.
        edits: versions of events, each with the version it was based on, see `Store.edit_many`.
    """

    descriptions: tuple[Description, ...] = ()
    places: tuple[PlaceCorrection, ...] = ()
    withdrawn: tuple[PlaceCorrection, ...] = ()
    verdicts: tuple[Judgement, ...] = ()
    edits: tuple[tuple[Event, int], ...] = ()


NOTHING_SAID = Sayings()


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
        said: Sayings = NOTHING_SAID,
        why: str = "",
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
        `said` is what a person says that led to it, kept by the same step; `why` is the reason given for it.

        Raises:
            StoreChanged: the store has another data version by now; read it again.
            EditConflict: an event that is edited was changed meanwhile.
            StoreError: a word is taken back that nobody gave, or is on a source that is not here.
            ValueError: when bytes are not those the document's sha256 tells of.
        """
        ...

    def foresee(self, documents: Sequence[Document] = (), events: Sequence[Event] = ()) -> tuple[Foreseen, ...]:
        """What `add` would do to the events, one by one; nothing is kept. Events it leaves alone are left out."""
        ...

    def documents(self) -> list[Document]:
        """All documents as persons described them, in the order they came."""
        ...

    def documents_as_read(self) -> list[Document]:
        """All documents as they were added, before any person's description."""
        ...

    def document(self, document_id: str) -> Document:
        """One document, as added but for a person's description. Raises StoreError when there is none."""
        ...

    def describe(self, said: Description) -> int:
        """Keep a person's words on a source in place of earlier ones; the change, for `undo` (0: none).

        Words that say nothing take back what was said. The time is set here. What was read stays beside
        them; a day of publication counts in events when the document is read again.

        Raises:
            StoreError: there is no such document or source.
        """
        ...

    def descriptions(self) -> tuple[Description, ...]:
        """What persons say of sources, in the order they were first spoken of."""
        ...

    def arrivals(self) -> dict[str, tuple[str, str]]:
        """When each document or source first came (RFC 3339, UTC) and who brought it, by id; removed ones too."""
        ...

    def event_reasons(self) -> dict[str, str]:
        """The reason given when each event was first added, by id; events added without one are left out."""
        ...

    def original(self, document_id: str) -> bytes:
        """The bytes a document was read from. Raises StoreError when there are none."""
        ...

    def remove_document(self, document_id: str, by: str, why: str = "") -> int:
        """Take a document (or the source an imported or hand-made event names) out of the timeline.

        Events lose its reports, and what only those claimed; events left with no report go.
        `undo` of the change given back brings all of it back. Raises StoreError when there is no
        such document.
        """
        ...

    def remove_documents(self, document_ids: Collection[str], by: str, why: str = "") -> int:
        """Take several out in one step, all or none."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """Every document's description, and those known from imported files only."""
        ...

    def sources_as_read(self) -> tuple[Source, ...]:
        """The same before any person's words on them."""
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

    def corrected(self, event_id: str) -> Change | None:
        """The newest edit that a person's version of an event rests on; None: it is as it was handed in or made.

        Raises StoreError when there is no such event.
        """
        ...

    def size(self) -> int:
        """How many events there are, rejected ones too; cheap."""
        ...

    def some_events(self, event_ids: Sequence[str]) -> list[Event]:
        """The events of exactly these ids, as corrected, in this order; ids of no event are left out."""
        ...

    def wires(self) -> Iterator[dict[str, Any]]:
        """All events as corrected, as plain dicts of the timeline file, in the order they came.

        Read a stretch at a time, each as of its own moment, so that a long reading holds up nobody:
        `changed_since` tells what changed meanwhile.
        """
        ...

    def some_wires(self, event_ids: Sequence[str]) -> list[dict[str, Any]]:
        """The same of exactly these events; ids of no event are left out."""
        ...

    def newest_change(self) -> int:
        """The id of the newest line of the history, 0 before any."""
        ...

    def changed_since(self, change_id: int) -> Mapping[str, frozenset[str]]:
        """What the lines of the history after that one tell of: ids by kind ("event", "document" ...).

        Events that came, changed or went are all among them.
        """
        ...

    def outline(self) -> Timeline:
        """`timeline()` without the events, as of one moment."""
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

    def edit(self, event: Event, base_version: int, by: str, why: str = "", step: int = 0) -> int:
        """Keep a person's version of an event beside the extracted one; its new version.

        `base_version` is what `event()` gave when the form was opened; 0 makes a new event by hand, with
        the review it comes with. `step` is an earlier step that the edit belongs to: both are one step then.
        The review and, of an event that was parsed or imported, the evidence (reports, conflicts,
        publication span) are not changed by editing; but of a hand-made event that was imported, the
        reports without a place in a document's text are its author's words and can be.
        To an event read from documents, reports with an id of `model.added_report_id` can be added, edited and
        taken away; the disagreement and the publication span follow. They stay when it is read again.

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
        """Accept or reject an event, say that nobody can tell ("unsure"), or take that back ("draft");
        its new version.

        Raises:
            EditConflict: `base_version` is given and no longer the newest.
        """  # noqa: D205 - the sentence is longer than a line
        ...

    def review_many(self, events: Sequence[Event], status: ReviewStatus, by: str, note: str = "") -> tuple[str, ...]:
        """Review several events in one step of the history, which one `undo` takes back; the ids left alone.

        The events are handed in as they were read. One that reads otherwise by now, or is gone, was
        changed by somebody meanwhile: it is left alone, the others are reviewed.
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
        """What was done to one event (and to those merged into it), or to everything; newest first.

        Everything at once: `history_page` gives it in parts.
        """
        ...

    def history_page(self, query: HistoryQuery = ALL_HISTORY, limit: int = 50, offset: int = 0) -> HistoryPage:
        """The history by steps, newest first, `limit` of them after the first `offset`."""
        ...

    def step(self, change_id: int, limit: int = 50, offset: int = 0) -> list[Change]:
        """The changes of the step a change belongs to, oldest first; what was added is told in `after`.

        Raises:
            StoreError: there is no such change.
        """
        ...

    def in_the_way(self, change_id: int) -> list[Change]:
        """Later changes that must be undone before the step of a change can be; none: it can be undone now."""
        ...

    def people(self) -> list[str]:
        """Everyone who changed something, by name."""
        ...

    def undo(self, change_id: int, by: str) -> int:
        """Take back a step of the history, with all that one step did; the change, to undo that too.

        What was added is removed again, and comes back when it is added again.

        Raises:
            EditConflict: something it touched was changed later: undo that first (see `in_the_way`).
            StoreError: there is no such step.
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
