from pathlib import Path

import pytest

from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.geo import check_gazetteer, load_gazetteer, read_gazetteer_csv

HOSTILE = Path(__file__).parents[2].parent / "shared" / "hostile"

HEADER = "id,name,kind,country,admin1,lat,lon,radius_km,aliases,name_ar,source\n"


def write(tmp_path, text, name="mine.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("row", "what", "likely"),
    [
        ("b,Bad,town,SY,,139,36,1,,,x", "latitude 139 is beyond 90", "exchanged"),
        ("b,Bad,town,SY,,999,36,1,,,x", "latitude 999 is beyond 90", "digit"),
        ("b,Bad,town,SY,,35,200,1,,,x", "longitude 200 is beyond 180", "digit"),
        ('b,Bad,town,SY,,"35,3",36,1,,,x', "latitude '35,3' is no number", "decimal comma"),
        ("b,Bad,town,SY,,NaN,36,1,,,x", "not a finite number", "empty value"),
        ("b,Bad,town,SY,,inf,36,1,,,x", "not a finite number", "empty value"),
        ("b,Bad,town,SY,,35°20'N,36,1,,,x", "is no number", "digits"),
        ("b,,town,SY,,35,36,1,,,x", "no name", "empty"),
        (",Bad,town,SY,,35,36,1,,,x", "no id", "empty"),
        ("b,Bad,town,SY,,,36,1,,,x", "no latitude", "empty"),
        ("b,Bad,town,SY,,0,0,1,,,x", "Atlantic", "zeros"),
        ("b,Bad,town,SY,,35,36,-4,,,x", "radius -4", ""),
        ("b,Bad,town,SY,,35,36,1,,,x,too,many", "13 cells where the header has 11", "comma"),
        ("b,Bad,town,SY,,35", "6 cells where the header has 11", "comma"),
    ],
)
def test_a_bad_row_is_a_problem_with_its_line_and_the_good_rows_load(tmp_path, row, what, likely):
    path = write(tmp_path, HEADER + "a,Good,town,SY,,35,36,1,,,x\n" + row + "\nc,Fine,town,SY,,34,36,1,,,x\n")
    places, problems = read_gazetteer_csv(path)
    assert [place.id for place in places] == ["a", "c"]
    (problem,) = problems
    assert problem.row == 3
    assert what in problem.what
    assert likely in problem.likely


def test_text_that_looks_missing_stays_text(tmp_path):
    path = write(tmp_path, HEADER + "007,NA,town,NA,None,35,36,1,null|nan,,True\n")
    ((place,), problems) = read_gazetteer_csv(path)
    assert not problems
    assert (place.id, place.name, place.country, place.admin1) == ("007", "NA", "NA", "None")
    assert place.aliases == ("null", "nan")


def test_common_other_column_names_are_understood(tmp_path):
    path = write(tmp_path, "geonameid,name,latitude,lng,country_code,alternatenames,pop\n1,Kyiv,50.4,30.5,ua,Kiev,9\n")
    ((place,), _) = read_gazetteer_csv(path)
    assert (place.lat, place.lon, place.country, place.aliases, place.population) == (50.4, 30.5, "UA", ("Kiev",), 9)


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("", UnreadableFile, "is empty"),
        ("id,name,lon\n1,Kyiv,30\n", InvalidData, "no column 'lat'"),
        ("id;name;lat;lon\n1;Kyiv;50;30\n", InvalidData, "semicolons"),
        ("id,name,lat,lon,lat\n1,Kyiv,50,30,50\n", InvalidData, "comes twice"),
        ("id,name,lat,lon\n1,A,50,30\n1,B,51,31\n", InvalidData, "id '1' is used by the rows 2 and 3"),
        ('id,name,lat,lon\n1,"A,50,30\n2,B,51,31\n', InvalidData, "quotation mark"),
    ],
)
def test_a_fault_of_the_file_refuses_it_in_one_line(tmp_path, text, error, says):
    with pytest.raises(error) as caught:
        read_gazetteer_csv(write(tmp_path, text))
    assert says in str(caught.value)
    assert "mine.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_a_folder_and_other_encodings_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="no such file"):
        read_gazetteer_csv(tmp_path / "none.csv")
    with pytest.raises(UnreadableFile, match="folder"):
        read_gazetteer_csv(tmp_path)
    path = tmp_path / "utf16.csv"
    path.write_bytes("id,name,lat,lon\n1,Kyiv,50,30\n".encode("utf-16"))
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_gazetteer_csv(path)


def test_a_cell_of_half_a_megabyte_loads_and_so_do_the_rows_after_it(tmp_path):
    aliases = "|".join(f"Name Number {n}" for n in range(30_000))
    path = write(tmp_path, HEADER + f"a,Big,town,SY,,35,36,1,{aliases},,x\nb,Small,town,SY,,34,36,1,,,x\n")
    places, problems = read_gazetteer_csv(path)
    assert not problems
    assert [len(place.aliases) for place in places] == [30_000, 0]


def test_the_projects_own_gazetteer_has_no_problem():
    assert [str(problem) for problem in check_gazetteer()] == []


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("a,Homs,,SY,,34.7,36.7,1,,,x\n", "a has no kind"),
        ("a,Homs,city,SY,,31.0,29.0,1,,,x\n", "km outside SY"),
        ("a,Homs,city,LB,,36.2,37.2,1,,,x\n", "km outside LB"),
        ("a,Homs,city,SY,,34.7,36.7,1,Emesa,,x\nb,Emesa,city,SY,,34.8,36.7,1,,,x\n", "'emesa' leads to a and b"),
    ],
)
def test_the_check_finds(tmp_path, rows, says):
    problems = check_gazetteer(write(tmp_path, HEADER + rows))
    assert any(says in problem.what for problem in problems), problems


def test_the_check_lets_a_city_and_its_governorate_share_a_name(tmp_path):
    rows = "a,Homs,city,SY,,34.7,36.7,1,,,x\nb,Homs,governorate,SY,,34.6,38,90,,,x\n"
    assert check_gazetteer(write(tmp_path, HEADER + rows)) == []


def test_a_users_row_wins_over_ours_of_the_same_name(tmp_path):
    path = write(tmp_path, HEADER + "mine,Aleppo,city,SY,,36.21,37.15,1,,,my notes\n")
    gazetteer = load_gazetteer(path)
    assert gazetteer.lookup("Aleppo")[0].place.id == "mine"
    assert gazetteer.layers[0].rows == 1
    assert gazetteer.lookup("Beirut")[0].place.country == "LB"


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared folder is not beside this checkout")
@pytest.mark.parametrize(
    ("name", "places", "rows"),
    [("gz_bad_rows.csv", 1, [3, 4, 5, 6, 7]), ("gz_hostile_names.csv", 16, []), ("gz_altname_bomb.csv", 2, [])],
)
def test_hostile_layers_load_their_good_rows(name, places, rows):
    found, problems = read_gazetteer_csv(HOSTILE / name)
    assert len(found) == places
    assert [problem.row for problem in problems] == rows


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared folder is not beside this checkout")
@pytest.mark.parametrize("name", ["gz_dup_ids.csv", "gz_missing_column.csv"])
def test_hostile_layers_with_a_fault_of_the_file_are_refused(name):
    with pytest.raises(InvalidData, match=name):
        read_gazetteer_csv(HOSTILE / name)
