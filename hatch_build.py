"""Puts the bundled browser files into the wheel.

They are built from `frontend/` and not in the repository. A wheel without them could not show its map, so building
one makes them first, or stops with one line that says what is missing. An editable install leaves that to `make setup`.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NEEDED = (
    "map.js",
    "timeline.js",
    "timeline.css",
    "selection.js",
    "popover.js",
    "into_view.js",
    "asking.js",
    "facets.js",
    "facets.css",
    "share.js",
    "share.css",
    "tray.js",
    "tray.css",
    "reader.js",
    "reader.css",
    "LICENSES.txt",
)
"""As in timeline_app/dashboard/components/bundle.py, which cannot be imported before it is installed."""


class BrowserParts(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own configuration class
    """Called by hatchling before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build `vendor/` when something of it is missing and list it for the wheel.

        Args:
            version: "editable" or "standard".
            build_data: hatchling's; `artifacts` names files of the wheel that git ignores.

        Raises:
            RuntimeError: the browser parts are missing and cannot be built here.
        """
        vendor = Path(self.root, "timeline_app", "dashboard", "vendor")
        missing = _missing(vendor)
        if version == "editable":
            if missing:
                self.app.display_warning(f"browser parts not built yet ({missing}); `make setup` does it")
            return
        if missing:
            _build(Path(self.root, "frontend"))
            missing = _missing(vendor)
        if missing:
            raise RuntimeError(f"the browser parts were built, but {missing} is not there; see frontend/build.mjs")
        build_data["artifacts"].append("timeline_app/dashboard/vendor/*")


def _missing(vendor: Path) -> str:
    return ", ".join(name for name in NEEDED if not (vendor / name).is_file())


def _build(frontend: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError(
            "the browser parts are not built and there is no npm to build them: run `make setup`, "
            "or install Node.js 20 or newer"
        )
    for command in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        done = subprocess.run([npm, *command], cwd=frontend, check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode != 0:
            last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
            raise RuntimeError(f"building the browser parts failed at `npm {' '.join(command)}`: {last}")
