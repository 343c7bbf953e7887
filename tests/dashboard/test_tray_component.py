"""What a browser says of a dragged event is days or a point, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.dashboard.components.tray import DroppedDays, DroppedPoint, dropped_on


def test_days_and_points_are_taken() -> None:
    assert dropped_on({"days": [17392, 17398]}) == DroppedDays(date(2017, 8, 14), date(2017, 8, 20))
    assert dropped_on({"days": [17398, 17392]}) == DroppedDays(date(2017, 8, 14), date(2017, 8, 20))
    assert dropped_on({"point": [34.5, 38, 2.5]}) == DroppedPoint(34.5, 38.0, 2.5)


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"days": [1]}, {"days": ["1", 2]}, {"days": [0, 10**12]}, {"point": [95, 38, 2]}, {"point": [34, 38]},
        {"point": [34, 38, 0]}, {"point": [34, 38, 10**6]}, {"point": "34,38,2"}, {"point": [34, None, 2]},
    ],
)  # fmt: skip
def test_anything_else_is_nothing(sent: dict[str, object]) -> None:
    assert dropped_on(sent) is None
