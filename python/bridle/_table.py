"""The records of one artefact, for whatever takes Arrow."""
from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, TypeVar

from . import _records
from ._errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas
    import polars
    import pyarrow

T = TypeVar("T")


class Records:
    """Read anew from the case each time that they are asked for: all that Arrow's C interface takes them without copying.

    >>> polars.DataFrame(records); pyarrow.table(records); duckdb.sql("select count(*) from records")
    """

    def __init__(self, file: pathlib.Path) -> None:
        self.file = file

    @property
    def artefact(self) -> str:
        return self.file.stem

    def __repr__(self) -> str:
        return f"<{len(self)} records of {self.artefact}>"

    def __len__(self) -> int:
        return self._read(_records.rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """They come in the types that the file has: whoever wants others converts them, as the interface allows."""
        return self._read(_records.stream)

    def __arrow_c_schema__(self) -> object:
        return self._read(_records.schema)

    def arrow(self) -> pyarrow.Table:
        import pyarrow
        return pyarrow.table(self)

    def pandas(self) -> pandas.DataFrame:
        """Its columns are Arrow's own."""
        import pandas
        return self.arrow().to_pandas(types_mapper=pandas.ArrowDtype)

    def polars(self) -> polars.DataFrame:
        import polars
        return polars.DataFrame(self)

    def _read(self, function: Callable[[pathlib.Path], T]) -> T:
        try:
            return function(self.file)
        except (OSError, ValueError) as error:
            raise Damaged(str(error), str(self.file)) from None
