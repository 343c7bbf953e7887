"""Both components in a running page script, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

DEMO = Path(__file__).with_name("component_demo.py")


@pytest.mark.parametrize("count", ["0", "1", "61", "2000"])
def test_the_page_with_map_and_timeline_runs(count):
    page = AppTest.from_file(str(DEMO), default_timeout=30)
    page.query_params["n"] = count
    page.run()
    assert not page.exception
    assert page.text[0].value.endswith(f"{count} of {count}")


def test_the_page_runs_again_with_a_selection_and_a_range():
    page = AppTest.from_file(str(DEMO), default_timeout=30)
    page.run()
    page.session_state["selected"] = "e7"
    page.session_state["range"] = [17390, 17420]
    page.run()
    assert not page.exception
    assert "selected: e7" in page.text[0].value
