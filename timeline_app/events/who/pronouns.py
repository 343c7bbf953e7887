"""Who "he" and "she" may be: not who was killed, nobody of the other sex, and nobody where another may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from timeline_app.events.who.named import Named, Taken
from timeline_app.events.who.people import OFFICES, is_personal_name

Sex = Literal["he", "she"]

_HARMED = (
    r"(?:killed|murdered|assassinated|executed|beheaded|hanged|shot|stabbed|wounded|injured|hurt|arrested|detained|abducted|kidnapped"
    r"|captured|jailed|imprisoned|seized|held|buried)"
)
# "Rida was killed", "Rida, a medic, has been arrested", "Rida died"
_IS_HARMED = re.compile(
    rf"(?:,\s[^,;:]{{2,80}},)?\s(?:(?:was|were|is|are|(?:has|have|had)\sbeen)\s(?:[a-z]{{3,14}}\s)?{_HARMED}\b|(?:has\s|had\s)?died\b)"
)
# "killed General Rida", "the arrest of Rida"
_HARMS = re.compile(
    rf"\b(?:{_HARMED}|kill|kills|arrest|(?:killing|death|murder|assassination|execution|body|remains|funeral|hanging"
    r"|arrest|detention|abduction|kidnapping)\sof)\s(?:(?!(?:by|said|near|in|on|as|that|when|where|after)\b)[\w.’'-]+\s){0,5}$"
)
_SOMEBODY = (
    rf"(?:[a-z-]{{2,14}}\s){{0,2}}(?:{OFFICES}|man|woman|boy|girl|husband|sister|daughter|uncle|cousin|nephew|neighbou?r|relative"
    r"|survivor|victim|driver|passenger|prisoner|refugee|patient|student|policeman)(?![\w’'-]|,?\s[A-Z]"
    r"|\s(?:of|for|in|at)\s[^,;:.]{2,45},\s[A-Z])"
)
_ANY = r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)"
# "His brother", "and a spokesman", ", an official said", "said one resident": somebody who has no name
_NAMELESS = re.compile(
    rf"(?:^\W{{0,3}}|\b(?:and|but|while|as|when|after|before|that|where)\s)(?:{_ANY}|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Pp]olice|[Aa]rmy)"
    rf"\s{_SOMEBODY}|\b{_ANY}\s{_SOMEBODY}\s(?:said|says|told|added)\b|\b(?:said|says)\s{_ANY}\s{_SOMEBODY}"
)
_CAPITALS = re.compile(
    r"(?<![\w.-])[A-Z][a-z'’-]+(?:\s(?:(?:al|el|bin|ibn|van|von|de)[\s-])?[A-Z][a-z'’-]+){1,3}(?![\w-])"
)

_HER_TITLE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Sheikha|Empress|actress|spokeswoman|chairwoman|congresswoman|businesswoman|policewoman"
    r"|mother|wife|daughter|widow|sister|nun)\b\.?\s$"
)
_HIS_TITLE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Emir|Sheikh|Sultan|Imam|Ayatollah|Bishop|Archbishop|Patriarch|Pope|spokesman|chairman|businessman"
    r"|father|husband|son|brother|actor)\b\.?\s$"
)
_HER_NAMES = frozenset(
    "Angela Theresa Hillary Condoleezza Federica Samantha Susan Sarah Maria Marie Anna Anne Mary Elizabeth "
    "Margaret Catherine Katherine Kate Jane Julia Julie Laura Emma Emily Helen Christine Christina Jennifer "
    "Jessica Linda Lisa Patricia Barbara Victoria Ursula Annalena Heather Nikki Nancy Madeleine Rebecca "
    "Rachel Ruth Tzipi Golda Ayelet Olga Tatiana Svetlana Irina Fatima Fatma Aisha Ayesha Leila Layla Lina "
    "Mariam Maryam Zainab Zeinab Amina Asma Nadia Rana Hanan Huda Salma Samira Yasmin Yasmine Dina Rania "
    "Reem Rima Hala Maha Mona Najwa Suha Wafa Zahra Khadija Sawsan Buthaina Bouthaina Meral Emine Tansu "
    "Ayse Benazir Malala Ilham Tawakkol Nadja Ana Carla Sophie Claire Isabelle Ingrid Michelle Melania "
    "Kamala".split()
)
_HIS_NAMES = frozenset(
    "Mohammed Mohammad Muhammad Mohamed Mahmoud Mahmud Ahmed Ahmad Ali Hassan Hussein Omar Osama Khaled "
    "Khalid Khalifa Bashar Maher Hafez Abdel Abdul Abdullah Abdallah Abu Ibrahim Ismail Yusuf Youssef "
    "Yousef Mustafa Saad Saddam Rafik Walid Nabih Michel Hasan Karim Kareem Adel Tariq Tarek Nouri Haider "
    "Muqtada Qassem Recep Tayyip Fuad Faisal Salman Sultan Hamad Benjamin Ehud Ariel Yitzhak Shimon Avigdor "
    "Vladimir Sergei Sergey Dmitry Boris Mikhail Igor Viktor John James William George Barack Donald Joe "
    "Joseph Bill Robert Richard David Michael Thomas Paul Peter Mark Martin Andrew Charles Edward Henry "
    "Jack Steven Stephen Brian Kevin Kofi Ban Tony Gordon Adam Daniel Francois Nicolas Emmanuel Jacques "
    "Jean Hans Gerhard Helmut Olaf Frank Staffan Lakhdar Colin Eric Ryan Jim Jens Antonio Silvio Matteo "
    "Mario Giuseppe".split()
)


def sex_of(sentence: str, one: Named) -> Sex | None:
    """Whether a person is told to be a woman or a man, by a title or a first name that only one of them has."""
    written = sentence[one.start : one.end].partition(" ")[0]
    titles = sentence[max(0, one.start - 30) : one.start], f"{written} "  # "Mrs Haddad" may be read as two names
    first, _, last = one.name.partition(" ")
    if any(map(_HER_TITLE.search, titles)) or (last and first in _HER_NAMES):
        return "she"
    return "he" if any(map(_HIS_TITLE.search, titles)) or (last and first in _HIS_NAMES) else None


def is_harmed(sentence: str, one: Named) -> bool:
    """Whether somebody is killed, wounded or arrested in a sentence: he says nothing in the next one."""
    before = sentence[max(0, one.start - 100) : one.start]
    return _IS_HARMED.match(sentence, one.end) is not None or _HARMS.search(before) is not None


def is_he_harmed(sentence: str) -> bool:
    """Whether "he" himself is killed, wounded or arrested: "He was shot", "She died"."""
    return sentence.startswith(("He ", "She ")) and _IS_HARMED.match(sentence, sentence.index(" ")) is not None


def may_mean_another(sentence: str, known: Iterable[Named]) -> bool:
    """Whether a sentence has somebody beside those known, or places, who may be "he" next: "his brother"."""
    if _NAMELESS.search(sentence):
        return True
    taken = Taken(sentence, known)
    return any(
        is_personal_name(found.group()) and taken.take(Named(found.start(), found.end(), "", "person"))
        for found in _CAPITALS.finditer(sentence)
    )
