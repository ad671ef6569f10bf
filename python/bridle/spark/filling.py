"""Puts the cases of phones into a lake: each task checks its phones and adds them in one step."""
import json
import os
import pathlib
from collections.abc import Callable, Iterator

from pyspark.sql import Row, SparkSession

from bridle.spark import engine
from bridle.spark.engine import Outcome
from bridle.spark.exhibits import Phone


def add_to_lake(spark: SparkSession, exhibits: str, lake: str, **options) -> list[Row]:
    """Checks the phones of `exhibits` that `lake`, a folder that every machine sees, does not hold yet.

    What became of each: `state` is added, there already, or failed with the reason in `gap`. Whatever ends it
    half-way, the lake holds whole cases; called again, it goes on. The options are those of format("bridle")."""
    asked = {name: str(value).lower() if isinstance(value, bool) else value for name, value in options.items()}
    frame = spark.read.format("bridle").options(table="lake", lake=os.path.abspath(lake), **asked).load(exhibits)
    return sorted(frame.collect(), key=lambda row: row["case"])


def added(lake: str, phones: list[Phone], check: Callable[[Phone], Outcome], scratch: pathlib.Path) -> Iterator[dict]:
    """What became of each phone. A task that is tried again finds there what it had added, and adds nothing twice."""
    before = held(lake, scratch)
    outcomes = {phone.name: check(phone) for phone in phones if phone.name not in before}
    folders = [str(outcome.case.folder) for outcome in outcomes.values() if outcome.case]
    code, said = engine.run(["lake", "add", lake, *folders], scratch) if folders else (0, "")
    after = held(lake, scratch) if folders else {}
    for phone in phones:
        if phone.name in before:
            yield {"case": phone.name, "state": "there already"}
        else:
            yield {"case": phone.name} | fate(outcomes[phone.name], after.get(phone.name), engine.ended(code, said))


def fate(outcome: Outcome, known_as: str | None, why_not: str) -> dict:
    if not outcome.case:
        return {"state": "failed", "gap": outcome.why}
    about = {"verdict": outcome.case.verdict, "complete": outcome.case.complete}
    # Another task may have added another case of that name meanwhile.
    if known_as == json.loads((outcome.case.folder / "case.json").read_text())["id"]:
        return {"state": "added"} | about
    return {"state": "failed", "gap": f"it was checked, but is not in the lake: {why_not}"} | about


def held(lake: str, scratch: pathlib.Path) -> dict[str, str]:
    """The id of each case in a lake, by name."""
    if not os.path.isdir(lake):
        return {}
    with open(scratch / "held", "w+b") as out:
        code, said = engine.run(["lake", "list", lake], scratch, stdout=out)
        if code != 0:
            raise OSError(f"{lake} cannot be read: {engine.ended(code, said)}")
        out.seek(0)
        return dict(line.split("\t") for line in out.read().decode().splitlines())
