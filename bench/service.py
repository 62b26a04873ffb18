"""A running service: started, waited for, asked and stopped."""

import http.client
import os
import socket
import subprocess
import sys
import time

from tools import JAVA, NATIVE

LONGEST_START = 60


class Service:
    """The service on a free port; stopped at the end of the `with` block."""

    def __init__(self, *options, env=None, before=()):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.begun = time.perf_counter()
        self.process = subprocess.Popen([*before, JAVA, NATIVE, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, **(env or {}), "PORT": str(self.port)})

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait()

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def first_answer(self):
        """Seconds from exec to the first 200 on /clusters."""
        while time.perf_counter() - self.begun < LONGEST_START and self.process.poll() is None:
            try:
                connection = self.connection()
                connection.request("GET", "/clusters")
                if connection.getresponse().status == 200:
                    return time.perf_counter() - self.begun
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.005)
        sys.exit("the service did not answer /clusters with 200")

    def resident_mb(self, field):
        """A figure of /proc/PID/status: VmRSS is resident now, VmHWM the most so far."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith(field))
