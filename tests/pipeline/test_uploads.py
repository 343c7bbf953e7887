"""Many files at once: bad ones say why, known ones are told, the others go on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.pipeline import add_gathered, read_pasted, read_uploads, to_keep, uploads_line
from timeline_app.store import open_store

TEXT = b"Rebels captured the town of Sukhnah on 3 May 2018."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_fifty_files_at_once_of_which_some_are_bad(gazetteer: Gazetteer) -> None:
    good = [(f"folder/{n}.txt", TEXT.replace(b"3 May", f"{n % 28 + 1} May".encode()) + b" " * n) for n in range(47)]
    bad = [("empty.txt", b""), ("picture.png", b"\x89PNG"), ("copy.txt", good[0][1])]
    told: list[tuple[int, int, str]] = []
    found = read_uploads([*good, *bad], {}, gazetteer, progress=lambda *step: told.append(step))
    assert [upload.fate for upload in found[:47]] == ["new"] * 47
    assert [(upload.name, upload.fate) for upload in found[47:]] == [
        ("empty.txt", "refused"), ("picture.png", "refused"), ("copy.txt", "twice"),
    ]  # fmt: skip
    assert "is empty" in found[47].remark
    assert found[49].remark == "the same as 0.txt"
    assert (told[0], told[-1]) == ((0, 50, "0.txt"), (49, 50, "copy.txt"))
    assert uploads_line(found) == "50 files: 47 read, 1 here twice, 2 cannot be read. 47 events found."
    store = open_store(None)
    assert add_gathered(store, to_keep(found), gazetteer).changes.step > 0
    assert len(store.documents()) == 47


def test_what_is_kept_already_is_told_and_not_read_again(gazetteer: Gazetteer) -> None:
    store = open_store(None)
    add_gathered(store, to_keep(read_uploads([("a.txt", TEXT)], {}, gazetteer)), gazetteer)
    known = {document.id: document for document in store.documents()}
    (again,) = read_uploads([("b.txt", TEXT)], known, gazetteer)
    assert (again.fate, again.remark, again.is_kept) == ("known", "kept already as a.txt", False)
    (dated,) = read_uploads([("b.txt", TEXT)], known, gazetteer, date(2018, 5, 4))
    assert (dated.fate, dated.remark) == ("new", "kept already as a.txt; what is said of it is new")
    assert to_keep([again]) == to_keep([])


def test_the_word_beside_a_file_is_taken_and_one_alone_is_refused(gazetteer: Gazetteer) -> None:
    beside = json.dumps({"published": "2018-05-04", "title": "From the archive"}).encode()
    files = [("d/a.txt", TEXT), ("d/a.txt.meta.json", beside), ("d/gone.txt.meta.json", beside)]
    document, alone = read_uploads(files, {}, gazetteer)
    assert document.document is not None
    assert (document.document.title, document.document.published) == ("From the archive", date(2018, 5, 4))
    assert (alone.fate, alone.remark) == ("refused", "it describes gone.txt, which is not among the files")


def test_lists_of_events_come_along_each_once(gazetteer: Gazetteer) -> None:
    rows = b"id,title,type,date,role,place\n1,A blast,strike,2017-08-28,at,Palmyra\n"
    one, two = read_uploads([("e.csv", rows), ("copy.csv", rows)], {}, gazetteer)
    assert (one.fate, len(one.events), two.fate) == ("list", 1, "twice")
    assert uploads_line([one]) == "1 file: 1 read. 1 event found."


def test_pasted_text_is_a_document_or_says_why_not(gazetteer: Gazetteer) -> None:
    (upload,) = read_pasted(TEXT.decode(), {}, gazetteer)
    assert (upload.fate, len(upload.events)) == ("new", 1)
    (twice,) = read_pasted(TEXT.decode(), {}, gazetteer, earlier=[upload])
    assert twice.fate == "twice"
    (blank,) = read_pasted("\u200b \n", {}, gazetteer)
    assert blank.fate == "refused"
