"""Many recomputes in a row, each of other exports: what the service holds must stay what it was."""

import os
import subprocess
from pathlib import Path

from life import Life
from tools import JAVA, Row

RUNS = int(os.environ.get("BENCH_RUNS", "20"))
SETTLED = min(60, RUNS // 2)
"""From here on the versions kept and the runs remembered are as many as they will be."""
FLAGS = ["-Xmx512m", "-XX:+UseSerialGC"]


def rows():
    with Life("soak") as life:
        with life.service(*FLAGS) as service:
            service.ready()
            held = []
            for run in range(1, RUNS + 1):
                life.change(run)
                service.recompute()
                if run >= SETTLED and (run - SETTLED) % max(1, (RUNS - SETTLED) // 8) == 0:
                    held.append(Held(service.process.pid, life))
    first, last = held[0], held[-1]
    return [
        Row(f"{RUNS} recomputes, heap after collection", f"{last.heap:.1f} MB", f"after {SETTLED}: {first.heap:.1f} MB",
            (max(one.heap for one in held) / first.heap - 1) * 100, 5, "% more"),
        grown("  threads", held, "threads"),
        grown("  open files", held, "descriptors"),
        grown("  files on the disk", held, "files"),
    ]


def grown(name, held, what):
    values = [getattr(one, what) for one in held]
    return Row(name, str(values[-1]), f"first: {values[0]}", max(values) - values[0], 2, "more")


class Held:
    """What a process holds, after a collection."""

    def __init__(self, pid, life):
        jcmd = Path(JAVA).with_name("jcmd")
        for _ in range(2):
            subprocess.run([jcmd, str(pid), "GC.run"], check=True, stdout=subprocess.DEVNULL)
        self.heap = heap_mb(pid)
        self.threads = len(os.listdir(f"/proc/{pid}/task"))
        self.descriptors = len(os.listdir(f"/proc/{pid}/fd"))
        self.files = sum(len(files) for _, _, files in os.walk(life.home))


def heap_mb(pid):
    """Used of all spaces but the class data, from jstat's columns."""
    told = subprocess.run([Path(JAVA).with_name("jstat"), "-gc", str(pid)], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.split("\n")
    columns = dict(zip(told[0].split(), told[1].split()))
    return sum(float(columns[name]) for name in ("S0U", "S1U", "EU", "OU")) / 1024
