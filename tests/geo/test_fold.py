from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.geo import fold
from timeline_app.geo.fold import index_key, plain_key, skeleton
from timeline_app.geo.scripts import latin_twin

SPELLINGS = [
    # one name, as news, maps and transliteration tables write it
    "Deir Ezzor|Deir ez-Zor|Deir al-Zour|Dayr az Zawr|Deir Azur|Deirezzor|Der Zor|Deir Ezzour|DEIR EZ ZOR|Deir e-Zor",
    "Arsal|Ersal|‘Arsal|'Irsal",
    "Qalamoun|Qalamun|al-Qalamoun|Kalamoun",
    "Mayadin|Mayadeen|al-Mayadin|Al Mayādīn",
    "Abu Kamal|Abul Kamal|Boukamal|Albu Kamal|al-Bukamal|Abou Kamal|Albukamal",
    "Sukhnah|Sukhna|Es Sukhne|As Sukhnah|al-Sukhnah|as-Suẖnah",
    "Humayma|Humaymah|Humeima",
    "al-Tanf|al-Tanaf|At Tanf|at-Tanf",
    "Hasakah|al-Hassakeh|Hasaka|Al-Ḥasakah",
    "Suwayda|Sweida|As-Suwayda|Suweida",
    "Tal Afar|Tell Afar|Tall 'Afar",
    "Ras al-Ayn|Ras al-Ain|Ras el-Ein",
    "Khan Shaykhun|Khan Sheikhoun",
    "Raqqa|Raqqah|Ar-Raqqah|Rakka",
    "Zahle|Zahleh|Zahlah",
    "دير الزور|ديرالزور|ديـر الزّور",
    "الرقة|الرقه",
    "أبو كمال|ابو كمال",
    "Ｈｏｍｓ|Homs|Ho\u200bms|Ho\u00adms",
]


@pytest.mark.parametrize("names", SPELLINGS)
def test_spellings_of_one_name_meet(names):
    folded = {name: fold(name) for name in names.split("|")}
    assert len(set(folded.values())) == 1, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Mosul", "Mayadin"), ("Tal Afar", "Tal Abyad"), ("Hajin", "Homs"), ("Raqqa", "Ramadi")],
)
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


@given(st.lists(st.sampled_from("al ez deir abu tell kafr shaykh zz ss iyah ou Arab az-Zur".split()), max_size=5))
def test_folding_twice_is_folding_once_for_names_made_of_what_it_rewrites(parts):
    for joint in ("", " ", "-"):
        name = joint.join(parts)
        assert fold(fold(name)) == fold(name)


def test_a_name_without_letters_folds_to_nothing():
    assert [fold(name) for name in ("%", ".", "", "[", "\\", "'")] == [""] * 6


def test_look_alike_letters_are_said():
    assert latin_twin("Кyiv") == ("Kyiv", "Cyrillic К among Latin letters")
    assert latin_twin("Київ") == ("Київ", "")
    assert latin_twin("Kyiv") == ("Kyiv", "")


SCRIPTS = [
    # Arabic script and what English, French and strict transliteration make of it
    "دير الزور|Deir Ezzor|Deir ez-Zor|Dayr az Zawr|Deir al-Zour|Deir Azur",
    "البوكمال|أبو كمال|البو كمال|Abu Kamal|Albu Kamal|Boukamal|Abul Kamal",
    "السخنة|السخنه|Sukhnah|Es Sukhne|As-Suẖnah",
    "معرة النعمان|Maarat al-Numan|Maarrat an Nu'man|Ma'aret en-Nouman",
    "الميادين|Mayadin|Mayadeen|al-Mayādīn",
    "عرسال|Arsal|Ersal|'Irsal",
    "القلمون|Qalamoun|Qalamun|Kalamoun",
    "رأس العين|Ras al-Ayn|Ras el-Ein",
    "خان شيخون|Khan Shaykhun|Khan Cheikhoun",
    "منبج|Manbij|Membij|Munbej",
    "السويداء|Suwayda|Sweida|Soueida",
    "الشدادي|Ash Shaddadah|Shaddadi",
    "تل رفعت|Tal Rifaat|Tell Rif'at",
    "كفر زيتا|Kafr Zita|Kafar Zayta",
    "جسر الشغور|Jisr ash-Shughur|Jisr al-Shoughour",
    "ضمير|Dumayr|Dmeir",
]


@pytest.mark.parametrize("names", SCRIPTS)
def test_arabic_script_meets_its_spellings_in_latin_letters(names):
    keys = {name: skeleton(plain_key(name)) for name in names.split("|")}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Raqqa", "Ramadi"), ("تل رفعت", "تل أبيض"), ("Arsal", "Rasal")]
)
def test_names_of_other_consonants_stay_apart(one, other):
    assert skeleton(plain_key(one)) != skeleton(plain_key(other))


@given(st.text(max_size=40))
def test_a_consonant_key_is_of_latin_letters_without_doubles(name):
    key = skeleton(plain_key(name))
    assert key.isascii()
    assert all(a != b for a, b in pairwise(key))


@given(st.sampled_from([name for names in SCRIPTS for name in names.split("|")]), st.sampled_from(" -\u200c'"))
def test_what_divides_words_does_not_change_the_consonants(name, joint):
    assert skeleton(plain_key(name.replace(" ", "-"))) == skeleton(plain_key(name))
    assert skeleton(plain_key(joint + name + joint)) == skeleton(plain_key(name))


@given(st.sampled_from([name for names in SPELLINGS for name in names.split("|")]))
def test_spellings_that_sound_alike_have_one_consonant_key(name):
    assert skeleton(plain_key(name)) == skeleton(plain_key(name.upper()))
    assert index_key(plain_key(name)) == index_key(plain_key(name.upper()))


def test_acronyms_and_other_scripts_have_no_consonant_key():
    assert [skeleton(key) for key in ("=US", "київ", "")] == ["", "", ""]
