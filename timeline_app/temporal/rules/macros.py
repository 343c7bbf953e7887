"""Pieces that patterns share, by the name behind their dollar sign."""

from __future__ import annotations

MACROS: dict[str, str] = {
    "edge": "( the? ( very )? ( early | mid | late | later | earlier | midway ) ( in | on | - )? the?"
    " | the? ( very )? ( beginning | start | end | middle | close | outset ) of the? )",
    "year": "( ,? of? ( YEAR | SHORTYEAR ) | of ( that | the same | the ) year | of? ( PAST | NEXT | this ) year )",
    "dayname": "( WEEKDAY ,? the? )",
    "dom": "( DAY | ORD )",
    "join": "( - | and | to | or | / | until | & )",
    "century": "( century | centuries )",
    "num": "( half ( a | an ) | NUM | COUNT ( -? COUNT )? ( and a half )? | a dozen | a? VAGUE of? | a | an )",
    "about": "( ABOUT | more than | less than | at least | at most | up to | a little more than"
    " | as many as | no more than )",
    "which": "( PAST | NEXT | BEFORE | AFTER | this | current )",
    "clock": "( CLOCK AMPM? | ( NUM | COUNT ) AMPM | HHMM ( hours | hrs ) | HHMM ZONE | ( NUM | COUNT ) o ' clock )",
    "zone": "( ZONE | local time )",
}
