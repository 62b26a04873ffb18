"""Load by wrk, and the CPU time that processes have used."""

import os
import subprocess
import tempfile
from dataclasses import dataclass

SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Load:
    requests: int
    seconds: float
    errors: int
    p50_ms: float
    p99_ms: float

    @property
    def rate(self):
        return self.requests / self.seconds

    def __str__(self):
        failed = f", {self.errors} ERRORS" if self.errors else ""
        return f"{self.rate:,.0f}/s, p50 {self.p50_ms:.2f} ms, p99 {self.p99_ms:.2f} ms{failed}"


def wrk(port, paths, connections, seconds=SECONDS, accepted=None):
    """Asks for the paths in turn over so many connections, each sending its next request when it has its answer.
    accepted: the content coding that the caller accepts."""
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths))
        file.flush()
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "-s",
             "bench/requests.lua", f"http://127.0.0.1:{port}", "--", file.name, *([accepted] if accepted else [])],
            stdout=subprocess.PIPE, text=True, check=True).stdout
    numbers = next(line.split()[1:] for line in output.splitlines() if line.startswith("figures "))
    requests, length, errors, middle, p99, _ = map(float, numbers)
    return Load(int(requests), length, int(errors), middle / 1000, p99 / 1000)


def cpu_micros(processes):
    """Microseconds of user and system time that the processes have used so far, all their threads together."""
    total = 0
    for process in processes:
        with open(f"/proc/{process}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total * 1_000_000 / TICKS
