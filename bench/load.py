"""Lists of users at a constant 1,000 requests a second over HTTP, latency counted from when each was meant to be sent."""

import os

from constant import ConstantRate
from endpoints import wanted
from service import Service
from tools import SERVE, Row, served
from wrk import cpu_micros

RATE = int(os.environ.get("BENCH_RATE", "1000"))
SECONDS = float(os.environ.get("BENCH_LOAD_SECONDS", "20"))


def rows():
    paths = wanted()["/user/{id}/recommendations"]
    with Service(*SERVE, env=served()) as service:
        service.first_answer()
        ConstantRate(service.port, paths, RATE, SECONDS / 2).windows()
        before = cpu_micros([service.process.pid])
        [window] = ConstantRate(service.port, paths, RATE, SECONDS).windows()
        cpu = (cpu_micros([service.process.pid]) - before) / window.requests
    shown = f"p50 {window.p50_ms:.2f} ms, most {window.most_ms:.1f} ms, CPU {cpu:.0f} µs"
    return [Row(f"/user/{{id}}/recommendations, {RATE} a second", shown, f"p99 of {window.requests:,}", window.p99_ms, 5, "ms"),
            Row("  errors", "", "", window.errors, 0, "")]
