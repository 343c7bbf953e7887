import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.geo import distance_km, load_gazetteer
from timeline_app.geo.kinds import family

ROWS = """id,name,kind,country,admin1,lat,lon,radius_km,aliases,name_ar,source,population
zor,Deir ez-Zor,city,SY,Deir ez-Zor,35.336,40.141,8,,دير الزور,test,240000
zorgov,Deir ez-Zor,governorate,SY,Deir ez-Zor,35.05,40.40,100,,محافظة دير الزور,test,0
kamal,Abu Kamal,town,SY,Deir ez-Zor,34.45,40.92,5,,البوكمال,test,42510
bayda1,Ayn al Bayda,village,SY,Latakia,35.69,35.98,2,,,test,0
bayda2,Ayn al Bayda,village,SY,Aleppo,36.44,37.36,2,,,test,0
hamah,Sahm al Hamah,village,SY,Daraa,32.8,35.9,2,,,test,0
ghsharq,Al Ghariyah ash Sharqiyah,town,SY,Daraa,32.68,36.26,2,,,test,0
ghgharb,Al Ghariyah al Gharbiyah,town,SY,Daraa,32.69,36.21,2,,,test,0
saraqibx,Saraqab,town,SY,Idlib,35.86,36.80,3,,سراقب,test,30000
arihax,Ariha,town,SY,Idlib,35.81,36.61,3,,أريحا,test,30000
tanak,Tanak,oilfield,SY,Deir ez-Zor,34.9,40.75,10,,,test,0
shaykhx,Shaykh Hilal,village,SY,Hama,34.95,37.4,2,,الشيخ هلال,test,0
"""
"""Real places with coordinates rounded; the same shape as a user's own file."""


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    path = tmp_path_factory.mktemp("lookup") / "places.csv"
    path.write_text(ROWS, encoding="utf-8")
    return load_gazetteer(path)


def answers(gazetteer, name, place_id, **where):
    """Whether the best answer is the place, in whichever layer: its kind, within 10 km (60 for divisions)."""
    place = gazetteer.place(place_id)
    first = gazetteer.lookup(name, country="SY", **where)[0].place
    apart = distance_km(first.lat, first.lon, place.lat, place.lon)
    return family(first.kind) == family(place.kind) and apart <= (60 if family(place.kind) == "division" else 10)


@pytest.mark.parametrize(
    ("name", "place_id", "remark"),
    [
        ("Deir Ezzor", "zor", "the article written onto the noun"),
        ("Dayr az Zawr", "zor", "strict transliteration"),
        ("ديرالزور", "zor", "Arabic script without the space"),
        ("Deir ez-Zor Governorate", "zorgov", "the kind word chooses"),
        ("Deir Ezzor province", "zorgov", "the kind word in another word"),
        ("city of Deir Ezzor", "zor", "the kind word before"),
        ("Al Boukamal town", "kamal", "article, albu and French ou at once"),
        ("البو كمال", "kamal", "Arabic script with a space"),
        ("Sheikh Helal village", "shaykhx", "short vowels as e"),
        ("Shaykh Hilall", "shaykhx", "doubled consonant"),
        ("Cheikh Hilal", "shaykhx", "French ch"),
        ("Eastern Ghariyah", "ghsharq", "English direction for the Arabic one"),
        ("Western Ghariyah town", "ghgharb", "the other half"),
        ("Saraqeb/Saraqib town", "saraqibx", "alternatives with one kind word"),
        ("Saraqib (Idlib)", "saraqibx", "the division in brackets"),
        ("Saraqip", "saraqibx", "Arabic has no p"),
        ("Tanak oil fields", "tanak", "kind word of two words"),
    ],
)
def test_a_name_in_the_spelling_of_reports_finds_its_place(places, name, place_id, remark):
    assert answers(places, name, place_id), remark


def test_the_division_chooses_among_namesakes(places):
    assert answers(places, "Ayn al-Bayda", "bayda2", admin1="Aleppo Governorate")
    assert answers(places, "Ein al Baida village", "bayda1", admin1="Latakia")
    assert answers(places, "Ayn al-Bayda (Latakia)", "bayda1")
    assert answers(places, "Ayn al-Bayda, Aleppo", "bayda2")


@pytest.mark.parametrize(
    ("name", "ids", "radius_km", "reason"),
    [
        ("road between Ariha and Saraqib", {"arihax", "saraqibx"}, 15, "one end of the way"),
        ("Ariha – Saraqib highway", {"arihax", "saraqibx"}, 15, "one end of the way"),
        ("Ariha-Deir ez-Zor road", {"arihax", "zor"}, 15, "one end of the way"),
        ("silos east of Saraqib", {"saraqibx"}, 10, "near what the words after"),
        ("Saraqib checkpoint", {"saraqibx"}, 8, "named after the place"),
        ("Jabal Shaykh Hilal", {"shaykhx"}, 8, "the 'jabal' beside"),
    ],
)
def test_what_lies_near_a_place_answers_with_an_honest_radius_and_says_so(places, name, ids, radius_km, reason):
    first = places.lookup(name, country="SY")[0]
    assert any(answers(places, name, place_id) for place_id in ids)
    assert first.place.radius_km >= radius_km
    assert any(reason in said for said in first.reasons)


def test_a_quarter_nobody_knows_answers_with_its_city(places):
    first = places.lookup("Deir Ezzor city, Hawiqat Mzzqr neighbourhood", country="SY")[0]
    assert answers(places, "Deir Ezzor city, Hawiqat Mzzqr neighbourhood", "zor")
    assert any("larger place" in said for said in first.reasons)
    assert first.score < places.lookup("Deir Ezzor city", country="SY")[0].score


def test_the_looser_the_spelling_the_lower_the_score(places):
    scores = [places.lookup(name, country="SY")[0].score for name in ("Shaykh Hilal", "Sheikh Hilal", "Shaykh Hilar")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_every_candidate_says_why(places):
    for name in ("Deir Ezzor", "Shaykh Hilar", "road between Ariha and Saraqib"):
        assert all(all(candidate.reasons) and candidate.reasons for candidate in places.lookup(name, country="SY"))


@pytest.mark.parametrize("name", ["Qbltfr", "Xzz", "Of", "—", "()", "/", ",", "between and", "of of of", "village"])
def test_what_names_nothing_known_has_no_confident_answer(places, name):
    assert all(candidate.score < 0.6 for candidate in places.lookup(name, country="SY"))


@given(st.text(max_size=60))
def test_no_text_raises(places, name):
    scores = [candidate.score for candidate in places.lookup(name, country="SY", admin1=name)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


_CHANGES = {
    "case": str.upper,
    "hyphens": lambda name: name.replace(" ", "-"),
    "no diacritics": lambda name: name.replace("ez", "ẹz").replace("a", "ā"),
    "no article": lambda name: name.removeprefix("Al "),
    "an article": lambda name: "al-" + name.removeprefix("Al "),
    "doubled": lambda name: name.replace("m", "mm").replace("n", "nn"),
    "kind": lambda name: name + " area",
}


@given(
    st.sampled_from([row.split(",")[1] for row in ROWS.splitlines()[1:]]),
    st.lists(st.sampled_from(sorted(_CHANGES)), max_size=3, unique=True),
)
def test_variants_of_a_name_find_its_place(places, name, changes):
    varied = name
    for change in changes:
        varied = _CHANGES[change](varied)
    wanted = {candidate.place.id for candidate in places.lookup(name, country="SY") if candidate.place.name == name}
    assert wanted & {candidate.place.id for candidate in places.lookup(varied, country="SY")}, varied


def test_conflict_reports_are_placed_as_well_as_measured():
    gold = Path(__file__).parents[3] / "shared" / "bench" / "geo" / "ucdp_syria_places.dev.jsonl"
    gazetteer = load_gazetteer()
    if not gold.is_file() or sum(place.country == "SY" for place in gazetteer.places) < 5_000:
        pytest.skip("needs the benchmark and the regional layer")
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()][::4]
    near = 0
    for row in rows:
        found = gazetteer.lookup(row["name"], country="SY", admin1=row["adm1"])
        near += bool(found) and distance_km(found[0].place.lat, found[0].place.lon, row["lat"], row["lon"]) <= 25
    assert near / len(rows) >= 0.68
