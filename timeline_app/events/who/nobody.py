"""Names of two words or more that are no persons': of firms, papers, hotels, ships, clubs and cities; wishes."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = frozenset(
    "zeitung welle rundschau tageblatt tagesspiegel figaro parisien repubblica stampa mundo pais país "
    "vanguardia gazette weekly magazine review observer standard chronicle sentinel mail bulletin "
    "courier dispatch airlines airways motors holdings industries systems technologies technology "
    "petroleum electric dynamics insurance investments partners enterprises logistics pharmaceuticals "
    "ltd inc corp plc gmbh hotel hotels hyatt hilton marriott sheraton kempinski intercontinental "
    "radisson resort plaza tower towers mall restaurant cafe café club athletic rovers rangers wanderers "
    "hotspur galatasaray fenerbahce besiktas juventus madrid barcelona lisbon vienna brussels geneva "
    "warsaw prague budapest stockholm oslo copenhagen helsinki dublin toronto ottawa melbourne tokyo "
    "delhi mumbai seoul jakarta manila bangkok nairobi lagos aires paulo janeiro lumpur angeles vegas "
    "francisco ababa good happy merry dear breaking thank thanks morning evening afternoon night "
    "birthday christmas welcome".split()
)
"""Words that no person's name has."""

_FIRST = frozenset("der die das les los las il san santa sao são buenos port fort cape hms uss".split())
"""Words that begin a paper's, a city's or a ship's name and no person's."""

_WHOLE = frozenset(
    "goldman sachs|morgan stanley|merrill lynch|wells fargo|charles schwab|lehman brothers|rolls royce|"
    "mercedes benz|aston martin|harley davidson|louis vuitton|credit suisse|standard chartered|"
    "deutsche bank|lockheed martin|northrop grumman|ernst young|johnson matthey|coca cola|burger king|"
    "general motors|general electric|le monde|la croix|le temps|le soir|la libre|la tribune|el watan|"
    "el nashra|el periodico|bild am|mavi marmara|queen mary|aston villa|crystal palace|ritz carlton|"
    "four seasons|holiday inn|best western|associated press|agence france|buzz feed|new york|tel aviv|"
    "abu dhabi|kuala lumpur|hong kong|addis ababa|cape town|rio tinto|rio grande|sri lanka|costa rica|"
    "puerto rico|el salvador|burkina faso|sierra leone".split("|")
)
"""Names that look like a person's, of what everybody knows to be none."""


def is_nobody(words: Sequence[str]) -> bool:
    """Whether a name is a firm's, a paper's, a ship's, a club's, a city's or a wish."""
    plain = [word.lower() for word in words]
    return plain[0] in _FIRST or " ".join(plain) in _WHOLE or not _WORDS.isdisjoint(plain)
