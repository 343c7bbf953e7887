"""The one door into folium and the lock behind it: text of events never runs, on the server or in the page."""

import json
import math
import re
from pathlib import Path

import branca.element
import folium
import pytest

from timeline_app.dashboard.components import folium_map, safe_json, self_test
from timeline_app.errors import UnsafeEnvironment

HOSTILE = [
    '<img src=x onerror="alert(1)">',
    "</script><script>alert(1)</script>",
    "<!-- &amp; &lt;",
    "`${alert(1)}`",
    "{{1337*1337}}",
    "{{{1337*1337}}}",
    "{% raw %}",
    "{% for x in () %}",
    "{# comment #}",
    "{ { 1337*1337 } }",
    "{{'feature_group'}}",
    "line \u2028 and \u2029 separators",
    "lone surrogate \ud800",
    'quote " and back\\slash \\u007b',
    "\x00 and \x1b",
    "دير الزور",
    "map_div alert(coords); _0_0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_safe_json_means_the_same_to_a_json_reader(text):
    assert json.loads(safe_json({text: [text, {"a": {}}]})) == {text: [text, {"a": {}}]}


@pytest.mark.parametrize("text", HOSTILE)
def test_safe_json_leaves_nothing_for_html_or_jinja_to_find(text):
    written = safe_json({text: [text]})
    assert not re.search("[<>&\u2028\u2029]|\\{[{%#]", written)
    written.encode("utf-8")


def test_nested_empty_objects_do_not_form_a_template():
    assert safe_json([{"a": {}}, {}]) == '[{"a":{}},{}]'


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_json_has_no_word_for_is_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        safe_json({"lat": number})


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\ud800" not in text])
def test_branca_takes_text_made_at_run_time_literally(text):
    assert branca.element.Element(text).render() == text


def test_even_a_stock_marker_no_longer_runs_its_title():
    page = folium.Map(tiles=None)
    folium.Marker([0, 0], tooltip="{{1337*1337}}", popup="{% of {# c #}").add_to(page)
    assert "1787569" not in page.get_root().render()


def test_the_self_test_passes_here():
    self_test()


def test_the_self_test_refuses_to_start_without_the_lock(monkeypatch):
    import jinja2

    monkeypatch.setattr(branca.element, "Template", jinja2.Template)
    with pytest.raises(UnsafeEnvironment, match="runs text as code"):
        self_test()


def test_the_self_test_refuses_a_door_that_lets_templates_through(monkeypatch):
    monkeypatch.setattr(folium_map, "safe_json", json.dumps)
    with pytest.raises(UnsafeEnvironment):
        self_test()


def rendered(titles):
    base = folium_map._base_map()
    payload = {"version": "1", "events": {"title": titles}}
    folium_map._event_group(payload, "dark", None).add_to(base)
    return base.get_root().render()


def test_the_map_page_names_no_address_but_relative_ones():
    page = rendered(HOSTILE)
    assert "../timeline_app.dashboard.components.bundle.vendor/map.js?v=" in page
    assert not re.search(r"(?:https?:)?//[a-z]", page)


def test_the_map_page_holds_titles_as_escaped_json_only():
    page = rendered(HOSTILE)
    for title in HOSTILE:
        assert safe_json(title) in page
    for raw in HOSTILE[:10]:
        if any(sign in raw for sign in "<&") or "{{" in raw or "{%" in raw:
            assert raw not in page


def test_the_base_maps_script_never_changes():
    """st_folium remounts the frame, and loses the view, when it does."""
    from streamlit_folium import generate_leaflet_string

    scripts = set()
    for _ in range(3):
        base = folium_map._base_map()
        base.get_root().render()
        scripts.add(generate_leaflet_string(base))
    assert len(scripts) == 1


def test_the_selection_travels_with_the_events_only_where_the_page_is_out_of_reach():
    def scene(selected):
        layer = next(iter(folium_map._event_group({"version": "1"}, "light", selected)._children.values()))
        return json.loads(layer.scene)

    assert scene(None) == {"payload": {"version": "1"}, "theme": "light"}
    assert scene((None,))["selected"] is None
    assert scene(("e1",))["selected"] == "e1"


@pytest.mark.parametrize(
    ("sent", "click"),
    [
        ({"place": "p1", "clicked": "e1", "n": 1}, folium_map.MapClick("p1", "e1")),
        ({"bus": False, "clicked": None, "place": None, "n": 0}, None),
        ({"place": 5, "clicked": "e1"}, None),
        ({}, None),
        (None, None),
        ("e1", None),
    ],
)
def test_what_the_browser_sends_is_a_click_or_nothing(sent, click):
    assert folium_map._click(sent) == click


def test_folium_is_touched_in_one_module_only():
    package = Path(folium_map.__file__).parents[2]
    importing = re.compile(r"^\s*(?:from|import) (?:folium|branca|streamlit_folium)\b", re.MULTILINE)
    found = {path.name for path in package.rglob("*.py") if importing.search(path.read_text("utf-8"))}
    assert found == {"folium_map.py"}
