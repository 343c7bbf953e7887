"""Writing and reading files must not pay for pandas."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("room", ["views", "export", "imports"])
def test_a_room_loads_nothing_heavy_before_it_is_needed(room: str) -> None:
    code = (
        f"import sys, timeline_app.{room}\n"
        "print([m for m in ('pandas', 'numpy', 'jsonschema', 'charset_normalizer', 'edtf') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
