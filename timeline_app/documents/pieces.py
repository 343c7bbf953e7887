"""A paragraph and what it is taken for, and the shapes by which running text is told from labels and headlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.documents.paragraphs import Paragraph
from timeline_app.model import ZoneKind

PROSE_WORDS = 10
"""Words from which a paragraph that ends a sentence is running text, not a label or a headline."""
_LONG = 250
"""Characters from which a paragraph is running text however it ends."""
SENTENCE_END = re.compile(r"[.!?…。؟][\"”’»)\]]{0,2}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, what it is taken for, and what it adds to the end of the story."""

    paragraph: Paragraph
    kind: ZoneKind
    reason: str = ""
    end_score: float = 0.0


def is_prose(piece: Piece) -> bool:
    """Whether a piece is running text of the story."""
    words = piece.paragraph.text
    return piece.kind == "body" and (len(words) > _LONG or reads_on(words))


@lru_cache(maxsize=1_024)
def reads_on(words: str) -> bool:
    """Whether words are enough and end as running text does; asked six times of every paragraph."""
    return len(words.split()) >= PROSE_WORDS and bool(SENTENCE_END.search(words))


def is_sentence(piece: Piece) -> bool:
    """Whether a piece is a sentence, however short."""
    words = piece.paragraph.text
    return piece.kind == "body" and len(words.split()) >= 3 and bool(SENTENCE_END.search(words))
