"""The dashboard as people meet it: a server process of its own on loopback, with an empty home."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """A running dashboard: where it answers, where it keeps its state, and where it logs."""

    url: str
    home: Path
    log: Path

    def log_tail(self, lines=40):
        """Return the last lines that the server logged."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


@contextlib.contextmanager
def running(folder, *, project=PROJECT, script="dashboard.py"):
    """Run `script` on a free port of this machine with its home in `folder`; stop it at the end.

    Raises:
        RuntimeError: it ended, or did not answer within a minute; the message holds its log.
    """
    port = free_port()
    served = Served(url=f"http://127.0.0.1:{port}", home=folder / "home", log=folder / "server.log")
    options = {
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    with served.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, *flags],
            cwd=project,
            env=os.environ | {"INDICATOR_BASKET_HOME": str(served.home)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_healthy(served, process)
        yield served
    finally:
        stop(process)


def free_port():
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_until_healthy(served, process):
    """Wait until the server says that it is well."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if is_healthy(served.url):
            return
        time.sleep(0.1)
    state = "did not answer" if process.poll() is None else f"ended with code {process.returncode}"
    raise RuntimeError(f"The server {state}. Its log:\n{served.log_tail()}")


def is_healthy(url):
    """Whether a server answers there that it is well."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:  # noqa: S310 - our own address
            return answer.read() == b"ok"
    except OSError:
        return False


def stop(process):
    """End the server, by force if it does not go."""
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
