"""A model's life on small exports of its own: a service, its folders and recomputes of ever other data."""

import json
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

from service import Service
from tools import APP, CACHED_JAR, exported, java

FIRST_USER = 700_000_000
SIZE = ("--users", "400", "--events", "8000", "--contents", "120")


class Life:
    """Exports, models and published files in a folder that is removed at the end of the `with` block."""

    def __init__(self, name):
        self.home = Path(tempfile.mkdtemp(prefix=f"etreprof-{name}-"))
        self.exports = self.home / "exports"
        self.models = self.home / "models"
        java("-jar", CACHED_JAR, "demo-data", *SIZE, "--out", self.exports)
        self.events = next(self.exports.glob("interactions.csv*"))
        widen(self.exports / "users.csv", r"^()")
        widen(self.events, r"^(\d+,)")
        self.lines = self.events.read_text().splitlines(keepends=True)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        shutil.rmtree(self.home)

    def change(self, number):
        """Other events than any other number's: one is left out."""
        left = 1 + number % (len(self.lines) - 1)
        self.events.write_text("".join(self.lines[:left] + self.lines[left + 1:]))

    def current(self):
        return (self.models / "CURRENT").read_text().strip()

    def service(self, *flags):
        return Living(*flags, f"-XX:AOTCache={APP}/app.aot", "-jar", CACHED_JAR, env={
            **exported(self.exports),
            "ETREPROF_MODELS_DIR": str(self.models),
            "ETREPROF_DATA_DIR": str(self.home / "published"),
            "ETREPROF_THREADS": "1",
        })


def widen(export, before_id):
    """Gives an export user ids of nine digits, which nothing else in a folder has by chance."""
    export.write_text(re.sub(before_id + r"(\d+)(?=,)", lambda found: f"{found[1]}{FIRST_USER + int(found[2])}",
                             export.read_text(), flags=re.MULTILINE))


class Living(Service):
    """A service that recomputes."""

    def ask(self, method, path, headers=None):
        connection = self.connection()
        connection.timeout = 60
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, json.loads(body)

    def ready(self):
        """Waits until it answers, with a model or without."""
        end = time.perf_counter() + 60
        while time.perf_counter() < end:
            try:
                return self.ask("GET", "/")[1]
            except (OSError, ValueError):
                time.sleep(0.01)
        raise RuntimeError("the service did not answer")

    def recompute(self):
        status, body = self.ask("POST", "/clusters/recompute")
        if status != 200:
            raise RuntimeError(f"found {status}, expected 200: {body}")
        return body
