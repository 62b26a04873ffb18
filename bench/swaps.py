"""Swaps of the live model under readers: nobody may get an error or wait long."""

import os
import threading
import time
from statistics import median, quantiles

from life import Life
from tools import Row

SWAPS = int(os.environ.get("BENCH_SWAPS", "100"))
READERS = 32
BETWEEN = 0.2


def rows():
    with Life("swaps") as life:
        with life.service() as service:
            service.ready()
            service.recompute()
            life.change(1)
            service.recompute()
            seen, failed, swapped = measure(service)
    during, elsewhere = [], []
    for began, ended in seen:
        meets = any(began <= end and ended >= start for start, end in swapped)
        (during if meets else elsewhere).append((ended - began) * 1000)
    return [
        Row(f"{SWAPS} swaps, {READERS} readers, failed", f"{failed} of {len(seen)}", "", failed, 0, "answers"),
        Row("  median during a swap", f"{median(during):.2f} ms", f"elsewhere: {median(elsewhere):.2f} ms",
            median(during) / median(elsewhere), 2),
        Row("  99th percentile", f"{quantiles(during, n=100)[98]:.2f} ms",
            f"elsewhere: {quantiles(elsewhere, n=100)[98]:.2f} ms"),
    ]


def measure(service):
    """Times of each answer, how many were no 200, and the times of each swap."""
    over = threading.Event()
    seen, failures, swapped = [], [], []
    readers = [threading.Thread(target=read, args=(service, over, seen, failures)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    time.sleep(3)
    for _ in range(SWAPS):
        start = time.perf_counter()
        status, body = service.ask("POST", "/models/rollback")
        swapped.append((start, time.perf_counter()))
        if status != 200:
            raise RuntimeError(f"found {status}, expected 200: {body}")
        time.sleep(BETWEEN)
    over.set()
    for reader in readers:
        reader.join()
    return seen, len(failures), swapped


def read(service, over, seen, failures):
    connection = service.connection()
    while not over.is_set():
        began = time.perf_counter()
        try:
            connection.request("GET", "/clusters")
            answer = connection.getresponse()
            answer.read()
            failures.extend([answer.status] if answer.status != 200 else [])
        except OSError as failure:
            failures.append(failure)
            connection = service.connection()
        seen.append((began, time.perf_counter()))
        time.sleep(0.02)
