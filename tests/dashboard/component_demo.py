"""A page with both components and made-up events, hostile titles among them; for tests and for looking at.

streamlit run tests/dashboard/component_demo.py, then ?n=10000&theme=dark&slow=6
"""

import random
import time
from datetime import date

import streamlit as st

from timeline_app.dashboard.components import MapClick, event_map, selection, self_test, timeline
from timeline_app.views.words.palette import palette

HOSTILE = [
    "<img src=x onerror=\"document.title='pwned'\">",
    "</script><script>document.title='pwned'</script>",
    "`${document.title='pwned'}`",
    "{{1337*1337}}",
    "{% raw %} unclosed",
    "{# comment",
    "{{'feature_group'}} \u2028 line \u202e right to left",
    "انسحاب مقاتلي داعش من القلمون إلى دير الزور",
]
TITLES = [
    "Lebanese army halts offensive as talks on missing soldiers begin",
    "Convoy of buses leaves Qarah for Abu Kamal",
    "Coalition strikes crater the road east of Humaymah to stop the convoy",
    "Hezbollah leader says the deal was reached with Damascus's consent",
    "Iraqi prime minister calls the transfer unacceptable",
    "Remains of soldiers found near Arsal",
    "Fighters and their families stranded in the desert",
    "Town taken after three days",
]
#  name, latitude, longitude, radius in km, kind
PLACES = [
    ("Arsal", 34.179, 36.421, 3.0, "town"),
    ("Qarah", 34.154, 36.744, 3.0, "town"),
    ("Ras Baalbek", 34.261, 36.423, 2.0, "village"),
    ("Qalamoun", 33.95, 36.6, 35.0, "region"),
    ("Abu Kamal", 34.452, 40.919, 4.0, "city"),
    ("Deir ez-Zor", 35.336, 40.141, 6.0, "city"),
    ("al-Mayadin", 35.02, 40.452, 4.0, "town"),
    ("Humaymah", 34.331, 40.217, 3.0, "village"),
    ("Sukhnah", 34.887, 38.872, 4.0, "town"),
    ("Palmyra", 34.562, 38.284, 4.0, "city"),
    ("Raqqa", 35.953, 39.008, 6.0, "city"),
    ("Mosul", 36.335, 43.119, 9.0, "city"),
    ("Baghdad", 33.325, 44.422, 15.0, "city"),
    ("Deir ez-Zor governorate", 35.1, 40.5, 90.0, "governorate"),
    ("Iraq", 33.2, 43.7, 300.0, "country"),
    ("Beirut", 33.89, 35.5, 6.0, "city"),
    ("Tal Afar", 36.376, 42.449, 4.0, "town"),
    ("Syrian desert", 34.3, 38.9, 120.0, "desert"),
]
EPOCH = date(1970, 1, 1).toordinal()
FIRST, LAST = date(2014, 6, 1).toordinal() - EPOCH, date(2019, 3, 1).toordinal() - EPOCH


def make_events(count):
    """Made-up events in date order; every eleventh has no date."""
    dice = random.Random(7)
    events = []
    for i in range(count):
        peak = dice.random() < 0.6
        first = int(dice.gauss(17405, 9)) if peak else dice.randint(FIRST, LAST)
        span = dice.choice([0, 0, 0, 0, 2, 6, 30])
        hostile = HOSTILE[i // 5 % len(HOSTILE)] if i % 5 == 1 else None
        events.append(
            {
                "id": f"e{i}",
                "title": hostile or dice.choice(TITLES),
                "first": first,
                "last": first + span,
                "extent": dice.choice(["within", "throughout"]),
                "basis": dice.choice(["stated", "stated", "relative", "inherited", "publication"]),
                "approximate": dice.random() < 0.1,
                "type": dice.randrange(18) if i % 3 else dice.choice([0, 6, 9, 10]),
                "places": dice.sample(range(len(PLACES)), 2 if dice.random() < 0.15 else 1),
                "sources": dice.randint(1, 5),
                "dated": i % 11 != 5,
            }
        )
    return sorted(events, key=lambda event: event["first"])


def day_text(event):
    """The label a person reads."""
    first, last = (date.fromordinal(event[name] + EPOCH) for name in ("first", "last"))
    return f"{first:%-d %b %Y}" if first == last else f"{first:%-d %b} to {last:%-d %b %Y}"


def map_of(events, version):
    """A map payload as views makes it."""
    here = {}
    for index, event in enumerate(events):
        for place in event["places"]:
            here.setdefault(place, []).append(index)
    chosen = [PLACES[place] for place in here]
    names = ("name", "lat", "lon", "radius_km", "kind")
    return {
        "version": version,
        "types": palette(),
        "places": {
            "key": [f"p{place}" for place in here],
            **{name: [row[i] for row in chosen] for i, name in enumerate(names)},
            "n": [len(indices) for indices in here.values()],
            "events": list(here.values()),
        },
        "events": {
            **{name: [event[name] for event in events] for name in ("id", "title", "type", "sources")},
            "date": [day_text(event) if event["dated"] else "" for event in events],
        },
    }


def timeline_of(events, everything, version, chosen):
    """A timeline payload as views makes it."""
    columns = ("id", "title", "type", "sources")

    def tell(some):
        return {
            **{name: [event[name] for event in some] for name in columns},
            "place": [PLACES[event["places"][0]][0] for event in some],
        }

    dated = [event for event in events if event["dated"]]
    bins = [0] * 120
    for event in everything:
        if event["dated"] and FIRST <= event["first"] <= LAST:
            bins[min(119, (event["first"] - FIRST) * 120 // (LAST - FIRST + 1))] += 1
    more = ("first", "last", "extent", "basis", "approximate")
    return {
        "version": version,
        "types": palette(),
        "events": {
            **tell(dated),
            **{name: [event[name] for event in dated] for name in more},
            "date": [day_text(event) for event in dated],
        },
        "undated": tell([event for event in events if not event["dated"]]),
        "density": {"first": FIRST, "last": LAST, "counts": bins},
        "range": chosen,
    }


def inside(event, chosen):
    """Whether an event overlaps the range; the undated always stay."""
    return chosen is None or not event["dated"] or (event["first"] <= chosen[1] and event["last"] >= chosen[0])


def on_map(click: MapClick):
    """The map was clicked."""
    st.session_state.selected = click.event
    st.session_state.heard = f"map {click.place}"


def on_selected(event):
    """An event was clicked on the map or in the timeline."""
    st.session_state.selected = event
    st.session_state.heard = "chosen"


def on_range(days):
    """The brush was released or cleared."""
    st.session_state.range = [day.toordinal() - EPOCH for day in days] if days else None
    st.session_state.heard = f"range {days[0]} {days[1]}" if days else "range cleared"


st.set_page_config(page_title="Components", layout="wide")
self_test()
everything = make_events(int(st.query_params.get("n", "61")))
for name in ("selected", "range", "heard"):
    st.session_state.setdefault(name, None)
span = st.session_state.range
events = [event for event in everything if inside(event, span)]
version = f"{len(everything)}-{span}"
theme = "dark" if st.query_params.get("theme") == "dark" or st.context.theme.type == "dark" else "light"

st.text(f"heard: {st.session_state.heard} / selected: {st.session_state.selected} / {len(events)} of {len(everything)}")
left, right = st.columns([11, 9])
with left:
    event_map(
        map_of(events, version),
        theme=theme,
        selected=st.session_state.selected,
        height=680,
        on_change=on_map,
    )
with right:
    timeline(
        timeline_of(events, everything, version, span),
        height=680,
        on_range=on_range,
    )
    if not st.session_state.heard:
        time.sleep(float(st.query_params.get("slow", "0")))  # what hears of a click comes last
    selection(st.session_state.selected, on_selected=on_selected)
