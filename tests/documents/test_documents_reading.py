"""Files, sidecars and what is said of files that cannot be taken."""

import json
from datetime import date

import pytest

from timeline_app.documents import READERS, read_bytes, read_documents, read_text, story_spans
from timeline_app.errors import InvalidData, UnreadableFile

STORY = "The army said on Tuesday that its soldiers had entered the town after a week of heavy fighting there.\n"


def test_a_file_gives_one_document_known_by_its_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    (first,) = read_documents(path)
    (second,) = read_bytes(STORY.encode(), "renamed.txt")
    assert first.id == second.id
    assert (first.name, first.text, first.language) == ("a.txt", STORY, "en")
    assert story_spans(first) == ((0, len(STORY) - 1),)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "missing.txt", "does not exist"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: folder / "a.xyz", "known are .csv, .docx, .htm, .html"),
    ],
)
def test_a_path_that_cannot_be_read_is_said_so_in_one_line(tmp_path, make, says):
    (tmp_path / "a.xyz").write_text(STORY)
    with pytest.raises(UnreadableFile, match=says):
        read_documents(make(tmp_path))


def test_a_file_without_suffix_is_read_as_text(tmp_path):
    (tmp_path / "report").write_text(STORY)
    assert read_documents(tmp_path / "report")[0].text == STORY


def test_the_sidecar_wins_over_the_text_and_loses_to_the_option(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Published: 3 September 2017\n\n" + STORY)
    meta = {
        "published": "2017-08-30",
        "publisher": "Example News",
        "url": "https://example.org/a",
        "title": "T",
        "language": "en-GB",
    }
    (tmp_path / "a.txt.meta.json").write_text(json.dumps(meta))
    (document,) = read_documents(path)
    assert [p.day for p in document.publications] == [date(2017, 8, 30), date(2017, 9, 3)]
    assert (document.publisher, document.url, document.title, document.language) == (
        "Example News",
        "https://example.org/a",
        "T",
        "en-GB",
    )
    (told,) = read_documents(path, published=date(2018, 1, 1))
    assert told.publications[0].source == "option"
    assert told.published == date(2018, 1, 1)
    assert len(told.publications) == 3


@pytest.mark.parametrize(
    "content", ["{", "[1]", '{"published": "soon"}', '{"title": 5}', '{"url": "javascript:x"}', '{"language": "?"}']
)
def test_a_bad_sidecar_is_named(tmp_path, content):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt.meta.json").write_text(content)
    with pytest.raises(InvalidData, match=r"a\.txt\.meta\.json"):
        read_documents(tmp_path / "a.txt")


def test_front_matter_gives_date_and_title_and_is_no_story():
    text = f"---\ntitle: A town is entered\ndate: 2017-08-23\nurl: https://example.org\n---\n\n{STORY}"
    document = read_text(text)
    assert (document.published, document.publications[0].source) == (date(2017, 8, 23), "front matter")
    assert (document.title, document.url) == ("A town is entered", "https://example.org")
    assert document.text == text
    assert [text[a:b] for a, b in story_spans(document)] == [STORY.strip()]


def test_a_passage_between_two_rules_is_no_front_matter():
    document = read_text(f"---\n{STORY}---\n{STORY}")
    assert len(story_spans(document)) == 2


def test_markdown_is_kept_as_written():
    text = f"# The town\n\n{STORY.strip()} See [the map](https://example.org/map).\n"
    document = read_bytes(text.encode(), "a.md")[0]
    assert document.text == text
    assert document.title == "The town"


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_refuses_junk_with_a_clear_line(suffix):
    with pytest.raises((UnreadableFile, InvalidData)) as refused:
        read_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd" * 20, f"junk{suffix}")
    assert str(refused.value).startswith(f"junk{suffix}: ")


def test_lines_of_a_page_under_each_other_are_no_wrapped_paragraph():
    text = (
        "Rebels left the town.\n\n"
        "Topics: Homs, Hama and the valley, displacement, truces\n"
        "Related: ‘We were born here’: families of the valley arrive in Hama\n"
        "Like what you read? Support independent journalism.\n"
    )
    kinds = [zone.kind for zone in read_text(text).zones]
    assert kinds[:3] == ["body", "furniture", "furniture"]


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The convoy left the border on Monday night under the watch of both armies and\n"
        "was stopped two days later when aircraft of the coalition destroyed a bridge in\n"
        "front of it, a spokesman said.\n\nA second paragraph follows."
    )
    assert len(read_text(text).zones) == 2
