"""The same answers from a FastAPI service under uvicorn, one process, on a free port, from a temporary folder."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PYTHON = shutil.which("python3", path="/usr/bin") or sys.executable
LONGEST_START = 60


def is_here():
    """Whether it can be had; without it the rest is measured all the same."""
    here = subprocess.run([PYTHON, "-c", "import fastapi, uvicorn"], stderr=subprocess.DEVNULL).returncode == 0
    if not here:
        print("found no FastAPI, so it is left out; install python3-fastapi and python3-uvicorn", file=sys.stderr)
    return here


class FastApi:
    """Serves answers, by path, until the end of the `with` block."""

    def __init__(self, answers):
        self.folder = Path(tempfile.mkdtemp(prefix="bench-fastapi-"))
        loaded = {path: json.loads(body) for path, body in answers.items()}
        (self.folder / "answers.json").write_text(json.dumps(loaded), encoding="utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def __enter__(self):
        self.process = subprocess.Popen(
            [PYTHON, "-m", "uvicorn", "--app-dir", "bench", "fastapi_service:app", "--port", str(self.port), "--no-access-log",
             "--log-level", "error"],
            env={**os.environ, "ANSWERS": str(self.folder / "answers.json")})
        begun = time.monotonic()
        while time.monotonic() - begun < LONGEST_START and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        raise SystemExit("uvicorn did not start")

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
