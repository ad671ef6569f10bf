#!/usr/bin/env python3
"""Makes packs/warning/*.txt out of checkouts of MISP/misp-warninglists and SpyGuard/SpyGuard.

usage: warning_lists.py MISP_WARNINGLISTS SPYGUARD   (sources and licences: packs/SOURCES.md)
"""
import json, pathlib, sys

misp, spyguard = map(pathlib.Path, sys.argv[1:3])
out = pathlib.Path(__file__).parent.parent / "packs" / "warning"


def listed(name):
    values = json.loads((misp / "lists" / name / "list.json").read_text())["list"]
    return {v.lower().strip(".") for v in values}


def write(name, values):
    (out / name).write_text("".join(v + "\n" for v in sorted(values, key=str.encode)))


iocs = json.loads((spyguard / "assets" / "iocs.json").read_text())["iocs"]
free_dns = {i["value"].lower() for i in iocs if i["type"] == "freedns"}
top = listed("tranco10k")
widely_known = top | listed("cloudflare-top10k")
lots = json.loads((misp / "lists/lots-project/list.json").read_text())["list"]
zones = {v.strip(".") for v in lots if v.startswith(".")}

write("popular.txt", {d for d in top if "." in d and d.isascii()})
write("shared.txt", zones | free_dns | (listed("dynamic-dns") & widely_known) |
      {"firebaseio.com", "appspot.com", "onelink.me"})
write("shorteners.txt", {d for d in listed("url-shortener") if "/" not in d})
write("tlds.txt", {d.encode("idna").decode() for d in listed("tlds")})
write("networks.txt", {v for n in ("cloudflare", "fastly", "rfc1918", "rfc6598") for v in listed(n)})
