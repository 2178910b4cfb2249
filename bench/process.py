"""A contender as a process of its own on loopback: started, watched, stopped; its CPU time and memory."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.contenders import Contender

START_SECONDS = 90
JUDGES = "indicators.assessments.at_work"
STOP_SECONDS = 15
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Running:
    """A contender that answers at `port` of this machine."""

    contender: Contender
    port: int
    process: subprocess.Popen
    log: Path

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """The CPU time that it and its children have taken so far, user and system."""
        times = [one.cpu_times() for one in family(self.process.pid)]
        return sum(time.user + time.system for time in times)

    def memory(self) -> float:
        """The megabytes that it and its children would hold if nobody else ran: what they share is counted once.

        What no other process holds (the unique set) says less: programs share the pages of the files that they run from,
        Python's among them, also with this bench.
        """
        alone, shared = 0, Counter[str]()
        for each in (each for one in family(self.process.pid) for each in one.memory_maps()):
            alone += each.private_clean + each.private_dirty
            shared[each.path] = max(shared[each.path], each.shared_clean + each.shared_dirty)
        return (alone + shared.total()) / MEGABYTE

    def rest(self, seconds: float) -> None:
        """Wait so long, and on until a process that judges beside it has ended."""
        time.sleep(seconds)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and any(JUDGES in one.cmdline() for one in family(self.process.pid)):
            time.sleep(1)

    def log_tail(self, lines: int = 20) -> str:
        """The last lines that it logged."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def family(pid: int) -> list[psutil.Process]:
    """A process and all below it."""
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


@contextlib.contextmanager
def running(contender: Contender, logs: Path) -> Iterator[Running]:
    """Run a contender until the end of the block.

    Raises:
        RuntimeError: it ended or did not answer in time; the message holds its log.
    """
    logs.mkdir(parents=True, exist_ok=True)
    port = free_port()
    file = logs / f"{contender.name.replace(', ', '-').replace(' ', '-')}.log"
    with file.open("wb") as log:
        process = subprocess.Popen(
            contender.command(port),
            cwd=contender.folder,
            env=contender.surroundings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    served = Running(contender, port, process, file)
    try:
        _wait_until_it_answers(served)
        yield served
    finally:
        _stop(process)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _wait_until_it_answers(served: Running) -> None:
    path = "/_stcore/health" if served.contender.kind == "streamlit" else "/"
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and served.process.poll() is None:
        with contextlib.suppress(OSError, urllib.error.URLError):
            urllib.request.urlopen(served.url + path, timeout=5).close()  # noqa: S310 - our own address
            return
        time.sleep(0.1)
    state = (
        "did not answer" if served.process.poll() is None else f"ended with code {served.process.returncode}"
    )
    raise RuntimeError(f"{served.contender.name} {state}. Its log:\n{served.log_tail()}")


def _stop(process: subprocess.Popen) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        everybody = family(process.pid)
        process.terminate()
        psutil.wait_procs(everybody, timeout=STOP_SECONDS)
        for one in everybody:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
    process.wait()
