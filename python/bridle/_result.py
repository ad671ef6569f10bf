"""The parts of result.json, for those who check types: at run time they are plain dictionaries.
docs/result.schema.json says what each holds; a test compares both."""
from typing import Literal, NotRequired, TypedDict

Verdict = Literal["match", "lead", "inconclusive", "no_match", "invalid"]


class Exhibit(TypedDict):
    id: str
    kind: str
    sha256: str
    device: dict[str, str]


class Coverage(TypedDict):
    exhibit: str
    surface: str
    state: Literal["read", "partly", "failed", "encrypted", "absent", "unsupported"]
    records: int
    gaps: int
    why: str


class Gap(TypedDict):
    exhibit: str
    path: str
    artefact: str
    at: int
    why: str


class Indicator(TypedDict):
    pack: str
    id: str
    type: str


class Locator(TypedDict):
    path: str
    row: int
    sha256: str
    domain: NotRequired[str]
    table: NotRequired[str]
    recovered: NotRequired[str]


class Time(TypedDict):
    field: str
    utc: str


# Two of its keys are words of Python's own, which a class cannot have.
Finding = TypedDict("Finding", {
    "id": str,
    "class": Literal["targeted", "delivered", "executed", "posture", "context"],
    "level": Literal["match", "lead"],
    "rule": str,
    "campaign": NotRequired[str],
    "indicator": NotRequired[Indicator],
    "exhibit": str,
    "artefact": str,
    "locator": Locator,
    "field": NotRequired[str],
    "value": str,
    "times": list[Time],
    "why": str,
    "benign": list[str],
    "confirm": str,
    "with": list[str],
})


class Skipped(TypedDict):
    id: str
    why: str


class Pack(TypedDict):
    name: str
    sha256: str
    indicators: int
    skipped: list[Skipped]


class Engine(TypedDict):
    name: str
    version: str


class Result(TypedDict):
    schema: str
    engine: Engine
    verdict: Verdict
    complete: bool
    exhibits: list[Exhibit]
    packs: list[Pack]
    coverage: list[Coverage]
    findings: list[Finding]
    gaps: list[Gap]


# What a check says while it runs. `phase` tells which of the others are there.
Progress = TypedDict("Progress", {
    "phase": Literal["intake", "artefact", "finding", "notice"],
    "done": NotRequired[int],
    "total": NotRequired[int],
    "eta": NotRequired[float],
    "artefact": NotRequired[str],
    "class": NotRequired[str],
    "level": NotRequired[str],
    "rule": NotRequired[str],
    "text": NotRequired[str],
})
