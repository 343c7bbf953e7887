"""History: every change with who, when and why; what was before and after; and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.address import Part
from timeline_app.dashboard.chosen import open_in_explore
from timeline_app.dashboard.components.into_view import into_view
from timeline_app.dashboard.look import page_style, table_height
from timeline_app.dashboard.notice import blocked_by, show_notice, undo_step
from timeline_app.errors import StoreError
from timeline_app.export.history_table import write_history
from timeline_app.store import Change, HistoryPage, HistoryQuery
from timeline_app.views import visible
from timeline_app.views.versions.differing import NOTHING, Differing
from timeline_app.views.versions.past import (
    DEEDS,
    KINDS,
    NOBODY,
    change_line,
    change_rows,
    change_title,
    deed,
    moment_words,
    step_line,
    tally_line,
    why_words,
)

PAGE = 50
_MOST_CHANGES = 500  # changes of one step listed
_ANYONE, _ANYTHING, _ALL_KINDS = "Everyone", "Anything", "Everything"
_ITEM, _OPEN, _FROM, _ROUND = "history_item", "history_open", "history_from", "history_round"
START, STEP = "start", "step"
"""Parameters of the address: number of the first step shown; the open step, which a tick or a link opens."""
_FILTERS = ("history_who", "history_what", "history_kind", "history_text")


def show() -> None:
    """The page."""
    page_style()
    show_notice()
    st.subheader("History")
    if not load.store().newest_change():
        _nothing_yet()
        return
    parts = _parts()
    address.take("history", (*parts, Part(STEP, _OPEN, _step_of)), (START,))
    address.show_ignored("history")
    query = _filters()
    page = _page(query)
    step = None
    if page.total:
        _pager(page, query)
        step = _ticked(page)
        _step(step, page)
    else:
        _nothing()
    _follow(parts, query, step)


def open_history_of(item: str) -> None:
    """Go to the history of an event, document or source; to be called in a page's run, not in a callback."""
    from timeline_app.dashboard.navigation import pages  # it imports the pages

    for name in (*_FILTERS, _FROM, _OPEN):
        st.session_state.pop(name, None)
    st.session_state[_ITEM] = item
    st.switch_page(pages()["history"])


# -- the address ------------------------------------------------------------------------------------


def _parts() -> list[Part]:
    """What the address of this page may say beside `START` and `STEP`."""
    return [
        Part("who", _FILTERS[0], address.one_of(_people()), _ANYONE),
        Part("what", _FILTERS[1], address.one_of(_deeds()), _ANYTHING),
        Part("kind", _FILTERS[2], address.one_of(_kinds()), _ALL_KINDS),
        Part("words", _FILTERS[3], address.any_words),
        Part("item", _ITEM, lambda item: item if _is_known(item) else None),
    ]


def _is_known(item: str) -> bool:
    return bool(load.store().history_page(HistoryQuery(item=item), 1).total)


def _step_of(text: str) -> int | None:
    """The number of a step there is."""
    number = address.whole_number(text)
    try:
        return number if number is not None and load.store().step(number, 1) else None
    except StoreError:
        return None


def _page(query: HistoryQuery) -> HistoryPage:
    """The page of steps; a link may ask for one that begins further down."""
    if address.is_new("history_start"):
        start = address.whole_number(st.query_params.get(START, ""))
        if start is not None:
            st.session_state[_FROM] = (query, (start - 1) // PAGE * PAGE)
    page = load.store().history_page(query, PAGE, _offset(query))
    if page.total and not page.steps:  # there were more when the link was made, or when one was here last
        st.session_state[_FROM] = (query, (page.total - 1) // PAGE * PAGE)
        page = load.store().history_page(query, PAGE, _offset(query))
    return page


def _follow(parts: Sequence[Part], query: HistoryQuery, step: int | None) -> None:
    offset = _offset(query)
    opened = [] if step is None else [str(step)]
    address.follow(parts, {START: [str(offset + 1)] if offset else [], STEP: opened})


# -- which steps ------------------------------------------------------------------------------------


def _filters() -> HistoryQuery:
    names, deeds, kinds = _people(), _deeds(), _kinds()
    who, what, kind, text = st.columns([1.2, 1.2, 1.2, 2.4])
    chosen = who.selectbox("Who", list(names), key=_FILTERS[0])
    done = what.selectbox("What was done", list(deeds), key=_FILTERS[1])
    to = kind.selectbox("To what", list(kinds), key=_FILTERS[2])
    words = text.text_input("Words", placeholder="in a title, a name or a reason", key=_FILTERS[3])
    item: str = st.session_state.get(_ITEM, "")
    if item:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Only what was done to: {_item_name(item)}")
            st.button("Show everything", on_click=_show_everything)
    return HistoryQuery(
        names.get(chosen or _ANYONE), deeds.get(done or "", ""), kinds.get(to or "", ""), (words or "").strip(), item
    )


def _people() -> dict[str, str | None]:
    return {_ANYONE: None, **{visible(name) or NOBODY: name for name in load.store().people()}}


def _deeds() -> dict[str, str]:
    return {_ANYTHING: "", **{deed(what): what for what in DEEDS}}


def _kinds() -> dict[str, str]:
    return {_ALL_KINDS: "", **{many: kind for kind, (_, many) in KINDS.items()}}


def _item_name(item: str) -> str:
    steps = load.store().history_page(HistoryQuery(item=item), 1).steps
    changes = load.store().step(steps[0].id, _MOST_CHANGES) if steps else []
    return next((change_title(change, load.report_title) for change in changes if change.item == item), visible(item))


def _show_everything() -> None:
    for name in (_ITEM, _OPEN, *_FILTERS):
        st.session_state.pop(name, None)


def _nothing_yet() -> None:
    st.text("Nothing was changed yet. Every change will stand here: who, when, why, before and after.")
    if st.button("Add documents", type="primary"):
        from timeline_app.dashboard.navigation import pages  # it imports the pages

        st.switch_page(pages()["documents"])


def _nothing() -> None:
    st.text("No change is like that.")
    st.button("Show everything", on_click=_show_everything, key="everything")


def _offset(query: HistoryQuery) -> int:
    """Where the page begins: at the newest step again when the filter is another one."""
    held_query, offset = st.session_state.get(_FROM, (query, 0))
    return int(offset) if held_query == query else 0


def _pager(page: HistoryPage, query: HistoryQuery) -> None:
    offset = _offset(query)
    with st.container(horizontal=True, vertical_alignment="center"):
        last = offset + len(page.steps)
        st.text(f"{offset + 1:,} to {last:,} of {page.total:,}, newest first")
        if page.total > PAGE:
            st.button("Newer", disabled=not offset, on_click=_go, args=(query, max(0, offset - PAGE)))
            st.button("Older", disabled=last >= page.total, on_click=_go, args=(query, offset + PAGE))
        st.download_button(
            "Download as a table (CSV)",
            data=lambda: "".join(write_history(load.store(), query)).encode("utf-8"),
            file_name="history.csv",
            mime="text/csv",
            on_click="ignore",
            help="Every change this filter shows, one row a field",
        )


def _go(query: HistoryQuery, offset: int) -> None:
    st.session_state[_FROM] = (query, offset)
    st.session_state.pop(_OPEN, None)


def _ticked(page: HistoryPage) -> int | None:
    """The steps as a table; the id of the ticked one, else of the one another part of the page asked for."""
    zone = st.context.timezone
    rows = [
        {
            "When": moment_words(step.at, zone),
            "Who": visible(step.by) or NOBODY,
            "What": step_line(step),
            "About": change_title(step.first, load.report_title),
            "Why": why_words(step.why),
            "Step": step.id,
        }
        for step in page.steps
    ]
    # Ticks are remembered by number: another list of rows is another table.
    ids = sha256(",".join(str(step.id) for step in page.steps).encode()).hexdigest()[:12]
    shown = st.dataframe(
        rows, hide_index=True, key=f"history_{ids}_{st.session_state.get(_ROUND, 0)}",
        on_select="rerun", selection_mode="single-row", height=table_height(len(rows), 460),
        column_config=_STEP_COLUMNS,
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    if picked and picked[0] < len(page.steps):
        return page.steps[picked[0]].id
    asked: int | None = st.session_state.get(_OPEN)
    return asked


_STEP_COLUMNS = {
    "When": st.column_config.TextColumn(width=155), "Who": st.column_config.TextColumn(width=80),
    "What": st.column_config.TextColumn(width=330), "About": st.column_config.TextColumn(width=410),
    "Why": st.column_config.TextColumn(width=165), "Step": st.column_config.NumberColumn(width=50),
}  # fmt: skip
"""In pixels: all of them fit beside each other."""


# -- one step ---------------------------------------------------------------------------------------


def _step(step_id: int | None, page: HistoryPage) -> None:
    """One step: its changes, what each was before and after, and the way back."""
    into_view("history_step", str(step_id or ""))
    if step_id is None:
        st.text("Tick a row to see what was before and after, and to take it back.")
        return
    try:
        changes = load.store().step(step_id, _MOST_CHANGES)
    except StoreError:
        st.text(f"There is no step {step_id}.")
        return
    with st.container(border=True, key="history_step"):
        _head(step_id, changes, page)
        _undo(step_id)
        change = _changes(step_id, changes)
        _sides(change)


def _head(step_id: int, changes: Sequence[Change], page: HistoryPage) -> None:
    first = changes[0]
    listed = next((step_line(step) for step in page.steps if step.id == step_id), "")
    st.text(f"Step {step_id}: {listed or _counted(changes)}")
    reason = first.why or next(filter(None, map(_own_reason, changes)), "")
    why = f" Why: {why_words(reason)}." if reason else " No reason was given."
    st.text(f"By {visible(first.by) or NOBODY}, {moment_words(first.at, st.context.timezone)}.{why}")


def _own_reason(change: Change) -> str:
    """The reason a word was given with."""
    return str(((change.after or {}).get("wire") or {}).get("why", ""))


def _counted(changes: Sequence[Change]) -> str:
    """What the changes at hand did, of a step that is not on this page."""
    counts = Counter((change.what, change.kind) for change in changes)
    told = tally_line(((what, kind, number) for (what, kind), number in counts.items()), changes[0])
    return f"{told}{' and more' if len(changes) == _MOST_CHANGES else ''}"


def _undo(step_id: int) -> None:
    """The way back, or what stands in it."""
    later = load.store().in_the_way(step_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Undo this step", key=f"undo_this_{step_id}", disabled=bool(later), on_click=_take_back, args=(step_id,)
        )
        if later:
            st.text(f"Cannot be undone now: {blocked_by(later)}. Undo that first.")
            st.button("Show what came later", key=f"later_{step_id}", on_click=_open, args=(later[0].id,))


def _take_back(step_id: int) -> None:
    undo_step(step_id)
    st.session_state.pop(_OPEN, None)


def _open(change_id: int) -> None:
    """Open the step of a change, whatever is ticked and filtered."""
    st.session_state[_OPEN] = change_id
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _changes(step_id: int, changes: Sequence[Change]) -> Change:
    """The change to look at: the ticked one of several, else the first."""
    if len(changes) == 1:
        return changes[0]
    which = f"The first {_MOST_CHANGES}" if len(changes) == _MOST_CHANGES else "All"
    st.text(f"{which} changes of this step. Tick one to see it.")
    rows = [{"What": change_line(change), "About": change_title(change, load.report_title)} for change in changes]
    shown = st.dataframe(
        rows, hide_index=True, key=f"step_{step_id}", on_select="rerun", selection_mode="single-row",
        height=table_height(len(rows), 250), column_config={
            "What": st.column_config.TextColumn(width=170), "About": st.column_config.TextColumn(width=700),
        },
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    return changes[picked[0]] if picked and picked[0] < len(changes) else changes[0]


def _sides(change: Change) -> None:
    """What one change left otherwise, field by field."""
    st.text(f"{change_line(change).capitalize()}: {change_title(change, load.report_title)}")
    pairs = change_rows(change, load.report_title)
    with st.container(key="history_pairs"):
        for pair in pairs:
            _pair(pair, change.before is not None and change.after is not None)
    if not pairs:
        st.text("No field that is shown differs: evidence or its place in the text changed.")
    if change.kind == "event" and _is_here(change.item) and st.button("Show this event in Explore"):
        open_in_explore(load.store().event(change.item)[0].id)
    if change.kind in ("event", "document", "source") and st.session_state.get(_ITEM) != change.item:
        st.button("Only what was done to this", on_click=_only, args=(change.item,))


def _pair(pair: Differing, has_both: bool) -> None:
    """A field before and after; of what was added or removed as a whole the one side there is."""
    if not has_both:
        label, only = st.columns([1, 6])
        label.caption(pair.label)
        only.text(pair.before if pair.after == NOTHING else pair.after)
        return
    label, before, after = st.columns([1, 3, 3])
    label.caption(pair.label)
    before.text(f"Before: {pair.before}")
    after.text(f"After: {pair.after}")


def _is_here(event_id: str) -> bool:
    try:
        load.store().event(event_id)
    except StoreError:
        return False
    return True


def _only(item: str) -> None:
    _show_everything()
    st.session_state[_ITEM] = item
