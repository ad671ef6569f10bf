#!/usr/bin/env python3
"""Measures `bridle hunt` beside Spark SQL, DuckDB and grep on the records of one lake, in turn, in one run.

    bench/hunt_peers.py LAKE [--bridle build/release/bridle] [--indicators 50000] [--runs 3] [--only bridle,duckdb]

The lake may come from bench/make_lake. The indicators are those of bench/make_pack.py. What is asked of Spark SQL and DuckDB:

    columns of links, hosts, addresses, hashes and texts (texts are in a lake without their words: the links in them)
    each value as it is, each link in it, and the host of each link with the domains above it
    which of these equals an indicator; the host by a simple regular expression

bridle is asked for the same indicators and answers more: hosts and addresses in other spellings, file names, sealed addresses
of e-mail, the findings with all that a result says of them, corroboration and the verdict of each phone. grep looks for
the values anywhere in lines of the same columns as text, one file for each artefact, which is written before and not counted. All files are
read once before. Spark comes from tools/setup.sh spark; DuckDB from its package, into a virtual environment under build/bench.
"""
import argparse
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys

from make_pack import rows as indicators
from run import ROOT, WORK, Figures, environment, measure, shown

DUCKDB = "duckdb==2.0.1"
CORES = os.cpu_count()
KINDS = ("url", "domain", "ip", "hash", "content")
LINK, HOST = r"[a-z]+://[^\s]+", "://([^/:?#@]+)"


class DuckDb:
    name = '"{}"'
    read = "read_parquet({files}, union_by_name=true)"
    values = "unnest({list})"
    one = "[{value}]"
    none = "[]"
    together = "flatten([{lists}])"
    links = f"regexp_extract_all({{value}}, '{LINK}')"
    hosts = f"list_transform({{links}}, lambda l: regexp_extract(l, '{HOST}', 1))"
    above = ("flatten(list_transform(list_transform({hosts}, lambda h: string_split(h, '.')), "
             "lambda p: list_transform(range(1, len(p) + 1), lambda i: array_to_string(p[i:], '.'))))")


class SparkSql:
    name = "`{}`"
    read = "{artefact}"
    values = "explode({list})"
    one = "array({value})"
    none = "array()"
    together = "flatten(array({lists}))"
    links = f"regexp_extract_all({{value}}, r'{LINK}', 0)"
    hosts = f"transform({{links}}, l -> regexp_extract(l, r'{HOST}', 1))"
    above = ("flatten(transform({hosts}, h -> transform(sequence(1, length(h) - length(replace(h, '.')) + 1), "
             "i -> substring_index(h, '.', -i))))")


def question(sql, column, kind):
    """All that may equal an indicator in a value of this kind, as a list."""
    value = sql.name.format(column)
    one, links = sql.one.format(value=value), sql.links.format(value=value)
    if kind in ("ip", "hash"):
        asked = one
    elif kind == "domain":
        asked = sql.above.format(hosts=one)
    else:
        asked = sql.together.format(lists=f"{links}, {sql.above.format(hosts=sql.hosts.format(links=links))}")
    return f"CASE WHEN {value} IS NULL THEN {sql.none} ELSE {asked} END"


def query(sql, asked):
    """One row for each artefact: how many of its records have a value that an indicator equals."""
    parts = []
    record = [sql.name.format(column) for column in ("case", "exhibit", "file_path", "row")]
    for artefact, (files, columns) in asked.items():
        read = sql.read.format(artefact=artefact, files=files)
        lists = ", ".join(question(sql, name, kind) for name, kind in columns.items())
        values = sql.values.format(list=sql.together.format(lists=lists))
        parts.append(f"SELECT '{artefact}' AS artefact, count(*) AS found FROM (SELECT DISTINCT {', '.join(record)} FROM "
                     f"(SELECT {', '.join(record)}, {values} AS v FROM {read}) AS r JOIN indicators ON v = indicators.value) AS d")
    return "\nUNION ALL\n".join(parts)


def live_segments(lake):
    segments = {path.parent.name: json.loads(path.read_text()) for path in sorted(lake.glob("segments/*/segment.json"))}
    replaced = {str(name) for segment in segments.values() for name in segment.get("replaces", [])}
    return [lake / "segments" / name for name in segments if name not in replaced]


def what_is_asked(lake, bridle):
    """Of each artefact that the lake holds: its files, and the fields with their kinds."""
    catalogue = json.loads(subprocess.run([bridle, "artefacts", "--json"], check=True, capture_output=True).stdout)
    asked = {}
    for artefact in catalogue:
        files = [str(file) for segment in live_segments(lake) for file in sorted(segment.glob(f"records/artefact={artefact['id']}/**/*.parquet"))]
        columns = {field["name"]: field["kind"] for field in artefact["fields"] if field["kind"] in KINDS}
        if files and columns:
            asked[artefact["id"]] = (files, columns)
    return asked


def run_duckdb(job):
    import duckdb
    duckdb.execute("CREATE TABLE indicators AS SELECT DISTINCT value FROM read_csv(?)", [job["pack"]])
    return duckdb.sql(job["query"]).fetchall()


def run_spark(job):
    from pyspark.sql import SparkSession
    spark = SparkSession.builder.getOrCreate()
    spark.read.csv(job["pack"], header=True).select("value").distinct().cache().createOrReplaceTempView("indicators")
    for artefact, (files, _) in job["asked"].items():
        spark.read.parquet(*files).createOrReplaceTempView(artefact)
    return [tuple(row) for row in spark.sql(job["query"]).collect()]


def run_csv(job):
    """The columns that are asked for, as grep reads them."""
    import pyarrow.csv
    import pyarrow.parquet
    folder = pathlib.Path(job["folder"])
    for artefact, (files, columns) in job["asked"].items():
        with open(folder / f"{artefact}.csv", "wb") as out:
            for file in files:
                pyarrow.csv.write_csv(pyarrow.parquet.ParquetFile(file).read(columns=list(columns)), out)
    return []


AS = {"duckdb": run_duckdb, "spark": run_spark, "csv": run_csv}


class Peers:
    """Each gives its command; and, out of what it left, how much it found."""

    def __init__(self, lake, options):
        self.lake, self.bridle, self.folder = lake, pathlib.Path(options.bridle).resolve(), WORK / "hunt-peers"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.pack, self.values = self.folder / "pack.csv", self.folder / "values"
        rows = list(indicators(options.indicators))
        with open(self.pack, "w", newline="") as out:
            csv.writer(out).writerows([("type", "value"), *rows])
        self.values.write_text("".join(f"{value}\n" for _, value in rows))
        self.asked = what_is_asked(lake, self.bridle)
        self.found = self.folder / "found.json"

    def job(self, name, sql=None):
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps({"pack": str(self.pack), "asked": self.asked, "folder": str(self.folder), "found": str(self.found),
                                    "query": query(sql, self.asked) if sql else ""}))
        return [pathlib.Path(__file__).resolve(), "--as", name, path]

    def bridle_hunt(self):
        return [self.bridle, "hunt", self.lake, "-i", self.pack, "--no-builtin", "-o", self.found], None

    def duckdb(self):
        return [environment("duckdb", DUCKDB) / "python3", *self.job("duckdb", DuckDb)], None

    def spark(self):
        home = next((ROOT / ".deps/spark/lib").glob("python3*/site-packages/pyspark"))
        python = ROOT / ".deps/spark/bin/python"
        return [home / "bin/spark-submit", "--master", f"local[{CORES}]", "--driver-memory", "4g", "--conf", "spark.ui.enabled=false",
                # The code that Spark makes of a question about many columns is longer than what Java compiles unasked.
                "--conf", f"spark.sql.shuffle.partitions={CORES}", "--driver-java-options", "-XX:-DontCompileHugeMethods",
                *self.job("spark", SparkSql)], os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": str(python)}

    def grep(self):
        subprocess.run([ROOT / ".deps/python/bin/python3", *self.job("csv")], check=True)
        files = " ".join(f"'{self.folder}/{artefact}.csv'" for artefact in self.asked)
        return ["sh", "-c", f"printf '%s\\n' {files} | xargs -P {CORES} -n 1 grep -F -c -f '{self.values}' >'{self.found}'"], os.environ | {"LC_ALL": "C"}

    def how_many(self, name):
        text = self.found.read_text()
        if name == "grep":
            return sum(map(int, text.split()))
        if name == "bridle":
            findings = [(one["name"], one["finding"]) for one in json.loads(text)["findings"]]
            return len({(name, f["exhibit"], f["artefact"], f["locator"]["path"], f["locator"].get("row")) for name, f in findings})
        return sum(count for _, count in json.loads(text))


def measured(peers, name, command, env, runs):
    figures = Figures()
    for _ in range(runs):
        peers.found.unlink(missing_ok=True)
        figures.add(*measure(command, env, peers.folder / f"{name}.log"))
    if not peers.found.exists():
        return f"| {name} | failed: see {peers.folder / name}.log | |"
    return f"| {name} | {shown(figures)} | {peers.how_many(name)} |"


def compare(options):
    lake = pathlib.Path(options.lake).resolve()
    peers = Peers(lake, options)
    for files, _ in peers.asked.values():
        for file in files:
            pathlib.Path(file).read_bytes()
    commands = {"bridle": peers.bridle_hunt, "duckdb": peers.duckdb, "spark": peers.spark, "grep": peers.grep}
    print(f"| {options.indicators} indicators, {CORES} cores | wall, CPU, memory of its biggest process | records found |\n| --- | --- | --- |", flush=True)
    for name in options.only.split(","):
        print(measured(peers, name, *commands[name](), options.runs), flush=True)


def main():
    if sys.argv[1:2] == ["--as"]:
        job = json.loads(pathlib.Path(sys.argv[3]).read_text())
        pathlib.Path(job["found"]).write_text(json.dumps(AS[sys.argv[2]](job)))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lake")
    parser.add_argument("--bridle", default=ROOT / "build/release/bridle")
    parser.add_argument("--indicators", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="bridle,duckdb,spark,grep")
    compare(parser.parse_args())


if __name__ == "__main__":
    main()
