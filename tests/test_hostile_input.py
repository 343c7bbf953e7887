"""Input made to break naive programs, from the command line to the export: one line, nothing run, nothing lost.

Each sample is small and of our own making; larger collections are tried too where they are at hand.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from timeline_app.cli import main

CLAUSE = "On 30 August 2017 the army shelled Homs"
TEMPLATE = "{{ 7*7*191 }}{% import 'os' %}${7*7*191}<%= 7*7*191 %>"
HEAD = "id,title,date,place,lat,lon,source,url\n"


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


XXE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'

TAKEN = {
    "template.txt": f"{CLAUSE} {TEMPLATE}.".encode(),
    "script.txt": f"{CLAUSE} <script>alert(1)</script><img src=x onerror=alert(1)>.".encode(),
    "script.html": f"<p>{CLAUSE} &lt;script&gt;alert(1)&lt;/script&gt;.</p><script>alert(2)</script>".encode(),
    "markdown.txt": f"{CLAUSE} ![x](https://canary.invalid/a.png) $\\href{{x}}$ :red[x].".encode(),
    "bidi.txt": f"{CLAUSE} \u202egnuoy\u2066.".encode(),
    "nul.txt": f"{CLAUSE} \0 and \x1b[2J left.".encode(),
    "latin.txt": f"{CLAUSE} near the café, the mayor’s house, the church and the bridge, officials said.".encode("cp1252"),
    "wide.txt": f"{CLAUSE}.".encode("utf-16"),
    "digits.txt": (f"{CLAUSE}. " + "9" * 5000).encode(),
    "formula.csv": (HEAD + "=1+1,=cmd|'/c calc'!A1,2017-08-30,Homs,,,@SUM(A1),javascript:alert(1)\n").encode(),
    "template.csv": (HEAD + f'1,"{TEMPLATE}",2017-08-30,"{TEMPLATE}",34.7,36.7,{TEMPLATE},\n').encode(),
    "ragged.csv": (HEAD + "1,A march,2017-08-30,Homs,,,s,\n2,short\n").encode(),
    "swapped.csv": (HEAD + "1,A march,2017-08-30,Palmyra,38.27,34.55,s,\n").encode(),
    "surrogate.json": b'[{"title": "A march \\ud800", "date": "2017-08-30"}]',
    "props.geojson": json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"title": TEMPLATE},
         "geometry": {"type": "Point", "coordinates": [36.7, 34.7]}}]}
    ).encode(),
}  # fmt: skip

REFUSED = {
    "empty.txt": b"",
    "blank.txt": "\u200b\ufeff \n\u00a0".encode(),
    "binary.txt": bytes(range(256)) * 8,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "nozip.docx": b"this is no zip",
    "xxe.docx": zipped(word__document=XXE),
    "shifted.csv": (HEAD + "1,a,2017-08-30,Homs,,,s,,x,y\n2,b,2017-08-31,Homs,,,s,,x,y\n").encode(),
    "quote.csv": (HEAD + '1,"never closed,2017-08-30,Homs,,,s,\n').encode(),
    "doubled.csv": b"title,title,date\na,b,2017\n",
    "cut.json": b'[{"title": "A march"',
    "deep.json": b"[" * 100_000,
    "nan.json": b'{"format": "timeline/1", "events": [{"title": "x", "where": [{"lat": NaN}]}]}',
    "scalar.json": b"42",
    "newer.json": b'{"format": "timeline/99", "events": []}',
}


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


def imported(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> tuple[int, str, Path]:
    path, store = tmp_path / name, tmp_path / "case.sqlite"
    path.write_bytes(data)
    code = main(["import", str(path), "--store", str(store)])
    return code, capsys.readouterr().err, store


@pytest.mark.parametrize("name", TAKEN)
def test_what_can_be_read_is_taken_without_being_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code, err, store = imported(tmp_path, capsys, name, TAKEN[name])
    assert code == 0
    assert "Traceback" not in err
    assert main(["export", "--store", str(store)]) == 0
    out = capsys.readouterr().out
    held = json.loads(out)
    assert held["events"]
    assert str(7 * 7 * 191) not in out + err
    assert not {"\x1b", "\0", "\u202e"} & set(out + err)
    assert main(["import", str(tmp_path / name), "--store", str(store)]) == 0
    assert "0 events new, 0 updated" in capsys.readouterr().err


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line_and_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code, err, store = imported(tmp_path, capsys, name, REFUSED[name])
    assert code == 1
    assert len(err.splitlines()) == 1
    assert name in err
    assert not store.exists()


def test_coordinates_the_wrong_way_round_are_told_not_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err, store = imported(tmp_path, capsys, "swapped.csv", TAKEN["swapped.csv"])
    assert "exchanged" in err
    main(["export", "--store", str(store)])
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert abs(event["where"][0]["lat"] - 34.55) < 0.2
