#!/usr/bin/env python3
"""Writes the table of error rates that the court exhibit prints: error_rates.py TRUTH RESULTS.

TRUTH is the truth.json of a detection exam, RESULTS a folder with the result.json of each of its cases, named after the
case (`bridle check … -o out; mv out/result.json RESULTS/<id>.json`). bench/exam_rules.csv says for which rule a case
of behaviour was planted; a case with no rule there is one that no rule looks for, and counts in the total alone. Cases of
published values belong to the one entry `indicator`. A rule's recall is in how many of its cases it gave a finding, its
false alarms are on how many of the ordinary exhibits it did."""
import csv
import json
import math
import pathlib
import sys

TABLE = pathlib.Path("src/sink/error_rate_table.cc")


def binomial_tail(k, n, p):
    """The chance of k or more of n."""
    return sum(math.comb(n, i) * p**i * (1 - p)**(n - i) for i in range(k, n + 1))


def solve(f):
    low, high = 0.0, 1.0
    for _ in range(60):
        mid = (low + high) / 2
        low, high = (mid, high) if f(mid) else (low, mid)
    return low


def clopper_pearson(k, n):
    """The two-sided 95 % interval, in percent."""
    low = 0.0 if k == 0 else solve(lambda p: binomial_tail(k, n, p) < 0.025)
    high = 1.0 if k == n else solve(lambda p: 1 - binomial_tail(k + 1, n, p) > 0.025)
    return 100 * low, 100 * high


def rule_of(finding):
    return "indicator" if finding["rule"].startswith("indicator.") else finding["rule"]


def measured(k, n):
    low, high = clopper_pearson(k, n) if n else (0, 0)
    return f'{{{k}, {n}, "{low:.1f}", "{high:.1f}"}}'


def main():
    truth = json.loads(pathlib.Path(sys.argv[1]).read_text())
    results = pathlib.Path(sys.argv[2])
    written_for = {}
    for row in csv.DictReader(open("bench/exam_rules.csv")):
        written_for.setdefault(row["case"], set()).update({row["rule"]} - {""})
    rules = sorted(p.stem for p in pathlib.Path("src/detect/rule").glob("*.cc") if not p.stem.endswith("_test")) + ["indicator"]
    found, planted, alarms = dict.fromkeys(rules, 0), dict.fromkeys(rules, 0), dict.fromkeys(rules, 0)
    ordinary = matches = attacks = seen = 0
    for case in truth["cases"]:
        findings = json.loads((results / f'{case["id"]}.json').read_text())["findings"]
        gave = {rule_of(f) for f in findings}
        if case["group"] == "benign":
            ordinary += 1
            matches += any(f["level"] == "match" for f in findings)
            for rule in gave:
                alarms[rule] += 1
        elif case["group"] == "case":
            attacks += 1
            seen += bool(findings)
            mine = written_for.get(case["case"], set()) | ({"indicator"} if "ioc" in case["match_kind"] else set())
            for rule in mine:
                planted[rule] += 1
                found[rule] += rule in gave
    lines = [f'    {{"{rule}", {measured(found[rule], planted[rule])}, {measured(alarms[rule], ordinary)}}},'
             for rule in sorted(rules)]
    TABLE.write_text(
        "// Written by tools/error_rates.py; do not edit.\n#include \"sink/error_rates.h\"\n\nnamespace bridle {\nnamespace {\n\n"
        "// clang-format off\nconstexpr ErrorRate kRates[] = {\n" + "\n".join(lines) + "\n};\n// clang-format on\n\n}  // namespace\n\n"
        f"constinit const Exam kExam = {{\n    .attacks = {measured(seen, attacks)},\n    .match_alarms = {measured(matches, ordinary)},\n"
        "    .rules = kRates,\n};\n\n}  // namespace bridle\n")


if __name__ == "__main__":
    main()
