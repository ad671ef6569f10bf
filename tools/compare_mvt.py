#!/usr/bin/env python3
"""Compares the records of a case with MVT's results for the same backup, module by module.

    compare_mvt.py MVT_FOLDER CSV_FOLDER      the latter from: bridle export CASE --to csv --share full --reveal -o CSV_FOLDER

Each module's rows become tuples of what both know. The table tells how many both have, and how many one has
alone; docs/differences-from-mvt.md says why. Exit 1 if MVT has a row that is not among ours."""
import collections
import csv
import json
import pathlib
import sys

csv.field_size_limit(1 << 30)


def time(text):
    """a time of either side, to the microsecond"""
    return (text or "").replace("T", " ").removesuffix("Z")


def second(text):
    """the same to the second: MVT cuts nanoseconds"""
    return time(text)[:19]


def text(value):
    return "" if value is None else str(value).replace("\\x00", "\0").strip()


def real(value):
    return "" if value in (None, "") else f"{float(value):.6g}"


# module of MVT: (our artefact, columns of MVT, our columns, what makes them comparable)
SIMPLE = {
    "calls": ("calls", "isodate duration number provider", "time seconds handle service", (time, real, text, text)),
    "chrome_history": ("chrome_history", "visit_id url isodate", "row url time", (text, text, time)),
    "chrome_favicon": ("chrome_favicon", "url icon_url isodate", "url icon_url time", (text, text, time)),
    "firefox_history": ("firefox_history", "id url isodate type", "row url time visit_type", (text, text, time, text)),
    "contacts": ("contacts", "value", "account", (text,)),
    "id_status_cache": ("id_status_cache", "package user isodate idstatus", "service user time status", (text, text, time, text)),
    "interaction_c": ("interaction_c", "start_date end_date interactions_creation_date bundle_id account sender_identifier recipient_identifier "
                      "first_incoming_sender_date last_incoming_sender_date",
                      "time end created app account sender recipients sender_first_in sender_last_in",
                      (time, time, time, text, text, text, text, time, time)),
    "os_analytics_ad_daily": ("osanalytics_addaily", "package ts wifi_in wifi_out wwan_in wwan_out",
                              "process time wifi_in wifi_out wwan_in wwan_out", (text, time, real, real, real, real)),
    "safari_history": ("safari_history", "visit_id url isodate redirect_source redirect_destination",
                       "row url time redirect_from redirect_to", (text, text, time, text, text)),
    "safari_browser_state": ("safari_browser_state", "tab_url tab_title last_viewed_timestamp", "url title time", (text, text, time)),
    "tcc": ("tcc", "service client auth_value auth_reason_desc last_modified", "service client answer reason time", (text, text, text, text, time)),
    "sms": ("sms", "ROWID guid text isodate phone_number direction", "row guid text time handle direction", (text, text, text, second, text, text)),
    "sms_attachments": ("sms_attachments", "ROWID filename isodate direction phone_number", "row path created direction handle",
                        (text, text, time, text, text)),
    "webkit_resource_load_statistics": ("webkit_resource_load_statistics", "domain registrable_domain last_seen_isodate",
                                        "file_domain domain time", (text, text, time)),
    "whatsapp": ("whatsapp_messages", "Z_PK ZTEXT isodate ZTOJID", "row text time recipient", (text, text, time, text)),
    "whatsapp_contacts": ("whatsapp_contacts", "row_pk whatsapp_id lid phone_number full_name about_timestamp last_updated",
                          "row whatsapp_id lid phone name about_time updated", (text, text, text, text, text, time, time)),
    "calendar": ("calendar", "id summary description start_date end_date creation_date participant_email unique_identifier",
                 "row summary description start end created organizer_email uid", (text, text, text, time, time, time, text, text)),
    "profile_events": ("profile_events", "profile_id timestamp operation process", "profile time operation process", (text, time, text, text)),
    "manifest": ("manifest", "file_id domain flags created modified status_changed size owner", "file_id domain flags born modified changed bytes owner",
                 (text, text, text, time, time, time, text, text)),
    "applications": ("applications", "softwareVersionBundleId itemName artistName bundleShortVersionString sourceApp isodate icon_sha256",
                     "app name artist version source purchased icon_sha256", (text,) * 5 + (time, text)),
    "shortcuts": ("shortcuts", "shortcut_id shortcut_name isodate modified_date description", "row name created modified description",
                  (text, text, time, time, text)),
    "locationd_clients": ("locationd_clients", "package LocationTimeStopped BundleId BundlePath", "client location app bundle_path", (text, time, text, text)),
    "datausage": ("datausage", "live_id live_proc_id live_isodate proc_name bundle_id wwan_in first_isodate",
                  "row process_id time process app wwan_in first_seen", (text, text, time, text, text, real, time)),
}


def mvt_rows(path):
    """its records, without placeholders for what is missing and rows that are artefacts of their own with us"""
    return [row for row in json.loads(path.read_text())
            if "record_type" not in row and not text(row.get("proc_name")).startswith("MISSING") and row.get("Z_PK", 1)
            and row.get("live_id", 1)]


def tuples(rows, columns, shapes):
    return collections.Counter(tuple(shape(row.get(c)) for shape, c in zip(shapes, columns.split())) for row in rows)


def ours(folder, artefact):
    path = folder / f"ios_{artefact}.csv"
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8") as rows:
        # A quote guards values that a spreadsheet would take for formulas.
        return [{k: v[1:] if v[:1] == "'" and v[1:2] in "=+-@\t\r" else v for k, v in row.items()} for row in csv.DictReader(rows)]


def main():
    mvt, case = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    print(f"{'module':34}{'both':>8}{'MVT':>8}{'ours':>8}   first row of MVT alone")
    worse = False
    for module, (artefact, theirs, mine, shapes) in SIMPLE.items():
        path = mvt / f"{module}.json"
        if not path.exists():
            continue
        a, b = tuples(mvt_rows(path), theirs, shapes), tuples(ours(case, artefact), mine, shapes)
        repeated = sum(a.values()) - len(a)
        alone = [row for row in a if row not in b]
        more = sum(n for row, n in b.items() if row not in a)
        worse |= bool(alone)
        print(f"{module:34}{len(a) - len(alone):8}{len(alone):8}{more:8}   "
              + (str(alone[0])[:110] if alone else f"{repeated} repeated" if repeated else ""))
    sys.exit(worse)


main()
