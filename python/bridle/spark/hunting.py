"""Tries indicators on records that Spark holds, wherever they have been since they were read."""
import json
import pathlib
from collections.abc import Iterator, Sequence

import pyarrow
import pyarrow.compute
import pyarrow.parquet
from pyspark.sql import DataFrame
from pyspark.sql.types import StructType

from bridle.spark import engine, tables
from bridle.spark.exhibits import scratch_folder
from bridle.spark.source import packs

# The columns of a file of records, which the engine reads back: src/sink/records.h.
BASE = {"exhibit": pyarrow.utf8(), "file_path": pyarrow.utf8(), "file_domain": pyarrow.utf8(), "file_sha256": pyarrow.utf8(),
        "row": pyarrow.uint64(), "recovered": pyarrow.utf8()}
TYPES = {"number": pyarrow.int64(), "real": pyarrow.float64(), "time": pyarrow.timestamp("us", "UTC")}


def hunt(frame: DataFrame, indicators: str | Sequence[str], builtin: bool = True) -> DataFrame:
    """What the indicators say about each record of `frame`, which has the columns of a table of records.

    Records of several artefacts may stand in one frame (unionByName). Columns that were dropped are not looked at.
    The findings are those that a check gives for a record by itself: without ids and without the weight that
    findings lend each other. A row of the frame with `gap` stays one here."""
    if odd := sorted({"case", "artefact", "exhibit", "row", "gap"} - set(frame.columns)):
        raise ValueError(f"not a frame of records: it has no {', '.join(odd)}")
    asked = packs(indicators if isinstance(indicators, str) else ":".join(indicators))
    findings = StructType.fromDDL(tables.RESULTS["findings"])
    fields = {artefact["id"]: artefact["fields"] for artefact in engine.artefacts()}
    hunter = Hunter(engine.Settings(indicators=asked, builtin=builtin), fields, findings)
    return frame.mapInArrow(hunter.hunt, findings)


class Hunter:
    """What goes to the tasks. Each writes its records into one file for each artefact, and asks the engine once for each."""

    def __init__(self, settings: engine.Settings, fields: dict[str, list[dict]], findings: StructType):
        self.settings, self.fields, self.findings = settings, fields, findings

    def hunt(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        wanted = tables.arrow_schema(self.findings)
        with scratch_folder() as scratch:
            written: dict[str, Written] = {}
            for batch in batches:
                for row in unread(batch):
                    yield pyarrow.RecordBatch.from_pylist([row], schema=wanted)
                self.write(batch, scratch, written)
            for file in written.values():
                rows = list(self.found(file, scratch))
                yield pyarrow.RecordBatch.from_pylist(rows, schema=wanted)

    def write(self, batch: pyarrow.RecordBatch, scratch: pathlib.Path, written: dict[str, "Written"]):
        whole = batch.filter(pyarrow.compute.is_null(batch["gap"]))
        for artefact in whole["artefact"].unique().to_pylist():
            if artefact not in self.fields:
                raise ValueError(f"the frame has records of {artefact!r}, which this version of bridle does not know")
            if artefact not in written:
                written[artefact] = Written(scratch / f"{artefact}.parquet", artefact, self.fields[artefact])
            written[artefact].append(whole.filter(pyarrow.compute.equal(whole["artefact"], artefact)))

    def found(self, file: "Written", scratch: pathlib.Path) -> Iterator[dict]:
        file.close()
        with open(scratch / "found", "w+b") as out:
            arguments = [*self.settings.packs(), str(file.path)]
            code, said = engine.run(["match", *arguments], scratch, stdout=out)
            if code != 0:
                yield {"artefact": file.artefact, "gap": engine.ended(code, said)}
                return
            out.seek(0)
            for line in out:
                number, _, finding = line.partition(b"\t")
                yield tables.signed(json.loads(finding)) | {"id": None, "case": file.case_of(int(number))}


def unread(batch: pyarrow.RecordBatch) -> Iterator[dict]:
    gaps = batch.filter(pyarrow.compute.is_valid(batch["gap"]))
    yield from gaps.select(["case", "artefact", "exhibit", "gap"]).to_pylist()


class Written:
    """Records of one artefact as the engine reads them back, and whose they are."""

    def __init__(self, path: pathlib.Path, artefact: str, fields: list[dict]):
        described = [pyarrow.field(field["name"], TYPES.get(field["kind"], pyarrow.utf8()),
                                   metadata={"kind": field["kind"], "doc": field["doc"]}) for field in fields]
        base = [pyarrow.field(name, kind) for name, kind in BASE.items()]
        self.schema = pyarrow.schema([*base, *described], metadata={"artefact": artefact})
        self.path, self.artefact, self.cases = path, artefact, []
        self.out = pyarrow.parquet.ParquetWriter(path, self.schema)

    def append(self, batch: pyarrow.RecordBatch):
        self.cases.append(batch["case"].dictionary_encode())
        columns = [batch[field.name].cast(field.type, safe=False) if field.name in batch.schema.names
                   else pyarrow.nulls(batch.num_rows, field.type) for field in self.schema]
        self.out.write_batch(pyarrow.RecordBatch.from_arrays(columns, schema=self.schema))

    def close(self):
        self.out.close()
        self.cases = pyarrow.chunked_array(self.cases).unify_dictionaries()

    def case_of(self, number: int) -> str:
        return self.cases[number].as_py()
