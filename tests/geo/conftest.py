import pytest

from timeline_app.geo import load_gazetteer

ROWS = """id,name,kind,country,admin1,lat,lon,radius_km,aliases,name_ar,source
t-zor,Deir Ezzor,city,SY,Deir Ezzor,35.336,40.141,8,Deir ez-Zor,دير الزور,test
t-zor-gov,Deir Ezzor,governorate,SY,Deir Ezzor,35.05,40.40,100,Deir Ezzor Governorate,محافظة دير الزور,test
t-sukhnah,Sukhnah,town,SY,Homs,34.887,38.872,3,As Sukhnah,السخنة,test
t-border,Lebanon-Syria border,border,LB|SY,,34.2,36.4,110,,,test
t-hit,Hit,city,IQ,Anbar,33.64,42.83,5,,هيت,test
"""


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory):
    """Five rows of our own above the project's layers."""
    path = tmp_path_factory.mktemp("gazetteer") / "five.csv"
    path.write_text(ROWS, encoding="utf-8")
    return load_gazetteer(path)
