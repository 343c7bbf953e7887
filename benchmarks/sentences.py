"""Sentence splitters side by side in one run: speed, offsets kept, and our own sentences with traps.

    python benchmarks/sentences.py [FILE.jsonl]

Runs ours and, where they are installed (they are no dependencies of ours), pysbd and spaCy's rule-based sentencizer.
FILE: rows with a text each; without it the example's articles.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline_app.events.sentences import split_sentences

ROOT = Path(__file__).resolve().parent.parent
Splitter = Callable[[str], list[tuple[int, int]]]

TRAPS = [
    ["He spoke to Col. Ryan Dillon on Monday.", "Nothing was agreed."],
    ["The U.S. military struck first.", "It said so on Aug. 3."],
    ["“We are not happy,” he said.", "“It was a mistake.”"],
    ["It fell at 3 p.m. on Friday.", "Shells hit St. George’s church."],
    ["About 1.5 million fled.", "The road is 5.30 km long."],
    ["Will they let it pass?", "No!", "The convoy waits."],
    ["He left for the U.S.", "The army stayed."],
    ["“Stop!” he cried.", "They did not."],
    ["It went on... and on.", "Then it stopped."],
    ["Gen. H. R. McMaster met Mr. Abadi.", "They talked."],
    ["See Fig. 3 and No. 5.", "Both are old."],
    ["The deal (signed on Sept. 2.) held.", "Nobody fired."],
]
"""Sentences of our own that are put together by a space and must come apart again."""


def main() -> None:
    """Print one line a splitter."""
    texts = _texts(Path(sys.argv[1])) if len(sys.argv) > 1 else _texts(None)
    size = sum(map(len, texts))
    for name, split in _splitters().items():
        split("Warm. Up.")
        begun = time.process_time()
        found = [split(text) for text in texts]
        speed = size / (time.process_time() - begun)
        kept = sum(text[a:b].strip() == text[a:b] for text, spans in zip(texts, found, strict=True) for a, b in spans)
        all_found = sum(map(len, found))
        right = sum([text[a:b] for a, b in split(text)] == trap for trap in TRAPS for text in [" ".join(trap)])
        print(f"{name}: {speed:,.0f} characters a second, {right} of {len(TRAPS)} traps, offsets {kept}/{all_found}")


def _texts(path: Path | None) -> list[str]:
    if path is None:
        return [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds" / "articles").glob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line]


def _splitters() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {"ours": _ours}
    try:
        import pysbd

        segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
        found["pysbd"] = lambda text: [_trimmed(text, span.start, span.end) for span in segmenter.segment(text)]
    except ImportError:
        print("pysbd is not installed", file=sys.stderr)
    try:
        import spacy

        nlp = spacy.blank("en")
        nlp.max_length = 10_000_000
        nlp.add_pipe("sentencizer")
        found["spaCy sentencizer"] = lambda text: [
            _trimmed(text, sentence.start_char, sentence.end_char) for sentence in nlp(text).sents
        ]
    except ImportError:
        print("spaCy is not installed", file=sys.stderr)
    return found


def _ours(text: str) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in split_sentences(text, 0, len(text))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


if __name__ == "__main__":
    main()
