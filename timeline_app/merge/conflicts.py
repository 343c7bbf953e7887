"""On what the reports of one event disagree: dates, places, numbers and whether it happened at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from timeline_app.model import Conflict, ConflictValue, Quantity, Report


def find_conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """The fields on which at least two documents give different values; agreeing ones are left out."""
    found = [
        _field(
            "when",
            reports,
            lambda report: [] if report.when is None or report.when.basis == "publication" else [report.when.edtf],
        ),
        _field(
            "where", reports, lambda report: [w.name or w.text for w in report.where if w.role in ("at", "near")][:1]
        ),
        _field("modality", reports, lambda report: [report.modality]),
        *(_quantity(what, reports) for what in _shared_things(reports)),
    ]
    return tuple(conflict for conflict in found if conflict is not None)


def _field(name: str, reports: Sequence[Report], values: Callable[[Report], Iterable[str]]) -> Conflict | None:
    told: dict[str, list[str]] = {}
    for report in reports:
        for value in values(report):
            told.setdefault(value, []).append(report.document)
    documents = {document for several in told.values() for document in several}
    if len(told) < 2 or len(documents) < 2:
        return None
    return Conflict(name, tuple(ConflictValue(value, tuple(dict.fromkeys(docs))) for value, docs in told.items()))


def _shared_things(reports: Sequence[Report]) -> list[str]:
    """The head words counted by reports of at least two documents, in the order told."""
    documents: dict[str, set[str]] = {}
    for report in reports:
        for quantity in report.quantities:
            documents.setdefault(_head(quantity), set()).add(report.document)
    return [what for what, sources in documents.items() if len(sources) > 1]


def _head(quantity: Quantity) -> str:
    """The counted noun: the last word, in the singular as far as an "s" goes."""
    return quantity.what.split()[-1].lower().removesuffix("s")


def _quantity(what: str, reports: Sequence[Report]) -> Conflict | None:
    name = next(q.what for report in reports for q in report.quantities if _head(q) == what)
    return _field(f"quantity: {name}", reports, lambda report: [q.text for q in report.quantities if _head(q) == what])


def are_compatible(conflict: Conflict, reports: Sequence[Report]) -> bool:
    """Whether all values can be true at once: bounds of numbers or days that share something.

    "about 300" and "308" can, and "August 2017" and "28 August"; places and modalities that differ cannot be
    told so.
    """
    if conflict.field == "when":
        days = [r.when for r in reports if r.when is not None and r.when.basis != "publication"]
        return bool(days) and max(when.earliest for when in days) <= min(when.latest for when in days)
    if not conflict.field.startswith("quantity: "):
        return False
    texts = {value.value for value in conflict.values}
    counts = [count for report in reports for count in report.quantities if count.text in texts]
    lows = [count.low if count.low is not None else float("-inf") for count in counts]
    highs = [count.high if count.high is not None else float("inf") for count in counts]
    return bool(counts) and max(lows) <= min(highs)
