"""Review: the parsed events, most doubtful first, each with its words, its doubts and a person's verdict."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.components.into_view import into_view
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.correcting.correct import correct_event
from timeline_app.dashboard.correcting.corrected import corrected_by, evidence_of
from timeline_app.dashboard.correcting.judge import judge_event
from timeline_app.dashboard.look import page_style
from timeline_app.dashboard.reviewing.accept_many import accept_many
from timeline_app.dashboard.reviewing.at_hand import (
    CORRECTING,
    JUDGING,
    AtHand,
    at_hand,
    decide,
    go_on,
    go_to,
    note_verdicts,
    steps,
    told,
    undo_last,
)
from timeline_app.dashboard.reviewing.event_places import event_places
from timeline_app.dashboard.reviewing.keys import keys_switch, letter
from timeline_app.dashboard.reviewing.pairs import show_pairs
from timeline_app.dashboard.reviewing.review_scope import (
    EVENTS,
    MODE,
    PAIRS,
    follow,
    follow_pairs,
    scope_filter,
    show_everything,
    take_link,
)
from timeline_app.model import Event
from timeline_app.views import visible
from timeline_app.views.tasks.doubt import Weighed
from timeline_app.views.tasks.reviewing import Progress, Queue, Scope
from timeline_app.views.versions.past import moment_words
from timeline_app.views.words.labels import REVIEWS

_NOTE = "review_note"

_STYLE = """<style>
@media (min-width: 641px) {
  [data-testid="stLayoutWrapper"]:has(> .st-key-review_actions) { position: sticky; top: 3.75rem; z-index: 5;
    padding: 0.4rem 0; backdrop-filter: blur(18px); }
  .stApp [class*="st-key-into_view_"] { scroll-margin-top: 7.5rem; }
}
</style>"""


def show() -> None:
    """The page."""
    page_style()
    st.html(_STYLE)
    whole = load.kept()
    everything = load.queue(whole, Scope())
    if not everything.all:
        _nothing_to_review(whole)
        return
    linked = take_link(everything, whole)
    if linked is not None:
        go_to(linked)
    address.show_ignored("review")
    if _mode(whole) == PAIRS:
        follow_pairs()
        show_pairs(whole)
        return
    progress, which = st.columns([5, 1.3], vertical_alignment="bottom")
    with which:
        scope = scope_filter(everything, whole)
    queue = load.queue(whole, scope)
    with progress:
        _progress(everything, queue, scope)
    accept_many(everything, whole)
    held = at_hand(queue, scope)
    follow(scope, None if held is None else held.event.id)
    note_verdicts()
    line = told()
    if line:
        st.text(visible(line))
    if held is None:
        _all_done(queue)
    else:
        _actions(held, queue)
        _event(held, queue, whole)


def _mode(whole: load.Kept) -> str | None:
    """What is reviewed: the events, or pairs of them; how many pairs there are is told where that costs nothing."""
    found = load.proposals_at_once(whole)
    names = {EVENTS: "Events", PAIRS: "Perhaps one happening" + ("" if found is None else f" ({len(found):,})")}
    st.session_state.setdefault(MODE, EVENTS)
    return st.segmented_control(
        "What to review", list(names), key=MODE, format_func=names.__getitem__, label_visibility="collapsed",
        required=True, persist_state="session",
    )  # fmt: skip


# -- how far one is -------------------------------------------------------------------------------


def _progress(everything: Queue, queue: Queue, scope: Scope) -> None:
    done = Progress.of(everything.all)
    st.progress(done.share)
    st.text(visible(f"{done.line}."))
    if not scope.is_everything:
        st.text(visible(f"Of those chosen: {Progress.of(queue.all).line}."))


def _nothing_to_review(whole: load.Kept) -> None:
    """No event was read from a document: what to do first."""
    from timeline_app.dashboard.navigation import pages  # it imports this page

    st.subheader("Nothing to review")
    if whole.timeline.events:
        st.text("All events were entered by hand. Events read from documents stand here, the most doubtful first.")
    else:
        st.text("When documents are kept, the events read from them stand here, the most doubtful first.")
    with st.container(horizontal=True):
        if st.button("Add documents", type="primary"):
            st.switch_page(pages()["documents"])
        if whole.timeline.events and st.button("Look at the events"):
            st.switch_page(pages()["explore"])


def _all_done(queue: Queue) -> None:
    """Nothing waits: in this scope, or at all."""
    from timeline_app.dashboard.navigation import pages

    if not queue.all:
        st.subheader("No event fits this choice")
        st.button("Show all", on_click=show_everything, key="show_all_again", type="primary")
        return
    st.subheader("Everything here is reviewed")
    st.text("Choose other events above, look back through these, or see the timeline as it now stands.")
    with st.container(horizontal=True):
        if st.button("See the timeline", type="primary"):
            st.switch_page(pages()["explore"])
        st.button("Look through them again", on_click=go_to, args=(queue.all[0].event.id,))
        _undo(None)


# -- what can be done -----------------------------------------------------------------------------


def _actions(held: AtHand, queue: Queue) -> None:
    """The verdicts and the ways through the queue; always at the same place, each with its key."""
    event, before = held.event, queue.before(held.spot)
    following = queue.following(held.spot)
    with st.container(key="review_actions", horizontal=True, vertical_alignment="center"):
        verdicts: tuple[tuple[str, str, str, Literal["primary", "secondary"]], ...] = (
            ("Accept", "accepted", "A", "primary"), ("Reject", "rejected", "X", "secondary"),
            ("Not sure", "unsure", "U", "secondary"),
        )  # fmt: skip
        for label, status, key, look in verdicts:
            st.button(
                label, type=look, shortcut=letter(key), key=f"review_{status}",
                disabled=event.review.status == status, on_click=_decide, args=(event.id, status),
            )  # fmt: skip
        if event.review.status != "draft":
            st.button("Take back", key="review_draft", on_click=_decide, args=(event.id, "draft"))
        st.button(
            "Previous", shortcut=letter("P"), disabled=before is None, key="review_before",
            on_click=go_to, args=(before.event.id if before else "",),
        )  # fmt: skip
        alone = following is None or following.event.id == event.id
        st.button("Next", shortcut=letter("N"), disabled=alone, key="review_next", on_click=go_on)
        st.button("Edit", shortcut=letter("E"), key="review_edit", on_click=_open, args=(CORRECTING,))
        st.button("Merge or split", shortcut=letter("M"), key="review_merge", on_click=_open, args=(JUDGING,))
        _undo("Z")
        keys_switch()


def _undo(pressed_by: str | None) -> None:
    done = steps()
    st.button(
        "Undo",
        shortcut=letter(pressed_by) if pressed_by else None,
        disabled=not done,
        key="review_undo",
        on_click=undo_last,
        help=f"Takes back the last step: {done[-1].told}" if done else "Nothing to take back yet",
    )


def _decide(event_id: str, status: Literal["draft", "accepted", "rejected", "unsure"]) -> None:
    decide(status, st.session_state.get(f"{_NOTE}_{event_id}", ""))


def _open(panel: str) -> None:
    st.session_state[panel] = not st.session_state.get(panel, False)


# -- the event at hand ----------------------------------------------------------------------------


def _event(held: AtHand, queue: Queue, whole: load.Kept) -> None:
    event = held.event
    for news in held.news:
        st.text(visible(f"⚠ {news}"))
    _doubts(event.id, queue)
    words, verdict = st.columns([58, 42], gap="medium")
    with words:
        reader(event=evidence_of(event, whole), key="review_reader", from_top=True)
        _panel(JUDGING)
        judge_event(event, whole, JUDGING)
        _panel(CORRECTING)
        correct_event(event, CORRECTING)
    with verdict:
        _review_line(event)
        st.text_input("Note (kept with your verdict)", key=f"{_NOTE}_{event.id}", max_chars=500)
        event_places(event)


def _panel(name: str) -> None:
    """Where a panel begins: its button, or its key, may be pressed where it is out of sight."""
    into_view(name, "open" if st.session_state.get(name) else "")


def _doubts(event_id: str, queue: Queue) -> None:
    """Why it stands where it stands."""
    one: Weighed | None = queue.by_id.get(event_id)
    if one is None:
        st.text("This event is no longer among those you chose.")
        return
    lines = [f"• {doubt.reason[:1].upper()}{doubt.reason[1:]}" for doubt in one.doubts]
    at = f"Event {queue.number(event_id):,} of {len(queue.all):,}, doubt {one.score:.2f} of 1"
    st.text("\n".join([at, *(lines or ["Nothing speaks against it; its words are still worth a look."])]))


def _review_line(event: Event) -> None:
    review, corrector = event.review, corrected_by(event.id)
    corrected = f". Corrected by {corrector}" if corrector else ""
    told_by = f" by {review.by}" if review.by else ""
    at = f", {moment_words(review.at, st.context.timezone)}" if review.at else ""
    note = f": {review.note}" if review.note else ""
    st.text(visible(f"{REVIEWS[review.status]}{told_by}{at}{note}{corrected}"))
