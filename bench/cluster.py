"""Counting on a cluster of Apache Spark, a master and two workers on this machine, beside DuckDB in one process: the same files.

On one machine the cluster only costs; the bench shows how much, and from what size on another machine can pay.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from tools import DATA, EXPORTS, JAR, JAVA, Row, exported, java

PROJECT = Path("engines/spark")
JOB = PROJECT / "target/etreprof-spark.jar"
HOME = PROJECT / "target/spark"
WORK = DATA / "cluster"
FILES = 16
WORKERS = 2


def rows():
    build()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    begun = time.perf_counter()
    packed = split()
    print(f"the events in {FILES} files after {time.perf_counter() - begun:.0f} s", flush=True)
    duck = java("-jar", JAR, "counts", "--out", WORK / "by-duckdb", env=exported(EXPORTS))
    with cluster() as master:
        spark = submitted(master, packed)
    megabytes = sum(file.stat().st_size for file in packed.iterdir()) / 1e6
    return [Row(f"counting {megabytes:,.0f} MB of events", f"Spark, {WORKERS} workers of one core: {spark:.1f} s",
                f"DuckDB, one process: {duck.seconds:.1f} s; Spark takes {spark / duck.seconds:.1f} times as long")]


def build():
    if not JOB.exists():
        subprocess.run(["mvn", "-q", "-B", "-ntp", "-f", PROJECT / "pom.xml", "package"], check=True)


def split():
    """The rows in several files, for as many cores; a row ends where its quotes are closed."""
    folder = WORK / "csv"
    folder.mkdir()
    with (EXPORTS / "interactions.csv").open() as rows, contextlib.ExitStack() as stack:
        header = rows.readline()
        parts = [stack.enter_context((folder / f"events-{number:02}.csv").open("w")) for number in range(FILES)]
        for part in parts:
            part.write(header)
        row = quotes = 0
        for line in rows:
            parts[row % FILES].write(line)
            quotes += line.count('"')
            row += quotes % 2 == 0
    return folder


@contextlib.contextmanager
def cluster():
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    with contextlib.ExitStack() as stack:
        stack.enter_context(process("master", "deploy.master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", 0))
        for number in range(WORKERS):
            stack.enter_context(process(f"worker-{number}", "deploy.worker.Worker", "--host", "127.0.0.1", "--cores", 1,
                                        "--memory", "2g", "--webui-port", 0, "--work-dir", (WORK / f"w{number}").resolve(), address))
        yield address


def submitted(master, folder):
    """Seconds of the whole job, its start included."""
    begun = time.perf_counter()
    command = spark("deploy.SparkSubmit", "--master", master, "--conf", "spark.driver.host=127.0.0.1",
                    "--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.ui.enabled=false",
                    "--conf", "spark.executor.memory=1500m", "--conf", "spark.sql.shuffle.partitions=8",
                    "--class", "fr.ecolhuma.etreprof.spark.CountJob", JOB, "--events", folder.resolve(),
                    "--out", (WORK / "by-spark").resolve())
    with (WORK / "job.log").open("w") as log:
        subprocess.run(command, check=True, env=environment(), stdout=log, stderr=log)
    return time.perf_counter() - begun


@contextlib.contextmanager
def process(name, *arguments):
    with (WORK / f"{name}.log").open("w") as log:
        running = subprocess.Popen(spark(*arguments), env=environment(), stdout=log, stderr=log)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def spark(what, *arguments):
    return [str(part) for part in (JAVA, "-Xmx1g", "-Dspark.master.rest.enabled=false", "-cp", HOME / "jars/*",
                                   f"org.apache.spark.{what}", *arguments)]


def environment():
    return {**os.environ, "SPARK_HOME": str(HOME.resolve()), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_SCALA_VERSION": "2.13"}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
