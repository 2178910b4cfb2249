"""Find a Chromium for the tests in a browser.

Run as a program it also installs one where there is none and prints its path; what it has to say goes to the error stream.
It uses the standard library alone, so that it can run before the tests' own packages matter.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLE = "INDICATOR_BASKET_CHROMIUM"

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS_APPS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",  # built on Chromium, and on every Windows
)
# Below Playwright's folder of browsers, one folder a release: Linux, macOS, Windows.
PLAYWRIGHT_BROWSERS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
DOWNLOAD_SECONDS = 600

NONE_FOUND = (
    "The tests need a Chromium and none was found or could be installed. Install Chromium or Google Chrome "
    f"(on Debian: sudo apt install chromium), or set {VARIABLE} to the path of one, and run the tests again."
)


def find_chromium() -> Path | None:
    """Return the first Chromium of this machine that starts, or None.

    The order: the environment variable INDICATOR_BASKET_CHROMIUM, the one that Playwright installed, the system's.

    Raises:
        ValueError: the variable names something that does not start; a choice somebody made is never passed over.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        if not starts(Path(chosen)):
            raise ValueError(f"{VARIABLE} is {chosen}, which does not start.")
        return Path(chosen)
    return next((place for place in candidates(os.environ, sys.platform, Path.home()) if starts(place)), None)


def candidates(variables: Mapping[str, str], system: str, home: Path) -> Iterator[Path]:
    """Yield where a Chromium may be, the best first. `system` is as in sys.platform."""
    browsers = playwright_folder(variables, system, home)
    for pattern in PLAYWRIGHT_BROWSERS:
        yield from sorted(browsers.glob(pattern), key=release, reverse=True)
    for command in COMMANDS:
        found = shutil.which(command, path=variables.get("PATH"))
        if found:
            yield Path(found)
    if system == "darwin":
        yield from (
            folder / app for app in MAC_APPS for folder in (Path("/Applications"), home / "Applications")
        )
    if system == "win32":
        folders = [
            variables[name]
            for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
            if name in variables
        ]
        yield from (Path(folder) / app for app in WINDOWS_APPS for folder in folders)


def playwright_folder(variables: Mapping[str, str], system: str, home: Path) -> Path:
    """Return the folder in which Playwright keeps the browsers that it downloads."""
    if variables.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(variables["PLAYWRIGHT_BROWSERS_PATH"])
    if system == "darwin":
        return home / "Library" / "Caches" / "ms-playwright"
    if system == "win32":
        return Path(variables.get("LOCALAPPDATA", home / "AppData" / "Local")) / "ms-playwright"
    return Path(variables.get("XDG_CACHE_HOME", home / ".cache")) / "ms-playwright"


def release(executable: Path) -> int:
    """Return the number of a Playwright build: 1255 for .../chromium-1255/chrome-linux64/chrome."""
    numbers = (part.removeprefix("chromium-") for part in executable.parts if part.startswith("chromium-"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def starts(executable: Path) -> bool:
    """Whether a browser runs at all: a stub or one that lacks system libraries stands there but does not start.

    Windows is taken at its word, because there `--version` opens a window.
    """
    if sys.platform == "win32" or not executable.is_file():
        return executable.is_file()
    try:
        asked = subprocess.run([executable, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def install_chromium() -> Path | None:
    """Try to install a Chromium, by Playwright and then by apt-get for root, and return it, or None."""
    complain("No Chromium found; installing one with Playwright ...")
    attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    found = find_chromium()
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        complain("That did not help; installing one with apt-get ...")
        attempt(["apt-get", "update"])
        attempt(["apt-get", "install", "-y", "chromium"])
        found = find_chromium()
    return found


def attempt(command: list[str]) -> None:
    """Run an installer quietly, for at most ten minutes; whether it helped shows in whether a browser is found after."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=quiet,
            timeout=DOWNLOAD_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        complain(f"{command[0]} did not end well: {problem}")


def main() -> int:
    """Print the path of a Chromium, installed if need be; return 1, with a sentence, if there is none."""
    try:
        found = find_chromium() or install_chromium()
    except ValueError as problem:
        complain(str(problem))
        return 1
    if found is None:
        complain(NONE_FOUND)
        return 1
    sys.stdout.write(f"{found}\n")
    return 0


def complain(sentence: str) -> None:
    """Say something to the person at the keyboard."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
