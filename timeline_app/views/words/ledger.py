"""Where every event went: counts that add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every event counted once, in this order, so that the parts add up to the total.

    Attributes:
        total: all events.
        rejected: rejected by a person and not asked for.
        filtered: left out by the filter.
        undated: kept, without a date (with or without a place).
        unplaced: kept, dated, without a place on the map.
        shown: kept, dated and placed.
        certain, possible: of the events that pass every other part of the filter, those that happened
            certainly within its date range, and those that may have (the certain ones among them).
            They stand beside the sum.

    Raises:
        ValueError: when the parts do not add up.
    """

    total: int
    rejected: int = 0
    filtered: int = 0
    undated: int = 0
    unplaced: int = 0
    shown: int = 0
    certain: int = 0
    possible: int = 0

    def __post_init__(self) -> None:
        if self.rejected + self.filtered + self.kept != self.total:
            raise ValueError(f"the parts of the ledger do not add up to {self.total}: {self}")

    @property
    def kept(self) -> int:
        """Events that pass the filter: what a list or an export of the view holds."""
        return self.undated + self.unplaced + self.shown
