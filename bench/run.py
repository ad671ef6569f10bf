#!/usr/bin/env python3
"""Measures bridle beside MVT on the same inputs, in turn, in one run, and prints one table.

    bench/run.py --bridle build/release/bridle [--runs 5] [--mvt-runs 1] [--only full,small] [--no-mvt]

Figures are those of whole processes: wall time, processor time (user and system of the process and
what it started) and the largest resident size, medians of the runs. Inputs are made once, under
build/bench, by the generators here and by those that lie beside the project in ../shared/bench;
without these, it says so and measures nothing. MVT and androguard come from their packages into
virtual environments of their own and run without the network. Compare ratios, not seconds: machines
differ and are noisy.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("BRIDLE_SHARED", ROOT.parent / "shared"))
WORK = ROOT / "build" / "bench"
PASSWORD = "correct horse"
PEGASUS = SHARED / "indicators/amnesty-investigations/2021-07-18_nso/pegasus.stix2"
CYTROX = SHARED / "indicators/amnesty-investigations/2021-12-16_cytrox/cytrox.stix2"
PLANTED = ["--stix", PEGASUS, "--stix", CYTROX, "--plant", "5", "--tricky"]
INPUTS = {
    "full": ["--scale", "1.0", *PLANTED],
    "full-enc": ["--scale", "1.0", "--encrypt", PASSWORD, *PLANTED],
    "tenth": ["--scale", "0.1", *PLANTED],
    "small": ["--scale", "0.02", *PLANTED],
    "small-enc": ["--scale", "0.02", "--encrypt", PASSWORD, *PLANTED],
    "safari-red": ["--safari-visits", "200000", "--http-redirects", "0.03", "--http-share", "0.1", "--sms", "500",
                   "--whatsapp", "500", "--interactions", "100", "--files", "500", "--filler-mb", "5"],
}
ANDROID = ["--stix", PEGASUS, "--stix", CYTROX, "--plant", "3"]
ANDROID_INPUTS = {  # what the generator makes, and with which options
    "br80.zip": ["bugreport", "--mb", "80", *ANDROID],
    "aqf80.zip": ["androidqf", "--mb", "80", "--files", "150000", "--events", "100000", *ANDROID],
    "il": ["intrusion", "--events", "500000"],
}
WHATSAPP_INPUTS = {  # how many messages, and whether sealed
    "wa-2400k.crypt15": ["--messages", "2400000", "--seal"], "wa-1m.db": ["--messages", "1000000"], "wa-100k.db": ["--messages", "100000"],
}
BACKUP_INPUTS = {"plain.ab": [], "packed.ab": ["--packed"]}
MEDIA_INPUTS = {"media3000": ["--mb", "3000"]}
FLEET_INPUTS = {"fleet": ["--phones", "1400", "--seed", "1"]}
APPS = SHARED / "corpora/android/apks"
APK_INPUTS = {  # the app whose manifest and certificates they have, and those whose code they have too
    "code14.apk": ["app-prod-debug", "hello-world", "com.test.intent_filter", "com.example.android.wearable.wear.weardrawers"],
}
# All that androguard does with an app, without the lines that it would print of it.
ANALYZE = "import sys; from loguru import logger; logger.remove(); from androguard.misc import AnalyzeAPK; AnalyzeAPK(sys.argv[1])"


class Figures:
    """Wall seconds, processor seconds and megabytes of several runs."""

    def __init__(self):
        self.wall, self.cpu, self.rss = [], [], []

    def add(self, wall, cpu, rss):
        self.wall.append(wall), self.cpu.append(cpu), self.rss.append(rss)

    def median(self, what):
        values = getattr(self, what)
        return statistics.median(values) if values else None


def measure(command, env=None, log=None):
    start = time.monotonic()
    with open(log or os.devnull, "ab") as out:
        process = subprocess.Popen([str(c) for c in command], env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def environment(name, package):
    """The programs of a virtual environment that the package is installed in."""
    programs = WORK / name / "bin"
    if not programs.exists():
        print(f"installing {package} from its package …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", WORK / name], check=True)
        subprocess.run([programs / "pip", "install", "-q", package], check=True)
    return programs


def make_input(name):
    target = WORK / "data" / name
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    print(f"making {name} …", file=sys.stderr)
    if name == "images":
        subprocess.run([environment("images", "Pillow") / "python3", ROOT / "bench/make_images.py", target], check=True)
        return target
    python = environment("generator", "cryptography") / "python3"  # it only makes the encrypted inputs in less time
    if name in BACKUP_INPUTS:
        command = [ROOT / "bench/make_adb_backup.py", target, *BACKUP_INPUTS[name]]
    elif name in FLEET_INPUTS:
        command = [SHARED / "exam/make_fleet.py", target, *FLEET_INPUTS[name]]
    elif name in MEDIA_INPUTS:
        command = [ROOT / "bench/make_media.py", target, *MEDIA_INPUTS[name]]
    elif name in WHATSAPP_INPUTS:
        key = [target.with_suffix(".key")] if "--seal" in WHATSAPP_INPUTS[name] else []
        command = [ROOT / "bench/make_msgstore.py", target, *WHATSAPP_INPUTS[name], *key]
    elif name in APK_INPUTS:
        command = [ROOT / "bench/make_apk.py", target, *(APPS / f"{app}.apk" for app in APK_INPUTS[name])]
    elif name in ANDROID_INPUTS:
        what, *options = ANDROID_INPUTS[name]
        command = [SHARED / "bench/gen_android.py", what, target, *options]
    else:
        command = [SHARED / "bench/gen_ios_backup.py", target, *INPUTS[name]]
    subprocess.run([python, *command], check=True, stdout=subprocess.DEVNULL)
    return target


def core_packs():
    return sorted((SHARED / "exam/packs").glob("*.stix2"))


def synthetic_pack(count):
    """A pack of `count` indicators, as many of each type as of any other."""
    path = WORK / f"synthetic-{count}.stix2"
    if path.exists():
        return path
    forms = ("domain-name:value = 'host{0}.synthetic{0}.example'", "url:value = 'https://synthetic.example/path/{0}'",
             "process:name = 'synthetic{0}d'", "email-addr:value = 'person{0}@synthetic.example'", "file:name = 'synthetic{0}.bin'",
             "file:path = '/private/var/tmp/synthetic{0}'", "file:hashes.sha256 = '{0:064x}'", "app:id = 'example.synthetic{0}'",
             "ipv4-addr:value = '198.18.{1}.{2}'", "configuration-profile:id = '{0:032x}'")
    objects = [{"type": "indicator", "id": f"indicator--00000000-0000-4000-8000-{n:012x}", "spec_version": "2.1", "pattern_type": "stix",
                "valid_from": "2020-01-01T00:00:00Z", "pattern": "[" + forms[n % 10].format(n, n // 256 % 256, n % 256) + "]"} for n in range(count)]
    path.write_text(json.dumps({"type": "bundle", "id": "bundle--00000000-0000-4000-8000-000000000000", "objects": objects}))
    return path


class Tools:
    def __init__(self, options):
        self.options, self.bridle = options, pathlib.Path(options.bridle).resolve()
        self.mvt = None if options.no_mvt else environment("mvt", "mvt")

    def check(self, backup, packs, password=None, runs=None):
        figures, out = Figures(), WORK / "case"
        env = dict(os.environ, **({"BRIDLE_PASSWORD": password} if password else {}))
        command = [self.bridle, "check", backup, "-o", out, "--progress", "none", *(x for p in packs for x in ("-i", p))]
        for n in range(1 + (runs or self.options.runs)):  # the first run warms the page cache and is not counted
            shutil.rmtree(out, ignore_errors=True)
            run = measure(command, env, WORK / "bridle.log")
            if n:
                figures.add(*run)
        return figures

    def start_up(self):
        figures = Figures()
        for _ in range(20):
            figures.add(*measure([self.bridle, "--version"]))
        return figures

    def mvt_run(self, *steps, program="mvt-ios"):
        """The steps one after the other, their times added; their outputs go."""
        figures = Figures()
        if not self.mvt:
            return figures
        env = dict(os.environ, MVT_NETWORK_ACCESS_ALLOWED="false", HOME=str(WORK / "home"), COLUMNS="160")
        (WORK / "home").mkdir(exist_ok=True)
        for _ in range(self.options.mvt_runs):
            for folder in ("mvt-out", "mvt-plain"):
                shutil.rmtree(WORK / folder, ignore_errors=True)
            runs = [measure([self.mvt / program, "--disable-update-check", "--disable-indicator-update-check", *step], env, WORK / "mvt.log") for step in steps]
            figures.add(sum(r[0] for r in runs), sum(r[1] for r in runs), max(r[2] for r in runs))
        return figures

    def androguard(self, app):
        figures = Figures()
        if self.mvt:
            figures.add(*measure([environment("androguard", "androguard==4.1.4") / "python3", "-c", ANALYZE, app], log=WORK / "androguard.log"))
        return figures

    def mvt_check(self, backup, packs, *more):
        return ["check-backup", *(x for p in packs for x in ("-i", p)), *more, "-o", WORK / "mvt-out", backup]


def shown(figures):
    if figures is None or not figures.wall:
        return "–"
    return f"{figures.median('wall'):.2f} s wall, {figures.median('cpu'):.2f} s CPU, {figures.median('rss'):.0f} MB"


def ratio(bridle, mvt):
    return f"{mvt.median('wall') / bridle.median('wall'):.0f} times faster" if mvt and mvt.wall else "–"


def cpu_ratio(bridle, other):
    return f"{other.median('cpu') / bridle.median('cpu'):.0f} times less CPU time" if other.wall else "–"


def row_against_mvt(t, title, name, goal, packs, steps, password=None):
    backup = make_input(name)
    mvt = t.mvt_run(*steps(backup))
    bridle = t.check(backup, packs, password)
    return [title, shown(mvt), shown(bridle), ratio(bridle, mvt), goal]


def row_full(t):
    packs = core_packs()
    return row_against_mvt(t, "check 60,000 files, 1.2 GB, all core packs", "full", "100 times, under 200 MB", packs, lambda b: [t.mvt_check(b, packs)])


def row_encrypted(t):
    packs = core_packs()
    steps = lambda b: [["decrypt-backup", "-p", PASSWORD, "-d", WORK / "mvt-plain", b], t.mvt_check(WORK / "mvt-plain", packs)]
    return row_against_mvt(t, "decrypt and check the encrypted one", "full-enc", "100 times, nothing on disk", packs, steps, PASSWORD)


def row_redirects(t):
    return row_against_mvt(t, "200,000 visits with 6,000 redirects", "safari-red", "linear, under 0.5 s", [], lambda b: [t.mvt_check(b, [], "-m", "SafariHistory")])


def row_small(t):
    return row_against_mvt(t, "small backup", "small", "under 0.2 s", core_packs(), lambda b: [t.mvt_check(b, core_packs())])


def row_indicators(t):
    backup = make_input("full")
    few, many = (t.check(backup, [synthetic_pack(n)]) for n in (5_000, 50_000))
    factor = many.median("cpu") / few.median("cpu")
    return ["50,000 indicators of every type instead of 5,000", "grows with rows × indicators", shown(many), f"{factor:.2f} of the CPU time", "within 1.2"]


def row_key(t):
    backup = make_input("small-enc")
    mvt = t.mvt_run(["extract-key", "-p", PASSWORD, "-k", WORK / "key", backup])
    plain, locked = t.check(make_input("small"), []), t.check(backup, [], PASSWORD)
    key = locked.median("wall") - plain.median("wall")
    return ["key from password (10 M rounds)", shown(mvt), f"{key:.2f} s wall (encrypted less plain)", "", "within 1.2 of the SHA-NI loop alone"]


def row_start(t):
    mvt = t.mvt_run(["version"])
    return ["start-up (`bridle --version`)", shown(mvt), f"{1000 * t.start_up().median('wall'):.0f} ms", "", "under 20 ms"]


def row_growth(t):
    tenth, full = (t.check(make_input(n), core_packs()) for n in ("tenth", "full"))
    times, memory = full.median("cpu") / tenth.median("cpu"), full.median("rss") / tenth.median("rss")
    return ["growth: 10 times the records", "", f"{times:.1f} times the CPU time, {memory:.2f} of the memory", "", "at most 10 times, the same memory"]


def row_android(t, title, name, verb, packs, goal):
    exhibit = make_input(name)
    mvt = t.mvt_run([verb, *(x for p in packs for x in ("-i", p)), "-o", WORK / "mvt-out", exhibit], program="mvt-android")
    bridle = t.check(exhibit, packs)
    return [title, shown(mvt), shown(bridle), ratio(bridle, mvt), goal]


def row_bugreport(t):
    return row_android(t, "bugreport, 80 MB of text", "br80.zip", "check-bugreport", [], "100 times, under 100 MB")


def row_androidqf(t):
    return row_android(t, "AndroidQF, 150,000 files listed", "aqf80.zip", "check-androidqf", [], "100 times, under 200 MB")


def row_androidqf_packs(t):
    exhibit = make_input("aqf80.zip")
    none, many = t.check(exhibit, []), t.check(exhibit, [synthetic_pack(50_000)])
    factor = many.median("cpu") / none.median("cpu")
    return ["AndroidQF with 50,000 indicators", "", shown(many), f"{factor:.2f} of the CPU time without", "within 1.2"]


def row_intrusion(t):
    return row_android(t, "intrusion log, 500,000 events, all core packs", "il", "check-intrusion-logs", core_packs(), "100 times, under 100 MB")


def row_backup(t, title, name):
    exhibit = make_input(name)
    mvt = t.mvt_run(["check-backup", "--non-interactive", "-o", WORK / "mvt-out", exhibit], program="mvt-android")
    bridle = t.check(exhibit, [])
    return [f"{title} (MVT hashes nothing)", shown(mvt), shown(bridle), cpu_ratio(bridle, mvt), "20 times, under 64 MB"]


def row_adb_backup(t):
    return row_backup(t, "Android backup, 420 MB, 20,000 messages", "plain.ab")


def row_adb_backup_packed(t):
    return row_backup(t, "the same backup, packed", "packed.ab")


def row_apk(t):
    app = make_input("code14.apk")
    androguard, bridle = t.androguard(app), t.check(app, [])
    return ["app with 14 MB of code (beside androguard)", shown(androguard), shown(bridle), cpu_ratio(bridle, androguard), "200 times"]


def of_no_kind(exhibit):
    """The same files under names that tell nothing, beside a text: they are hashed, and nothing else."""
    target = exhibit.with_name(exhibit.name + "-bytes")
    if not target.exists():
        target.mkdir()
        (target / "notes.txt").write_text("words")
        for n, path in enumerate(sorted(p for p in exhibit.rglob("Media/**/*") if p.is_file())):
            os.link(path, target / str(n))
    return target


def row_media(t):
    exhibit = make_input("media3000")
    checked, hashed = t.check(exhibit, []), t.check(of_no_kind(exhibit), [])
    factor = hashed.median("cpu") / checked.median("cpu")
    return ["3 GB of media compared with what WhatsApp recorded", f"hashing alone: {shown(hashed)}", shown(checked),
            f"{100 * factor:.0f} % of the CPU time is hashing", "90 %"]


def row_verify(t):
    """Beside openssl over the same files, as many at once as there are cores."""
    exhibit, case, sums, verified = make_input("media3000"), WORK / "verified", Figures(), Figures()
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run([t.bridle, "check", exhibit, "-o", case], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    all_files = f"find '{exhibit}' -type f -print0 | xargs -0 -n 16 -P {os.cpu_count()} openssl dgst -sha256"
    for _ in range(t.options.runs):
        sums.add(*measure(["sh", "-c", all_files]))
        verified.add(*measure([t.bridle, "verify", case, exhibit]))
    factor = sums.median("wall") / verified.median("wall")
    return ["verify a case and its 3 GB (beside openssl dgst)", shown(sums), shown(verified), f"{100 * factor:.0f} % of its speed",
            "90 % of the SHA-256 limit"]


def row_crypt15(t):
    sealed, peer, bridle = make_input("wa-2400k.crypt15"), Figures(), Figures()
    key, out = sealed.with_suffix(".key"), WORK / "opened"
    if t.mvt:
        peer.add(*measure([environment("wadecrypt", "wa-crypt-tools") / "wadecrypt", key, sealed, WORK / "opened.db"], log=WORK / "wadecrypt.log"))
    for _ in range(t.options.runs):
        shutil.rmtree(out, ignore_errors=True)
        bridle.add(*measure([t.bridle, "decrypt", sealed, "-o", out, "--key", key], log=WORK / "bridle.log"))
    return ["crypt15, 297 MB to 562 MB (beside wadecrypt)", shown(peer), shown(bridle), cpu_ratio(bridle, peer), "under 1.5 s wall, 64 MB"]


def row_messages(t):
    """Messages a second. WhatsApp-Chat-Exporter takes a tenth of them: it holds all in memory."""
    many, few, peer = make_input("wa-1m.db"), make_input("wa-100k.db"), Figures()
    if t.mvt:
        exporter = environment("exporter", "whatsapp-chat-exporter") / "wtsexporter"
        peer.add(*measure([exporter, "-a", "-d", few, "-w", WORK / "no-wa.db", "-m", WORK / "no-media", "-j", WORK / "exported.json", "--no-html",
                           "--no-banner", "-o", WORK / "exported"], log=WORK / "exporter.log"))
    bridle = t.check(many, [])
    rate = lambda figures, rows: f"{rows / figures.median('cpu') / 1000:.0f} k rows a CPU-s" if figures.wall else "–"
    ratio = f"{10 * peer.median('cpu') / bridle.median('cpu'):.0f} times the rows" if peer.wall else "–"
    return ["WhatsApp, 1 M messages (beside WhatsApp-Chat-Exporter, 100 k)", f"{shown(peer)}: {rate(peer, 1e5)}",
            f"{shown(bridle)}: {rate(bridle, 1e6)}", ratio, "100 times, under 150 MB"]


def row_images(t):
    """The peer has no package: it is measured where a program of that name is found."""
    folder, peer = make_input("images"), Figures()
    program = None if t.options.no_mvt else shutil.which("elegantbouncer")
    for n in range(1 + t.options.runs if program else 0):
        run = measure([program, "--scan", folder], log=WORK / "elegantbouncer.log")
        if n:
            peer.add(*run)
    bridle = t.check(folder, [])
    ratio = f"{bridle.median('cpu') / peer.median('cpu'):.1f} of its CPU time" if peer.cpu else "–"
    return ["1,225 pictures, 330 MB (beside elegant-bouncer)", shown(peer), shown(bridle), ratio, "no slower, every file examined"]


def row_fleet(t):
    """Checked one after the other is what there was before: a tenth of the phones says how long that takes."""
    if not (SHARED / "exam/make_fleet.py").exists():
        return ["1,400 phones into a lake", "", "the generator is not here", "", "under 60 s"]
    phones, lake, alone, batch = make_input("fleet") / "phones", WORK / "fleet-lake", Figures(), Figures()
    few = sorted(phones.iterdir())[::10]
    runs = []
    for phone in few:
        shutil.rmtree(WORK / "case", ignore_errors=True)
        runs.append(measure([t.bridle, "check", *sorted(phone.iterdir()), "-o", WORK / "case", "--progress", "none"], log=WORK / "bridle.log"))
    alone.add(*(10 * sum(r[n] for r in runs) for n in (0, 1)), max(r[2] for r in runs))
    for _ in range(min(t.options.runs, 3)):
        shutil.rmtree(lake, ignore_errors=True)
        batch.add(*measure([t.bridle, "check", "--batch", phones, "--lake", lake, "--progress", "none"], log=WORK / "bridle.log"))
    return ["1,400 phones into a lake (beside single checks, without one)", shown(alone), shown(batch), ratio(batch, alone), "under 60 s"]


def make_lake(maker, phones):
    """5,100 records a phone."""
    lake = WORK / f"hunt-lake-{phones}"
    if not lake.exists():
        print(f"making {lake.name} …", file=sys.stderr)
        subprocess.run([maker, lake, str(phones), "5100"], check=True)
    return lake


def row_hunt(t):
    """Beside the peers: bench/hunt_peers.py."""
    maker, pack = t.bridle.parent / "make_lake", WORK / "hunt-pack.csv"
    if not maker.exists():
        return ["50,000 indicators on a lake", "", "make_lake is not built", "", "10 × the records at most 10 × the time"]
    subprocess.run([sys.executable, ROOT / "bench/make_pack.py", "50000", pack], check=True)
    found = []
    for lake in (make_lake(maker, 140), make_lake(maker, 1400)):
        figures = Figures()
        for n in range(1 + t.options.runs):  # the first run warms the page cache
            run = measure([t.bridle, "hunt", lake, "-i", pack], log=WORK / "bridle.log")
            if n:
                figures.add(*run)
        found.append(figures)
    tenth, whole = found
    times = whole.median("wall") / tenth.median("wall")
    return ["50,000 indicators on 7.1 M records (beside a tenth of them)", shown(tenth), shown(whole), f"{times:.1f} × the time", "10 × the records at most 10 × the time"]


ROWS = {"start": row_start, "small": row_small, "key": row_key, "redirects": row_redirects, "indicators": row_indicators,
        "growth": row_growth, "full": row_full, "encrypted": row_encrypted, "bugreport": row_bugreport, "androidqf": row_androidqf,
        "androidqf-packs": row_androidqf_packs, "intrusion": row_intrusion,
        "adb-backup": row_adb_backup, "adb-backup-packed": row_adb_backup_packed, "apk": row_apk,
        "media": row_media, "verify": row_verify, "crypt15": row_crypt15, "messages": row_messages, "images": row_images, "fleet": row_fleet, "hunt": row_hunt}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bridle", default=ROOT / "build/release/bridle")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--mvt-runs", type=int, default=1)
    parser.add_argument("--only", help="rows, separated by commas: " + ", ".join(ROWS))
    parser.add_argument("--no-mvt", action="store_true")
    options = parser.parse_args()
    if not (SHARED / "bench/gen_ios_backup.py").exists():
        print("bench: the generators in ../shared/bench are not here; nothing was measured")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    tools = Tools(options)
    print("| work | MVT | bridle | ratio | goal |\n| --- | --- | --- | --- | --- |", flush=True)
    for name in options.only.split(",") if options.only else ROWS:
        print("| " + " | ".join(ROWS[name](tools)) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
