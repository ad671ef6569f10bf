#!/usr/bin/env python3
"""Makes one app to measure with, out of several: one app's manifest, resources and certificates, the code of all.

    bench/make_apk.py OUT.apk BASE.apk [MORE.apk …]

The code is what takes time, and no app that may be shared has much of it. The signature no longer fits the
code, which costs no less to find out.
"""
import pathlib
import sys
import zipfile


def is_code(name):
    return name.startswith("classes") and name.endswith(".dex")


def main():
    out, base, *more = map(pathlib.Path, sys.argv[1:])
    code = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for path in (base, *more):
            with zipfile.ZipFile(path) as app:
                code += [app.read(name) for name in app.namelist() if is_code(name)]
                if path == base:
                    for member in app.infolist():
                        if not is_code(member.filename):
                            made.writestr(member, app.read(member))
        for number, dex in enumerate(code, 1):
            made.writestr(zipfile.ZipInfo(f"classes{number if number > 1 else ''}.dex", (2024, 6, 1, 10, 0, 0)), dex, zipfile.ZIP_DEFLATED)


main()
