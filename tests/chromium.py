"""Find a Chromium for the browser tests; as a program, install one where there is none.

`python -m tests.chromium` is what `make test` runs before the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell", "chrome-headless-shell",
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
)  # fmt: skip
"""Programs by preference: the shell is the same engine without the windows nobody sees, a fifth faster here."""
PACKAGES = ("chromium-headless-shell", "chromium")
"""Of Debian, by preference; Ubuntu has the second only."""


def find_chromium() -> str | None:
    """The path of a Chromium: on PATH, in the usual place of macOS, or Playwright's own; None without one."""
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    mac = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return on_path or (str(mac) if mac.exists() else None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """One Chromium: by apt as root on Debian and Ubuntu, by Playwright elsewhere."""
    if _is_debian_root():
        _run(["apt-get", "update", "-qq"])
        known = [package for package in PACKAGES if _is_offered(package)]
        _run(["apt-get", "install", "-y", "-qq", *(known or PACKAGES)[:1]])
    else:
        _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _is_debian_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _is_offered(package: str) -> bool:
    return subprocess.run(["apt-cache", "show", package], check=False, capture_output=True).returncode == 0


def _run(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def main() -> int:
    """Say which Chromium there is, or install one."""
    found = find_chromium()
    if found is None:
        print("no Chromium found: installing one for the browser tests", file=sys.stderr)
        install()
        found = find_chromium()
    print(f"browser tests use {found}" if found else "no Chromium could be installed", file=sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
