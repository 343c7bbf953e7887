"""What could not be read or resolved, and why: counted and shown, never dropped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one item; the rest of its file goes on.

    Attributes:
        source: the file or document it belongs to, as the user knows it.
        row: line of a table (1 is the header), or None.
        what: the fault, with the value.
        likely: the probable mistake, or "".
    """

    source: str
    row: int | None
    what: str
    likely: str = ""

    def __str__(self) -> str:
        where = self.source if self.row is None else f"{self.source}, row {self.row}"
        return f"{where}: {self.what}" + (f" (likely mistake: {self.likely})" if self.likely else "")
