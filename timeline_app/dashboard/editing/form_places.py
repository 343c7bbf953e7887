"""The places of an event in its form: each in its role, chosen anew, removed or added."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from timeline_app.dashboard.editing.place_picker import pick_place
from timeline_app.model import Role, Where
from timeline_app.views import visible
from timeline_app.views.tasks.place_choice import radius_words

ROLES: dict[Role, str] = {
    "at": "at: it happened there", "from": "from: they left it", "via": "via: they passed it",
    "to": "to: they went there", "near": "near: close to it",
}  # fmt: skip
_NEW = -1


@dataclass(slots=True)
class FormPlaces:
    """The places as they stand in the form.

    Attributes:
        key: what the widgets are named after.
        slots: the places by a number that stays theirs.
        changing: the number of the place that is being chosen; None when none is.
        asked: how often one was.
    """

    key: str
    slots: dict[int, Where]
    changing: int | None = None
    asked: int = 0
    roles: dict[int, Role] = field(default_factory=dict)

    @classmethod
    def of(cls, key: str, places: tuple[Where, ...]) -> FormPlaces:
        """The places of an event."""
        return cls(key, dict(enumerate(places)), roles={number: place.role for number, place in enumerate(places)})

    @property
    def places(self) -> tuple[Where, ...]:
        """In order, in the roles chosen."""
        return tuple(place.with_(role=self.roles[number]) for number, place in self.slots.items())


def edit_places(form: FormPlaces) -> None:
    """Draw them; what changes is kept in `form`."""
    if not form.slots:
        st.text("Without a place.")
    for number, place in list(form.slots.items()):
        _slot(form, number, place)
    if form.changing is None:
        st.button("Add a place", key=f"{form.key}_add", on_click=_change, args=(form, _NEW))
    elif form.changing == _NEW:
        st.button("Cancel", key=f"{form.key}_cancel", on_click=_done, args=(form,))
        with st.container(border=True):
            _choose(form, _NEW, "at", "")


def _slot(form: FormPlaces, number: int, place: Where) -> None:
    role, words, change, remove = st.columns([2.4, 5, 1.2, 1.2], vertical_alignment="center")
    key = f"{form.key}_role_{number}"
    form.roles[number] = role.selectbox(
        f"Role of place {number + 1}", list(ROLES), list(ROLES).index(place.role), format_func=lambda one: ROLES[one],
        key=key, label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    words.text(where_line(place))
    if form.changing == number:
        change.button("Cancel", key=f"{form.key}_cancel_{number}", on_click=_done, args=(form,), width="stretch")
    else:
        change.button(
            "Change", key=f"{form.key}_change_{number}", on_click=_change, args=(form, number), width="stretch"
        )
    remove.button("Remove", key=f"{form.key}_remove_{number}", on_click=_remove, args=(form, number), width="stretch")
    if form.changing == number:
        with st.container(border=True):
            _choose(form, number, form.roles[number], place.text)


def where_line(place: Where) -> str:
    """A place as it is resolved, beside the words as written."""
    resolved = place.name or ("a point" if place.lat is not None else "")
    written = f"“{place.text}”"
    if not place.is_placed:
        return visible(f"{written}: not on the map" + (" (rejected)" if place.status == "rejected" else ""))
    kind = f", {place.kind}" if place.kind else ""
    named = f"{written}: " if place.text != resolved else ""
    return visible(f"{named}{resolved}{kind} ({place.lat:.4f}, {place.lon:.4f}, {radius_words(place.radius_km)})")


def _choose(form: FormPlaces, number: int, role: Role, words: str) -> None:
    found = pick_place(f"{form.key}_pick{form.asked}", role, words)
    if found is None:
        return
    slot = max(form.slots, default=-1) + 1 if number == _NEW else number
    form.slots[slot] = found
    form.roles[slot] = role
    _done(form)
    st.rerun()


def _change(form: FormPlaces, number: int) -> None:
    form.changing = number
    form.asked += 1


def _remove(form: FormPlaces, number: int) -> None:
    form.slots.pop(number, None)
    if form.changing == number:
        _done(form)


def _done(form: FormPlaces) -> None:
    form.changing = None
