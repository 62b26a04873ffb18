"""What the service holds in memory with the models of few, many and very many users, after many mixed requests."""

import random
from concurrent.futures import ThreadPoolExecutor

from service import Service
from tools import CACHED, FLAGS, Row, generated, served, users_csv

REQUESTS = 20_000
CLIENTS = 4
SIZES = [(5_000, 300_000), (200_000, 12_000_000), (2_000_000, 12_000_000)]
JUDGED = 200_000
# Two million users need a heap of more than the least instance has.
LARGE = ["-Xmx1g", "-XX:+UseSerialGC"]


def rows():
    return [row for users, events in SIZES for row in of_size(users, events)]


def of_size(users, events):
    data = generated(users, events)
    with open(users_csv(data)) as file:
        ids = [line.split(",", 1)[0] for line in file][1:]
    flags = FLAGS if users <= JUDGED else LARGE
    resident, most = measure(flags, ids, data)
    what = f"memory, {users:,} users, {' '.join(flags)}"
    if users != JUDGED:
        return [Row(what, f"{resident:.0f} MB, the most {most:.0f} MB")]
    plain, plain_most = measure([], ids, data)
    yardstick = f"without the flags: {plain:.0f} MB, the most {plain_most:.0f} MB"
    return [Row(what, f"the most {most:.0f} MB", yardstick, resident, 350, "MB")]


def measure(flags, ids, data):
    with Service(*flags, *CACHED, env=served(data)) as service:
        service.first_answer()
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(lambda seed: ask(service, paths(ids, seed)), range(CLIENTS)))
        return service.resident_mb("VmRSS"), service.resident_mb("VmHWM")


def paths(ids, seed):
    """One in four of a list that is the same for everyone, the others of users, a few of them unknown."""
    draw = random.Random(seed)
    for _ in range(REQUESTS // CLIENTS):
        common = draw.choice(["/", "/clusters", f"/recommend/{draw.randrange(4)}", "/recommend/2?limit=10"])
        user = "0" if draw.random() < 0.01 else draw.choice(ids)
        personal = draw.choice([f"/user/{user}/profile", f"/user/{user}/recommendations"])
        yield common if draw.random() < 0.25 else personal


def ask(service, wanted):
    connection = service.connection()
    for path in wanted:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (200, 404):
            raise RuntimeError(f"found {answer.status} at {path}, expected 200 or 404")
