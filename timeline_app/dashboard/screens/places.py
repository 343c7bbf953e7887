"""Places: the names in the documents, what each is taken for, and a person's word on it for every mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.components.folium_map import MapClick, event_map
from timeline_app.dashboard.components.into_view import into_view
from timeline_app.dashboard.editing.naming import candidates_for
from timeline_app.dashboard.editing.place_words import KINDS, keep_word
from timeline_app.dashboard.look import WRAPPED, current_theme, page_style, table_height
from timeline_app.dashboard.notice import show_notice, tell
from timeline_app.errors import TimelineError
from timeline_app.geo import gazetteer_rows, plain_key
from timeline_app.model import Candidate, Place, PlaceCorrection, PlaceVerdict
from timeline_app.pipeline import withdraw_word
from timeline_app.views import visible
from timeline_app.views.tasks.place_choice import own_place
from timeline_app.views.tasks.toponyms import STATE_WORDS, STATES, Passage, Toponym, candidates_payload, place_line
from timeline_app.views.versions.past import short_moment
from timeline_app.views.words.country_words import reason_words

_MAP_HEIGHT = 300
_ASKED, _TICKED = "places_asked", "places_ticked"
_PICKED = "places_picked"
NAME = "name"
"""Parameter of the address: the name that is ticked."""
_EVERYWHERE = "every document"
_NAME_COLUMNS = {
    "Name": st.column_config.TextColumn(width=108),
    "Taken for": st.column_config.TextColumn(width=200),
    "State": st.column_config.TextColumn(
        width=96, help="What was found by the program is verified by nobody until somebody confirms it"
    ),
    "Mentions": st.column_config.NumberColumn(width=70),
    "Documents": st.column_config.NumberColumn("Docs", width=46, help="In how many documents"),
}
_CANDIDATE_COLUMNS = {
    "Place": st.column_config.TextColumn(width=180),
    "Point": st.column_config.TextColumn(width=106),
    "Score": st.column_config.NumberColumn(width=52, format="%.2f"),
    "Why": st.column_config.TextColumn(width=240),
}
"""Widths in pixels that let all columns fit into either half of the page, in as many lines as a row has."""


def show() -> None:
    """The page."""
    page_style({"places_map": _MAP_HEIGHT + 8})
    names = load.toponyms()
    if not names:
        st.subheader("No places yet")
        st.text("When documents are kept, the names of places in them stand here, those nobody could place first.")
        if st.button("Add documents", type="primary"):
            from timeline_app.dashboard.navigation import pages  # it imports this page

            st.switch_page(pages()["documents"])
        return
    show_notice()
    _counts(names)
    _heed_the_link(names)
    left, right = st.columns([46, 54], gap="medium")
    with left:
        chosen = _list(names)
    address.follow((), {NAME: [chosen.name] if chosen else []})
    with right:
        into_view("name", chosen.key if chosen else "")
        if chosen is None:
            st.text("Tick a name to see where it stands, what it may mean, and to say what it is.")
        else:
            _name(chosen)
    _said()


def _heed_the_link(names: Sequence[Toponym]) -> None:
    """The name that a link asks for, once."""
    if address.is_new("places"):
        asked = address.asked()
        key = next((plain_key(value) for name, value in asked if name == NAME), "")
        known = any(name.key == key for name in names)
        st.session_state[_PICKED] = key if known else None
        address.ignore("places", [f"{name}={value}" for name, value in asked if value and (name != NAME or not known)])
    address.show_ignored("places")


def _counts(names: Sequence[Toponym]) -> None:
    counts = [(state, sum(name.state == state for name in names)) for state in STATES]
    told = ", ".join(f"{number} {STATE_WORDS[state]}" for state, number in counts if number)
    named = "1 name of a place" if len(names) == 1 else f"{len(names)} names of places"
    st.text(f"{named}: {told}. Those that want your eye stand first.")


def _list(names: Sequence[Toponym]) -> Toponym | None:
    rows = [
        {
            "Name": visible(name.name),
            "Taken for": place_line(name.place),
            "State": STATE_WORDS[name.state],
            "Mentions": name.count,
            "Documents": len(name.documents),
        }
        for name in names
    ]
    # A tick is remembered by number: names in another order are another table, which begins with the same name ticked.
    order = sha256("\n".join(name.key for name in names).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    before = [number for number, name in enumerate(names) if name.key == st.session_state.get(_PICKED)]
    shown = st.dataframe(
        rows, hide_index=True, key=f"toponyms_{order}", on_select="rerun", selection_mode="single-row",
        height=table_height(len(rows), 800, WRAPPED), row_height=WRAPPED, column_config=_NAME_COLUMNS,
        selection_default={"selection": {"rows": before[:1]}},
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    chosen = names[picked[0]] if picked and picked[0] < len(names) else None
    st.session_state[_PICKED] = chosen.key if chosen else None
    return chosen


# -- one name -------------------------------------------------------------------------------------


def _name(name: Toponym) -> None:
    mentions = "1 mention" if name.count == 1 else f"{name.count} mentions"
    documents = "1 document" if len(name.documents) == 1 else f"{len(name.documents)} documents"
    st.text(f"{visible(name.name)}: {mentions} in {documents}")
    titles = {document.id: visible(document.title or document.name) for document in load.snapshot().documents.values()}
    with st.expander(f"Where it stands ({len(name.passages)})", expanded=True), st.container(height=150, border=False):
        for passage in name.passages:
            st.text(_passage_line(passage, titles.get(passage.document, "")))
    candidates = _candidates(name)
    picked = _candidate_table(name, candidates)
    _verdicts(name, picked, titles)
    if candidates:
        with st.container(key="places_map"):
            version = f"{name.key}-{len(candidates)}-{st.session_state.get(_ASKED, '')}"
            event_map(
                candidates_payload(candidates, version),
                theme=current_theme(),
                selected=None,
                height=_MAP_HEIGHT,
                key=f"candidates_{abs(hash(version))}",
                on_change=_map_clicked,
            )


def _passage_line(passage: Passage, title: str) -> str:
    """The words around a name, cut at spaces, and below them where they stand; in brackets that every font has."""
    before, after = (
        passage.before.partition(" ")[2] or passage.before,
        passage.after.rpartition(" ")[0] or passage.after,
    )
    return f"…{before}[{passage.name}]{after}…\n— {title}" if title else f"…{before}[{passage.name}]{after}…"


def _map_clicked(click: MapClick) -> None:
    st.session_state[_TICKED] = click.event


def _candidates(name: Toponym) -> list[Candidate]:
    """What was considered, or what the gazetteer has under another name the person asks for."""
    asked = st.text_input("Look for it under another name", key=_ASKED, placeholder="a name of the gazetteer")
    return candidates_for(name.name, name.candidates, asked)


def _candidate_table(name: Toponym, candidates: Sequence[Candidate]) -> Place | None:
    if not candidates:
        st.text("Nothing in the gazetteer is near this name. Look for another one, or add the place below.")
        return None
    rows = [
        {
            "Place": place_line(candidate.place),
            "Point": f"{candidate.place.lat:.3f}, {candidate.place.lon:.3f} ±{candidate.place.radius_km:g} km",
            "Score": candidate.score,
            "Why": visible("; ".join(map(reason_words, candidate.reasons))),
        }
        for candidate in candidates
    ]
    shown = st.dataframe(
        rows, hide_index=True, key=f"candidates_table_{name.key}", on_select="rerun", selection_mode="single-row",
        height=table_height(len(rows), 400, WRAPPED), row_height=WRAPPED, column_config=_CANDIDATE_COLUMNS,
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    if picked and picked[0] < len(candidates):
        return candidates[picked[0]].place
    clicked = st.session_state.get(_TICKED)
    return next((candidate.place for candidate in candidates if candidate.place.id == clicked), None)


def _verdicts(name: Toponym, picked: Place | None, titles: dict[str, str]) -> None:
    scopes = {_EVERYWHERE: "", **{titles.get(document, document): document for document in name.documents}}
    scope = st.selectbox("In", list(scopes), key=f"scope_{name.key}")
    why = st.text_input("Why (kept with your word)", key=f"why_{name.key}", max_chars=300)
    word = _Word(name.name, scopes.get(scope or _EVERYWHERE, ""), why)
    st.text(f"Ticked: {place_line(picked)}" if picked else "Tick a candidate in the table, or click one on the map.")
    with st.container(horizontal=True):
        st.button("It is this place", type="primary", disabled=picked is None, on_click=_say, args=(word, "is", picked))
        st.button("Nobody can tell which", on_click=_say, args=(word, "not identifiable", None))
        st.button("Not a place", on_click=_say, args=(word, "not a place", None))
    with st.expander("Add a place that is not in the gazetteer"):
        _new_place(word)


@dataclass(frozen=True, slots=True)
class _Word:
    """What a verdict is about."""

    name: str
    document: str
    why: str


def _new_place(word: _Word) -> None:
    with st.form(f"new_place_{plain_key(word.name)}", border=False):
        title = st.text_input("Name", value=visible(word.name), max_chars=200)
        kind = st.selectbox("Kind", KINDS)
        country = st.text_input("Country code (SY, LB, IQ ...)", max_chars=2)
        lat = st.number_input("Latitude", min_value=-90.0, max_value=90.0, value=None, format="%.5f")
        lon = st.number_input("Longitude", min_value=-180.0, max_value=180.0, value=None, format="%.5f")
        radius = st.number_input("How far off the truth may lie, km", min_value=0.1, max_value=2000.0, value=3.0)
        if st.form_submit_button("Add it, and say it is this place"):
            if lat is None or lon is None or not title.strip():
                st.text("⚠ A place needs a name, a latitude and a longitude.")
                return
            place = own_place(title, kind or "other", country, lat, lon, radius, load.user_name())
            _say(word, "is", place)
            st.rerun()


def _say(word: _Word, verdict: PlaceVerdict, place: Place | None) -> None:
    """Keep the word and heed it."""
    kept, line = keep_word(word.name, verdict, place, word.document, word.why)
    tell(line)
    if kept:
        st.session_state.pop(_TICKED, None)


# -- what was said --------------------------------------------------------------------------------


def _said() -> None:
    """Every word given so far, with the way back and the rows for `gazetteer.csv`."""
    words = load.store().place_corrections()
    if not words:
        return
    titles = {document.id: visible(document.title or document.name) for document in load.snapshot().documents.values()}
    with st.expander(f"What was said of names ({len(words)})"):
        zone = st.context.timezone
        rows = [
            {
                "Name": visible(word.name),
                "Is": place_line(word.place) if word.place else word.verdict,
                "In": titles.get(word.document, word.document) if word.document else _EVERYWHERE,
                "By": visible(word.by),
                "When": short_moment(word.at, zone),
                "Why": visible(word.why),
            }
            for word in words
        ]
        shown = st.dataframe(rows, hide_index=True, key="said", on_select="rerun", selection_mode="single-row")
        picked = shown["selection"]["rows"] if shown else []
        with st.container(horizontal=True):
            if picked and picked[0] < len(words):
                st.button("Take the ticked word back", on_click=_withdraw, args=(words[picked[0]],))
            st.download_button(
                "Download as rows for gazetteer.csv",
                data=gazetteer_rows(words).encode("utf-8"),
                file_name="gazetteer-rows.csv",
                mime="text/csv",
                on_click="ignore",
            )


def _withdraw(word: PlaceCorrection) -> None:
    try:
        withdraw_word(load.store(), word, load.gazetteer(), load.user_name())
    except TimelineError as fault:
        tell(f"⚠ {fault}")
        return
    tell(f"Taken back: what was said of {word.name}.")
