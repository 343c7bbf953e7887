"""The rooms in a row: documents in, one timeline out, kept in a store or not."""

from timeline_app.pipeline.adding import (
    FROM_LIST,
    Added,
    Gathered,
    add_documents,
    add_gathered,
    gather,
    gather_bytes,
    heed_corrections,
)
from timeline_app.pipeline.entered_dates import EnteredDate, entered_date, explain_date
from timeline_app.pipeline.form_words import FormWords, event_in_words, words_of
from timeline_app.pipeline.judging import judge_reports
from timeline_app.pipeline.list_edits import ListRow, ListSaved, Unsettled, insisted, judged, save_rows, with_edits
from timeline_app.pipeline.naming import Said, say_of_name, say_of_place, withdraw_word
from timeline_app.pipeline.parallel import heeding
from timeline_app.pipeline.parsing import (
    Progress,
    merge_timeline,
    parse,
    parse_document,
    parse_documents,
    read_all,
    read_mentions,
)
from timeline_app.pipeline.rereading import Rereading, read_anew, take_over
from timeline_app.pipeline.undoing import take_back
from timeline_app.pipeline.uploads import Upload, read_pasted, read_uploads, to_keep, uploads_line

__all__ = [
    "FROM_LIST",
    "Added",
    "EnteredDate",
    "FormWords",
    "Gathered",
    "ListRow",
    "ListSaved",
    "Progress",
    "Rereading",
    "Said",
    "Unsettled",
    "Upload",
    "add_documents",
    "add_gathered",
    "entered_date",
    "event_in_words",
    "explain_date",
    "gather",
    "gather_bytes",
    "heed_corrections",
    "heeding",
    "insisted",
    "judge_reports",
    "judged",
    "merge_timeline",
    "parse",
    "parse_document",
    "parse_documents",
    "read_all",
    "read_anew",
    "read_mentions",
    "read_pasted",
    "read_uploads",
    "save_rows",
    "say_of_name",
    "say_of_place",
    "take_back",
    "take_over",
    "to_keep",
    "uploads_line",
    "with_edits",
    "withdraw_word",
    "words_of",
]
