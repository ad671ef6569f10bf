"""bridle reads the evidence that a phone's owner hands over, looks for traces of mercenary spyware, and says what it
found, where exactly it stands, and what could not be examined."""
from importlib.metadata import version as _version

from ._case import Case, open
from ._check import check
from ._errors import Damaged, Error, Failed, IntegrityFailure, Refused
from ._result import Coverage, Exhibit, Finding, Gap, Indicator, Locator, Progress
from ._table import Records

__version__ = _version("bridle")
__all__ = [
    "Case", "Coverage", "Damaged", "Error", "Exhibit", "Failed", "Finding", "Gap", "Indicator", "IntegrityFailure",
    "Locator", "Progress", "Records", "Refused", "check", "open",
]
