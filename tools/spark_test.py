#!/usr/bin/env python3
"""Tests bridle on Apache Spark: spark_test.py BRIDLE. The wheel, a stand-alone cluster on loopback, two workers.

The phones are the exhibits of test/exhibit/. What Spark gives must be what the command line gives, to the byte:
from each phone, with a worker killed in the middle, and with an engine that falls, whose phone becomes a gap."""
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import object_store
import spark_cluster

PACK = pathlib.Path("examples/packs/example.stix2").resolve()
RECORDS = "ios_sms"
HUNTED = ("ios_sms", "ios_safari_history", "ios_id_status_cache")


def stand_in(scratch):
    """Installs the wheel with another program in the place of its own. The folder that this is in."""
    program = spark_cluster.install_wheel("dev", scratch) / "bridle/bin/bridle"
    program.rename(program.with_name("bridle-real"))
    shutil.copy("tools/spark_stand_in.sh", program)
    return program.parent


class Fleet:
    """Phones made of the exhibits in the tree, and what the command line says about each."""

    def __init__(self, bridle, scratch):
        import exhibit_test
        self.bridle, self.scratch, self.passwords = bridle, scratch, {}
        self.folder, self.cases = scratch / "phones", scratch / "cases"
        for case in sorted(pathlib.Path("test/exhibit").glob("*/case.json")):
            facts = json.loads(case.read_text())
            made = scratch / "made" / case.parent.name
            made.mkdir(parents=True)
            exhibit = exhibit_test.received(case.parent.resolve(), facts, made)
            self.add(case.parent.name, exhibit, facts.get("given", facts.get("password")))
        self.home = scratch / "home"
        self.home.mkdir()
        for phone in self.names():
            self.check(phone)

    def add(self, name, exhibit, password):
        phone = self.folder / name
        phone.mkdir(parents=True)
        if exhibit.is_dir():
            shutil.copytree(exhibit, phone / exhibit.name)
        else:
            shutil.copy2(exhibit, phone)
        if password:
            self.passwords[f"password.{name}"] = password

    def names(self):
        return sorted(phone.name for phone in self.folder.iterdir())

    def check(self, phone):
        password = self.passwords.get(f"password.{phone}")
        self.run("check", *sorted((self.folder / phone).iterdir()), "-o", self.cases / phone, "-i", PACK,
                 **({"BRIDLE_PASSWORD": password} if password else {}))

    def run(self, *arguments, **more):
        """What it says. Its exit code tells of matches, too, and is not looked at."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("BRIDLE_", "MVT_", "XDG_"))}
        return subprocess.run([self.bridle, *arguments], env=environment | {"HOME": str(self.home)} | more, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def texts(self):
        return {phone: (self.cases / phone / "result.json").read_text() for phone in self.names()}

    def results(self):
        return {phone: json.loads(text) for phone, text in self.texts().items()}


def plain(row):
    """A row as result.json would have it: without what is not there."""
    if isinstance(row, dict):
        return {key: plain(value) for key, value in row.items() if value is not None}
    return [plain(value) for value in row] if isinstance(row, list) else row


class Tests:
    def __init__(self, spark, cluster, fleet, programs):
        self.spark, self.cluster, self.fleet, self.scratch = spark, cluster, fleet, fleet.scratch
        self.held = programs / "held"
        self.lake, self.lake_of_one_machine = self.scratch / "lake", self.scratch / "lake-of-one-machine"
        self.tomorrow = self.scratch / "tomorrow.csv"  # what no check was told
        self.tomorrow.write_text("type,value\ndomain,tram.example\nemail,ines.varga@press.example\n")

    def read(self, table, folder=None, **options):
        options = {"indicators": str(PACK), "groupPhones": 3} | self.fleet.passwords | options
        return self.spark.read.format("bridle").options(table=table, **options).load(str(folder or self.fleet.folder))

    def texts(self, **options):
        return {row["case"]: row["result"] for row in self.read("results", **options).collect()}

    def to_the_byte(self):
        if unlike := differing(self.texts(), self.fleet.texts()):
            yield f"results unlike the command line's: {unlike}"

    def object_store(self):
        with object_store.object_store(self.fleet.folder) as address:
            got = self.texts(folder=address)
        if unlike := differing(got, self.fleet.texts()):
            yield f"results out of an object store unlike those of a folder: {unlike}"

    def tables(self):
        for table in ("findings", "gaps", "coverage", "exhibits"):
            got = [row.asDict(recursive=True) for row in self.read(table).collect()]
            for phone, result in self.fleet.results().items():
                rows = [plain({k: v for k, v in row.items() if k != "case"}) for row in got if row["case"] == phone]
                if rows != result[table]:
                    yield f"{table} of {phone}: {rows[:1]} instead of {result[table][:1]}"

    def records(self):
        import pyarrow.parquet
        got = self.read(RECORDS).toArrow()
        gaps = got.filter(got["gap"].is_valid())
        want_gaps = {phone for phone, result in self.fleet.results().items() for surface in result["coverage"]
                     if surface["surface"] == RECORDS and surface["state"] in ("partly", "failed", "encrypted", "unsupported")}
        if not want_gaps <= set(gaps["case"].to_pylist()):
            yield f"{RECORDS} could not be read whole in {want_gaps}, and the frame says it of {gaps['case'].to_pylist()}"
        whole = got.filter(got["gap"].is_null()).drop(["artefact", "gap"]).to_pylist()
        for phone in self.fleet.names():
            file = self.fleet.cases / phone / f"records/{RECORDS}.parquet"
            want = pyarrow.parquet.read_table(file).to_pylist() if file.exists() else []
            rows = [{k: v for k, v in row.items() if k != "case"} for row in whole if row["case"] == phone]
            if rows != want:
                yield f"{len(rows)} records of {phone}, first {rows[:1]}, instead of {len(want)}, {want[:1]}"

    def lake_filled(self):
        import bridle.spark
        for wanted in ("added", "there already"):
            rows = bridle.spark.add_to_lake(self.spark, str(self.fleet.folder), str(self.lake), indicators=str(PACK), groupPhones=3,
                                            **self.fleet.passwords)
            if [(row["case"], row["state"]) for row in rows] != [(name, wanted) for name in self.fleet.names()]:
                yield f"not all {wanted}: {rows}"
        self.fleet.run("lake", "add", self.lake_of_one_machine, *sorted(self.fleet.cases.iterdir()))
        ours, theirs = (self.fleet.run("lake", "list", lake) for lake in (self.lake, self.lake_of_one_machine))
        if ours != theirs:
            yield f"the lake holds {ours}, and that of one machine {theirs}"

    def lake_hunted(self):
        for pack in (PACK, self.tomorrow):
            ours, theirs = (self.fleet.run("hunt", lake, "-i", pack, "--format", "json") for lake in (self.lake, self.lake_of_one_machine))
            if ours != theirs or not json.loads(ours)["findings"]:
                yield f"a hunt for {pack.name} finds {ours}, and in the lake of one machine {theirs}"

    def frame_hunted(self):
        """A frame gives what a lake gives, but for ids."""
        import bridle.spark
        from pyspark.sql import DataFrame
        frames = [self.read(table, indicators="") for table in HUNTED]
        frame = functools.reduce(functools.partial(DataFrame.unionByName, allowMissingColumns=True), frames)
        packs = [str(PACK), str(self.tomorrow)]
        got = bridle.spark.hunt(frame, packs).where("gap is null").collect()
        lake = json.loads(self.fleet.run("hunt", self.lake, "-i", packs[0], "-i", packs[1], "--format", "json"))
        want = [(one["name"], one["finding"]) for one in lake["findings"]
                if one["finding"]["artefact"] in HUNTED and "indicator" in one["finding"]]
        sign = lambda phone, finding: json.dumps([phone, {k: v for k, v in finding.items() if k not in ("id", "with", "case")}], sort_keys=True)
        found = sorted(sign(row["case"], plain(row.asDict(recursive=True))) for row in got)
        want = sorted(sign(*each) for each in want)
        if not want or found != want:
            yield f"a hunt over a frame finds {found[:2]}, and over a lake {want[:2]}"

    def worker_killed(self):
        """While it checks one phone, and the other worker is done with all others. That phone's task runs again."""
        got, hold = {}, self.held / "hold"
        self.held.mkdir()
        hold.touch()
        job = threading.Thread(target=lambda: got.update(self.texts(groupPhones=1)))
        job.start()
        engine, done = self.until_one_is_held(job)
        if not job.is_alive():
            yield "the job was over before a worker could be killed"
            return
        self.cluster.kill_worker_of(engine)
        hold.unlink()
        job.join()
        tries = (self.held / "tries").read_text().split()
        if done != len(got) - 1 or len(tries) != 2:
            yield f"of {len(got)} tasks {done} were done when a worker was killed, and the last was begun {len(tries)} times"
        if unlike := differing(got, self.fleet.texts()):
            yield f"a worker was killed, and results differ: {unlike}"

    def until_one_is_held(self, job):
        """The process that is held, and how many tasks are done, when all others are."""
        status, tries = self.spark.sparkContext.statusTracker(), self.held / "tries"
        while job.is_alive():
            for info in map(status.getStageInfo, status.getActiveStageIds()):
                if info and info.numCompletedTasks == info.numTasks - 1 and tries.exists() and (engine := tries.read_text()):
                    return int(engine), info.numCompletedTasks
            time.sleep(0.05)
        return None, 0

    def engine_fallen(self):
        hostile = self.scratch / "hostile"
        for name in ("ends_the_engine", "ends_the_worker", "example"):
            shutil.copytree(self.fleet.folder / "example", hostile / name)
        with open(hostile / "ends_the_worker/exhibit/filler.bin", "wb") as filler:
            filler.truncate(1_000_000_000)  # so that it takes a moment
        rows = {row["case"]: row for row in self.read("results", hostile).collect()}
        if rows["example"]["result"] != self.fleet.texts()["example"]:
            yield "an engine fell, and another phone's result is not what it was"
        if rows["ends_the_engine"]["result"] is not None or "SIGKILL" not in rows["ends_the_engine"]["gap"]:
            yield f"the engine fell, and the row is {rows['ends_the_engine']}"
        worker = json.loads(rows["ends_the_worker"]["result"] or "{}")
        if not any("ended the worker" in gap["why"] for gap in worker.get("gaps", [])) or worker["complete"]:
            yield f"the engine's worker fell, and nothing says so: {worker.get('verdict')} {worker.get('gaps')}"
        shutil.rmtree(hostile / "ends_the_worker")
        for table in ("gaps", "findings", RECORDS):
            gaps = self.read(table, hostile).where("gap is not null and case = 'ends_the_engine'").collect()
            if len(gaps) != 1 or "SIGKILL" not in gaps[0]["gap"]:
                yield f"the engine fell, and {table} has {gaps}"

    def overhead(self):
        """Of a task: files beside the phones' folders start no engine."""
        folder = self.scratch / "loose"
        folder.mkdir()
        for n in range(60):
            (folder / f"loose-{n}").write_text("not in a folder")
        for size in (1, 60):
            frame = self.read("gaps", folder, groupPhones=size)
            if frame.rdd.getNumPartitions() != 60 // size:
                yield f"{size} phones in a task, and {frame.rdd.getNumPartitions()} tasks for 60"
            began = time.monotonic()
            rows = frame.collect()
            took = time.monotonic() - began
            print(f"{60 // size} tasks that check nothing: {took:.2f} s")
            if len(rows) != 60 or not all(row["gap"] for row in rows):
                yield f"files beside the phones' folders: {rows[:2]}"


def differing(got, want):
    return sorted(phone for phone in got.keys() | want.keys() if got.get(phone) != want.get(phone))


def problems(bridle, scratch):
    began = time.monotonic()
    programs = stand_in(scratch)
    fleet = Fleet(bridle, scratch)
    with spark_cluster.cluster(2) as cluster:
        print(f"set-up: {time.monotonic() - began:.1f} s", flush=True)
        spark = cluster.session()
        try:
            tests = Tests(spark, cluster, fleet, programs)
            for test in (tests.to_the_byte, tests.object_store, tests.tables, tests.records, tests.lake_filled, tests.lake_hunted,
                         tests.frame_hunted, tests.engine_fallen, tests.overhead, tests.worker_killed):
                began = time.monotonic()
                yield from test()
                print(f"{test.__name__}: {time.monotonic() - began:.1f} s", flush=True)
        finally:
            spark.stop()


def main():
    spark_cluster.skip_if_missing()
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        for problem in problems(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(scratch)):
            print(problem, flush=True)
            bad += 1
    sys.exit(bad > 0)


main()
