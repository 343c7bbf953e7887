"""The seeds: honest, whole, readable by the project's own rooms, and in our own words."""

import csv
import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from timeline_app.imports import read_events
from timeline_app.model import EVENT_TYPES, When

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "corpus" / "seeds"
GOLD = ROOT.parent / "shared" / "corpus" / "gold" / "seeds.jsonl"
COLUMNS = "id,title,type,date,role,place,lat,lon,radius_km,actors,quantities,source,url,quote,note".split(",")
ARTICLES = sorted((SEEDS / "articles").glob("*.txt"))
GRAM = 7
"""Words in a row that count as copied."""

# "ISIS (source)"
ACTOR = re.compile(r"[^|()]{2,60} \((?:source|target|speaker|other)\)")
# "wounded=26", "relatives=300..500", "people=601.."
QUANTITY = re.compile(r"([^|=]{2,60})=(\d{1,9})(?:\.\.(\d{0,9}))?")

# A stamp and dateline are data of the format, not sentences: "date 2017-08-23 BEIRUT, LEBANON (1:55 P.M.)".
STAMPS = (re.compile(r"^ ?date \d{4}-\d\d-\d\d [A-Z, ]{3,60} \([^)]{1,20}\)", re.MULTILINE),)


def read_rows() -> list[dict[str, str]]:
    with (SEEDS / "events.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


ROWS = read_rows()


def when(edtf: str) -> When:
    from timeline_app.temporal import parse_edtf

    return parse_edtf(edtf)


def article(stem: str) -> str:
    return (SEEDS / "articles" / f"{stem}.txt").read_text(encoding="utf-8")


def events() -> dict[str, list[dict[str, str]]]:
    by_id = defaultdict(list)
    for row in ROWS:
        by_id[row["id"]].append(row)
    return by_id


def test_the_columns_are_the_promised_ones() -> None:
    with (SEEDS / "events.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines, strict=True))
    assert table[0] == COLUMNS
    assert {len(row) for row in table} == {len(COLUMNS)}


def test_there_are_at_least_25_events_of_2014_to_2019_from_all_five_articles() -> None:
    assert len(events()) >= 25
    assert len(ARTICLES) == 5
    assert {row["source"] for row in ROWS} == {path.stem for path in ARTICLES}
    years = {when(row["date"]).earliest.year for row in ROWS if row["date"]}
    assert years >= {2014, 2017, 2019}


def test_some_events_are_honestly_undated_or_unplaced_but_most_are_neither() -> None:
    first = [rows[0] for rows in events().values()]
    undated = [row for row in first if not row["date"]]
    unplaced = [row for row in first if not row["place"]]
    assert 1 <= len(undated) <= len(first) // 5
    assert 1 <= len(unplaced) <= len(first) // 2


def test_the_rows_of_one_event_agree_on_what_it_is_and_each_source_speaks_once_of_a_place() -> None:
    for id_, rows in events().items():
        for column in ("title", "type", "date", "actors"):
            assert len({row[column] for row in rows}) == 1, (id_, column)
        told = [(row["source"], row["role"], row["place"]) for row in rows]
        assert len(set(told)) == len(told), id_


def test_one_event_shows_several_sources_that_disagree_on_its_numbers() -> None:
    found = read_events(SEEDS / "events.csv").events
    fields = {conflict.field: len(conflict.values) for event in found for conflict in event.conflicts}
    assert fields["quantity: fighters"] == 3


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['role'] or 'nowhere'}")
def test_a_row_can_be_read(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){1,8}", row["id"])
    assert 10 <= len(row["title"]) <= 90
    assert row["type"] in EVENT_TYPES
    assert row["url"] == ""
    assert (row["role"] == "") == (row["place"] == "")
    assert row["role"] in {"", "at", "from", "to", "via", "near"}
    assert all(ACTOR.fullmatch(actor) for actor in row["actors"].split("|"))
    for quantity in filter(None, row["quantities"].split("|")):
        found = QUANTITY.fullmatch(quantity)
        assert found, quantity
        assert not found[3] or int(found[2]) <= int(found[3])


@pytest.mark.parametrize("edtf", sorted({row["date"] for row in ROWS if row["date"]}))
def test_a_date_is_edtf_within_2014_and_2019(edtf: str) -> None:
    read = when(edtf)
    assert date(2014, 1, 1) <= read.earliest <= read.latest <= date(2019, 12, 31)


def test_every_quote_stands_word_for_word_in_its_article() -> None:
    quoted = [row for row in ROWS if row["quote"]]
    assert quoted
    for row in quoted:
        assert row["quote"] in article(row["source"]), row["id"]


def test_every_place_is_a_name_of_the_gazetteer_or_has_coordinates() -> None:
    with (ROOT / "gazetteer.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["name"] for row in csv.DictReader(lines)}
    for row in ROWS:
        assert row["place"] in known | {""} or (row["lat"] and row["lon"]), row["place"]


def test_the_importer_reads_every_event_without_a_problem_and_places_it_where_the_gazetteer_says() -> None:
    from timeline_app.geo import load_gazetteer
    from timeline_app.imports import read_events

    gazetteer = load_gazetteer(ROOT / "gazetteer.csv")
    timeline = read_events(SEEDS / "events.csv", gazetteer)
    assert timeline.problems == ()
    assert len(timeline.events) == len(events())
    for event in timeline.events:
        for place in event.where:
            assert place.is_placed, (event.title, place.text)
            assert place.name == place.text


def test_articles_are_utf8_with_speaking_names_and_plain_line_ends() -> None:
    for path in ARTICLES:
        assert re.fullmatch(r"\d{3}(-[a-z]{1,20}){2,8}\.txt", path.name)
        assert b"\r" not in path.read_bytes()
        path.read_bytes().decode("utf-8", "strict")


# What makes each article hard to read, so that nobody smooths it away.
TRAPS = [
    ("000", r"^ date 2017-08-23 BEIRUT, LEBANON \(1:55 P\.M\.\) – "),
    ("000", r"during the past week"),
    ("002", r"^12-02-19 12:56:00,$"),
    ("002", r"^ » Lees verder$"),
    ("002", r"^%d bloggers liken dit:$"),
    ("003", r"September 04, 2017"),
    ("003", r"^\[Grey Ledger\]\(#\) 2 September 2017$"),
    ("003", r"Photo: "),
    ("003", r"^<https://t\.co/"),
    ("003", r"\bon Wednesday\b"),
    ("003", r"^Disclaimer: "),
    ("003", r"^Copyright © "),
    ("003", r"ISBN"),
    ("004", r"^Advertisement - article resumes below$"),
    ("004", r"\bstated Tuesday\b"),
    ("004", r"Scroll down to comment below!$"),
]


@pytest.mark.parametrize(("number", "pattern"), TRAPS)
def test_an_article_keeps_its_trap(number: str, pattern: str) -> None:
    text = next(path for path in ARTICLES if path.name.startswith(number)).read_text(encoding="utf-8")
    assert re.search(pattern, text, re.MULTILINE)


def test_the_article_without_a_date_has_none() -> None:
    text = article("001-coalition-and-iraq-object")
    assert not re.search(r"\b(?:19|20)\d\d\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b", text)


def grams(text: str) -> set[tuple[str, ...]]:
    """Every run of seven words within a line: lines of furniture do not make a sentence together."""
    found = set()
    for line in text.splitlines():
        words = re.findall(r"[^\W_]+", line.casefold())
        found |= {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}
    return found


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not on this machine")
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_nothing_of_the_originals_survives(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for stamp in STAMPS:
        text = stamp.sub("", text)
    originals = [original.read_text(encoding="utf-8") for original in ORIGINALS.glob("*.txt")]
    assert originals
    copied = grams(text) & set().union(*map(grams, originals))
    assert sorted(map(" ".join, copied)) == []


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not on this machine")
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_about_as_long_as_its_original(path: Path) -> None:
    (original,) = ORIGINALS.glob(f"{path.name[:3]}_*.txt")
    share = len(path.read_text(encoding="utf-8").split()) / len(original.read_text(encoding="utf-8").split())
    assert 0.8 <= share <= 1.1


@pytest.mark.skipif(not GOLD.is_file(), reason="the gold is not on this machine")
def test_the_events_cover_the_time_of_everything_the_originals_surely_tell() -> None:
    """Every day interval the gold requires is overlapped by one of our events."""
    ours = [when(row["date"]) for row in ROWS if row["date"]]
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        for event in json.loads(line)["events"]:
            if event["need"] == "must":
                first, last = (date.fromisoformat(event[end]) for end in ("earliest", "latest"))
                assert any(one.overlaps(first, last) for one in ours), event["what"]
