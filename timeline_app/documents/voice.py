"""Who speaks in a paragraph: a reporter telling what sources said, or a reader talking to other readers.

Facts of genre the features rest on: a news report keeps its author out of sight, names its sources and puts
their first person between quotation marks; a reader's comment says I and you in its own voice, asks and
calls out to others, laughs, shortens, and names no source.
"""

from __future__ import annotations

import re
from functools import cache

from timeline_app.documents.language import language_of

_LONGEST = 3_000
"""Characters of a paragraph looked at; more change nothing."""

# Words that show the writer (first) or address somebody (second), by language; quoted words do not count.
# "us" and "US" differ in case only, so English "us" stands in lower case and the match minds case there.
_PERSONS = {
    "en": (r"\bI(?:['’](?:m|ve|d|ll))?(?= [a-z])|\b(?:[Mm]y|me|myself|mine|[Ii]mho|[Ii]mo)\b", r"\b[Yy](?:ou|our|ours|ourself)(?:['’](?:re|ve|d|ll))?\b|\bu r?\b|\b[Uu]r\b"),
    "nl": (r"\b(?:[Ii]k|mijn|mezelf)\b", r"\b(?:[Jj]e|[Jj]ij|jou|jouw|[Jj]ullie)\b"),
    "de": (r"\b(?:[Ii]ch|mir|mich|meine?[rnms]?)\b", r"\b(?:[Dd]u|dich|dir|[Ee]uch|deine?[rnms]?)\b"),
    "fr": (r"\b(?:[Jj]e|[Jj]['’]|moi|mon|mes)\b", r"\b(?:[Tt]u|toi|ton|tes|[Vv]ous|vos|votre)\b"),
    "es": (r"\b(?:[Yy]o|mí|mis?|creo|pienso)\b", r"\b(?:[Tt]ú|tus?|[Uu]stede?s?|vosotros)\b"),
    "it": (r"\b(?:[Ii]o|mio|mia|miei|credo|penso)\b", r"\b(?:[Tt]u|tuo|tua|voi|vostr[oaie])\b"),
    "pt": (r"\b(?:[Ee]u|meu|minha|acho)\b", r"\b(?:[Vv]ocês?|teu|tua)\b"),
    "ru": (r"\b(?:[Яя]|мне|меня|мой|моя|моё)\b", r"\b(?:[Тт]ы|тебя|тебе|[Вв]ы|вас|вам|твой|ваш\w{0,3})\b"),
    "tr": (r"\b(?:[Bb]en|benim|bence|bana)\b", r"\b(?:[Ss]en|senin|[Ss]iz|sizin|sana)\b"),
    "ar": (r"(?<!\w)(?:أنا|انا|رأيي|أعتقد|اعتقد)(?!\w)", r"(?<!\w)(?:أنت|انت|أنتم|انتم|لكم|عليكم|يا)(?!\w)"),
}  # fmt: skip
_WE = re.compile(r"\b(?:[Ww]e|our|ours|ourselves|us)\b(?! reported)")

# ":)", ";-D", ":P", "<3", emoji
_SMILE = re.compile(
    r"(?<!\w)[:;=]['’]?-?[)(DPpOo3/\\|](?!\w)|<3(?!\d)|[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001f44d-\U0001f44f\U0001f64f\U0001f525\U0001f602]"
)
_LAUGH = re.compile(
    r"\b(?:lo+l|lmf?ao+|rofl|ha(?:ha){1,20}h?|he(?:he){1,20}|hihi|ja(?:ja){1,20}|x{1,2}d|mdr|ptdr|kkk{1,10}|smh|wtf|omg|btw|imho|imo|tbh|fyi|ffs|lulz)\b|(?<!\w)(?:хаха|ههه)\w{0,20}",
    re.I,
)
_CALL = re.compile(r"!(?!\w)")
_RUN_OF_CALLS = re.compile(r"[!?]{2,}|\?!")
_QUESTION = re.compile(r"[?؟](?!\w)")
# "USA…", "etc....", but not "...In accordance" (words left out of a quotation)
_TRAIL = re.compile(r"(?<=\w)(?:…|\.{2,8})(?=\s|$)")
# Apostrophes left out, as in chat: "dont", "wont", "thats"
_CHAT = re.compile(
    r"\b(?:dont|wont|cant|isnt|arent|wasnt|didnt|doesnt|havent|wouldnt|couldnt|shouldnt|thats|whats|theres|youre|theyre|im|ive|gonna|wanna|gotta|kinda|dunno|yeah|yep|nope|nah|ok|okay|dude|dudes|guys|bro|pls|plz|thx|cuz|coz|bcoz|ppl|tho|folks|sheesh|geez|duh|ugh|meh|wow|yay|hey)\b",
    re.I,
)
_SLUR = re.compile(
    r"\b(?:idiots?|morons?|imbeciles?|stupid(?:ity)?|dumb\w{0,5}|crap\w{0,2}|shit\w{0,4}|bullshit|bitch\w{0,4}|fuck\w{0,5}|damn\w{0,2}|hell of|scum\w{0,4}|clowns?|puppets?|poodles?|sheeple|trolls?|liars?|hypocrit\w{1,5}|rats|pathetic|disgusting|shameful|ridiculous|nonsense|goons?|thugs|losers?|suckers?|sucks?|ass|asses|arse|wtf|shame on)\b",
    re.I,
)
# How one answers somebody: "Yes, ...", "Spot on", "Well, ...", "100% correct!", "@John"
_ANSWER = re.compile(
    r"(?:yes|no|nope|yeah|yep|well|true|exactly|agreed?|i agree|totally|absolutely|spot on|right on|well said|good (?:point|one|job|for|luck|riddance)|nice (?:try|one)|thanks?(?: you)?|sorry|so true|not really|of course|oh|ah|hmm|or|100 ?%|amen|bravo|hopefully|honestly|frankly|seriously|indeed|sadly|maybe|guess|look|sure|hi|hello|dear|come on|let['’]?s|just|spot on|actually|obviously|why (?:don|not|should|would|are|is)|who (?:cares|knows|is)|how (?:about|hard|can)|what (?:a|the|if|about)|do you|are you|@\w{2,30}(?=[,:]))\b[\s,!.…]?",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:you know|i mean|i guess|i think|i suppose|i hope|i wonder|i bet|i say|i believe|if you ask me|look it up|believe me|trust me|mark my words|by the way|guess what|who cares|so what|god bless|rest in peace|good luck|let['’]?s (?:hope|see|face)|and no,|of course,|no wonder|for sure|in my opinion|honestly|hopefully|give me a break|make no mistake|we should|we must|we need to|we can(?:no|['’])t|should (?:just|never|all|not be allowed|probably))\b",
    re.I,
)

# Saying and telling with somebody else as the speaker: the mark of a report.
_SOURCE = re.compile(
    r"\b(?:said|says|told|tells|reported(?:ly)?|reports that|according to|announced|announces|stated|claimed|claims|alleged(?:ly)?|confirmed|denied|accused|warned|added|noted|quoted|cited|"
    r"spokes(?:man|woman|person|people)|press (?:release|conference|center|centre|statement)|news (?:agency|conference)|officials?|sources|in a statement|report(?:er|ers)? (?:said|told|from)|testified|ruled|"
    r"zei|zegt|volgens|aldus|meldde|verklaarde|sagte|laut|erklärte|teilte|mitteilte|selon|a déclaré|a dit|d['’]après|a annoncé|dijo|según|declaró|anunció|informó|ha detto|secondo|"
    r"disse|afirmou|segundo|söyledi|açıkladı|göre|belirtti|сказал\w{0,2}|сообщил\w{0,2}|заявил\w{0,2}|по словам|по данным)\b|(?:قال|قالت|أعلن|أعلنت|وفقا|بحسب|صرح|أفاد|أفادت|ذكرت)(?!\w)",
    re.I,
)  # fmt: skip
_TIME_OF_REPORT = re.compile(
    r"\b(?:(?:on|last|this|next|since|until|late|early) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:january|february|march|april|june|july|august|september|october|november|december) \d{1,4}|(?:19|20)\d\d|\d{1,3},\d{3}|percent|per cent|per coalition)\b",
    re.I,
)  # fmt: skip
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Col|Gen|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|Prof)\.\s[A-Z]|\b(?:President|Minister|General|Colonel|Secretary|Chancellor|Mayor|Governor|Senator|Commander|Ambassador) [A-Z]"
)

# Quotation marks by the pair; the third kind has one mark for both ends.
_OPENERS, _CLOSERS, _STRAIGHT = "“«„", "”»", '"'


def comment_score(paragraph: str, language: str = "") -> float:
    """How much a paragraph sounds like a reader talking (above 0) or a report (below 0), about -4 to +8."""
    words = paragraph[:_LONGEST]
    own = unquoted(words)
    language = language or language_of(words) or "en"
    size = len(own.split()) or 1
    heard = _heard(own, language, size)
    reported = _reported(words, own)
    length = 0.5 if size <= 25 and heard >= 1 else 0.0
    return heard + length - reported - 0.6


def _heard(own: str, language: str, size: int) -> float:
    first, second = _persons(language)
    calls = len(_CALL.findall(own))
    return (
        1.6 * min(len(first.findall(own)), 2)
        + 1.3 * min(len(second.findall(own)), 2)
        + 0.7 * min(len(_WE.findall(own)) if language == "en" else 0, 2)
        + 2.0 * bool(_SMILE.search(own))
        + 2.0 * bool(_LAUGH.search(own))
        + 0.8 * min(calls, 2)
        + 1.0 * bool(_RUN_OF_CALLS.search(own))
        + 0.7 * min(len(_QUESTION.findall(own)), 3)
        + 1.0 * bool(_TRAIL.search(own))
        + 1.2 * min(len(_CHAT.findall(own)), 2)
        + 1.2 * min(len(_SLUR.findall(own)), 2)
        + 1.0 * min(len(_ASIDE.findall(own)), 2)
        + 0.8 * bool(_ANSWER.match(own))
        + 1.0 * (language == "en" and own[:1].islower() and size > 3)
    )


def _reported(words: str, own: str) -> float:
    quoted = len(words) - len(own) > 30
    return (
        0.9 * min(len(_SOURCE.findall(own)), 2)
        + 0.5 * min(len(_TIME_OF_REPORT.findall(own)), 2)
        + 0.6 * bool(_TITLE.search(words))
        + 0.8 * quoted
    )


@cache
def _persons(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first, second = _PERSONS.get(language, _PERSONS["en"])
    return re.compile(first), re.compile(second)


def unquoted(words: str) -> str:
    """A paragraph without what stands between quotation marks.

    A closing mark without an opening one ends a quotation that began with the paragraph (papers lose the
    first mark, or set a large initial in its place); an opening one without a closing one begins a
    quotation that goes on in the next paragraph.

    >>> unquoted("We are unhappy,” he said. “It is wrong.”")
    ' he said. '
    """
    kept: list[str] = []
    inside = False
    for i, letter in enumerate(words):
        if letter in _OPENERS:
            inside = True
        elif letter in _CLOSERS:
            if not inside:
                kept.clear()
            inside = False
        elif letter == _STRAIGHT:
            inside = not inside if inside or _opens(words, i) else _clear(kept)
        elif not inside:
            kept.append(letter)
    return "".join(kept)


def _opens(words: str, i: int) -> bool:
    return (i == 0 or not words[i - 1].isalnum() and words[i - 1] not in ".,!?") and words[i + 1 : i + 2].strip() != ""


def _clear(kept: list[str]) -> bool:
    kept.clear()
    return False
