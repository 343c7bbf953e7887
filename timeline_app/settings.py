"""Where things lie on this machine; read by `cli` and `dashboard` only."""

from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The user's data folder for this program; not created here."""
    return Path(platformdirs.user_data_dir("timeline_app", appauthor=False))


def default_store_path() -> Path:
    """The user's own store."""
    return data_folder() / "timeline.sqlite"


def example_store_path() -> Path:
    """The store that holds the seeds, never the user's."""
    return data_folder() / "example.sqlite"


def seeds_folder() -> Path:
    """The seeds: beside the package's data in a wheel, at the top of a checkout."""
    packaged = Path(__file__).parent / "data" / "seeds"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "seeds"


def seed_files() -> list[Path]:
    """What the example is made of: the hand-made list first, then the articles by name."""
    articles = (seeds_folder() / "articles").iterdir()
    return [seeds_folder() / "events.csv", *sorted(path for path in articles if path.suffix == ".txt")]
