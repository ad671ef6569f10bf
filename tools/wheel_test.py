#!/usr/bin/env python3
"""Makes the wheel of a preset, installs it where nothing else is, and has it checked there: wheel_test.py BRIDLE PRESET.

tools/wheel_checks.py runs alone in the new environment, then tools/wheel_frames.py with what tools/setup.sh put into
.deps/frames, which also holds the types against mypy and runs the notebook of docs/. Without these, the second half is
skipped and says so."""
import os
import pathlib
import subprocess
import sys
import tempfile

import make_backup

PIP = [".deps/python/bin/pip", "--disable-pip-version-check"]
SITE = "lib/python3*/site-packages"
FRAMES = pathlib.Path(".deps/frames").resolve()
FROM_THE_SYSTEM = ("libc.", "libm.", "libdl.", "librt.", "libpthread.", "libstdc++.", "libgcc_s.", "ld-linux", "linux-vdso.")


def new_environment(wheel, folder):
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", folder], check=True)
    subprocess.run([*PIP, "--python", folder, "install", "--quiet", "--no-index", "--no-deps", wheel], check=True)
    return next(folder.glob(SITE))


def foreign_libraries(site):
    """What a bare system lacks must lie beside the program and the module, which say where for the libraries, too."""
    for path in (site / "bridle/bin/bridle", site / "bridle/_records.abi3.so"):
        for line in subprocess.run(["ldd", path], capture_output=True, text=True).stdout.splitlines():
            name, _, place = line.strip().partition(" => ")
            if not name.rpartition("/")[2].startswith(FROM_THE_SYSTEM) and str(site) not in place:
                yield f"{path.name} takes {line.strip()}"


def run(python, script, *args, home):
    """Without a word of this environment: no package, no library and no pack of the person who runs the test."""
    done = subprocess.run([python, "-B", pathlib.Path("tools", script).resolve(), *args],
                          env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"} | {
                              name: os.environ[name] for name in ("BRIDLE_RECORD",) if name in os.environ},
                          capture_output=True, text=True, timeout=900)
    return [] if done.returncode == 0 else [f"{script}:\n{done.stdout}{done.stderr}"]


def problems(bridle, preset, scratch):
    subprocess.run([*PIP, "wheel", ".", "--quiet", "--no-index", "--no-deps", "--config-settings", f"preset={preset}",
                    "--wheel-dir", scratch], check=True, stdout=subprocess.DEVNULL)
    site = new_environment(next(scratch.glob("bridle-*-cp311-abi3-manylinux_2_*.whl")), scratch / "environment")
    yield from foreign_libraries(site)
    python = scratch / "environment/bin/python"
    for name, password in (("backup", None), ("encrypted", "an example")):
        (scratch / name).mkdir()
        make_backup.write(pathlib.Path("examples/backup"), scratch / name, password)
    yield from run(python, "wheel_checks.py", bridle, scratch, home=scratch)
    if not FRAMES.is_dir():
        print("pandas, polars and mypy are not there (tools/setup.sh python): tried without them")
        return
    (site / "frames.pth").write_text("".join(f"{place}\n" for place in (
        next(FRAMES.glob(SITE)), next(pathlib.Path(".deps/python").resolve().glob(SITE)))))
    yield from run(python, "wheel_frames.py", scratch, site, home=scratch)
    yield from run(python, "notebook_test.py", "docs/python.ipynb", home=scratch)


def main():
    bridle, preset = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(bridle, preset, pathlib.Path(scratch)))
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


main()
