"""Names the gazetteer does not have, asked of a geocoding service: only when a person names one, never by default.

Any geocoder of geopy can be named ("nominatim", "photon", "geonames" ...). Questions are asked one at a time with a
pause between them, and every answer is kept in the cache folder, so that the same name is asked once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from timeline_app.errors import TimelineError
from timeline_app.geo.layers.cache import cache_folder
from timeline_app.model import Candidate, Place

PAUSE_SECONDS = 1.1
"""Between two questions: Nominatim's usage policy allows one a second (operations.osmfoundation.org/policies)."""

RADIUS_KM = 5.0
"""Radius of an answer that gives no bounding box."""

_MOST = 5  # answers kept of one question


class OnlineError(TimelineError):
    """The service is not known to geopy, cannot be set up, or did not answer."""


class OnlineGeocoder:
    """One service, asked slowly, its answers kept.

    Args:
        service: a name of `geopy.geocoders.get_geocoder_for_service`, such as "nominatim".
        options: what the service's class takes: user_agent, api_key, domain ...
        cache: a file for the answers; by default in the user's cache folder.

    Raises:
        OnlineError: geopy has no such service, or it lacks an option.
    """

    def __init__(self, service: str, options: Mapping[str, str] | None = None, cache: Path | None = None) -> None:
        from geopy.extra.rate_limiter import RateLimiter  # noqa: PLC0415 - half a second, only for who asks online
        from geopy.geocoders import get_geocoder_for_service  # noqa: PLC0415 - as above

        self.service = service.casefold()
        wanted = dict(options or {})
        if self.service == "nominatim":
            wanted.setdefault("user_agent", "timeline_app")
        try:
            geocoder = get_geocoder_for_service(self.service)(**wanted)
        except Exception as fault:  # noqa: BLE001 - every service has exceptions of its own for what it lacks
            raise OnlineError(f"the service {service!r} cannot be asked: {fault}") from None
        self._ask = RateLimiter(
            geocoder.geocode, min_delay_seconds=PAUSE_SECONDS, swallow_exceptions=False, max_retries=0
        )
        self._cache = cache or cache_folder() / "online.sqlite"

    def lookup(self, name: str, country: str = "") -> list[Candidate]:
        """What the service takes a name for, best first; an answer known from before is not asked again.

        Raises:
            OnlineError: the service did not answer.
        """
        question = ", ".join(part for part in (name.strip(), country) if part)
        with self._answers() as kept:
            row = kept.execute(
                "SELECT answer FROM answers WHERE service = ? AND question = ?", (self.service, question)
            )
            known = row.fetchone()
            found = json.loads(known[0]) if known else self._asked(question)
            if known is None:
                kept.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (self.service, question, json.dumps(found))
                )
                kept.commit()
        return [_candidate(self.service, question, number, answer, country) for number, answer in enumerate(found)]

    def _asked(self, question: str) -> list[dict[str, Any]]:
        from geopy.exc import GeocoderUnavailable, GeopyError  # noqa: PLC0415 - as above

        try:
            found = self._ask(question, exactly_one=False) or []
        except GeocoderUnavailable:
            raise OnlineError(f"{self.service} cannot be reached (likely mistake: no network)") from None
        except GeopyError as fault:
            raise OnlineError(
                f"{self.service} did not answer: {str(fault)[:160]} (likely mistake: a wrong key)"
            ) from None
        return [
            {"name": str(one.address), "lat": float(one.latitude), "lon": float(one.longitude), "radius": _radius(one)}
            for one in found[:_MOST]
        ]

    @contextmanager
    def _answers(self) -> Iterator[sqlite3.Connection]:
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._cache)) as connection:
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS answers"
                    " (service TEXT, question TEXT, answer TEXT, PRIMARY KEY (service, question))"
                )
                yield connection
        except (OSError, sqlite3.Error) as fault:
            raise OnlineError(f"answers cannot be kept in {self._cache}: {fault}") from None


def _radius(found: Any) -> float:
    """Half the diagonal of an answer's bounding box (south, north, west, east), in km."""
    from timeline_app.geo.distance import distance_km  # noqa: PLC0415 - with geopy's import above it costs nothing

    box = found.raw.get("boundingbox") if isinstance(found.raw, dict) else None
    try:
        south, north, west, east = map(float, box)  # type: ignore[arg-type] # None raises as it should
    except (TypeError, ValueError):
        return RADIUS_KM
    return max(0.1, round(distance_km(south, west, north, east) / 2, 1))


def _candidate(service: str, question: str, number: int, answer: Mapping[str, Any], country: str) -> Candidate:
    """An answer as a candidate below anything the gazetteer has: its score falls with its rank."""
    name = question.partition(",")[0]
    place = Place(
        f"{service}-{name.casefold()}-{number}", name, "other", country.upper(), "", answer["lat"], answer["lon"],
        answer["radius"], (answer["name"],), "", f"online: {service}",
    )  # fmt: skip
    return Candidate(place, round(0.4 / (number + 1), 2), (f"answered online by {service}: {answer['name']}",))
