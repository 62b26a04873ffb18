"""A service killed at random moments of a recompute: each restart must serve the last published version, whole.

Every other moment is drawn about the end, where the version is saved, judged and published.
"""

import os
import random
import time

from life import Life
from tools import Row

KILLS = int(os.environ.get("BENCH_KILLS", "10"))


def rows():
    draw = random.Random(42)
    with Life("kills") as life:
        with life.service() as service:
            service.ready()
            service.recompute()
        # as in each kill: a service that has just started, with a model of other events
        with life.service() as service:
            service.first_answer()
            life.change(1)
            began = time.perf_counter()
            users = service.recompute()["total_users_processed"]
            usual = time.perf_counter() - began
        ends = [one_kill(life, draw, number, usual, users) for number in range(2, KILLS + 2)]
    return [
        Row(f"{KILLS} kills in a recompute, not whole after", str(sum(not end[0] for end in ends)), "",
            sum(not end[0] for end in ends), 0, "times"),
        Row("  killed at work, not told so", "", f"at work: {sum(end[1] for end in ends)}",
            sum(end[1] and not end[2] for end in ends), 0, "times"),
        Row("  live, not so by the history", str(sum(not end[4] for end in ends)), "",
            sum(not end[4] for end in ends), 0, "times"),
        Row("  version before / after it", f"{sum(not end[3] for end in ends)} / {sum(end[3] for end in ends)}"),
    ]


def one_kill(life, draw, number, usual, users):
    """Whether the restart was whole; a run was at work; the last run is told; it was published; the history tells of it."""
    life.change(number)
    before = life.current()
    with life.service() as service:
        service.first_answer()
        job = service.ask("POST", "/clusters/recompute", {"Prefer": "respond-async"})[1]["job"]["id"]
        time.sleep(usual * draw.uniform(0.9 if number % 2 else 0, 1.1))
        at_work = service.ask("GET", f"/clusters/recompute/jobs/{job}")[1]["job"]["state"] in ("queued", "running")
        service.process.kill()
        service.process.wait()
    named = life.current()
    with life.service() as service:
        service.first_answer()
        served = service.ready()["model_version"]
        status, clusters = service.ask("GET", "/clusters")
        counted = sum(one["count"] for one in clusters.get("clusters", {}).values()) if status == 200 else 0
        last = service.ask("GET", "/clusters/recompute/last")[1]["last"]
        history = service.ask("GET", "/models/history")[1]["history"]
    whole = served == named and counted == users
    if not whole:
        print(f"kill {number}: served {served}, current {named}, before {before}, {counted} of {users} users")
    told = last["job"] != job or last["state"] in ("failed", "published")
    return whole, at_work, told, named != before, history[-1]["version"] == named
