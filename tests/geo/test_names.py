import pytest

from timeline_app.geo.names import name_key, takes_fold


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
