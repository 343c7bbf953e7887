import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import grows_in_proportion
from timeline_app.geo import distance_km, find_places, load_gazetteer

HEADER = "id,name,lat,lon\n"


def read(text, gazetteer):
    return [(m.text, m.use, m.place.id if m.place else None) for m in find_places(text, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("They fled to Deir ez-Zour.", [("Deir ez-Zour", "place", "t-zor")], "another spelling"),
        ("the province of Deir Ezzor", [("Deir Ezzor", "place", "t-zor-gov")], "kind word before"),
        ("the city of Deir Azur", [("Deir Azur", "place", "t-zor")], "kind word before"),
        ("at the Deir Ezzor governorate building", [("Deir Ezzor", "place", "t-zor")], "a house in the town"),
        ("in Deir Ezzor province", [("Deir Ezzor province", "place", "t-zor-gov")], "kind word after"),
        ("near the Deir Ezzor Governorate line", [("Deir Ezzor Governorate", "place", "t-zor-gov")], "alias"),
        ("Troops left As Sukhnah.", [("As Sukhnah", "place", "t-sukhnah")], "article apart"),
        ("fighting in es-Sukhne", [("es-Sukhne", "place", "t-sukhnah")], "article small"),
        ("شن هجوما في دير الزور", [("دير الزور", "place", "t-zor")], "Arabic"),
        ("وصلوا بالسخنة", [("السخنة", "place", "t-sukhnah")], "Arabic particle written on"),
        ("the Syrian-Lebanese border", [("Syrian-Lebanese border", "place", "t-border")], "demonyms"),
        ("the border between Lebanon and Syria", [("border between Lebanon and Syria", "place", "t-border")], ""),
        ("the Lebanon-Syria border", [("Lebanon-Syria border", "place", "t-border")], "names"),
        (
            "the border region of Lebanon and Syria",
            [("border region of Lebanon and Syria", "place", "t-border")],
            "a strip",
        ),
        ("along Lebanon's eastern border", [("Lebanon's eastern border", "place", "t-border")], "on that side"),
        (
            "The Lebanese army closed its eastern border.",
            [("Lebanese", "demonym", None), ("its eastern border", "place", "t-border")],
            "of the country told before",
        ),
        ("The envoy closed its eastern border.", [], "of none"),
        (
            "The Lebanese army searched the troubled eastern border area.",
            [("Lebanese", "demonym", None), ("the troubled eastern border", "place", "t-border")],
            "likewise",
        ),
        ("The Lebanese army shelled the town's eastern border.", [("Lebanese", "demonym", None)], "a town's"),
        ("a raid that Moscow put down to an error", [("Moscow", "metonym", None)], "a government explains"),
        ("the US-led coalition", [("US", "demonym", "country-us")], "hyphened adjective"),
        ("US forces in France", [("US", "demonym", "country-us"), ("France", "place", "country-fr")], ""),
        ("please join us in it", [], "the pronoun"),
        ("Paris denied the report.", [("Paris", "metonym", None)], "a government speaks"),
        ("Moscow believed the truce would hold.", [("Moscow", "metonym", None)], "a government thinks"),
        ("It exploded in Paris, France.", [("Paris", "place", None), ("France", "place", "country-fr")], ""),
        ("the Deir Ezzor Military Council", [("Deir Ezzor", "organisation", "t-zor")], "organisation"),
        ("French troops", [("French", "demonym", "country-fr")], "demonym"),
        ("Hit the road. Nice work, Reading it again.", [], "ordinary words"),
        ("Make your comment personal. Send it in.", [], "what a page asks its readers to do"),
        ("Clashes were reported in Hit on Monday.", [("Hit", "place", "t-hit")], "after a preposition"),
        ("BERLIN, GERMANY (Reuters)", [("BERLIN", "place", None), ("GERMANY", "place", "country-de")], "capitals"),
        ("Michael Jordan and Paris Hilton met.", [], "persons"),
        ("Bashar al-Hit spoke to Omar Sukhnah.", [], "surnames"),
        ("the FAO and the HIT team", [], "acronyms amid small letters"),
        (
            "Pilots Murat Akpinar and Murat Agca were freed in Homs.",
            [("Homs", "place", None)],
            "a given name, however spelled",
        ),
        ("Bombs fell on Homs, said Haidar Hamah.", [("Homs", "place", None)], "surname after a given name"),
        ("As Syria burned", [("Syria", "place", "*")], "the English word as"),
        ("They hold the village of Qwertabad now.", [("Qwertabad", "place", None)], "introduced, unknown"),
        ("They hold al-Qwertabad, a small town on the river.", [("al-Qwertabad", "place", None)], "in apposition"),
        ("They met Omar Qwert, a town official of note.", [], "a person beside"),
        ("the %. _ [ \\ a|b symbols", [], "signs are no places"),
    ],
)
def test_mentions(text, expected, remark, gazetteer):
    found = read(text, gazetteer)
    assert [(t, u) for t, u, _ in found] == [(t, u) for t, u, _ in expected], remark
    for (_, _, got), (_, _, wanted) in zip(found, expected, strict=True):
        assert wanted in (None, "*") or got == wanted, remark


def test_a_short_form_that_goes_on_otherwise_is_another_place():
    shipped = load_gazetteer()
    for text, expected in (
        ("Shells hit Busra al-Sham.", "Busra al-Sham"),
        ("Shells hit Busra al-Ghadir.", None),
        ("Shells hit Homs al-Ghadir.", "Homs"),  # its own name, whole
    ):
        found = [mention.place.name for mention in find_places(text, shipped) if mention.place]
        assert found == ([expected] if expected else []), text


def test_a_question_s_will_makes_no_city_a_person():
    text = "Buses reached Idlib on Monday. Guards took the city of Idlib.\n\nWill Idlib be the next to fall?\nRead on."
    found = [(mention.text, mention.place and mention.place.id) for mention in find_places(text, load_gazetteer())]
    assert found == [("Idlib", "sy-idlib-city")] * 3
    named = find_places("Will Hamah spoke in Damascus. Hamah was tired.", load_gazetteer())
    assert [mention.text for mention in named] == ["Damascus"]


def test_nobody_is_called_so_who_lives_in_a_city_of_that_name():
    text = "Omar Homs fled to Homs on Monday. Homs was shelled."
    found = [mention.text for mention in find_places(text, load_gazetteer())]
    assert found == ["Homs", "Homs"]


def test_a_town_is_no_capital_and_a_provincial_capital_no_province():
    shipped = load_gazetteer()
    for text, expected in (
        ("Forces took Hawija in Iraq. The town of Riyadh, nearby, was freed.", "geonames-98697"),
        ("The minister flew to Riyadh from Iraq.", "geonames-108410"),
        ("It is in the province of Deir Ezzor. Guards took Deir Ezzor, the provincial capital.", "sy-deir-ezzor-city"),
        ("It is in the province of Deir Ezzor. Guards took Deir Ezzor, a city on the river.", "sy-deir-ezzor-city"),
        (
            "It is in the province of Deir Ezzor. Guards took Deir Ezzor, the old enemy said.",
            "sy-deir-ezzor-governorate",
        ),
    ):
        last = [mention for mention in find_places(text, shipped) if mention.use == "place" and mention.text != "Iraq"][
            -1
        ]
        assert last.place is not None
        assert last.place.id == expected, text


def test_a_name_between_two_kind_words_is_found_once(gazetteer):
    assert [m.text for m in find_places("village of Qwertabad village", gazetteer)] == ["Qwertabad"]


def test_of_many_villages_of_a_name_far_from_all_that_is_told_none_is_chosen():
    text = "Shells hit Deir Ezzor in Syria. Guards left Al-Joura."
    (quarter,) = [mention for mention in find_places(text, load_gazetteer()) if mention.text == "Al-Joura"]
    assert quarter.place is None
    assert "more villages of the name" in quarter.reasons[0]
    assert len(quarter.candidates) > 3
    (village,) = [mention for mention in find_places("Shells fell on Al-Joura in Idlib province.", load_gazetteer())
                  if mention.text == "Al-Joura"]  # fmt: skip
    assert village.place is not None


def test_a_village_that_is_said_to_lie_elsewhere_is_another_of_its_spelling():
    text = "Gunmen attacked the village of Rashad in the district of Miqdadiya, Iraq. Rashad buried its dead."
    found = [mention for mention in find_places(text, load_gazetteer()) if mention.text == "Rashad"]
    assert [mention.place for mention in found] == [None, None]
    assert "lies elsewhere than it is said" in found[0].reasons[0]
    (there,) = [
        one for one in find_places("Guards took Rashad in Anbar province.", load_gazetteer()) if one.text == "Rashad"
    ]
    assert there.place is not None


def test_quarters_are_no_towns_spelled_like_them():
    shipped = load_gazetteer()
    for text in (
        "Fighting went on in Fallujah, Iraq. The army surrounded Jubeil and Hayy al-Shuhada, two southern neighborhoods.",
        "Fighting went on in Fallujah, Iraq. The al-Julan district in the northwest was taken.",
    ):
        known = [mention.place.name for mention in find_places(text, shipped) if mention.place]
        assert known == ["Fallujah", "Iraq"], text
    (heights,) = find_places("Shells fell on al-Julan.", shipped)
    assert heights.place is not None


def test_a_country_s_northwest_is_no_government():
    (mention,) = find_places("The campaign on northwest Syria was launched in April.", load_gazetteer())
    assert mention.use == "place"


def test_a_name_that_a_given_name_follows_moves_no_other():
    text = "Clashes hit Hamada Omar in eastern Hama on Friday. The army came from Hama."
    hama = [mention.place for mention in find_places(text, load_gazetteer()) if mention.text == "Hama"]
    assert [(place.name, place.country) for place in hama] == [("Hama", "SY")] * 2


def test_a_place_between_two_names_is_found_once_each(gazetteer):
    assert [m[0] for m in read("on the road between Sukhnah and Deir Ezzor", gazetteer)] == ["Sukhnah", "Deir Ezzor"]


def test_a_distance_and_direction_give_a_reckoned_point_with_its_radius(gazetteer):
    (mention,) = find_places("about 30 km east of Sukhnah, they said", gazetteer)
    town = gazetteer.place("t-sukhnah")
    assert mention.text == "30 km east of Sukhnah"
    assert mention.place.id == "computed:30km-east-of:t-sukhnah"
    assert distance_km(town.lat, town.lon, mention.place.lat, mention.place.lon) == pytest.approx(30, abs=0.1)
    assert mention.place.lon > town.lon
    assert mention.place.radius_km >= 7.5


def test_the_desert_of_a_place_is_reckoned_from_it(gazetteer):
    (mention,) = find_places("a convoy in the Sukhnah desert", gazetteer)
    assert mention.text == "Sukhnah desert"
    assert mention.place.radius_km >= 30


def test_an_unknown_name_keeps_near_candidates_and_stays_unresolved(gazetteer):
    (mention,) = find_places("clashes in the village of Sukhnaq", gazetteer)
    assert mention.place is None
    assert [c.place.id for c in mention.candidates][:1] == ["t-sukhnah"]
    assert "no gazetteer row" in mention.reasons[0]


def test_a_name_keeps_its_sense_through_a_text(gazetteer):
    text = "Deir Ezzor (an administrative province in eastern Syria) is calm. Buses left for Deir Ezzor."
    assert {m[2] for m in read(text, gazetteer) if m[0] == "Deir Ezzor"} == {"t-zor-gov"}


def test_the_runner_up_is_kept_with_its_distance(gazetteer):
    (mention,) = find_places("the city of Deir Ezzor", gazetteer)
    assert [c.place.id for c in mention.candidates][:2] == ["t-zor", "t-zor-gov"]
    assert any("runner-up" in reason and "km away" in reason for reason in mention.reasons)


def test_two_equal_readings_are_said_and_not_guessed(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text(HEADER + "a,Zwillingen,10,10\nb,Zwillingen,40,40\n", encoding="utf-8")
    (mention,) = find_places("It rained in Zwillingen.", load_gazetteer(path))
    assert mention.place is None
    assert "too close to call" in mention.reasons[0]
    assert {c.place.id for c in mention.candidates} == {"a", "b"}


def test_a_country_beside_a_name_decides(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("id,name,lat,lon,country\na,Zwill,45,5,FR\nb,Zwill,50,10,DE\n", encoding="utf-8")
    gazetteer = load_gazetteer(path)
    assert read("It rained in Zwill, Germany.", gazetteer)[0][2] == "b"
    assert read("It rained in Zwill, France.", gazetteer)[0][2] == "a"


def test_look_alike_letters_are_flagged(gazetteer):
    (mention,) = find_places("shelling in Кyiv again", gazetteer)
    assert mention.place is not None
    assert any("mixed script" in reason for reason in mention.reasons)
    (wide,) = find_places("shelling in Ｋｙｉｖ again", gazetteer)
    assert wide.place == mention.place
    assert any("full-width" in reason for reason in wide.reasons)


def test_the_flag_stays_with_the_mention_that_needs_it(gazetteer):
    odd, plain = find_places("shelling in Кyiv and in Kyiv", gazetteer)
    assert odd.place == plain.place
    assert not any("mixed script" in reason for reason in plain.reasons)


def test_invisible_characters_break_neither_names_nor_offsets(gazetteer):
    text = "They left Suk\u200bh\u00adnah and Deir Ez\u2060zor."
    found = find_places(text, gazetteer)
    assert [m.place.id for m in found] == ["t-sukhnah", "t-zor"]
    assert [text[m.start : m.end] for m in found] == [m.text for m in found]


def test_names_are_data_never_patterns(tmp_path):
    names = ["(a+)+$", "[", "%", ".", ".*", "'; DROP TABLE events;--", "=1+1", "{{7*7}}", "\\"]
    path = tmp_path / "odd.csv"
    rows = "".join(f'{n},"{name}",50,{n}\n' for n, name in enumerate(names, 1))
    path.write_text(HEADER + rows, encoding="utf-8")
    gazetteer = load_gazetteer(path)
    odd = {str(n) for n in range(1, len(names) + 1)}
    found = find_places("Every Word of aaaa This 50% Text. Anything goes (a+)+$ .", gazetteer)
    assert not [m for m in found if m.place and m.place.id in odd]
    assert all(c.place.id not in odd for name in ("%", ".", "[") for c in gazetteer.lookup(name))


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_no_text_raises_and_offsets_hold(gazetteer, text):
    end = 0
    for mention in find_places(text, gazetteer):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


WORDS = "Deir Ezzor the of border Syrian - Lebanese , Sukhnah village 30 km east Qwert US said دير الزور al- desert ( )"


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=25))
def test_no_order_of_place_words_raises_and_mentions_do_not_overlap(gazetteer, words):
    text = " ".join(words)
    end = 0
    for mention in find_places(text, gazetteer):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["Deir Ezzor and Xyz ", "Syrian-Lebanese border ", "A", "30 km ", "Al ", "aʼ", "village of X "]
)
def test_time_is_linear_in_the_text(gazetteer, piece):
    assert grows_in_proportion(lambda text: find_places(text, gazetteer), piece, 20_000)


def test_a_word_for_a_kind_of_facility_is_none_of_them() -> None:
    found = find_places("Kirkuk's K-1 Air Base and a Military Airport were taken.", load_gazetteer())
    named = [mention.text for mention in found if mention.use == "place" and mention.place]
    assert named == ["Kirkuk", "K-1 Air Base"]  # the base by its name, the airport by none


@pytest.mark.parametrize(
    ("text", "named", "remark"),
    [
        ("Missiles hit the T-4 air base in Homs.", ["T4 airbase", "Homs"], "a code with its number behind a hyphen"),
        ("Missiles hit the T4 base.", ["T4 airbase"], "a code before what it is"),
        ("Jets took off from T-4.", ["T4 airbase"], "or behind a preposition"),
        ("The army came near the T2 pumping station.", ["T2 pumping station"], "a station of the pipeline"),
        ("Missiles hit the Tiyas air base.", ["T4 airbase"], "the base and not the village it is called by"),
        ("Nine T-4 tanks were seen, and a T4 lorry.", [], "the code of something else"),
        ("They drove from T4 Street to the mill.", [], "nor the beginning of a name"),
    ],
)
def test_bases_and_stations_with_a_number(text: str, named: list[str], remark: str) -> None:
    found = find_places(text, load_gazetteer())
    assert [one.place.name for one in found if one.place] == named, remark


def test_a_prison_s_own_name_is_no_town_spelled_like_it() -> None:
    found = find_places("Gunmen stormed al-Sina'a prison and a hospital of Homs.", load_gazetteer())
    assert [mention.text for mention in found] == ["Homs"]


def test_a_prison_s_own_name_is_the_prison_s_where_it_stands_alone_too() -> None:
    text = "Gunmen stormed al-Sina'a prison near Hasakah. Troops then encircled al-Sina'a."
    assert [mention.text for mention in find_places(text, load_gazetteer())] == ["Hasakah"]


def test_a_town_with_a_prison_of_its_name_stays_one() -> None:
    text = "Guards of Roumieh prison in Lebanon went on strike. Three Lebanese came to Beirut from Roumieh."
    assert find_places(text, load_gazetteer())[-1].text == "Roumieh"


def test_a_given_name_behind_a_village_s_name_makes_it_another() -> None:
    found = find_places("Shells hit the village of Hawsh al-Sayyed Ali at noon.", load_gazetteer())
    assert all(mention.place is None for mention in found)
    (found, *_) = find_places("Shells hit the village of Hawsh al-Sayyed at noon.", load_gazetteer())
    assert found.place is not None


@pytest.mark.parametrize(
    ("text", "lat", "remark"),
    [
        ("Shells fell on Hermel at noon. Guards left Hermel in Lebanon. Al-Qasr was hit, too.", 34.48, "beside Hermel"),
        ("Syrian troops took Qusayr. Of Qusayr little is left. The village of Dabaa fell.", 34.55, "beside Qusayr"),
        ("Syrian troops left Idlib. Of Idlib little is left. The village of Dabaa fell.", None, "its province may be meant"),
    ],
)  # fmt: skip
def test_of_several_villages_the_one_beside_the_town_told_of_again_is_meant(
    text: str, lat: float | None, remark: str
) -> None:
    last = find_places(text, load_gazetteer())[-1]
    assert (None if last.place is None else round(last.place.lat, 2)) == lat, remark


def test_a_seat_of_power_is_no_town_called_so() -> None:
    assert find_places("The White House said that it was told.", load_gazetteer()) == []


def test_the_region_of_iraq_is_meant_by_its_short_name() -> None:
    (found, *_) = find_places("Kurdistan held a referendum in the north of Iraq.", load_gazetteer())
    assert found.place is not None
    assert found.place.name == "Kurdistan Region"


def test_a_village_said_to_lie_in_a_district_elsewhere_is_not_the_one_known() -> None:
    text = "Gunmen attacked {}, a small village in {}."
    for within, known in (
        ("the Miqdadiya district", False),
        ("the province of Diyala", False),
        ("Anbar province", True),
    ):
        found = [one for one in find_places(text.format("Rashad", within), load_gazetteer()) if one.text == "Rashad"]
        assert [one.place is not None for one in found] == [known], within
    find_places("Homs, the Syria. Homs, a, Idlib. Homs, a village Idlib, the in Homs, the", load_gazetteer())


def test_a_country_in_a_group_s_name_is_no_neighbour() -> None:
    text = "The army of Lebanon declared a truce with the Islamic State of Iraq and the Levant along the Syrian border."
    shipped = load_gazetteer()
    borders = [one.place for one in find_places(text, shipped) if one.place is not None and one.place.kind == "border"]
    assert {place.country for place in borders} == {"LB|SY"}


def test_of_two_borders_the_one_with_the_neighbour_told_of_beside_it_is_meant() -> None:
    shipped = load_gazetteer()
    text = (
        "The Lebanese army attacked a strip near the Syrian frontier. Iraq protested. Iraq's army is busy, and Iraq will not pay. "
        * 3
    )
    borders = [one.place for one in find_places(text, shipped) if one.place is not None and one.place.kind == "border"]
    assert {place.country for place in borders} == {"LB|SY"}
