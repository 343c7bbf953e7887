"""Web pages: what a reader sees, and nothing a reader cannot see."""

import time
from datetime import date

import pytest

from timeline_app.documents import read_bytes, story_spans
from timeline_app.errors import UnreadableFile

PARAGRAPHS = [
    "Government forces entered the town of Qaryat on Tuesday after two weeks of fighting &amp; shelling, officials said.",
    "The army's press office announced that 12 fighters had been killed and that two bridges had been destroyed in the north.",
    "According to aid workers, some 300 families left the area towards the border between Monday and Wednesday evening.",
]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def read(html):
    (document,) = read_bytes(html.encode(), "page.html")
    return document


def told(document):
    return [document.text[start:end] for start, end in story_spans(document)]


HIDDEN = [
    '<p style="display:none">{}</p>', '<p style="color:red; visibility : hidden">{}</p>', '<p style="font-size:0">{}</p>',
    '<p style="font-size: 0px !important">{}</p>', '<p style="color:#fff">{}</p>', '<p style="color:rgb(255,255,255)">{}</p>',
    '<div style="background:#000"><p style="color:black">{}</p></div>', '<p style="opacity:0">{}</p>',
    '<p style="position:absolute;left:-9999px">{}</p>', "<p hidden>{}</p>", '<p aria-hidden="true">{}</p>',
    "<noscript>{}</noscript>", "<template>{}</template>", "<!-- {} -->", "<script>{}</script>", "<style>{}</style>",
    "<style>.gone {{ display: none }}</style><p class='x gone'>{}</p>", "<textarea>{}</textarea>", "<svg><text>{}</text></svg>",
    "<div style='display:none'><div><p>{}</p></div></div>",
]  # fmt: skip


@pytest.mark.parametrize("markup", HIDDEN)
def test_hidden_text_is_not_read(markup):
    document = read(
        f"<html><body>{BODY}{markup.format('On 6 January a bomb exploded in Lviv.')}<p>Last seen.</p></body></html>"
    )
    assert "Lviv" not in document.text
    assert "Last seen." in document.text


@pytest.mark.parametrize(
    "style",
    [
        "color:#333",
        "font-size:0.9em",
        "opacity:0.95",
        "display:block",
        "color:white;background:#000",
        "margin-left:-5px",
    ],
)
def test_visible_text_is_read_whatever_its_style(style):
    assert "Lviv" in read(f'<body>{BODY}<p style="{style}">Shelling in Lviv.</p></body>').text


def test_that_text_was_hidden_is_said():
    assert "hides" in str(read(f"<body>{BODY}<p hidden>x</p></body>").problems[0])


def test_text_is_decoded_once_and_offsets_refer_to_it():
    document = read(f"<body>{BODY}<p>Write &amp;lt;b&amp;gt; &lt;i&gt;.</p></body>")
    assert "fighting & shelling" in document.text
    assert "Write &lt;b&gt; <i>." in document.text


def test_article_is_told_apart_from_what_stands_around_it():
    html = f"""<html lang="en-GB"><head><title>T - Site</title><meta property="og:site_name" content="Example News">
      <meta property="article:published_time" content="2017-09-02T08:00:00Z"><link rel="canonical" href="https://example.org/a"></head>
      <body><nav><a href="/">Home</a> <a href="/w">World</a></nav><h1>Town entered after two weeks</h1>
      <div class="byline">Jane Doe</div><article>{BODY}<figure><img src="x.png"><figcaption>Smoke on Tuesday</figcaption></figure>
      <div class="ad-banner">Buy now and save a lot of money today.</div></article>
      <div id="comments"><p>The mayor had sold that bridge on Monday, officials said.</p></div><footer>Contact, imprint</footer></body></html>"""
    document = read(html)
    assert told(document)[0] == "Town entered after two weeks"
    assert len(told(document)) == 4
    kinds = {zone.kind for zone in document.zones}
    assert {"headline", "byline", "body", "caption", "advert", "comment", "furniture"} <= kinds
    assert (document.publisher, document.url, document.language) == ("Example News", "https://example.org/a", "en-GB")
    assert (document.published, document.publications[0].source) == (date(2017, 9, 2), "meta")


DATES = [
    '<meta name="date" content="2017-09-02">',
    '<meta itemprop="datePublished" content="2017-09-02T10:00:00+02:00">',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2017-09-02"}]}</script>',
    '<script type="application/ld+json">{broken</script><meta name="DC.date.issued" content="2017-09-02">',
    '<time datetime="2017-09-02T10:00" pubdate>yesterday</time>',
]


@pytest.mark.parametrize("markup", DATES)
def test_publication_date_of_markup(markup):
    assert read(f"<head>{markup}</head><body>{BODY}</body>").published == date(2017, 9, 2)


def test_a_page_without_a_date_stays_undated():
    assert read(f"<body>{BODY}<footer>Copyright 2018</footer></body>").publications == ()


def test_declared_encoding_is_used_when_it_is_not_utf_8():
    html = f'<html><head><meta charset="windows-1251"></head><body><p>Армия заняла город Хомс.</p>{BODY}</body></html>'
    (document,) = read_bytes(html.encode("cp1251"), "page.htm")
    assert "Армия заняла город Хомс." in document.text
    assert document.problems


def test_a_page_without_visible_text_is_refused():
    with pytest.raises(UnreadableFile, match="made by a script"):
        read("<html><body><script>render()</script><div id=root></div></body></html>")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "<p>Shelling in Kharkiv.</p>" + "</div>" * 20_000,
        "<p>Shelling in Kharkiv.</p>" + "<" * 100_000,
        "<p>Shelling in Kharkiv.</p>" + "<b><i>" * 30_000,
        "<p>Shelling in Kharkiv.</p>" + " " * 200_000 + "<a " * 20_000,
        "<table><tr><td>" * 3_000 + "Shelling in Kharkiv.",
    ],
    ids=["deep", "angles", "unclosed", "spaces", "tables"],
)
def test_a_hostile_page_is_read_in_a_moment_and_its_text_is_there(html):
    start = time.process_time()
    document = read(html)
    assert "Shelling in Kharkiv." in document.text
    assert time.process_time() - start < 4
