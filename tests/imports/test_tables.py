"""Event lists as csv: what is read, what is refused, what is counted."""

from collections.abc import Sequence
from datetime import date

import pytest

from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.imports import read_events_bytes
from timeline_app.model import Actor, Candidate, Place, Quantity, Source, Timeline, curated_event_id

HEADER = "id,title,type,date,role,place,lat,lon,radius_km,actors,quantities,source,url,quote,note"


class FivePlaces:
    """A gazetteer of a few lines."""

    rows = (
        Place("kyiv", "Kyiv", "city", "UA", "", 50.45, 30.52, 15),
        Place("homs", "Homs", "city", "SY", "Homs", 34.73, 36.71, 8),
        Place("homs-gov", "Homs", "governorate", "SY", "", 34.5, 38.0, 150),
        Place("tripoli-ly", "Tripoli", "city", "LY", "", 32.89, 13.19, 15),
        Place("tripoli-lb", "Tripoli", "city", "LB", "", 34.44, 35.83, 8),
    )

    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> Sequence[Candidate]:
        return [Candidate(place, 0.7, ("the same name",)) for place in self.rows if place.name == name]


def read(text: str, places: FivePlaces | None = None) -> Timeline:
    return read_events_bytes(text.encode("utf-8"), "events.csv", places)


def lines(*rows: str, header: str = "id,title,date,place,lat,lon") -> str:
    return "\n".join((header, *rows)) + "\n"


def problems(timeline: Timeline) -> list[str]:
    return [str(problem) for problem in timeline.problems]


def test_a_full_row_becomes_a_whole_event() -> None:
    row = (
        "a7,Convoy leaves,movement,2017-08-28,from,Homs,34.73,36.71,5,Fighters (source)|Islamic State (IS),"
        "fighters=308..310|buses=17|dead=5..,Reuters,https://example.org/x,They left.,A note"
    )
    timeline = read(HEADER + "\n" + row + "\n", FivePlaces())
    assert timeline.problems == ()
    (event,) = timeline.events
    assert event.id == curated_event_id("a7")
    assert (event.title, event.type, event.summary, event.origin) == ("Convoy leaves", "movement", "A note", "curated")
    assert event.when is not None
    assert (event.when.earliest, event.when.basis) == (date(2017, 8, 28), "curated")
    (where,) = event.where
    assert (where.role, where.text, where.place_id, where.lat, where.radius_km) == ("from", "Homs", "homs", 34.73, 5)
    assert event.actors == (Actor("Fighters", "source"), Actor("Islamic State (IS)"))
    assert event.quantities == (
        Quantity("fighters", 308, 310, "308..310"), Quantity("buses", 17, 17, "17"), Quantity("dead", 5, None, "5.."),
    )  # fmt: skip
    (report,) = event.reports
    assert (report.id, report.document, report.start, report.end) == (event.id, "Reuters", 0, 0)
    assert (report.quote, report.when, report.where) == ("They left.", event.when, event.where)
    assert (event.review.status, event.review.by) == ("accepted", "")
    assert timeline.sources == (Source("Reuters", "Reuters", url="https://example.org/x"),)


def test_derived_columns_are_passed_over_in_our_own_exports_only() -> None:
    foreign = read("title,date,earliest,latest\nT,2017,2017-01-01,2017-12-31\n")
    assert any("earliest" in problem and "latest" in problem for problem in problems(foreign))
    ours = read("id,title,date,earliest,latest,basis,origin\n1,T,2017,2017-01-01,2017-12-31,curated,curated\n")
    assert problems(ours) == []


def test_rows_with_one_id_are_the_places_of_one_event() -> None:
    header = "id,title,date,role,place,source"
    timeline = read(lines("1,Convoy,2017-08,from,Homs,A", "1,,,to,Kyiv,", header=header), FivePlaces())
    (event,) = timeline.events
    assert [(w.role, w.place_id) for w in event.where] == [("from", "homs"), ("to", "kyiv")]
    assert timeline.problems == ()


def test_each_source_of_an_event_is_a_report_of_its_own() -> None:
    header = "id,title,date,source,quote"
    timeline = read(lines("1,t,2017,A,q", "1,t,2017,B,r", header=header))
    assert [(r.document, r.quote) for r in timeline.events[0].reports] == [("A", "q"), ("B", "r")]
    assert len({r.id for r in timeline.events[0].reports}) == 2


def test_reading_twice_gives_the_same_events() -> None:
    text = lines("1,a,2017,Homs,,", ",b,2018,Kyiv,,", "1,c,2019,Kyiv,,")
    assert read(text, FivePlaces()) == read(text, FivePlaces())


def test_an_id_used_twice_for_different_events_overwrites_nothing() -> None:
    timeline = read(lines("1,a,2017,,,", "1,b,2018,,,", ",c,2019,,,", " 1 ,d,2019,,,"))
    assert [event.title for event in timeline.events] == ["a", "b", "c", "d"]
    assert len({event.id for event in timeline.events}) == 4
    assert sum("title or date differ" in problem for problem in problems(timeline)) == 2
    assert any("row 4: has no id" in problem for problem in problems(timeline))


def test_a_row_pasted_twice_counts_once() -> None:
    timeline = read(lines("1,a,2017,,,", "1,a,2017,,,"))
    assert len(timeline.events) == 1
    assert problems(timeline) == [
        "events.csv, row 3: repeats row 2; counted once (likely mistake: the row was pasted twice)"
    ]


def test_fields_that_contradict_each_other_are_reported() -> None:
    timeline = read(lines("1,t,2017,strike", "1,t,2017,attack", header="id,title,date,type"))
    assert timeline.events[0].type == "strike"
    assert problems(timeline) == ["events.csv, row 3: type differs from row 2's, which counts"]


POINTS = [
    # lat, lon, placed?, words of the problem
    ("50.45", "30.52", True, ""),
    ("-33.86", "151.2", True, ""),
    ("٥٠٫٥", "٣٠", True, ""),
    ("50°27'N", "30°31'30\"E", True, ""),
    ("0", "180", True, ""),
    ("90", "0", True, ""),
    ("91", "0", False, "latitude 91 is beyond 90"),
    ("139.7", "35", False, "latitude and longitude exchanged"),
    ("0", "180.5", False, "longitude 180.5 is beyond 180"),
    ("NaN", "1", False, "'NaN' is not a plain decimal number"),
    ("inf", "1", False, "'inf' is not a plain decimal number"),
    ("1e999", "1", False, "not a plain decimal number"),
    ("0x10", "1", False, "not a plain decimal number"),
    ("1_0", "1", False, "not a plain decimal number"),
    ("48,85", "2,35", False, "has a comma"),
    ("0", "0", False, "0, 0 is a point in the Atlantic"),
    ("-0.0", "0", False, "0, 0 is a point in the Atlantic"),
    ("50", "", False, "longitude without the other"),
    ("50°27'E", "30", False, "points E"),
    ("50°77'N", "30", False, "more than 59 minutes"),
]


@pytest.mark.parametrize(("lat", "lon", "placed", "words"), POINTS, ids=[f"{p[0]} {p[1]}" for p in POINTS])
def test_coordinates_are_read_exactly_or_reported(lat: str, lon: str, placed: bool, words: str) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in (lat, lon)]
    timeline = read(lines(f"1,t,2017,Somewhere,{quoted[0]},{quoted[1]}"))
    (event,) = timeline.events
    assert event.is_placed is placed
    assert event.where[0].text == "Somewhere"
    assert words in " ".join(problems(timeline))
    assert bool(timeline.problems) is not placed
    assert all(problem.row == 2 for problem in timeline.problems)


def test_bad_coordinates_of_a_known_place_are_reported_and_the_name_counts() -> None:
    timeline = read(lines("1,t,2017,Kyiv,91,0"), FivePlaces())
    assert (timeline.events[0].where[0].lat, timeline.events[0].where[0].status) == (50.45, "auto")
    assert len(timeline.problems) == 1


def test_exchanged_coordinates_are_noticed_by_the_place_they_belong_to() -> None:
    timeline = read(lines("1,t,2017,Kyiv,30.52,50.45", "2,t,2017,Tripoli,32.9,13.2"), FivePlaces())
    assert (
        "km from Kyiv; not placed by coordinates (likely mistake: latitude and longitude are exchanged)"
        in problems(timeline)[0]
    )
    assert len(timeline.problems) == 1
    assert timeline.events[1].where[0].place_id == "tripoli-ly"


def test_a_name_of_two_far_places_stays_open_and_a_province_around_its_city_does_not() -> None:
    timeline = read(lines("1,t,2017,Tripoli,,", "2,t,2017,Homs,,", "3,t,2017,Atlantis,,"), FivePlaces())
    tripoli, homs, atlantis = (event.where[0] for event in timeline.events)
    assert (tripoli.status, len(tripoli.candidates)) == ("unresolved", 2)
    assert (homs.place_id, homs.status) == ("homs", "auto")
    assert (atlantis.text, atlantis.is_placed) == ("Atlantis", False)
    assert "may mean several places: Tripoli (city, LY); Tripoli (city, LB)" in problems(timeline)[0]
    assert "is not in the gazetteer" in problems(timeline)[1]


DATES = [
    ("2017-08-30", "", "2017-08-30", ""),
    ("2017-08", "", "2017-08", ""),
    ("[2017-08-16..2017-08-23]", "", "[2017-08-16..2017-08-23]", ""),
    ("2017-08-28", "2017-09-03", "2017-08-28/2017-09-03", ""),
    ("2017-08-28", "2017-08-28", "2017-08-28", ""),
    ("30 August 2017", "", "2017-08-30", "not written YYYY-MM-DD"),
    ("02/09/2017", "", "2017-09-02", "it may be 2017-02-09 as well"),
    ("2017-02-30", "", None, "30 February"),
    ("someday", "", None, "stays undated"),
    ("2017-09-03", "2017-08-28", None, "before it begins"),
    ("", "", None, ""),
]


@pytest.mark.parametrize(("start", "end", "edtf", "words"), DATES, ids=[f"{d[0]} {d[1]}" for d in DATES])
def test_dates_are_edtf_or_a_whole_date_in_words(start: str, end: str, edtf: str | None, words: str) -> None:
    timeline = read(lines(f"1,t,{start},{end}", header="id,title,date,end"))
    when = timeline.events[0].when
    assert (when and when.edtf) == edtf
    assert when is None or when.basis == "curated"
    assert words in " ".join(problems(timeline))
    assert bool(words) is bool(timeline.problems)


def test_texts_that_look_like_nothing_or_numbers_stay_texts() -> None:
    header = "id,title,date,place,lat,lon,source,note"
    timeline = read(lines("007,None,2017,NA,-22.5,17.0,,null", "1e5,True,2017,nan,1,2,,N/A", header=header))
    assert [(e.title, e.where[0].text, e.summary) for e in timeline.events] == [
        ("None", "NA", "null"),
        ("True", "nan", "N/A"),
    ]
    assert timeline.events[0].id == curated_event_id("007")
    assert timeline.problems == ()


def test_formulas_controls_and_spaces_stay_as_written() -> None:
    titles = ["=1+1", "\t=1+1", " =1+1", "\ufeff=1+1", "a\x00b\x01c", "'tis", "-2 degrees"]
    timeline = read(lines(*(f'{i},"{title}",2017,,,' for i, title in enumerate(titles))))
    assert [event.title for event in timeline.events] == titles


def test_the_apostrophe_that_keeps_a_spreadsheet_from_running_a_cell_comes_off() -> None:
    timeline = read(lines("0,'=1+1,2017,,,", "1,''=1+1,2017,,,"))
    assert [event.title for event in timeline.events] == ["=1+1", "'=1+1"]


def test_dangerous_addresses_stay_text_and_are_reported() -> None:
    timeline = read(lines("1,t,2017,javascript:alert(1)", "2,t,2017,https://example.org", header="id,title,date,link"))
    assert [event.url for event in timeline.events] == ["javascript:alert(1)", "https://example.org"]
    assert len(timeline.problems) == 1


def test_headers_are_known_by_their_usual_names() -> None:
    header = " ID ,Headline,WHEN,Location,Latitude,lng,Source_URL,Description"
    timeline = read(lines("1,t,2017,Homs,34.7,36.7,https://example.org,d", header=header))
    (event,) = timeline.events
    assert (event.title, event.where[0].lat, event.url, event.summary) == ("t", 34.7, "https://example.org", "d")
    assert timeline.problems == ()


def test_columns_nobody_knows_are_named_and_not_read() -> None:
    header = "id,title,name,<img src=x>,{{1337*1337}},__class__"
    timeline = read(lines("1,t,u,a,b,c", header=header))
    assert timeline.events[0].title == "t"
    assert "columns not read: 'name', '<img src=x>', '{{1337*1337}}', '__class__'" in problems(timeline)[0]


def test_unknown_types_and_roles_fall_back_aloud() -> None:
    timeline = read(lines("1,t,2017,Strke,beside,Homs", header="id,title,date,type,role,place"), FivePlaces())
    assert (timeline.events[0].type, timeline.events[0].where[0].role) == ("other", "at")
    assert "'strike' is meant" in " ".join(problems(timeline))
    assert "roles are at, from, to, via, near" in " ".join(problems(timeline))


def test_quantities_that_cannot_be_read_leave_the_event_whole() -> None:
    for cell in ("fighters", "=5", "dead=many", "dead=5..2", "dead=.."):
        timeline = read(lines(f"1,t,{cell}", header="id,title,quantities"))
        assert timeline.events[0].quantities == ()
        assert len(timeline.problems) == 1


def test_bad_rows_are_counted_by_their_row_and_good_rows_load() -> None:
    timeline = read(lines("1,t,2017,,,", "2,t", "3,t,2017,,,,more", "4,t,2017,,,,,"))
    assert [event.id for event in timeline.events] == [curated_event_id("1"), curated_event_id("4")]
    assert [problem.row for problem in timeline.problems] == [3, 4]


REFUSED = [
    (lines("1,t,2017,,,,x,y", "2,t,2017,,,,x,y"), "no row fits the header: row 2 has 8 cells, the header 6"),
    (lines('1,"t,2017', "2,t,2017,,,"), "row 2 opens a quote that never closes"),
    (lines('1,"t"x,2017,,,'), "is no csv"),
    (lines("1,t,2017,2018", header="id,title,date, Date "), "the column 'date' more than once"),
    (lines("1,t,2017", header="id,words,date"), "no column 'title'"),
    ("1,t,2017,Homs\n", "the header line is missing"),
    ('""\n', "holds no cells"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED, ids=[row[1] for row in REFUSED])
def test_a_broken_table_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read(text)
    assert str(refusal.value).startswith("events.csv: ")
    assert words in str(refusal.value)
    assert "likely mistake" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_called_no_table_is_said_to_be_none() -> None:
    with pytest.raises(InvalidData, match="the file is no table of events"):
        read_events_bytes(b"1,t,2017,Homs\n", "what.xyz")


def test_a_header_alone_is_an_empty_list_and_says_so() -> None:
    timeline = read("id,title\n")
    assert timeline.events == ()
    assert "no rows" in problems(timeline)[0]


def test_a_european_spreadsheet_is_read_with_its_commas() -> None:
    text = "id;title;date;place;lat;lon\n1;München €;2024-01-05;München;48,14;11,58\n"
    timeline = read_events_bytes(text.encode("cp1252"), "events.csv")
    (event,) = timeline.events
    assert (event.title, event.where[0].lat, event.where[0].lon) == ("München €", 48.14, 11.58)
    assert "Windows-1252" in problems(timeline)[0]
    assert "decimal commas" in problems(timeline)[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimiters_and_marked_encodings_need_no_word(encoding: str, mark: str) -> None:
    text = lines("1,Ḥoms,2017,Homs,34.7,36.7").replace(",", mark)
    timeline = read_events_bytes(text.encode(encoding), "events.csv")
    assert (timeline.events[0].title, timeline.events[0].where[0].lat) == ("Ḥoms", 34.7)
    assert timeline.problems == ()


def test_excels_own_first_line_is_understood() -> None:
    assert read("sep=;\nid;title\n1;a, b\n").events[0].title == "a, b"


def test_blank_lines_are_no_rows_but_count_as_lines() -> None:
    timeline = read("\n\nid,title,lat,lon\n\n1,t,1,\n,,,\n")
    assert len(timeline.events) == 1
    assert timeline.problems[0].row == 5


def test_empty_and_binary_files_are_refused() -> None:
    for data in (b"", b"  \n", bytes(range(256)) * 9, b"%PDF-1.7"):
        with pytest.raises(UnreadableFile):
            read_events_bytes(data, "events.csv")


def test_one_source_that_tells_two_versions_keeps_both() -> None:
    header = "id,title,date,source,quote,told_date,told_modality"
    rows = ("1,t,2017-05-04,Wire,words,2017-05-04,asserted", "1,t,2017-05-04,Wire,words,2017-05-09,denied")
    (event,) = read(lines(*rows, header=header)).events
    assert [(report.when and report.when.edtf, report.modality) for report in event.reports] == [
        ("2017-05-04", "asserted"), ("2017-05-09", "denied")
    ]  # fmt: skip


def test_a_date_that_a_source_tells_is_the_event_s_where_there_is_none() -> None:
    (event,) = read(lines("1,t,Wire,2017-05-04", header="id,title,source,told_date")).events
    assert event.when is not None
    assert event.when.edtf == "2017-05-04"


def test_a_plain_name_is_the_place_that_bears_it_and_not_one_that_is_called_so_too() -> None:
    class Hills(FivePlaces):
        def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> Sequence[Candidate]:
            hills = Place("homs-hills", "Homs outskirts", "region", "SY", "", 34.7, 36.8, 15)
            return [Candidate(hills, 0.72), Candidate(self.rows[1], 0.7)]

    timeline = read(lines("1,t,2017,Homs,,", "2,u,2017,Homs,34.72,36.72"), Hills())
    assert [event.where[0].place_id for event in timeline.events] == ["homs", "homs"]
