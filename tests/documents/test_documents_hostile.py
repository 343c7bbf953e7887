"""Every hostile document of the shared manifest: what is expected holds, within seconds."""

import csv
import time
from pathlib import Path

import pytest

from timeline_app.documents import read_documents, story_spans
from timeline_app.errors import InputError

FOLDER = Path(__file__).parents[3] / "shared" / "hostile"
MANIFEST = FOLDER / "manifest.csv"
ROWS = (
    [row for row in csv.DictReader(MANIFEST.open(encoding="utf-8")) if row["kind"] == "document"]
    if MANIFEST.exists()
    else []
)

pytestmark = pytest.mark.skipif(not ROWS, reason="the shared hostile files are not here")


@pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])
def test_hostile_document(row):
    start = time.process_time()
    if row["expected"] == "rejected-with-clear-error":
        with pytest.raises(InputError) as refused:
            read_documents(FOLDER / row["file"])
        assert str(refused.value).startswith(row["file"])
        assert "\n" not in str(refused.value)
    else:
        for document in read_documents(FOLDER / row["file"]):
            assert story_spans(document)
            assert "\ufffd" not in document.text
            assert "/etc" not in document.text
    assert time.process_time() - start < 5


def test_false_events_hidden_in_a_page_are_not_in_its_text():
    (document,) = read_documents(FOLDER / "doc_hidden_text.html")
    assert not any(town in document.text for town in ("Lviv", "Odesa", "Poltava", "Sumy", "Rivne"))
