"""`audit --report`: the edition's report as a file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.reports.printed import squeezed, words_of_docx, words_of_pdf


@pytest.mark.parametrize(("ending", "read"), [("pdf", words_of_pdf), ("docx", words_of_docx)])
def test_it_is_written_by_the_ending_of_its_name(figures, tmp_path, ending, read):
    file = tmp_path / f"audit.{ending.upper()}"
    told = figures.text("audit", "--year", "2024/25", "--report", file)
    assert f"The report was written to {file}." in told
    assert "Judging the edition Reading the lines Writing the report" in told
    said = read(file.read_bytes())
    said = squeezed("".join(said))
    assert squeezed("Prevention audit 2024-25") in said
    assert squeezed("12. Restatement") in said


def test_for_programs_it_says_what_was_written(figures, tmp_path):
    file = tmp_path / "audit.pdf"
    answer = figures.read("audit", "--report", file)
    assert answer["edition"] == "2024-25"
    assert answer["bytes"] == file.stat().st_size
    assert answer["file"] == str(file)


def test_a_file_of_another_kind_is_wrong_use(figures, tmp_path):
    result = figures.run("audit", "--report", tmp_path / "audit.xlsx")
    assert result.exit_code == 2
    assert "ends in .pdf, .docx" in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "audit.xlsx").exists()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(figures, tmp_path):
    result = figures.run("audit", "--report", tmp_path / "nowhere" / "audit.pdf")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert str(tmp_path / "nowhere" / "audit.pdf") in result.stderr


def test_the_report_before_stays_where_a_new_one_cannot_be_written_whole(figures, tmp_path, monkeypatch):
    file = tmp_path / "audit.pdf"
    file.write_bytes(b"the report before")

    def full(path, content):
        with path.open("wb") as half:
            half.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = figures.run("audit", "--report", file)
    assert result.exit_code == 1
    assert str(file) in result.stderr
    assert "disk is full" in result.stderr
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("audit.pdf", b"the report before")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "1066/67"), "no edition"),
        (("--scheme", "NO-SUCH"), "cannot be read by the scheme NO-SUCH"),
    ],
    ids=["edition", "scheme"],
)
def test_what_there_is_not_is_said(figures, tmp_path, arguments, said):
    assert said in figures.text("audit", *arguments, "--report", tmp_path / "audit.pdf", code=1)
    assert not (tmp_path / "audit.pdf").exists()
