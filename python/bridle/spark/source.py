"""`spark.read.format("bridle")`: the phones of a folder or an object store, checked on a cluster."""
import contextlib
import os
import pathlib
import shutil
from collections.abc import Iterator

import pyarrow
from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.types import StructType

from bridle.spark import engine, filling, tables
from bridle.spark.engine import Outcome, Settings
from bridle.spark.exhibits import Phone, Store, grouped, scratch_folder

GROUP_BYTES = 64 << 20
GROUP_PHONES = 50
KNOWN = {"path", "table", "indicators", "builtin", "jobs", "memory", "password", "groupbytes", "groupphones",
         "lake"}


class Group(InputPartition):
    """The phones of one task."""

    def __init__(self, phones: list[Phone]):
        super().__init__([phone.name for phone in phones])
        self.phones = phones


class BridleDataSource(DataSource):
    """Options: table, indicators, builtin, jobs, memory, password, password.NAME, groupBytes, groupPhones, lake."""

    @classmethod
    def name(cls) -> str:
        return "bridle"

    def schema(self) -> str:
        return tables.schema(self.options.get("table", "findings"))

    def reader(self, schema: StructType) -> "BridleReader":
        return BridleReader({key.lower(): value for key, value in self.options.items()}, schema)


def settings_of(options: dict[str, str]) -> Settings:
    """Refuses what it does not know: an option that is misspelt would change the result in silence."""
    passwords = {key.removeprefix("password").removeprefix("."): value
                 for key, value in options.items() if key == "password" or key.startswith("password.")}
    if odd := sorted(key for key in options if key not in KNOWN and not key.startswith("password.")):
        raise ValueError(f"bridle has no option {', '.join(odd)}")
    return Settings(packs(options.get("indicators", "")), yes_or_no(options.get("builtin", "true")), int(options.get("jobs", 1)),
                    int(options["memory"]) if "memory" in options else None, tuple(sorted(passwords.items())))


def packs(said: str) -> tuple[str, ...]:
    """Paths with `:` between them, as BRIDLE_INDICATORS has them."""
    paths = tuple(os.path.abspath(path) for path in said.split(":") if path)
    if absent := [path for path in paths if not os.path.exists(path)]:
        raise FileNotFoundError(f"no pack of indicators is at {', '.join(absent)}")
    return paths


def yes_or_no(said: str) -> bool:
    if said.lower() not in ("true", "false"):
        raise ValueError(f"true or false, not {said!r}")
    return said.lower() == "true"


class BridleReader(DataSourceReader):
    def __init__(self, options: dict[str, str], schema: StructType):
        if "path" not in options:
            raise ValueError('say where the phones are: .load("folder or URI")')
        self.store, self.settings = Store(options["path"]), settings_of(options)
        self.table, self.columns = options.get("table", "findings"), schema
        self.lake = options.get("lake")
        if (self.table == "lake") != (self.lake is not None):
            raise ValueError("the table lake goes with the option lake")
        self.most_bytes = int(options.get("groupbytes", GROUP_BYTES))
        self.most_phones = int(options.get("groupphones", GROUP_PHONES))

    def partitions(self) -> list[Group]:
        phones = self.store.phones()
        if not phones:
            raise FileNotFoundError(f"{self.store.address} holds no phone's folder")
        return [Group(phones) for phones in grouped(phones, self.most_bytes, self.most_phones)]

    def read(self, group: Group) -> Iterator[pyarrow.RecordBatch]:
        with scratch_folder() as scratch:
            if self.table == "lake":
                rows = list(filling.added(self.lake, group.phones, lambda phone: self.checked(phone, scratch), scratch))
                yield pyarrow.RecordBatch.from_pylist(rows, schema=tables.arrow_schema(self.columns))
                return
            for phone in group.phones:
                outcome = self.checked(phone, scratch)
                yield from tables.batches(self.table, phone.name, outcome, self.columns)
                forget(outcome)

    def checked(self, phone: Phone, scratch: pathlib.Path) -> Outcome:
        if phone.why:
            return Outcome(None, None, phone.why)
        with contextlib.ExitStack() as fetched:
            try:
                exhibits = fetched.enter_context(self.store.here(phone, scratch))
            except OSError as error:  # as when an object store does not answer
                return Outcome(None, None, f"its exhibits could not be fetched: {error}")
            return engine.check(phone.name, exhibits, self.settings, scratch)


def forget(outcome: Outcome):
    """A task may check hundreds of phones: it holds the case of one at a time."""
    if outcome.case:
        shutil.rmtree(outcome.case.folder)
