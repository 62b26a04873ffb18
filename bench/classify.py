"""Learning from 5,000 contents, one text of 5 kB on one thread, a batch on two, and what the classifier takes."""

from statistics import median

from tools import CLASSPATH, REPETITIONS, THREADS, Row, java, seconds

FOLDER = "target/bench/classifier"
HEAP = "-Xmx700m"


def rows():
    runs = [run() for _ in range(REPETITIONS)]
    learn, middle, slowest, batch, memory, disk = ([one[i] for one in runs] for i in range(6))
    return [
        Row("classifier, learn", seconds(learn), "5,000 contents", median(learn), 20, "s"),
        Row("  a text of 5 kB, median", f"{median(middle):.2f} ms", "", 1000 * median(middle), 1000, "µs"),
        Row("  a text of 5 kB, p99", f"{median(slowest):.2f} ms", "", 1000 * median(slowest), 3000, "µs"),
        Row("  a batch", seconds(batch), "10,000 texts", median(batch), 10, "s"),
        Row("  in memory", "", "", median(memory), 60, "MB"),
        Row("  on disk", "", "", median(disk), 20, "MB"),
    ]


def run():
    finished = java(HEAP, "-cp", CLASSPATH, "bench/TextClassification.java", str(THREADS), FOLDER)
    return [float(number) for number in finished.output.split()]
