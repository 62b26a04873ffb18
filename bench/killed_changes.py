"""A service killed at random moments of a promotion, a rollback and an erasure: after each restart CURRENT, the history, the files
under data/ and the answers agree, an erased user is in none of them, and no temporary file is left.
"""

import os
import random
import threading
import time

from life import Life
from tools import Row

KILLS = int(os.environ.get("BENCH_KILLS", "10"))
KINDS = ("promotion", "rollback", "erasure")
SETTLE = 20


def rows():
    draw = random.Random(42)
    with Life("killed-changes") as life:
        versions = two_versions(life)
        return [
            Row(f"{KILLS} kills in {'an' if kind == 'erasure' else 'a'} {kind}, not whole after",
                f"changed: {sum(change for _, change in ends)}", f"of {KILLS}", sum(not whole for whole, _ in ends), 0, "times")
            for kind, ends in ((kind, [one_kill(life, draw, kind, versions) for _ in range(KILLS)]) for kind in KINDS)
        ]


def two_versions(life):
    """Two versions that were both live."""
    versions = []
    with life.service() as service:
        service.ready()
        for number in (1, 2):
            life.change(number)
            versions.append(service.recompute()["model_version"])
    return versions


def one_kill(life, draw, kind, versions):
    """Whether everything agrees after the restart, and whether the change had happened by then."""
    before = life.current()
    other = next(version for version in versions if version != before)
    with life.service() as service:
        service.first_answer()
        user = draw.choice(service.ask("GET", "/clusters/3/users?limit=10000")[1]["users"])
        change = {
            "promotion": lambda: service.ask("POST", f"/models/{other}/promote"),
            "rollback": lambda: service.ask("POST", f"/models/rollback?to={other}"),
            "erasure": lambda: service.ask("DELETE", f"/user/{user}"),
        }[kind]
        asking = threading.Thread(target=ignoring_the_end, args=(change,))
        asking.start()
        time.sleep(draw.uniform(0, 0.25))
        service.process.kill()
        service.process.wait()
        asking.join()
    erased = kind == "erasure" and (life.models / "erased" / f"{user}.json").exists()
    with life.service() as service:
        service.first_answer()
        faults = settled_faults(life, service, user if erased else None)
    if faults:
        print(f"{kind} of {before} by {other} (user {user}): {faults}")
    return not faults, erased if kind == "erasure" else life.current() == other


def ignoring_the_end(change):
    try:
        change()
    except (OSError, ValueError):
        pass


def settled_faults(life, service, erased):
    """The files beside the models are mended soon after the start, not before it."""
    end = time.perf_counter() + SETTLE
    found = faults(life, service, erased)
    while found and time.perf_counter() < end:
        time.sleep(0.1)
        found = faults(life, service, erased)
    return found


def faults(life, service, erased):
    found = []
    current = life.current()
    if service.ready()["model_version"] != current:
        found.append("served is not CURRENT")
    if service.ask("GET", "/models/history")[1]["history"][-1]["version"] != current:
        found.append("the history ends with another version")
    published = life.home / "published"
    assigned = {int(line.split(";")[0]) for line in
                (published / "user_cluster_assignments.csv").read_text("utf-8-sig").splitlines()[1:]}
    listed = {user for segment in range(4) for user in service.ask("GET", f"/clusters/{segment}/users?limit=10000")[1]["users"]}
    if assigned != listed:
        found.append("the assignments are of another version")
    if erased is not None:
        if service.ask("GET", f"/user/{erased}/profile")[0] != 404:
            found.append("the erased user has a profile")
        if erased in assigned:
            found.append("the erased user is in the assignments")
    left = [path.name for folder in (life.models, published) for path in folder.rglob(".new-*")]
    if left:
        found.append(f"temporary files: {left}")
    return found
