"""The command line as a person meets it: results on standard output, words on standard error, exit codes."""

from __future__ import annotations

import contextlib
import csv
import json
from pathlib import Path

import jsonschema
import pytest

from timeline_app.cli import main
from timeline_app.export import EXPORTERS, timeline_schema
from timeline_app.model import Place, PlaceCorrection
from timeline_app.store import open_store

ARTICLE = (
    "BEIRUT – Rebels captured the town of al-Mayadin on Wednesday, officials said.\n\n"
    "Some 40 fighters withdrew to Sukhnah a day later.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the store of whoever runs it."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_parse_writes_a_valid_timeline_file_with_words_behind_every_claim(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "parse", article, "--published", "2017-09-02")
    timeline = json.loads(out)
    jsonschema.Draft202012Validator(timeline_schema()).validate(timeline)
    assert code == 0
    assert [event["when"]["edtf"] for event in timeline["events"]] == ["2017-08-30", "2017-08-31"]
    for event in timeline["events"]:
        for report in event["reports"]:
            assert report["quote"] == ARTICLE[report["start"] : report["end"]]
            assert event["when"]["reason"]


def test_without_a_publication_date_no_date_is_invented(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "parse", article)
    assert [event["when"] for event in json.loads(out)["events"]] == [None, None]


def test_parsing_twice_gives_the_same_ids(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = [[event["id"] for event in json.loads(run(capsys, "parse", article)[1])["events"]] for _ in range(2)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty"),
        ("junk.txt", bytes(range(256)) * 20, "junk.txt"),
        ("broken.pdf", b"%PDF-1.4 nothing", "broken.pdf"),
        ("broken.docx", b"not a zip", "broken.docx"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_line_and_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, "parse", path, "-o", tmp_path / "out.json")
    assert code == 1
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert words in err
    assert not (tmp_path / "out.json").exists()


def test_one_bad_file_among_good_ones_is_reported_and_the_good_ones_are_read(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "parse", article, tmp_path / "gone.txt", "--published", "2017-09-02")
    timeline = json.loads(out)
    assert code == 1
    assert len(timeline["events"]) == 2
    assert any("gone.txt" in problem["source"] for problem in timeline["problems"])
    assert "gone.txt" in err


def test_one_bad_file_among_good_ones_does_not_keep_them_out_of_a_store(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store.sqlite"
    code, _, err = run(capsys, "import", tmp_path / "gone.txt", article, "--published", "2017-09-02", "--store", store)
    assert code == 1
    assert "gone.txt" in err
    assert "2 events new" in err
    assert len(json.loads(run(capsys, "export", "--store", store)[1])["events"]) == 2
    other = tmp_path / "other.sqlite"
    assert run(capsys, "import", tmp_path / "gone.txt", "--store", other)[0] == 1
    assert not other.exists()


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [("2017-08", "Aug 2017", 1), ("2017", "2017", 1), ("1990s", "1990s", 0), ("30 August 2017", "2017-09-01", 1)],
)
def test_a_range_is_typed_as_on_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, last: str, kept: int
) -> None:
    events, store = tmp_path / "events.csv", tmp_path / "store.sqlite"
    events.write_text("id,title,date\n1,A convoy left,2017-08-30\n", encoding="utf-8")
    run(capsys, "import", events, "--store", store)
    out = run(capsys, "export", "--store", store, "--from", first, "--to", last)[1]
    assert len(json.loads(out)["events"]) == kept
    with pytest.raises(SystemExit):
        run(capsys, "export", "--store", store, "--from", "soon")
    with pytest.raises(SystemExit):
        run(capsys, "export", "--store", store, "--from", "05/06/2017")


def test_a_place_is_found_by_another_spelling(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store.sqlite"
    run(capsys, "import", article, "--published", "2017-09-02", "--store", store)
    (name,) = dict.fromkeys(
        where["name"] for event in json.loads(run(capsys, "export", "--store", store)[1])["events"]
        for where in event["where"] if where["name"] == "Sukhnah"
    )  # fmt: skip
    assert name == "Sukhnah"
    out = run(capsys, "export", "--store", store, "--text", "السخنة")[1]
    assert json.loads(out)["events"]
    assert json.loads(out)["filter"]["text"] == "السخنة"


def test_what_is_imported_is_exported_filtered_and_imported_again_without_change(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, other = tmp_path / "store.sqlite", tmp_path / "other.sqlite"
    assert run(capsys, "import", article, "--published", "2017-09-02", "--store", store)[0] == 0
    assert "0 events new" in run(capsys, "import", article, "--published", "2017-09-02", "--store", store)[2]
    everything = tmp_path / "all.json"
    assert run(capsys, "export", "--store", store, "-o", everything)[0] == 0
    assert run(capsys, "import", everything, "--store", other)[0] == 0
    again = json.loads(run(capsys, "export", "--store", other)[1])
    assert again["events"] == json.loads(everything.read_text(encoding="utf-8"))["events"]
    _, out, err = run(capsys, "export", "--store", store, "--from", "2017-08-31", "--to", "2017-08-31")
    view = json.loads(out)
    assert [event["when"]["edtf"] for event in view["events"]] == ["2017-08-31"]
    assert view["filter"]["from"] == "2017-08-31"
    assert view["counts"]["total"] == 2
    assert "1 of 2 events" in err


def test_a_source_is_exported_by_any_of_its_names(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, table = tmp_path / "store.sqlite", tmp_path / "list.csv"
    table.write_text(
        f"id,title,date,source\na,Told by a list,2017-08-30,{article.name}\nb,By another,2017-08-30,elsewhere\n",
        "utf-8",
    )
    assert run(capsys, "import", article, table, "--published", "2017-09-02", "--store", store)[0] == 0
    everything = json.loads(run(capsys, "export", "--store", store)[1])
    (kept,) = {report["document"] for event in everything["events"] for report in event["reports"] if report["quote"]}
    told = [
        {event["title"] for event in json.loads(run(capsys, "export", "--store", store, "--source", name)[1])["events"]}
        for name in (kept, article.name, article.name.upper())
    ]
    assert told[0] == told[1] == told[2]
    assert "Told by a list" in told[0]
    assert "By another" not in told[0]


def test_rows_that_cannot_be_taken_are_counted_and_the_others_load(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "events.csv"
    table.write_text(
        "id,title,type,date,place,lat,lon\na,Good,strike,2017-08-30,There,34,38\n"
        "b,Exchanged,strike,2017-08-30,There,139,38\nc,No such day,strike,2017-02-30,There,34,38\n",
        encoding="utf-8",
    )
    store = tmp_path / "store.sqlite"
    code, _, err = run(capsys, "import", table, "--store", store)
    assert code == 0
    assert "row 3" in err
    assert "139" in err
    assert "row 4" in err
    assert run(capsys, "import", table, "--store", tmp_path / "strict.sqlite", "--strict")[0] == 1


def test_a_bad_file_alone_leaves_the_store_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store.sqlite"
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "timeline/1", "events": [', encoding="utf-8")
    code, _, err = run(capsys, "import", bad, "--store", store)
    assert code == 1
    assert "bad.json" in err
    assert not store.exists()


def test_exporting_a_store_that_is_not_there_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "export", "--store", tmp_path / "none.sqlite")
    assert code == 1
    assert "timeline-app import" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--type", "party"],
        ["export", "--format", "xml"],
        ["export", "--from", "2018-01-01", "--to", "2017-01-01"],
    ],
)
def test_wrong_values_are_answered_with_the_known_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (1, "")
    assert err.startswith("error: ")


def test_an_output_never_destroys_what_the_command_reads(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, link = tmp_path / "case.sqlite", tmp_path / "link.json"
    assert run(capsys, "import", article, "--store", store)[0] == 0
    link.symlink_to(article)
    held = article.read_bytes(), store.read_bytes()
    for arguments in (
        ["parse", article, "-o", article],
        ["parse", article, "-o", link],
        ["parse", article, "-o", store],
        ["export", "--store", store, "-o", store],
        ["export", "--store", f"sqlite:///{store}", "-o", store],
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (1, "")
        assert "overwritten" in err
        assert (article.read_bytes(), store.read_bytes()) == held


@pytest.mark.parametrize("output", [".", "/", "/nowhere/out.json", "/dev/full"])
def test_an_output_that_cannot_be_written_is_one_line(
    article: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    if output == "/dev/full" and not Path(output).exists():
        pytest.skip("only Linux has a device that is always full")
    code, out, err = run(capsys, "parse", article, "-o", output)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_a_written_file_replaces_the_earlier_one_whole_and_keeps_its_rights(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    out.write_text("earlier", encoding="utf-8")
    out.chmod(0o640)
    assert run(capsys, "parse", article, "-o", out)[0] == 0
    assert json.loads(out.read_text(encoding="utf-8"))["events"]
    assert out.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.json"]


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["nonsense"], ["parse"], ["parse", "a.txt", "--published", "2017-02-30"],
        ["parse", "a.txt", "-o", ""], ["export", "--store", ""], ["import", ""],
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_the_help_of_export_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    told = capsys.readouterr().out
    assert all(name in told for name in EXPORTERS)


def test_every_command_shows_examples_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("run", "parse", "export", "import", "dates", "places", "gazetteer"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert f"timeline-app {command}" in capsys.readouterr().out.split("examples:")[1]


def test_dates_and_places_explain_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "dates", "The convoy left on Wednesday.", "--published", "2017-09-02")
    assert "2017-08-30" in out
    assert "publication" in out
    for name in ("Deir Azur", "Dayr az Zawr", "دير الزور"):
        code, out, _ = run(capsys, "places", name)
        assert code == 0
        assert "Deir Ezzor" in out or "Deir ez-Zor" in out
    assert run(capsys, "places", "Xyzzyplugh")[0] == 1


def test_the_shipped_gazetteer_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "gazetteer", "check")[0] == 0
    code, out, _ = run(capsys, "gazetteer", "info")
    assert code == 0
    assert "GeoNames" in out


def test_control_characters_of_a_file_name_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, err = run(capsys, "parse", tmp_path / "a\x1b[2J\nfake line.txt")
    assert "\x1b" not in err
    assert len(err.strip().splitlines()) == 1


def test_every_outside_hostile_file_is_taken_or_refused_as_its_manifest_says(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PWNDIR", str(tmp_path / "pwned"))
    folder = shared / "hostile"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        path = folder / row["file"]
        store = tmp_path / f"{row['file']}.sqlite"
        command = {
            "document": ["import", path, "--store", store],
            "events_csv": ["import", path, "--store", store],
            "events_json": ["import", path, "--store", store],
            "geojson": ["import", path, "--store", store],
            "kml": ["import", path, "--store", store],
            "gazetteer": ["places", "Raqqa", "--gazetteer", path],
        }.get(row["kind"])
        if command is None:
            continue
        code, out, err = run(capsys, *command)
        exported = run(capsys, "export", "--store", store)[1] if store.exists() else ""
        if "1787569" in out + err + exported:
            wrong.append(f"{row['file']}: evaluated")
        if (code == 0) != (row["expected"] == "accepted-safely"):
            wrong.append(f"{row['file']}: exit {code}, expected {row['expected']}: {err.strip()[:150]}")
        if code == 1 and len(err.strip().splitlines()) != 1:
            wrong.append(f"{row['file']}: not one line: {err[:200]}")
    assert not (tmp_path / "pwned").exists()
    assert wrong == []


def test_what_was_said_of_names_is_written_as_gazetteer_rows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "case.sqlite"
    with contextlib.closing(open_store(path)) as store:
        place = Place("own-1", "Umm Test", "village", "SY", "", 35.5, 38.5, 2.0, (), "", "=cmd")
        store.correct_place(PlaceCorrection("Um Test", "is", place, by="ana"))
    code, out, _ = run(capsys, "gazetteer", "corrections", "--store", path)
    (row,) = csv.DictReader(out.splitlines())
    assert (code, row["id"], row["aliases"], row["source"]) == (0, "own-1", "Um Test", "'=cmd")
    assert run(capsys, "gazetteer", "corrections", "--store", tmp_path / "none.sqlite")[0] == 1
