"""Whether words before somebody name him as the doer: "by two British police officers", "at the hands of"."""

from __future__ import annotations

import re

from timeline_app.events.verbs.signals import signals_of

# "by two", "at the hands of the", "victim to", "on orders of", "in an attack of the", "in fire from"
_DOER = re.compile(
    r"\b(?:(?P<by>by)|at\sthe\shands\sof|victim\sto|on\s(?:the\s|direct\s)?orders?\s(?:of|from)"
    r"|(?:in|under|during|after)\s(?:[a-z-]{1,15}\s){0,3}?(?:attacks?|air\s?strikes?|strikes?|raids?|offensives?|campaigns?|operations?|fire)"
    r"\s(?:of|from))\s(?P<between>(?:(?!by\s)[“\"‘]?[\w.’'-]+\s){0,9})[“\"‘]?$",
    re.IGNORECASE,
)
_LINKS = frozenset({"of", "from", "with", "to", "and"})
# "fighters of", "artillery of", "a group of", "orders from": whose they are does it
_HEAD = re.compile(
    r"(?:fighters?|members?|gunmen|gunman|militants?|forces|troops|(?:war)?planes?|aircraft|jets?|helicopters?|men|units?|soldiers?|snipers?"
    r"|elements|jihadists?|terrorists?|militiam[ea]n|supporters?|partisans|artillery|tanks?|drones?|rockets?|missiles?|shells?|mortars?"
    r"|bombs?|fire|gunfire|groups?|bands?|teams?|mobs?|crowds?|cells?|branch|wing|affiliates?|brigades?|battalions?|police(?:men)?|agents?"
    r"|officers?|officials?|guards?|leaders?|commanders?|spokesm[ae]n|hundreds|dozens|scores|thousands|orders?|belonging|loyal|allied)"
)
_MANNER = frozenset(
    "advancing retreating fleeing passing invading occupying ruling leading remaining opposing warring "
    "rampaging".split()
)
"""Words that tell how somebody goes: "by advancing troops"; in "by shelling troops" it is another who does it."""
_PARTICIPLES = frozenset(
    "armed allied united combined suspected alleged masked hooded disguised retired unnamed".split()
)
_NO_DOER = frozenset(
    "in on at near inside outside over under between against after before during since until while when as "
    "than for without into onto through toward towards across along around behind beside off about who "
    "which that whom whose where because but or if it he she they is are was were be been has had have will "
    "would did does not said says end time dawn noon midnight nightfall night evening morning monday "
    "tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tomorrow then now next last means way virtue side "
    "river lake sea road coast border mount".split()
)
"""Words behind which it is told when, where or how: "by Friday rebels", "by the end of the army's offensive"."""


def is_behind_by(before: str) -> bool:
    """Whether the words before somebody end with what makes him the doer, whatever describes him in between."""
    found = _DOER.search(before)
    return found is not None and all(map(_describes, ["", *found["between"].split()], found["between"].split()))


def _describes(before: str, word: str) -> bool:
    """Whether a word behind another may stand between "by" and who does it."""
    plain = word.strip('“"‘').lower()
    if plain in _LINKS:
        return _HEAD.fullmatch(before) is not None or (plain == "to" and before == "belonging")
    if plain in _NO_DOER or plain.endswith(","):
        return False
    if "-" in plain or plain in _PARTICIPLES or word[:1].isupper():
        return True
    if plain.endswith("ing"):
        return plain in _MANNER or plain == "belonging"
    return not any(one.form == "past" for one in signals_of(plain))
