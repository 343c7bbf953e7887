"""States and provinces written short behind a town: "Lexington, Ky.", "Austin, TX", "Sydney, NSW"."""

from __future__ import annotations

_POSTAL = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
).split()
"""Two letters of the United States Postal Service, which GeoNames has as codes of the divisions."""

_PRESS = {
    "Ala": "AL", "Ariz": "AZ", "Ark": "AR", "Calif": "CA", "Colo": "CO", "Conn": "CT", "Del": "DE", "Fla": "FL",
    "Ga": "GA", "Ill": "IL", "Ind": "IN", "Kan": "KS", "Kans": "KS", "Ky": "KY", "La": "LA", "Md": "MD", "Mass": "MA",
    "Mich": "MI", "Minn": "MN", "Miss": "MS", "Mo": "MO", "Mont": "MT", "Neb": "NE", "Nebr": "NE", "Nev": "NV",
    "Okla": "OK", "Ore": "OR", "Pa": "PA", "Penn": "PA", "Tenn": "TN", "Tex": "TX", "Vt": "VT", "Va": "VA",
    "Wash": "WA", "WVa": "WV", "W Va": "WV", "Wis": "WI", "Wisc": "WI", "Wyo": "WY",
    "N C": "NC", "S C": "SC", "N D": "ND", "S D": "SD", "N H": "NH", "N J": "NJ", "N M": "NM", "N Y": "NY",
    "R I": "RI", "D C": "DC",
}  # fmt: skip
"""Abbreviations of the Associated Press and older ones, dots left out."""

_OTHERS = {
    "Alta": "ca-01", "AB": "ca-01", "BC": "ca-02", "Man": "ca-03", "MB": "ca-03", "NB": "ca-04", "NL": "ca-05",
    "Nfld": "ca-05", "NS": "ca-07", "Ont": "ca-08", "ON": "ca-08", "PEI": "ca-09", "Que": "ca-10", "QC": "ca-10",
    "Sask": "ca-11", "SK": "ca-11", "NSW": "au-02", "NT": "au-03", "Qld": "au-04", "QLD": "au-04", "Tas": "au-06",
    "TAS": "au-06", "Vic": "au-07", "VIC": "au-07",
}  # fmt: skip
"""Provinces of Canada and states of Australia, to the codes of GeoNames."""


def division_of_abbreviation(short: str) -> str:
    """The gazetteer's id of a division written short, dots left out; "" for anything else."""
    if len(short) > 4:
        return ""
    if short in _OTHERS:
        return f"admin1-{_OTHERS[short]}"
    code = short if short in _POSTAL else _PRESS.get(short, "")
    return f"admin1-us-{code.casefold()}" if code else ""
