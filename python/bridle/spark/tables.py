"""The tables that a check can be read as: the records of an artefact, or a part of its result."""
import difflib
import pathlib
from collections.abc import Iterator

import bridle
import pyarrow
import pyarrow.parquet
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

from bridle.spark import engine
from bridle.spark.engine import Outcome

# `case` names the phone. A phone that could not be checked stands in each table, as a row with `gap`.
RESULTS = {
    "results": "case string, exit int, verdict string, complete boolean, result string, gap string",
    "exhibits": "case string, id string, kind string, sha256 string, device struct<model:string,os:string>, gap string",
    "coverage": "case string, exhibit string, surface string, state string, records bigint, gaps bigint, why string, "
                "gap string",
    "findings": "case string, id string, class string, level string, rule string, campaign string, "
                "indicator struct<pack:string,id:string,type:string>, exhibit string, artefact string, "
                "locator struct<path:string,domain:string,sha256:string,table:string,recovered:string,row:bigint>, "
                "field string, value string, times array<struct<field:string,utc:string>>, why string, "
                "benign array<string>, confirm string, with array<string>, gap string",
    "lake": "case string, state string, verdict string, complete boolean, gap string",  # written by the option of that name
    "gaps": "case string, exhibit string, path string, artefact string, at bigint, why string, gap string",
}
RECORD = ("case string, artefact string, exhibit string, file_path string, file_domain string, file_sha256 string, "
          "row bigint, recovered string")
TYPES = {"number": "bigint", "real": "double", "time": "timestamp"}  # all other kinds are text
UNREAD = {"partly", "failed", "encrypted", "unsupported"}


def schema(table: str) -> str:
    """The columns of a table, as Spark writes them."""
    if table in RESULTS:
        return RESULTS[table]
    fields = {artefact["id"]: artefact["fields"] for artefact in engine.artefacts()}
    if table not in fields:
        near = difflib.get_close_matches(table, [*RESULTS, *fields])
        raise ValueError(f"there is no table {table!r}: {', '.join(RESULTS)}, or the id of an artefact"
                         + (f"; did you mean {' or '.join(near)}?" if near else " (see `bridle artefacts`)"))
    named = [f"`{field['name']}` {TYPES.get(field['kind'], 'string')}" for field in fields[table]]
    return ", ".join([RECORD, *named, "gap string"])


def batches(table: str, name: str, outcome: Outcome, columns: StructType) -> Iterator[pyarrow.RecordBatch]:
    """One phone's part of a table."""
    wanted = arrow_schema(columns)
    if table not in RESULTS and outcome.case:
        yield from records(outcome.case.folder / "records" / f"{table}.parquet", {"case": name, "artefact": table, "gap": None}, wanted)
    rows = [{"case": name} | row for row in rows_of(table, outcome)]
    if rows:
        yield pyarrow.RecordBatch.from_pylist(rows, schema=wanted)


def arrow_schema(columns: StructType) -> pyarrow.Schema:
    """As Spark wants it, to the letter."""
    return to_arrow_schema(columns, timezone="UTC")


def rows_of(table: str, outcome: Outcome) -> Iterator[dict]:
    if not outcome.case:
        yield {"exit": outcome.exit, "artefact": None if table in RESULTS else table, "gap": outcome.why}
        return
    case = outcome.case
    if table == "results":
        yield {"exit": outcome.exit, "verdict": case.verdict, "complete": case.complete,
               "result": (case.folder / "result.json").read_text()}
    elif table in RESULTS:
        yield from map(signed, case.result[table])
    else:
        yield from unread(table, case)


def unread(artefact: str, case: bridle.Case) -> Iterator[dict]:
    """What of an artefact could not be read. Each gap, or the reason for the surface where none tells it."""
    told = set()
    for gap in case.gaps:
        if gap.get("artefact") == artefact:
            told.add(gap["exhibit"])
            yield {"artefact": artefact, "exhibit": gap["exhibit"], "file_path": gap["path"], "gap": gap["why"]}
    for surface in case.coverage:
        if surface["surface"] == artefact and surface["state"] in UNREAD and surface["exhibit"] not in told:
            yield {"artefact": artefact, "exhibit": surface["exhibit"], "gap": f"{surface['state']}: {surface['why']}"}


def signed(value):
    """JSON's whole numbers up to 2^64 as Spark's 64 bits, which have a sign: the row of a table may be below zero."""
    if isinstance(value, dict):
        return {key: signed(inner) for key, inner in value.items()}
    return value - 2**64 if isinstance(value, int) and value >= 2**63 else value


def records(file: pathlib.Path, same: dict, wanted: pyarrow.Schema) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a file of records; `same` are the columns that it does not have."""
    if not file.exists():
        return
    with pyarrow.parquet.ParquetFile(file) as parquet:
        for batch in parquet.iter_batches():
            columns = [pyarrow.repeat(pyarrow.scalar(same[field.name], field.type), batch.num_rows) if field.name in same
                       # safe=False: the row, 64 bits without a sign
                       else batch.column(field.name).cast(field.type, safe=False) for field in wanted]
            yield pyarrow.RecordBatch.from_arrays(columns, schema=wanted)
