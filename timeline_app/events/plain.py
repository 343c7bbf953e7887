"""A sentence on one line without what leads into it: links, asides, datelines, "On Friday, "."""

from __future__ import annotations

import re

# "[the unusual deal](https://...)" reads "the unusual deal"; "Daesh [ISIS]" reads "Daesh"
LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,500}\)")
ASIDE = re.compile(r"\s?(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
# "On February 9, ", "Last week, ", "According to CNN, ", "However, "
LEAD = re.compile(
    r"^(?:[A-Z][a-z]{3,15}ly|Regardless of [^,]{1,60}|(?:But )?as we [^,]{1,40}|However|Meanwhile|Moreover|Furthermore"
    r"|(?:Also|Earlier|Later|Meanwhile)(?:\s[^,]{1,40})?|Indeed|Still|Then|But|And|According to [^,]{1,60}|"
    r"(?:On|In|At|By|Since|During|After|Before|Over|Under|As|Last|Earlier|Late|Early|Per|Despite|Following|Apart from"
    r"|To the (?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|Having)"
    r"\s(?!least\b|most\b|\d)[^,]{1,90}(?:,\s\d{4})?"
    r"|(?:This|The same|The next|The following)\s(?:day|night|week|month|year|morning|evening)"
    r"|To (?!the\b)[a-z]{3,15}\s[^,]{5,90}),\s(?!(?:who|whom|whose|which|where|and|but|or|as)\b)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\W{0,3}(?:date\s)?[\d\s-]{0,12}[A-Z][A-Z ,.]{2,40}(?:\([^()]{1,30}\)\s?)?\s?[–—-]{1,2}\s")


def plain_title(sentence: str, with_lead: bool = False) -> str:
    """The sentence on one line without links, asides, its dateline and, unless asked for, what leads into it."""
    text = LINK.sub(r"\1", sentence)
    text = _DATELINE.sub("", text, count=1)
    text = ASIDE.sub("", text)
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip(' "“”*_–—-.…|')
    for _ in range(2):
        shorter = LEAD.sub("", text, count=1)
        if with_lead or len(shorter) < 25:
            break
        text = shorter
    return text.rstrip(".!… ")
