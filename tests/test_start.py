from __future__ import annotations

import ast
import errno
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pip
import pytest

import start

SOURCE = Path(start.__file__)


# --- an older Python -------------------------------------------------------------------------------------------------


def test_python_3_6_can_read_the_file():
    ast.parse(SOURCE.read_text(), feature_version=(3, 6))
    assert "from __future__" not in SOURCE.read_text().split("import sys")[1]


def test_an_older_python_is_told_what_is_needed():
    pretend = "import sys; sys.version_info = (3, 10, 2); sys.path.insert(0, sys.argv[1]); import start"
    ended = subprocess.run(
        [sys.executable, "-c", pretend, SOURCE.parent], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Indicator Basket needs Python 3.11 or newer; this is Python 3.10 (")
    assert "Traceback" not in ended.stderr


# --- the words of the command line -----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_both_commands(word, capsys):
    assert start.main([word]) == 0
    told = capsys.readouterr().out
    assert "python3 start.py  " in told
    assert "python3 start.py test" in told


def test_an_unknown_word_is_refused_with_the_known_ones(capsys):
    assert start.main(["tests"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("start.py does not know 'tests'.")
    assert "python3 start.py test" in told


# --- what is handed on -----------------------------------------------------------------------------------------------

ECHO = """
import os, sys
print(os.getcwd(), sys.argv[1:], os.environ.get("INDICATOR_BASKET_CHROMIUM"), os.environ.get("PYTHONPATH"), sep="|")
sys.exit(7)
"""


def bare_environment(folder):
    """Make a virtual environment without pip, and return where its packages go."""
    venv.create(folder, symlinks=os.name != "nt")
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))


def project_with(folder, environment, lock, package):
    """A project set up already, in which `package` only says how it was called and ends with code 7."""
    (folder / "tests" / "browser").mkdir(parents=True)
    shutil.copy(SOURCE, folder)
    shutil.copy(SOURCE.parent / "tests" / "browser" / "chromium.py", folder / "tests" / "browser")
    (folder / lock).write_text("a lock\n")
    home = folder / environment
    packages = bare_environment(home)
    (packages / "pip.py").touch()
    (packages / package).mkdir()
    (packages / package / "__main__.py").write_text(ECHO)
    (home / start.MARKER).write_text(hashlib.sha256(b"a lock\n").hexdigest())
    return folder


@pytest.mark.parametrize(
    ("words", "kept_in", "called_with"),
    [
        pytest.param(
            ["--server.port", "8600"],
            (".venv", "requirements.lock", "streamlit"),
            ["run", "dashboard.py", "--server.port", "8600"],
            id="dashboard",
        ),
        pytest.param(
            ["test", "-k", "basket"],
            (".venv-test", "requirements-dev.lock", "pytest"),
            ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-k", "basket"],
            id="tests",
        ),
    ],
)
def test_from_anywhere_options_go_on_and_the_exit_code_comes_back(tmp_path, words, kept_in, called_with):
    project = project_with(tmp_path / "pro ject", *kept_in)
    variables = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    ended = subprocess.run(
        [sys.executable, project / "start.py", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=variables | {"PYTHONPATH": "/elsewhere", "INDICATOR_BASKET_CHROMIUM": sys.executable},
    )
    assert ended.stderr == ""
    assert ended.returncode == 7
    assert ended.stdout.splitlines()[-1] == f"{project}|{called_with}|{sys.executable}|None"


def test_on_a_desktop_a_window_opens_and_no_address_is_asked_for(monkeypatch, tmp_path):
    handed = []
    monkeypatch.setattr(start, "ready_environment", lambda folder, _lock: tmp_path / folder.name)
    monkeypatch.setattr(start, "hand_over", handed.extend)
    monkeypatch.setenv("DISPLAY", ":0")
    start.open_dashboard(["--server.headless=true"])
    assert handed[-3:] == [
        "--server.headless=false",
        "--server.showEmailPrompt=false",
        "--server.headless=true",
    ]


# --- the environment -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "python"),
    [("posix", "bin/python"), ("nt", "Scripts/python.exe")],
    ids=["Linux, macOS", "Windows"],
)
def test_where_an_environment_keeps_its_python(system, python):
    assert start.python_of(Path("env"), system) == Path("env") / python


@pytest.mark.parametrize(
    ("works", "installed_before", "expected"),
    [
        pytest.param(False, None, ["made", "installed now"], id="first time"),
        pytest.param(True, "now", [], id="nothing changed"),
        pytest.param(True, "before", ["installed now"], id="the lock changed"),
        pytest.param(True, None, ["installed now"], id="stopped half-way, or somebody's empty environment"),
        pytest.param(False, "now", ["made", "installed now"], id="its Python is gone"),
    ],
)
def test_only_what_is_missing_is_done(monkeypatch, tmp_path, works, installed_before, expected):
    folder, lock = tmp_path / "env", tmp_path / "requirements.lock"
    folder.mkdir()
    lock.write_text("now")
    if installed_before is not None:
        (folder / start.MARKER).write_text(hashlib.sha256(installed_before.encode()).hexdigest())
    done = []
    monkeypatch.setattr(start, "has_pip", lambda _python: works)
    monkeypatch.setattr(start, "make_environment", lambda _folder: done.append("made"))
    monkeypatch.setattr(start, "install", lambda _python, lock: done.append(f"installed {lock.read_text()}"))
    start.ready_environment(folder, lock)
    assert done == expected

    monkeypatch.setattr(start, "has_pip", lambda _python: True)
    start.ready_environment(folder, lock)
    assert done == expected


def test_a_python_without_venv_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(start.RefusalError, match=rf"apt install python3\.{sys.version_info.minor}-venv"):
        start.make_environment(tmp_path / "env")


@pytest.mark.parametrize("reason", [errno.EACCES, errno.EPERM, errno.EROFS], ids=errno.errorcode.get)
def test_a_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path, reason):
    def refuse(*_arguments, **_options):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(
        start.RefusalError, match=r"cannot be written: .*Copy the whole project into a folder of your own"
    ):
        start.make_environment(tmp_path / "env")


def test_any_other_trouble_with_a_file_ends_in_a_sentence(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(start, "ROOT", tmp_path)
    assert start.main([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("The set-up could not go on: ")
    assert "requirements.lock" in told


def test_ctrl_c_ends_in_a_word(monkeypatch, capsys):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "ready_environment", interrupted)
    assert start.main([]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


# --- installing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "WARNING: Retrying after connection broken by 'X'\nERROR: No matching distribution found",
            "cannot be reached. Check",
        ),
        (
            "ERROR: No matching distribution found for duckdb==2.0.0",
            "does not offer a package for this machine",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "is not the one that the lock file names",
        ),
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: [Errno 13] Permission denied: '/x/.venv/bin'", "belongs to somebody else"),
        ("something unheard of", "The packages could not be installed"),
    ],
    ids=["offline", "not offered", "hash", "disk", "permission", "unknown"],
)
def test_why_pip_failed(said, meant):
    assert meant in start.why_pip_failed(said)


def test_of_a_long_complaint_the_end_is_shown():
    said = "WARNING: retrying\n\n" + "\n".join(f"line {number}" for number in range(10)) + "\n"
    assert start.last_lines(said, 2) == "  line 8\n  line 9"


def wheel(folder, name):
    """Write the smallest package there is, and return the hash of its file."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    information = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", f"called = {name!r}\n")
        archive.writestr(f"{information}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(
            f"{information}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{information}/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_lock_is_installed_for_real_and_a_changed_package_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    folder, lock = tmp_path / "env", tmp_path / "requirements.lock"
    shutil.copytree(Path(pip.__file__).parent, bare_environment(folder) / "pip")

    lock.write_text(f"sound==1.0 \\\n    --hash=sha256:{wheel(tmp_path, 'sound')}\n")
    python = start.ready_environment(folder, lock)
    assert start.run([str(python), "-c", "import sound; print(sound.called)"]).stdout == "sound\n"
    remembered = (folder / start.MARKER).read_text()

    digest = wheel(tmp_path, "changed")
    lock.write_text(f"changed==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    with pytest.raises(start.RefusalError, match="not the one that the lock file names") as refusal:
        start.ready_environment(folder, lock)
    assert f"Got        {digest}" in str(refusal.value)
    assert start.run([str(python), "-c", "import changed"]).returncode == 1
    assert (folder / start.MARKER).read_text() == remembered
