"""The first answer of the service, started as in the image, against the plain jar's; the shipped model."""

from statistics import median

from service import Service
from tools import CACHED, JAR, REPETITIONS, Row, seconds

# What the Dockerfile's shares of the memory come to in an instance of 2 GiB.
INSTANCE = ["-XX:+UseSerialGC", "-Xms512m", "-Xmx1g"]


def rows():
    plain, cached = [], []
    for _ in range(max(11, REPETITIONS)):
        plain.append(first_answer("-jar", JAR))
        cached.append(first_answer(*INSTANCE, *CACHED))
    return [Row("start to first answer", seconds(cached), f"plain jar: {seconds(plain)}",
                median(cached) / median(plain), 0.36)]


def first_answer(*options):
    with Service(*options) as service:
        return service.first_answer()
