"""Who did it: the login's name, else the name typed or remembered, else the operating system's."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard import load, who
from timeline_app.dashboard.serve import APP, SETTINGS


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(tmp_path / "s.sqlite"))
    monkeypatch.setattr(getpass, "getuser", lambda: "os-user")
    return AppTest.from_file(str(APP), default_timeout=60)


def named(test: AppTest) -> str:
    assert not test.exception
    return str(test.text[0].value)


def test_the_name_stands_on_the_page_and_can_be_changed(app: AppTest) -> None:
    test = app.run()
    assert named(test) == "os-user"
    test.text_input(key="who").set_value("  Ada \u202e Lovelace ").run()
    assert named(test) == "Ada ⟦RLO⟧ Lovelace"
    test.text_input(key="who").set_value("").run()
    assert named(test) == "os-user"


def test_what_is_done_is_done_in_that_name(app: AppTest) -> None:
    test = app.run()
    test.text_input(key="who").set_value("Ada").run()
    next(one for one in test.button if one.label == "Put the example here").click().run()
    assert load.store().people() == ["Ada"]


def test_the_browser_remembers_the_name(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_context(monkeypatch, cookies={who.COOKIE: "Zo%C3%AB%20%3B%20x"})
    assert named(app.run()) == "Zoë ; x"


def test_headers_of_a_proxy_are_not_believed(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_context(monkeypatch, headers={"X-Forwarded-User": "mallory", "Remote-User": "mallory"})
    assert named(app.run()) == "os-user"


def _with_context(monkeypatch: pytest.MonkeyPatch, **told: Any) -> None:
    context = SimpleNamespace(**{"cookies": {}, "headers": {}, "timezone": None, "theme": None, **told})
    monkeypatch.setattr(st, "context", context)


def test_a_login_outweighs_what_is_typed(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who, "_login", lambda: {"is_logged_in": True, "name": "Nadia N.", "email": "n@example.org"})
    app.session_state["who"] = "Mallory"
    test = app.run()
    assert named(test) == "Nadia N."
    assert not [one for one in test.text_input if one.key == "who"]
    assert "Sign out" in [one.label for one in test.button]


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({}, ""),
        ({"is_logged_in": False, "name": "Nobody"}, ""),
        ({"name": "Set by a host without a login"}, ""),
        ({"is_logged_in": True, "name": " ", "email": "n@example.org"}, "n@example.org"),
        ({"is_logged_in": True, "preferred_username": "nadia", "email": "n@example.org"}, "nadia"),
        ({"is_logged_in": True, "name": None, "sub": "248289"}, "248289"),
    ],
)
def test_the_name_of_a_login(user: dict[str, Any], name: str) -> None:
    assert who.login_name(user) == name
