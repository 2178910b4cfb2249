"""The floor: hand-written pages from a bare ASGI app, everything compressed beforehand, no framework."""

from __future__ import annotations

import gzip
import html
import json
from pathlib import Path

import plotly
from basket import COLUMNS, rows, themes

PAGE = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Indicator Basket</title><body><main>{}</main>"
FILTER = """<script>document.getElementById('theme').onchange = event => {
  for (const row of document.querySelectorAll('.basket-table tbody tr'))
    row.hidden = event.target.value && row.dataset.theme !== event.target.value;
};</script>"""
DRAW = """<script src='/plotly.js'></script><script>
const rows = ROWS, choice = document.getElementById('code');
for (const row of rows) choice.add(new Option(row.title, row.code));
choice.value = new URLSearchParams(location.search).get('code');
const draw = () => {
  const row = rows.find(row => row.code === choice.value);
  document.querySelector('h1').textContent = row.title;
  Plotly.react('chart', row.figure.data, row.figure.layout, {displayModeBar: false});
};
choice.onchange = draw;
draw();
</script>"""


def line(row: dict) -> str:
    text = {name: html.escape(str(value)) for name, value in row.items()}
    return (
        f"<tr data-theme='{text['theme']}'><th scope='row'><a href='/indicator?code={text['code']}'>{text['title']}</a>"
        f"<span class='quiet block'>{text['theme']} · {text['unit']}</span></th>"
        f"<td class='num'>{text['value']}<span class='quiet block'>{text['period']}</span></td>"
        f'<td><img src="{text["sparkline"]}" alt="{text["title"]}" width=148 height=34></td>'
        f"<td>{text['target']}</td><td>{text['change']}</td><td>{text['ended']}</td></tr>"
    )


def basket() -> str:
    options = "".join(f"<option>{html.escape(theme)}</option>" for theme in themes())
    head = "".join(f"<th scope='col'>{name}</th>" for name in COLUMNS)
    lines = "".join(line(row) for row in rows())
    return PAGE.format(
        f"<h1>Basket</h1><select id='theme'><option value=''>All themes</option>{options}</select>"
        f"<table class='basket-table'><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>{FILTER}"
    )


def indicator() -> str:
    figures = [{name: row[name] for name in ("code", "title", "figure")} for row in rows()]
    return PAGE.format(
        "<select id='code'></select><h1></h1><div id='chart'></div>"
        + DRAW.replace("ROWS", json.dumps(figures), 1)
    )


SCRIPT = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()
ANSWERS = {
    "/": (b"text/html", gzip.compress(basket().encode())),
    "/indicator": (b"text/html", gzip.compress(indicator().encode())),
    "/plotly.js": (b"text/javascript", gzip.compress(SCRIPT)),
}


async def app(scope: dict, _receive: object, send: object) -> None:
    if scope["type"] != "http":
        return
    kind, body = ANSWERS.get(scope["path"], (b"text/plain", b""))
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    if body:
        headers += [(b"content-encoding", b"gzip"), (b"cache-control", b"max-age=3600")]
    await send({"type": "http.response.start", "status": 200 if body else 404, "headers": headers})
    await send({"type": "http.response.body", "body": body})
