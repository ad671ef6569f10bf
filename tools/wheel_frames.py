"""Run by wheel_test.py in an environment that has the wheel, pyarrow, pandas, polars and mypy: wheel_frames.py FOLDER SITE."""
import pathlib
import subprocess
import sys

import bridle  # before pyarrow, whose library of the same name is another; main() tries the other order

import pandas
import polars
import pyarrow
import pyarrow.parquet

OTHER_ORDER = "import pyarrow, bridle, sys; print(pyarrow.table(bridle.open(sys.argv[1]).records('ios_sms')).num_rows)"
WELL_TYPED = """
import bridle
def sites(case: bridle.Case) -> list[str]:
    return [finding["value"] for finding in case.findings if finding["class"] == "targeted"]
def heard(event: bridle.Progress) -> None:
    print(event["phase"], event.get("done", 0))
try:
    bridle.check("backup", output="case", indicators="pack.stix2", progress=heard)
except bridle.Refused as refused:
    print((refused.file or "") + str((refused.at or 0) + 1))
"""
ILL_TYPED = """
import bridle
bridle.check("backup")  # where to?
bridle.check("backup", output="case", progress=[])
bridle.open("case").findings[0]["colour"]
bridle.open("case").verdict == "harmless"
"""


def same_rows(case):
    """Every record of every artefact, in every form, is what pyarrow itself reads in the file."""
    for artefact in case.artefacts:
        records = case.records(artefact)
        table, wanted = records.arrow(), pyarrow.parquet.read_table(case.folder / "records" / f"{artefact}.parquet")
        assert table.equals(wanted) and table.schema.equals(wanted.schema, check_metadata=True), artefact
        assert pyarrow.schema(records).equals(wanted.schema, check_metadata=True), artefact
        assert pyarrow.Table.from_pandas(records.pandas(), wanted.schema, preserve_index=False).equals(wanted), artefact
        assert records.polars().equals(polars.from_arrow(wanted)), artefact
        assert polars.DataFrame(records).height == len(records) == pandas.DataFrame.from_arrow(records).shape[0], artefact


def without_copying(case):
    """The columns of the frame lie where the reader put them."""
    table = case.records("ios_sms").arrow()
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    for name in table.column_names:
        here, there = (column.chunk(0).buffers()[-1].address for column in (table[name], frame[name].array.__arrow_array__()))
        assert here == there, name


def outlives_its_reader(case):
    """What was taken over stays when all that read it is gone."""
    tables = [case.records("ios_sms").arrow() for _ in range(50)]
    assert all(table.equals(tables[0]) for table in tables)
    reader = pyarrow.RecordBatchReader.from_stream(case.records("ios_sms"))
    batch = reader.read_next_batch()
    del reader
    assert pyarrow.Table.from_batches([batch], tables[0].schema).equals(tables[0].slice(0, batch.num_rows))


def damage_is_told(case, folder):
    """A file that is damaged in its middle does not look like a shorter one."""
    whole = (case.folder / "records/ios_sms.parquet").read_bytes()
    copy = folder / "damaged/records/ios_sms.parquet"
    copy.parent.mkdir(parents=True)
    (copy.parent.parent / "result.json").write_bytes((case.folder / "result.json").read_bytes())
    fell = 0
    for at in range(4, len(whole), max(1, len(whole) // 40)):
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ 0xff]) + whole[at + 1:])
        try:
            assert bridle.open(copy.parent.parent).records("ios_sms").arrow().num_rows == len(case.records("ios_sms"))
        except (bridle.Damaged, pyarrow.ArrowException, OSError):
            fell += 1
    assert fell > 10, fell


def types(folder, site):
    def mypy(*what):
        return subprocess.run([sys.executable, "-m", *what], capture_output=True, text=True, cwd=folder)

    own = mypy("mypy", "--strict", "--python-version", "3.11", "--disable-error-code", "import-untyped",
               "--exclude", "/spark", str(site / "bridle"))  # pyspark is not here
    assert own.returncode == 0, own.stdout + own.stderr
    stub = mypy("mypy.stubtest", "bridle._records")
    assert stub.returncode == 0, stub.stdout + stub.stderr
    (folder / "well.py").write_text(WELL_TYPED)
    (folder / "ill.py").write_text(ILL_TYPED)
    used = mypy("mypy", "--strict", "well.py", "ill.py")
    faults = [line for line in used.stdout.splitlines() if ": error: " in line]
    assert [line.split(":")[0:2] for line in faults] == [["ill.py", str(n)] for n in (3, 4, 5, 6)], used.stdout + used.stderr


def main():
    folder, site = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    case = bridle.check(folder / "backup", output=folder / "frames", indicators="examples/packs")
    same_rows(case)
    without_copying(case)
    outlives_its_reader(case)
    damage_is_told(case, folder)
    other = subprocess.run([sys.executable, "-c", OTHER_ORDER, case.folder], capture_output=True, text=True)
    assert other.stdout == f"{len(case.records('ios_sms'))}\n", other.stdout + other.stderr
    types(folder, site)


main()
