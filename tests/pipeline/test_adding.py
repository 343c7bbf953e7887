"""Files into a store: all or nothing, nothing overwritten by chance, a person's word kept."""

from __future__ import annotations

import os
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline_app import Gazetteer, load_gazetteer
from timeline_app.errors import InputError, StoreChanged
from timeline_app.model import Source, report_id
from timeline_app.pipeline import Gathered, add_gathered, gather, gather_bytes
from timeline_app.pipeline.adding import add_documents
from timeline_app.store import MemoryStore

HEADER = "id,title,date,place\n"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def added(store: MemoryStore, gazetteer: Gazetteer, *paths: Path, published: date | None = None) -> str:
    return add_gathered(store, gather(paths, gazetteer, published), gazetteer, "ana").line


def titles(store: MemoryStore) -> list[str]:
    return sorted(event.title for event in store.events())


# -- event lists ----------------------------------------------------------------------------------


def test_two_lists_that_both_count_from_one_keep_all_their_events(tmp_path: Path, gazetteer: Gazetteer) -> None:
    first = put(tmp_path, "first.csv", HEADER + "1,Bridge destroyed,2017-08-01,Raqqa\n")
    second = put(tmp_path, "second.csv", HEADER + "1,Convoy halted,2018-03-02,Sukhnah\n")
    store = MemoryStore()
    added(store, gazetteer, first)
    added(store, gazetteer, second)
    assert titles(store) == ["Bridge destroyed", "Convoy halted"]
    assert any("id of another list's" in problem.what for problem in store.problems())
    assert "0 events new, 0 updated" in added(store, gazetteer, second)
    assert "0 events new, 0 updated" in added(store, gazetteer, first)
    ids = {report.id for event in store.events() for report in event.reports}
    assert len(ids) == 2


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        ("1,Bridge at Raqqa destroyed,2017-08-02,Raqqa\n", "the date is corrected"),
        ("1,Army blows up river crossing,2017-08-01,Raqqa\n", "the title is told anew"),
    ],
)
def test_a_corrected_row_stays_its_event(tmp_path: Path, gazetteer: Gazetteer, row: str, remark: str) -> None:
    store = MemoryStore()
    added(store, gazetteer, put(tmp_path, "list.csv", HEADER + "1,Bridge at Raqqa destroyed,2017-08-01,Raqqa\n"))
    added(store, gazetteer, put(tmp_path, "list.csv", HEADER + row))
    assert titles(store) == [row.split(",")[1]], remark


def test_a_problem_goes_when_the_file_is_mended(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = MemoryStore()
    bad = HEADER.replace("place", "lat,lon") + "1,Bridge destroyed,2017-08-01,139,40\n"
    added(store, gazetteer, put(tmp_path, "list.csv", bad))
    assert len(store.problems()) == 1
    added(store, gazetteer, put(tmp_path, "other.csv", bad.replace("1,Bridge", "x,Bridge")))
    assert len(store.problems()) == 2
    added(store, gazetteer, put(tmp_path, "list.csv", bad.replace("139", "35")))
    assert [problem.source for problem in store.problems()] == ["other.csv"]
    added(store, gazetteer, put(tmp_path, "list.csv", bad))
    assert len(store.problems()) == 2


# -- documents ------------------------------------------------------------------------------------


TOLD = "Rebels captured the town of al-Mayadin on Wednesday, officials said.\n"


def test_a_day_a_person_gave_stays_when_the_file_comes_again_without_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = put(tmp_path, "a.txt", TOLD)
    store = MemoryStore()
    added(store, gazetteer, path, published=date(2017, 9, 2))
    before = store.events()
    assert "0 updated" in added(store, gazetteer, path)
    assert store.events() == before
    assert [document.published for document in store.documents()] == [date(2017, 9, 2)]
    added(store, gazetteer, path, published=date(2017, 9, 9))
    assert [event.when.edtf for event in store.events() if event.when] == ["2017-09-06"]


def test_another_name_of_the_same_bytes_dates_nothing_anew(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = MemoryStore()
    added(store, gazetteer, put(tmp_path, "2017-09-02.txt", TOLD))
    before = store.events()
    assert before[0].when is not None
    added(store, gazetteer, put(tmp_path, "2019-01-01.txt", TOLD))
    assert store.events() == before
    assert [(document.name, document.published) for document in store.documents()] == [
        ("2017-09-02.txt", date(2017, 9, 2))
    ]


def test_a_sidecar_stays_known_and_a_corrected_one_counts(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = put(tmp_path, "a.txt", TOLD)
    side = put(tmp_path, "a.txt.meta.json", '{"published": "2017-09-02", "title": "Town falls", "publisher": "Wire"}')
    store = MemoryStore()
    added(store, gazetteer, path)
    side.unlink()
    added(store, gazetteer, path)
    (document,) = store.documents()
    assert (document.published, document.title, document.publisher) == (date(2017, 9, 2), "Town falls", "Wire")
    put(tmp_path, "a.txt.meta.json", '{"published": "2017-09-09"}')
    added(store, gazetteer, path)
    assert store.documents()[0].published == date(2017, 9, 9)


def test_every_suffix_that_is_read_is_imported_too(tmp_path: Path, gazetteer: Gazetteer) -> None:
    for name in ("a.txt", "a.text", "a.md", "a.markdown", "a.html", "a.htm", "a.xhtml", "article", "part.2"):
        found = gather_bytes(TOLD.encode(), name, gazetteer)
        assert [document.name for document, _ in found.documents] == [name]
    assert gather_bytes(b"text,published\nRebels took Raqqa.,2017-09-02\n", "r.tsv", gazetteer).documents
    assert gather_bytes((HEADER + "1,t,2017,\n").encode(), "e.csv", gazetteer).lists


def test_rows_of_a_table_share_its_bytes(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = "".join(f"Rebels took Raqqa on day {n}.,2017-09-02\n" for n in range(1, 40))
    found = gather([put(tmp_path, "r.csv", "text,published\n" + rows)], gazetteer)
    assert len({id(data) for _, data in found.documents}) == 1
    assert len(found.documents) == 39


def test_a_pipe_is_read_once(tmp_path: Path, gazetteer: Gazetteer) -> None:
    pipe = tmp_path / "article"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TOLD,), daemon=True)
    writer.start()
    found = gather([pipe], gazetteer)
    writer.join(timeout=10)
    assert [document.text for document, _ in found.documents] == [TOLD]


# -- all that can be read, or nothing -------------------------------------------------------------


def test_one_bad_file_keeps_no_other_out_and_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = MemoryStore()
    found = gather([put(tmp_path, "b.json", "{"), put(tmp_path, "a.txt", TOLD)], gazetteer)
    assert [problem.source for problem in found.faults] == ["b.json"]
    add_gathered(store, found, gazetteer)
    assert [document.text for document in store.documents()] == [TOLD]
    with pytest.raises(InputError):
        gather([tmp_path / "b.json", tmp_path / "c.txt"], gazetteer)


def test_lists_and_documents_come_in_one_step_of_the_history(tmp_path: Path, gazetteer: Gazetteer) -> None:
    class Failing(MemoryStore):
        calls = 0

        def add(self, *args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            return super().add(*args, **kwargs)

    store = Failing()
    files = [put(tmp_path, "a.txt", TOLD), *(put(tmp_path, f"{n}.csv", HEADER + f"{n},t{n},2017,\n") for n in "12")]
    added(store, gazetteer, *files)
    assert store.calls == 1
    assert len(store.events()) == 3


class Interrupted(MemoryStore):
    """Somebody else adds something whenever events are about to be added, so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times
        self.tries = 0

    def add(self, *args: Any, base_version: int | None = None, **kwargs: Any) -> Any:
        self.tries += 1
        if self.times:
            self.times -= 1
            super().add(sources=[Source(f"other {self.times}", "other")])
        return super().add(*args, base_version=base_version, **kwargs)


def test_what_somebody_else_adds_meanwhile_is_merged_too(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = Interrupted(2)
    added(store, gazetteer, put(tmp_path, "a.txt", TOLD))
    assert store.tries == 3
    assert len(store.events()) == 1
    busy = Interrupted(99)
    with pytest.raises(StoreChanged):
        added(busy, gazetteer, put(tmp_path, "a.txt", TOLD))
    assert not busy.events()


def test_adding_nothing_changes_nothing(gazetteer: Gazetteer) -> None:
    store = MemoryStore()
    version = store.data_version()
    add_gathered(store, Gathered(), gazetteer)
    add_documents(store, (), gazetteer)
    assert store.data_version() == version


def test_ids_of_reports_are_those_of_their_words(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = MemoryStore()
    added(store, gazetteer, put(tmp_path, "a.txt", TOLD))
    (report,) = store.events()[0].reports
    (document,) = store.documents()
    assert report.id == report_id(document.sha256, report.start, report.end)
