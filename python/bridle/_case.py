"""A case: what a check wrote, read back."""
from __future__ import annotations

import json
import os
import pathlib

from ._errors import Damaged
from ._result import Coverage, Exhibit, Finding, Gap, Result, Verdict
from ._table import Records


class Case:
    """The folder that `check` wrote. `result` is the whole of its result.json."""

    def __init__(self, folder: pathlib.Path, result: Result) -> None:
        self.folder, self.result = folder, result

    def __repr__(self) -> str:
        whole = "" if self.complete else ", incomplete"
        return f"<case {self.folder}: {self.verdict}{whole}, {len(self.findings)} findings, {len(self.gaps)} gaps>"

    @property
    def verdict(self) -> Verdict:
        return self.result["verdict"]

    @property
    def complete(self) -> bool:
        return self.result["complete"]

    @property
    def exhibits(self) -> list[Exhibit]:
        return self.result["exhibits"]

    @property
    def coverage(self) -> list[Coverage]:
        return self.result["coverage"]

    @property
    def findings(self) -> list[Finding]:
        return self.result["findings"]

    @property
    def gaps(self) -> list[Gap]:
        return self.result["gaps"]

    @property
    def artefacts(self) -> list[str]:
        """Those of which there are records, by name."""
        return sorted(file.stem for file in (self.folder / "records").glob("*.parquet"))

    def records(self, artefact: str) -> Records:
        """KeyError if there are none of this artefact."""
        if artefact not in self.artefacts:
            raise KeyError(f"{self.folder} has no records of {artefact}")
        return Records(self.folder / "records" / f"{artefact}.parquet")


def open(case: str | os.PathLike[str]) -> Case:
    """The case in this folder. OSError if it cannot be read, `Damaged` if it is none. What it says is believed:
    `bridle verify` tells whether it is as it was written."""
    folder = pathlib.Path(case)
    file = folder / "result.json"
    content = file.read_bytes()
    try:
        result = json.loads(content)
    except UnicodeDecodeError as error:
        raise Damaged("the text is not UTF-8", str(file), error.start) from None
    except json.JSONDecodeError as error:
        raise Damaged("the text is not JSON", str(file), len(error.doc[:error.pos].encode())) from None
    if not isinstance(result, dict) or result.get("schema") != "bridle-result/1":
        raise Damaged("not a result of this version's form", str(file))
    return Case(folder, result)
