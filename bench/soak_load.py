"""Mixed load at four fifths of the most that the service takes: no error, flat memory, latency as at the start."""

import os

from constant import ConstantRate
from endpoints import wanted
from service import Service
from tools import SERVE, Row, served

SECONDS = float(os.environ.get("BENCH_SOAK_SECONDS", "60"))
MAXIMUM_SECONDS = 10
SHARE = 0.8
WINDOWS = 5


def rows():
    paths = mixed(wanted())
    with Service(*SERVE, env=served()) as service:
        service.first_answer()
        ConstantRate(service.port, paths, 0, MAXIMUM_SECONDS).windows()
        [most] = ConstantRate(service.port, paths, 0, MAXIMUM_SECONDS).windows()
        rate = most.requests / MAXIMUM_SECONDS
        memory = [service.resident_mb("VmRSS")]
        windows = ConstantRate(service.port, paths, rate * SHARE, SECONDS, WINDOWS).windows()
        memory.append(service.resident_mb("VmRSS"))
    requests, errors = sum(w.requests for w in windows), sum(w.errors for w in windows)
    p99s = ", ".join(f"{window.p99_ms:.1f}" for window in windows)
    return [
        Row(f"mixed load, {SECONDS:.0f} s", f"{rate * SHARE:,.0f}/s, {requests:,} requests", f"most: {rate:,.0f}/s"),
        Row("  errors", "", "", errors, 0, ""),
        Row("  p99 at the end / at the start", f"p99 by fifth: {p99s} ms", "", windows[-1].p99_ms / windows[0].p99_ms, 1.2),
        Row("  memory at the end / at the start", f"{memory[1]:.0f} MB", f"{memory[0]:.0f} MB", memory[1] / memory[0], 1.05),
    ]


def mixed(endpoints):
    """One in four of what is the same for everyone, the others of users."""
    common = [path for name in ("/", "/clusters", "/recommend/{id}") for path in endpoints[name]]
    users = [path for pair in zip(endpoints["/user/{id}/profile"], endpoints["/user/{id}/recommendations"]) for path in pair]
    return [common[i // 4 % len(common)] if i % 4 == 0 else path for i, path in enumerate(users)]
