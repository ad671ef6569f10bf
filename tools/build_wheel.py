#!/usr/bin/env python3
"""Makes the wheel: build_wheel.py PRESET FOLDER. It is also what `pip wheel` calls (PEP 517), with the release preset.

Nothing is fetched: CMake says what belongs in it (cmake/Python.cmake), and a wheel is a zip file with a list of its
files. The same tree gives the same bytes."""
import base64
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile

TREE = pathlib.Path(__file__).resolve().parent.parent
WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
LIBC, LIBSTDCXX = re.compile(rb"\bGLIBC_2\.(\d+)\b"), re.compile(rb"\bGLIBCXX_3\.4\.(\d+)\b")
LIBC_OF_LIBSTDCXX = {29: 34, 30: 35}  # systems with the one have at least the other; older ones make no difference


def version():
    return re.search(r"project\(bridle VERSION ([0-9.]+)", (TREE / "CMakeLists.txt").read_text())[1]


def shared_objects(stage):
    return [path for path in sorted(stage.rglob("*")) if path.is_file() and path.open("rb").read(4) == b"\x7fELF"]


def newest(pattern, files):
    return max(int(number) for path in files for number in pattern.findall(path.read_bytes()))


def tag(stage):
    """The oldest system that has each symbol that anything in the wheel asks it for."""
    files = shared_objects(stage)
    cxx = newest(LIBSTDCXX, files)
    minor = max(newest(LIBC, files), LIBC_OF_LIBSTDCXX[cxx] if cxx >= 29 else 0)
    return f"cp311-abi3-manylinux_2_{minor}_{os.uname().machine}"


def keep_names_asked_for(libraries):
    """CMake brings each library under the name that is asked for, a link, and under its own: a zip file would have both."""
    for link in [path for path in libraries.iterdir() if path.is_symlink()]:
        link.resolve().replace(link)


def metadata(project):
    lines = ["Metadata-Version: 2.3", f"Name: {project['name']}", f"Version: {version()}",
             f"Summary: {project['description']}", f"Requires-Python: {project['requires-python']}",
             "Description-Content-Type: text/markdown"]
    for extra, packages in project["optional-dependencies"].items():
        lines += [f"Provides-Extra: {extra}", *(f"Requires-Dist: {name}; extra == '{extra}'" for name in packages)]
    return "\n".join(lines) + "\n\n" + (TREE / project["readme"]).read_text()


def give_own_names(stage, names=("libarrow", "libparquet")):
    """A process that has loaded pyarrow's libraries would take them for ours of the same name, whoever built them."""
    files = shared_objects(stage)
    for path in [path for path in files if path.name.partition(".")[0] in names]:
        own = path.with_name(f"libbridle_{path.name[3:]}")
        subprocess.run(["patchelf", "--set-soname", own.name, path], check=True)
        for user in files:
            subprocess.run(["patchelf", "--replace-needed", path.name, own.name, user], check=True)
        path.rename(own)
        files[files.index(path)] = own


def licences(stage, into):
    """Of bridle, and of each library that travels along, as the package that it came from states it."""
    into.mkdir(parents=True)
    shutil.copy(TREE / "LICENSE", into / "LICENSE")
    for library in (stage / "bridle/lib").iterdir():
        found = subprocess.run(["dpkg-query", "--search", f"*/{library.name}"], capture_output=True, text=True).stdout
        package = found.partition(":")[0]
        if package:
            shutil.copy(f"/usr/share/doc/{package}/copyright", into / f"{package}.txt")
    for text in TREE.glob(".deps/python/lib/python3*/site-packages/pyarrow-*.dist-info/licenses/*.txt"):
        shutil.copy(text, into / f"arrow-{text.name}")


def describe(stage, project):
    about = stage / f"{project['name']}-{version()}.dist-info"
    licences(stage, about / "licenses")
    (about / "METADATA").write_text(metadata(project))
    (about / "WHEEL").write_text(f"Wheel-Version: 1.0\nGenerator: bridle\nRoot-Is-Purelib: false\nTag: {tag(stage)}\n")
    scripts = "".join(f"{name} = {place}\n" for name, place in project["scripts"].items())
    (about / "entry_points.txt").write_text("[console_scripts]\n" + scripts)
    return about


def pack(stage, about, wheel):
    record = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        def add(name, content, mode):
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o100000 | mode) << 16
            out.writestr(entry, content)

        for path in sorted(p for p in stage.rglob("*") if p.is_file()):
            name, content = path.relative_to(stage).as_posix(), path.read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(content)}\n")
            add(name, content, 0o755 if os.access(path, os.X_OK) else 0o644)
        name = f"{about.name}/RECORD"
        add(name, "".join(record) + f"{name},,\n", 0o644)


def make(preset, folder):
    project = tomllib.loads((TREE / "pyproject.toml").read_text())["project"]
    subprocess.run([TREE / "tools/build.sh", preset, "bridle", "records_module"], check=True)
    with tempfile.TemporaryDirectory() as scratch:
        stage = pathlib.Path(scratch)
        subprocess.run(["cmake", "--install", TREE / "build" / preset, "--component", "wheel", "--strip", "--prefix", stage],
                       check=True, stdout=subprocess.DEVNULL)
        keep_names_asked_for(stage / "bridle/lib")
        give_own_names(stage)
        about = describe(stage, project)
        wheel = pathlib.Path(folder) / f"{project['name']}-{version()}-{tag(stage)}.whl"
        pack(stage, about, wheel)
    return wheel.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return make((config_settings or {}).get("preset", "release"), wheel_directory)


class UnsupportedOperation(Exception):
    pass


def build_sdist(sdist_directory, config_settings=None):
    raise UnsupportedOperation("the source is the git tree")


if __name__ == "__main__":
    pathlib.Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    print(make(*sys.argv[1:3]))
