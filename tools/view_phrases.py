#!/usr/bin/env python3
"""Fails if the phrases of the local page disagree between languages, are missing, are not used, or say what no verdict may."""
import json
import pathlib
import re
import sys

BANNED = {
    "en": r"\b(clean|safe|infected|infection)\b",
    "fr": r"\b(propres?|sûre?s?|sains?|infectée?s?|infection)\b",
    "es": r"\b(limpi[oa]s?|segur[oa]s?|infectad[oa]s?|infección)\b",
    "ar": r"(نظيف|آمن|سليم|مصاب|عدوى)",
}
# Keys that are put together out of what a result says.
MADE = re.compile(r"^(nav|verdict|state|level|class|decision|by|share)\.")


def main():
    folder = pathlib.Path("web/phrases")
    phrases = {language: json.loads((folder / f"{language}.json").read_text()) for language in BANNED}
    code = "".join(path.read_text() for path in sorted(pathlib.Path("web").glob("*.js")))
    used = set(re.findall(r"\"([a-z0-9_.-]+)\"", code))
    found = []
    for language, words in phrases.items():
        found += [f"{language}: {key}: not in both" for key in words.keys() ^ phrases["en"].keys()]
        for key, text in words.items():
            if re.search(BANNED[language], text, re.IGNORECASE):
                found.append(f"{language}: {key}: a word that no output may use: {text}")
            if not text.strip():
                found.append(f"{language}: {key}: empty")
            if sorted(re.findall(r"\{\w+\}", text)) != sorted(re.findall(r"\{\w+\}", phrases["en"].get(key, ""))):
                found.append(f"{language}: {key}: other places to fill in than in English")
    same = [key for key in phrases["en"] if key not in ("nav.sql", "head.sha256") and phrases["ar"][key] == phrases["en"][key]]
    found += [f"ar: {key}: untranslated" for key in same]
    found += [f"{key}: nothing uses it" for key in phrases["en"] if key not in used and not MADE.match(key)]
    found += [f"{key}: no such phrase" for key in re.findall(r"\bt\(\"([^\"]+)\"", code) if key not in phrases["en"]]
    print(*found, sep="\n")
    sys.exit(len(found) > 0)


main()
