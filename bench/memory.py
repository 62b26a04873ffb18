"""What the service holds in memory with the model of all users, after many mixed requests."""

import random
from concurrent.futures import ThreadPoolExecutor

from service import Service
from tools import CACHE, CACHED_JAR, Row, served, users_csv

FLAGS = ["-Xmx256m", "-XX:+UseSerialGC"]
REQUESTS = 20_000
CLIENTS = 4


def rows():
    with open(users_csv()) as file:
        ids = [line.split(",", 1)[0] for line in file][1:]
    resident, most = measure(FLAGS, ids)
    plain, plain_most = measure([], ids)
    return [
        Row("memory, " + " ".join(FLAGS), "", f"without the flags: {plain:.0f} MB", resident, 400, "MB"),
        Row("  the most, at any time", f"{most:.0f} MB", f"without the flags: {plain_most:.0f} MB"),
    ]


def measure(flags, ids):
    with Service(*flags, CACHE, "-jar", CACHED_JAR, env=served()) as service:
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
        yield common if draw.random() < 0.25 else f"/user/{user}/profile"


def ask(service, wanted):
    connection = service.connection()
    for path in wanted:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (200, 404):
            raise RuntimeError(f"found {answer.status} at {path}, expected 200 or 404")
