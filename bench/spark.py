#!/usr/bin/env python3
"""Measures bridle on Apache Spark beside an empty task of Spark and beside one machine: two workers of one core, on loopback.

    bench/spark.py [--phones 100] [--rounds 3] [--fleet FOLDER]

The phones are copies of examples/backup. All rows are run in turn, once to warm up and then in each round; the medians
are printed. `--fleet` is for phones that lie somewhere, as those of ../shared/exam/make_fleet.py: they are checked once
into a lake by Spark and once by `bridle check --batch`, and the two lakes are compared. Compare ratios, not seconds.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from run import ROOT, measure

sys.path.insert(0, str(ROOT / "tools"))
import spark_cluster  # noqa: E402

CORES = 2
BRIDLE = ROOT / "build/release/bridle"
QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def wall(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def make_phones(folder, count):
    import make_backup
    made = folder / "made"
    made.mkdir()
    make_backup.write(ROOT / "examples/backup", made)
    for n in range(count):
        shutil.copytree(made, folder / f"phones/phone-{n:04}/backup")
        (folder / f"loose/phone-{n:04}").parent.mkdir(exist_ok=True)
        (folder / f"loose/phone-{n:04}").write_text("a file beside the phones' folders is a row, and starts no engine")


def register_empty_source(spark, count):
    """What any data source in Python costs: as many tasks of a row each."""
    from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition

    class Empty(DataSourceReader):
        def partitions(self):
            return [InputPartition(n) for n in range(count)]

        def read(self, partition):
            yield (partition.value,)

    class EmptySource(DataSource):
        @classmethod
        def name(cls):
            return "empty"

        def schema(self):
            return "n int"

        def reader(self, schema):
            return Empty()

    spark.dataSource.register(EmptySource)


class Rows:
    """What is measured: how many tasks each makes of the phones, and the work."""

    def __init__(self, spark, folder, count):
        self.spark, self.folder, self.count = spark, folder, count
        register_empty_source(spark, count)
        self.all = {
            "empty Python tasks": (count, self.empty),
            "empty tasks of a data source in Python": (count, self.empty_source),
            "tasks of bridle that check nothing": (count, lambda: self.read("loose", 1)),
            "the same in one task": (1, lambda: self.read("loose", count)),
            "one phone a task": (count, lambda: self.read("phones", 1)),
            "50 phones a task": (-(-count // 50), lambda: self.read("phones", 50)),
            "`bridle check --batch`": (0, self.batch),
            "`bridle check`, one after the other": (0, self.singly),
        }

    def empty(self):
        got = self.spark.sparkContext.parallelize(range(self.count), self.count).map(lambda n: n).collect()
        assert got == list(range(self.count))

    def empty_source(self):
        assert self.spark.read.format("empty").load().count() == self.count

    def read(self, folder, at_once):
        frame = self.spark.read.format("bridle").options(table="results", groupPhones=at_once).load(str(self.folder / folder))
        rows = frame.collect()
        assert len(rows) == self.count and all((row["result"] is None) == (folder == "loose") for row in rows)

    def batch(self):
        lake = self.folder / "lake"
        shutil.rmtree(lake, ignore_errors=True)
        subprocess.run([BRIDLE, "check", "--batch", self.folder / "phones", "--lake", lake, "--jobs", str(CORES)], **QUIET)

    def singly(self):
        for phone in sorted((self.folder / "phones").iterdir()):
            shutil.rmtree(self.folder / "case", ignore_errors=True)
            subprocess.run([BRIDLE, "check", phone / "backup", "-o", self.folder / "case"], **QUIET)


def small_phones(spark, folder, options):
    make_phones(folder, options.phones)
    rows, took = Rows(spark, folder, options.phones), {}
    for n in range(1 + options.rounds):
        for name, (_, work) in rows.all.items():
            seconds = wall(work)
            if n:
                took.setdefault(name, []).append(seconds)
    medians = {name: statistics.median(seconds) for name, seconds in took.items()}
    empty = medians["empty Python tasks"]
    print(f"| {options.phones} phones, {CORES} workers of one core | tasks | s | ms of a core for a phone | beside empty Python tasks |")
    print("| --- | --- | --- | --- | --- |")
    for name, (tasks, _) in rows.all.items():
        each = 1000 * CORES * medians[name] / options.phones
        print(f"| {name} | {tasks or '–'} | {medians[name]:.2f} | {each:.0f} | {medians[name] / empty:.2f} |")


def empty_lake(folder):
    """With a key, so that what two copies of it seal is the same."""
    lake, case = folder / "key", folder / "first"
    subprocess.run([BRIDLE, "check", folder / "made", "-o", case], **QUIET)
    subprocess.run([BRIDLE, "lake", "add", lake, case], check=True, **QUIET)
    subprocess.run([BRIDLE, "lake", "remove", lake, case.name], check=True, **QUIET)
    return lake


def records(lake):
    """The rows of each artefact of a lake, sorted: who wrote them, and in which segments, does not matter."""
    import pyarrow.parquet
    rows = {}
    for file in sorted(lake.glob("segments/*/records/*/**/*.parquet")):
        artefact = next(part for part in file.parts if part.startswith("artefact="))
        read = pyarrow.parquet.ParquetFile(file).read()
        names = sorted(read.schema.names)
        rows.setdefault(artefact, []).extend(map(repr, zip(*(read[name].to_pylist() for name in names))))
    return {artefact: sorted(of_it) for artefact, of_it in rows.items()}


def campaign(lake, folder):
    out = folder / f"campaign-{lake.name}"
    subprocess.run([BRIDLE, "campaign", lake, "-o", out], check=True, **QUIET)
    return (out / "campaign.json").read_bytes()


def fleet(spark, folder, phones):
    import bridle.spark
    lakes = [pathlib.Path(shutil.copytree(empty_lake(folder), folder / name)) for name in ("by-spark", "by-batch")]
    rows = []
    by_spark = wall(lambda: rows.extend(bridle.spark.add_to_lake(spark, str(phones), str(lakes[0]))))
    by_batch, _, _ = measure([BRIDLE, "check", "--batch", phones, "--lake", lakes[1], "--jobs", str(CORES)])
    states = {state: sum(row["state"] == state for row in rows) for state in sorted({row["state"] for row in rows})}
    ours, theirs = map(records, lakes)
    print(f"\n| {len(rows)} phones of {phones.name} into a lake | s |\n| --- | --- |")
    print(f"| Spark, {CORES} workers of one core: {states} | {by_spark:.1f} |")
    print(f"| `bridle check --batch`, {CORES} at once | {by_batch:.1f} |")
    print(f"\n{sum(map(len, ours.values()))} records of {len(ours)} artefacts: {'the same' if ours == theirs else 'NOT the same'} in both.")
    same = campaign(lakes[0], folder) == campaign(lakes[1], folder)
    print(f"campaign.json: {'the same, to the byte' if same else 'NOT the same'}.")
    return ours == theirs and same


def main():
    spark_cluster.skip_if_missing()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--fleet", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        spark_cluster.install_wheel("release", folder)
        with spark_cluster.cluster(CORES) as cluster:
            spark = cluster.session()
            try:
                small_phones(spark, folder, options)
                return 0 if not options.fleet or fleet(spark, folder, options.fleet.resolve()) else 1
            finally:
                spark.stop()


if __name__ == "__main__":
    sys.exit(main())
