"""nginx serving given bodies as files, on a free port, from a temporary folder."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CONFIG = """
worker_processes auto;
daemon off;
error_log stderr error;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=100;
  keepalive_requests 1000000;
  default_type application/json;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


class Nginx:
    """Serves bodies, by name, until the end of the `with` block."""

    def __init__(self, bodies):
        self.folder = Path(tempfile.mkdtemp(prefix="bench-nginx-"))
        self.folder.chmod(0o755)
        (self.folder / "files").mkdir()
        self.names = list(bodies)
        for name, body in bodies.items():
            (self.folder / "files" / self.path(name)[1:]).write_bytes(body)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def path(self, name):
        return f"/{self.names.index(name)}.json"

    def __enter__(self):
        config = self.folder / "nginx.conf"
        config.write_text(CONFIG.format(folder=self.folder, port=self.port))
        self.process = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", config], stderr=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0 and self.workers():
                    return self
            time.sleep(0.02)
        raise SystemExit("nginx did not start")

    def workers(self):
        main = self.process.pid
        return [int(child) for child in Path(f"/proc/{main}/task/{main}/children").read_text().split()]

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
