"""Runs the engine as a program of its own: hostile evidence never meets the process that asked."""
from __future__ import annotations

import json
import os
import pathlib
import signal
import subprocess
from typing import TYPE_CHECKING

from ._case import Case, open
from ._engine import PROGRAM
from ._errors import Failed, IntegrityFailure, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ._result import Progress

    Path = str | os.PathLike[str]

_USAGE, _INTEGRITY = 2, 6
_VERDICTS = (0, 3, 4, 5)


def check(*exhibits: Path, output: Path, indicators: Sequence[Path] = (), password: str | None = None,
          key: Path | None = None, consent: Path | None = None, builtin: bool = True, jobs: int | None = None,
          memory: int | None = None, progress: Callable[[Progress], object] | None = None) -> Case:
    """Takes exhibits in, reads them, detects, and writes a case into `output`, which must be absent or empty.

    `memory` is in megabytes. `progress` is called with what the engine says while it runs, in the thread that called;
    if it raises, the engine is told to stop, writes what it has, and the exception goes on.
    Raises `Refused`, `IntegrityFailure` or `Failed`.
    """
    words = [PROGRAM, "check", "--progress", "jsonl", "--output", os.fspath(output)]
    for pack in indicators:
        words += ["--indicators", os.fspath(pack)]
    for option, value in (("--key", key), ("--consent", consent), ("--jobs", jobs), ("--memory", memory)):
        if value is not None:
            words += [option, os.fspath(value) if isinstance(value, os.PathLike) else str(value)]
    if not builtin:
        words.append("--no-builtin")
    code, said = _run(words, exhibits, password, progress)
    if code in _VERDICTS:
        return open(output)
    raise _failure(code, said, pathlib.Path(output))


def _run(words: list[str], exhibits: Sequence[Path], password: str | None,
         progress: Callable[[Progress], object] | None) -> tuple[int, list[str]]:
    """How the engine ended, and what it said in words."""
    said: list[str] = []
    secret = None if password is None else _pipe_of(password)
    if secret is not None:
        words = [*words, "--password-fd", str(secret)]
    try:
        engine = subprocess.Popen([*words, "--", *map(os.fspath, exhibits)], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                  pass_fds=() if secret is None else (secret,))
    finally:
        if secret is not None:
            os.close(secret)
    with engine:
        try:
            for event in _events(engine, said):
                if progress is not None:
                    progress(event)
        except BaseException:
            engine.send_signal(signal.SIGTERM)
            for _ in _events(engine, said):
                pass
            raise
    return engine.returncode, said


def _pipe_of(password: str) -> int:
    """Never on the command line, where every user of the machine could read it."""
    line = password.encode()
    if b"\n" in line or len(line) >= 4096:
        raise ValueError("a password is one line of less than 4096 bytes")
    end, start = os.pipe()
    os.write(start, line)
    os.close(start)
    return end


def _events(engine: subprocess.Popen[bytes], said: list[str]) -> Iterator[Progress]:
    assert engine.stderr is not None
    for line in engine.stderr:
        text = line.decode(errors="replace").rstrip("\n")
        if text.startswith('{"'):
            yield json.loads(text)
        else:
            said.append(text)


def _failure(code: int, said: list[str], output: pathlib.Path) -> Exception:
    if code == _INTEGRITY:
        case = open(output)
        changed = case.gaps[0] if case.gaps else None
        return IntegrityFailure("an exhibit changed while it was read", changed and changed["path"], None, case)
    why = "\n".join(line.removeprefix("bridle: ") for line in said if line) or f"the engine ended with {code}"
    return Refused(why) if code == _USAGE else Failed(why)
