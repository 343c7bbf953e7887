"""What handing in events makes of the events already kept: refresh, merge, split, let go.

Pure: records in, records out. The rules are told in `contract.Store.add`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.model import is_added
from timeline_app.store.record import EVIDENCE, Record, Wire


@dataclass(frozen=True, slots=True)
class Step:
    """One record's change; `before` is None where the id was unknown."""

    what: str
    before: Record | None
    after: Record


@dataclass(slots=True)
class Plan:
    """What is to be done, and what became of each event handed in."""

    steps: list[Step] = field(default_factory=list)
    new: int = 0
    updated: int = 0
    unchanged: int = 0


def report_key(report: Wire) -> str:
    """What tells reports apart: the id, or the words' place where a file gives none."""
    key: str = report["id"]
    return key or f"{report['document']}\x1f{report['start']}\x1f{report['end']}\x1f{report['quote']}"


def reconcile(
    wires: Iterable[Wire],
    stored: Mapping[str, Record],
    holders: Mapping[str, Sequence[str]],
    read_again: Collection[str] = (),
) -> Plan:
    """The steps that bring the kept events up to what is handed in.

    Args:
        wires: the events as handed in.
        stored: the records with the ids of `wires`, those they redirect to, those of `holders`,
            and all that have a report of a document in `read_again`.
        holders: ids of the kept events that hold a report, by the report's key, oldest first.
        read_again: documents handed in again.
    """
    return _Reconciler(_by_id(wires), stored, holders, read_again).plan()


def _by_id(wires: Iterable[Wire]) -> dict[str, Wire]:
    """Wires by id; two events of one id become one with the reports of both."""
    found: dict[str, Wire] = {}
    for wire in wires:
        earlier = found.get(wire["id"], wire)
        both = wire["reports"] if earlier is wire else _union(earlier["reports"], wire["reports"])
        found[wire["id"]] = {**wire, "reports": both}
    return found


def _as_reviewed(wire: Wire, record: Record) -> Wire:
    """The incoming wire with the review given here, which nothing handed in changes."""
    return wire if record.review is None else {**wire, "review": record.review}


def _edits_beside(parsed: Wire, record: Record) -> Wire:
    """The edits; of an event made by hand only what differs from the form now handed in."""
    if record.parsed is not None:
        return record.edits
    return {k: v for k, v in record.edits.items() if v != parsed[k] and k not in EVIDENCE}


def _union(first: Iterable[Wire], second: Iterable[Wire]) -> list[Wire]:
    """Reports of both, each once, in order; the second's word counts."""
    return list(({report_key(r): r for r in first} | {report_key(r): r for r in second}).values())


class _Reconciler:
    def __init__(
        self,
        wires: dict[str, Wire],
        stored: Mapping[str, Record],
        holders: Mapping[str, Sequence[str]],
        read_again: Collection[str],
    ) -> None:
        self._wires = wires
        self._stored = stored
        self._holders = holders
        self._now: dict[str, Record] = {}
        self._what: dict[str, str] = {}
        told = {report["document"] for wire in wires.values() for report in wire["reports"]}
        self._read_again = told & set(read_again)
        self._incoming = {report_key(report) for wire in wires.values() for report in wire["reports"]}
        self._targets: dict[str, str] = {}

    def plan(self) -> Plan:
        plan = Plan()
        self._targets = self._find_targets()
        claims = self._claims()
        for id_, target in self._targets.items():
            self._count(plan, self._take(id_, target, claims))
        self._release(claims)
        plan.steps += [Step(self._what[id_], self._stored.get(id_), record) for id_, record in self._now.items()]
        return plan

    # -- which kept event each incoming one is ------------------------------------------------

    def _find_targets(self) -> dict[str, str]:
        """The kept id of each incoming event.

        A kept event is split between two incoming ones only when they account for all its reports:
        who hands in one document again has not seen what the others said to bring them together.
        """
        targets = {id_: id_ for id_ in self._wires if self._is_own(id_)}
        taken = set(targets.values())
        for id_, wire in self._wires.items():
            if id_ not in targets:
                may_be = (kept for kept in self._kept_for(id_, wire) if self._may_take(kept, taken))
                targets[id_] = next(may_be, id_)
                taken.add(targets[id_])
        return {id_: targets[id_] for id_ in self._wires}

    def _may_take(self, kept: str, taken: Collection[str]) -> bool:
        if kept not in taken:
            return True
        record = self._stored.get(kept)
        return record is not None and record.live and not all(map(self._accounted_for, record.told))

    def _accounted_for(self, report: Wire) -> bool:
        return report_key(report) in self._incoming or report["document"] in self._read_again

    def _is_own(self, id_: str) -> bool:
        record = self._stored.get(id_)
        return record is not None and not record.redirect

    def _kept_for(self, id_: str, wire: Wire) -> Iterable[str]:
        """Kept events the incoming one may be, likeliest first."""
        if id_ in self._stored:
            yield self._end_of(id_)
        holders = {holder for r in wire["reports"] for holder in self._holders.get(report_key(r), ())}
        yield from (kept for kept in self._stored if kept in holders)

    def _end_of(self, id_: str) -> str:
        seen: set[str] = set()
        while (record := self._stored.get(id_)) is not None and record.redirect and id_ not in seen:
            seen.add(id_)
            id_ = record.redirect
        return id_

    def _claims(self) -> dict[str, str]:
        """Which kept or new event newly claims each report; one it already holds is no new claim."""
        claims: dict[str, str] = {}
        for id_, target in self._targets.items():
            for report in self._wires[id_]["reports"]:
                key = report_key(report)
                if target not in self._holders.get(key, ()):
                    claims[key] = target
        return claims

    # -- the incoming events ------------------------------------------------------------------

    def _take(self, id_: str, target: str, claims: Mapping[str, str]) -> str:
        """Bring the kept event up to the incoming one; what that was: new, updated or unchanged."""
        wire, before = self._wires[id_], self._now.get(target) or self._stored.get(target)
        if target != id_ and not self._is_found_by_report(id_, target):
            self._redirect(id_, target)
        if before is None:
            self._put("added", Record(target, {**wire, "id": target}))
            return "new"
        wire = {**wire, "id": target}
        if before.live and _as_reviewed(wire, before) == before.wire:
            return "unchanged"
        parsed = self._refreshed(before, wire, claims)
        edits = edits_left(_edits_beside(parsed, before), before.told, parsed["reports"])
        after = before.with_(parsed=parsed, edits=edits, redirect="", removed=False)
        if before.redirect:
            self._disinherit(before)
        if after == before:
            return "unchanged"
        self._put(self._word_for(before), after)
        return "updated" if before.live else "new"

    def _is_found_by_report(self, id_: str, target: str) -> bool:
        """Whether an id never kept leads to the event anyway, being the id of a report it holds."""
        return id_ not in self._stored and target in self._holders.get(id_, ())

    @staticmethod
    def _word_for(before: Record) -> str:
        if before.redirect:
            return "split"
        return "restored" if before.removed else "parsed again"

    def _refreshed(self, before: Record, wire: Wire, claims: Mapping[str, str]) -> Wire:
        """The extracted form after handing `wire` in for a kept event."""
        told = before.parsed or before.edits
        if not before.live:
            return wire
        given = {report_key(report) for report in wire["reports"]}
        staying = {
            key
            for key, report in zip(map(report_key, before.told), before.told, strict=True)
            if key not in given and self._stays(before, report, claims)
        }
        if not staying:
            return wire
        left = without_reports(told, lambda report: report_key(report) in staying | given)
        return {**left, "reports": _union(left["reports"], wire["reports"])}

    def _stays(self, record: Record, report: Wire, claims: Mapping[str, str]) -> bool:
        if claims.get(report_key(report), record.id) != record.id:
            return False
        if report_key(report) in self._incoming:
            return True
        return record.touched or report["document"] not in self._read_again

    # -- the kept events nobody handed in -----------------------------------------------------

    def _release(self, claims: Mapping[str, str]) -> None:
        """Take from the other kept events what is claimed elsewhere or is not told any more."""
        addressed = set(self._targets.values())
        for record in self._stored.values():
            if record.id not in addressed and record.live and record.parsed is not None:
                staying = [r for r in record.parsed["reports"] if self._stays(record, r, claims)]
                self._let_go(record, staying, claims)

    def _let_go(self, record: Record, staying: list[Wire], claims: Mapping[str, str]) -> None:
        if record.parsed is None or len(staying) == len(record.parsed["reports"]):
            return
        kept = {report_key(report) for report in staying}
        if staying:
            parsed = without_reports(record.parsed, lambda report: report_key(report) in kept)
            self._put("split", record.with_(parsed=parsed, edits=edits_left(record.edits, record.told, staying)))
            return
        heirs = (claims[key] for key in map(report_key, record.parsed["reports"]) if key in claims)
        heir = next(heirs, None)
        if heir is None:
            self._put("not told any more", record.with_(removed=True))
        else:
            self._redirect(record.id, heir)
            self._inherit(record, heir)

    def _inherit(self, record: Record, heir: str) -> None:
        """A person's work on a merged event goes on, unless they worked on the heir too."""
        kept = self._now.get(heir) or self._stored[heir]
        after = kept
        if record.touched and not kept.touched:
            own = record.edits.get("reports")
            own = {} if own is None else {"reports": _union(kept.own_reports, own)}
            after = kept.with_(edits={**record.edits, **own}, review=record.review)
        after = _with_sources(after, [] if record.parsed is None else record.edits.get("reports", []))
        if after != kept:
            self._put(self._what.get(heir, "merged"), after)

    def _disinherit(self, record: Record) -> None:
        """An event split off takes the work that went over from it when it was merged."""
        heir = self._end_of(record.id)
        kept = self._now.get(heir) or self._stored.get(heir)
        if kept is None or not record.touched:
            return
        if (kept.edits, kept.review) == (record.edits, record.review):
            self._put("split", kept.with_(edits={}, review=None))
            return
        gone = {report["id"] for report in record.edits.get("reports", []) if is_added(report["id"])}
        own = kept.edits.get("reports", [])
        left = [report for report in own if report["id"] not in gone]
        if len(left) < len(own):
            self._put("split", kept.with_(edits={**kept.edits, "reports": left}))

    # -- writing down -------------------------------------------------------------------------

    def _redirect(self, id_: str, target: str) -> None:
        before = self._stored.get(id_) or Record(id_)
        if before.redirect != target:
            self._put("merged", before.with_(redirect=target))

    def _put(self, what: str, record: Record) -> None:
        self._what.setdefault(record.id, what)
        self._now[record.id] = record

    @staticmethod
    def _count(plan: Plan, became: str) -> None:
        setattr(plan, became, getattr(plan, became) + 1)


def _with_sources(kept: Record, more: list[Wire]) -> Record:
    """An event with the sources a person added to another one that was merged into it."""
    held = {report["id"] for report in kept.reports}
    fresh = [report for report in more if is_added(report["id"]) and report["id"] not in held]
    if not fresh:
        return kept
    own = kept.edits["reports"] if kept.parsed is None else kept.own_reports
    return kept.with_(edits={**kept.edits, "reports": [*own, *fresh]})


def without_reports(wire: Wire, stays: Callable[[Wire], bool]) -> Wire:
    """An event that lost reports, and with them what only those claimed.

    Args:
        wire: the event.
        stays: whether a report (a wire) stays.
    """
    staying = [report for report in wire["reports"] if stays(report)]
    gone = [report for report in wire["reports"] if not stays(report)]
    documents = {report["document"] for report in staying}
    return {
        **wire,
        "reports": staying,
        "when": _when_left(wire["when"], gone, staying),
        **{name: _claims_left(wire, name, gone, staying) for name in _CLAIMED},
        "conflicts": [left for each in wire["conflicts"] if (left := _conflict_left(each, documents))],
    }


def _when_left(when: Wire | None, gone: list[Wire], staying: list[Wire]) -> Wire | None:
    """The date, unless only a report that is gone gave it: then the first that is left."""
    left = [report["when"] for report in staying if report["when"] is not None]
    if when is None or when in left or when not in [report["when"] for report in gone]:
        return when
    return left[0] if left else None


def edits_left(edits: Wire, before: Iterable[Wire], after: Iterable[Wire]) -> Wire:
    """A person's version of an event that lost reports, without what only those claimed."""
    staying = {report_key(report): report for report in after}
    gone = [report for report in before if report_key(report) not in staying]
    names = [name for name in _CLAIMED if name in edits]
    return {**edits, **{name: _claims_left(edits, name, gone, list(staying.values())) for name in names}}


_CLAIMED = ("where", "actors", "quantities")


def _claims_left(wire: Wire, name: str, gone: list[Wire], staying: list[Wire]) -> list[Wire]:
    lost = [claim for report in gone for claim in report[name]]
    left = [_about(claim) for report in staying for claim in report[name]]
    return [claim for claim in wire[name] if claim not in lost or _about(claim) in left]


def _about(claim: Wire) -> object:
    """What two claims have in common that say the same: two sources reach one place for reasons of their own."""
    if "place_id" not in claim:
        return claim
    return claim["role"], claim["place_id"] or claim["text"].casefold()


def _conflict_left(conflict: Wire, documents: set[str]) -> Wire | None:
    """The disagreement among the documents that are left, None when they agree."""
    values = [
        {**value, "documents": told}
        for value in conflict["values"]
        if (told := [document for document in value["documents"] if document in documents])
    ]
    return {**conflict, "values": values} if len(values) > 1 else None
