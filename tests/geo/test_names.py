import pytest

from timeline_app.geo.fold import index_key
from timeline_app.geo.names import NameIndex, name_key, takes_fold


@pytest.mark.parametrize(
    ("name", "key"),
    [("US", "=US"), ("U.S.", "=US"), ("us", "us"), ("As-Suwaydāʼ", "as suwayda"), ("دير الزّور", "دير الزور")],
)
def test_acronyms_keep_their_case_and_other_names_lose_theirs(name, key):
    assert name_key(name) == key


def test_only_names_out_of_arabic_are_folded():
    assert takes_fold("SY")
    assert takes_fold("LB|SY")
    assert takes_fold("")
    assert not takes_fold("DE")


def indexed(*names):
    index = NameIndex()
    for number, name in enumerate(names):
        index.add(number, name_key(name), index_key(name_key(name)))
    return index


def test_an_index_answers_by_letters_sounds_and_consonants():
    index = indexed("Deir ez-Zor", "دير الزور", "Homs")
    assert index.plain("deir ez zor") == [0]
    assert index.folded(index_key("deir ezzor")) == [0]
    assert index.skeletal("drzr") == [0, 1]
    assert index.plain("") == index.skeletal("") == []


def test_keys_of_one_beginning_follow_later_additions():
    index = indexed("Homs", "Hama")
    assert index.plain_keys("ha") == ["hama"]
    index.add(2, "harim")
    assert index.plain_keys("ha") == ["hama", "harim"]
    assert index.plain_keys("har") == ["harim"]
    assert index.plain_keys("xx") == []


def test_a_name_without_a_folded_key_has_no_consonant_key():
    index = NameIndex()
    index.add(0, "berlin")
    assert index.skeletal("brln") == []
