"""bridle reads the evidence that a phone's owner hands over, looks for traces of mercenary spyware, and says what it
found, where exactly it stands, and what could not be examined."""
from typing import TYPE_CHECKING

from ._case import Case, open
from ._check import check
from ._errors import Damaged, Error, Failed, IntegrityFailure, Refused
from ._result import Coverage, Exhibit, Finding, Gap, Indicator, Locator, Progress
from ._table import Records

__all__ = [
    "Case", "Coverage", "Damaged", "Error", "Exhibit", "Failed", "Finding", "Gap", "Indicator", "IntegrityFailure",
    "Locator", "Progress", "Records", "Refused", "check", "open",
]

if TYPE_CHECKING:
    __version__: str
else:
    def __getattr__(name):
        """The version when it is asked for: to look it up takes as long as all the rest."""
        if name == "__version__":
            from importlib.metadata import version
            return version("bridle")
        raise AttributeError(f"bridle has no {name}")
