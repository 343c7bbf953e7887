"""Choosing one place: by name from candidates in a list and on a map, by a click on the map, or by coordinates."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.folium_map import MapClick, MapPoint, event_map
from timeline_app.dashboard.editing.place_words import KINDS, keep_word
from timeline_app.dashboard.look import current_theme
from timeline_app.geo import places_near, plain_key
from timeline_app.model import Candidate, Place, Role, Where
from timeline_app.views import visible
from timeline_app.views.tasks.place_choice import (
    PICKED,
    RADII_KM,
    candidate_rows,
    choice_payload,
    chosen_where,
    near_words,
    own_place,
    point_where,
    radius_words,
)
from timeline_app.views.tasks.toponyms import place_line

MAP_HEIGHT = 320
_MOST = 12


def pick_place(key: str, role: Role, words: str) -> Where | None:
    """The place, on the run in which the person says "Use this place"; None before.

    Args:
        key: of what is remembered, unique to this place of this event.
        role: the part it plays.
        words: as the source writes them, "" for a new place: then the name typed here.
    """
    name, country = _name(key, words)
    candidates = _candidates(key, name, country)
    _table(key, name, candidates)
    above = st.container(key="pick_map")
    point = _point(key)
    with above:
        _map(key, candidates, point, f"{name}|{country}")
    chosen = _chosen(key, candidates)
    written = words or name
    _tell(chosen, point, name)
    with st.container(horizontal=True):
        use = st.button("Use this place", type="primary", key=f"{key}_use", disabled=chosen is None and point is None)
        plain = st.button("Keep the words without a point", key=f"{key}_plain", disabled=not written)
    _into_gazetteer(key, name, chosen.place if chosen else None, point)
    if plain:
        return Where(role, written, candidates=tuple(candidates[:5]), status="unresolved")
    if not use:
        return None
    if chosen is not None:
        return chosen_where(role, written, chosen, candidates)
    lat, lon, radius = point  # type: ignore[misc] # the button is only there with one of the two
    return point_where(role, written, lat, lon, radius, _nearest(lat, lon))


def _name(key: str, words: str) -> tuple[str, str]:
    left, right = st.columns([3, 1])
    name = left.text_input(
        "Name of the place", visible(words)[:200], key=f"{key}_name", max_chars=200, persist_state="session",
        help="In any spelling or script",
    )  # fmt: skip
    country = right.text_input(
        "Country (optional)", key=f"{key}_country", max_chars=60, placeholder="SY or Syria", persist_state="session"
    )
    return name.strip(), country.strip()


def _candidates(key: str, name: str, country: str) -> list[Candidate]:
    """What the name may mean; a place just added here stands first whatever it is called."""
    found = load.gazetteer_heeding().lookup(name, country or None)[:_MOST] if name else []
    own: Place | None = st.session_state.get(f"{key}_own")
    if own is None or any(candidate.place.id == own.id for candidate in found):
        return found
    return [Candidate(own, 1.0, ("added by you",)), *found]


# -- the list and the map -------------------------------------------------------------------------


def _table(key: str, name: str, candidates: Sequence[Candidate]) -> None:
    """The candidates; a ticked one is the choice."""
    if not candidates:
        st.text(
            f"“{visible(name)}” is not in the gazetteer. Try another spelling, click on the map, or add it below."
            if name
            else "Type a name to see what it may mean, or click on the map."
        )
        return
    turn = st.session_state.get(f"{key}_turn", 0)
    at = next((n for n, one in enumerate(candidates) if one.place.id == st.session_state.get(f"{key}_chosen")), None)
    shown = st.dataframe(
        candidate_rows(candidates),
        hide_index=True,
        key=f"{key}_table_{turn}_{plain_key(name)}",
        on_select="rerun",
        selection_mode="single-row",
        selection_default=None if at is None else {"selection": {"rows": [at]}},
        height=min(250, 38 + 35 * len(candidates)),
    )
    ticked = shown["selection"]["rows"] if shown else []
    if ticked and ticked[0] < len(candidates):
        st.session_state[f"{key}_chosen"] = candidates[ticked[0]].place.id


def _map(key: str, candidates: Sequence[Candidate], point: tuple[float, float, float] | None, named: str) -> None:
    def clicked(click: MapClick) -> None:
        _choose(key, click.event)

    def picked(at: MapPoint) -> None:
        st.session_state[f"{key}_lat"], st.session_state[f"{key}_lon"] = round(at.lat, 5), round(at.lon, 5)
        _choose(key, PICKED)

    event_map(
        choice_payload(candidates, point, f"{named}|{point}"),
        theme=current_theme(),
        selected=st.session_state.get(f"{key}_chosen"),
        height=MAP_HEIGHT,
        key=f"{key}_map",
        on_change=clicked,
        on_pick=picked,
    )


def _choose(key: str, place_id: str) -> None:
    """What was chosen outside the list; the list's tick follows."""
    st.session_state[f"{key}_chosen"] = place_id
    st.session_state[f"{key}_turn"] = st.session_state.get(f"{key}_turn", 0) + 1


def _point(key: str) -> tuple[float, float, float] | None:
    """The point set by hand with how far it may be off; its fields follow a click on the map."""
    st.caption("Click on a marker to choose it, anywhere else on the map to set a point, or type the point:")
    one, two, three = st.columns(3)
    lat = one.number_input(
        "Latitude", -90.0, 90.0, None, format="%.5f", key=f"{key}_lat", on_change=_choose, args=(key, PICKED),
        persist_state="session",
    )  # fmt: skip
    lon = two.number_input(
        "Longitude", -180.0, 180.0, None, format="%.5f", key=f"{key}_lon", on_change=_choose, args=(key, PICKED),
        persist_state="session",
    )  # fmt: skip
    radius = three.selectbox(
        "How exact", RADII_KM, 1, format_func=radius_words, key=f"{key}_radius", persist_state="session"
    )
    return None if lat is None or lon is None else (lat, lon, float(radius or 0))


def _chosen(key: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The place chosen, None when a point was or nothing."""
    wanted = st.session_state.get(f"{key}_chosen")
    if wanted in (None, PICKED):
        return None
    return next((candidate for candidate in candidates if candidate.place.id == wanted), None)


def _nearest(lat: float, lon: float) -> tuple[float, Place] | None:
    return next(iter(places_near(load.gazetteer_heeding(), lat, lon)), None)


def _tell(chosen: Candidate | None, point: tuple[float, float, float] | None, name: str) -> None:
    if chosen is not None:
        place = chosen.place
        st.text(f"Chosen: {place_line(place)} ({place.lat:.4f}, {place.lon:.4f}, {radius_words(place.radius_km)})")
    elif point is not None:
        lat, lon, radius = point
        st.text(
            f"Chosen: {lat:.4f}, {lon:.4f}, {radius_words(radius)}: {near_words(lat, lon, _nearest(lat, lon))}"
            + (f"; called “{visible(name)}”" if name else "")
        )
    else:
        st.text("Nothing chosen yet.")


# -- into the gazetteer ---------------------------------------------------------------------------


def _into_gazetteer(key: str, name: str, chosen: Place | None, point: tuple[float, float, float] | None) -> None:
    """A new place, or a new spelling of a known one; both are words on names, kept with who said so."""
    note = st.session_state.pop(f"{key}_note", "")
    if note:
        st.text(note)
    with st.expander("Add to the gazetteer"):
        st.caption("What you add is found in every document from now on, and can be taken back on the page Places.")
        if chosen is not None and name and plain_key(name) != plain_key(chosen.name):
            st.text(f"“{visible(name)}” as another spelling of {place_line(chosen)}:")
            if st.button("Add this spelling", key=f"{key}_alias"):
                _kept(key, keep_word(name, "is", chosen), chosen)
        elif point is not None:
            _new_place(key, name, point)
        else:
            st.text("Set a point on the map to add a new place, or choose a place to add the name as its spelling.")


def _new_place(key: str, name: str, point: tuple[float, float, float]) -> None:
    lat, lon, radius = point
    st.text(f"A new place at {lat:.4f}, {lon:.4f}, {radius_words(radius)}:")
    one, two = st.columns(2)
    title = one.text_input("Its usual name", visible(name), key=f"{key}_title_{plain_key(name)}", max_chars=200)
    others = two.text_input("Other spellings, parted by |", key=f"{key}_others", max_chars=500)
    three, four = st.columns(2)
    kind = three.selectbox("Kind", KINDS, key=f"{key}_kind")
    near = _nearest(lat, lon)
    home = near[1].country.split("|")[0] if near else ""
    country = four.text_input("Country code", home, key=f"{key}_code_{home}", max_chars=2)
    if st.button("Add this place to the gazetteer", key=f"{key}_add"):
        try:
            place = own_place(title, kind or "other", country, lat, lon, radius, load.user_name(), others.split("|"))
        except ValueError as fault:
            st.text(f"⚠ {fault}")
            return
        _kept(key, keep_word(place.name, "is", place, also=place.aliases), place)


def _kept(key: str, said: tuple[bool, str], place: Place) -> None:
    """Say what became of it, and take the place for the choice."""
    was_kept, st.session_state[f"{key}_note"] = said
    if was_kept:
        st.session_state[f"{key}_own"] = place
        _choose(key, place.id)
    st.rerun()
