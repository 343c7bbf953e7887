"""Method and limits: how dates, places and events are read, what is not claimed, whose data is used."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.look import page_style
from timeline_app.model import EVENT_TYPES
from timeline_app.views import visible
from timeline_app.views.tasks.doubt import WEIGHT_WORDS, WEIGHTS

TEXT = """
### What you are looking at
Every event comes from words: a sentence of a document, or a row somebody entered by hand. Selecting an event
shows those words, the document they stand in, and how its date, its places and its numbers were read from them.
Nothing leaves this computer: no network, no outside service, no model.

### Dates
A date is an interval of calendar days without time zone. *Stated* dates stand in the text. *Relative* ones
("Wednesday", "last week") are reckoned from the publication date or from the date told before; the reason says
which. *Inherited* ones are carried on from the sentence before. Where the words give no date at all, the
publication date stands in, or the day before where the story opens with it, or a day of the last weeks that the story
has just told, hatched and marked as a guess; a filter
leaves such guesses out. A document without a publication date keeps its relative dates open. A month is never shown
as its first day. An uncertain date counts as *possibly inside* a range when it overlaps it, *certainly inside* when it
cannot lie elsewhere. Where sources contradict each other on the date, each of their dates may be the one: the event is
found by all of them, certainly by none, and the lanes join them with dots. In the strip above the lanes a bar is solid
up to the number of events that certainly lie in its days, and pale up to the number that may.

### Places
Names are looked up in a gazetteer on this computer, whatever their spelling. Each place has a radius within
which the truth may lie; wide ones are drawn as circles, never as a pin. What cannot be told apart is left open
and listed as without a place. Where a sentence names none, the story lends one: where it told its last deed, where it
tells of the same things ("the prison"), or, for its opening, where it tells of it further on. Such a place says so,
counts half and is listed for review. On articles its weights were not made from, 87 in 100 of the places handed on in
one of these ways, or from the sentence before, were where a reader puts them. The words as written are always kept
beside the place they were taken for.

### Events and sources
Sentences that report something become events; opinion, questions, reader comments, advertising and site
furniture do not. Reports of different documents are put together as one event when time, place, actors and
wording agree, or when they name one thing that was hit, one person who was taken or killed, one town that fell; a
denial joins the deed it denies. Each such judgement is recorded. Where the sources disagree, every value is kept
with its source, and what they cannot all be right on is said in the list.
Nothing is averaged.

### Review
The page Review brings the events read from documents in the order of their doubt, a number from 0 to 1: one minus the
product of (1 − weight) over all reasons for doubt. The weights below are our judgement, no probability. Whoever
accepts, rejects or cannot decide is kept with the time and the note; so is every word on what a name means.

Rules put few reports together, and some of those wrongly: an event's panel parts them. *Perhaps one happening* shows
what else may belong together, and joins nothing by itself. The likeness there adds up what both tell: kind, days,
places, words by their rarity, people, numbers. On articles its weights were not made from, one in six of the
pairs shown were one happening, and one in four of those above 0.5: look at them from the top and stop where it no
longer pays.

### By keyboard, and on paper
Tab leads to the map, the strip, the lanes and the list. In the list the arrow keys, Page Up, Page Down, Home and
End choose an event, which shows everywhere. On the map N and P go from place to place and say what is there, Enter
opens the events of that place one after the other, arrows move the map, plus and minus zoom. In the lanes plus and
minus zoom and arrows move; Escape on the strip clears the dates. Your browser's *Print* gives the view on paper:
what is shown and by which filter, the map, the timeline, every event, and the words behind the selected one.

### Limits
- English is read best. Sentences in other languages give dates and places at most.
- The rules read the surface of a sentence, not its meaning: irony, nested quotation and long sentences mislead
  them. Check before you publish.
- A claim shown here is what a source said, not what happened.
- Borders on the map are Natural Earth's, which draws de-facto boundaries; they are no statement about anyone's
  claims.
"""

_MEASURE = 820
"""Width of the text in pixels: lines of about a hundred letters can be read."""


def show() -> None:
    """The page."""
    page_style()
    st.markdown(TEXT, width=_MEASURE)
    st.subheader("Kinds of events")
    st.dataframe(
        [
            {
                "Type": kind.type,
                "Meaning": kind.meaning,
                "PLOVER": kind.plover,
                "ACLED": f"{kind.acled_event}: {kind.acled_sub_event}",
            }
            for kind in EVENT_TYPES.values()
        ],
        hide_index=True,
        height="content",
    )
    st.subheader("Reasons for doubt")
    reasons = [{"Reason": WEIGHT_WORDS[name], "Weight": weight} for name, weight in WEIGHTS.items()]
    st.dataframe(
        reasons, hide_index=True, height="content", width=_MEASURE,
        column_config={"Weight": st.column_config.NumberColumn(format="%.2f", width=70)},
    )  # fmt: skip
    st.subheader("Gazetteer and map data")
    st.dataframe(
        [
            {
                "Layer": layer.name,
                "Rows": layer.rows,
                "Date": layer.date,
                "Licence": layer.licence,
                "Source": visible(layer.source),
            }
            for layer in load.gazetteer().layers
        ],
        hide_index=True,
        column_config={"Rows": st.column_config.NumberColumn(format="localized")},
    )
    st.markdown("Basemap: Natural Earth (public domain); town names: GeoNames (CC BY 4.0).")
    st.subheader("What could not be read")
    problems = load.snapshot().timeline.problems
    if problems:
        st.dataframe([{"Problem": visible(str(problem))} for problem in problems], hide_index=True)
    else:
        st.text("Nothing: every file and row was read.")
