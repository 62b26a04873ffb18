"""The whole recompute at four sizes: how time and memory grow with users and events."""

from tools import Row, generated, recompute

SIZES = [(5_000, 300_000), (20_000, 1_200_000), (60_000, 3_600_000), (200_000, 12_000_000)]


def rows():
    result, first = [], None
    for users, events in SIZES:
        run = recompute(data=generated(users, events), env={"ETREPROF_ADMIN_TOKEN": ""})
        first = first or run.seconds / events
        shown = f"{run.seconds:.1f} s, the most memory {run.peak_mb:.0f} MB"
        result.append(Row(f"recompute, {users:,} users, {events:,} events", shown,
                          f"{run.seconds / events * 1e6:.1f} s a million events, {run.seconds / events / first:.2f} of the first"))
    return result
