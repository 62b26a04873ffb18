"""The full recompute, CSV to published, against the time DuckDB needs to parse and count the same events."""

from statistics import median

from life import Living
from tools import (CACHED, CACHED_JAR, CLASSPATH, EXPORTS, IMAGE, REPETITIONS, THREADS, Row, java, recompute, recomputed,
                   seconds)

HEAP = "-Xmx1g"
SMALL_HEAP = "-Xmx384m"
SMALL_ENGINE = {"ETREPROF_MEMORY_LIMIT": "200MB"}
COLLECTOR = "-XX:+UseSerialGC"
"""What Java chooses by itself in an instance of less than 2 GB."""


def rows():
    typed, counted, full, cached, small = [], [], [], [], []
    for _ in range(REPETITIONS):
        csv = EXPORTS / "interactions.csv"
        count = java("-cp", CLASSPATH, "bench/DuckDbCount.java", csv, str(THREADS)).output.split()
        typed.append(float(count[0]))
        counted.append(float(count[1]))
        full.append(recompute(HEAP))
        cached.append(recompute(HEAP, COLLECTOR, *IMAGE, jar=CACHED_JAR).seconds)
        small.append(recompute(SMALL_HEAP, env=SMALL_ENGINE))
    first, *later = in_service()
    wall = [run.seconds for run in full]
    slow = [run.seconds for run in small]
    setting = f"{SMALL_HEAP}, ETREPROF_MEMORY_LIMIT={SMALL_ENGINE['ETREPROF_MEMORY_LIMIT']}"
    return [
        Row(f"recompute, {HEAP}, wall", seconds(wall), f"DuckDB, typed count: {seconds(typed)}",
            median(wall) / median(typed), 4),
        Row("", "", f"DuckDB, count(*): {seconds(counted)} = {median(wall) / median(counted):.1f} x"),
        peak("  most resident", full, 1536),
        Row("  as in the image", seconds(cached), f"{median(cached) / median(typed):.1f} x"),
        Row("  in a running service, from the second on", seconds(later),
            f"{median(later) / median(typed):.1f} x; the first: {first:.2f} s"),
        Row(setting, seconds(slow)),
        peak("  most resident", small, 768),
    ]


def in_service():
    """Seconds of one recompute after another, asked for over HTTP."""
    with Living(HEAP, COLLECTOR, *CACHED, env=recomputed()) as service:
        service.ready()
        return [service.recompute()["duration_ms"] / 1000 for _ in range(REPETITIONS + 1)]


def peak(name, runs, limit):
    return Row(name, "", "", max(run.peak_mb for run in runs), limit, "MB")
