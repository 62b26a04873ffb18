"""Each endpoint at 1, 32 and 256 connections: throughput, latency and the server's CPU time a request. The yardstick is
nginx serving the same bytes from files, the physical limit of the machine; beside the CPU time stands that of a FastAPI
service with the same answers."""

import os
import random
from contextlib import nullcontext

from nginx import Nginx
from rival import FastApi, is_here
from service import Service
from tools import SERVE, Row, served, users_csv
from wrk import cpu_micros, wrk

CONNECTIONS = (1, 32, 256)
JUDGED = 32
WARM_UP = float(os.environ.get("BENCH_WARM_UP", "8"))
USERS = 2_000
MOST_CPU_PACKED = 1.1  # times the CPU of plain answers, where the bytes are prepared
MOST_CPU = {"/": 25, "/clusters": 25, "/recommend/{id}": 25, "/user/{id}/profile": 40}


def rows():
    endpoints = wanted()
    result = []
    with Service(*SERVE, env=served()) as service:
        service.first_answer()
        bodies = {name: body(service, paths[0]) for name, paths in endpoints.items()}
        answers = {path: body(service, path) for name in MOST_CPU for path in endpoints[name]}
        with Nginx(bodies) as nginx, FastApi(answers) if is_here() else nullcontext() as rival:
            for name, paths in endpoints.items():
                wrk(service.port, paths, JUDGED, WARM_UP)
                for connections in CONNECTIONS:
                    result += compared(service, nginx, rival, name, paths, connections, len(bodies[name]))
    return result


def compared(service, nginx, rival, name, paths, connections, size):
    ours, cpu = measured(service.port, [service.process.pid], paths, connections)
    static, static_cpu = measured(nginx.port, nginx.workers(), [nginx.path(name)], connections)
    what = f"{name} ({size} bytes), {connections} connections"
    shown = f"{ours}, CPU {cpu:.0f} µs"
    yardstick = f"nginx: {static}, CPU {static_cpu:.0f} µs"
    if connections != JUDGED:
        return [Row(what, shown, yardstick)]
    judged = [
        Row(what, shown, yardstick, static.rate / ours.rate, 4 if name in MOST_CPU else None),
        Row("  p99", "", "", ours.p99_ms, 5, "ms"),
    ]
    if name in MOST_CPU:
        usual = usually(rival, paths, connections) if rival else ""
        judged.append(Row("  CPU a request", "", usual, cpu, MOST_CPU[name], "µs"))
        judged.append(packed(service, name, paths, connections, cpu))
    return judged


def packed(service, name, paths, connections, plain):
    """The same for callers who accept gzip; profiles are packed for each caller whose profile is not kept."""
    load, cpu = measured(service.port, [service.process.pid], paths, connections, "gzip")
    prepared = not name.startswith("/user/")
    return Row("  with Accept-Encoding: gzip", f"{load}, CPU {cpu:.0f} µs", f"plain: CPU {plain:.0f} µs",
               cpu / plain, MOST_CPU_PACKED if prepared else None)


def usually(rival, paths, connections):
    load, cpu = measured(rival.port, [rival.process.pid], paths, connections)
    return f"FastAPI, one process: {load}, CPU {cpu:.0f} µs"


def measured(port, processes, paths, connections, accepted=None):
    before = cpu_micros(processes)
    load = wrk(port, paths, connections, accepted=accepted)
    return load, (cpu_micros(processes) - before) / load.requests


def wanted():
    """Paths by endpoint; those of users are many, so that no answer is the last one again. Answers to some users, who come
    back, may be kept; those to all users are made anew."""
    with open(users_csv()) as file:
        ids = [line.split(",", 1)[0] for line in file][1:]
    some = random.Random(1).sample(ids, min(USERS, len(ids)))
    everybody = random.Random(2).sample(ids, len(ids))
    return {
        "/": ["/"],
        "/clusters": ["/clusters"],
        "/recommend/{id}": [f"/recommend/{segment}" for segment in range(4)],
        "/user/{id}/profile": [f"/user/{id}/profile" for id in some],
        "/user/{id}/profile of all in turn": [f"/user/{id}/profile" for id in everybody],
        "/user/{id}/recommendations": [f"/user/{id}/recommendations" for id in some],
    }


def body(service, path):
    connection = service.connection()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"found {answer.status} at {path}, expected 200")
    return answer.read()
