"""The phones beneath a folder or in an object store, in groups that are worth a task each."""
import contextlib
import dataclasses
import fcntl
import os
import pathlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator

import pyarrow.fs


@dataclasses.dataclass(frozen=True)
class Phone:
    """A sub-folder: each entry in it is an exhibit of this phone."""
    name: str
    exhibits: tuple[str, ...]
    bytes: int
    why: str = ""  # it cannot be checked


@dataclasses.dataclass(frozen=True)
class Store:
    """Where the phones' folders lie: a path, or a URI that pyarrow.fs knows (file, s3, gs, abfs, hdfs)."""
    address: str

    def opened(self) -> tuple[pyarrow.fs.FileSystem, str]:
        if "://" not in self.address:
            return pyarrow.fs.LocalFileSystem(), os.path.abspath(self.address)
        files, top = pyarrow.fs.FileSystem.from_uri(re.sub(r"^s3[an]:", "s3:", self.address))  # Hadoop's names for S3
        return files, top.rstrip("/")

    def phones(self) -> list[Phone]:
        """All that lies there, by name. What belongs to no phone is listed too, with the reason."""
        files, top = self.opened()
        entries = files.get_file_info(pyarrow.fs.FileSelector(top, recursive=True))
        exhibits: dict[str, set[str]] = {}
        loose, sizes = set(), {}
        for entry in entries:
            name, *inside = entry.path[len(top):].strip("/").split("/")
            sizes[name] = sizes.get(name, 0) + max(entry.size or 0, 0)
            exhibits.setdefault(name, set()).update(inside[:1])
            if not inside and entry.is_file:
                loose.add(name)
        why = {name: "a file beside the phones' folders: it was not read" for name in loose}
        why |= {name: "an empty folder" for name, inside in exhibits.items() if not inside and name not in loose}
        return [Phone(name, tuple(sorted(inside)), sizes[name], why.get(name, "")) for name, inside in sorted(exhibits.items())]

    @contextlib.contextmanager
    def here(self, phone: Phone, scratch: pathlib.Path) -> Iterator[list[pathlib.Path]]:
        """The exhibits of a phone as files of this machine: where they are, or fetched for as long as it takes."""
        files, top = self.opened()
        if isinstance(files, pyarrow.fs.LocalFileSystem):
            yield [pathlib.Path(top, phone.name, exhibit) for exhibit in phone.exhibits]
            return
        fetched = scratch / "fetched" / phone.name
        try:
            fetched.mkdir(parents=True)
            pyarrow.fs.copy_files(f"{top}/{phone.name}", str(fetched), source_filesystem=files)
            keep_times(files, f"{top}/{phone.name}", fetched)
            yield [fetched / exhibit for exhibit in phone.exhibits]
        finally:
            shutil.rmtree(fetched, ignore_errors=True)


def keep_times(files: pyarrow.fs.FileSystem, top: str, fetched: pathlib.Path):
    """Gives copies the times of what they are copies of: some findings are about times."""
    for entry in files.get_file_info(pyarrow.fs.FileSelector(top, recursive=True)):
        if entry.is_file and entry.mtime_ns is not None:
            os.utime(fetched / entry.path[len(top):].strip("/"), ns=(entry.mtime_ns, entry.mtime_ns))


def grouped(phones: Iterable[Phone], most_bytes: int, most_phones: int) -> list[list[Phone]]:
    """Neighbours together until a group is full; what is bigger than a group stays alone."""
    groups: list[list[Phone]] = []
    held = most_bytes
    for phone in phones:
        if not groups or held + phone.bytes > most_bytes or len(groups[-1]) == most_phones:
            groups.append([])
            held = 0
        groups[-1].append(phone)
        held += phone.bytes
    return groups


@contextlib.contextmanager
def scratch_folder() -> Iterator[pathlib.Path]:
    """A folder that is removed at the end; or, if this process is killed, by the next one that comes along.

    The lock tells which: it falls with its process, whatever ends it."""
    parent = pathlib.Path(tempfile.gettempdir(), f"bridle-spark-{os.getuid()}")
    parent.mkdir(mode=0o700, exist_ok=True)
    if parent.stat().st_uid != os.getuid():
        raise PermissionError(f"{parent} is somebody else's")
    for left in parent.iterdir():
        remove_if_left(left)
    with tempfile.TemporaryDirectory(dir=parent) as folder, open(pathlib.Path(folder, "lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield pathlib.Path(folder)


def remove_if_left(folder: pathlib.Path):
    try:
        with open(folder / "lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        pass  # in use, or gone already
