"""Runs the benches named on the command line, all of them without names, and prints one table."""

import os
import sys

import classify
import cluster
import defi
import endpoints
import growth
import heavy
import killed_changes
import kills
import kmeans
import load
import memory
import postgres
import recommend
import recompute
import soak
import soak_load
import start
import swaps
from tools import machine, table

BENCHES = {
    "recompute": recompute,
    "kmeans": kmeans,
    "classify": classify,
    "defi": defi,
    "recommend": recommend,
    "growth": growth,
    "postgres": postgres,
    "spark": cluster,
    "start": start,
    "memory": memory,
    "soak": soak,
    "kills": kills,
    "killed-changes": killed_changes,
    "swaps": swaps,
    "http": endpoints,
    "load": load,
    "soak-load": soak_load,
    "heavy": heavy,
}


def main(names):
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"found {', '.join(unknown)}; expected some of {', '.join(BENCHES)}")
    rows = []
    before = os.getloadavg()[0]
    for name in names or BENCHES:
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += BENCHES[name].rows()
    print(machine(before))
    print(table(rows))
    return 1 if any(row.missed for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
