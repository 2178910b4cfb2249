"""Streamlit's scripts and styles, compressed ahead: what is sent, to whom, and what never is."""

from __future__ import annotations

import gzip
import logging
import os

import pytest
from starlette.responses import PlainTextResponse

from indicators.server import streamlit_files
from indicators.server.compressed import MEDIA_TYPES, CompressedCopies
from indicators.server.static_files import CompressedStatic
from tests.server.asking import ask

CODE = b"export const indicator = 'KSI-CAS';\n" * 200
GZIP = {"Accept-Encoding": "gzip, deflate, br"}
PASSED_ON = b"passed on"


@pytest.fixture
def originals(tmp_path):
    """A folder as Streamlit's: scripts, a style, a font, and a secret beside it."""
    folder = tmp_path / "static"
    for name, content in {
        "js/index.D1.js": CODE,
        "css/index.C1.css": b"h1 { font-weight: 700 }\n" * 50,
        "media/font.F1.woff2": b"\x00font",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (tmp_path / "secret.js").write_text("secret")
    return folder


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "static-cache" / "1.67.0"


@pytest.fixture
def copies(originals, cache):
    ready = CompressedCopies()
    ready.prepare(originals, cache)
    return ready


@pytest.fixture
def app(copies):
    return CompressedStatic(PlainTextResponse(PASSED_ON), copies)


def test_a_script_is_sent_compressed_and_may_be_kept_for_a_year(app):
    answer = ask(app, "/static/js/index.D1.js", headers=GZIP)
    assert gzip.decompress(answer.body) == CODE
    assert len(answer.body) < len(CODE) / 10
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_style_is_a_style(app):
    assert ask(app, "/static/css/index.C1.css", headers=GZIP).headers["content-type"].startswith("text/css")


ACCEPTED = {
    "gzip": True,
    "br, gzip;q=0.8": True,
    "GZIP": True,
    "deflate , gzip ; q=0.001": True,
    "gzip;q=0": False,
    "gzip; q=0.000": False,
    "br": False,
    "identity": False,
    "": False,
}


@pytest.mark.parametrize(("accepted", "compressed"), ACCEPTED.items())
def test_only_who_can_read_it_gets_a_compressed_file(app, accepted, compressed):
    answer = ask(app, "/static/js/index.D1.js", headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("content-encoding") == "gzip") is compressed
    assert (answer.body == PASSED_ON) is not compressed


NOT_OURS = {
    "a font": "/static/media/font.F1.woff2",
    "no such file": "/static/js/other.js",
    "a file beside the folder": "/static/../secret.js",
    "the same, written in code": "/static/%2e%2e/secret.js",
    "the same, by two codes": "/static/..%2fsecret.js",
    "with backslashes": "/static/..\\secret.js",
    "a way out and in again": "/static/js/../js/index.D1.js",
    "an absolute path": "/static//etc/passwd",
    "a folder": "/static/js",
    "the root": "/static/",
    "the copy's own name": "/static/js/index.D1.js.gz",
    "an end in the middle": "/static/js/index.D1.js%00",
    "another place": "/js/index.D1.js",
}


@pytest.mark.parametrize("address", NOT_OURS.values(), ids=NOT_OURS)
def test_every_other_address_is_passed_on(app, address):
    assert ask(app, address, headers=GZIP).body == PASSED_ON


@pytest.mark.parametrize("method", ["POST", "DELETE", "OPTIONS"])
def test_other_methods_are_passed_on(app, method):
    assert ask(app, "/static/js/index.D1.js", method=method, headers=GZIP).body == PASSED_ON


def test_head_is_get_without_its_body(app):
    got, head = (ask(app, "/static/js/index.D1.js", method=one, headers=GZIP) for one in ("GET", "HEAD"))
    assert (head.status, head.headers, head.body) == (200, got.headers, b"")


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_what_a_browser_has_is_not_sent_again(app, known):
    tag = ask(app, "/static/js/index.D1.js", headers=GZIP).headers["etag"]
    answer = ask(app, "/static/js/index.D1.js", headers=GZIP | {"If-None-Match": known.format(tag)})
    assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
    assert answer.headers["cache-control"].endswith("immutable")


def test_what_a_browser_has_of_another_release_is_sent_anew(app):
    answer = ask(app, "/static/js/index.D1.js", headers=GZIP | {"If-None-Match": '"index.D0.js-1.gz"'})
    assert answer.status == 200


def test_until_copies_are_ready_streamlit_answers():
    app = CompressedStatic(PlainTextResponse(PASSED_ON), CompressedCopies())
    assert ask(app, "/static/js/index.D1.js", headers=GZIP).body == PASSED_ON


def test_a_copy_that_was_deleted_is_done_without(app, cache):
    (cache / "js" / "index.D1.js.gz").unlink()
    assert ask(app, "/static/js/index.D1.js", headers=GZIP).body == PASSED_ON


def test_copies_are_made_once(originals, cache, copies):
    made = {path: path.stat().st_mtime_ns for path in cache.rglob("*.gz")}
    again = CompressedCopies()
    again.prepare(originals, cache)
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*.gz")} == made
    assert again.find("js/index.D1.js") == copies.find("js/index.D1.js")


def test_nothing_is_left_beside_the_copies(cache, copies):
    assert {path.relative_to(cache).as_posix() for path in cache.rglob("*") if path.is_file()} == {
        "js/index.D1.js.gz",
        "css/index.C1.css.gz",
    }


def test_copies_of_another_release_are_forgotten(originals, cache):
    old = cache.parent / "1.66.0" / "js" / "index.D0.js.gz"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    CompressedCopies().prepare(originals, cache)
    assert [path.name for path in cache.parent.iterdir()] == [cache.name]


def test_a_folder_that_cannot_be_written_is_logged_and_done_without(originals, cache, caplog):
    cache.parent.parent.mkdir(exist_ok=True)
    cache.parent.write_text("a file stands where the folder should be")
    copies = CompressedCopies()
    with caplog.at_level(logging.WARNING):
        copies.prepare(originals, cache)
    assert copies.find("js/index.D1.js") is None
    assert "sent uncompressed" in caplog.text


def test_a_copy_half_written_by_a_process_that_died_is_not_served(originals, cache):
    half = cache / "js" / f"index.D1.js.gz.{os.getpid()}.incoming"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    copies = CompressedCopies()
    copies.prepare(originals, cache)
    assert gzip.decompress(copies.find("js/index.D1.js").path.read_bytes()) == CODE


def test_streamlits_own_folder_is_found_and_holds_text_to_compress():
    folder = streamlit_files.folder() / "static"
    names = {path.suffix for path in folder.rglob("*") if path.suffix in MEDIA_TYPES}
    assert names >= {".js", ".css"}
    assert not list(folder.rglob("*.html")), "pages change with us and are never kept"


BROKEN = {
    "cut off": lambda whole: whole[:-10],
    "empty": lambda _: b"",
    "too short": lambda _: b"\x1f\x8b",
    "of another original": lambda _: gzip.compress(b"another"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_copy_that_a_crash_left_broken_is_made_anew(originals, copies, cache, name):
    path = cache / "js" / "index.D1.js.gz"
    path.write_bytes(BROKEN[name](path.read_bytes()))
    again = CompressedCopies()
    again.prepare(originals, cache)
    answer = ask(
        CompressedStatic(PlainTextResponse(PASSED_ON), again), "/static/js/index.D1.js", headers=GZIP
    )
    assert gzip.decompress(answer.body) == CODE


def test_a_whole_copy_is_not_made_again(originals, copies, cache):
    path = cache / "js" / "index.D1.js.gz"
    made = path.stat().st_mtime_ns
    CompressedCopies().prepare(originals, cache)
    assert path.stat().st_mtime_ns == made
