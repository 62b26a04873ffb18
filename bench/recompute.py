"""The full recompute, CSV to published, against the time DuckDB needs to parse and count the same events."""

from statistics import median

from tools import CACHE, CACHED_JAR, CLASSPATH, EXPORTS, REPETITIONS, THREADS, Row, java, recompute, seconds

HEAP = "-Xmx1g"
SMALL_HEAP = "-Xmx384m"
SMALL_ENGINE = {"ETREPROF_MEMORY_LIMIT": "200MB"}


def rows():
    typed, counted, full, cached, small = [], [], [], [], []
    for _ in range(REPETITIONS):
        csv = EXPORTS / "interactions.csv"
        count = java("-cp", CLASSPATH, "bench/DuckDbCount.java", csv, str(THREADS)).output.split()
        typed.append(float(count[0]))
        counted.append(float(count[1]))
        full.append(recompute(HEAP))
        cached.append(recompute(HEAP, CACHE, jar=CACHED_JAR).seconds)
        small.append(recompute(SMALL_HEAP, env=SMALL_ENGINE))
    wall = [run.seconds for run in full]
    slow = [run.seconds for run in small]
    setting = f"{SMALL_HEAP}, ETREPROF_MEMORY_LIMIT={SMALL_ENGINE['ETREPROF_MEMORY_LIMIT']}"
    return [
        Row(f"recompute, {HEAP}, wall", seconds(wall), f"DuckDB, typed count: {seconds(typed)}",
            median(wall) / median(typed), 4),
        Row("", "", f"DuckDB, count(*): {seconds(counted)} = {median(wall) / median(counted):.1f} x"),
        peak("  most resident", full, 1536),
        Row("  extracted, with the cache", seconds(cached), f"{median(cached) / median(typed):.1f} x"),
        Row(setting, seconds(slow)),
        peak("  most resident", small, 768),
    ]


def peak(name, runs, limit):
    return Row(name, "", "", max(run.peak_mb for run in runs), limit, "MB")
