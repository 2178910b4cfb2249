"""The HTML that a visit begins with: what is written into it, once, and that nothing in it leads outside."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser

import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route

from indicators.server import streamlit_files
from indicators.server.first_page import ICON, SCRIPT, FirstPage
from indicators.server.preload import preload
from indicators.server.streamlit_files import CHART, SCREEN, chunks, files_beyond
from tests.server.asking import ask

INDEX = streamlit_files.folder() / "index.html"
MANIFEST = json.loads((streamlit_files.folder() / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def app():
    """A server that answers as Streamlit does: its page at every address, and a document."""

    async def page(_):
        return FileResponse(INDEX, headers={"cache-control": "no-cache"})

    async def document(_):
        return JSONResponse({"html": "<title>Streamlit</title></head>"})

    return FirstPage(
        Starlette(
            routes=[Route("/document", document), Route("/{rest:path}", page, methods=["GET", "POST"])]
        ),
        words,
        EVERYWHERE,
        ICON_OF_OURS,
    )


ICON_OF_OURS = b'<link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+" />'
EVERYWHERE = b"<style>p { color: inherit }</style>"


def words(path, query):
    """Words for one address, and for another an error."""
    if path == "/broken":
        raise RuntimeError("cannot be drawn")
    return f"<p>Words for {query}</p>".encode() if path == "/words" else None


class Links(HTMLParser):
    """Every element with an address, in order: tag, attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if {"src", "href", "action", "srcset"} & dict(attrs).keys():
            self.found.append((tag, dict(attrs)))


PAGES = ["/", "/indicator?code=KSI-CAS", "/indicator?code=KSI-CAS&part=table", "/nowhere"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_the_script_once_and_its_own_title(app, address):
    answer = ask(app, address)
    assert answer.body.count(SCRIPT) == 1
    assert answer.text.count("window.__streamlit=") == 1
    assert re.findall("<title>(.*?)</title>", answer.text) == ["Indicator Basket"]
    assert answer.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_streamlits_own_but_for_what_we_add(app, address):
    path, _, query = address.partition("?")
    body = ask(app, address).body
    bare = (
        body.replace(preload(path, query), b"")
        .replace(SCRIPT, b"")
        .replace(EVERYWHERE, b"")
        .replace(ICON_OF_OURS, ICON)
    )
    assert bare.replace(b"Indicator Basket", b"Streamlit") == INDEX.read_bytes()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_leads_outside(app, address):
    links = Links(ask(app, address).text).found
    addresses = [attributes.get("src") or attributes.get("href") for _, attributes in links]
    assert len(addresses) > 50
    assert [one for one in addresses if not one.startswith(("./", "data:"))] == []
    scripts = re.findall(r"<script>(.*?)</script>", ask(app, address).text, re.DOTALL)
    assert not [text for text in scripts if re.search(r"https?:|//\w", text)]


def test_a_page_cannot_go_unseen_after_a_new_release(app):
    assert not ask(app, "/").headers.keys() & {"etag", "last-modified"}
    assert ask(app, "/").headers["cache-control"] == "no-cache"


ASKED_ANEW = [
    {"If-None-Match": "*"},
    {"If-Modified-Since": "Sun, 22 Nov 2099 00:00:00 GMT"},
    {"Range": "bytes=0-9"},
]


@pytest.mark.parametrize("headers", ASKED_ANEW)
def test_streamlit_does_not_say_for_us_that_a_page_is_known(app, headers):
    answer = ask(app, "/words?a=1", headers=headers)
    assert (answer.status, answer.body.count(SCRIPT)) == (200, 1)


def test_head_is_get_without_its_body(app):
    for address in ("/words?a=1", "/document"):
        got, head = (ask(app, address, method=method) for method in ("GET", "HEAD"))
        assert (head.status, head.headers, head.body) == (200, got.headers, b"")


@pytest.mark.parametrize("address", ["/static/js/x.js", "/api/v1/", "/_stcore/health", "/document"])
def test_what_is_no_page_is_left_alone(app, address):
    assert SCRIPT not in ask(app, address).body


def test_only_what_is_asked_for_to_be_read_is_written_into(app):
    assert SCRIPT not in ask(app, "/", method="POST").body


def test_words_stand_behind_the_root_of_the_app(app):
    assert b'<div id="root"></div>' + EVERYWHERE + b"<p>Words for a=1</p>" in ask(app, "/words?a=1").body


def test_looks_come_with_every_page_after_the_apps_own(app):
    for address in PAGES:
        assert b'<div id="root"></div>' + EVERYWHERE in ask(app, address).body


def test_the_icon_is_ours_and_asked_for_from_nowhere(app):
    for address in PAGES:
        icons = [one for _, one in Links(ask(app, address).text).found if "icon" in one.get("rel", "")]
        assert [one["href"][:5] for one in icons] == ["data:"]


def test_words_that_cannot_be_made_are_logged_and_the_app_comes_without(app, caplog):
    assert ask(app, "/broken").body == ask(app, "/").body
    assert "no first words for /broken" in caplog.text


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, br", "gzip"), ("br", None), ("gzip;q=0", None), ("", None)]
)
def test_a_page_is_compressed_for_those_who_take_it(app, accepted, encoding):
    plain = ask(app, "/words").body
    answer = ask(app, "/words", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (gzip.decompress(answer.body) if encoding else answer.body) == plain


def hinted(address):
    path, _, query = address.partition("?")
    return Links(preload(path, query).decode()).found


WITH_CHART = ["/indicator", "/indicator?code=KSI-CAS", "/indicator?part=chart", "/indicator?part=compare"]
WITHOUT_CHART = ["/", "/?theme=communities", "/indicator?part=table", "/indicator?part=x", "/nowhere"]


@pytest.mark.parametrize("address", WITH_CHART)
def test_a_chart_is_on_its_way_from_the_start_after_everything_else(address):
    links = [attributes for _, attributes in hinted(address)]
    plotly = [one for one in links if "PlotlyChart" in one["href"]]
    assert [one["fetchpriority"] for one in plotly] == ["low"]
    assert len(links) == len(files_beyond((), SCREEN)) + len(files_beyond(SCREEN, CHART))
    assert b"<script" not in preload("/indicator", "code=KSI-CAS")


@pytest.mark.parametrize("address", WITHOUT_CHART)
def test_without_a_chart_nothing_of_plotly_is_asked_for_before_the_page_is_idle(address):
    path, _, query = address.partition("?")
    text = preload(path, query).decode()
    links, script = text.split("<script>")
    assert "Plotly" not in links
    files = json.loads(re.search(r"const files = (\[.*?\]);", script)[1])
    assert files == [f"./{name}" for name in files_beyond(SCREEN, CHART)]


@pytest.mark.parametrize("address", ["/", "/indicator"])
def test_hints_are_files_of_streamlit_that_the_page_does_not_ask_for_already(address):
    hrefs = [attributes["href"] for _, attributes in hinted(address)]
    assert len(hrefs) == len(set(hrefs)) > 20
    for href in hrefs:
        assert (streamlit_files.folder() / href).is_file()
        assert href not in INDEX.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["/", "/indicator"])
def test_a_hint_asks_in_the_way_of_the_app_itself(address):
    own = [attributes for tag, attributes in Links(INDEX.read_text(encoding="utf-8")).found if tag == "link"]
    like = next(attributes for attributes in own if attributes["rel"] == "modulepreload")
    for tag, attributes in hinted(address):
        assert tag == "link"
        assert {name: attributes[name] for name in ("rel", "crossorigin")} == {
            name: like[name] for name in ("rel", "crossorigin")
        }
        assert attributes["href"].startswith("./static/js/")


@pytest.mark.parametrize("name", [*SCREEN, *CHART])
def test_this_release_of_streamlit_has_what_screens_are_made_of(name):
    assert name in MANIFEST


def test_everything_that_a_chart_imports_is_hinted_at():
    needed = {MANIFEST[name]["file"] for name in chunks(MANIFEST, ["index.html", *CHART])}
    first = {MANIFEST[name]["file"] for name in chunks(MANIFEST, ["index.html"])}
    hrefs = {attributes["href"].removeprefix("./") for _, attributes in hinted("/indicator")}
    assert needed <= first | hrefs


@pytest.mark.parametrize(
    "described", ["", "[]", "{}", '{"index.html": {"file": "x.js", "imports": ["gone"]}}']
)
def test_a_release_that_describes_its_build_otherwise_gets_no_hints(tmp_path, monkeypatch, described):
    (tmp_path / "manifest.json").write_text(described)
    monkeypatch.setattr(streamlit_files, "folder", lambda: tmp_path)
    assert files_beyond.__wrapped__((), CHART) == ()
