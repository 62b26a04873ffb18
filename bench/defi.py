"""The défis of real contents that editors labelled: the shipped classifier, the one that a recompute learns, and rivals.

The texts are no part of the project; without them the bench says so. Every figure is of texts that the learner had not
seen, by folds; the shipped classifier has seen none. The rivals choose their settings by folds within the other folds,
and the recompute does so by itself. In brackets: nine of ten samples of the texts, drawn with replacement, lie between.
"""

import gzip
import json
import os
import random
import subprocess
from pathlib import Path

from tools import CLASSPATH, JAVA, THREADS, Row

TEXTS = Path(os.environ.get("BENCH_DEFI_TEXTS", "../shared/data/contents_dev.jsonl.gz"))
DEBIANS_PYTHON = "/usr/bin/python3"
FOLDS = 5
REPETITIONS = int(os.environ.get("BENCH_DEFI_REPETITIONS", "3"))
SAMPLES = 1000
BINS = 10


def rows():
    if not TEXTS.exists():
        return [Row("défis of real contents", f"not measured: found no {TEXTS}")]
    texts = dealt([json.loads(line) for line in gzip.open(TEXTS, "rt", encoding="utf-8")])
    lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    ours = run([JAVA, "-cp", CLASSPATH, "bench/DefiFolds.java", str(THREADS), str(FOLDS)], lines)
    theirs = run([DEBIANS_PYTHON, "bench/sklearn_defi.py"], lines)
    truth = [text["label"] for text in texts]
    runs = range(REPETITIONS)
    shipped = [[ours[text["id"]]["shipped"] for text in texts]]
    learnt = [[ours[text["id"]]["learnt"][one] for text in texts] for one in runs]
    svm = [[theirs[text["id"]]["svm"][one] for text in texts] for one in runs]
    bayes = [[theirs[text["id"]]["bayes"][one] for text in texts] for one in runs]
    lead = mean(macro_f1(truth, best(one)) - macro_f1(truth, best(other)) for one, other in zip(learnt, svm))
    short = [
        Row(f"  {name}, short of {bar}", f"{value:.3f}", "", max(0.0, 100 * (bar - value)), 0, "points")
        for name, bar, value in [
            ("shipped, macro-F1", 0.72, mean(macro_f1(truth, best(one)) for one in shipped)),
            ("recompute, macro-F1", 0.78, mean(macro_f1(truth, best(one)) for one in learnt)),
            ("recompute, top 2", 0.92, mean(top2(truth, one) for one in learnt)),
            ("recompute, macro-F1 above the SVM", 0.03, lead),
        ]
    ]
    return [
        Row(f"défis, {len(texts)} real contents", "macro-F1; accuracy; top 2; ECE"),
        Row("  shipped alone", figures(truth, shipped, True)),
        Row("  after a recompute with labels", figures(truth, learnt, True)),
        Row("  linear SVM, tuned", figures(truth, svm, False)),
        Row("  complement naive Bayes, tuned", figures(truth, bayes, False)),
        *short,
        Row("  recompute, ECE", "", "", 100 * mean(calibration_error(truth, one) for one in learnt), 8, "%"),
    ]


def dealt(texts):
    """The texts with an id as text and one fold per repetition; those of a label are dealt to the folds in turn."""
    for text in texts:
        text.update(id=str(text["id"]), folds=[])
    for repetition in range(REPETITIONS):
        order = list(texts)
        random.Random(repetition).shuffle(order)
        order.sort(key=lambda text: text["label"])
        for place, text in enumerate(order):
            text["folds"].append(place % FOLDS)
    return texts


def run(command, lines):
    finished = subprocess.run(command, input=lines, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    return {line["id"]: line for line in map(json.loads, finished.stdout.splitlines())}


def figures(truth, runs, probabilities):
    measures = [lambda real, rows: macro_f1(real, best(rows)), accuracy, top2]
    cells = [interval(measure, truth, runs) for measure in measures]
    cells += [interval(calibration_error, truth, runs)] if probabilities else []
    return "; ".join(cells)


def interval(measure, truth, runs):
    """The mean over the repetitions, and the fifth and 95th percentile over samples of the texts."""
    draw = random.Random(1)
    sampled = []
    for _ in range(SAMPLES // len(runs)):
        places = draw.choices(range(len(truth)), k=len(truth))
        real = [truth[place] for place in places]
        sampled += [measure(real, [rows[place] for place in places]) for rows in runs]
    sampled.sort()
    low, high = sampled[len(sampled) // 20], sampled[-len(sampled) // 20]
    return f"{mean(measure(truth, rows) for rows in runs):.3f} ({low:.2f}-{high:.2f})"


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def best(rows):
    return [max(row, key=row.get) for row in rows]


def accuracy(truth, rows):
    return mean(real == answer for real, answer in zip(truth, best(rows)))


def top2(truth, rows):
    return mean(real in sorted(row, key=row.get)[-2:] for real, row in zip(truth, rows))


def macro_f1(truth, answers):
    scores = []
    for label in sorted(set(truth)):
        hits = sum(real == label == answer for real, answer in zip(truth, answers))
        scores.append(2 * hits / (truth.count(label) + answers.count(label)))
    return mean(scores)


def calibration_error(truth, rows):
    """Of the likeliest défi: the mean distance between confidence and share of right answers over ten equal ranges."""
    bins = [[0.0, 0] for _ in range(BINS)]
    for real, row in zip(truth, rows):
        answer = max(row, key=row.get)
        one = bins[min(BINS - 1, int(row[answer] * BINS))]
        one[0] += row[answer]
        one[1] += real == answer
    return sum(abs(confidence - right) for confidence, right in bins) / len(truth)
