"""Folded parts: open ones stay open when their label changes, and closed ones hold nothing until looked at."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from timeline_app.dashboard.folded import folded, is_looked_at

    held = st.number_input("Held", value=3)
    tray = folded(f"Undated ({held})", "tray")
    if is_looked_at(tray, st.session_state.get("event", "e1"), "tray"):
        tray.text_input("Typed", key="typed")


def test_an_open_part_stays_open_when_its_count_changes() -> None:
    test = AppTest.from_function(page)
    test.session_state["tray"] = True
    assert test.run().expander[0].label == "Undated (3)"
    test.number_input[0].set_value(2).run()
    assert test.expander[0].label == "Undated (2)"
    assert test.expander[0].proto.expanded
    assert test.text_input


def test_a_closed_part_holds_nothing_and_stays_closed() -> None:
    test = AppTest.from_function(page).run()
    assert not test.text_input
    test.number_input[0].set_value(2).run()
    assert not test.expander[0].proto.expanded
    assert not test.text_input


def test_what_was_typed_stays_when_a_part_is_closed_and_goes_with_its_event() -> None:
    test = AppTest.from_function(page)
    test.session_state["tray"] = True
    test.run().text_input[0].set_value("a note").run()
    test.session_state["tray"] = False
    assert test.run().text_input[0].value == "a note"
    test.session_state["event"] = "e2"
    assert not test.run().text_input
