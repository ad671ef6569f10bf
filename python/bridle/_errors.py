"""What goes wrong, each with the file and the byte where the engine names them."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._case import Case


class Error(Exception):
    """`why` in words, `file` that it is about and `at`, the byte in it; None where there is none to name."""

    def __init__(self, why: str, file: str | None = None, at: int | None = None) -> None:
        super().__init__(why, file, at)
        self.why, self.file, self.at = why, file, at

    def __str__(self) -> str:
        place = f"{self.file}: " if self.file is not None else ""
        return place + self.why + (f" (byte {self.at})" if self.at is not None else "")


class Refused(Error):
    """What was asked for cannot be done: no such exhibit, an output inside of it, a pack that is none. Nothing was written."""


class Failed(Error):
    """The engine did not end as it should: a full disk, or a fault of its own. What it wrote is no case."""


class Damaged(Error):
    """A file of a case cannot be read."""


class IntegrityFailure(Error):
    """An exhibit changed while it was read. The case that says so is kept, and is `case`."""

    def __init__(self, why: str, file: str | None = None, at: int | None = None, case: Case | None = None) -> None:
        super().__init__(why, file, at)
        self.case = case
