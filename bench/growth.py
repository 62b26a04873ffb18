"""The whole recompute at several sizes: how time and memory grow with users and events."""

import os

from tools import Row, generated, recompute

SIZES = [(5_000, 300_000), (20_000, 1_200_000), (60_000, 3_600_000), (200_000, 12_000_000),
         (1_670_000, 100_000_000)]
# The largest needs 7 GB for its exports and as much for the run: it is for those who ask for it.
MOST = int(os.environ.get("BENCH_GROWTH", "12000000"))


def rows():
    result, first = [], None
    for users, events in (size for size in SIZES if size[1] <= MOST):
        run = recompute(data=generated(users, events), env={"ETREPROF_ADMIN_TOKEN": ""})
        first = first or run.seconds / events
        shown = f"{run.seconds:.1f} s, the most memory {run.peak_mb:.0f} MB"
        result.append(Row(f"recompute, {users:,} users, {events:,} events", shown,
                          f"{run.seconds / events * 1e6:.1f} s a million events, {run.seconds / events / first:.2f} of the first"))
    return result
