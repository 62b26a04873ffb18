"""Requests at a constant rate by ConstantRate.java, latency counted from when each was meant to be sent."""

import subprocess
import tempfile
from dataclasses import dataclass

from tools import JAVA

CONNECTIONS = 32


@dataclass
class Window:
    requests: int
    errors: int
    p50_ms: float
    p99_ms: float
    most_ms: float


class ConstantRate:
    """A load that runs beside the caller; rate 0 asks as fast as there are answers."""

    def __init__(self, port, paths, rate, seconds, windows=1, connections=CONNECTIONS):
        self.paths = tempfile.NamedTemporaryFile("w", suffix=".paths")
        self.paths.write("\n".join(paths))
        self.paths.flush()
        numbers = map(str, (port, rate, seconds, connections, windows))
        self.process = subprocess.Popen([JAVA, "-XX:+UseSerialGC", "bench/ConstantRate.java", *numbers, self.paths.name],
                                        stdout=subprocess.PIPE, text=True)

    def running(self):
        return self.process.poll() is None

    def windows(self):
        output, _ = self.process.communicate()
        if self.process.returncode != 0:
            raise SystemExit("the load failed")
        lines = ([int(number) for number in line.split()] for line in output.splitlines())
        return [Window(count, errors, p50 / 1000, p99 / 1000, most / 1000) for count, errors, p50, p99, most in lines]
