"""What a person said of names, applied to the mentions of a text and to the gazetteer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_app.geo.fold import plain_key
from timeline_app.geo.layers.table import COLUMNS
from timeline_app.model import Candidate, Place, PlaceCorrection, PlaceMention, guard_cell


def corrected(
    mentions: Iterable[PlaceMention], corrections: Sequence[PlaceCorrection], document: str
) -> list[PlaceMention]:
    """The mentions of a document as a person's words on their names have it.

    Args:
        mentions: in order, as found.
        corrections: all that were given; one on this document outweighs one on all.
        document: its id.

    A mention whose name is said to be no place is left out. One used as a demonym or within an
    organisation's name keeps its use: what a name means does not change how it is used.
    """
    said = _by_name(corrections, document)
    if not said:
        return list(mentions)
    answers = ((mention, said.get(plain_key(mention.text))) for mention in mentions)
    return [_heeding(mention, word) for mention, word in answers if word is None or word.verdict != "not a place"]


def places_said(corrections: Iterable[PlaceCorrection]) -> list[Place]:
    """The places that names were said to mean everywhere, each with those names as aliases.

    As a layer of the gazetteer they let new places and new spellings be found in texts.
    """
    found: dict[str, Place] = {}
    for correction in corrections:
        if correction.place is None or correction.document:
            continue
        place = found.get(correction.place.id, correction.place)
        known = {plain_key(name) for name in (place.name, *place.aliases, place.name_ar)}
        if plain_key(correction.name) not in known:
            place = replace(place, aliases=(*place.aliases, correction.name))
        found[correction.place.id] = place
    return list(found.values())


def gazetteer_rows(corrections: Iterable[PlaceCorrection]) -> str:
    """The same as a CSV table with the columns of `gazetteer.csv`, to be copied into it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for place in places_said(corrections):
        aliases = "|".join(alias.replace("|", " ") for alias in place.aliases)
        cells = (place.id, place.name, place.kind, place.country, place.admin1, place.lat, place.lon,
                 place.radius_km, aliases, place.name_ar, place.source)  # fmt: skip
        writer.writerow([guard_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def _by_name(corrections: Sequence[PlaceCorrection], document: str) -> dict[str, PlaceCorrection]:
    everywhere = {plain_key(said.name): said for said in corrections if not said.document}
    return everywhere | {plain_key(said.name): said for said in corrections if said.document == document}


def _heeding(mention: PlaceMention, said: PlaceCorrection | None) -> PlaceMention:
    if said is None:
        return mention
    who = f"{said.by or 'somebody'} said so" + (f": {said.why}" if said.why else "")
    if said.place is None:
        return replace(mention, place=None, reasons=(f"not identifiable, {who}",), status="rejected")
    others = tuple(candidate for candidate in mention.candidates if candidate.place.id != said.place.id)
    chosen = Candidate(said.place, 1.0, (who,))
    return replace(mention, place=said.place, candidates=(chosen, *others), reasons=(who,), status="confirmed")
