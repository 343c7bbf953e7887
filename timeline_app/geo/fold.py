"""One folding for names on both sides: the gazetteer's and the text's.

Three keys of a name are used. `plain_key` forgives writing only (case, accents, apostrophes, hyphens,
full-width letters, invisible characters, Arabic letter forms). `fold` forgives transliteration too:
Arabic has three vowels, doubles consonants silently and assimilates its article to "sun" letters, so
English spellings of one Arabic name differ in exactly those points. `skeleton` keeps consonants alone,
which is what Arabic script writes: there the script and every spelling in Latin letters meet, together
with some other names, so who looks up by it compares the spellings afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

KEYS_VERSION = 4
"""Raised whenever a key function changes: packed layers of another version are built again."""

ARTICLES = frozenset(
    "al el ul il as es us ash esh ad ed adh az ez an en ar er at et ath as el' al'".replace("'", "").split()
)
"""The Arabic article before moon letters and, assimilated, before sun letters."""

SHORT_ARTICLES, _SUN = frozenset({"a", "e"}), frozenset("tdrzsn")
"""The article as some write it within a name, its consonant not doubled: "Deir e-Zor", "Jisr a-Shughour"."""

IGNORABLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
"""Characters that show nothing (a character class): soft hyphen, joiners, bidi marks, selectors."""

APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈˊˋ＇"
"""Apostrophes and the marks used for ayn and hamza."""

_INVISIBLE = re.compile(f"[{IGNORABLE}{APOSTROPHES}\u0640]")
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ħ": "h",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ک": "ك", "گ": "ك", "ە": "ه", "ھ": "ه", "ہ": "ه", "ء": "", "№": "no",
})  # fmt: skip
_UNDERLINED = str.maketrans({"ẖ": "kh", "ẕ": "dh", "ḏ": "dh", "ṯ": "th", "ḫ": "kh", "ġ": "gh", "š": "sh",
                             "Ḏ": "dh", "Ṯ": "th", "Ḫ": "kh", "Ẕ": "dh"})  # fmt: skip
_HELPING_VOWEL = re.compile(r"([bdfgjklmnprstvxz]a[bdfgjklmnprstvxz])a([bdfgjklmnprstvxz])")
_ARABIC_HEAD = re.compile("(دير|تل|ابو|راس|عين)(?=ال..)")
_WORD = re.compile(r"[^\W_]+")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")

# First words of Arabic place names whose spellings the vowel rules cannot bring together.
_HEADS = {
    **dict.fromkeys(["tall", "tal", "tel", "tell", "til", "till"], "til"),
    **dict.fromkeys(["kafr", "kfar", "kafar", "kefr", "kufr", "kfer", "kafer", "kefar"], "kafr"),
    **dict.fromkeys(["jabal", "jebel", "jabel", "jebal", "djebel", "gebel", "jbeil", "djabal"], "jabal"),
    **dict.fromkeys(["khirbat", "khirbet", "kharbat", "khurbat", "khirba", "khirbah", "kherbet"], "xirba"),
    **dict.fromkeys(["shaykh", "sheikh", "sheik", "shaikh", "sheykh", "cheikh", "shekh", "cheik"], "shix"),
    **dict.fromkeys(["abu", "abou", "abo", "abul", "aboul", "abi", "albu", "albou", "bu", "bou"], "bu"),
    **dict.fromkeys(["umm", "um", "om", "oum", "omm", "umme"], "um"),
    **dict.fromkeys(["ayn", "ain", "ein", "eyn", "aain"], "in"),
}
_CONSTRUCT = frozenset(["til", "kafr", "jabal", "xirba", "shix", "bu", "um", "in", "dir", "bab", "ras", "wadi",
                        "xan", "bir", "bit", "kasr", "kal", "kala", "marat", "madinat"])  # fmt: skip
"""Folded first words that are followed by a noun with or without article: "Deir az-Zur"."""

_GLUED_HEAD = re.compile(r"(deir|dayr|dair|deyr)(?=[aeu](?:l|([tdrzsn])\2)[a-z]{2})")
_GLUED_ARTICLE = re.compile(r"[aeu](?=([tdrzsn])\1|shsh|zz)")
_SUN_ARTICLE = re.compile(r"[ae](?=[tdrzs][aeiou])")

# In this order; each line is one fact of how Arabic sounds are written in Latin letters. What stands before a pattern
# stands in whatever it matches: few patterns match in a word, and looking for letters costs a tenth of trying one.
_SOUNDS = tuple(
    (letters, re.compile(pattern), put)
    for letters, pattern, put in (
        ("b", r"^al?(?=b(?:ou?|u)l?[a-z]{4})", ""),  # Abukamal, Albukamal -> bukamal
        ("ch", r"sch|ch", "sh"),  # French ch
        ("dj", r"dj", "j"),
        ("kh", r"kh", "x"),
        ("dh", r"dh", "z"),
        ("th", r"th", "t"),
        ("gh", r"gh", "k"),
        ("q", r"q", "k"),
        ("ph", r"ph", "f"),
        ("", r"(.)\1+", r"\1"),  # doubled letters; ee and oo below have become e and o here
        ("", r"(?:iy|i|y)(?:ah?|eh?)$", "iya"),  # -iyah, -iya, -ieh
        ("", r"(?<=[^aeiouy])(?:ah|eh?)$", "a"),  # -ah, -e, -eh
        ("", r"ou|a[uw](?![aeiou])|ow(?![aeiou])|o", "u"),
        ("", r"[ae][iy](?![aeiou])|y(?![aeiou])|ea|e", "i"),
        ("uw", r"(?<=[^aeiou])uw(?=[aeiou])", "w"),  # Suwayda, Sweida
        ("nb", r"n(?=b)", "m"),  # Manbij, Mambij
        ("i", r"^i(?=[^aeiouwy])", "a"),  # Ersal, Irbil
        ("", r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def plain_word(word: str) -> str:
    """A word without case, accents, apostrophes, invisible characters and width: "Ｋyı́v" -> "kyiv"."""
    if word.isascii():
        return word.lower() if word.isalnum() else _INVISIBLE.sub("", word).lower()
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", word)).replace("H\u0331", "kh")  # capital of ẖ
    spread = unicodedata.normalize("NFKD", composed.translate(_UNDERLINED))
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.casefold().translate(_LETTERS))


def plain_words(name: str) -> list[str]:
    """The words of a name, each folded by `plain_word`; hyphens and punctuation part words."""
    return _WORD.findall(plain_word(name))


@lru_cache(maxsize=65_536)
def plain_key(name: str) -> str:
    """The words of a name with one space between them: "As-Suwaydāʼ" -> "as suwayda"."""
    return " ".join(plain_words(name))


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    head = _HEADS.get(word)
    if head is not None:
        return head
    if _ARABIC_LETTER.match(word):
        word = _ARABIC_HEAD.sub(r"\1 ", word).replace(" ال", "")
        return word[2:] if word.startswith("ال") and len(word) > 4 else word
    if not word.isascii():
        return word
    for letters, pattern, put in _SOUNDS:
        if letters in word:
            word = pattern.sub(put, word)
    return word


def sounds(words: Sequence[str]) -> list[str]:
    """What each plain word adds to the folded name, "" for an article before another word."""
    parts: list[str] = []
    before = ""
    last = len(words) - 1
    for place, word in enumerate(words):
        if place < last and (word in ARTICLES or (place and word in SHORT_ARTICLES and words[place + 1][0] in _SUN)):
            parts.append("")
            continue
        before = _sound(_without_article(word, before))
        parts.append(before)
    return parts


@lru_cache(maxsize=65_536)
def _without_article(word: str, before: str) -> str:
    """A word without an article written onto it, which happens after another word: "Deir Ezzor"."""
    glued = _GLUED_HEAD.match(word)
    if glued:
        return glued.group(1) + _without_article(word[glued.end() :], "dir")
    if not before:
        return word
    if word.startswith("al") and len(word) > 5 and before in _CONSTRUCT:
        return word[2:]
    pattern = _SUN_ARTICLE if before in _CONSTRUCT else _GLUED_ARTICLE
    return _GLUED_ARTICLE.sub("", pattern.sub("", word, count=1), count=1) if len(word) > 3 else word


def fold(name: str) -> str:
    """The key under which spellings of one name meet, without spaces; folding it again changes nothing.

    Returns:
        "" for a name without letters or digits.

    >>> fold("Deir ez-Zor") == fold("Dayr az Zawr") == fold("Deir Azur")
    True
    """
    key = joined(sounds(plain_words(name)))
    for _ in range(8):
        again = joined(sounds([key])) if key else ""
        if again == key:
            break
        key = again
    return key


def joined(parts: list[str]) -> str:
    """The key of the parts that `sounds` gives: what the index holds and look-ups ask for."""
    key = "".join(parts)
    return _HELPING_VOWEL.sub(r"\1\2", key) if len(key) == 5 else key  # Tanaf is Tanf


@lru_cache(maxsize=65_536)
def folded_words(plains: tuple[str, ...]) -> str:
    """The folded key of some plain words; texts name the same places again and again."""
    return joined(sounds(plains))


def index_key(plain: str) -> str:
    """The folded key of a plain key; acronyms ("=US") have none."""
    return "" if plain.startswith("=") else joined(sounds(plain.split(" ")))


_CONSONANTS = str.maketrans({
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "c", "ح": "h", "خ": "x", "د": "d",
    "ض": "d", "ذ": "z", "ظ": "z", "ز": "z", "ژ": "j", "ر": "r", "ڕ": "r", "س": "s", "ص": "s", "ش": "c",
    "غ": "k", "ق": "k", "ك": "k", "ف": "f", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ه": "h",
    "و": "w", "ڤ": "w", "ۆ": "w", "ي": "y", "ێ": "y", "ا": "a", "ع": "a", "e": "a", "i": "a", "o": "a",
    "u": "a", "v": "w", "p": "b", "q": "k", "g": "k", "c": "j",
})  # fmt: skip
"""Consonants to the Latin letter that stands for what English spellings do not tell apart; vowels and
ayn are "a". Turkish and Kurdish write j as c and w as v; Arabic has no p and, in the Levant, no g."""

_FEMININE = re.compile(r"(?<=[^aiuyw])[ai]t$|ات$|ه$")
_BARE = re.compile(r"[awy]")
_TWICE = re.compile(r"(.)\1+")


def skeleton(plain: str) -> str:
    """The consonants of a plain key, the same for Arabic script and its spellings in Latin letters.

    A vowel, w or y counts only where the name begins: long vowels and these two consonants are one letter
    in Arabic. The feminine ending is silent at the end of a name and a t before another word.

    Returns:
        "" for acronyms ("=US") and names of neither script.

    >>> skeleton("deir ezzor") == skeleton("دير الزور")
    True
    """
    parts = [] if plain.startswith("=") else [part for part in sounds(plain.split(" ")) if part]
    bones = "".join(_bones(part, at == len(parts) - 1) for at, part in enumerate(parts))
    key = _TWICE.sub(r"\1", (bones[:1] + _BARE.sub("", bones[1:])).replace("nb", "mb"))
    return key if key.isascii() else ""


def _bones(part: str, is_last: bool) -> str:
    """The consonants of one folded word, with "a" for its vowels."""
    part = _ARABIC_HEADS.get(part, part)
    part = part.removesuffix("h").removesuffix("ه") if is_last else _FEMININE.sub("", part)
    return part.replace("sh", "ش").translate(_CONSONANTS)


_ARABIC_HEADS = {"ابو": "bu", "ابي": "bu", "بو": "bu", "البو": "bu"}
