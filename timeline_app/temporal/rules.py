"""The table of all rules. At each word the longest match reads first; of equal ones the earlier row."""

from __future__ import annotations

from timeline_app.temporal import absolute, clocks, named_days, relative, spans
from timeline_app.temporal.scene import Rule

MACROS: dict[str, str] = {**absolute.MACROS, **relative.MACROS, **clocks.MACROS}
RULES: tuple[Rule, ...] = (
    *named_days.RULES,
    *absolute.RULES,
    *relative.RULES,
    *clocks.RULES,
    *spans.RULES,
)
