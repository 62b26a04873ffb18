"""Learning what to recommend from 10 million events, and one user's list of ten out of every content."""

from statistics import median

from tools import CLASSPATH, REPETITIONS, THREADS, Row, java, seconds

USERS, CONTENTS, EVENTS = 200_000, 3_000, 10_000_000
HEAP = "-Xmx700m"


def rows():
    runs = [run() for _ in range(REPETITIONS)]
    fit, middle, slowest, memory = ([one[i] for one in runs] for i in range(4))
    return [
        Row("recommender, fit", seconds(fit), f"{EVENTS:,} events", median(fit), 25, "s"),
        Row("  the most memory, " + HEAP, "", "", median(memory), 1024, "MB"),
        Row("  one list, median", f"{median(middle):.0f} µs", "", median(middle), 200, "µs"),
        Row("  one list, p99", f"{median(slowest):.0f} µs", "", median(slowest), 1000, "µs"),
    ]


def run():
    sizes = [str(size) for size in (USERS, CONTENTS, EVENTS, THREADS)]
    finished = java(HEAP, "-cp", CLASSPATH, "bench/RecommenderFit.java", *sizes)
    return [*(float(number) for number in finished.output.split()), finished.peak_mb]
