"""What the maker of fleets planted in invented phones, beside what bridle named."""
import json
import pathlib
import zipfile

MAKER = next((m for p in pathlib.Path(__file__).resolve().parents if (m := p / "shared/exam/make_fleet.py").exists()),
             None)


def contents(phone):
    for file in phone.rglob("*"):
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as inner:
                yield from map(inner.read, inner.namelist())
        elif file.is_file():
            yield file.read_bytes()


class Truth:
    def __init__(self, fleet):
        self.fleet, truth = fleet, json.loads((fleet / "truth.json").read_text())
        self.accounts = {a["number"] for a in truth["attackers"] if a["victims"]}
        self.phones = set(truth["victims"])
        self.call_centres = set(truth["call_centres"])
        self.met_by = {s["host"]: self.phones_with_a_trace(s) for s in truth["servers"]}
        self.servers = {host for host, phones in self.met_by.items() if phones}

    def phones_with_a_trace(self, server):
        """The maker counts phones that met a server although nothing of it is left on them."""
        name = server["host"].encode()
        return {p for p in server["visible_on"] if any(name in one for one in contents(self.fleet / "phones" / p))}


class Compared:
    """All that is named must be planted; what leaves too little behind to be told need not be named."""

    def __init__(self, named, planted, can_be_told=None):
        wanted = planted if can_be_told is None else can_be_told
        self.named, self.planted = named, planted
        self.wrong, self.missed = named - planted, wanted - named
        self.precision = 1 - len(self.wrong) / len(named) if named else 1
        self.recall = 1 - len(self.missed) / len(wanted) if wanted else 1

    def __str__(self):
        return f"{len(self.named)} named, {len(self.planted)} planted, precision {self.precision:.3f}, recall {self.recall:.3f}"


def named_in(campaign):
    result = json.loads(campaign.read_text())
    return {what: {one["id"] for one in result[what]} for what in ("accounts", "servers", "phones", "shared")}
