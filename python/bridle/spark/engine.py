"""Runs the engine on the exhibits of one phone, in a process of its own: what breaks there breaks no task of Spark."""
import ctypes
import dataclasses
import json
import os
import pathlib
import signal
import subprocess

import bridle
from bridle._engine import PROGRAM

PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None)


@dataclasses.dataclass(frozen=True)
class Settings:
    """What a check is told. Paths are such as every machine of the cluster sees."""
    indicators: tuple[str, ...] = ()
    builtin: bool = True
    jobs: int = 1
    memory: int | None = None  # megabytes
    passwords: tuple[tuple[str, str], ...] = ()  # name of the phone, or "" for all others; password

    def password(self, name: str) -> str | None:
        known = dict(self.passwords)
        return known.get(name.lower(), known.get(""))

    def packs(self) -> list[str]:
        return [word for pack in self.indicators for word in ("-i", pack)] + ([] if self.builtin else ["--no-builtin"])

    def arguments(self) -> list[str]:
        return [*self.packs(), "--jobs", str(self.jobs), *(["--memory", str(self.memory)] if self.memory else [])]


@dataclasses.dataclass(frozen=True)
class Outcome:
    """A case that was written, or why there is none."""
    exit: int | None
    case: bridle.Case | None
    why: str = ""


def artefacts() -> list[dict]:
    """The catalogue: what the engine reads, with the fields of each."""
    return json.loads(subprocess.run([PROGRAM, "artefacts", "--json"], check=True, capture_output=True).stdout)


def environment(home: pathlib.Path, password: str | None) -> dict[str, str]:
    """Nothing that lies on one machine only may change the result: no packs of the user, no variables of its own."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("BRIDLE_", "MVT_", "XDG_"))}
    return ours | {"HOME": str(home)} | ({} if password is None else {"BRIDLE_PASSWORD": password})


def dies_with_us():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def run(arguments: list[str], folder: pathlib.Path, password: str | None = None, **channels) -> tuple[int, str]:
    """The exit code (below zero: the signal) and what was said, at most its end. `folder` is for what is passing."""
    with open(folder / "said", "w+b") as said:
        code = subprocess.run([PROGRAM, *arguments], env=environment(folder, password), preexec_fn=dies_with_us,
                              stderr=said, **({"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL} | channels)).returncode
        said.seek(max(0, said.tell() - 2_000))
        return code, said.read().decode(errors="replace").strip()


def check(name: str, exhibits: list[pathlib.Path], settings: Settings, folder: pathlib.Path) -> Outcome:
    """Writes the case of one phone as `folder`/name. A failure is an outcome, not an exception."""
    case = folder / "cases" / name
    case.parent.mkdir(exist_ok=True)
    code, said = run(["check", *map(str, exhibits), "-o", str(case), "--progress", "none", *settings.arguments()],
                     folder, settings.password(name))
    try:
        return Outcome(code, bridle.open(case))
    except (OSError, bridle.Damaged):
        return Outcome(code, None, ended(code, said))


def ended(code: int, said: str) -> str:
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with {code}"
    return f"the engine {how}" + (f": {said}" if said else "")
