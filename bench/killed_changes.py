"""A service killed at random moments of a promotion, a rollback and an erasure: after each restart CURRENT, the history, the files
under data/ and the answers agree, an erased user is in none of them, and no temporary file is left.
"""

import gzip
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
    draw = random.Random(int(os.environ.get("BENCH_SEED", "42")))
    with Life("killed-changes") as life:
        versions = two_versions(life)
        return [row(kind, kills(life, draw, kind, versions)) for kind in KINDS]


def row(kind, ends):
    return Row(f"{KILLS} kills in {'an' if kind == 'erasure' else 'a'} {kind}, not whole after",
               f"changed: {sum(change for _, change in ends)}", f"of {KILLS}", sum(not whole for whole, _ in ends), 0, "times")


def kills(life, draw, kind, versions):
    """One kill after the other: half of them within the time that the change takes when nobody kills it, half up to four times later."""
    with life.service() as service:
        service.first_answer()
        began = time.perf_counter()
        changing(life, service, draw, kind, versions)[0]()
        usual = time.perf_counter() - began
    return [one_kill(life, draw, kind, versions, usual * draw.choice((1, 4)) * draw.random()) for _ in range(KILLS)]


def two_versions(life):
    """Two versions that were both live."""
    versions = []
    with life.service() as service:
        service.ready()
        for number in (1, 2):
            life.change(number)
            versions.append(service.recompute()["model_version"])
    return versions


def changing(life, service, draw, kind, versions):
    """The change as a call of the service, the version it leads to and the user it erases."""
    other = next(version for version in versions if version != life.current())
    user = draw.choice(service.ask("GET", "/clusters/3/users?limit=10000")[1]["users"])
    method, path = {
        "promotion": ("POST", f"/models/{other}/promote"),
        "rollback": ("POST", f"/models/rollback?to={other}"),
        "erasure": ("DELETE", f"/user/{user}"),
    }[kind]
    return lambda: service.ask(method, path), other, user


def one_kill(life, draw, kind, versions, moment):
    """Whether everything agrees after the restart, and whether the change had happened by then."""
    with life.service() as service:
        service.first_answer()
        change, other, user = changing(life, service, draw, kind, versions)
        asking = threading.Thread(target=ignoring_the_end, args=(change,))
        asking.start()
        time.sleep(moment)
        service.process.kill()
        service.process.wait()
        asking.join()
    erased = kind == "erasure" and (life.models / "erased" / f"{user}.json").exists()
    with life.service() as service:
        service.first_answer()
        faults = settled_faults(life, service, user if erased else None)
    if faults:
        print(f"{kind} to {other} (user {user}): {faults}")
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
        found += [f"the erased user is in {path.relative_to(life.home)}" for path in holding(life, erased)]
    left = [path.name for folder in (life.models, published) for path in folder.rglob(".new-*")]
    if left:
        found.append(f"temporary files: {left}")
    return found


def holding(life, user):
    """The files that hold a user's id, in digits or in the bytes of a table.

    Not asked: the exports, the list of the erased, and the versions, which are named by their content and never rewritten.
    """
    kept = [life.exports, life.models / "erased", *life.models.glob("2*-*")]
    forms = [str(user).encode()] + [user.to_bytes(size, order) for size in (4, 8) for order in ("little", "big")]
    for path in life.home.rglob("*"):
        if path.is_file() and not set(kept) & set(path.parents):
            content = plain(path.read_bytes())
            if any(form in content for form in forms):
                yield path


def plain(content):
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
