"""What the benches share: where things are, running programs, medians and the table."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

JAVA = Path(os.environ["JAVA_HOME"]) / "bin" / "java"
JAR = Path("target/etreprof-ml-api.jar")
APP = Path("target/bench/app")
CACHED_JAR = APP / "etreprof-ml-api.jar"
CLASSPATH = f"{CACHED_JAR}:{APP}/lib/*"
DATA = Path(os.environ["BENCH_DATA"])
EXPORTS = DATA / "exports"
MODELS = DATA / "models"
REPETITIONS = int(os.environ.get("BENCH_REPETITIONS", "5"))
SHIPPED = bool(os.environ.get("BENCH_SHIPPED"))
NATIVE = "--enable-native-access=ALL-UNNAMED"
THREADS = 2
# How the service is started to be measured.
LEAN = "-Xmx256m -Xmn24m -XX:+UseSerialGC -XX:ReservedCodeCacheSize=48m -XX:TrimNativeHeapInterval=1000"
FLAGS = os.environ.get("BENCH_FLAGS", LEAN).split()
# As the image starts it.
IMAGE = ["@deploy/jvm.options", "-XX:CompilerDirectivesFile=deploy/start-only.json", f"-XX:AOTCache={APP}/app.aot"]
CACHED = [*IMAGE, "-jar", CACHED_JAR]
SERVE = [*FLAGS, *CACHED]


@dataclass
class Row:
    """A line of the table; `limit` is a number that `figure` must not pass."""

    name: str
    shown: str
    yardstick: str = ""
    figure: float | None = None
    limit: float | None = None
    unit: str = "x"

    @property
    def missed(self):
        return self.limit is not None and self.figure > self.limit

    def cells(self):
        if self.limit is None:
            return self.name, self.shown, self.yardstick, "", "", ""
        verdict = "MISSED" if self.missed else "ok"
        digits = 2 if self.unit == "x" else 0
        figure = f"{self.figure:.{digits}f} {self.unit}"
        return self.name, self.shown, self.yardstick, figure, f"<= {self.limit:g} {self.unit}", verdict


@dataclass
class Finished:
    output: str
    seconds: float
    peak_mb: float


def java(*arguments, env=None):
    """Runs Java to its end; wall seconds and the most memory it had resident."""
    command = [JAVA, NATIVE, *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=sys.stderr if env is None else subprocess.DEVNULL,
                               text=True, env={**os.environ, **(env or {})})
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"failed with {process.returncode}: {' '.join(map(str, command))}")
    return Finished(output, time.perf_counter() - start, usage.ru_maxrss / 1024)


def recompute(*options, jar=JAR, env=None, data=DATA):
    """The whole recompute of a folder's exports, Java's start included; there is no model yet."""
    shutil.rmtree(data / "models", ignore_errors=True)
    return java(*options, "-jar", jar, "recompute", env={**recomputed(data), **(env or {})})


def recomputed(data=DATA):
    """The environment of a run on the exports of a folder, which publishes beside them."""
    return {**served(data), **exported(data / "exports")}


def exported(folder):
    """The environment that names the exports of a folder, packed or not, which are of 10 July 2025 for good."""
    names = {"USER_URL_DB": "users", "CONTENTS_URL_DB": "contents", "INTERACTIONS_URL_DB": "interactions",
             "CONTENT_WITH_TOPICS_URL_DB": "content_with_topics"}
    files = {variable: str(next(folder.glob(f"{name}.csv*"))) for variable, name in names.items()}
    return {**files, "ETREPROF_GATE_MOST_AS_OF_YEARS": "1000"}


def served(data=DATA):
    """The environment of a run on the model of a folder, published beside the exports it was made from."""
    if SHIPPED:
        return {}
    return {"ETREPROF_MODELS_DIR": str(data / "models"), "ETREPROF_DATA_DIR": str(data / "published"),
            "ETREPROF_THREADS": str(THREADS)}


def generated(users, events):
    """The folder of demo exports of a size, which are made when there are none; those of the bench when it is its size."""
    contents = int(os.environ["BENCH_CONTENTS"])
    data = DATA.parent / f"{users}-{events}-{contents}"
    if not (data / "complete").exists():
        java("-jar", JAR, "demo-data", "--users", str(users), "--events", str(events), "--contents", str(contents),
             "--out", data / "exports", env={})
        (data / "complete").touch()
    return data


def users_csv(data=DATA):
    """The users of a folder's model, which is made when there is none."""
    models = Path("models") if SHIPPED else data / "models"
    if not (models / "CURRENT").exists():
        recompute(data=data)
    return models / (models / "CURRENT").read_text().strip() / "users.csv"


def seconds(values):
    """The median, and in brackets the least and the greatest."""
    return f"{median(values):.2f} s ({min(values):.2f}-{max(values):.2f})"


def machine(load_before):
    cpu = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
    total = next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemTotal"))
    version = subprocess.run([JAVA, "-version"], stderr=subprocess.PIPE, text=True).stderr.splitlines()[1]
    return (f"{cpu}, {os.cpu_count()} cores, {total / 2**20:.0f} GiB; {version}\n"
            f"{DATA.name.replace('-', ' users, ', 1).replace('-', ' events, ')} contents; medians of {REPETITIONS}; "
            f"load average {load_before:.1f} before, {os.getloadavg()[0]:.1f} after\n")


def table(rows):
    cells = [("bench", "this project", "yardstick", "figure", "target", ""), *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells)
