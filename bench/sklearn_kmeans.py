"""Prints the seconds and the inertia of scikit-learn's KMeans on a model's users.csv."""

import sys
import time

import numpy
from sklearn.cluster import KMeans

with open(sys.argv[1]) as file:
    first = file.readline().split(",").index("academie") + 1
    counts = numpy.array([line.rstrip("\n").split(",")[first:] for line in file], dtype=float)
logs = numpy.log1p(counts)
deviations = logs.std(axis=0)
scaled = (logs - logs.mean(axis=0)) / numpy.where(deviations == 0, 1, deviations)

start = time.perf_counter()
model = KMeans(n_clusters=4, n_init=10, random_state=42).fit(scaled)
print(time.perf_counter() - start, model.inertia_)
