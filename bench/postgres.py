"""The events of a PostgreSQL in the SQL engine: by COPY and a CSV file, as the service reads them, against plain JDBC rows."""

import shutil
import socket
import subprocess
from pathlib import Path
from statistics import median

from tools import CLASSPATH, DATA, REPETITIONS, Row, generated, java, seconds

USERS, EVENTS = 20_000, 1_200_000
TABLE = """CREATE TABLE interactions (id bigint, user_id bigint, type text, content_type text, content_id text,
    created_at text)"""


def rows():
    events = generated(USERS, EVENTS) / "exports" / "interactions.csv"
    with Cluster() as cluster:
        cluster.run("psql", "-qc", TABLE, "-c", f"\\copy interactions FROM '{events.resolve()}' (FORMAT csv, HEADER)",
                    "-c", "VACUUM ANALYZE interactions")
        place = f"localhost:{cluster.port}/postgres"
        lines = java("-cp", CLASSPATH, "bench/PostgresRead.java", f"postgresql://postgres@{place}?table=interactions",
                     f"jdbc:postgresql://{place}?user=postgres", str(cluster.folder), str(REPETITIONS)).output.splitlines()
    copied, loaded, written, appended = zip(*(map(float, line.split()) for line in lines))
    return [
        Row(f"PostgreSQL, {EVENTS:,} events into the engine, COPY", seconds(loaded), f"JDBC rows: {seconds(appended)}",
            median(loaded) / median(appended), 0.5),
        Row("  into a CSV file alone", seconds(copied), f"JDBC rows: {seconds(written)}; {median(copied) / median(written):.2f} x"),
    ]


class Cluster:
    """A PostgreSQL of Debian's package in a folder of its own, for as long as it is needed."""

    def __init__(self):
        self.folder = (DATA.parent / "postgres").resolve()
        self.programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.port = free.getsockname()[1]

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                 f"-p {self.port} -k {self.folder} -c listen_addresses=localhost", "start")
        return self

    def run(self, program, *arguments):
        options = ["-h", "localhost", "-p", str(self.port), "-U", "postgres", "postgres"] if program == "psql" else []
        subprocess.run(["runuser", "-u", "postgres", "--", self.programs / program, *options, *arguments], check=True,
                       cwd="/", stdout=subprocess.DEVNULL)

    def __exit__(self, *_):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
