"""What relative dates are reckoned from, as a value that can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline_app.model import Precision
from timeline_app.temporal import say

_A_DEKAD = 11
"""Days of the longest third of a month."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The dates in force at one point of a text.

    Attributes:
        published: the day "today" means: of publication, or of the dateline, if known.
        day_name: what that day is called where something is reckoned from it.
        narrative: whether the text tells a story of other years (a history), so that a bare month or
            day belongs to the year told last and not to the year of publication.
        first, last: first and last day of the date told last.
        precision: its unit.
        sentence: number of the sentence it stood in.
        year_stated: whether a year stood in it, or in the one it was reckoned from.
        bc: whether the years run before Christ.
        day: the last single day that was told.
        beside: the last single day mentioned, were it only told beside the story ("had seized the town on May 8").
        beside_sentence: number of the sentence it stood in.
        beside_named: whether its words name a day; "since May" names the month only.
        opens: whether the date told last opened its sentence: the story goes on from it.
        background: first and last day of the last stated date that was only looked back to ("had left in May 2015").
        background_sentence: number of the sentence it stood in.
    """

    published: date | None = None
    day_name: str = say.PUBLICATION
    narrative: bool = False
    first: date | None = None
    last: date | None = None
    precision: Precision = "day"
    sentence: int = -1
    year_stated: bool = False
    bc: bool = False
    day: date | None = None
    beside: date | None = None
    beside_sentence: int = -1
    beside_named: bool = True
    opens: bool = False
    background: tuple[date, date] | None = None
    background_sentence: int = -1

    @property
    def retells(self) -> bool:
        """Whether "Wednesday" and "last year" belong to the story and not to the day of writing.

        Only a text known to be written in other years than it tells of: without a publication date
        nobody knows, and nothing is reckoned.
        """
        return self.narrative and self.published is not None

    @property
    def told_day(self) -> date | None:
        """The day told last, when it was a single day."""
        return self.first if self.first is not None and self.first == self.last else None

    @property
    def month_in_force(self) -> tuple[int, int] | None:
        """Year and month told last, when at least the month was told."""
        if self.first and self.last and (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return self.first.year, self.first.month
        return None

    @property
    def year_in_force(self) -> int | None:
        """The year told last."""
        return self.first.year if self.first else None

    def told(
        self, first: date, last: date, precision: Precision, sentence: int, stated: bool, *, opens: bool = False
    ) -> Anchors:
        """The anchors after a further date was told, which opens its sentence or does not."""
        return replace(
            self,
            first=first,
            last=last,
            precision=precision,
            sentence=sentence,
            year_stated=stated,
            bc=False,
            day=first if first == last else self.day,
            opens=opens,
        )

    @property
    def looked_back_to(self) -> Anchors | None:
        """The same as if the date only looked back to had been told; None where there was none."""
        if self.background is None:
            return None
        first, last = self.background
        return replace(
            self, first=first, last=last, precision="range", sentence=self.background_sentence, year_stated=True
        )

    @property
    def before_aside(self) -> Anchors:
        """The same without a month or year told since that the story only looked back to: "abducted in August 2014"."""
        if self.day is None or self.first is None or self.last is None or self.first > self.day:
            return self
        days = (self.last - self.first).days + 1
        if days == 1 or (self.opens and days <= _A_DEKAD):  # "In early September they fought on. Days later, they won"
            return self
        return replace(self, first=self.day, last=self.day, precision="day")
