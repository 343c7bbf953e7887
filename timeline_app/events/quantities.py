"""Numbers with what they count: "about 300-500 family members", "dozens of munitions", "17 buses"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.documents.beginnings import lowered
from timeline_app.events.casualties import Fate, counts_lives, fate_of
from timeline_app.events.numbers import WORDS
from timeline_app.events.verbs.signals import signals_of
from timeline_app.model import Quantity

VAGUE: dict[str, tuple[float, float | None]] = {
    # "dozens" is at least two dozen; how many more is open.
    "dozens of": (24, None),
    "scores of": (40, None),
    "hundreds of": (200, None),
    "thousands of": (2000, None),
    "several": (3, 10),
    "a dozen": (12, 12),
    "half a dozen": (6, 6),
}

NOT_COUNTED = frozenset(
    "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet dollars degrees"
    " a am an and are as at but by days day for from hours hour in is minutes minute month months of on or percent per"
    " pm p.m a.m seconds second night nights decade decades"
    " time times occasion occasions fold that the these this those to was week weeks were who year years with"
    " january february march april may june july august september october november december".split()
)
"""Words after a number that make it no count of things; durations and dates are `temporal`'s."""

APPROXIMATE = 0.1
"""How far "about", "some", "roughly" is taken to reach, as a share of the number: a reader's tolerance."""

_NUMBER = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}|\d{1,7}|\d{1,3}\.\d{1,2}(?=\s(?:m|b)illion))"
_SPELT_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_SPELT_SMALL = rf"(?:{_SPELT_WORD})(?:[ -](?:{_SPELT_WORD}))?"
# "twenty-five", "two hundred", "one hundred and twenty", "a thousand"
_SPELT_NUMBER = (
    rf"(?:(?:{_SPELT_SMALL}|an?)\s(?:hundred|thousand)(?:\sthousand)?"
    rf"(?:\s(?:and\s)?{_SPELT_SMALL}(?:\shundred)?)?|{_SPELT_SMALL})"
)
_ANY_NUMBER = rf"(?:{_NUMBER}|{_SPELT_NUMBER}\b)"
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True))
_HEDGE = (
    r"(?P<hedge>about|around|roughly|some|nearly|almost|approximately|an estimated|at least|more than|over|up to"
    r"|fewer than|less than|as many as|no fewer than)\s"
)
# "handed over three prisoners": the particle of a verb is no hedge
_NO_PARTICLE = (
    r"(?<!handed )(?<!hand )(?<!hands )(?<!handing )(?<!turned )(?<!turn )(?<!took )(?<!taken )(?<!taking )"
    r"(?<!control )(?<!victory )"
)
_WORD = r"[^\W\d_][\w'’-]{0,30}"
# "about 300-500 family members", "between 20 and 30 fighters", "twelve armed men", "dozens of buses"
_COUNT = re.compile(
    rf"(?<![\w.,:/$€£-]){_NO_PARTICLE}(?:{_HEDGE})?(?:(?P<between>between|from)\s)?"
    rf"(?:(?P<low>{_ANY_NUMBER})"
    rf"(?:(?(between)\s(?:and|to)\s|(?:\s?[-–—]\s?|\sto\s)(?:about\s)?)(?P<high>{_ANY_NUMBER}))?"
    rf"|(?P<vague>{_VAGUE}))(?![\d%:/.])(?:\s(?P<scale>thousand|million|billion)\b)?"
    rf"(?P<what>\s(?:of\s)?{_WORD}(?:\s(?:of\s)?(?!(?:and|or|kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing))\b){_WORD}){{0,3}})",
    re.IGNORECASE,
)
_HARMED = (
    "killed|wounded|injured|hurt|arrested|detained|displaced|missing|evacuated|captured|executed|kidnapped"
    "|abducted|dead"
)
_BE = r"(?:were|was|are|have been|had been|has been)"
# "Dozens were killed", "at least five others have been wounded": counts of people without a noun
_SUFFERED = re.compile(
    rf"(?<![\w.,:/$€£-])(?:{_HEDGE})?(?:(?P<low>{_ANY_NUMBER})|(?P<vague>dozens|scores|hundreds|thousands|several))"
    rf"(?:\s(?:others|more))?(?:\s(?P<be>{_BE})\s(?:[a-z]{{3,12}}ly\s)?|(?(vague)\s|(?!)))(?P<what>{_HARMED})\b"
    r"(?(be)|(?=\W{0,3}$|[,.;:]|\s(?:in|by|on|when|after|near|at|as|during|and|while)\b))",
    re.IGNORECASE,
)
# "killing 30", "wounds at least 12 others in": of people without a noun
_DONE_TO = re.compile(
    rf"(?<!killed\sor\s)(?<!killed\sand\s)\b(?:(?P<killed>kill(?:s|ed|ing))|(?:wound|injur)(?:e?s|ed|ing))\s(?:{_HEDGE})?"
    rf"(?:(?P<low>{_ANY_NUMBER})(?:(?:\s?[-–—]\s?|\sto\s)(?P<high>{_ANY_NUMBER}))?|(?P<vague>dozens|scores|hundreds|thousands|several))"
    r"(?=(?:\s(?:others|more))?(?:\s(?:in|on|near|at|and|after|during|when|overnight|by|across|outside|inside|from|while|as|including|late|early)\b|[,;]\s(?!\d)|\.?$|\.\s))",
    re.IGNORECASE,
)
# "The death toll has risen to at least 83", "put the number of dead at 83", "the number of wounded reached 120"
_TOLL = re.compile(
    r"\b(?:(?<!road\s)(?<!financial\s)(?<!injury\s)(?<!heavy\s)(?P<toll>(?:death\s|casualty\s)?toll)|number\sof\s"
    r"(?P<what>(?:(?!(?:ris|rose|climb|jump|gr[eo]w|increas|mount|soar|reach|exceed|pass|stood|stand|f[ae]ll|drop|was|were|is|ha[sd]|have|to|at)"
    r"[a-z]{0,4}\s)[a-z][\w’'-]{1,20}\s?){1,3}?))"
    r"(?:\s(?:from|of|in|after|since|for|among)\s(?:[^,;.]{1,60}?"
    # "of the blast that hit the market of Tara on the 11th of October rose to 22"
    r"|[^,;.]{61,180}?(?=\s(?:(?:has|had)\s)?(?:risen|rose|climbed|jumped|grown|grew|increased|mounted|soared|reached)\s)))?"
    r"(?:\s(?:has|had|have|now|officially|already|since))*"
    r"\s(?:(?:stand|stands|stood|is|was|were|put|remains?)\s)?(?:(?:ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|gr(?:ew|ow|own|ows)|increas(?:e|ed|es|ing)|mount(?:s|ed)?|soar(?:s|ed)?)\s)?"
    r"(?:(?:from|by)\s\S{1,12}\s)?(?:at|to|reach(?:ed|es|ing)?|exceed(?:ed|s)?|passed|was|is)\s"
    rf"(?:{_HEDGE})?(?P<low>{_ANY_NUMBER})(?:(?:\s?[-–—]\s?|\sto\s)(?P<high>{_ANY_NUMBER}))?(?:\s(?P<scale>thousand|million|billion)\b)?"
    r"(?![\w%:/-]|[.,]\d|\s(?:percent|per\scent|dollars?|pounds?|euros?|lira|dinars?|times|of\s(?:the|its|their)|[ap]\.?m\b|years?|km|miles))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:flight|article|brigade|division|regiment|battalion|corps|resolution|section|chapter|page|room|route|highway"
    r"|unit|phase|paragraph|line|gate|terminal|building|number|no\.?|channel|zone|grade|class|mark|appendix|annex|aged?)"
    r"(?:\s[A-Z]{1,3})?\s$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^\s(?:of\s)?(?:the|their|his|her|its)\s", re.IGNORECASE)
_STOP = re.compile(
    r"\s(?:and|or|in|on|at|by|from|to|of|with|who|which|that|when|where|were|was|are|is|had|have|has|for|as|near|into|via|since"
    r"|after|before|during|while|along|including|carrying|containing|between|the|a|an|his|their|its|across|through|under|then|later|also|now|still|together|yesterday|today|tomorrow|each|more|alone|loyal|aligned|allied|belonging|aged|believed|suspected|start|begin|flee|escape|protest|gather|die)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def find_quantities(sentence: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """Counts of a sentence in order; stretches `taken` by dates or places are no counts."""
    busy = list(taken)
    found: list[Quantity] = []
    before: tuple[int, Fate] | None = None
    for match in _matches(sentence):
        number_at = match.start("low") if match["low"] else match.start("vague")
        if match.re is _TOLL:
            is_free = not any(start <= number_at < end for start, end in busy)
            things = match["toll"] or NOT_COUNTED.isdisjoint(match["what"].lower().split()[-1:])
            found += [_toll(match)] if is_free and things else []
            continue
        if any(start <= number_at < end for start, end in busy) or _is_numbered(sentence, number_at):
            continue
        if match.re is _DONE_TO:
            words = sentence[match.start("hedge") if match["hedge"] else number_at : match.end()]
            found.append(Quantity("killed" if match["killed"] else "wounded", *_bounds(match), words))
            continue
        what = _STOP.sub("", _OWNER.sub(" ", match["what"], count=1)).strip()
        what = _before_verb(what)
        if not what or what.split()[0].lower() in NOT_COUNTED or _is_year(match["low"] or "", what):
            continue
        low, high = _bounds(match)
        if low == high == 1 and match["what"].startswith(" of"):
            continue  # "one of its volunteers"
        end = sentence.find(what, match.start("what")) + len(what)
        fate = fate_of(sentence, match.start(), end, before)
        before = None if fate is None else (end, fate)
        counted = _with_fate(what, fate, sentence, match.start())
        words = counted if counted.startswith("of the ") else what
        text = f"{sentence[match.start() : match.start('what')].strip()} {words}"
        found.append(Quantity(counted, low, high, text.strip()))
    return found


def _with_fate(what: str, fate: Fate | None, sentence: str, start: int) -> str:
    """What is counted, with what befell it: "people killed"; the dead of some are told to be a part."""
    if counts_lives(sentence, start, what):
        return "dead"
    if what.rsplit(maxsplit=1)[-1].lower() in _FATES:
        return f"of the {what}" if _OF_THE.match(sentence, start) else what
    return what if fate is None else f"{what} {fate}"


_FATES = frozenset({*_HARMED.split("|"), "deaths", "fatalities"})
_OF_THE = re.compile(r"\S+\sof\s(?:the|those|its|their)\s", re.IGNORECASE)


def _toll(match: re.Match[str]) -> Quantity:
    """A count told as a toll or as "the number of": of the dead where it does not say of whom."""
    hurt = match["toll"] and re.search(r"toll\sof\s(?:the\s)?(?:wounded|injured)", match.group())
    what = "wounded" if hurt else "dead" if match["toll"] else match["what"].strip()
    low, high = _bounds(match)
    return Quantity("dead" if what.split()[-1].lower() in _DEAD else what, low, high, match.group().strip())


_DEAD = frozenset({"dead", "deaths", "killed", "fatalities", "died", "victims"})


def _is_year(number: str, what: str) -> bool:
    """Whether a number is a year whose clause goes on: "the soldiers seized in August 2014 would be honoured"."""
    return _YEAR.fullmatch(number) is not None and what.split(maxsplit=1)[0].lower() in _GOES_ON


_YEAR = re.compile(r"(?:19|20)\d\d")
_GOES_ON = frozenset("would could will can may might must should shall had has have did does be been".split())


def _is_numbered(sentence: str, at: int) -> bool:
    """Whether a number belongs to the word before it: "flight 370"; the pattern finds less than 24 letters."""
    return _NUMBERED.search(sentence, max(0, at - 24), at) is not None


def _matches(sentence: str) -> list[re.Match[str]]:
    """Counts with a noun and counts of people harmed, in order; the latter win where both are told."""
    low = lowered(sentence)
    if low is not None and not _may_count(low):
        return []
    tells_harm = low is None or any(word in low for word in _HARMS)
    suffered = list(_SUFFERED.finditer(sentence)) if tells_harm else []
    tells_toll = low is None or "toll" in low or "number of" in low
    tolls = list(_TOLL.finditer(sentence)) if tells_toll else []
    begun = {match.start() for match in suffered}
    done = list(_DONE_TO.finditer(sentence)) if tells_harm else []
    begun |= {match.start("hedge") if match["hedge"] else match.start("low") for match in done}
    counted = [match for match in _COUNT.finditer(sentence) if match.start() not in begun]
    spoken = [match.span() for match in tolls]
    counted = [match for match in counted if not any(a < match.end("low") <= b for a, b in spoken)]
    return sorted([*suffered, *tolls, *done, *counted], key=lambda match: match.start())


_SPELT = frozenset({*WORDS, "hundred", "thousand", *(word for vague in VAGUE for word in vague.split())} - {"a", "of"})
_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


_HARMS = (*_HARMED.split("|"), "kill", "wound", "injur")


def _may_count(low: str) -> bool:
    """Whether a number stands in a sentence, in digits or words: the patterns above are tried at every word."""
    return _DIGIT.search(low) is not None or not _SPELT.isdisjoint(_LETTERS.findall(low))


def _before_verb(what: str) -> str:
    """The words up to the first that is a past tense: "fighters left" counts fighters; "wounded" alone counts them."""
    kept = what.split()[:1]
    for word in what.split()[1:]:
        if any(signal.form in ("past", "participle") for signal in signals_of(word)[:1]) or word.lower() in _VERBS:
            break
        kept.append(word)
    return " ".join(kept)


_VERBS = frozenset("came died said did made took gave got went saw kept began became".split())


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    low, high = _named(match)
    hedge = (match["hedge"] or "").lower()
    if hedge in ("at least", "no fewer than"):
        return low, None
    if hedge in ("more than", "over"):
        return None if low is None else low + 1, None
    if hedge in ("up to", "as many as"):
        return None, high
    if hedge in ("fewer than", "less than"):
        return None, None if high is None else high - 1
    if hedge and low is not None and high is not None:
        return round(low * (1 - APPROXIMATE)), round(high * (1 + APPROXIMATE))
    return low, high


def _named(match: re.Match[str]) -> tuple[float | None, float | None]:
    scale = _SCALE.get((match.groupdict().get("scale") or "").lower(), 1.0)
    low, high = _unscaled(match)
    return None if low is None else low * scale, None if high is None else high * scale


def _unscaled(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match.groupdict().get("vague"):
        vague = match["vague"].lower()
        return VAGUE[vague] if vague in VAGUE else VAGUE[f"{vague} of"]
    low = _value(match["low"])
    second = match.groupdict().get("high")
    high = _value(second) if second else low
    return (low, high) if low <= high else (low, low)


def _value(text: str) -> float:
    """The number in digits or in words: "1,200", "one hundred and twenty"."""
    if text[0].isdigit():
        return float(re.sub(r"[,\u00a0\u202f]", "", text))
    total = current = 0
    for word in re.split(r"[\s-]", text.lower()):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += 1 if word in ("a", "an") else WORDS.get(word, 0)
    return float(total + current)
