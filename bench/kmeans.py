"""The search for the segments against scikit-learn's KMeans, both on the counts of the bench's model."""

import subprocess
from statistics import median

from tools import CLASSPATH, REPETITIONS, THREADS, Row, java, seconds, users_csv

DEBIANS_PYTHON = "/usr/bin/python3"


def rows():
    table = users_csv()
    ours, theirs = [], []
    for _ in range(REPETITIONS):
        ours.append(figures(java("-cp", CLASSPATH, "bench/KMeansSearch.java", table, str(THREADS)).output))
        theirs.append(figures(sklearn(table)))
    wall = [run[0] for run in ours]
    yardstick = [run[0] for run in theirs]
    inertia, reference = ours[0][1], min(run[1] for run in theirs)
    return [
        Row("k-means, fit", seconds(wall), f"scikit-learn: {seconds(yardstick)}", median(wall) / median(yardstick), 2),
        Row("k-means, inertia", f"{inertia:.1f}", f"{reference:.1f}, relative difference {inertia / reference - 1:+.1e}"),
    ]


def figures(output):
    return [float(number) for number in output.split()]


def sklearn(table):
    command = [DEBIANS_PYTHON, "bench/sklearn_kmeans.py", table]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
