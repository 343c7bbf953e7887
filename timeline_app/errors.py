"""The error family, on one screen.

    TimelineError                 everything this project raises on purpose; str() is one clear line
    ├── InputError (ValueError)   a file or a value cannot be taken: says which, where and the likely mistake
    │   ├── UnreadableFile        missing, a folder, empty, binary, too large, broken container
    │   └── InvalidData           the contents do not have the promised shape: missing column, doubled id
    ├── StoreError                the store cannot be opened, or was written by a newer version
    │   ├── StoreChanged          somebody added to the store since it was read: read it again
    │   └── EditConflict          somebody else changed the same thing first; carries both versions
    └── UnsafeEnvironment         a start-up self-test failed: refusing to run is safer than running

A fault of one item inside a good file is no exception: it is a `model.Problem`, counted and shown.
"""


class TimelineError(Exception):
    """Anything timeline_app raises on purpose; its text is one line fit for a user's eyes."""


class InputError(TimelineError, ValueError):
    """Something handed in cannot be taken.

    `source` names the file, `what` is the fault and `likely` the probable mistake, so that the one
    line reads "events.csv: no column 'date' (likely mistake: the header line is missing)".
    """

    def __init__(self, source: str, what: str, likely: str = "") -> None:
        self.source = source
        self.what = what
        self.likely = likely
        super().__init__(f"{source}: {what}" + (f" (likely mistake: {likely})" if likely else ""))


class UnreadableFile(InputError):
    """The file is missing, a folder, empty, binary, too large or broken."""


class InvalidData(InputError):
    """The file can be read, but its contents do not have the promised shape."""


class StoreError(TimelineError):
    """The store cannot be opened or written."""


class StoreChanged(StoreError):
    """What was to be added was merged with a state of the store that is no longer the newest."""


class EditConflict(StoreError):
    """An edit was based on a version that is no longer the newest; nothing was overwritten."""

    def __init__(self, what: str, mine: object, theirs: object) -> None:
        self.mine = mine
        self.theirs = theirs
        super().__init__(f"{what} was changed by someone else meanwhile; both versions are kept for you to compare")


class UnsafeEnvironment(TimelineError):
    """A self-test at start failed, so the program refuses to run."""
