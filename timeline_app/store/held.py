"""What rows hold besides events: documents, sources, descriptions, verdicts and problems."""

from __future__ import annotations

import json
from collections.abc import Iterable

from timeline_app.errors import StoreError
from timeline_app.model import (
    Description,
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    Problem,
    Source,
    description_from_wire,
    judgement_from_wire,
    problem_from_wire,
    source_from_wire,
)
from timeline_app.store.reading import document_from_wire
from timeline_app.store.rows import Item, Rows


def document_item(rows: Rows, document_id: str) -> Item:
    """The row of a document that is here.

    Raises:
        StoreError: there is none.
    """
    item = rows.item("document", document_id)
    if item is None or item.removed:
        raise StoreError(f"no document {document_id!r} in this store")
    return item


def descriptions(rows: Rows) -> dict[str, Description]:
    """What persons said of sources, by the id of each."""
    items = (item for item in rows.items("description") if not item.removed)
    return {item.key: description_from_wire(item.body["wire"]) for item in items}


def documents_as_read(rows: Rows) -> list[Document]:
    """The documents without what persons said of them."""
    return [document_from_wire(item.body) for item in rows.items("document") if not item.removed]


def documents(rows: Rows) -> list[Document]:
    """The documents as persons described them."""
    said = descriptions(rows)
    documents = documents_as_read(rows)
    return [said[document.id].of_document(document) if document.id in said else document for document in documents]


def sources(rows: Rows) -> tuple[Source, ...]:
    """Descriptions of all sources, whether their text is here or not."""
    return sources_of(rows, documents(rows), descriptions(rows))


def sources_of(rows: Rows, documents: Iterable[Document], said: dict[str, Description]) -> tuple[Source, ...]:
    """Of a document that is here too, its own description counts."""
    imported = (source_from_wire(item.body) for item in rows.items("source") if not item.removed)
    described = {source.id: source for source in map(Source.of, documents)}
    others = (said[s.id].of_source(s) if s.id in said else s for s in imported if s.id not in described)
    return tuple((described | {source.id: source for source in others}).values())


def problems(rows: Rows) -> tuple[Problem, ...]:
    """Those handed in and the documents' own, each once; not those of removed documents."""
    items = list(rows.items("document"))
    here = {item.body["name"] for item in items if not item.removed}
    gone = {item.body["name"] for item in items if item.removed} - here
    own = [problem for item in items if not item.removed for problem in item.body["problems"]]
    handed_in = [item.body for item in rows.items("problem") if not item.removed]
    every = (problem_from_wire(wire) for wire in (*handed_in, *own) if wire["source"] not in gone)
    return tuple(dict.fromkeys(every))


def judgements(rows: Rows) -> tuple[Judgement, ...]:
    """Every verdict, reckoned or given."""
    return tuple(judgement_from_wire(item.body["wire"]) for item in rows.items("judgement") if not item.removed)


def still_so(judgements: Iterable[Judgement], events: Iterable[Event]) -> tuple[Judgement, ...]:
    """The verdicts without reckoned ones that later merging came to see otherwise."""
    at = {report.id: number for number, event in enumerate(events) for report in event.reports}
    return tuple(
        judgement
        for judgement in judgements
        if not judgement.is_by_rule or len({at.get(report, report) for report in judgement.reports}) == 1
    )


def standing(rows: Rows) -> tuple[Judgement, ...]:
    """The same, asking only after the reports that reckoned verdicts are on."""
    every = judgements(rows)
    holders = rows.holders({report for judgement in every if judgement.is_by_rule for report in judgement.reports})
    return tuple(
        judgement
        for judgement in every
        if not judgement.is_by_rule
        or len({holders[report][-1] if report in holders else report for report in judgement.reports}) == 1
    )


def pair_key(judgement: Judgement) -> str:
    """The key of a verdict: the reports it is on, in no order."""
    return json.dumps(sorted(judgement.reports), ensure_ascii=False)


def name_key(correction: PlaceCorrection) -> str:
    """The key of what is said of a name, in one document or everywhere."""
    return json.dumps([" ".join(correction.name.casefold().split()), correction.document], ensure_ascii=False)
