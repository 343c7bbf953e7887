"""Tables whose rows are reports."""

from pathlib import Path


def is_report_table(path: Path | str) -> bool:
    return False
