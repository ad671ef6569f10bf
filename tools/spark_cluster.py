#!/usr/bin/env python3
"""A stand-alone cluster of Spark on loopback: spark_cluster.py [WORKERS] starts it, says how to use it, and ends it with ^C.

The master takes jobs only from who knows the secret of its configuration, which is for the user who started it."""
import contextlib
import ctypes
import os
import pathlib
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".deps/spark/bin/python"
PATIENCE = 600  # seconds: a machine may have much else to do
# Little of the work is done in Java: what compiles less there starts for half the processor time, 16 s instead of 33.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None)


def spark_home():
    return next((ROOT / ".deps/spark/lib").glob("python3*/site-packages/pyspark"))


def skip_if_missing():
    """What is called first by a script that needs Spark: it goes on with the Python that has it, or ends as skipped."""
    if not PYTHON.exists():
        print("Spark is not here: tools/setup.sh spark")
        sys.exit(77)
    if not shutil.which("java"):
        print("there is no Java to run Spark with")
        sys.exit(77)
    if sys.prefix != str(PYTHON.parent.parent):
        os.execv(PYTHON, [PYTHON, *sys.argv])


def install_wheel(preset, scratch):
    """The wheel as people get it, in a folder that this process and those that it starts look for modules in."""
    import build_wheel
    site = scratch / "site"
    wheel = scratch / build_wheel.make(preset, scratch)
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index", "--no-deps",
                    "--target", site, wheel], check=True)
    os.environ["PYTHONPATH"] = str(site)
    sys.path.insert(0, str(site))
    return site


def ends_with_us():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Cluster:
    def __init__(self, folder):
        self.folder, self.parts = pathlib.Path(folder), {}
        self.environment = os.environ | {
            "SPARK_HOME": str(spark_home()), "SPARK_CONF_DIR": folder, "SPARK_LOCAL_IP": "127.0.0.1", "TMPDIR": folder,
            "SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": JAVA, "SPARK_LAUNCHER_OPTS": JAVA, "PYSPARK_PYTHON": str(PYTHON)}
        with open(self.folder / "spark-defaults.conf", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as out:
            out.write(f"spark.authenticate true\nspark.authenticate.secret {secrets.token_hex(32)}\n"
                      f"spark.driver.extraJavaOptions {JAVA}\nspark.executor.extraJavaOptions {JAVA}\n")

    def start(self, workers):
        self.begin("master", "Master", "--port", "0")
        self.master = self.said("master", r"Starting Spark master at (spark://\S+)")
        names = [f"worker-{n}" for n in range(workers)]
        for name in names:
            self.begin(name, "Worker", "--cores", "1", "--memory", "1g", "--work-dir", str(self.folder / "work"), self.master)
        for name in names:
            self.said(name, r"Successfully registered with master (\S+)")
        with open(self.folder / "spark-defaults.conf", "a") as out:
            out.write(f"spark.master {self.master}\n")

    def session(self):
        """How a program uses it. One for each process."""
        os.environ.update(self.environment)
        from pyspark.sql import SparkSession
        return (SparkSession.builder.master(self.master).config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false").config("spark.executor.memory", "512m")
                .config("spark.log.level", "ERROR").getOrCreate())

    def begin(self, name, part, *arguments):
        command = [spark_home() / "bin/spark-class", f"org.apache.spark.deploy.{part.lower()}.{part}",
                   "--host", "127.0.0.1", "--webui-port", "0", *arguments]
        with open(self.folder / f"{name}.log", "w") as log:
            self.parts[name] = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment, start_new_session=True,
                                                preexec_fn=ends_with_us)

    def said(self, name, pattern):
        """Waits until a part says this of itself in its log."""
        give_up, log = time.monotonic() + PATIENCE, self.folder / f"{name}.log"
        while time.monotonic() < give_up and self.parts[name].poll() is None:
            if said := re.search(pattern, log.read_text(errors="replace")):
                return said[1]
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not start:\n{log.read_text(errors='replace')[-3000:]}")

    def kill_worker_of(self, process):
        """As if the machine of this process had lost power: the worker that it descends from and its executors, at once."""
        parts = {part.pid: part for part in self.parts.values()}
        while process not in parts:
            process = int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])  # its parent
        os.killpg(process, signal.SIGKILL)
        parts[process].wait()

    def stop(self):
        for part in reversed(self.parts.values()):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(part.pid, signal.SIGTERM)
            try:
                part.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(part.pid, signal.SIGKILL)
                part.wait()


@contextlib.contextmanager
def cluster(workers):
    with tempfile.TemporaryDirectory(prefix="spark-", ignore_cleanup_errors=True) as folder:
        running = Cluster(folder)
        try:
            running.start(workers)
            yield running
        finally:
            running.stop()


def main():
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), cluster(int(sys.argv[1]) if len(sys.argv) > 1 else 2) as running:
        print(f"SPARK_CONF_DIR={running.folder} SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON={PYTHON} {PYTHON}", flush=True)
        signal.pause()


if __name__ == "__main__":
    main()
