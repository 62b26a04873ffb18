"""The first answer of the service, started with the ahead-of-time cache, against the plain jar's; the shipped model."""

from statistics import median

from service import Service
from tools import CACHE, CACHED_JAR, JAR, REPETITIONS, SPRING_AOT, Row, seconds


def rows():
    plain, cached = [], []
    for _ in range(max(5, REPETITIONS)):
        plain.append(first_answer("-jar", JAR))
        cached.append(first_answer("-XX:+UseSerialGC", SPRING_AOT, CACHE, "-jar", CACHED_JAR))
    return [Row("start to first answer", seconds(cached), f"plain jar: {seconds(plain)}",
                median(cached) / median(plain), 0.3)]


def first_answer(*options):
    with Service(*options) as service:
        return service.first_answer()
