"""Events of many documents into merged events with their disagreement."""

from timeline_app.merge.disputes.checks import check_event
from timeline_app.merge.disputes.claims import (
    QUANTITY,
    Claim,
    agreeing,
    can_all_be_true,
    claims_of,
    documents_of,
    fields_of,
    head_of,
    last_word,
)
from timeline_app.merge.disputes.conflicts import are_compatible, find_conflicts
from timeline_app.merge.joining.merging import Merged, merge, regrouped
from timeline_app.merge.joining.parts import apart, united
from timeline_app.merge.joining.proposals import MOST_PROPOSED, Proposal, propose, undecided

__all__ = [
    "MOST_PROPOSED",
    "QUANTITY",
    "Claim",
    "Merged",
    "Proposal",
    "agreeing",
    "apart",
    "are_compatible",
    "can_all_be_true",
    "check_event",
    "claims_of",
    "documents_of",
    "fields_of",
    "find_conflicts",
    "head_of",
    "last_word",
    "merge",
    "propose",
    "regrouped",
    "undecided",
    "united",
]
