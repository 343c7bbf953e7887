"""All disagreements of a timeline, the largest first: what a Compare page, a table or a command shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from timeline_app.merge import QUANTITY, Claim, agreeing, can_all_be_true, claims_of, documents_of, head_of, last_word
from timeline_app.model import Conflict, Document, Event, Source
from timeline_app.views.claims.claim_words import agree_words, field_title, in_order, statement, thing_of
from timeline_app.views.claims.gaps import size
from timeline_app.views.claims.spread import Teller, spread
from timeline_app.views.frames.source_names import named_articles, written_names
from timeline_app.views.words.labels import short_day, when_label
from timeline_app.views.words.text import visible

Payload = dict[str, Any]
Order = Literal["largest", "date"]

A_PAGE = 25
NUMBERS = "Any number"
_NUMBER_OF = "Number of "
_MOST_FIELDS = 200

COLUMNS = (
    "number", "event", "event_date", "about", "disagreement", "size", "state", "sources", "agreeing",
    "values", "event_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field on which the sources of one event differ.

    Attributes:
        event: the event.
        field: as in `model.Conflict`.
        conflict: its values as told, with the documents that give each.
        claims: what each source says.
        compatible: whether all may be true (`merge.are_compatible`).
        size: 0 to 1, see `views.gaps.size`.
        documents: the sources that tell the field.
    """

    event: Event
    field: str
    conflict: Conflict
    claims: tuple[Claim, ...]
    compatible: bool
    size: float
    documents: tuple[str, ...]

    @property
    def values(self) -> list[tuple[str, tuple[str, ...]]]:
        """The values in words with their documents, rising; worded only when shown."""
        return in_order(self.conflict, self.claims)

    @property
    def agreeing(self) -> int:
        """How many of its sources can be right together, 0 when no two can."""
        return len(agreeing(self.claims))

    @property
    def title(self) -> str:
        """The field as a heading."""
        return field_title(self.field)

    @property
    def statement(self) -> str:
        """One line that says it all: "17 or 20 buses: 3 apart, no overlap"."""
        return statement(self.field, [value for value, _ in self.values], self.claims)

    @property
    def state(self) -> str:
        """Whether all may be true; of names, and of places that may be one, nobody can say that they contradict."""
        if self.compatible:
            return "all may be true"
        sure = self.size > 0 and self.field != "actors" and bool(self.claims)
        return "cannot all be true" if sure else "told differently"

    @property
    def agreement(self) -> str:
        """How many agree: "2 of 3 sources agree"."""
        return agree_words(self.claims) if self.claims else f"{len(self.documents)} sources"


def disagreements(events: Iterable[Event]) -> tuple[Disagreement, ...]:
    """Every disagreement of some events, the largest first; rejected events are left out.

    What cannot all be true goes before what can, then the larger before the smaller, then more sources before fewer,
    then by id, so that the order of the events does not matter.
    """
    found = [one for event in events if event.review.status != "rejected" for one in _of_event(event)]
    return tuple(sorted(found, key=_largest_first))


def _of_event(event: Event) -> list[Disagreement]:
    return [_disagreement(event, number) for number in range(len(event.conflicts))]


def _disagreement(event: Event, number: int) -> Disagreement:
    conflict = event.conflicts[number]
    claims = claims_of(conflict.field, event.reports)
    told = dict.fromkeys(document for value in conflict.values for document in value.documents)
    return Disagreement(
        event,
        conflict.field,
        conflict,
        claims,
        can_all_be_true(claims),
        size(conflict.field, claims),
        documents_of(claims) or tuple(told),
    )


def _largest_first(one: Disagreement) -> tuple[bool, float, int, str, str]:
    return (one.compatible, -one.size, -len(one.documents), one.event.id, one.field)


# -- choosing -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """Which disagreements to show.

    Attributes:
        fields: words of `field_choices`; none means all.
        sources: documents that must all tell the field; none means any.
        strict: leave out what may all be true.
        events: ids of the events of a date range, None for all.
        order: the largest first, or in the order of the events' dates.
    """

    fields: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    strict: bool = False
    events: Collection[str] | None = None
    order: Order = "largest"


def choose(found: Sequence[Disagreement], choice: Choice, key: Callable[[str], str] = str) -> list[Disagreement]:
    """Those of a choice, in its order; `key` gives what a document counts as among `choice.sources`."""
    kept = [one for one in found if _passes(one, choice, key)]
    return sorted(kept, key=_date_order) if choice.order == "date" else kept


def _passes(one: Disagreement, choice: Choice, key: Callable[[str], str]) -> bool:
    if choice.strict and one.compatible:
        return False
    if choice.events is not None and one.event.id not in choice.events:
        return False
    if choice.fields and not any(_answers(one.field, word) for word in choice.fields):
        return False
    return set(choice.sources) <= {key(document) for document in one.documents}


def summary(found: Sequence[Disagreement], total: int) -> str:
    """The header: "23 of 61 disagreements in 14 events; in 9 all may be true"."""
    events = len({one.event.id for one in found})
    may = sum(one.compatible for one in found)
    noun = "disagreement" if total == 1 else "disagreements"
    told = f"{len(found):,} of {total:,} {noun} in {events:,} {'event' if events == 1 else 'events'}"
    return f"{told}; in {may:,} all may be true" if may else told


def _date_order(one: Disagreement) -> tuple[bool, int]:
    """By first day, undated ones last; `sorted` keeps the larger first within a day."""
    when = one.event.when
    return (when is None, 0 if when is None else when.earliest.toordinal())


def _answers(field: str, word: str) -> bool:
    """Whether a field is meant by a word of `field_choices`: "buses" and "white buses" by "Number of buses"."""
    if not field.startswith(QUANTITY):
        return word == field_title(field)
    return word == NUMBERS or (word.startswith(_NUMBER_OF) and head_of(word) == head_of(visible(thing_of(field))))


def field_choices(found: Iterable[Disagreement]) -> list[str]:
    """What can be chosen for the field: kinds first, then what is counted, each commonest first."""
    kinds: Counter[str] = Counter()
    things: dict[str, Counter[str]] = {}
    for one in found:
        counted = one.field.startswith(QUANTITY)
        kinds[NUMBERS if counted else one.title] += 1
        if counted:
            word = last_word(visible(thing_of(one.field)))
            things.setdefault(head_of(word), Counter())[word] += 1
    words = sorted(things.values(), key=lambda spelt: (-spelt.total(), min(spelt)))
    return _commonest(kinds) + [f"{_NUMBER_OF}{_commonest(spelt)[0]}" for spelt in words[:_MOST_FIELDS]]


def _commonest(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def source_choices(found: Iterable[Disagreement], key: Callable[[str], str] = str) -> list[str]:
    """The sources that disagree somewhere, those most often first."""
    return _commonest(Counter(name for one in found for name in {key(document) for document in one.documents}))


# -- who says it ----------------------------------------------------------------------------------


def named_sources(documents: Iterable[Document], sources: Iterable[Source]) -> dict[str, Source]:
    """Descriptions by id; by the names of an article, which lists name their sources by, that of the article."""
    kept = {document.id: document for document in documents}
    known = {id_: Source.of(document) for id_, document in kept.items()} | {source.id: source for source in sources}
    unsaid = (Source(name, name) for document in kept.values() for name in written_names(document))
    others = {**{source.id: source for source in unsaid}, **known}
    articles = named_articles(kept.values(), (source for id_, source in others.items() if id_ not in kept))
    return {**known, **{name: known[id_] for name, id_ in articles.items()}}


def same_source(sources: Mapping[str, Source]) -> Callable[[str], str]:
    """What a document counts as: its id, also where a hand-made list names its file."""
    return lambda document: sources[document].id if document in sources else document


def teller_of(sources: Mapping[str, Source], claims: Iterable[Claim] = ()) -> Callable[[str], Teller]:
    """How to call the source of a document's id, with its publication day."""
    days = {claim.document: claim.report.published for claim in claims}

    def teller(document: str) -> Teller:
        source = sources.get(document)
        if source is None:
            return Teller(visible(document), days.get(document))
        published = date.fromisoformat(source.published) if source.published else None
        return Teller(visible(source.title or document), published or days.get(document))

    return teller


# -- showing --------------------------------------------------------------------------------------


def compare_payload(page: Sequence[Disagreement], sources: Mapping[str, Source], start: int = 1) -> Payload:
    """One page of disagreements for the browser, numbered from `start`."""
    return {"start": start, "items": [_item(one, sources) for one in page]}


def _item(one: Disagreement, sources: Mapping[str, Source]) -> Payload:
    teller = teller_of(sources, one.claims)
    return {
        "event": one.event.id,
        "title": visible(one.event.title),
        "date": when_label(one.event.when),
        "field": one.title,
        "statement": one.statement,
        "agreement": one.agreement,
        "state": one.state,
        "size": f"{one.size:.2f}",
        "spread": spread(one.field, one.claims, teller),
        "values": [
            {"value": value, "sources": [told_by(teller(d)) for d in documents]} for value, documents in one.values
        ],
    }


def told_by(teller: Teller) -> str:
    """A source with the day it was published: "Defeat on Wheels (2 Sep 2017)"."""
    return f"{teller.name} ({short_day(teller.published)})" if teller.published else teller.name


def table_rows(found: Iterable[Disagreement], sources: Mapping[str, Source]) -> Iterable[tuple[str, ...]]:
    """The list as rows of text in `COLUMNS`, for a file."""
    for number, one in enumerate(found, 1):
        teller = teller_of(sources, one.claims)
        values = " | ".join(
            f"{value}: {'; '.join(told_by(teller(d)) for d in documents)}" for value, documents in one.values
        )
        yield (
            str(number), visible(one.event.title), when_label(one.event.when), one.title, one.statement,
            f"{one.size:.2f}", one.state, str(len(one.documents)), str(one.agreeing),
            values, one.event.id,
        )  # fmt: skip


def text_lines(found: Iterable[Disagreement], sources: Mapping[str, Source]) -> Iterable[str]:
    """The list as plain text to read or print: a paragraph each, every value with who gives it."""
    for number, one in enumerate(found, 1):
        teller = teller_of(sources, one.claims)
        yield _line(f"{number}. {one.title}. {one.statement}")
        yield _line(f"   {visible(one.event.title)} ({when_label(one.event.when)})")
        for value, documents in one.values:
            yield _line(f"     {value}: {'; '.join(told_by(teller(document)) for document in documents)}")
        yield f"   {one.agreement}; size {one.size:.2f}; event {visible(one.event.id)}\n\n"


def _line(text: str) -> str:
    return " ".join(text.split("\n")) + "\n"
