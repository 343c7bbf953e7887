"""A facet as the browser draws it: values with labels and counts, the chosen ones and those of the view first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from timeline_app.views.words.labels import ORIGINS, REVIEWS
from timeline_app.views.words.text import visible

_WORDS = {"review": REVIEWS, "origin": ORIGINS}
"""Our words for values that are words of the timeline file."""

MOST_VALUES = 1000
"""Values of one facet sent to the browser; rarer ones are found by the text search."""


def facet_group(
    name: str, values: Sequence[str], counts: Mapping[str, int], chosen: Collection[str], labels: Mapping[str, str]
) -> dict[str, Any]:
    """One facet.

    Args:
        name: its key in the link ("type").
        values: all there are, commonest first; their order stays, so that a row never jumps under the pointer.
        counts: events of each in the present view; a value missing there counts 0.
        chosen: the values filtered by.
        labels: words for values that are ids.

    Returns:
        `name`, `values` (`value`, `label`, `count`, `chosen`) and `more`, the number of values left out.
    """
    kept = [value for number, value in enumerate(values) if number < MOST_VALUES or value in chosen]
    rows = [
        {
            "value": value,
            "label": labels.get(value) or _WORDS.get(name, {}).get(value) or visible(value),
            "count": counts.get(value, 0),
            "chosen": value in chosen,
        }
        for value in kept
    ]
    return {"name": name, "values": rows, "more": len(values) - len(kept)}
