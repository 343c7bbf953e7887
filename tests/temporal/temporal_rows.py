"""Our own rows for time expressions: `rows/PHENOMENON.tsv`, read by the tests and by the floors of `benchmarks/temporal.py`.

Columns: published (empty: unknown), sentence, mentions, remark, and optionally why the row is expected to fail.
Mentions are parted by " ; ", each "words = TYPE value = EDTF", where "-" for EDTF says that there is no interval.
Unseen characters are written as `\\u200b`, line breaks as `\\n`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline_app.temporal import find_dates

FOLDER = Path(__file__).parent / "rows"


@dataclass(frozen=True)
class Row:
    """One sentence and what a careful reader reads in it."""

    phenomenon: str
    published: date | None
    sentence: str
    mentions: tuple[str, ...]
    remark: str
    fails_because: str

    def found(self) -> tuple[str, ...]:
        """What `find_dates` reads, in the words of the column "mentions"."""
        return tuple(
            f"{m.text} = {m.timex_type} {m.timex_value} = {m.when.edtf if m.when else '-'}"
            for m in find_dates(self.sentence, self.published)
        )


def read_rows() -> list[Row]:
    """All rows of all files, in the order of their names."""
    return [
        _row(path.stem, line)
        for path in sorted(FOLDER.glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _row(phenomenon: str, line: str) -> Row:
    published, sentence, mentions, remark, *fails = (_unescape(cell) for cell in line.split("\t"))
    return Row(
        phenomenon,
        date.fromisoformat(published) if published else None,
        sentence,
        tuple(mentions.split(" ; ")) if mentions else (),
        remark,
        fails[0] if fails else "",
    )


def _unescape(cell: str) -> str:
    plain = cell.replace("\\n", "\n")
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), plain)
