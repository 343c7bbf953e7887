"""The open store, who works on it, and the gazetteer: what every page needs first."""

from __future__ import annotations

import os

import streamlit as st

from timeline_app.dashboard import who
from timeline_app.dashboard.serve import EXAMPLE_VARIABLE, STORE_VARIABLE
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import PlaceCorrection
from timeline_app.pipeline import add_gathered, gather, heeding
from timeline_app.settings import default_store_path, seed_files
from timeline_app.store import Store, open_store


def store_path() -> str:
    """The store this server works on, as the command line said."""
    return os.environ.get(STORE_VARIABLE) or str(default_store_path())


def is_example() -> bool:
    """Whether the store holds the shipped example."""
    return bool(os.environ.get(EXAMPLE_VARIABLE))


def user_name() -> str:
    """Who works here, for the history."""
    return who.user_name()


@st.cache_resource(show_spinner=False)
def store_at(path: str) -> Store:
    """The open store of a path, one for all sessions."""
    return open_store(path)


def store() -> Store:
    """The open store, one for all sessions."""
    return store_at(store_path())


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """The project's own gazetteer."""
    return load_gazetteer()


@st.cache_resource(show_spinner=False, max_entries=4)
def heeding_gazetteer(said: tuple[PlaceCorrection, ...]) -> Gazetteer:
    """The project's gazetteer with what was said."""
    return heeding(gazetteer(), said)


def gazetteer_heeding() -> Gazetteer:
    """The same with the places and spellings persons gave in this store."""
    return heeding_gazetteer(store().place_corrections())


def add_example() -> None:
    """The seeds, added to the store at hand."""
    add_gathered(store(), gather(seed_files(), gazetteer()), gazetteer(), user_name())
