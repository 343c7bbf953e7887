"""Who corrected an event, said beside its review: a correction is a person's word, but no verdict on the whole."""

from __future__ import annotations

from timeline_app.dashboard import load
from timeline_app.errors import StoreError
from timeline_app.model import Event
from timeline_app.views import visible
from timeline_app.views.claims.evidence import Payload, evidence_payload
from timeline_app.views.versions.past import NOBODY
from timeline_app.views.words.labels import REVIEWS


def review_state(event: Event) -> str:
    """The review in words, with who corrected the event: "Not reviewed, corrected by Ada"."""
    by = corrected_by(event.id)
    return f"{REVIEWS[event.review.status]}{f', corrected by {by}' if by else ''}"


def corrected_by(event_id: str) -> str:
    """Who corrected an event last; "" when nobody did, or when it was taken back."""
    try:
        change = load.store().corrected(event_id)
    except StoreError:
        return ""
    return "" if change is None else visible(change.by) or NOBODY


def evidence_of(event: Event, whole: load.Kept) -> Payload:
    """Everything known of one event for the reader, with who corrected it."""
    told = evidence_payload(event, whole.documents, load.named_sources(whole))
    state = review_state(event)
    return {**told, "review": {**told["review"], "state": f"{state[:1].lower()}{state[1:]}"}}
