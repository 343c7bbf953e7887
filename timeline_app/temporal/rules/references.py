"""Now, recently, in the past, in the future: times without days."""

from __future__ import annotations

from timeline_app.temporal.reckoning import undated
from timeline_app.temporal.scene import Found, Reader, Reading, Rule, Scene


def read_reference(value: str) -> Reader:
    """A reader that answers PRESENT_REF, PAST_REF or FUTURE_REF."""

    def read(scene: Scene, found: Found) -> list[Reading] | None:
        if scene.tokens.word(found.i - 1) in {"most", "-"}:
            return None  # "the most recent model" compares, it does not date
        why = {
            "PRESENT_REF": "it means the time of writing",
            "PAST_REF": "it means some time before",
            "FUTURE_REF": "it means some time to come",
        }
        return [undated(found, value, why[value])]

    return read


def read_past(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as in the past: not "the past week" or "the past five trading days"."""
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    opens_clause = before == "in" and after in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "people",
        "there",
    }
    if (
        after[:1].isalnum()
        and not opens_clause
        and after
        not in {
            "and",
            "but",
            "when",
            "to",
            "is",
            "was",
            "has",
            "had",
            "as",
            "for",
            "by",
            "it",
            "he",
            "they",
            "we",
        }
    ):
        return None
    return [undated(found, "PAST_REF", "it means some time before")]


RULES = (
    Rule(
        "now",
        "( NOW | at present | at the moment | the present ( day | time )? | the time being | present -? day"
        " | modern -? day | these days )",
        "currently",
        read_reference("PRESENT_REF"),
    ),
    Rule("recently", "( more? RECENT | recent )", "recently", read_reference("PAST_REF")),
    Rule("past", "the past", "in the past", read_past),
    Rule("future", "( the? future | the ( near | long ) term )", "in the future", read_reference("FUTURE_REF")),
)
