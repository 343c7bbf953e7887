"""The file on disk: made with care, refused with one clear line, never harmed."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from timeline_app.errors import StoreError
from timeline_app.model import Document, Event, PlaceCorrection, Report, sha256_hex
from timeline_app.store import engine, open_store, schema, sql

EVENT = Event("e1", "A convoy left", reports=(Report("r1", "d1", 0, 0, "q"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.sqlite"


def test_a_new_file_is_its_owners_alone_and_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "with % and ?" / "t.sqlite"
    open_store(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_address_opens_the_same_file(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    store.add(events=[EVENT])
    store.close()
    assert open_store(str(path)).events() == [EVENT]


@pytest.mark.parametrize("address", ["postgresql://host/db", "http://x/y", "", ":memory:", "sqlite:///"])
def test_what_is_no_file_is_refused(address: str) -> None:
    with pytest.raises(StoreError):
        open_store(address)


def _foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def _newer_store(path: Path) -> None:
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda path: path.write_text("id,title\n1,x\n" * 20), "no timeline store"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "no timeline store"),
        (lambda path: path.write_bytes(os.urandom(5000)), "no timeline store"),
        (_foreign_database, "another program"),
        (_newer_store, "newer timeline-app .*please update"),
    ],
    ids=["text", "torn header", "noise", "foreign database", "newer store"],
)
def test_a_foreign_file_is_refused_in_one_line_and_left_as_it_was(path: Path, make: object, line: str) -> None:
    make(path)  # type: ignore[operator]
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    with pytest.raises(StoreError, match=line) as fault:
        open_store(path)
    assert str(path) in str(fault.value)
    assert "\n" not in str(fault.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path)


def test_a_place_under_a_file_is_refused(path: Path) -> None:
    path.write_text("x")
    with pytest.raises(StoreError, match="folder cannot be made"):
        open_store(path / "t.sqlite")


def test_damage_inside_is_told_in_one_line(path: Path) -> None:
    open_store(path).close()
    data = bytearray(path.read_bytes())
    data[200:] = b"\xa5" * (len(data) - 200)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"t\.sqlite: ") as fault:
        open_store(path).timeline()
    assert "\n" not in str(fault.value)


def test_a_row_this_program_did_not_write_is_named(path: Path) -> None:
    open_store(path).add(events=[EVENT])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE events SET parsed = replace(parsed, '\"other\"', '\"unheard of\"')")
    connection.close()
    with pytest.raises(StoreError, match=r"event 'e1' in the store cannot be read: .*unheard of"):
        open_store(path).events()


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    open_store(path).add(events=[EVENT])
    assert open_store(path).events() == [EVENT]


def test_every_connection_is_set_up_for_safety(path: Path) -> None:
    store = sql.SqlStore(path)
    with store._engine.connect() as connection:

        def pragma(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        full = 2
        assert (pragma("synchronous"), pragma("foreign_keys"), pragma("trusted_schema")) == (full, 1, 0)
        assert pragma("busy_timeout") == 10_000
        safe = sqlite3.sqlite_version_info >= (3, 51, 3)
        assert pragma("journal_mode") == ("wal" if safe else "delete")


def test_wal_is_used_only_where_it_is_safe_and_taken_back_elsewhere(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mode() -> object:
        connection = sqlite3.connect(path)
        found = connection.execute("PRAGMA journal_mode").fetchone()[0]
        connection.close()
        return found

    monkeypatch.setattr(engine, "SAFE_WAL", (3, 0, 0))
    store = open_store(path)
    store.add(events=[EVENT])
    assert mode() == "wal"
    second = open_store(path)
    assert second.events() == [EVENT]
    second.close()
    store.close()
    monkeypatch.setattr(engine, "SAFE_WAL", (99, 0, 0))
    assert open_store(path).events() == [EVENT]
    assert mode() == "delete"


@pytest.mark.parametrize("how", ["deleted", "replaced", "moved"])
def test_a_store_whose_file_went_away_says_so_instead_of_writing_into_the_void(path: Path, how: str) -> None:
    store = open_store(path)
    store.add(events=[EVENT])
    if how == "moved":
        path.rename(path.with_name("other.sqlite"))
    else:
        path.unlink()
    if how == "replaced":
        open_store(path).close()
    with pytest.raises(StoreError, match="deleted, moved or replaced"):
        store.review("e1", "accepted", "Ada")
    with pytest.raises(StoreError, match="deleted, moved or replaced"):
        store.events()
    assert path.exists() is (how == "replaced")


def test_a_file_replaced_during_a_write_takes_nothing(path: Path) -> None:
    store = sql.SqlStore(path)
    store.add(events=[EVENT])

    def write_while_it_goes() -> None:
        with store._writing() as rows:
            rows.put_records([next(iter(rows.live_records())).with_(removed=True)])
            path.rename(path.with_name("other.sqlite"))

    with pytest.raises(StoreError, match="nothing was written"):
        write_while_it_goes()
    assert open_store(path.with_name("other.sqlite")).events() == [EVENT]


def test_a_backup_is_a_whole_store_and_overwrites_nothing(path: Path) -> None:
    store = open_store(path)
    store.add(events=[EVENT])
    copy = path.parent / "backups" / "copy 'of'.sqlite"
    store.backup(copy)
    other = open_store(copy)
    assert (other.timeline(), other.history(), other.search("convoy")) == (store.timeline(), store.history(), {"e1"})
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(StoreError, match="never overwrites"):
        store.backup(copy)


# -- versions of the schema -----------------------------------------------------------------------


def test_the_tables_are_those_the_queries_know(path: Path) -> None:
    store = sql.SqlStore(path)
    found = inspect(store._engine)
    for table in schema.metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}, table.name


def test_an_older_store_is_brought_up_to_date_with_its_data(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(path)
    store.add(events=[EVENT])
    store.close()

    def shout(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE extra SET x = 'done'")

    later = (*schema.MIGRATIONS, ("CREATE TABLE extra (x TEXT)", "INSERT INTO extra VALUES ('todo')", shout))
    monkeypatch.setattr(engine, "MIGRATIONS", later)
    monkeypatch.setattr(engine, "VERSION", len(later))
    assert open_store(path).events() == [EVENT]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT x FROM extra").fetchall() == [("done",)]
    connection.close()
    monkeypatch.undo()
    with pytest.raises(StoreError, match="newer"):
        open_store(path)


def test_a_store_of_the_first_version_learns_words_on_names(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MIGRATIONS", schema.MIGRATIONS[:1])
    monkeypatch.setattr(engine, "VERSION", 1)
    old = open_store(path)
    old.add(events=[EVENT])
    old.close()
    monkeypatch.undo()
    new = open_store(path)
    said = new.correct_place(PlaceCorrection("Hit", "not a place", by="Ada"))
    assert new.events() == [EVENT]
    assert new.place_corrections() == (said,)


def test_a_migration_that_fails_leaves_the_older_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(path).close()
    monkeypatch.setattr(engine, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE extra (x TEXT)", "nonsense")))
    monkeypatch.setattr(engine, "VERSION", schema.VERSION + 1)
    with pytest.raises(StoreError):
        open_store(path)
    monkeypatch.undo()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
    connection.close()
    assert open_store(path).events() == []


# -- search without FTS5 --------------------------------------------------------------------------


def test_search_is_the_same_without_fts5(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(path).add(events=[EVENT])
    monkeypatch.setattr(schema, "has_fts5", lambda: False)
    plain = open_store(path)
    assert plain.search("conv left") == {"e1"}
    plain.add(events=[EVENT.with_(id="e2", title="A train arrived", reports=())])
    assert plain.search("train") == {"e2"}
    event, version = plain.event("e1")
    plain.edit(event.with_(title="Nothing moved"), version, "Ada")
    monkeypatch.undo()
    indexed = open_store(path)
    assert (indexed.search("train"), indexed.search("nothing"), indexed.search("convoy")) == ({"e2"}, {"e1"}, set())


def test_an_index_that_missed_a_change_by_another_program_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed = open_store(path)
    indexed.add(events=[EVENT])
    monkeypatch.setattr(schema, "has_fts5", lambda: False)
    open_store(path).review("e1", "accepted", "Ada")
    open_store(path).add(events=[EVENT.with_(title="A lorry left")])
    assert (indexed.search("lorry"), indexed.search("convoy")) == ({"e1"}, set())
    indexed.add(events=[EVENT.with_(title="A tractor left")])
    assert (indexed.search("tractor"), indexed.search("lorry")) == ({"e1"}, set())
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO event_words (event_words, rank) VALUES ('integrity-check', 1)")
    connection.close()


# -- several programs, and sudden death -----------------------------------------------------------


def test_importing_the_room_does_not_load_sqlalchemy() -> None:
    code = "import sys, timeline_app.store as s; s.open_store(None); sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


COUNTER = """
import sys
from timeline_app.errors import EditConflict
from timeline_app.store import open_store
store, done = open_store(sys.argv[1]), 0
while done < 15:
    event, version = store.event("e1")
    try:
        store.edit(event.with_(title=str(int(event.title) + 1)), version, "p")
        done += 1
    except EditConflict:
        pass
"""


def test_two_programs_writing_lose_nothing(path: Path) -> None:
    store = open_store(path)
    store.add(events=[EVENT.with_(title="0")])
    version = store.data_version()
    writers = [subprocess.Popen([sys.executable, "-c", COUNTER, str(path)]) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert store.event("e1")[0].title == "30"
    assert store.data_version() == version + 30


WRITER = """
import sys
from timeline_app.model import PlaceCorrection, Document, Event, Report, sha256_hex
from timeline_app.store import open_store
store = open_store(sys.argv[1])
for n in range(100_000):
    data = str(n).encode()
    document = Document("d", sha256_hex(data), str(n))
    store.add([(document, data)], [Event(f"e{n}", "t", reports=(Report(f"r{n}", document.id, 0, 1, "q"),))])
    print(n, flush=True)
"""


def test_a_writer_killed_at_any_moment_leaves_whole_steps_only(path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(20)]
    writer.kill()
    told += [int(line) for line in writer.stdout.read().split("\n")[:-1] if line]
    writer.wait(10)
    writer.stdout.close()
    store = open_store(path)
    ids = {event.id for event in store.events()}
    assert {f"e{n}" for n in told} <= ids
    assert len(store.documents()) == len(ids) == store.data_version()
    assert len(store.history()) == 2 * len(ids)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_busy_store_is_told_plainly(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    store = open_store(path)
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program holds the store"):
        store.add(events=[EVENT])
    blocker.execute("ROLLBACK")
    blocker.close()
    store.add(events=[EVENT])
    assert store.events() == [EVENT]


def test_a_store_that_may_only_be_read_can_be_read(path: Path) -> None:
    data = b"x"
    store = open_store(path)
    store.add([(Document("d", sha256_hex(data), "x"), data)], [EVENT])
    store.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert open_store(path).events() == [EVENT]
        if os.geteuid() != 0:  # root may write everything
            with pytest.raises(StoreError, match="only be read"):
                open_store(path).review("e1", "accepted", "Ada")
    finally:
        path.parent.chmod(0o700)
