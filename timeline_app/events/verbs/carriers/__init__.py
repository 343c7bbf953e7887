"""Which word beside a verb carries the type of what it tells: one rule for each class of verbs in `kinds.toml`.

A rule gives an event type, or None where nothing beside the verb says so.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.events.verbs.carriers import arms, crowds, deeds, harm, holding, movement, talking
from timeline_app.events.verbs.carriers.told import Told

CARRIERS: dict[str, Callable[[Told], str | None]] = {
    **harm.RULES,
    **deeds.RULES,
    **arms.RULES,
    **movement.RULES,
    **holding.RULES,
    **crowds.RULES,
    **talking.RULES,
}
"""The rule of each class."""
