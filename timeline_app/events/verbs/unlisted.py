"""Verbs that no table has: what else a sentence's main clause may be told by.

`signals.toml` holds the verbs whose type is known. English has thousands more, and news uses them: a sentence none of
whose verbs is listed still reports something where its main clause has a verb of doing in a past form. It is then of
type "other". Left out are verbs of being, of seeming, of thinking and of lasting, which describe and do not report.
"""

from __future__ import annotations

from timeline_app.events.verbs.signals import Form, Hit, Signal, plain_words, signals_of, words

DESCRIBING = frozenset(
    # being and having
    """belonged consisted comprised existed lived resided depended differed equalled resembled possessed lacked owned
    deserved mattered concerned related tended served spanned stretched covered ranged bordered linked connected housed
    populated inhabited situated based dominated numbered amounted weighed measured lined flowed derived ruled
    """
    # seeming and lasting
    """seemed appeared looked sounded proved lasted persisted survived endured varied echoed
    """
    # thinking, feeling and wanting: nothing outside a head
    """believed realised realized hoped wanted wished feared worried doubted expected considered regarded viewed deemed
    supposed assumed imagined remembered preferred liked loved hated enjoyed needed intended watched trusted cared
    dreamed longed suspected observed worshipped noticed
    """
    # showing what something means, what somebody is or does for a living, and the story itself
    """highlighted illustrated reflected symbolised symbolized pleased satisfied married educated qualified studied
    earned worked helped faced aimed equipped convinced impressed famed inspired influenced affected shaped benefited
    cracked
    titled entitled dated updated edited modified copied tagged photographed pictured reserved sourced credited
    """.split()
)
"""Past forms that describe a state, a thought or the text itself."""

_ADJECTIVES = frozenset(
    """armed allied combined unidentified unnamed so-called hundred improvised masked naked sacred wicked rugged
    crowded limited mixed tired interested experienced determined divided complicated sophisticated dedicated
    required indeed exceed proceed succeed aged beloved blessed talented gifted skilled civilised civilized developed
    detailed increased reduced prolonged repeated disputed contested compared grouped chartered legalised legalized
    scheduled bit
    """.split()
)
"""Words with the ending of a past that mostly stand before a noun or behind "is"; "a little bit"."""

_PASTS = {
    "ran": "run", "rode": "ride", "rose": "rise", "drew": "draw",
    "blew": "blow", "chose": "choose", "wore": "wear", "swam": "swim", "sprang": "spring", "shrank": "shrink",
    "spent": "spend", "lent": "lend", "bled": "bleed",
    "sped": "speed", "slid": "slide", "swung": "swing", "clung": "cling", "flung": "fling", "hid": "hide",
    "ate": "eat", "drank": "drink", "wept": "weep", "kept": "keep",
    "paid": "pay", "caught": "catch", "taught": "teach", "laid": "lay", "woke": "wake",
    "swore": "swear", "forbade": "forbid", "rang": "ring", "sang": "sing",
    "dealt": "deal", "knelt": "kneel", "leapt": "leap", "strode": "stride", "tore": "tear", "shed": "shed",
    "overcame": "overcome", "overthrew": "overthrow", "overtook": "overtake", "rebuilt": "rebuild",
    "upheld": "uphold", "withheld": "withhold", "withstood": "withstand",
    "shut": "shut", "put": "put", "dug": "dig", "cut": "cut", "split": "split", "spread": "spread", "burst": "burst",
}  # fmt: skip
"""Irregular pasts by what is told by them; those of listed verbs stand in `signals.toml`."""

_PARTICIPLES = {
    "drawn": "draw", "worn": "wear", "hidden": "hide", "bitten": "bite",
    "eaten": "eat", "chosen": "choose", "ridden": "ride", "risen": "rise", "woken": "wake", "torn": "tear",
}  # fmt: skip
"""Those that differ from their pasts."""

_BEFORE_A_NOUN = frozenset(
    """the a an of in on at by for with from to into onto over under and or as than its their his her our these those
    several many some more most other no any such both""".split()
)
"""After these a past form stands before its noun ("on rented buses") or is no clause's own verb."""

_OBJECTS = (["its"], ["their"], ["his"], ["her"], ["the"])
"""What opens an object behind a verb, and stands behind no adjective."""


def unlisted_hits(sentence: str) -> list[Hit]:
    """The words of a sentence that look like a past form of a verb of doing and are in no table, in order."""
    found = []
    plain = plain_words(sentence)
    for at, word in enumerate(plain):
        base = _PASTS.get(word) or _PARTICIPLES.get(word) or (word if word.endswith("ed") and len(word) > 4 else "")
        if word == "dragged" and plain[at + 1 : at + 2] == ["on"]:
            continue  # the war did; the man was dragged from his house
        bare = word in _ADJECTIVES and plain[at + 1 : at + 2] not in _OBJECTS  # "divided its captives" is told
        if not (base and at) or plain[at - 1] in _BEFORE_A_NOUN or word in DESCRIBING or bare:
            continue
        token = words(sentence)[at]
        if not (token[0][0].isupper() or signals_of(word)):
            form: Form = "participle" if word in _PARTICIPLES else "past"
            found.append(Hit(token.start(), token.end(), Signal("other", base, form), at=at))
    return found
