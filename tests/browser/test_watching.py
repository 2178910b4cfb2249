from __future__ import annotations

import pytest

from tests.browser.watching import Watch, leaves_the_machine

LOOKS_MOST = 100  # ten seconds, of which a machine that is not busy needs one tenth


@pytest.mark.parametrize(
    ("url", "leaves"),
    [
        pytest.param("http://127.0.0.1:8501/static/index.js", False, id="loopback"),
        pytest.param("ws://localhost:8501/_stcore/stream", False, id="socket on loopback"),
        pytest.param("data:image/svg+xml;base64,PHN2Zy8+", False, id="data in the page"),
        pytest.param("blob:http://127.0.0.1:8501/5b1c", False, id="blob in the page"),
        pytest.param("https://example.org/127.0.0.1", True, id="other host"),
        pytest.param("wss://127.0.0.1.example.org/", True, id="other host that looks like loopback"),
        pytest.param("http://10.0.0.1/", True, id="other machine of the network"),
    ],
)
def test_what_leaves_the_machine(url, leaves):
    assert leaves_the_machine(url) is leaves


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        pytest.param(
            "<script>console.error('broken chart')</script>", "console error: broken chart", id="console"
        ),
        pytest.param("<script>null.draw()</script>", "uncaught error: ", id="uncaught"),
        pytest.param(
            "<img src='https://example.org/a.png'>",
            "request to the outside: https://example.org/a.png",
            id="image",
        ),
        pytest.param(
            "<script>new WebSocket('wss://example.org/')</script>",
            "request to the outside: wss://example.org/",
            id="socket",
        ),
    ],
)
def test_a_page_that_misbehaves_is_noticed(browser, html, complaint):
    context = browser.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.set_content(html)
    for _ in range(LOOKS_MOST):
        if watch.complaints:
            break
        page.wait_for_timeout(100)
    context.close()
    assert any(seen.startswith(complaint) for seen in watch.complaints)


def test_a_page_that_behaves_is_left_alone(browser):
    context = browser.new_context()
    watch = Watch(context)
    context.new_page().set_content(
        "<script>console.log('ready'); console.warn('slow')</script><h1>Basket</h1>"
    )
    context.close()
    assert watch.complaints == []
