"""The table of all rules, one a row. At each word the longest match reads first; of equal ones the earlier row."""

from __future__ import annotations

from timeline_app.temporal.rules import (
    clocks,
    counted,
    days,
    months,
    named_days,
    parts_of_day,
    references,
    spans,
    told_before,
    units,
    weekdays,
    years,
)
from timeline_app.temporal.rules.macros import MACROS
from timeline_app.temporal.scene import Rule

__all__ = ["MACROS", "RULES"]

RULES: tuple[Rule, ...] = (
    *named_days.RULES,
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *weekdays.RULES,
    *parts_of_day.RULES,
    *units.RULES,
    *counted.RULES,
    *told_before.RULES,
    *references.RULES,
    *clocks.RULES,
    *spans.RULES,
)
