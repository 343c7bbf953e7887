"""Import: one list of events; say what its columns are, see what would be kept and what not, keep it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline_app.dashboard import load
from timeline_app.dashboard.look import EVENT_COLUMNS, WRAPPED, page_style, table_height
from timeline_app.documents import looks_like_reports
from timeline_app.errors import TimelineError
from timeline_app.export import write_problems
from timeline_app.imports import SUFFIXES, SYNONYMS, Column, Examined, examine_bytes, fold_header
from timeline_app.model import Timeline, sha256_hex
from timeline_app.pipeline import Gathered, add_gathered
from timeline_app.views import visible
from timeline_app.views.tasks.import_list import (
    FIELDS,
    event_rows,
    field_label,
    found_line,
    kept_line,
    not_kept_words,
    problem_rows,
)

PREVIEWED = 200
_MOST_BOXES = 80
"""Columns that get a box; a list of more is read as we know its columns."""
_UNSCROLLED = 16
"""Columns whose boxes are all shown at once; more of them scroll."""
_UPLOADS, _NOTICE, _REMEMBERED, _FORGOTTEN = "import_uploads", "import_notice", "import_remembered", "import_forgotten"

Said = dict[str, str]


def show() -> None:
    """The page."""
    page_style()
    st.subheader("Import a list of events")
    notice = st.container()
    upload = st.file_uploader(
        "One list: a spreadsheet (xlsx), csv, JSON, GeoJSON, KML, TimelineJS or a timeline file",
        type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        key=f"import_file_{st.session_state.get(_UPLOADS, 0)}",
        max_upload_size=20,
    )
    if upload is None:
        _notice(notice)
        _what_is_known()
        return
    name, data = upload.name, upload.getvalue()
    if looks_like_reports(data, name):
        st.text("This looks like a table of articles: the Documents page reads the text of each row.")
    fitting = _examined("fitting", data, name)
    _notice(notice)
    sheet = _sheet_box(fitting, sha256_hex(data))
    guess = fitting if sheet == fitting.sheet else _examined("guess", data, name, sheet=sheet)
    said = _column_boxes(guess.columns)
    found = guess if said == _as_guessed(guess.columns) else _examined("said", data, name, said, sheet)
    if found.fault:
        st.text(f"⚠ {visible(found.fault)}")
        if guess.columns:
            st.text("Say above which column is which. Nothing can be kept before that.")
        return
    _preview(name, found)
    _problems(name, found)


def _notice(place: DeltaGenerator) -> None:
    """What keeping the last list did, until another one is read."""
    lines: list[str] = st.session_state.get(_NOTICE, [])
    if not lines:
        return
    with place.container(border=True):
        for line in lines:
            st.text(line)
        if st.button("Open Explore"):
            from timeline_app.dashboard.navigation import pages  # it imports this page

            st.switch_page(pages()["explore"])


def _what_is_known() -> None:
    st.text(
        "A list has one row for each event, or for each place of one, and names its columns in its first row."
        " Nothing is kept before you have seen what was read. The same list twice changes nothing."
    )
    with st.expander("Names of columns that are known", expanded=True):
        rows = [
            {"Read as": words, "Names of the column": ", ".join(SYNONYMS[field])} for field, words in FIELDS.items()
        ]
        st.table(rows, border="horizontal", hide_index=True)  # our own words only: a table reads Markdown
        st.text(
            "Any other name can be said here once the list is chosen. Several columns may be read as one title,"
            " summary, note, quote, place, source, actors or numbers: their words are joined. Dates may be 2017-08-30,"
            " 2017-08, 30.08.2017, 30 August 2017, or EDTF such as [2017-08-16..2017-08-23] for some day between two."
        )


def _sheet_box(found: Examined, digest: str) -> str:
    """Which sheet of a spreadsheet is read: the one that fits, until somebody says otherwise."""
    if len(found.sheets) < 2 or found.sheet not in found.sheets:
        return found.sheet
    at = found.sheets.index(found.sheet)
    numbers = range(len(found.sheets))
    chosen = st.selectbox(
        "Sheet", numbers, index=at, format_func=lambda n: visible(found.sheets[n]), key=f"import_sheet_{digest[:12]}"
    )
    return found.sheets[chosen or 0]


def _examined(slot: str, data: bytes, name: str, said: Mapping[str, str] | None = None, sheet: str = "") -> Examined:
    """What the list would give; read anew only when the file or what was said of it has changed."""
    key = (sha256_hex(data), name, sheet, tuple(sorted((said or {}).items())))
    kept: tuple[object, Examined] | None = st.session_state.get(f"import_{slot}")
    if kept is not None and kept[0] == key:
        return kept[1]
    if slot == "fitting":
        st.session_state.pop(_NOTICE, None)
    with st.spinner("Reading"):
        found = examine_bytes(data, name, load.gazetteer(), said, sheet)
    st.session_state[f"import_{slot}"] = (key, found)
    return found


def _as_guessed(columns: tuple[Column, ...]) -> Said:
    return {column.header: column.field for column in columns}


def _column_boxes(columns: tuple[Column, ...]) -> Said:
    """A box a column to say what it is; what was said of a list with the same columns is said again."""
    if not columns:
        return {}
    guessed = _as_guessed(columns)
    heads = sha256_hex("\x1f".join(sorted(map(fold_header, guessed))).encode("utf-8", "surrogatepass"))[:12]
    remembered: dict[str, Said] = st.session_state.setdefault(_REMEMBERED, {})
    st.subheader("What the columns are")
    _note_remembered(heads, guessed, remembered)
    said = dict(guessed)
    before = remembered.get(heads, {})
    times_forgotten = st.session_state.get(_FORGOTTEN, 0)
    if len(columns) > _UNSCROLLED:
        st.text(f"The box scrolls: there are {len(columns):,} columns.")
    with st.container(border=True, height=700 if len(columns) > _UNSCROLLED else "content", key="import_columns"):
        _heads()
        for number, column in enumerate(columns[:_MOST_BOXES], 1):
            start = before.get(fold_header(column.header), column.field)
            said[column.header] = _box(number, column, start, f"column_{heads}_{times_forgotten}_{number}")
    if len(columns) > _MOST_BOXES:
        st.text(f"{len(columns) - _MOST_BOXES} more columns are read as their names are known, or not at all.")
    if said == guessed:
        remembered.pop(heads, None)
    else:
        remembered[heads] = {fold_header(header): field for header, field in said.items()}
    return said


def _note_remembered(heads: str, guessed: Said, remembered: dict[str, Said]) -> None:
    if heads not in remembered:
        st.text(f"{sum(map(bool, guessed.values()))} of {len(guessed)} columns are known by their names.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text("The columns are read as you said for a list with these columns.")
        st.button("Read them by their names", on_click=_forget, args=(heads,))


def _forget(heads: str) -> None:
    st.session_state[_REMEMBERED].pop(heads, None)
    st.session_state[_FORGOTTEN] = st.session_state.get(_FORGOTTEN, 0) + 1


_WIDTHS = [3, 5, 4]


def _heads() -> None:
    with st.container(key="import_heads"):
        for place, words in zip(st.columns(_WIDTHS), ("Column", "Some of its values", "Read as"), strict=True):
            place.caption(words)


def _box(number: int, column: Column, start: str, key: str) -> str:
    header, samples, box = st.columns(_WIDTHS, vertical_alignment="center")
    header.text(visible(column.header)[:80])
    samples.text("  ·  ".join(column.samples) or "empty")
    st.session_state.setdefault(key, start)  # a default that changes would make it another box
    chosen: str = box.selectbox(
        f"Column {number} is read as",
        ["", *FIELDS],
        format_func=field_label,
        key=key,
        label_visibility="collapsed",
    )
    return chosen


def _preview(name: str, found: Examined) -> None:
    """The events as they would be kept, and the button that keeps them."""
    events = found.timeline.events
    st.subheader("What would be kept")
    known = set(load.snapshot().frame["id"])
    remarks = len(found.timeline.problems) - len(found.left_out)
    st.text(found_line(found.rows, events, len(found.left_out), known, remarks))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Keep these events", type="primary", on_click=_keep, args=(name, found.timeline), disabled=not events)
        st.text(not_kept_words(events, known))
    if len(events) > PREVIEWED:
        st.text(f"The first {PREVIEWED} of {len(events):,}:")
    if events:
        rows = event_rows(events, PREVIEWED)
        st.dataframe(
            rows, hide_index=True, key="import_events", height=table_height(len(rows), 560),
            column_config=EVENT_COLUMNS,
        )  # fmt: skip


def _problems(name: str, found: Examined) -> None:
    """The rows not taken and why, then remarks on what was taken; all of it to take along."""
    problems = found.timeline.problems
    st.subheader("Rows not taken, and why")
    if not problems:
        st.text("Every row is taken, and nothing had to be guessed.")
        return
    refused = set(found.left_out)
    remarks = [problem for problem in problems if problem not in refused]
    if found.left_out:
        _problem_table(problem_rows(found.left_out), "import_left_out")
    else:
        st.text("Every row is taken, but not all of it as it stands:")
    if remarks:
        with st.expander(f"Remarks on what is taken ({len(remarks)})", expanded=not found.left_out):
            _problem_table(problem_rows(remarks), "import_remarks")
    st.download_button(
        "Download this report (CSV)",
        data=lambda: write_problems(problems, found.left_out),
        file_name=f"{PurePath(name).stem}-report.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _problem_table(rows: list[dict[str, str]], key: str) -> None:
    st.dataframe(
        rows, hide_index=True, key=key, height=table_height(len(rows), 500, WRAPPED), row_height=WRAPPED,
        column_config={"Row": st.column_config.TextColumn(width=60)}
        | {name: st.column_config.TextColumn(width=520) for name in ("What", "Likely mistake")},
    )  # fmt: skip


def _keep(name: str, timeline: Timeline) -> None:
    """Keep the list, all or nothing, as the Documents page does."""
    try:
        added = add_gathered(load.store(), Gathered(lists=((name, timeline),)), load.gazetteer(), load.user_name())
    except TimelineError as fault:
        st.session_state[_NOTICE] = [f"⚠ Nothing was kept: {visible(str(fault))}"]
        return
    changes = added.changes
    line = kept_line(changes.events_new, changes.events_updated, changes.events_unchanged, changes.events_refused)
    met = [problem for problem in added.problems if problem not in set(timeline.problems)]
    st.session_state[_NOTICE] = [f"{visible(name)}: {line}", *(f"⚠ {visible(str(problem))}" for problem in met[:20])]
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
    for slot in ("fitting", "guess", "said"):
        st.session_state.pop(f"import_{slot}", None)
