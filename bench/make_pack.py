#!/usr/bin/env python3
"""Makes a pack of indicators as a CSV file: make_pack.py COUNT FILE. The same count gives the same bytes.

Half are domains; the rest are hashes, e-mail addresses, addresses of hosts and links. No record of an invented phone has them, but
for the last: lake-bench.example, whose servers one phone in a hundred of bench/make_lake visited."""
import random
import sys

SEED = 5
FORMS = (  # how many of ten, type, value
    (5, "domain", lambda r: f"x{r.randrange(10**9)}.site{r.randrange(10**6)}.example"),
    (2, "sha256", lambda r: f"{r.getrandbits(256):064x}"),
    (1, "email", lambda r: f"person{r.randrange(10**9)}@mail{r.randrange(10**6)}.example"),
    (1, "ip", lambda r: f"198.{18 + r.randrange(2)}.{r.randrange(256)}.{r.randrange(256)}"),
    (1, "url", lambda r: f"https://u{r.randrange(10**9)}.links.example/p{r.randrange(10**6)}"))


def rows(count):
    chance = random.Random(SEED)
    of_ten = [(kind, value) for share, kind, value in FORMS for _ in range(share)]
    for n in range(count - 1):
        kind, value = of_ten[n % 10]
        yield kind, value(chance)
    yield "domain", "lake-bench.example"


def main():
    with open(sys.argv[2], "w") as out:
        out.write("type,value\n" + "".join(f"{kind},{value}\n" for kind, value in rows(int(sys.argv[1]))))


if __name__ == "__main__":
    main()
