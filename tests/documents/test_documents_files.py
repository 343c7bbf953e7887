"""Word, PDF and tables of reports."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document as WordDocument
from pypdf import PdfReader, PdfWriter

from timeline_app.documents import is_report_table, looks_like_reports, read_bytes, read_documents, story_spans
from timeline_app.errors import InvalidData, UnreadableFile

FIRST = "Government forces entered the town of Qaryat on Tuesday after two weeks of fighting, officials said."
SECOND = "The army announced that 12 fighters had been killed and that two bridges were destroyed on Monday."


def word(build=lambda made: None):
    made = WordDocument()
    made.add_heading("Town entered", 0)
    made.add_paragraph(FIRST)
    made.add_paragraph(SECOND)
    build(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def archive(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def pdf(*pages):
    """A small PDF with a text layer, written by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in page)
        stream = f"BT /F1 12 Tf 40 760 Td {lines}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def told(document):
    return [document.text[start:end] for start, end in story_spans(document)]


def test_word_paragraphs_are_read_and_the_title_is_the_headline():
    (document,) = read_bytes(word(), "a.docx")
    assert told(document) == ["Town entered", FIRST, SECOND]
    assert document.title == "Town entered"
    assert document.publications == (), "the day a file was made is no day of publication"


def test_hidden_text_of_a_word_document_is_not_read():
    def hide(made):
        made.add_paragraph().add_run("Planted in Lviv.").font.hidden = True

    (document,) = read_bytes(word(hide), "a.docx")
    assert "Lviv" not in document.text
    assert document.problems


def test_words_in_tables_of_a_word_document_are_read():
    def table(made):
        made.add_table(1, 1).cell(0, 0).text = "Twelve villages"

    assert "Twelve villages" in read_bytes(word(table), "a.docx")[0].text


BOMB = b"<w:document>" + b" " * 30_000_000 + b"</w:document>"
ENTITY = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html>no zip</html>", "not a Word document"),
        (archive(other_xml="<a/>"), "no word/document.xml"),
        (archive(word__document_xml=BOMB), "unpacks to"),
        (archive(word__document_xml=ENTITY), "DOCTYPE"),
        (archive(word__document_xml=b"<d>"), "broken XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "locked or an old .doc"),
        (word()[:-200], "not a Word document"),
    ],
)
def test_a_bad_word_document_is_refused_in_one_line(data, says):
    with pytest.raises(UnreadableFile, match=says) as refused:
        read_bytes(data, "a.docx")
    assert "\n" not in str(refused.value)


def test_pdf_text_is_read_and_running_heads_are_told_apart():
    places = ("Qaryat", "Tadmur", "Hajin")
    pages = [
        [f"Example Weekly page {n}", f"Government forces entered {place} on Tuesday.", f"Officials in {place} said so.",
         f"{place} had been under fire for {n} weeks.", f"The bridges near {place} were destroyed."]
        for n, place in enumerate(places, start=1)
    ]  # fmt: skip
    (document,) = read_bytes(pdf(*pages), "a.pdf")
    assert not any("Example Weekly" in words for words in told(document))
    for page in pages:
        assert all(any(line in words for words in told(document)) for line in page[1:])


def locked():
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pdf([FIRST]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "scanned"),
        (b"no pdf", "not a PDF"),
        (b"%PDF-1.4\nbroken", "broken PDF"),
        (locked(), "password|encrypted"),
    ],
)
def test_a_bad_pdf_is_refused_in_one_line(data, says):
    with pytest.raises(UnreadableFile, match=says) as refused:
        read_bytes(data, "a.pdf")
    assert "\n" not in str(refused.value)


def test_each_row_of_a_table_of_reports_is_a_document():
    table = f'id,Title,Date,Text,URL,Source\n1,First,2017-08-23,"{FIRST}",https://example.org,Example\n2,Second,,"{SECOND}\nand, more",,\n'
    first, second = read_bytes(table.encode(), "r.csv")
    assert (first.row, second.row) == (2, 3)
    assert (first.title, first.publisher, first.url) == ("First", "Example", "https://example.org")
    assert (first.published, second.published) == (date(2017, 8, 23), None)
    assert first.text == FIRST
    assert second.text == f"{SECOND}\nand, more"
    assert first.id != second.id


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_told_by_the_header(delimiter):
    table = f"date{delimiter}text\n2017-08-23{delimiter}{FIRST}\n"
    (document,) = read_bytes(table.encode("utf-16"), "r.csv")
    assert document.text == FIRST


def test_a_row_that_does_not_match_the_header_is_a_problem_and_the_others_load():
    table = f"date,text\n2017-08-23,a,b\n2017-08-24,{SECOND.replace(',', '')}\n2017-08-25,\nsoon,{SECOND.replace(',', '')}\n"
    documents = read_bytes(table.encode(), "r.csv")
    problems = [problem for document in documents for problem in document.problems]
    assert [document.row for document in documents] == [3, 5]
    assert sorted(problem.row for problem in problems) == [2, 4, 5]
    assert documents[1].published is None


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("title,date\na,b\n", "no column of text"),
        ("text,Text\na,b\n", "twice"),
        ('text\n"never closed\n', "quote"),
        ("text,date\na,b,c\nd,e,f\n", "no row"),
        ("text,date\n", "no row"),
    ],
)
def test_a_bad_table_is_refused_in_one_line(table, says):
    with pytest.raises(InvalidData, match=says) as refused:
        read_bytes(table.encode(), "r.csv")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("header", "reports"),
    [
        ("id,title,date,text", True),
        ("published;body", True),
        ("report\turl", True),
        ("id,title,type,date,role,place,lat,lon,quote", False),
        ("text,lat,lon", False),
        ("id,title,type,date,text", False),
        ("name,value", False),
    ],
)
def test_tables_of_reports_are_told_from_tables_of_events(tmp_path, header, reports):
    path = tmp_path / "t.csv"
    path.write_text(header + "\n")
    assert is_report_table(path) is reports
    assert looks_like_reports(path.read_bytes(), path.name) is reports


def test_no_file_is_no_table_of_reports(tmp_path):
    assert not is_report_table(tmp_path / "missing.csv")
    assert not is_report_table(tmp_path)


def test_a_cell_longer_than_the_library_allows_by_itself_is_read():
    (document,) = read_bytes(f"text\n{'word ' * 40_000}\n".encode(), "r.csv")
    assert len(document.text) >= 199_999


def test_a_row_has_the_sidecar_of_its_file(tmp_path):
    (tmp_path / "r.csv").write_text(f"text\n{FIRST.replace(',', '')}\n")
    (tmp_path / "r.csv.meta.json").write_text('{"published": "2017-08-30"}')
    assert read_documents(tmp_path / "r.csv")[0].published == date(2017, 8, 30)
