"""Runs the engine as a program of its own: hostile evidence never meets the process that asked."""
from __future__ import annotations

import json
import os
import pathlib
import re
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
_SENTENCE = re.compile(r"(?P<why>.*?)(?: \(byte (?P<at>\d+)\))?", re.DOTALL)


def check(*exhibits: Path, output: Path, indicators: Path | Sequence[Path] = (), password: str | None = None,
          key: Path | None = None, consent: Path | None = None, builtin: bool = True, jobs: int | None = None,
          memory: int | None = None, progress: Callable[[Progress], object] | None = None) -> Case:
    """Takes exhibits in, reads them, detects, and writes a case into `output`, which must be absent or empty.

    `memory` is in megabytes. `progress` is called with what the engine says while it runs, in the thread that called;
    if it raises, the engine is told to stop, writes what it has, and the exception goes on.
    Raises `Refused`, `IntegrityFailure` or `Failed`.
    """
    packs = [indicators] if isinstance(indicators, (str, os.PathLike)) else list(indicators)
    options = _options(output=output, indicators=packs, key=key, consent=consent, jobs=jobs, memory=memory,
                       no_builtin=True if not builtin else None)
    code, said = _run([PROGRAM, "check", "--progress=jsonl", *options], exhibits, password, progress)
    if code in _VERDICTS:
        return open(output)
    if code == _INTEGRITY:
        raise _changed(open(output))
    given = [*exhibits, output, *packs, *(path for path in (key, consent) if path is not None)]
    raise _failure(code, said, [os.fspath(path) for path in given])


def _options(**given: object) -> Iterator[str]:
    """As the command line spells them; what was not given is left out, and a list gives its option once for each."""
    for name, values in given.items():
        option = "--" + name.replace("_", "-")
        for value in values if isinstance(values, list) else [values]:
            if value is True:
                yield option
            elif value is not None:
                yield f"{option}={os.fspath(value) if isinstance(value, os.PathLike) else value}"


def _run(words: list[str], exhibits: Sequence[Path], password: str | None,
         progress: Callable[[Progress], object] | None) -> tuple[int, list[str]]:
    """How the engine ended, and what it said in words."""
    said: list[str] = []
    secret = None if password is None else _pipe_of(password)
    if secret is not None:
        words = [*words, "--password-fd", str(secret)]
    try:
        engine = subprocess.Popen([*words, "--", *(os.fspath(path) for path in exhibits)], stdin=subprocess.DEVNULL,
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


def _changed(case: Case) -> IntegrityFailure:
    """Each changed file is a gap; the first of them is named."""
    why = "the exhibit changed while it was read"
    file = next((gap["path"] for gap in case.gaps if gap["why"] == why), None)
    return IntegrityFailure(why, file, None, case)


def _failure(code: int, said: list[str], named: list[str]) -> Refused | Failed:
    """The engine's sentence is «FILE: why (byte N)», FILE being what it was given or something in it."""
    kind = Refused if code == _USAGE else Failed
    sentence = "\n".join(said).strip().removeprefix("bridle: ")
    if not sentence:
        return kind(f"the engine ended with {code}" if code >= 0 else f"the engine was ended by signal {-code}")
    for path in named:
        inside = re.match(re.escape(path.rstrip("/")) + r"(/.*?)?: ", sentence)
        if inside:
            file, sentence = inside[0].removesuffix(": "), sentence[inside.end():]
            break
    else:
        file = None
    parts = _SENTENCE.fullmatch(sentence)
    assert parts is not None
    return kind(parts["why"], file, int(parts["at"]) if parts["at"] else None)
