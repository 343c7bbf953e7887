"""The words of time: which classes a word belongs to and what it is worth there.

Pattern names in capitals (`MONTH`, `UNIT`) are the keys of `CLASSES`; a lower-case word in a pattern
stands for itself. A word may be of several classes ("second" counts and is a unit).
"""

from __future__ import annotations

from collections.abc import Mapping

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip

_UNITS = {
    "second": "S", "minute": "m", "hour": "H", "day": "D", "night": "N", "week": "W", "fortnight": "F", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip
_PLURALS = {"century": "centuries"}

CLASSES: dict[str, Mapping[str, object]] = {
    "MONTH": {name.lower(): i for i, name in enumerate(MONTHS, 1)} | _MONTH_ABBREVIATIONS,
    "WEEKDAY": {name.lower(): i for i, name in enumerate(WEEKDAYS)} | _WEEKDAY_ABBREVIATIONS,
    "WEEKDAYS": {name.lower() + "s": i for i, name in enumerate(WEEKDAYS)},
    "COUNT": {w: i for i, w in enumerate(_ONES, 1)}
    | {w: 10 * i for i, w in enumerate(_TENS, 2)}
    | {"dozen": 12, "hundred": 100, "single": 1},
    "ORDWORD": {w: i for i, w in enumerate(_ORDINALS, 1)},
    "VAGUE": dict.fromkeys(("few", "several", "many", "some", "numerous", "countless", "couple"), "X"),
    "UNIT": dict(_UNITS),
    "UNITS": {_PLURALS.get(w, w + "s"): u for w, u in _UNITS.items()},
    "SEASON": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "PART": {
        "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midday": "MI",
        "midnight": "NI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI", "overnight": "NI", "nightfall": "NI",
        "daybreak": "MO", "daytime": "DT", "sunrise": "MO", "sunset": "EV", "nights": "NI", "mornings": "MO",
    },
    "EDGE": {
        "early": "START", "late": "END", "mid": "MID", "beginning": "START", "start": "START", "end": "END",
        "middle": "MID", "close": "END", "outset": "START", "later": "END", "earlier": "START", "midway": "MID",
    },
    "PAST": dict.fromkeys(("last", "past", "latest"), "last"),
    "NEXT": dict.fromkeys(("next", "coming", "upcoming"), "next"),
    "BEFORE": dict.fromkeys(("previous", "preceding", "prior"), "before"),
    "AFTER": dict.fromkeys(("following", "ensuing", "subsequent"), "after"),
    "SAME": dict.fromkeys(("same", "very", "that"), "same"),
    "TODAY": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    "STRAIGHT": dict.fromkeys(
        ("straight", "consecutive", "successive", "trading", "working", "business", "calendar", "full", "whole",
         "entire", "more", "long", "other", "additional"), "straight"),
    "EVERY": dict.fromkeys(("every", "each", "per"), "every"),
    "LY": {
        "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "fortnightly": "P2W",
        "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
    },
    "ABOUT": dict.fromkeys(
        ("about", "around", "approximately", "roughly", "nearly", "almost", "over", "under", "some", "circa",
         "barely", "exactly", "just", "only", "another", "fully"), "about"),
    "NOW": dict.fromkeys(("now", "currently", "nowadays", "presently"), "PRESENT_REF"),
    "RECENT": dict.fromkeys(("recently", "lately"), "PAST_REF"),
    "BC": dict.fromkeys(("bc", "bce", "b.c", "b.c.", "b.c.e", "b.c.e."), "BC"),
    "AD": dict.fromkeys(("ad", "ce", "a.d", "a.d.", "c.e", "c.e."), "AD"),
    "AMPM": {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12},
    "ZONE": dict.fromkeys(
        ("utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet", "eest",
         "jst", "msk", "ist", "aest", "aedt"), "zone"),
    "AGO": {"ago": -1},
    "LATER": {"later": 1, "afterwards": 1, "thereafter": 1, "earlier": -1, "previously": -1, "before": -1, "prior": -1,
              "after": 1},
}  # fmt: skip

# Month and weekday names that are also other words or names: "May said", "march", "the Sun", "Jan", "sat down".
# Next to a day or year they are dates; alone they need a preposition of time and a capital letter.
AMBIGUOUS_NAMES = frozenset(
    {"may", "march", "mar", "jan", "jun", "dec", "sun", "sat", "mon", "wed", "fri", "thu", "tue", "weds"}
)

# Signals of a verb that looks forward ("will meet", "is due on", "plans to leave on").
FUTURE_WORDS = frozenset(
    {"will", "won't", "shall", "scheduled", "due", "expected", "expects", "plans", "planning", "planned", "slated",
     "upcoming", "deadline", "tomorrow", "'ll", "should", "can", "must", "hopes", "intends", "expires", "would", "wo",
     "could", "might", "ahead",
     # the simple present of what is scheduled: "the accord takes effect on 13 October"
     "begins", "starts", "opens", "ends", "takes", "meets", "resumes", "closes", "arrives", "departs"}
)  # fmt: skip

# Plain present forms that tell of what is arranged ("voters go to the polls on Sunday") unless an auxiliary stands before.
PLAIN_PRESENT = frozenset({"meet", "go", "begin", "resume", "face", "return"})

# Past forms that do not end in -ed; those that do are known by their ending.
PAST_WORDS = frozenset(
    {"let", "was", "were", "had", "did", "said", "told", "took", "came", "went", "made", "began", "won", "lost", "fell",
     "rose", "met", "held", "left", "gave", "got", "saw", "found", "sent", "led", "shot", "struck", "drove", "broke",
     "brought", "became", "fought", "ran", "wrote", "spoke", "hit", "cut", "shut", "sold", "bought", "since",
     "paid", "kept", "grew", "knew", "flew", "threw", "stood", "rang", "sank", "has", "have", "been",
     "swept", "sought", "built", "caught", "drew", "fled", "heard", "laid", "rode", "sprang", "stole", "swore",
     "taught", "tore", "withdrew", "burst", "blew", "chose", "crept", "dealt", "dug", "fed", "forbade", "froze",
     "hid", "overran", "retook", "rebuilt", "slept", "slid", "spent", "undertook", "upheld", "woke", "wept"}
)  # fmt: skip

# Words in -ed that are no past forms.
NO_PAST_FORMS = frozenset(
    {"need", "feed", "seed", "speed", "indeed", "hundred", "proceed", "exceed", "succeed", "breed"}
)

# Prepositions and determiners a bare month or year stands after; "the" and "and" are too common for May.
TIME_PREPOSITIONS = frozenset(
    {"in", "since", "until", "till", "by", "during", "from", "to", "of", "last", "next", "this", "early", "late", "mid",
     "between", "before", "after", "through", "throughout", "previous", "following", "every", "and", "or", "-", "for",
     "end", "beginning", "around", "circa", "about", "on", "as", "than", "late-", "/", "("}
)  # fmt: skip
