"""Set up Indicator Basket on this machine and open it, or run its tests.

    python3 start.py          open the dashboard
    python3 start.py test     run the tests

The first run makes a virtual environment beside this file (.venv for the dashboard, .venv-test for the tests)
and fills it from the lock file; nothing is installed anywhere else. Later runs start at once, until the lock changes.

Options are passed on: `python3 start.py --server.port 8600` to Streamlit,
`python3 start.py test -k basket` to pytest, whose paths count from this folder. Python 3.11 or newer is needed.
"""

# An older Python must be able to read this file far enough to say that it is too old: so there is no
# `from __future__ import annotations` here, nothing newer than Python 3.6 in the grammar, and this check comes first.
import sys

if sys.version_info < (3, 11):
    sys.exit(
        f"Indicator Basket needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]} "
        f"({sys.executable}).\nGet a newer one from https://www.python.org/downloads/ and start this file with it, "
        "for example: python3.12 start.py"
    )

import errno
import hashlib
import importlib.util
import os
import platform
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
MARKER = "installed-lock.sha256"

# Building one of these from source takes a compiler and up to an hour, so a machine without a ready-made one is told at once.
NEVER_BUILT = "duckdb,lxml,numpy,pandas,pyarrow,scipy,typst"

# What pip says, and what it means to the person at the keyboard: the first sign found is the reason given.
PIP_FAILURES = {
    "No space left on device": "The disk is full.",
    "Permission denied": "The virtual environment belongs to somebody else: delete its folder, and run the command again.",
    "DO NOT MATCH THE HASHES": "A downloaded package is not the one that the lock file names, so it was not installed.",
    "after connection broken by": "The package index cannot be reached. Check the connection; "
    "behind a proxy set HTTPS_PROXY, and for an index of your own set PIP_INDEX_URL.",
    "No matching distribution found": "The package index does not offer a package for this machine "
    f"(Python {platform.python_version()}, {platform.system()} {platform.machine()}), or cannot be reached. "
    "Check the connection; another Python may do: 3.11 to 3.13 were tried.",
}


class RefusalError(Exception):
    """What stops the set-up, in sentences for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks for and return the exit code.

    The code is that of Streamlit or pytest; 1 when the set-up failed, 2 for an unknown word, 130 after Ctrl-C.
    """
    sys.stdout.reconfigure(errors="replace")
    sys.stderr.reconfigure(errors="replace")
    if arguments[:1] in (["-h"], ["--help"]):
        say(__doc__.strip())
        return 0
    if arguments and arguments[0] != "test" and not arguments[0].startswith("-"):
        complain(f"start.py does not know {arguments[0]!r}.\n\n{__doc__.strip()}")
        return 2
    try:
        return run_tests(arguments[1:]) if arguments[:1] == ["test"] else open_dashboard(arguments)
    except RefusalError as refusal:
        complain(str(refusal))
    except OSError as problem:
        complain(f"The set-up could not go on: {problem.strerror} ({problem.filename}).")
    except KeyboardInterrupt:
        complain("Stopped.")
        return 130
    return 1


def open_dashboard(options: list[str]) -> int:
    """Run the dashboard in its own environment until it is stopped."""
    python = ready_environment(ROOT / ".venv", ROOT / "requirements.lock")
    say("Opening the dashboard. Ctrl-C stops it.")
    flags = ["--server.headless=false", "--server.showEmailPrompt=false"] if has_desktop() else []
    return hand_over([str(python), "-m", "streamlit", "run", "dashboard.py", *flags, *options])


def run_tests(options: list[str]) -> int:
    """Run every test in an environment of its own, with a browser, and return pytest's exit code."""
    python = ready_environment(ROOT / ".venv-test", ROOT / "requirements-dev.lock")
    finding = [str(python), str(ROOT / "tests" / "browser" / "chromium.py")]
    found = subprocess.run(finding, stdout=subprocess.PIPE, text=True, env=surroundings(), check=False)
    if found.returncode:
        return found.returncode
    say(f"Running the tests; the browser is {found.stdout.strip()}.")
    two_at_a_time = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return hand_over(
        [str(python), "-m", "pytest", *two_at_a_time, *options],
        INDICATOR_BASKET_CHROMIUM=found.stdout.strip(),
    )


def ready_environment(folder: Path, lock: Path) -> Path:
    """Return the Python of the environment in `folder`, made and filled from `lock` where that is still to be done.

    A marker in the folder holds the hash of the lock that was installed last; it is written only after all went well.
    """
    marker = folder / MARKER
    python = python_of(folder)
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    works = has_pip(python)
    if works and marker.is_file() and marker.read_text().strip() == wanted:
        return python
    if not works:
        make_environment(folder)
    install(python, lock)
    marker.write_text(wanted + "\n")
    return python


def python_of(folder: Path, system: str = os.name) -> Path:
    """Return where a virtual environment keeps its Python on this operating system."""
    return folder / "Scripts" / "python.exe" if system == "nt" else folder / "bin" / "python"


def has_pip(python: Path) -> bool:
    """Whether an environment's Python starts and has pip: not so after its base Python was removed or replaced."""
    return python.is_file() and run([str(python), "-c", "import pip"]).returncode == 0


def make_environment(folder: Path) -> None:
    """Make an empty virtual environment, replacing one that no longer works."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise RefusalError(
            "This Python cannot make virtual environments. On Debian and Ubuntu: "
            f"sudo apt install python3.{sys.version_info.minor}-venv\n"
            "Then run the same command again."
        )
    try:
        folder.mkdir(exist_ok=True)
        (folder / MARKER).write_text("")
    except OSError as problem:
        if problem.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise RefusalError(
            f"{folder} cannot be written: {problem.strerror}. Copy the whole project into a folder of your own, "
            "such as one in your home, and run the same command there."
        ) from problem
    say(f"Making a virtual environment in {folder} ...")
    made = run([sys.executable, "-m", "venv", "--clear", str(folder)])
    if made.returncode:
        raise RefusalError(
            f"The virtual environment could not be made in {folder}:\n{last_lines(made.stdout)}"
        )


def install(python: Path, lock: Path) -> None:
    """Install exactly what the lock names; every download is held against its hash."""
    say(f"Installing the packages of {lock.name}; this takes a minute or two ...")
    began = time.monotonic()
    flags = [
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--require-hashes",
        "--only-binary",
        NEVER_BUILT,
    ]
    installed = run([str(python), "-m", "pip", "install", *flags, "-r", str(lock)])
    if installed.returncode:
        raise RefusalError(f"{why_pip_failed(installed.stdout)}\n\npip said:\n{last_lines(installed.stdout)}")
    say(f"Installed in {time.monotonic() - began:.0f} seconds.")


def why_pip_failed(output: str) -> str:
    """Return the reason for pip's failure in plain words."""
    for sign, sentence in PIP_FAILURES.items():
        if sign in output:
            return sentence
    return "The packages could not be installed."


def last_lines(output: str, count: int = 6) -> str:
    """Return the end of a program's output, indented, without empty lines and warnings."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip() and not line.startswith("WARNING")]
    return "\n".join("  " + line for line in lines[-count:])


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, keeping all that it says in `.stdout`."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=surroundings(),
        check=False,
    )


def surroundings() -> dict[str, str]:
    """Return the environment variables for what we start: the caller's, less those that mix in other packages."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    return kept | {"PIP_USER": "0"}


def hand_over(command: list[str], **variables: str) -> int:
    """Become `command`, in the project's folder, so that Ctrl-C and the exit code are its own.

    Windows has no such call: there the command runs as a child, and its exit code is returned.
    """
    os.chdir(ROOT)
    sys.stdout.flush()
    environment = surroundings() | variables
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


def has_desktop() -> bool:
    """Whether there is a screen on which a web browser can be opened."""
    return sys.platform in ("win32", "darwin") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))


def say(sentence: str) -> None:
    """Tell the person at the keyboard how far the set-up is."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Tell the person at the keyboard what went wrong."""
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
